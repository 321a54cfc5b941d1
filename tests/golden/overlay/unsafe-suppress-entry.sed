s|suppress="confirm" about="recipient"|suppress="confirm" about="host"|
