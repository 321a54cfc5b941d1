s|<see notice="permanent-fatal-errors"/>||
s|where="body" source="sendmail 8.18, sendmail/savemail.c" anchor="line"|where="body" source="x"|
s|<match>-----.*</match>|<match>TOO many hops <arg name="n" type="number"/></match>|
