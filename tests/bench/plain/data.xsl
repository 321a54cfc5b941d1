<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:mailerr:catalog:1">
  <xsl:import href="lib.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/m:catalog">
    <xsl:text>{"notices":[</xsl:text>
    <xsl:apply-templates select="m:notices/m:notice"/>
    <xsl:text>]}&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="m:notice">
    <xsl:if test="position() > 1">,</xsl:if>
    <xsl:text>&#10;{</xsl:text>
    <xsl:for-each select="@*">
      <xsl:if test="position() > 1">,</xsl:if>
      <xsl:text>"</xsl:text><xsl:value-of select="name()"/><xsl:text>":"</xsl:text>
      <xsl:value-of select="."/><xsl:text>"</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="*[m:text]">
      <xsl:text>,"</xsl:text><xsl:value-of select="local-name()"/><xsl:text>":{</xsl:text>
      <xsl:for-each select="m:text">
        <xsl:if test="position() > 1">,</xsl:if>
        <xsl:text>"</xsl:text><xsl:value-of select="@xml:lang"/><xsl:text>":</xsl:text>
        <xsl:call-template name="quoted">
          <xsl:with-param name="text" select="string(.)"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:text>}</xsl:text>
    </xsl:for-each>
    <xsl:text>}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
