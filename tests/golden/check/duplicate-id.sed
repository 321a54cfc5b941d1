s|notice id="permanent-fatal-errors"|notice id="too-many-hops"|
