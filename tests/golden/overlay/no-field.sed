/extend label/,/<.extend>/{
s|<text xml:lang="fr">.*|<title><text xml:lang="de">Bedeutung</text></title>|
/<text xml:lang="de">Bedeutung<.text>$/d
}
