s|symbol="COMPLETED"|symbol="EOF"|
