s|commands="RCPT" statuses="5.4.6"|commands="RCPT MALI" statuses="5.4.6"|
