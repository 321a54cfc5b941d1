s|<phrase emitter="sendmail" where="subject body"|<phrase retired="0.1" emitter="sendmail" where="subject body"|
