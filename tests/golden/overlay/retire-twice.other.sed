s|<extend notice="permanent-fatal-errors">|<extend notice="too-many-hops" override="yes">|;s|<title>\n||;/extend notice/,/<.extend>/{/title>/d;s|<text xml:lang="de">.*|<retire emitter="sendmail"><match>Too many hops <arg name="n" type="number"/></match></retire>|
}
