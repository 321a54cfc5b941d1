s|charset=UTF-8|charset=EUC-JP|
