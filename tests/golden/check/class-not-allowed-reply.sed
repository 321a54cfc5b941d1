s|statuses="5.4.6"|statuses="2.4.6"|
