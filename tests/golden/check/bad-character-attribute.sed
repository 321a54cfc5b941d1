s|says="Local |says="Local\xc2\xa0|
