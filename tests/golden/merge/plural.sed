s|^msgid "The message came round again."|&\nmsgid_plural "The messages came round again."|;s|^msgstr "同じメールが戻ってきました。"|msgstr[0] "同じメール。"|
