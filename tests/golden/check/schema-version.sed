s|schema-version="1.0"|schema-version="1.1"|
