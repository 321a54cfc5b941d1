s|Language: ja|Language: en|
