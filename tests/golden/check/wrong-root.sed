s|<catalog |<katalog |;s|</catalog>|</katalog>|
