<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- A page an entry: replies, statuses, notices, reasons, mistaken codes and
     keywords.  Most of the target's files are made here; the tables do without
     (a folder given with "templates" may lay an empty template "pages" over). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    exclude-result-prefixes="gen m">

  <xsl:include href="entry.xsl"/>
  <xsl:include href="terms.xsl"/>

  <xsl:template name="pages">
    <xsl:apply-templates select="$catalog/m:replies/m:reply" mode="page"/>
    <xsl:apply-templates select="$catalog/m:statuses/m:status" mode="page"/>
    <xsl:apply-templates select="$catalog/m:notices/m:notice" mode="page"/>
    <xsl:apply-templates select="$catalog/m:reasons/m:reason" mode="page"/>
    <xsl:apply-templates select="$catalog/m:mistaken/m:mistake" mode="page"/>
    <xsl:apply-templates select="$catalog/m:vocabularies/m:vocabulary/m:keyword" mode="page"/>
  </xsl:template>

  <xsl:template match="m:reply" mode="page">
    <xsl:call-template name="page">
      <xsl:with-param name="address" select="concat($folder, '/replies/', @code, '.html')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:status" mode="page">
    <xsl:call-template name="page">
      <xsl:with-param name="address"
          select="concat($folder, '/statuses/x', substring(@code, 2), '.html')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:notice" mode="page">
    <xsl:call-template name="page">
      <xsl:with-param name="address" select="concat($folder, '/notices/', @id, '.html')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:reason" mode="page">
    <xsl:call-template name="page">
      <xsl:with-param name="address" select="concat($folder, '/reasons/', @id, '.html')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:mistake" mode="page">
    <xsl:call-template name="page">
      <xsl:with-param name="address"
          select="concat($folder, '/mistaken/', translate(@code, 'X', 'x'), '.html')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:keyword" mode="page">
    <xsl:call-template name="page">
      <xsl:with-param name="address"
          select="concat($folder, '/', ../@id, '/', translate(@name, $upper, $lower), '.html')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="page"><xsl:call-template name="no-template"/></xsl:template>
</xsl:stylesheet>
