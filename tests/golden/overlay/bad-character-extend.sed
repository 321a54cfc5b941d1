s|Zu viele|Zu​ viele|
