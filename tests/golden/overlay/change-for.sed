/extend notice/,$!b
s|<cause>|<action for="postmaster">|;s|</cause>|</action>|;s|Der Weg ist eine Schleife.|Fragen.|
