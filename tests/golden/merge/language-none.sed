/^"Language: /d
