s|^msgid "The message came round again."|msgid "Nothing of the kind"|
