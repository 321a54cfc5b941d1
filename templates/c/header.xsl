<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- mailerr.h: enums of the catalog, then types.h, then lists and strings. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1">

  <xsl:template name="header">
    <xsl:call-template name="banner">
      <xsl:with-param name="file" select="'h'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('#ifndef ', $PREFIX, '_H&#10;#define ', $PREFIX, '_H&#10;&#10;')"/>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'head.h'"/>
    </xsl:call-template>
    <xsl:call-template name="version"/>
    <xsl:call-template name="section">
      <xsl:with-param name="title" select="'The entries of the catalog'"/>
    </xsl:call-template>
    <xsl:call-template name="enums"/>
    <xsl:call-template name="section">
      <xsl:with-param name="title" select="'Types and functions'"/>
    </xsl:call-template>
    <xsl:call-template name="fixed">
      <xsl:with-param name="path" select="'types.h'"/>
    </xsl:call-template>
    <xsl:call-template name="section">
      <xsl:with-param name="title" select="'Strings to answer with'"/>
    </xsl:call-template>
    <xsl:call-template name="strings"/>
    <xsl:call-template name="section">
      <xsl:with-param name="title" select="'Lists to make tables from'"/>
    </xsl:call-template>
    <xsl:call-template name="lists"/>
    <xsl:text>&#10;#ifdef __cplusplus&#10;}&#10;#endif&#10;&#10;#endif&#10;</xsl:text>
  </xsl:template>

  <!-- ==== version ==== -->

  <xsl:template name="version">
    <xsl:variable name="v" select="concat($catalog/@version, '.0')"/>
    <xsl:variable name="minor" select="substring-after($v, '.')"/>
    <xsl:variable name="patch" select="substring-after($minor, '.')"/>
    <xsl:value-of select="concat(
        '&#10;/* The release: 10203 is 1.2.3. */&#10;',
        '#define ', $PREFIX, '_VERSION ',
        substring-before($v, '.') * 10000 + substring-before($minor, '.') * 100 +
        substring-before(concat($patch, '.'), '.'), '&#10;',
        '#define ', $PREFIX, '_VERSION_MAJOR ', substring-before($v, '.'), '&#10;',
        '#define ', $PREFIX, '_VERSION_MINOR ', substring-before($minor, '.'), '&#10;',
        '#define ', $PREFIX, '_VERSION_PATCH ', substring-before(concat($patch, '.'), '.'), '&#10;')"/>
    <xsl:value-of select="concat(
        '#define ', $PREFIX, '_VERSION_STRING ', gen:c-string($catalog/@version), '&#10;',
        '#define ', $PREFIX, '_VERSION_DATE ', gen:c-string($catalog/@date), '&#10;')"/>
  </xsl:template>

  <!-- ==== enums ==== -->

  <xsl:template name="enums">
    <xsl:value-of select="concat('/* Reply codes of SMTP. */&#10;enum ', $prefix, '_reply_code {&#10;')"/>
    <xsl:apply-templates select="$catalog/m:replies/m:reply" mode="enum"/>
    <xsl:call-template name="enum-end">
      <xsl:with-param name="name" select="'REPLY_CODE'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('/* Enhanced status codes, without their class: 1001 is X.1.1. */&#10;enum ', $prefix, '_status_code {&#10;')"/>
    <xsl:apply-templates select="$catalog/m:statuses/m:status" mode="enum"/>
    <xsl:call-template name="enum-end">
      <xsl:with-param name="name" select="'STATUS_CODE'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('/* Why mail fails: what programs act on.  Numbers never change. */&#10;enum ', $prefix, '_reason_id {&#10;')"/>
    <xsl:if test="not($catalog/m:reasons/m:reason[@number = 0])">
      <xsl:value-of select="concat('&#9;', $PREFIX, '_REASON_UNKNOWN = 0,&#10;&#10;')"/>
    </xsl:if>
    <xsl:apply-templates select="$catalog/m:reasons/m:reason" mode="enum"/>
    <xsl:call-template name="enum-end">
      <xsl:with-param name="name" select="'REASON'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('/* Texts that mail systems send.  Numbers never change. */&#10;enum ', $prefix, '_notice_id {&#10;&#9;', $PREFIX, '_NOTICE_NONE = 0,&#10;&#10;')"/>
    <xsl:apply-templates select="$catalog/m:notices/m:notice" mode="enum"/>
    <xsl:call-template name="enum-end">
      <xsl:with-param name="name" select="'NOTICE'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('/* Commands and points of the dialogue.  These numbers, and those of emitters&#10; * and labels, are places in a list: between versions keep names. */&#10;enum ', $prefix, '_command_id {&#10;&#9;', $PREFIX, '_COMMAND_NONE = 0,&#10;&#10;')"/>
    <xsl:apply-templates select="$catalog/m:commands/m:command" mode="enum"/>
    <xsl:call-template name="enum-end">
      <xsl:with-param name="name" select="'COMMAND'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('/* Who says it: programs and services. */&#10;enum ', $prefix, '_emitter_id {&#10;&#9;', $PREFIX, '_EMITTER_NONE = 0,&#10;')"/>
    <xsl:apply-templates select="$catalog/m:emitters/m:emitter" mode="enum"/>
    <xsl:call-template name="enum-end">
      <xsl:with-param name="name" select="'EMITTER'"/>
    </xsl:call-template>
    <xsl:value-of select="concat('/* Words of pages and programs, for ', $prefix, '_label(). */&#10;enum ', $prefix, '_label_id {&#10;&#9;', $PREFIX, '_LABEL_NONE = 0,&#10;')"/>
    <xsl:apply-templates select="$catalog/m:labels/m:label" mode="enum"/>
    <xsl:call-template name="enum-end">
      <xsl:with-param name="name" select="'LABEL'"/>
      <xsl:with-param name="after" select="''"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The last enumerator fixes the width: some compilers pack enums. -->
  <xsl:template name="enum-end">
    <xsl:param name="name"/>
    <xsl:param name="after" select="'&#10;'"/>
    <xsl:value-of select="concat('&#9;', $PREFIX, '_', $name, '_MAX_ = 0x7fffffff&#10;};&#10;', $after)"/>
  </xsl:template>

  <!-- Title, source and meaning, as a comment. -->
  <xsl:template name="comment">
    <xsl:variable name="see" select="m:see[@reference][1]"/>
    <xsl:choose>
      <xsl:when test="$see/@section">
        <xsl:call-template name="wrapped">
          <xsl:with-param name="text" select="concat(m:title/*, ' (', key('reference', $see/@reference)/@label, ', ',
              $see/@section, '): ', m:meaning/*)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$see">
        <xsl:call-template name="wrapped">
          <xsl:with-param name="text"
              select="concat(m:title/*, ' (', key('reference', $see/@reference)/@label, '): ', m:meaning/*)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="wrapped">
          <xsl:with-param name="text" select="concat(m:title/*, ': ', m:meaning/*)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="wrapped">
    <xsl:param name="text"/>
    <xsl:value-of select="concat('&#9;/* ', substring(gen:wrap(gen:c-comment($text), 77, '&#9; * '), 5), ' */&#10;')"/>
  </xsl:template>

  <xsl:template match="m:reply" mode="enum">
    <xsl:call-template name="comment"/>
    <xsl:value-of select="concat('&#9;', $PREFIX, '_REPLY_', @symbol, ' = ', @code, ',&#10;&#10;')"/>
  </xsl:template>

  <xsl:template match="m:status" mode="enum">
    <xsl:variable name="tail" select="substring-after(@code, '.')"/>
    <xsl:call-template name="comment"/>
    <xsl:value-of select="concat('&#9;', $PREFIX, '_STATUS_', @symbol, ' = ',
        substring-before($tail, '.') * 1000 + substring-after($tail, '.'),
        ', /* ', @code, ' */&#10;&#10;')"/>
  </xsl:template>

  <xsl:template match="m:reason" mode="enum">
    <xsl:call-template name="comment"/>
    <xsl:value-of select="concat('&#9;', $PREFIX, '_REASON_', gen:c-identifier(@id), ' = ', @number, ',&#10;&#10;')"/>
  </xsl:template>

  <xsl:template match="m:notice" mode="enum">
    <xsl:call-template name="comment"/>
    <xsl:value-of select="concat('&#9;', $PREFIX, '_NOTICE_', gen:c-identifier(@id), ' = ', @number, ',&#10;&#10;')"/>
  </xsl:template>

  <xsl:template match="m:command" mode="enum">
    <xsl:call-template name="wrapped">
      <xsl:with-param name="text" select="m:meaning/*"/>
    </xsl:call-template>
    <xsl:value-of select="concat('&#9;', $PREFIX, '_COMMAND_', translate(@name, '-', '_'), ' = ', position(), ',&#10;&#10;')"/>
  </xsl:template>

  <xsl:template match="m:emitter" mode="enum">
    <xsl:value-of select="concat('&#9;', $PREFIX, '_EMITTER_', gen:c-identifier(@id), ' = ', position(), ', /* ', gen:c-comment(@name), ' */&#10;')"/>
  </xsl:template>

  <xsl:template match="m:label" mode="enum">
    <xsl:value-of select="concat('&#9;', $PREFIX, '_LABEL_', gen:c-identifier(@id), ' = ', position(), ', /* ', gen:c-comment(m:text[1]), ' */&#10;')"/>
  </xsl:template>

  <!-- ==== strings ==== -->

  <xsl:template name="strings">
    <xsl:value-of select="concat('/* A reply and, for each class that is allowed or met, a status:&#10; *&#10; *&#9;',
        $PREFIX, '_REPLY_STRING_MAILBOX_UNAVAILABLE &quot; &quot;&#10; *&#9;', $PREFIX,
        '_STATUS_STRING_PERMANENT_BAD_MAILBOX &quot; No such mailbox&quot;&#10; *&#10; * is &quot;550 5.1.1 No such mailbox&quot;.  No standard has what is marked as met. */&#10;')"/>
    <xsl:for-each select="$catalog/m:replies/m:reply">
      <xsl:value-of select="concat('#define ', $PREFIX, '_REPLY_STRING_', @symbol, ' &quot;', @code, '&quot;&#10;')"/>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <xsl:variable name="statuses" select="$catalog/m:statuses/m:status"/>
    <xsl:for-each select="$catalog/m:statuses/m:status-class">
      <xsl:variable name="digit" select="@digit"/>
      <xsl:variable name="name" select="concat('#define ', $PREFIX, '_STATUS_STRING_', @symbol, '_')"/>
      <xsl:for-each select="$statuses[contains(concat(@classes, ' ', @classes-met), $digit)]">
        <xsl:value-of select="concat($name, @symbol, ' &quot;', $digit, substring-after(@code, 'X'), '&quot;')"/>
        <xsl:if test="not(contains(@classes, $digit))"> /* met */</xsl:if>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== lists ==== -->

  <xsl:template name="lists">
    <xsl:value-of select="concat('/* Each calls X once an entry.  A table of all reasons by number:&#10; *&#10;',
        ' *&#9;#define X(symbol, number, id) case number: return id;&#10; *&#9;switch (reason) { ', $PREFIX,
        '_REASON_LIST(X) default: return &quot;&quot;; }&#10; */')"/>
    <xsl:call-template name="list-begin">
      <xsl:with-param name="name" select="'REPLY'"/>
      <xsl:with-param name="about" select="'symbol, code'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:replies/m:reply">
      <xsl:value-of select="concat(' \&#10;&#9;X(', @symbol, ', ', @code, ')')"/>
    </xsl:for-each>
    <xsl:call-template name="list-begin">
      <xsl:with-param name="name" select="'STATUS'"/>
      <xsl:with-param name="about" select="'symbol, subject, detail'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:statuses/m:status">
      <xsl:variable name="tail" select="substring-after(@code, '.')"/>
      <xsl:value-of select="concat(' \&#10;&#9;X(', @symbol, ', ', substring-before($tail, '.'), ', ', substring-after($tail, '.'), ')')"/>
    </xsl:for-each>
    <xsl:call-template name="list-begin">
      <xsl:with-param name="name" select="'REASON'"/>
    </xsl:call-template>
    <xsl:apply-templates select="$catalog/m:reasons/m:reason" mode="list"/>
    <xsl:call-template name="list-begin">
      <xsl:with-param name="name" select="'NOTICE'"/>
    </xsl:call-template>
    <xsl:apply-templates select="$catalog/m:notices/m:notice" mode="list"/>
    <xsl:call-template name="list-begin">
      <xsl:with-param name="name" select="'COMMAND'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:commands/m:command">
      <xsl:value-of select="concat(' \&#10;&#9;X(', translate(@name, '-', '_'), ', ', position(), ', &quot;', @name, '&quot;)')"/>
    </xsl:for-each>
    <xsl:call-template name="list-begin">
      <xsl:with-param name="name" select="'EMITTER'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:emitters/m:emitter">
      <xsl:value-of select="concat(' \&#10;&#9;X(', gen:c-identifier(@id), ', ', position(), ', &quot;', @id, '&quot;)')"/>
    </xsl:for-each>
    <xsl:call-template name="list-begin">
      <xsl:with-param name="name" select="'LABEL'"/>
    </xsl:call-template>
    <xsl:for-each select="$catalog/m:labels/m:label">
      <xsl:value-of select="concat(' \&#10;&#9;X(', gen:c-identifier(@id), ', ', position(), ', &quot;', @id, '&quot;)')"/>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="list-begin">
    <xsl:param name="name"/>
    <xsl:param name="about" select="'symbol, number, id'"/>
    <xsl:value-of select="concat('&#10;&#10;/* X(', $about, ') */&#10;#define ', $PREFIX, '_', $name, '_LIST(X)')"/>
  </xsl:template>

  <xsl:template match="m:reason | m:notice" mode="list">
    <xsl:value-of select="concat(' \&#10;&#9;X(', gen:c-identifier(@id), ', ', @number, ', &quot;', @id, '&quot;)')"/>
  </xsl:template>
</xsl:stylesheet>
