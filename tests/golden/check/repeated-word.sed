s|where="subject body"|where="subject subject"|
