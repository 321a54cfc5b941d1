<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:mailerr:catalog:1">
  <xsl:import href="lib.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/m:catalog">
    <xsl:text>enum notice {&#10;</xsl:text>
    <xsl:apply-templates select="m:notices/m:notice" mode="enum"/>
    <xsl:text>};&#10;struct notice { const char *id, *texts[2][8]; };&#10;</xsl:text>
    <xsl:text>const struct notice notices[] = {&#10;</xsl:text>
    <xsl:apply-templates select="m:notices/m:notice" mode="row"/>
    <xsl:text>};&#10;const char *const phrases[] = {&#10;</xsl:text>
    <xsl:apply-templates select="m:notices/m:notice/m:phrase" mode="row"/>
    <xsl:text>};&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="m:notice" mode="enum">
    <xsl:text>&#9;/* </xsl:text>
    <xsl:value-of select="m:title/m:text[1]"/>
    <xsl:text> */&#10;&#9;NOTICE_</xsl:text>
    <xsl:value-of select="translate(@id, 'abcdefghijklmnopqrstuvwxyz-', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_')"/>
    <xsl:text> = </xsl:text>
    <xsl:value-of select="@number"/>
    <xsl:text>,&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="m:notice" mode="row">
    <xsl:text>&#9;{ "</xsl:text>
    <xsl:value-of select="@id"/>
    <xsl:text>", {</xsl:text>
    <xsl:variable name="notice" select="."/>
    <xsl:for-each select="/m:catalog/m:languages/m:language">
      <xsl:variable name="code" select="@code"/>
      <xsl:text> {</xsl:text>
      <xsl:for-each select="$notice/*/m:text[@xml:lang = $code]">
        <xsl:text>&#10;&#9;&#9;</xsl:text>
        <xsl:call-template name="quoted">
          <xsl:with-param name="text" select="string(.)"/>
        </xsl:call-template>
        <xsl:text>,</xsl:text>
      </xsl:for-each>
      <xsl:text> },</xsl:text>
    </xsl:for-each>
    <xsl:text> } },&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="m:phrase" mode="row">
    <xsl:text>&#9;</xsl:text>
    <xsl:call-template name="quoted">
      <xsl:with-param name="text">
        <xsl:for-each select="m:match/node()">
          <xsl:choose>
            <xsl:when test="self::m:arg">{<xsl:value-of select="@name"/>}</xsl:when>
            <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:text>,&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
