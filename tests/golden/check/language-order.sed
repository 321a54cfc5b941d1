/xml:lang="en">Mail loop</{
N
s|\(.*\)\n\(.*\)|\2\n\1|
}
