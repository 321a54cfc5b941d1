s|statuses="5.4.6"|statuses="5.4.6 5.4.9"|
