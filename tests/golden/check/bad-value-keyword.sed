s|trust="strong"|trust="stron"|
