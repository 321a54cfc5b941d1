s|code="252"|code="250"|
