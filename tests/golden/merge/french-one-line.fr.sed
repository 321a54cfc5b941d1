/^msgid "Mail errors"/{n;s|""|"Erreurs"|}
