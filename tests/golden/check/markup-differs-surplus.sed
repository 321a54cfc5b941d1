s|同じメールが戻って|同じ<code>mail</code>が戻って|
