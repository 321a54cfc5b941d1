<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- mailerr.c: every text once a language, found by its number. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1">

  <!-- What C prints: see gen/phrases_print.c. -->
  <xsl:variable name="tables" select="gen:phrase-tables()"/>

  <xsl:template name="texts">
    <xsl:value-of select="concat('&#10;#ifndef ', $PREFIX, '_NO_TEXT&#10;')"/>
    <xsl:call-template name="each-language">
      <xsl:with-param name="task" select="'texts'"/>
    </xsl:call-template>
    <xsl:text>static const uint32_t labels[] = {&#10;&#9;NO_TEXT</xsl:text>
    <xsl:for-each select="$catalog/m:labels/m:label">
      <xsl:value-of select="concat(', /* ', @id, ' */ ', gen:text-number(*))"/>
    </xsl:for-each>
    <xsl:text>&#10;};&#10;#else&#10;static const uint32_t labels[] = { NO_TEXT };&#10;static const uint32_t reference_at[] = { 0 };&#10;static const struct saying sayings[] = { { 0, 0 } };&#10;static const struct treatment treatments[] = { { 0, 0, 0, 0, 0, 0 } };&#10;static const char references[] = "\0\0\0", said[] = "", strings[] = "";&#10;#endif&#10;&#10;enum language {&#10;</xsl:text>
    <xsl:call-template name="each-language">
      <xsl:with-param name="task" select="'enumerator'"/>
    </xsl:call-template>
    <xsl:text>&#9;LANGUAGES&#10;};&#10;&#10;static const char language_codes[] =&#10;</xsl:text>
    <xsl:call-template name="each-language">
      <xsl:with-param name="task" select="'code'"/>
    </xsl:call-template>
    <xsl:text>    "";&#10;&#10;/* NULL: not in this language. */&#10;static const char *&#10;text_at(unsigned language, uint32_t number)&#10;{&#10;&#9;switch (language) {&#10;</xsl:text>
    <xsl:call-template name="each-language">
      <xsl:with-param name="task" select="'case'"/>
    </xsl:call-template>
    <xsl:text>&#9;default:&#10;&#9;&#9;(void)number;&#10;&#9;&#9;return NULL;&#10;&#9;}&#10;}&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="language-task">
    <xsl:param name="task"/>
    <xsl:param name="code"/>
    <xsl:variable name="id" select="translate($code, '-', '_')"/>
    <xsl:variable name="cut" select="concat($PREFIX, '_NO_', gen:upper-case($id))"/>
    <xsl:variable name="if" select="concat('#if !defined(', $PREFIX, '_NO_TEXT) &amp;&amp; !defined(', $cut, ')&#10;')"/>
    <xsl:choose>
      <xsl:when test="$task = 'texts'">
        <xsl:value-of select="concat('#ifndef ', $cut, '&#10;')"/>
        <xsl:value-of select="substring-before(substring-after($tables, concat('/* Texts in ', $code, ' */&#10;')),
            '/* End of texts */')"/>
        <xsl:text>#endif&#10;&#10;</xsl:text>
      </xsl:when>
      <xsl:when test="$task = 'enumerator'">
        <xsl:value-of select="concat($if, '&#9;LANGUAGE_', gen:upper-case($id), ',&#10;#endif&#10;')"/>
      </xsl:when>
      <xsl:when test="$task = 'code'">
        <xsl:value-of select="concat($if, '    &quot;', $code, '\0&quot;&#10;#endif&#10;')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($if, '&#9;case LANGUAGE_', gen:upper-case($id), ':&#10;&#9;&#9;return texts_', $id,
            '_at[number] == NO_TEXT ? NULL :&#10;&#9;&#9;    (const char *)&amp;texts_', $id, ' + texts_', $id, '_at[number];&#10;#endif&#10;')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
