# nothing is changed
