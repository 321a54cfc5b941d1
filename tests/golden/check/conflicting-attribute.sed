s|<see notice="permanent-fatal-errors"/>|<see notice="permanent-fatal-errors" reply="554"/>|
