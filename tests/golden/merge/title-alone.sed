s|^msgstr "中継回数の超過"|msgstr "中継の超過"|
