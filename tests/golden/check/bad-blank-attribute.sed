s|where="subject body"|where="subject  body"|
