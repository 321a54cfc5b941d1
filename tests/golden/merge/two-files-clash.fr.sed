s|Language: fr|Language: ja|;/^msgid "The message came/{n;s|""|"別の訳です。"|}
