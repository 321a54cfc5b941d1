s|extend notice="too-many-hops"|extend rank="frame" notice="too-many-hops"|
