s|extend notice="too-many-hops"|extend notice="nowhere"|;s|extend reply="554"|extend notice="nowhere"|;/<title>/,/<.title>/{s|Too many hops|Transaction failed|}
