s|^msgid "The message came round again."|#, fuzzy\n&|;s|同じメールが戻ってきました。|これは違う。|
