s|number="5"|number="0"|
