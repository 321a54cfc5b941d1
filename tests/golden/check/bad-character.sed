s|came round again|came round\xe2\x80\x8b again|
