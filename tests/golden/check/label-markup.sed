s|<text xml:lang="en">Meaning</text>|<text xml:lang="en"><code>Meaning</code></text>|
