s|Answered to <code>RCPT</code>; see|Answered to <code>RCPT</code>; RCPT, see|
