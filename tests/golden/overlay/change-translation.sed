s|<text xml:lang="de">Zu viele Stationen</text>|<text xml:lang="ja">中継が多すぎる</text>|
