s|<text xml:lang="en">Too many hops</text>|<text xml:lang="en">Far too many hops</text>|
