s|26 (25 max): from|26 (25 max):\nfrom|
