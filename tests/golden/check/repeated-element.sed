0,/<sections>/!{0,/<cause>/s|<cause>|<meaning>|;0,/<\/cause>/s|</cause>|</meaning>|}
