0,/<note>/s|<note>|<note xmlns="urn:evil">|
