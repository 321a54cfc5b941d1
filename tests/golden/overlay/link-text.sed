s|<link reason="site-closed">Account closed by us</link>|<link reason="site-closed">Account closed</link>|
