<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:mailerr:catalog:1">
  <xsl:import href="lib.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:key name="message" match="m:text[@xml:lang = 'en']" use="."/>
  <xsl:template match="/m:catalog">
    <xsl:text>msgid ""&#10;msgstr "Content-Type: text/plain; charset=UTF-8\n"&#10;</xsl:text>
    <xsl:for-each select="//m:text[@xml:lang = 'en'][count(. | key('message', .)[1]) = 1]">
      <xsl:text>&#10;msgid </xsl:text>
      <xsl:call-template name="quoted">
        <xsl:with-param name="text" select="string(.)"/>
      </xsl:call-template>
      <xsl:text>&#10;msgstr </xsl:text>
      <xsl:call-template name="quoted">
        <xsl:with-param name="text" select="string(../m:text[@xml:lang = $language][$language != 'en'])"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
