s|charset=UTF-8|charset=CHARSET|
