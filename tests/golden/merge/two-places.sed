s|^msgstr "同じメールが戻ってきました。"|msgstr "新しい訳です。"|
