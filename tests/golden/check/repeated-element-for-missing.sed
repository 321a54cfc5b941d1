/<reason id="mail-loop"/,/<\/title>/{s|<title>|<meaning>|;s|</title>|</meaning>|}
