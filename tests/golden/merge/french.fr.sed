/^msgid "Meaning"/{n;s|""|"Signification"|}
/^msgid "Answered/{n;s|""|"Réponse à RCPT ; voir 250 et Trop de relais."|}
/^msgid "The message passed/{n;s|""|"Trop de serveurs \& de relais."|}
