s|kind="mta"|kind="mta" kind="mta"|
