<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- mailerr.json.  An element becomes an object: its attributes first, then its
     fields.  A member begins with the comma after the one before it and a line
     feed, the first with nothing: it is always an attribute.

     The blanks before a line stand in the templates as they are.  What stands
     within an entry is compact, a line a member: senses and keywords.  Of
     notices and phrases there may be thousands: their attributes are written
     out, those of other kinds come as they stand in the catalog. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    exclude-result-prefixes="gen m">

  <!-- Whether the n-th text is that of the n-th language asked for. -->
  <xsl:variable name="by-place" select="$all-complete and
      count($asked-languages) = count($catalog/m:languages/m:language)"/>

  <xsl:template name="json">
    <xsl:text>{&#10;  "$schema": "mailerr.schema.json",&#10;</xsl:text>
    <xsl:text>  "license": "0BSD",&#10;</xsl:text>
    <xsl:text>  "generator": "mailerr-gen, from catalog.xml; do not edit"</xsl:text>
    <xsl:for-each select="$catalog/@*">
      <xsl:text>,&#10;  </xsl:text>
      <xsl:apply-templates select="." mode="json-member"/>
    </xsl:for-each>
    <xsl:text>,&#10;  "languages": [</xsl:text>
    <xsl:apply-templates select="$asked-languages" mode="json"/>
    <xsl:text>],&#10;  "labels": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:labels/m:label" mode="json"/>
    <xsl:text>],&#10;  "sections": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:sections/m:section" mode="json"/>
    <xsl:text>],&#10;  "references": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:references/m:reference" mode="json"/>
    <xsl:text>],&#10;  "commands": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:commands/m:command" mode="json"/>
    <xsl:text>],&#10;  "emitters": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:emitters/m:emitter" mode="json"/>
    <xsl:text>],&#10;  "reasons": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:reasons/m:reason" mode="json"/>
    <xsl:text>],&#10;  "replies": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:replies/m:reply" mode="json"/>
    <xsl:text>],&#10;  "status-classes": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:statuses/m:status-class" mode="json"/>
    <xsl:text>],&#10;  "subjects": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:statuses/m:subject" mode="json"/>
    <xsl:text>],&#10;  "statuses": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:statuses/m:status" mode="json"/>
    <xsl:text>],&#10;  "notices": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:notices/m:notice" mode="json"/>
    <xsl:text>],&#10;  "mistaken": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:mistaken/m:mistake" mode="json"/>
    <xsl:text>],&#10;  "vocabularies": [</xsl:text>
    <xsl:apply-templates select="$catalog/m:vocabularies/m:vocabulary" mode="json"/>
    <xsl:text>]&#10;}&#10;</xsl:text>
  </xsl:template>

  <!-- An entry of an array, in an element of its own: libxslt measures the text
       before it anew after each variable that has content. -->
  <xsl:template mode="json" match="*">
    <entry>
      <xsl:if test="position() != 1">
        <xsl:text>,</xsl:text>
      </xsl:if>
      <xsl:text>&#10;    {&#10;      </xsl:text>
      <xsl:apply-templates select="." mode="json-members"/>
      <xsl:text>&#10;    }</xsl:text>
      <xsl:if test="position() = last()">
        <xsl:text>&#10;  </xsl:text>
      </xsl:if>
    </entry>
  </xsl:template>

  <!-- ==== the members of each kind ==== -->

  <xsl:template mode="json-members" match="m:language | m:reference | m:emitter">
    <xsl:call-template name="attributes"/>
  </xsl:template>

  <xsl:template mode="json-members" match="m:label">
    <xsl:call-template name="attributes"/>
    <xsl:text>,&#10;      "text": {</xsl:text>
    <xsl:call-template name="texts"/>
  </xsl:template>

  <xsl:template mode="json-members" match="m:section | m:command | m:reason |
      m:reply | m:status-class | m:subject | m:status | m:mistake | m:vocabulary">
    <xsl:call-template name="attributes"/>
    <xsl:call-template name="fields"/>
    <xsl:if test="m:known-as">
      <xsl:text>,&#10;      "known-as": [</xsl:text>
      <xsl:apply-templates select="m:known-as" mode="json-line"/>
      <xsl:text>&#10;      ]</xsl:text>
    </xsl:if>
    <xsl:if test="m:sense">
      <xsl:text>,&#10;      "senses": [</xsl:text>
      <xsl:apply-templates select="m:sense" mode="json-compact"/>
      <xsl:text>&#10;      ]</xsl:text>
    </xsl:if>
    <xsl:if test="m:keyword">
      <xsl:text>,&#10;      "keywords": [</xsl:text>
      <xsl:apply-templates select="m:keyword" mode="json-compact"/>
      <xsl:text>&#10;      ]</xsl:text>
    </xsl:if>
    <xsl:call-template name="see"/>
  </xsl:template>

  <xsl:template mode="json-members" match="m:notice">
    <xsl:text>"id": "</xsl:text>
    <xsl:value-of select="@id"/>
    <xsl:text>",&#10;      "number": </xsl:text>
    <xsl:value-of select="@number"/>
    <xsl:text>,&#10;      "rank": "</xsl:text>
    <xsl:value-of select="@rank"/>
    <xsl:text>"</xsl:text>
    <xsl:if test="@reason">
      <xsl:text>,&#10;      "reason": "</xsl:text>
      <xsl:value-of select="@reason"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@reply">
      <xsl:text>,&#10;      "reply": </xsl:text>
      <xsl:value-of select="@reply"/>
    </xsl:if>
    <xsl:if test="@status">
      <xsl:text>,&#10;      "status": "</xsl:text>
      <xsl:value-of select="@status"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@class">
      <xsl:text>,&#10;      "class": "</xsl:text>
      <xsl:value-of select="@class"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@bounce">
      <xsl:text>,&#10;      "bounce": "</xsl:text>
      <xsl:value-of select="@bounce"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@retry">
      <xsl:text>,&#10;      "retry": "</xsl:text>
      <xsl:value-of select="@retry"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@suppress">
      <xsl:text>,&#10;      "suppress": "</xsl:text>
      <xsl:value-of select="@suppress"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@about">
      <xsl:text>,&#10;      "about": "</xsl:text>
      <xsl:value-of select="@about"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@standing">
      <xsl:text>,&#10;      "standing": "</xsl:text>
      <xsl:value-of select="@standing"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@since">
      <xsl:text>,&#10;      "since": "</xsl:text>
      <xsl:value-of select="@since"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@retired">
      <xsl:text>,&#10;      "retired": "</xsl:text>
      <xsl:value-of select="@retired"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:call-template name="fields"/>
    <xsl:if test="m:phrase">
      <xsl:text>,&#10;      "phrases": [</xsl:text>
      <xsl:apply-templates select="m:phrase" mode="json-phrase"/>
      <xsl:text>&#10;      ]</xsl:text>
    </xsl:if>
    <xsl:call-template name="see"/>
  </xsl:template>

  <xsl:template mode="json-members" match="*">
    <xsl:call-template name="no-template"/>
  </xsl:template>

  <xsl:template mode="json-phrase" match="m:phrase">
    <xsl:if test="position() != 1">
      <xsl:text>,</xsl:text>
    </xsl:if>
    <xsl:text>&#10;        {&#10;          "text": </xsl:text>
    <xsl:value-of select="gen:json-string(gen:phrase-text(m:match))"/>
    <xsl:if test="@emitter">
      <xsl:text>,&#10;          "emitter": "</xsl:text>
      <xsl:value-of select="@emitter"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@command">
      <xsl:text>,&#10;          "command": "</xsl:text>
      <xsl:value-of select="@command"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@reply">
      <xsl:text>,&#10;          "reply": </xsl:text>
      <xsl:value-of select="@reply"/>
    </xsl:if>
    <xsl:if test="@status">
      <xsl:text>,&#10;          "status": "</xsl:text>
      <xsl:value-of select="@status"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:text>,&#10;          "where": </xsl:text>
    <xsl:apply-templates select="@where" mode="json-value"/>
    <xsl:if test="@rank">
      <xsl:text>,&#10;          "rank": "</xsl:text>
      <xsl:value-of select="@rank"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@anchor">
      <xsl:text>,&#10;          "anchor": "</xsl:text>
      <xsl:value-of select="@anchor"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="@source">
      <xsl:text>,&#10;          "source": </xsl:text>
      <xsl:value-of select="gen:json-string(@source)"/>
    </xsl:if>
    <xsl:if test="@since">
      <xsl:text>,&#10;          "since": </xsl:text>
      <xsl:value-of select="gen:json-string(@since)"/>
    </xsl:if>
    <xsl:if test="@until">
      <xsl:text>,&#10;          "until": </xsl:text>
      <xsl:value-of select="gen:json-string(@until)"/>
    </xsl:if>
    <xsl:if test="@retired">
      <xsl:text>,&#10;          "retired": "</xsl:text>
      <xsl:value-of select="@retired"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:if test="m:match/m:arg">
      <xsl:text>,&#10;          "arguments": [</xsl:text>
      <xsl:for-each select="m:match/m:arg">
        <xsl:if test="position() != 1">
          <xsl:text>, </xsl:text>
        </xsl:if>
        <xsl:text>{"name": "</xsl:text>
        <xsl:value-of select="@name"/>
        <xsl:text>", "type": "</xsl:text>
        <xsl:value-of select="@type"/>
        <xsl:text>"}</xsl:text>
      </xsl:for-each>
      <xsl:text>]</xsl:text>
    </xsl:if>
    <xsl:text>,&#10;          "examples": [</xsl:text>
    <xsl:for-each select="m:example">
      <xsl:if test="position() != 1">
        <xsl:text>,</xsl:text>
      </xsl:if>
      <xsl:text>&#10;            </xsl:text>
      <xsl:value-of select="gen:json-string(.)"/>
    </xsl:for-each>
    <xsl:text>&#10;          ]&#10;        }</xsl:text>
  </xsl:template>

  <!-- ==== fields ==== -->

  <xsl:template name="fields">
    <xsl:for-each select="m:title">
      <xsl:text>,&#10;      "title": {</xsl:text>
      <xsl:call-template name="texts"/>
    </xsl:for-each>
    <xsl:for-each select="m:meaning">
      <xsl:text>,&#10;      "meaning": {</xsl:text>
      <xsl:call-template name="texts"/>
    </xsl:for-each>
    <xsl:if test="m:cause">
      <xsl:text>,&#10;      "cause": {</xsl:text>
      <xsl:call-template name="lists">
        <xsl:with-param name="fields" select="m:cause"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="m:action">
      <xsl:text>,&#10;      "action": {</xsl:text>
      <xsl:call-template name="lists">
        <xsl:with-param name="fields" select="m:action"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="m:note">
      <xsl:text>,&#10;      "note": {</xsl:text>
      <xsl:call-template name="lists">
        <xsl:with-param name="fields" select="m:note"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The texts of a field by language, and the object's end.  What is not
       translated is there in English: no reader has to look twice. -->
  <xsl:template name="texts">
    <xsl:choose>
      <xsl:when test="$by-place">
        <xsl:for-each select="m:text">
          <xsl:if test="position() != 1">
            <xsl:text>,</xsl:text>
          </xsl:if>
          <xsl:text>&#10;        "</xsl:text>
          <xsl:value-of select="@xml:lang"/>
          <xsl:text>": </xsl:text>
          <xsl:value-of select="gen:json-string(.)"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="texts" select="m:text"/>
        <xsl:for-each select="$asked-languages">
          <xsl:if test="position() != 1">
            <xsl:text>,</xsl:text>
          </xsl:if>
          <xsl:text>&#10;        "</xsl:text>
          <xsl:value-of select="@code"/>
          <xsl:text>": </xsl:text>
          <xsl:value-of select="gen:json-string($texts[
              @xml:lang = current()/@code or position() = 1][last()])"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;      }</xsl:text>
  </xsl:template>

  <!-- The same of a field that repeats: an array by language. -->
  <xsl:template name="lists">
    <xsl:param name="fields"/>
    <xsl:for-each select="$asked-languages">
      <xsl:variable name="code" select="@code"/>
      <xsl:variable name="n" select="position()"/>
      <xsl:if test="$n != 1">
        <xsl:text>,</xsl:text>
      </xsl:if>
      <xsl:text>&#10;        "</xsl:text>
      <xsl:value-of select="@code"/>
      <xsl:text>": [</xsl:text>
      <xsl:choose>
        <xsl:when test="$by-place">
          <xsl:apply-templates select="$fields/m:text[$n]" mode="json-item"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="$fields">
            <xsl:if test="position() != 1">
              <xsl:text>,</xsl:text>
            </xsl:if>
            <xsl:apply-templates select="m:text[@xml:lang = $code or
                position() = 1][last()]" mode="json-item"/>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>&#10;        ]</xsl:text>
    </xsl:for-each>
    <xsl:text>&#10;      }</xsl:text>
  </xsl:template>

  <xsl:template mode="json-item" match="m:text">
    <xsl:if test="position() != 1">
      <xsl:text>,</xsl:text>
    </xsl:if>
    <xsl:text>&#10;          </xsl:text>
    <xsl:value-of select="gen:json-string(.)"/>
  </xsl:template>

  <xsl:template mode="json-item" match="m:action/m:text">
    <xsl:if test="position() != 1">
      <xsl:text>,</xsl:text>
    </xsl:if>
    <xsl:text>&#10;          {"for": </xsl:text>
    <xsl:apply-templates select="../@for" mode="json-value"/>
    <xsl:text>, "text": </xsl:text>
    <xsl:value-of select="gen:json-string(.)"/>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template name="see">
    <xsl:if test="m:see[not(@reference)]">
      <xsl:text>,&#10;      "see": [</xsl:text>
      <xsl:apply-templates select="m:see[not(@reference)]" mode="json-line"/>
      <xsl:text>&#10;      ]</xsl:text>
    </xsl:if>
    <xsl:if test="m:see[@reference]">
      <xsl:text>,&#10;      "references": [</xsl:text>
      <xsl:apply-templates select="m:see[@reference]" mode="json-line"/>
      <xsl:text>&#10;      ]</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- ==== objects within an entry ==== -->

  <!-- A sense or keyword: a line a member. -->
  <xsl:template mode="json-compact" match="m:sense | m:keyword">
    <xsl:if test="position() != 1">
      <xsl:text>,</xsl:text>
    </xsl:if>
    <xsl:text>&#10;        {</xsl:text>
    <xsl:for-each select="@*">
      <xsl:if test="position() != 1">
        <xsl:text>,</xsl:text>
      </xsl:if>
      <xsl:text>&#10;          </xsl:text>
      <xsl:apply-templates select="." mode="json-member"/>
    </xsl:for-each>
    <xsl:for-each select="m:title | m:meaning">
      <xsl:text>,&#10;          "</xsl:text>
      <xsl:value-of select="name()"/>
      <xsl:text>": {</xsl:text>
      <xsl:call-template name="compact-lists">
        <xsl:with-param name="fields" select="."/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="m:cause">
      <xsl:text>,&#10;          "cause": {</xsl:text>
      <xsl:call-template name="compact-lists">
        <xsl:with-param name="fields" select="m:cause"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="m:action">
      <xsl:text>,&#10;          "action": {</xsl:text>
      <xsl:call-template name="compact-lists">
        <xsl:with-param name="fields" select="m:action"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="m:note">
      <xsl:text>,&#10;          "note": {</xsl:text>
      <xsl:call-template name="compact-lists">
        <xsl:with-param name="fields" select="m:note"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="m:treatment">
      <xsl:text>,&#10;          "treatments": [</xsl:text>
      <xsl:call-template name="compact-objects">
        <xsl:with-param name="objects" select="m:treatment"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="m:see[not(@reference)]">
      <xsl:text>,&#10;          "see": [</xsl:text>
      <xsl:call-template name="compact-objects">
        <xsl:with-param name="objects" select="m:see[not(@reference)]"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="m:see[@reference]">
      <xsl:text>,&#10;          "references": [</xsl:text>
      <xsl:call-template name="compact-objects">
        <xsl:with-param name="objects" select="m:see[@reference]"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>&#10;        }</xsl:text>
  </xsl:template>

  <!-- The texts by language, in an array where the field repeats. -->
  <xsl:template name="compact-lists">
    <xsl:param name="fields"/>
    <xsl:variable name="repeats" select="not($fields/self::m:title | $fields/self::m:meaning)"/>
    <xsl:for-each select="$asked-languages">
      <xsl:variable name="code" select="@code"/>
      <xsl:if test="position() != 1">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:text>"</xsl:text>
      <xsl:value-of select="$code"/>
      <xsl:text>": </xsl:text>
      <xsl:if test="$repeats">
        <xsl:text>[</xsl:text>
      </xsl:if>
      <xsl:for-each select="$fields">
        <xsl:if test="position() != 1">
          <xsl:text>, </xsl:text>
        </xsl:if>
        <xsl:if test="@for">
          <xsl:text>{"for": </xsl:text>
          <xsl:apply-templates select="@for" mode="json-value"/>
          <xsl:text>, "text": </xsl:text>
        </xsl:if>
        <xsl:value-of select="gen:json-string(m:text[
            @xml:lang = $code or position() = 1][last()])"/>
        <xsl:if test="@for">
          <xsl:text>}</xsl:text>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="$repeats">
        <xsl:text>]</xsl:text>
      </xsl:if>
    </xsl:for-each>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template name="compact-objects">
    <xsl:param name="objects"/>
    <xsl:for-each select="$objects">
      <xsl:if test="position() != 1">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="json-object"/>
    </xsl:for-each>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- Small objects, one a line. -->
  <xsl:template mode="json-line" match="*">
    <xsl:if test="position() != 1">
      <xsl:text>,</xsl:text>
    </xsl:if>
    <xsl:text>&#10;        </xsl:text>
    <xsl:apply-templates select="." mode="json-object"/>
  </xsl:template>

  <xsl:template mode="json-object" match="m:known-as | m:treatment | m:see">
    <xsl:text>{</xsl:text>
    <xsl:for-each select="@*">
      <xsl:if test="position() != 1">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="json-member"/>
    </xsl:for-each>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template mode="json-object" match="m:see[@reference]">
    <xsl:variable name="reference" select="key('reference', @reference)"/>
    <xsl:text>{"label": </xsl:text>
    <xsl:value-of select="gen:json-string($reference/@label)"/>
    <xsl:if test="@section">
      <xsl:text>, "section": "</xsl:text>
      <xsl:value-of select="@section"/>
      <xsl:text>"</xsl:text>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@section and $reference/@section-href">
        <xsl:text>, "href": </xsl:text>
        <xsl:value-of select="gen:json-string(concat(
            substring-before($reference/@section-href, '{section}'), @section,
            substring-after($reference/@section-href, '{section}')))"/>
      </xsl:when>
      <xsl:when test="$reference/@href">
        <xsl:text>, "href": </xsl:text>
        <xsl:value-of select="gen:json-string($reference/@href)"/>
      </xsl:when>
    </xsl:choose>
    <xsl:text>}</xsl:text>
  </xsl:template>

  <xsl:template mode="json-object" match="*">
    <xsl:call-template name="no-template"/>
  </xsl:template>

  <!-- ==== attributes ==== -->

  <xsl:template name="attributes">
    <xsl:for-each select="@*">
      <xsl:if test="position() != 1">
        <xsl:text>,&#10;      </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="json-member"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template mode="json-member" match="@*">
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
    <xsl:text>["</xsl:text>
    <xsl:choose>
      <xsl:when test="contains(., ' ')">
        <xsl:call-template name="words">
          <xsl:with-param name="words" select="string(.)"/>
          <xsl:with-param name="between" select="'&quot;, &quot;'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="."/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>"]</xsl:text>
  </xsl:template>

  <xsl:template mode="json-value" match="@classes | @classes-met">
    <xsl:text>[</xsl:text>
    <xsl:call-template name="words">
      <xsl:with-param name="words" select="string(.)"/>
      <xsl:with-param name="between" select="', '"/>
    </xsl:call-template>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <!-- A list's words, which are letters, digits, dots and hyphens. -->
  <xsl:template name="words">
    <xsl:param name="words"/>
    <xsl:param name="between"/>
    <xsl:choose>
      <xsl:when test="contains($words, ' ')">
        <xsl:value-of select="substring-before($words, ' ')"/>
        <xsl:value-of select="$between"/>
        <xsl:call-template name="words">
          <xsl:with-param name="words" select="substring-after($words, ' ')"/>
          <xsl:with-param name="between" select="$between"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
