s|came round again|came \&nbsp; again|
