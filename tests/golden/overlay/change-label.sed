s|<text xml:lang="fr">Signification|<text xml:lang="en">Sense</text>\n    <text xml:lang="fr">Signification|
