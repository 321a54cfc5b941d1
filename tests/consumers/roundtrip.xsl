<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What roundtrip.c prints, read in the catalog by xsltproc, which knows nothing
     of the generator. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:mailerr:catalog:1">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="languages" select="/*/m:languages/m:language/@code"/>
  <xsl:key name="reference" match="m:reference[@label]" use="@id"/>

  <xsl:template match="/">
    <xsl:apply-templates select="*/m:reasons/m:reason | */m:replies/m:reply | */m:statuses/* | */m:notices/m:notice |
        */m:mistaken/m:mistake | */m:vocabularies/*/m:keyword | */m:commands/m:command"/>
    <xsl:apply-templates select="*/m:labels/m:label" mode="label"/>
  </xsl:template>

  <xsl:template match="*">
    <xsl:variable name="start" select="concat(local-name(), '&#9;', @id, @code, @digit, @name, '&#9;')"/>
    <xsl:call-template name="texts">
      <xsl:with-param name="start" select="$start"/>
    </xsl:call-template>
    <xsl:for-each select="m:sense">
      <xsl:call-template name="texts">
        <xsl:with-param name="start" select="concat('sense&#9;', ../@code, '&#9;')"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="m:action">
      <xsl:variable name="for" select="concat($start, 'for&#9;', position(), '&#9;')"/>
      <xsl:if test="contains(@for, 'sender')"><xsl:value-of select="concat($for, 'sender&#10;')"/></xsl:if>
      <xsl:if test="contains(@for, 'recipient')"><xsl:value-of select="concat($for, 'recipient&#10;')"/></xsl:if>
      <xsl:if test="contains(@for, 'postmaster')"><xsl:value-of select="concat($for, 'postmaster&#10;')"/></xsl:if>
      <xsl:if test="contains(@for, 'developer')"><xsl:value-of select="concat($for, 'developer&#10;')"/></xsl:if>
    </xsl:for-each>
    <xsl:for-each select="m:see[@reference]">
      <xsl:variable name="r" select="key('reference', @reference)"/>
      <xsl:value-of select="concat($start, 'source&#9;', $r/@label, '&#9;', $r/@title, '&#9;', @section, '&#9;', $r/@href, '&#9;')"/>
      <xsl:choose>
        <xsl:when test="@section and $r/@section-href">
          <xsl:value-of select="concat(substring-before($r/@section-href, '{section}'), @section, substring-after($r/@section-href, '{section}'))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$r/@href"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="m:see[not(@reference)]">
      <xsl:value-of select="concat($start, 'see&#9;', local-name(@*), '&#9;')"/>
      <xsl:if test="@status">X</xsl:if>
      <xsl:value-of select="concat(@reply, @notice, @reason, substring(@status, 2), '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="m:phrase[not(@retired)]">
      <xsl:value-of select="concat($start, 'phrase&#9;')"/>
      <xsl:apply-templates select="m:match" mode="phrase"/>
      <xsl:value-of select="concat('&#9;', @source, '&#9;', @emitter, '&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="m:known-as">
      <xsl:value-of select="concat($start, 'known-as&#9;', @emitter, '&#9;', @name, '&#10;')"/>
    </xsl:for-each>
    <xsl:value-of select="concat($start, 'versions&#9;', @since, '&#9;', @retired, '&#10;')"/>
    <xsl:apply-templates select="." mode="facts">
      <xsl:with-param name="start" select="concat($start, 'facts&#9;')"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template name="texts">
    <xsl:param name="start"/>
    <xsl:for-each select="m:title | m:meaning | m:cause | m:action | m:note">
      <xsl:variable name="field" select="."/>
      <xsl:variable name="name" select="local-name()"/>
      <xsl:variable name="n" select="count(preceding-sibling::*[local-name() = $name]) + 1"/>
      <xsl:for-each select="$languages">
        <xsl:variable name="text" select="$field/m:text[@xml:lang = current()]"/>
        <xsl:value-of select="concat($start, $name, '&#9;', $n, '&#9;', ., '&#9;', $text)"/>
        <xsl:if test="not($text)">
          <xsl:value-of select="$field/m:text[1]"/>
        </xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="m:arg" mode="phrase">
    <xsl:value-of select="concat('{', @name, '}')"/>
  </xsl:template>

  <!-- A brace of the text is doubled; the catalog has few. -->
  <xsl:template match="text()" mode="phrase" name="braces">
    <xsl:param name="s" select="."/>
    <xsl:choose>
      <xsl:when test="contains($s, '{')">
        <xsl:value-of select="concat(substring-before($s, '{'), '{{')"/>
        <xsl:call-template name="braces">
          <xsl:with-param name="s" select="substring-after($s, '{')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$s"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="facts"/>

  <xsl:template match="m:reply" mode="facts">
    <xsl:param name="start"/>
    <xsl:value-of select="concat($start, @symbol, '&#9;', @reason, '&#10;')"/>
  </xsl:template>

  <xsl:template match="m:status" mode="facts">
    <xsl:param name="start"/>
    <xsl:value-of select="concat($start, @symbol, '&#9;', @reason, '&#9;', @trust, '&#9;', number(contains(@classes, '2')), '&#9;',
        number(contains(@classes, '4')), '&#9;', number(contains(@classes, '5')), '&#10;')"/>
  </xsl:template>

  <xsl:template match="m:notice" mode="facts">
    <xsl:param name="start"/>
    <xsl:value-of select="concat($start, @number, '&#9;', @rank, '&#9;', @reason, '&#9;', @class, '&#10;')"/>
  </xsl:template>

  <xsl:template match="m:reason" mode="facts">
    <xsl:param name="start"/>
    <xsl:value-of select="concat($start, @number, '&#9;', @group, '&#9;', @bounce, '&#9;', @retry, '&#9;', @suppress, '&#9;', @about, '&#10;')"/>
  </xsl:template>

  <xsl:template match="m:label" mode="label">
    <xsl:variable name="label" select="."/>
    <xsl:for-each select="$languages">
      <xsl:variable name="text" select="$label/m:text[@xml:lang = current()]"/>
      <xsl:value-of select="concat('label&#9;', $label/@id, '&#9;', ., '&#9;', $text)"/>
      <xsl:if test="not($text)">
        <xsl:value-of select="$label/m:text[1]"/>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
