s|^msgid "Tell the recipient."|msgid "The message came round again."|
