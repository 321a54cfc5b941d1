:a
N
$!ba
s|<title>\n *<text xml:lang="en">Mail errors</text>\n *<text xml:lang="ja">メールのエラー</text>\n *</title>|<title><text xml:lang="en">Mail errors</text><text xml:lang="ja">メールのエラー</text></title>|
