s|encoding="UTF-8"|encoding="Shift_JIS"|
