s|^msgid "The message came round again."|msgctxt "reason"\n&|
