s|>Routing loop<|>Mail loop<|
