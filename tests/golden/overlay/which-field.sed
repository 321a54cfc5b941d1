/extend reply="554"/,/<.extend>/{
s|reply="554"|notice="too-many-hops"|
s|meaning>|note>|
s|.*en">No service here.*||
/<title>/,/<.title>/d
}
