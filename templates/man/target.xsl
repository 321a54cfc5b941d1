<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- The manual pages of one language.  What does not come from the catalog
     stands as roff in en/ and ja/; a language without such a folder has the
     English. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    extension-element-prefixes="gen">

  <xsl:import href="../lib/catalog.xsl"/>
  <xsl:import href="text.xsl"/>
  <xsl:import href="labels.xsl"/>
  <xsl:import href="entry.xsl"/>
  <xsl:import href="pages.xsl"/>
  <xsl:import href="overview.xsl"/>

  <gen:target name="man" runs="language"
      description="manual pages: every code and text, the programs, the library"/>

  <!-- English stands in man1/, Japanese in ja/man1/. -->
  <xsl:variable name="folder">
    <xsl:if test="$language != $first-language">
      <xsl:value-of select="concat(translate($language, '-', '_'), '/')"/>
    </xsl:if>
  </xsl:variable>

  <xsl:template match="/">
    <gen:file path="{$folder}man1/mailerr.1" as="text">
      <xsl:call-template name="fixed-page">
        <xsl:with-param name="page" select="'mailerr'"/>
        <xsl:with-param name="section" select="1"/>
      </xsl:call-template>
    </gen:file>
    <gen:file path="{$folder}man1/mailerr-gen.1" as="text">
      <xsl:call-template name="fixed-page">
        <xsl:with-param name="page" select="'mailerr-gen'"/>
        <xsl:with-param name="section" select="1"/>
      </xsl:call-template>
    </gen:file>
    <gen:file path="{$folder}man3/mailerr.3" as="text">
      <xsl:call-template name="fixed-page">
        <xsl:with-param name="page" select="'mailerr'"/>
        <xsl:with-param name="section" select="3"/>
      </xsl:call-template>
    </gen:file>
    <gen:file path="{$folder}man5/mailerr-catalog.5" as="text">
      <xsl:call-template name="fixed-page">
        <xsl:with-param name="page" select="'mailerr-catalog'"/>
        <xsl:with-param name="section" select="5"/>
      </xsl:call-template>
    </gen:file>
    <gen:file path="{$folder}man7/mailerr.7" as="text">
      <xsl:call-template name="overview"/>
    </gen:file>
    <gen:file path="{$folder}man7/mailerr-replies.7" as="text">
      <xsl:call-template name="replies-page"/>
    </gen:file>
    <gen:file path="{$folder}man7/mailerr-statuses.7" as="text">
      <xsl:call-template name="statuses-page"/>
    </gen:file>
    <gen:file path="{$folder}man7/mailerr-notices.7" as="text">
      <xsl:call-template name="notices-page"/>
    </gen:file>
    <gen:file path="{$folder}man7/mailerr-reasons.7" as="text">
      <xsl:call-template name="reasons-page"/>
    </gen:file>
    <gen:file path="{$folder}man7/mailerr-keywords.7" as="text">
      <xsl:call-template name="keywords-page"/>
    </gen:file>
  </xsl:template>
</xsl:stylesheet>
