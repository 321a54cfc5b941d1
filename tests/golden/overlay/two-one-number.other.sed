s|number="40000"|number="32768"|
