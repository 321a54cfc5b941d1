<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- The pages of section 7 that hold the entries themselves.  The codes stand
     in the NAME section, so that "man 550" and "man -k 550" find the page. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    exclude-result-prefixes="gen m">

  <!-- Head, NAME and what the fixed text says.  Its second line is the page's
       description, in a comment; then the body.  codes: further names of the
       page, each after ", ". -->
  <xsl:template name="page">
    <xsl:param name="page"/>
    <xsl:param name="codes" select="''"/>
    <xsl:variable name="fixed">
      <xsl:call-template name="fixed">
        <xsl:with-param name="file" select="concat($page, '.7')"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="page-head">
      <xsl:with-param name="page" select="$page"/>
    </xsl:call-template>
    <xsl:call-template name="section">
      <xsl:with-param name="id" select="'name'"/>
    </xsl:call-template>
    <xsl:value-of select="gen:wrap(concat(gen:roff($page), $codes), 78, '')"/>
    <xsl:text>&#10;\- </xsl:text>
    <xsl:value-of select="substring-before(substring-after($fixed, '.\&quot; '), '&#10;')"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:value-of select="substring-after($fixed, '&#10;')"/>
  </xsl:template>

  <xsl:template name="pages-see-also">
    <xsl:call-template name="section">
      <xsl:with-param name="id" select="'see-also'"/>
    </xsl:call-template>
    <xsl:text>.BR mailerr (1),&#10;.BR mailerr (3),&#10;.BR mailerr (7),&#10;</xsl:text>
    <xsl:text>.BR mailerr\-keywords (7),&#10;.BR mailerr\-notices (7),&#10;</xsl:text>
    <xsl:text>.BR mailerr\-reasons (7),&#10;.BR mailerr\-replies (7),&#10;</xsl:text>
    <xsl:text>.BR mailerr\-statuses (7)&#10;</xsl:text>
  </xsl:template>

  <!-- ==== replies ==== -->

  <xsl:template name="replies-page">
    <xsl:variable name="mistaken"
        select="$catalog/m:mistaken/m:mistake[not(contains(@code, '.'))]"/>
    <xsl:variable name="codes">
      <xsl:for-each select="$catalog/m:replies/m:reply |
          $mistaken[not(key('reply', @code))]">
        <xsl:text>, </xsl:text>
        <xsl:value-of select="@code"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="page">
      <xsl:with-param name="page" select="'mailerr-replies'"/>
      <xsl:with-param name="codes" select="string($codes)"/>
    </xsl:call-template>
    <xsl:call-template name="replies-of">
      <xsl:with-param name="digit" select="'2'"/>
      <xsl:with-param name="class" select="'class-success'"/>
    </xsl:call-template>
    <xsl:call-template name="replies-of">
      <xsl:with-param name="digit" select="'3'"/>
      <xsl:with-param name="class" select="'class-intermediate'"/>
    </xsl:call-template>
    <xsl:call-template name="replies-of">
      <xsl:with-param name="digit" select="'4'"/>
      <xsl:with-param name="class" select="'class-transient'"/>
    </xsl:call-template>
    <xsl:call-template name="replies-of">
      <xsl:with-param name="digit" select="'5'"/>
      <xsl:with-param name="class" select="'class-permanent'"/>
    </xsl:call-template>
    <xsl:call-template name="mistaken">
      <xsl:with-param name="mistaken" select="$mistaken"/>
    </xsl:call-template>
    <xsl:call-template name="pages-see-also"/>
  </xsl:template>

  <xsl:template name="replies-of">
    <xsl:param name="digit"/>
    <xsl:param name="class"/>
    <xsl:variable name="replies"
        select="$catalog/m:replies/m:reply[starts-with(@code, $digit)]"/>
    <xsl:if test="$replies">
      <xsl:call-template name="section">
        <xsl:with-param name="id" select="$class"/>
        <xsl:with-param name="before" select="concat($digit, 'yz ')"/>
      </xsl:call-template>
      <xsl:for-each select="$replies">
        <xsl:call-template name="entry">
          <xsl:with-param name="id" select="@code"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="mistaken">
    <xsl:param name="mistaken"/>
    <xsl:if test="$mistaken">
      <xsl:call-template name="section">
        <xsl:with-param name="id" select="'mistaken-codes'"/>
      </xsl:call-template>
      <xsl:for-each select="$mistaken">
        <xsl:call-template name="entry">
          <xsl:with-param name="id" select="@code"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- ==== statuses ==== -->

  <!-- As they are met: 4.1.1 and 5.1.1, not X.1.1. -->
  <xsl:template name="statuses-page">
    <xsl:variable name="mistaken"
        select="$catalog/m:mistaken/m:mistake[contains(@code, '.')]"/>
    <xsl:variable name="codes">
      <xsl:for-each select="$catalog/m:statuses/m:status">
        <xsl:call-template name="met-codes">
          <xsl:with-param name="classes"
              select="normalize-space(concat(@classes, ' ', @classes-met))"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:for-each select="$mistaken[not(starts-with(@code, 'X')) and
          not(key('status', concat('X', substring(@code, 2))))]">
        <xsl:text>, </xsl:text>
        <xsl:value-of select="@code"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="page">
      <xsl:with-param name="page" select="'mailerr-statuses'"/>
      <xsl:with-param name="codes" select="string($codes)"/>
    </xsl:call-template>
    <xsl:call-template name="status-classes"/>
    <xsl:for-each select="$catalog/m:statuses/m:subject">
      <xsl:variable name="statuses" select="$catalog/m:statuses/m:status[
          starts-with(@code, concat('X.', current()/@digit, '.'))]"/>
      <entry>
        <xsl:text>.SH </xsl:text>
        <xsl:value-of select="gen:roff-argument(concat('X.', @digit, ' ',
            gen:upper-case(m:title/m:text[@xml:lang = $language or
            position() = 1][last()])))"/>
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="m:meaning">
          <xsl:call-template name="text"/>
        </xsl:for-each>
        <xsl:for-each select="m:note">
          <xsl:text>.PP&#10;</xsl:text>
          <xsl:call-template name="text"/>
        </xsl:for-each>
      </entry>
      <xsl:for-each select="$statuses">
        <xsl:call-template name="entry">
          <xsl:with-param name="id" select="@code"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:call-template name="mistaken">
      <xsl:with-param name="mistaken" select="$mistaken"/>
    </xsl:call-template>
    <xsl:call-template name="pages-see-also"/>
  </xsl:template>

  <!-- "2 5" as ", 2.1.1, 5.1.1" -->
  <xsl:template name="met-codes">
    <xsl:param name="classes"/>
    <xsl:if test="$classes != ''">
      <xsl:text>, </xsl:text>
      <xsl:value-of select="concat(substring($classes, 1, 1), substring(@code, 2))"/>
      <xsl:call-template name="met-codes">
        <xsl:with-param name="classes" select="substring($classes, 3)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="status-classes">
    <xsl:call-template name="section">
      <xsl:with-param name="id" select="'status-classes'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:statuses/m:status-class">
      <entry>
        <xsl:text>.TP 8&#10;.B </xsl:text>
        <xsl:value-of select="@digit"/>
        <xsl:text>.X.X&#10;</xsl:text>
        <xsl:for-each select="m:title | m:meaning">
          <xsl:if test="self::m:meaning">
            <xsl:text>.br&#10;</xsl:text>
          </xsl:if>
          <xsl:call-template name="text"/>
        </xsl:for-each>
      </entry>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== notices, reasons, keywords ==== -->

  <xsl:template name="notices-page">
    <xsl:call-template name="page">
      <xsl:with-param name="page" select="'mailerr-notices'"/>
    </xsl:call-template>
    <xsl:call-template name="section">
      <xsl:with-param name="id" select="'notices'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:notices/m:notice">
      <xsl:call-template name="entry">
        <xsl:with-param name="id" select="concat(@id, ':')"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="pages-see-also"/>
  </xsl:template>

  <xsl:template name="reasons-page">
    <xsl:call-template name="page">
      <xsl:with-param name="page" select="'mailerr-reasons'"/>
    </xsl:call-template>
    <xsl:call-template name="section">
      <xsl:with-param name="id" select="'reasons'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:reasons/m:reason">
      <xsl:call-template name="entry">
        <xsl:with-param name="id" select="concat(@id, ':')"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="pages-see-also"/>
  </xsl:template>

  <xsl:template name="keywords-page">
    <xsl:variable name="names">
      <xsl:for-each select="$catalog/m:vocabularies/m:vocabulary/m:keyword[@value]">
        <xsl:text>, </xsl:text>
        <xsl:value-of select="gen:roff(@name)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="page">
      <xsl:with-param name="page" select="'mailerr-keywords'"/>
      <xsl:with-param name="codes" select="string($names)"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:vocabularies/m:vocabulary">
      <entry>
        <xsl:text>.SH </xsl:text>
        <xsl:value-of select="gen:roff-argument(gen:upper-case(m:title/m:text[
            @xml:lang = $language or position() = 1][last()]))"/>
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="m:meaning">
          <xsl:call-template name="text"/>
        </xsl:for-each>
        <xsl:for-each select="m:note">
          <xsl:text>.PP&#10;</xsl:text>
          <xsl:call-template name="text"/>
        </xsl:for-each>
        <xsl:for-each select="m:see[@reference][1]">
          <xsl:for-each select="..">
            <xsl:call-template name="sources"/>
          </xsl:for-each>
        </xsl:for-each>
      </entry>
      <xsl:for-each select="m:keyword">
        <xsl:call-template name="entry">
          <xsl:with-param name="id" select="concat(@name, ':')"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:call-template name="pages-see-also"/>
  </xsl:template>
</xsl:stylesheet>
