s|number="5"|number="7"|
