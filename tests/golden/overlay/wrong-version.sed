s|schema-version="1.0"|schema-version="2.0"|
