<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- The CSV tables (RFC 4180): a header row, then a row an entry.  Values that
     the grammar limits to letters, digits, dots, hyphens and blanks need no
     escaper. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1">

  <xsl:template name="replies-csv">
    <xsl:text>code,symbol,reason,commands,statuses,extensions,standing,since,retired</xsl:text>
    <xsl:call-template name="text-columns"/>
    <xsl:for-each select="$catalog/m:replies/m:reply">
      <xsl:value-of select="@code"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@symbol"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@reason"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@commands"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@statuses"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@extensions"/>
      <xsl:call-template name="last-columns"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="statuses-csv">
    <xsl:text>code,symbol,classes,classes-met,reason,trust,standing,since,retired</xsl:text>
    <xsl:call-template name="text-columns"/>
    <xsl:for-each select="$catalog/m:statuses/m:status">
      <xsl:value-of select="@code"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@symbol"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@classes"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@classes-met"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@reason"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@trust"/>
      <xsl:call-template name="last-columns"/>
    </xsl:for-each>
  </xsl:template>

  <!-- bounce, retry, suppress, about: the notice's own or, where it has none,
       its reason's. -->
  <xsl:template name="notices-csv">
    <xsl:text>id,number,rank,reason,reply,status,class,bounce,retry,suppress,about,standing,since,retired</xsl:text>
    <xsl:call-template name="text-columns"/>
    <xsl:for-each select="$catalog/m:notices/m:notice">
      <xsl:variable name="reason" select="key('reason', @reason)"/>
      <xsl:value-of select="@id"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@number"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@rank"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@reason"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@reply"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@status"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@class"/>
      <xsl:text>,</xsl:text>
      <xsl:choose>
        <xsl:when test="@bounce">
          <xsl:value-of select="@bounce"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$reason/@bounce"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>,</xsl:text>
      <xsl:choose>
        <xsl:when test="@retry">
          <xsl:value-of select="@retry"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$reason/@retry"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>,</xsl:text>
      <xsl:choose>
        <xsl:when test="@suppress">
          <xsl:value-of select="@suppress"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$reason/@suppress"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>,</xsl:text>
      <xsl:choose>
        <xsl:when test="@about">
          <xsl:value-of select="@about"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$reason/@about"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="last-columns"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="reasons-csv">
    <xsl:text>id,number,group,bounce,retry,suppress,about,standing,since,retired</xsl:text>
    <xsl:call-template name="text-columns"/>
    <xsl:for-each select="$catalog/m:reasons/m:reason">
      <xsl:value-of select="@id"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@number"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@group"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@bounce"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@retry"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@suppress"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@about"/>
      <xsl:call-template name="last-columns"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="phrases-csv">
    <xsl:text>notice,text,arguments,rank,emitter,command,reply,status,where,anchor,source,since,until,retired,example&#13;&#10;</xsl:text>
    <xsl:for-each select="$catalog/m:notices/m:notice/m:phrase">
      <xsl:value-of select="../@id"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="gen:csv-field(gen:phrase-text(m:match))"/>
      <xsl:text>,</xsl:text>
      <xsl:for-each select="m:match/m:arg">
        <xsl:if test="position() != 1">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:value-of select="@name"/>
        <xsl:text>:</xsl:text>
        <xsl:value-of select="@type"/>
      </xsl:for-each>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@rank"/>
      <xsl:if test="not(@rank)">
        <xsl:value-of select="../@rank"/>
      </xsl:if>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@emitter"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@command"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@reply"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@status"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@where"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@anchor"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="gen:csv-field(@source)"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="gen:csv-field(@since)"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="gen:csv-field(@until)"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@retired"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="gen:csv-field(m:example)"/>
      <xsl:text>&#13;&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="crosswalk-csv">
    <xsl:text>reason,emitter,emitter-name,name&#13;&#10;</xsl:text>
    <xsl:for-each select="$catalog/m:reasons/m:reason/m:known-as">
      <xsl:value-of select="../@id"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="@emitter"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="gen:csv-field(key('emitter', @emitter)/@name)"/>
      <xsl:text>,</xsl:text>
      <xsl:value-of select="gen:csv-field(@name)"/>
      <xsl:text>&#13;&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- The end of a header row: ",title-en,title-ja,meaning-en,meaning-ja" -->
  <xsl:template name="text-columns">
    <xsl:for-each select="$asked-languages">
      <xsl:text>,title-</xsl:text>
      <xsl:value-of select="@code"/>
    </xsl:for-each>
    <xsl:for-each select="$asked-languages">
      <xsl:text>,meaning-</xsl:text>
      <xsl:value-of select="@code"/>
    </xsl:for-each>
    <xsl:text>&#13;&#10;</xsl:text>
  </xsl:template>

  <!-- The end of an entry's row. -->
  <xsl:template name="last-columns">
    <xsl:variable name="entry" select="."/>
    <xsl:text>,</xsl:text>
    <xsl:value-of select="@standing"/>
    <xsl:if test="not(@standing)">
      <xsl:text>current</xsl:text>
    </xsl:if>
    <xsl:text>,</xsl:text>
    <xsl:value-of select="@since"/>
    <xsl:text>,</xsl:text>
    <xsl:value-of select="@retired"/>
    <xsl:choose>
      <xsl:when test="$by-place">
        <xsl:for-each select="m:title/m:text">
          <xsl:text>,</xsl:text>
          <xsl:value-of select="gen:csv-field(.)"/>
        </xsl:for-each>
        <xsl:for-each select="m:meaning/m:text">
          <xsl:text>,</xsl:text>
          <xsl:value-of select="gen:csv-field(.)"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$asked-languages">
          <xsl:text>,</xsl:text>
          <xsl:value-of select="gen:csv-field($entry/m:title/m:text[
              @xml:lang = current()/@code or position() = 1][last()])"/>
        </xsl:for-each>
        <xsl:for-each select="$asked-languages">
          <xsl:text>,</xsl:text>
          <xsl:value-of select="gen:csv-field($entry/m:meaning/m:text[
              @xml:lang = current()/@code or position() = 1][last()])"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#13;&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
