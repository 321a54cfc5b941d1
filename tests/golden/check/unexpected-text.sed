s|<emitters>|<emitters>stray|
