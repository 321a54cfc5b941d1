<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What a project would write for xsltproc: escaping by recursion, keys, no
     help in C.  Kept for the measurements alone. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:mailerr:catalog:1">
  <xsl:param name="language">en</xsl:param>
  <xsl:key name="label" match="m:label" use="@id"/>
  <xsl:key name="reference" match="m:reference" use="@id"/>

  <xsl:template name="replace">
    <xsl:param name="text"/>
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:choose>
      <xsl:when test="contains($text, $from)">
        <xsl:value-of select="substring-before($text, $from)"/>
        <xsl:value-of select="$to"/>
        <xsl:call-template name="replace">
          <xsl:with-param name="text" select="substring-after($text, $from)"/>
          <xsl:with-param name="from" select="$from"/>
          <xsl:with-param name="to" select="$to"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- backslashes and quotes, as C, JSON and PO want them -->
  <xsl:template name="quoted">
    <xsl:param name="text"/>
    <xsl:variable name="slashed">
      <xsl:call-template name="replace">
        <xsl:with-param name="text" select="$text"/>
        <xsl:with-param name="from" select="'\'"/>
        <xsl:with-param name="to" select="'\\'"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:text>"</xsl:text>
    <xsl:call-template name="replace">
      <xsl:with-param name="text" select="$slashed"/>
      <xsl:with-param name="from" select="'&quot;'"/>
      <xsl:with-param name="to" select="'\&quot;'"/>
    </xsl:call-template>
    <xsl:text>"</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="text">
    <xsl:choose>
      <xsl:when test="m:text[@xml:lang = $language]">
        <xsl:value-of select="m:text[@xml:lang = $language]"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="m:text[1]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
