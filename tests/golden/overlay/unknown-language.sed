s|xml:lang="de">Zu viele|xml:lang="dk">Zu viele|
