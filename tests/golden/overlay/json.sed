s|id="site-account-closed"|id="too-many-hops"|;s|extend notice="too-many-hops"|extend notice="too-many-hop"|
