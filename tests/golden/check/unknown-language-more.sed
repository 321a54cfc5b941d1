s|xml:lang="fr">Trop|xml:lang="fi">Trop|
