s|<retire emitter="sendmail">|<retire>|
