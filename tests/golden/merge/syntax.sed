s|^msgid "The message came round again."|msgid The message|
