s|<language code="ja" name="日本語" complete="yes"/>|<language code="ja" name="日本語" complete="yes"><term use="サーバー" not="サーバ"/></language>|
s|ここではサービスを行っていません。|ここのサーバーは<code>サーバ.jp</code>のサービスをサーバで行っていません。|
s|No service here\.|No service here, <code>サーバ.jp</code>.|
