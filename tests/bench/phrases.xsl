<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- The phrases of a catalog for match.c, one a line: the notice's number, its
     rank, the anchor or "-", then a part a column: =text, or the type of an
     argument. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:mailerr:catalog:1">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:apply-templates select="m:catalog/m:notices/m:notice[not(@retired)]
        /m:phrase[not(@retired)]"/>
  </xsl:template>

  <xsl:template match="m:phrase">
    <xsl:value-of select="concat(../@number, '&#9;')"/>
    <xsl:choose>
      <xsl:when test="@rank"><xsl:value-of select="@rank"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="../@rank"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#9;</xsl:text>
    <xsl:choose>
      <xsl:when test="@anchor"><xsl:value-of select="@anchor"/></xsl:when>
      <xsl:otherwise>-</xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="m:match/node()"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:match/text()">
    <xsl:value-of select="concat('&#9;=', .)"/>
  </xsl:template>

  <xsl:template match="m:arg">
    <xsl:value-of select="concat('&#9;', @type)"/>
  </xsl:template>
</xsl:stylesheet>
