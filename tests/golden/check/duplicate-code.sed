s|code="554" symbol|code="250" symbol|
