s|number="32768" rank|number="65536" rank|
