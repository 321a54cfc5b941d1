s|<advice bounce="hard" about="recipient"/>|<advice reason="site-close"/>|
