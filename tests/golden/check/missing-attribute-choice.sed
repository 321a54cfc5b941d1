s|<see notice="permanent-fatal-errors"/>|<see/>|
