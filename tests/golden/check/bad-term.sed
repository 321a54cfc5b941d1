s|<language code="ja" name="日本語" complete="yes"/>|<language code="ja" name="日本語" complete="yes"><term use="中継" not="中継"/></language>|
