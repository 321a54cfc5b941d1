s|<extend notice="too-many-hops" override="yes">|<extend notice="permanent-fatal-errors" override="yes"><advice reason="mail-loop"/></extend>\n  &|
