s|number="6"|number="32768"|
