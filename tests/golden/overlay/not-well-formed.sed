s|</match>|</mach>|
