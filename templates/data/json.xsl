<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- mailerr.json.  An element becomes an object: its attributes first, in
     their order, then its fields.  A member begins with the comma after the one
     before it and a line feed: the first of an object is always an attribute. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    exclude-result-prefixes="gen m">

  <xsl:template name="json">
    <xsl:text>{&#10;  "$schema": "mailerr.schema.json",&#10;</xsl:text>
    <xsl:text>  "license": "0BSD",&#10;</xsl:text>
    <xsl:text>  "generator": "mailerr-gen, from catalog.xml; do not edit",&#10;  </xsl:text>
    <xsl:for-each select="$catalog">
      <xsl:apply-templates select="@*" mode="json">
        <xsl:with-param name="in" select="'  '"/>
      </xsl:apply-templates>
    </xsl:for-each>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'languages'"/>
      <xsl:with-param name="entries" select="$asked-languages"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'labels'"/>
      <xsl:with-param name="entries" select="$catalog/m:labels/m:label"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'sections'"/>
      <xsl:with-param name="entries" select="$catalog/m:sections/m:section"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'references'"/>
      <xsl:with-param name="entries" select="$catalog/m:references/m:reference"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'commands'"/>
      <xsl:with-param name="entries" select="$catalog/m:commands/m:command"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'emitters'"/>
      <xsl:with-param name="entries" select="$catalog/m:emitters/m:emitter"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'reasons'"/>
      <xsl:with-param name="entries" select="$catalog/m:reasons/m:reason"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'replies'"/>
      <xsl:with-param name="entries" select="$catalog/m:replies/m:reply"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'status-classes'"/>
      <xsl:with-param name="entries" select="$catalog/m:statuses/m:status-class"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'subjects'"/>
      <xsl:with-param name="entries" select="$catalog/m:statuses/m:subject"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'statuses'"/>
      <xsl:with-param name="entries" select="$catalog/m:statuses/m:status"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'notices'"/>
      <xsl:with-param name="entries" select="$catalog/m:notices/m:notice"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'mistaken'"/>
      <xsl:with-param name="entries" select="$catalog/m:mistaken/m:mistake"/>
    </xsl:call-template>
    <xsl:call-template name="array">
      <xsl:with-param name="name" select="'vocabularies'"/>
      <xsl:with-param name="entries" select="$catalog/m:vocabularies/m:vocabulary"/>
    </xsl:call-template>
    <xsl:text>&#10;}&#10;</xsl:text>
  </xsl:template>

  <!-- A member that is an array of objects, each with a line a member.
       in: the indentation of the member. -->
  <xsl:template name="array">
    <xsl:param name="name"/>
    <xsl:param name="entries"/>
    <xsl:param name="in" select="'  '"/>
    <xsl:variable name="deeper" select="concat($in, '    ')"/>
    <xsl:text>,&#10;</xsl:text>
    <xsl:value-of select="$in"/>
    <xsl:text>"</xsl:text>
    <xsl:value-of select="$name"/>
    <xsl:text>": [</xsl:text>
    <xsl:for-each select="$entries">
      <xsl:if test="position() != 1">
        <xsl:text>,</xsl:text>
      </xsl:if>
      <!-- an element of its own: libxslt measures the text before it anew
           after each variable that has content -->
      <entry>
        <xsl:text>&#10;</xsl:text>
        <xsl:value-of select="$in"/>
        <xsl:text>  {&#10;</xsl:text>
        <xsl:value-of select="$deeper"/>
        <xsl:apply-templates select="." mode="json">
          <xsl:with-param name="in" select="$deeper"/>
        </xsl:apply-templates>
        <xsl:text>&#10;</xsl:text>
        <xsl:value-of select="$in"/>
        <xsl:text>  }</xsl:text>
      </entry>
    </xsl:for-each>
    <xsl:if test="$entries">
      <xsl:text>&#10;</xsl:text>
      <xsl:value-of select="$in"/>
    </xsl:if>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- ==== entries ==== -->

  <xsl:template mode="json" match="m:language | m:reference | m:emitter">
    <xsl:param name="in"/>
    <xsl:apply-templates select="@*" mode="json">
      <xsl:with-param name="in" select="$in"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template mode="json" match="m:label">
    <xsl:param name="in"/>
    <xsl:apply-templates select="@id" mode="json"/>
    <xsl:call-template name="by-language">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'text'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="json" match="m:section | m:command | m:reason | m:reply |
      m:status-class | m:subject | m:status | m:notice | m:mistake |
      m:vocabulary | m:keyword | m:sense">
    <xsl:param name="in"/>
    <xsl:apply-templates select="@*" mode="json">
      <xsl:with-param name="in" select="$in"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="m:title | m:meaning" mode="json">
      <xsl:with-param name="in" select="$in"/>
    </xsl:apply-templates>
    <xsl:call-template name="lists">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="fields" select="m:cause"/>
    </xsl:call-template>
    <xsl:call-template name="lists">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="fields" select="m:action"/>
    </xsl:call-template>
    <xsl:call-template name="lists">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="fields" select="m:note"/>
    </xsl:call-template>
    <xsl:apply-templates select="." mode="json-own">
      <xsl:with-param name="in" select="$in"/>
    </xsl:apply-templates>
    <xsl:call-template name="members">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'see'"/>
      <xsl:with-param name="items" select="m:see[not(@reference)]"/>
    </xsl:call-template>
    <xsl:call-template name="members">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'references'"/>
      <xsl:with-param name="items" select="m:see[@reference]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== what only one kind has ==== -->

  <xsl:template mode="json-own" match="*"/>

  <xsl:template mode="json-own" match="m:reason">
    <xsl:param name="in"/>
    <xsl:call-template name="members">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'known-as'"/>
      <xsl:with-param name="items" select="m:known-as"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="json-own" match="m:reply[m:sense] | m:status[m:sense]">
    <xsl:param name="in"/>
    <xsl:call-template name="array">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'senses'"/>
      <xsl:with-param name="entries" select="m:sense"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="json-own" match="m:notice[m:phrase]">
    <xsl:param name="in"/>
    <xsl:call-template name="array">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'phrases'"/>
      <xsl:with-param name="entries" select="m:phrase"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="json-own" match="m:vocabulary">
    <xsl:param name="in"/>
    <xsl:call-template name="array">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'keywords'"/>
      <xsl:with-param name="entries" select="m:keyword"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="json-own" match="m:keyword">
    <xsl:param name="in"/>
    <xsl:call-template name="members">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'treatments'"/>
      <xsl:with-param name="items" select="m:treatment"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="json" match="m:phrase">
    <xsl:param name="in"/>
    <xsl:text>"text": </xsl:text>
    <xsl:value-of select="gen:json-string(gen:phrase-text(m:match))"/>
    <xsl:text>,&#10;</xsl:text>
    <xsl:value-of select="$in"/>
    <xsl:apply-templates select="@*" mode="json">
      <xsl:with-param name="in" select="$in"/>
    </xsl:apply-templates>
    <xsl:call-template name="members">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'arguments'"/>
      <xsl:with-param name="items" select="m:match/m:arg"/>
    </xsl:call-template>
    <xsl:call-template name="members">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="'examples'"/>
      <xsl:with-param name="items" select="m:example"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="json" match="*">
    <xsl:call-template name="no-template"/>
  </xsl:template>

  <!-- ==== texts ==== -->

  <xsl:template mode="json" match="m:title | m:meaning">
    <xsl:param name="in"/>
    <xsl:call-template name="by-language">
      <xsl:with-param name="in" select="$in"/>
      <xsl:with-param name="name" select="name()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The texts of a field, an object by language.  What is not translated is
       there in English: no reader has to look twice. -->
  <xsl:template name="by-language">
    <xsl:param name="in"/>
    <xsl:param name="name"/>
    <xsl:variable name="texts" select="m:text"/>
    <xsl:text>,&#10;</xsl:text>
    <xsl:value-of select="$in"/>
    <xsl:text>"</xsl:text>
    <xsl:value-of select="$name"/>
    <xsl:text>": {</xsl:text>
    <xsl:for-each select="$asked-languages">
      <xsl:if test="position() != 1">
        <xsl:text>,</xsl:text>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:value-of select="$in"/>
      <xsl:text>  "</xsl:text>
      <xsl:value-of select="@code"/>
      <xsl:text>": </xsl:text>
      <xsl:value-of select="gen:json-string($texts[
          @xml:lang = current()/@code or position() = 1][last()])"/>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <xsl:value-of select="$in"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- The same of a field that repeats: an array by language. -->
  <xsl:template name="lists">
    <xsl:param name="in"/>
    <xsl:param name="fields"/>
    <xsl:if test="$fields">
      <xsl:text>,&#10;</xsl:text>
      <xsl:value-of select="$in"/>
      <xsl:text>"</xsl:text>
      <xsl:value-of select="name($fields)"/>
      <xsl:text>": {</xsl:text>
      <xsl:for-each select="$asked-languages">
        <xsl:if test="position() != 1">
          <xsl:text>,</xsl:text>
        </xsl:if>
        <xsl:text>&#10;</xsl:text>
        <xsl:value-of select="$in"/>
        <xsl:text>  "</xsl:text>
        <xsl:value-of select="@code"/>
        <xsl:text>": [&#10;</xsl:text>
        <xsl:apply-templates select="$fields" mode="json-item">
          <xsl:with-param name="in" select="$in"/>
          <xsl:with-param name="code" select="string(@code)"/>
        </xsl:apply-templates>
        <xsl:text>&#10;</xsl:text>
        <xsl:value-of select="$in"/>
        <xsl:text>  ]</xsl:text>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
      <xsl:value-of select="$in"/>
      <xsl:text>}</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="json-item" match="m:cause | m:note">
    <xsl:param name="in"/>
    <xsl:param name="code"/>
    <xsl:if test="position() != 1">
      <xsl:text>,&#10;</xsl:text>
    </xsl:if>
    <xsl:value-of select="$in"/>
    <xsl:text>    </xsl:text>
    <xsl:value-of select="gen:json-string(m:text[
        @xml:lang = $code or position() = 1][last()])"/>
  </xsl:template>

  <xsl:template mode="json-item" match="m:action">
    <xsl:param name="in"/>
    <xsl:param name="code"/>
    <xsl:if test="position() != 1">
      <xsl:text>,&#10;</xsl:text>
    </xsl:if>
    <xsl:value-of select="$in"/>
    <xsl:text>    {</xsl:text>
    <xsl:apply-templates select="@for" mode="json"/>
    <xsl:text>, "text": </xsl:text>
    <xsl:value-of select="gen:json-string(m:text[
        @xml:lang = $code or position() = 1][last()])"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <!-- ==== small objects, one a line ==== -->

  <xsl:template name="members">
    <xsl:param name="in"/>
    <xsl:param name="name"/>
    <xsl:param name="items"/>
    <xsl:if test="$items">
      <xsl:text>,&#10;</xsl:text>
      <xsl:value-of select="$in"/>
      <xsl:text>"</xsl:text>
      <xsl:value-of select="$name"/>
      <xsl:text>": [</xsl:text>
      <xsl:for-each select="$items">
        <xsl:if test="position() != 1">
          <xsl:text>,</xsl:text>
        </xsl:if>
        <xsl:text>&#10;</xsl:text>
        <xsl:value-of select="$in"/>
        <xsl:text>  </xsl:text>
        <xsl:apply-templates select="." mode="json-small"/>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
      <xsl:value-of select="$in"/>
      <xsl:text>]</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="json-small" match="m:known-as | m:treatment | m:arg | m:see">
    <xsl:text>{</xsl:text>
    <xsl:for-each select="@*">
      <xsl:if test="position() != 1">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="json"/>
    </xsl:for-each>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template mode="json-small" match="m:see[@reference]">
    <xsl:variable name="reference" select="key('reference', @reference)"/>
    <xsl:text>{"label": </xsl:text>
    <xsl:value-of select="gen:json-string($reference/@label)"/>
    <xsl:if test="@section">
      <xsl:text>, "section": "</xsl:text>
      <xsl:value-of select="@section"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="$reference/@href">
      <xsl:text>, "href": </xsl:text>
      <xsl:choose>
        <xsl:when test="@section and $reference/@section-href">
          <xsl:value-of select="gen:json-string(concat(
              substring-before($reference/@section-href, '{section}'), @section,
              substring-after($reference/@section-href, '{section}')))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="gen:json-string($reference/@href)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template mode="json-small" match="m:example">
    <xsl:value-of select="gen:json-string(.)"/>
  </xsl:template>

  <xsl:template mode="json-small" match="*">
    <xsl:call-template name="no-template"/>
  </xsl:template>

  <!-- ==== attributes ==== -->

  <!-- in: where each has a line of its own, its indentation. -->
  <xsl:template mode="json" match="@*">
    <xsl:param name="in"/>
    <xsl:if test="$in and position() != 1">
      <xsl:text>,&#10;</xsl:text>
      <xsl:value-of select="$in"/>
    </xsl:if>
    <xsl:text>"</xsl:text>
    <xsl:value-of select="name()"/>
    <xsl:text>": </xsl:text>
    <xsl:apply-templates select="." mode="json-value"/>
  </xsl:template>

  <xsl:template mode="json-value" match="@*">
    <xsl:value-of select="gen:json-string(.)"/>
  </xsl:template>

  <xsl:template mode="json-value" match="@number | @digit | @value | @reply |
      @meant-reply | m:reply/@code">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template mode="json-value" match="@complete">
    <xsl:value-of select=". = 'yes'"/>
  </xsl:template>

  <xsl:template mode="json-value" match="@commands | @statuses | @extensions |
      @where | @for | @from-statuses">
    <xsl:text>[</xsl:text>
    <xsl:call-template name="words">
      <xsl:with-param name="words" select="."/>
      <xsl:with-param name="quote" select="'&quot;'"/>
    </xsl:call-template>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template mode="json-value" match="@classes | @classes-met">
    <xsl:text>[</xsl:text>
    <xsl:call-template name="words">
      <xsl:with-param name="words" select="."/>
    </xsl:call-template>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- A list's words, which are letters, digits, dots and hyphens. -->
  <xsl:template name="words">
    <xsl:param name="words"/>
    <xsl:param name="quote"/>
    <xsl:choose>
      <xsl:when test="contains($words, ' ')">
        <xsl:value-of select="$quote"/>
        <xsl:value-of select="substring-before($words, ' ')"/>
        <xsl:value-of select="$quote"/>
        <xsl:text>, </xsl:text>
        <xsl:call-template name="words">
          <xsl:with-param name="words" select="substring-after($words, ' ')"/>
          <xsl:with-param name="quote" select="$quote"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$quote"/>
        <xsl:value-of select="$words"/>
        <xsl:value-of select="$quote"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
