s|msgstr "同じメールが戻ってきました。"|msgstr ""|
