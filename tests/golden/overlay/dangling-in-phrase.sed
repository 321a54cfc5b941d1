s|<phrase emitter="site-filter" where="reply" source="our filter, answers.txt">|<phrase emitter="site-filtre" where="reply" source="x">|
