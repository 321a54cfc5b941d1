2i<?xml-stylesheet href="evil.xsl"?>
