s|^msgstr "同じメールが戻ってきました。"|msgstr "同じメールが|
