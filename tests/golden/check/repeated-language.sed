s|xml:lang="ja">メールのループ|xml:lang="en">メールのループ|
