s|came round again|came \xff again|
