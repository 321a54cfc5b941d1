s|urn:mailerr:catalog:1|urn:mailerr:catalog:9|
