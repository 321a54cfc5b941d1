s|for="sender postmaster"|for="sender postmistress"|
