s|number="6"|number="4"|
