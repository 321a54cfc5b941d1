3,$d;2c\<catalog xmlns="urn:mailerr:catalog:1" schema-version="1.0" name="x" version="0.1" date="2026-12-01"><languages><language code="en" name="English" complete="yes"/></languages></catalog>
