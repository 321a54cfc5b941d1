s|came round again|came \& again|
