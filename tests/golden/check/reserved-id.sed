s|"permanent-fatal-errors"|"index"|
