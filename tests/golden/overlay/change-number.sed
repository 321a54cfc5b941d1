s|extend notice="too-many-hops"|extend number="32770" notice="too-many-hops"|
