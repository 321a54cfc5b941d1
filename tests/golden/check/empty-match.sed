s|<match>Too many.*</match>|<match/>|
