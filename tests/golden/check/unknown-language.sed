s|xml:lang="ja">メールのループ|xml:lang="jp">メールのループ|
