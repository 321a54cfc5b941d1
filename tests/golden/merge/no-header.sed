/^msgid ""/,/^$/d
