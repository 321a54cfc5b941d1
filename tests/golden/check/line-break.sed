s|The message came round again|The message came\n          round again|
