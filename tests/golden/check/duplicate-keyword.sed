/<keyword /,/<\/keyword>/{
H
/<\/keyword>/{
x
s|^\n||
s|.*|&\n&|
p
}
d
}
