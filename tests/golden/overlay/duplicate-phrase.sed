/<match>this message/,/<.phrase>/{
s|<match>.*|<match>----- The following addresses had permanent fatal errors -----</match>|
s|<example>.*|<example>----- The following addresses had permanent fatal errors -----</example>|
}
/^    <phrase emitter="site/s|.*|    <phrase emitter="sendmail" where="body" anchor="line">|
