s|number="6"|number="40000"|
