s|<text xml:lang="en">Too many hops</text>|<text xml:lang="en">Hops, too many</text>|
