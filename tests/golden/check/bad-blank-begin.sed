s|The message came round again| The message came round again|
