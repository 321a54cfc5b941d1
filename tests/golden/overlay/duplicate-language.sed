s|code="de" name|code="ja" name|
