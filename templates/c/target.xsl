<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- The C library: mailerr.h and mailerr.c, to be vendored.  What is the same
     for every catalog stands in the .h and .c files beside this one. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    extension-element-prefixes="gen">

  <xsl:import href="names.xsl"/>
  <xsl:import href="header.xsl"/>
  <xsl:import href="entries.xsl"/>
  <xsl:import href="facts.xsl"/>
  <xsl:import href="texts.xsl"/>

  <gen:target name="c" runs="once"
      description="a C99 and C++11 library: enums, tables, texts, explain"/>

  <xsl:template match="/">
    <gen:file path="{$prefix}.h" as="text">
      <xsl:call-template name="header"/>
    </gen:file>
    <gen:file path="{$prefix}.c" as="text">
      <xsl:call-template name="source"/>
    </gen:file>
  </xsl:template>

  <xsl:template name="source">
    <xsl:call-template name="banner">
      <xsl:with-param name="file" select="'c'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('#include &quot;', $prefix, '.h&quot;&#10;')"/>
    <xsl:value-of select="concat('&#10;#include &lt;stddef.h&gt;&#10;&#10;',
        '#if defined(', $PREFIX, '_NO_TEXT) &amp;&amp; defined(', $PREFIX, '_NO_PHRASES)&#10;',
        '#define ', $PREFIX, '_CODES_ALONE_&#10;#endif&#10;')"/>
    <xsl:call-template name="section">
      <xsl:with-param name="title" select="'Tables'"/>
    </xsl:call-template>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'tables.h'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'facts.h'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="renamed">
      <xsl:with-param name="text" select="substring-before($tables, '/* Texts in ')"/>
    </xsl:call-template>
    <xsl:call-template name="names"/>
    <xsl:call-template name="fact-places"/>
    <xsl:call-template name="entries"/>
    <xsl:call-template name="facts"/>
    <xsl:call-template name="texts"/>
    <xsl:call-template name="section">
      <xsl:with-param name="title" select="'Functions'"/>
    </xsl:call-template>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'find.c'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'text.c'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'words.c'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'codes.c'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'known.c'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('&#10;#ifndef ', $PREFIX, '_NO_PHRASES&#10;')"/>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'arguments.c'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'scan.c'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'match.c'"/>
    </xsl:call-template>
    <xsl:text>#endif&#10;&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'choose.c'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'decide.c'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'explain.c'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'api.c'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
