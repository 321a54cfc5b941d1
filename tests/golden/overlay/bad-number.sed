s|number="32768" rank|number="32767" rank|
