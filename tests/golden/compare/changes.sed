s/came round again/came again/
s/hops 26 (25/hops 27 (25/
s/extensions="SIZE"/extensions="SIZE CHUNKING"/
