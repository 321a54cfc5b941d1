/<notices>/,$d
