s|<code>RCPT</code>への|RCPTへの|
