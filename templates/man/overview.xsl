<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- mailerr(7): what a code is, and a line for each of all of them. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    exclude-result-prefixes="gen m">

  <xsl:template name="overview">
    <xsl:call-template name="page">
      <xsl:with-param name="page" select="'mailerr'"/>
    </xsl:call-template>
    <xsl:call-template name="status-classes"/>
    <xsl:call-template name="section">
      <xsl:with-param name="id" select="'subjects'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:statuses/m:subject">
      <entry>
        <xsl:text>.TP 8&#10;.B X.</xsl:text>
        <xsl:value-of select="@digit"/>
        <xsl:text>.X&#10;</xsl:text>
        <xsl:for-each select="m:title | m:meaning">
          <xsl:if test="self::m:meaning">
            <xsl:text>.br&#10;</xsl:text>
          </xsl:if>
          <xsl:call-template name="text"/>
        </xsl:for-each>
      </entry>
    </xsl:for-each>
    <xsl:call-template name="section">
      <xsl:with-param name="id" select="'commands'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:commands/m:command">
      <entry>
        <xsl:text>.TP 12&#10;.B </xsl:text>
        <xsl:value-of select="gen:roff(@name)"/>
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="m:meaning">
          <xsl:call-template name="text"/>
        </xsl:for-each>
      </entry>
    </xsl:for-each>
    <xsl:call-template name="table">
      <xsl:with-param name="label" select="'replies'"/>
      <xsl:with-param name="page" select="'mailerr-replies'"/>
      <xsl:with-param name="entries" select="$catalog/m:replies/m:reply"/>
      <xsl:with-param name="width" select="8"/>
    </xsl:call-template>
    <xsl:call-template name="table">
      <xsl:with-param name="label" select="'statuses'"/>
      <xsl:with-param name="page" select="'mailerr-statuses'"/>
      <xsl:with-param name="entries" select="$catalog/m:statuses/m:status"/>
      <xsl:with-param name="width" select="12"/>
    </xsl:call-template>
    <xsl:call-template name="table">
      <xsl:with-param name="label" select="'mistaken-codes'"/>
      <xsl:with-param name="page" select="'mailerr-replies'"/>
      <xsl:with-param name="page-2" select="'mailerr-statuses'"/>
      <xsl:with-param name="entries" select="$catalog/m:mistaken/m:mistake"/>
      <xsl:with-param name="width" select="12"/>
    </xsl:call-template>
    <xsl:call-template name="table">
      <xsl:with-param name="label" select="'notices'"/>
      <xsl:with-param name="page" select="'mailerr-notices'"/>
      <xsl:with-param name="entries" select="$catalog/m:notices/m:notice"/>
      <xsl:with-param name="width" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="table">
      <xsl:with-param name="label" select="'reasons'"/>
      <xsl:with-param name="page" select="'mailerr-reasons'"/>
      <xsl:with-param name="entries" select="$catalog/m:reasons/m:reason"/>
      <xsl:with-param name="width" select="30"/>
    </xsl:call-template>
    <xsl:call-template name="table">
      <xsl:with-param name="label" select="'vocabularies'"/>
      <xsl:with-param name="page" select="'mailerr-keywords'"/>
      <xsl:with-param name="entries"
          select="$catalog/m:vocabularies/m:vocabulary/m:keyword"/>
      <xsl:with-param name="width" select="20"/>
    </xsl:call-template>
    <xsl:call-template name="section">
      <xsl:with-param name="id" select="'see-also'"/>
    </xsl:call-template>
    <xsl:text>.BR mailerr (1),&#10;.BR mailerr\-gen (1),&#10;.BR mailerr (3),&#10;</xsl:text>
    <xsl:text>.BR mailerr\-catalog (5),&#10;.BR mailerr\-keywords (7),&#10;</xsl:text>
    <xsl:text>.BR mailerr\-notices (7),&#10;.BR mailerr\-reasons (7),&#10;</xsl:text>
    <xsl:text>.BR mailerr\-replies (7),&#10;.BR mailerr\-statuses (7)&#10;</xsl:text>
  </xsl:template>

  <!-- A line an entry: its code, name or id, and its title.  page, page-2:
       where there is more. -->
  <xsl:template name="table">
    <xsl:param name="label"/>
    <xsl:param name="page"/>
    <xsl:param name="page-2"/>
    <xsl:param name="entries"/>
    <xsl:param name="width"/>
    <xsl:if test="$entries">
      <xsl:call-template name="section">
        <xsl:with-param name="id" select="$label"/>
      </xsl:call-template>
      <xsl:text>.BR </xsl:text>
      <xsl:value-of select="gen:roff($page)"/>
      <xsl:text> (7)</xsl:text>
      <xsl:if test="$page-2">
        <xsl:text>,&#10;.BR </xsl:text>
        <xsl:value-of select="gen:roff($page-2)"/>
        <xsl:text> (7)</xsl:text>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="$entries">
        <xsl:text>.IP </xsl:text>
        <xsl:value-of select="gen:roff-argument(@id | @code | self::m:keyword/@name)"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="$width"/>
        <xsl:text>&#10;</xsl:text>
        <xsl:value-of select="gen:roff(m:title/m:text[@xml:lang = $language or
            position() = 1][last()])"/>
        <xsl:text>&#10;</xsl:text>
        <xsl:if test="position() = 1">
          <xsl:text>.PD 0&#10;</xsl:text>
        </xsl:if>
      </xsl:for-each>
      <xsl:text>.PD&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
