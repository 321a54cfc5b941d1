s|code="250"|code="2500"|
