<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- The reference as web pages: an overview, tables, a page an entry.  They need
     no server and no script. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    extension-element-prefixes="gen"
    exclude-result-prefixes="m">

  <xsl:import href="../lib/catalog.xsl"/>
  <xsl:include href="words.xsl"/>
  <xsl:include href="frame.xsl"/>
  <xsl:include href="overview.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="pages.xsl"/>

  <gen:target name="html" runs="language"
      description="a web reference: overview, tables, a page an entry"/>

  <xsl:template match="/">
    <xsl:if test="$language = $asked-languages[1]/@code">
      <xsl:call-template name="language-choice"/>
    </xsl:if>
    <xsl:apply-templates select="$catalog" mode="overview"/>
    <xsl:apply-templates select="$tables" mode="table"/>
    <xsl:call-template name="pages"/>
  </xsl:template>
</xsl:stylesheet>
