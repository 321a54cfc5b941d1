s|<language code="en" name="English" complete="yes"/>|<language code="en" name="English" complete="yes"><term use="e-mail" not="email"/></language>|
s|No service here\.|Emails and e-mail, but no Email service here.|
