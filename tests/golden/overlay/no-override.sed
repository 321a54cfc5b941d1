s| override="yes"||
