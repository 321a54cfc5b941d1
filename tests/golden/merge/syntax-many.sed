s|^msgstr .*|msgstr nothing|
