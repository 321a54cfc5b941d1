s|symbol="COMPLETED"|symbl="COMPLETED"|
