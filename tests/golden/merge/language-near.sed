s|Language: ja|Language: jp|
