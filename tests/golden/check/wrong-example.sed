s|554 5.4.6 Too many hops 26|554 5.4.6 Too many hopes 26|
