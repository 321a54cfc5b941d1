$a\\n#~ msgid "An old text."\n#~ msgstr "昔の文面。"
