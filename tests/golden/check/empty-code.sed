s|<code>RCPT</code>|<code/>|
