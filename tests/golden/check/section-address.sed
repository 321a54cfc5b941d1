s|#section-{section}|#section|
