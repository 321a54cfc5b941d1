s|Zu viele|Zu\xe2\x80\x8b viele|
