s|notices>|notises>|
