s|urn:mailerr:catalog:1|urn:mailerr:catalogue:1|
