s|Language: ja|Language: de|
