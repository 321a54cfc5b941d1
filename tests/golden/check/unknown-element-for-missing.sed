0,/<title>/s|<title>|<titel>|;0,/<\/title>/s|</title>|</titel>|
