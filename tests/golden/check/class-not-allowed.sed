s|reply="554" status="5.4.6" class|reply="554" status="4.4.6" class|
