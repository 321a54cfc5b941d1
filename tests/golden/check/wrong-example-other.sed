s|554 5.4.6 Too many hops 26 (25 max): from a@example.org|----- The following addresses had permanent fatal errors -----|
