s|>Mail loop<|>Mail loop that goes on and on and on through each of the servers<|
