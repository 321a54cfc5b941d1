s|The message came round again|The message\&#9;came round again|
