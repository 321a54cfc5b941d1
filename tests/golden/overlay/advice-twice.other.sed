/extend notice/,/<.extend>/{/title>/d;s|permanent-fatal-errors"|too-many-hops" override="yes"|;s|<text xml:lang="de">.*|<advice bounce="soft"/>|
}
