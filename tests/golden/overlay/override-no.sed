s|override="yes"|override="no"|
