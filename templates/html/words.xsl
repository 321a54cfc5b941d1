<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- Pieces of text that all pages use: fields with their markup, classes, codes,
     references, phrases.  Links are written for pages two folders below that of
     the language; all but the overview are. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    exclude-result-prefixes="gen m">

  <!-- ==== fields ==== -->

  <!-- Whether texts may be missing in the language of the run. -->
  <xsl:variable name="has-gaps"
      select="boolean($asked-languages[@code = $language][@complete != 'yes'])"/>

  <!-- Inside of the element that shows the field. -->
  <xsl:template match="m:meaning | m:cause | m:action | m:note" mode="words">
    <xsl:apply-templates select="m:text[@xml:lang = $language]/node()" mode="inline"/>
    <xsl:if test="$has-gaps">
      <xsl:if test="not(m:text[@xml:lang = $language])">
        <span lang="{m:text/@xml:lang}">
          <xsl:apply-templates select="m:text[1]/node()" mode="inline"/>
        </span>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- A title has no markup: most of them stand in links. -->
  <xsl:template match="m:title" mode="words">
    <xsl:value-of select="m:text[@xml:lang = $language]"/>
    <xsl:if test="$has-gaps">
      <xsl:if test="not(m:text[@xml:lang = $language])">
        <span lang="{m:text/@xml:lang}"><xsl:value-of select="m:text"/></span>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- As mere text, for attributes, the title of a page, and other depths. -->
  <xsl:template match="m:title | m:meaning" mode="plain">
    <xsl:value-of select="m:text[@xml:lang = $language or position() = 1][last()]"/>
  </xsl:template>

  <xsl:template match="m:code" mode="inline">
    <code><xsl:value-of select="."/></code>
  </xsl:template>

  <xsl:template match="m:link[@reply]" mode="inline">
    <a href="../replies/{@reply}.html"><xsl:value-of select="."/></a>
  </xsl:template>

  <xsl:template match="m:link[@status]" mode="inline">
    <a href="../statuses/x{substring(@status, 2)}.html"><xsl:value-of select="."/></a>
  </xsl:template>

  <xsl:template match="m:link[@notice]" mode="inline">
    <a href="../notices/{@notice}.html"><xsl:value-of select="."/></a>
  </xsl:template>

  <xsl:template match="m:link[@reason]" mode="inline">
    <a href="../reasons/{@reason}.html"><xsl:value-of select="."/></a>
  </xsl:template>

  <xsl:template match="m:link[@reference]" mode="inline">
    <xsl:apply-templates select="." mode="source"/>
  </xsl:template>

  <xsl:template match="*" mode="words">
    <xsl:call-template name="no-template"/>
  </xsl:template>

  <xsl:template match="*" mode="plain">
    <xsl:call-template name="no-template"/>
  </xsl:template>

  <xsl:template match="*" mode="inline">
    <xsl:call-template name="no-template"/>
  </xsl:template>

  <!-- ==== classes and codes ==== -->

  <xsl:variable name="class-success"><xsl:call-template name="make-class">
    <xsl:with-param name="class" select="'success'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="class-intermediate"><xsl:call-template name="make-class">
    <xsl:with-param name="class" select="'intermediate'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="class-transient"><xsl:call-template name="make-class">
    <xsl:with-param name="class" select="'transient'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="class-permanent"><xsl:call-template name="make-class">
    <xsl:with-param name="class" select="'permanent'"/></xsl:call-template></xsl:variable>
  <xsl:variable name="class-info"><xsl:call-template name="make-class">
    <xsl:with-param name="class" select="'info'"/></xsl:call-template></xsl:variable>

  <xsl:template name="make-class">
    <xsl:param name="class"/>
    <span class="class {$class}">
      <xsl:call-template name="label">
        <xsl:with-param name="id" select="concat('class-', $class)"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <!-- The name of a class, or a code's first digit, as a coloured word. -->
  <xsl:template name="class">
    <xsl:param name="of"/>
    <xsl:choose>
      <xsl:when test="$of = 'permanent' or $of = '5'"><xsl:copy-of select="$class-permanent"/></xsl:when>
      <xsl:when test="$of = 'transient' or $of = '4'"><xsl:copy-of select="$class-transient"/></xsl:when>
      <xsl:when test="$of = 'success' or $of = '2'"><xsl:copy-of select="$class-success"/></xsl:when>
      <xsl:when test="$of = 'intermediate' or $of = '3'"><xsl:copy-of select="$class-intermediate"/></xsl:when>
      <xsl:when test="$of = 'info'"><xsl:copy-of select="$class-info"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The digits of an attribute such as classes="4 5", the gravest first. -->
  <xsl:template name="classes">
    <xsl:param name="digits"/>
    <xsl:if test="contains($digits, '5')"><xsl:copy-of select="$class-permanent"/></xsl:if>
    <xsl:if test="contains($digits, '4')"><xsl:copy-of select="$class-transient"/></xsl:if>
    <xsl:if test="contains($digits, '2')"><xsl:copy-of select="$class-success"/></xsl:if>
  </xsl:template>

  <!-- A list such as statuses="5.1.1 5.7.1" or commands="MAIL RCPT" as links. -->
  <xsl:template name="links">
    <xsl:param name="list"/>
    <xsl:param name="to" select="'statuses'"/>
    <xsl:variable name="first" select="substring-before(concat($list, ' '), ' ')"/>
    <xsl:variable name="rest" select="substring-after($list, ' ')"/>
    <xsl:choose>
      <xsl:when test="$to = 'statuses'">
        <a class="code" href="../statuses/x{substring($first, 2)}.html">
          <xsl:value-of select="$first"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="command">
          <xsl:with-param name="name" select="$first"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$rest">
      <xsl:text> </xsl:text>
      <xsl:call-template name="links">
        <xsl:with-param name="list" select="$rest"/>
        <xsl:with-param name="to" select="$to"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="command">
    <xsl:param name="name" select="@command"/>
    <a class="code" href="../commands/index.html#{translate($name, $upper, $lower)}">
      <xsl:value-of select="$name"/>
    </a>
  </xsl:template>

  <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ_'"/>
  <xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyz-'"/>

  <xsl:template match="@reason" mode="link">
    <a href="../reasons/{.}.html">
      <xsl:apply-templates select="key('reason', string())/m:title" mode="words"/>
    </a>
  </xsl:template>

  <xsl:template match="@emitter" mode="link">
    <a href="../emitters/index.html#{.}"><xsl:value-of select="key('emitter', string())/@name"/></a>
  </xsl:template>

  <!-- ==== sources ==== -->

  <!-- "RFC 5321 §4.2.3", with its address where it has one; short: "§4.2.3". -->
  <xsl:template match="*" mode="source">
    <xsl:param name="short" select="false()"/>
    <xsl:variable name="reference" select="key('reference', string(@reference))"/>
    <xsl:variable name="address">
      <xsl:call-template name="reference-address">
        <xsl:with-param name="reference" select="$reference"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$address = ''">
        <xsl:apply-templates select="." mode="source-name">
          <xsl:with-param name="short" select="$short"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <a href="{$address}">
          <xsl:apply-templates select="." mode="source-name">
            <xsl:with-param name="short" select="$short"/>
          </xsl:apply-templates>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:link" mode="source-name">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="*" mode="source-name">
    <xsl:param name="short"/>
    <xsl:if test="not($short and @section)">
      <xsl:value-of select="key('reference', string(@reference))/@label"/>
    </xsl:if>
    <xsl:if test="@section">
      <xsl:if test="not($short)"><xsl:text> </xsl:text></xsl:if>
      <xsl:value-of select="concat('§', @section)"/>
    </xsl:if>
  </xsl:template>

  <!-- The title of a document, in the language it has. -->
  <xsl:template match="@title" mode="cite">
    <cite>
      <xsl:call-template name="ascii-is-english"/>
      <xsl:value-of select="."/>
    </cite>
  </xsl:template>

  <!-- ==== what a mail says ==== -->

  <!-- A phrase; what changes from mail to mail stands in a frame. -->
  <xsl:template match="m:match" mode="phrase">
    <code class="text">
      <xsl:call-template name="ascii-is-english"/>
      <xsl:apply-templates mode="phrase"/>
    </code>
  </xsl:template>

  <xsl:template match="m:arg" mode="phrase">
    <var><xsl:value-of select="@name"/></var>
  </xsl:template>

  <xsl:template match="m:example" mode="phrase">
    <code class="text">
      <xsl:call-template name="ascii-is-english"/>
      <xsl:value-of select="."/>
    </code>
  </xsl:template>

  <xsl:template match="*" mode="phrase">
    <xsl:call-template name="no-template"/>
  </xsl:template>

  <!-- What programs say is English on a page in another language, where it is
       not seen to be something else. -->
  <xsl:template name="ascii-is-english">
    <xsl:if test="$may-be-foreign">
      <xsl:if test="string-length() = gen:byte-length(.)">
        <xsl:attribute name="lang">en</xsl:attribute>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="may-be-foreign" select="$language != 'en'"/>
</xsl:stylesheet>
