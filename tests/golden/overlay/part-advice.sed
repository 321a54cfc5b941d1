/extend reply="554"/,/<.extend>/s|<title>|<advice bounce="hard"/>\n    <title>|;s|extend reply="554"|& override="yes"|
