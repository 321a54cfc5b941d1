<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- What several targets need of the catalog: the parameters of the run, keys,
     words.  Prints nothing by itself. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1">

  <xsl:param name="language" select="'en'"/>
  <xsl:param name="languages" select="'en'"/>
  <xsl:param name="prefix" select="'mailerr'"/>
  <xsl:param name="generator-version" select="''"/>

  <xsl:variable name="catalog" select="/m:catalog"/>
  <xsl:variable name="name" select="string($catalog/@name)"/>
  <xsl:variable name="first-language"
      select="string($catalog/m:languages/m:language[1]/@code)"/>

  <!-- The language elements that were asked for. -->
  <xsl:variable name="asked-languages" select="$catalog/m:languages/m:language[
      contains(concat(' ', $languages, ' '), concat(' ', @code, ' '))]"/>

  <!-- Where every language is complete, a field has its texts in the order of
       the languages, and m:text[$place] is that of the run: found in half the
       time.  Elsewhere $place is NaN, which is false. -->
  <xsl:variable name="all-complete"
      select="not($catalog/m:languages/m:language[@complete != 'yes'])"/>
  <xsl:variable name="place-text">
    <xsl:for-each select="$catalog/m:languages/m:language">
      <xsl:if test="$all-complete and @code = $language">
        <xsl:value-of select="position()"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="place" select="number($place-text)"/>

  <!-- From the root on: libxslt would search the whole tree for the rest. -->
  <xsl:key name="label" match="/m:catalog/m:labels/m:label" use="@id"/>
  <xsl:key name="reference" match="/m:catalog/m:references/m:reference" use="@id"/>
  <xsl:key name="emitter" match="/m:catalog/m:emitters/m:emitter" use="@id"/>
  <xsl:key name="reason" match="/m:catalog/m:reasons/m:reason" use="@id"/>
  <xsl:key name="reply" match="/m:catalog/m:replies/m:reply" use="@code"/>
  <xsl:key name="status" match="/m:catalog/m:statuses/m:status" use="@code"/>
  <xsl:key name="notice" match="/m:catalog/m:notices/m:notice" use="@id"/>

  <!-- A word of the pages, in the language of the run.  A catalog without the
       label has its id read as words. -->
  <xsl:template name="label">
    <xsl:param name="id"/>
    <xsl:variable name="label" select="key('label', $id)"/>
    <xsl:choose>
      <xsl:when test="$label">
        <xsl:value-of select="$label/m:text[@xml:lang = $language or
            position() = 1][last()]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="translate($id, '-', ' ')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The address of a see or a sense with a reference: of the section, where
       the reference has addresses for its sections.  Empty where it has none. -->
  <xsl:template name="reference-address">
    <xsl:param name="reference" select="key('reference', @reference)"/>
    <xsl:choose>
      <xsl:when test="@section and $reference/@section-href">
        <xsl:value-of
            select="substring-before($reference/@section-href, '{section}')"/>
        <xsl:value-of select="@section"/>
        <xsl:value-of
            select="substring-after($reference/@section-href, '{section}')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$reference/@href"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Ends the run, for an element that no template of a mode knows. -->
  <xsl:template name="no-template">
    <xsl:message terminate="yes">
      <xsl:value-of select="concat('@', gen:line(.), ' no template for ', name())"/>
    </xsl:message>
  </xsl:template>
</xsl:stylesheet>
