<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:mailerr:catalog:1">
  <xsl:import href="lib.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/m:catalog">
    <xsl:text>.TH notices 7&#10;.SH NAME&#10;notices \- texts of error mails&#10;.SH NOTICES&#10;</xsl:text>
    <xsl:apply-templates select="m:notices/m:notice"/>
  </xsl:template>
  <xsl:template match="m:notice">
    <xsl:text>.SS </xsl:text>
    <xsl:apply-templates select="m:title" mode="roff"/>
    <xsl:apply-templates select="m:meaning | m:cause | m:action | m:note" mode="roff"/>
  </xsl:template>
  <xsl:template match="*" mode="roff">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="text"/></xsl:variable>
    <xsl:if test="not(self::m:title)">.PP&#10;</xsl:if>
    <xsl:call-template name="replace">
      <xsl:with-param name="text">
        <xsl:call-template name="replace">
          <xsl:with-param name="text" select="string($text)"/>
          <xsl:with-param name="from" select="'\'"/>
          <xsl:with-param name="to" select="'\e'"/>
        </xsl:call-template>
      </xsl:with-param>
      <xsl:with-param name="from" select="'-'"/>
      <xsl:with-param name="to" select="'\-'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
