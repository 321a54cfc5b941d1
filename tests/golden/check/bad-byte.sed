s|came round again|came \x01 again|
