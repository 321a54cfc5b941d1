s|suppress="no" about="route"|suppress="confirm" about="route"|
