s|Trop de relais|Excès de relais|
/^msgid "Answered/{n;s|""|"Réponse à RCPT ; voir 250 et Excès de relais."|}
