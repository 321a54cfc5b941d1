s| xmlns="urn:mailerr:catalog:1"||
