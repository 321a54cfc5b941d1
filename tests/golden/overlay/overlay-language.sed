s|complete="no"|complete="yes"|
