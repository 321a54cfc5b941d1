s|<advice bounce="hard" about="recipient"/>|<advice suppress="yes"/>|
