s|code="554"|code="250"|
