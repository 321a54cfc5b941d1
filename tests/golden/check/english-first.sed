s|code="en" name="English" complete="yes"|code="en" name="English" complete="no"|
