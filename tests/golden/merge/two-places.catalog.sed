s|The message goes round.|The message came round again.|;s|メールが回り続けています。|同じメールが戻ってきました。|
