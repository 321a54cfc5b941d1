s|Too many hops</link>|Too many hosts</link>|
