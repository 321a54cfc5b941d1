s|</emitters>|</emitter>|
