s|<extend notice="too-many-hops" override="yes">|<extend reason="unknown" override="yes"><advice bounce="hard"/></extend>\n  &|
