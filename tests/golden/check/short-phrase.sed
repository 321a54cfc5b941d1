s|<match>Too many hops |<match>Hops: |;s|554 5.4.6 Too many hops 26|554 5.4.6 Hops: 26|
