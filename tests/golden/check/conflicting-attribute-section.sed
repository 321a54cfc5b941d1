s|<see notice="permanent-fatal-errors"/>|<see notice="permanent-fatal-errors" section="2"/>|
