s|came round again|came \&#x202E;round again|
