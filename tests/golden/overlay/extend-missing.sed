s|extend notice="too-many-hops"|extend notice="too-many-hop"|
