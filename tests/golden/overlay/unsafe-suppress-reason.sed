s|<extend notice="too-many-hops" override="yes">|<extend reason="mail-loop" override="yes"><advice suppress="yes" about="recipient"/></extend>\n  &|;s|<advice bounce="hard" about="recipient"/>||
