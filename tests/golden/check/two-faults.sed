s|code="250"|code="25O"|;s|trust="strong"|trust="strang"|
