<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- mailerr.c: what entries have any number of, see facts.h. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1">

  <xsl:variable name="sayings"
      select="$catalog/m:reasons/m:reason/m:known-as | $catalog/m:notices/m:notice/m:phrase[not(@retired)]"/>

  <!-- ==== where each run begins ==== -->

  <!-- An enumerator without a value is one more than the one before: so the
       beginnings need no sum here. -->
  <xsl:template name="fact-places">
    <xsl:text>&#10;/* Where in `facts` the run of an entry begins and ends. */&#10;enum {&#10;&#9;AT_none, TO_none = AT_none + LENGTH(0),&#10;</xsl:text>
    <xsl:for-each select="$catalog/m:commands/m:command">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('command_', translate(@name, '-', '_'))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:value-of select="$if-more"/>
    <xsl:for-each select="$catalog/m:reasons/m:reason">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('reason_', gen:c-identifier(@id))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:replies/m:reply">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('reply_', @code)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:statuses/m:status">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('status', translate(substring-after(@code, 'X'), '.', '_'))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:statuses/m:status-class">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('class_', @digit)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:statuses/m:subject">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('subject_', @digit)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:notices/m:notice">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('notice_', gen:c-identifier(@id))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$senses">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('sense_', position())"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:mistaken/m:mistake">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('mistake_', position())"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$keywords">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('keyword_', position())"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:emitters/m:emitter">
      <xsl:call-template name="fact-place">
        <xsl:with-param name="of" select="concat('emitter_', gen:c-identifier(@id))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:value-of select="concat('#endif&#10;&#9;AT_PAST&#10;};&#10;', $if-more,
        '#define FACTS_OF(of) AT_##of&#10;#else&#10;#define FACTS_OF(of) 0&#10;#endif&#10;',
        '&#10;#ifndef ', $PREFIX, '_NO_TEXT&#10;/* The same in `sayings` and `treatments`. */&#10;enum {&#10;')"/>
    <xsl:for-each select="$catalog/m:reasons/m:reason[m:known-as]">
      <xsl:value-of select="concat('&#9;KNOWN_', @number, ', KNOWN_', @number, '_LAST = KNOWN_', @number, ' + ', count(m:known-as) - 1, ',&#10;')"/>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:notices/m:notice[m:phrase[not(@retired)]]">
      <xsl:value-of select="concat('&#9;SAID_', @number, ', SAID_', @number, '_LAST = SAID_', @number, ' + ', count(m:phrase[not(@retired)]) - 1, ',&#10;')"/>
    </xsl:for-each>
    <xsl:text>&#9;SAYINGS&#10;};&#10;&#10;enum {&#10;</xsl:text>
    <xsl:for-each select="$keywords">
      <xsl:if test="m:treatment">
        <xsl:value-of select="concat('&#9;TREATED_', position(), ', TREATED_', position(), '_LAST = TREATED_', position(), ' + ', count(m:treatment) - 1, ',&#10;')"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:text>&#9;TREATMENTS&#10;};&#10;#endif&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="fact-place">
    <xsl:param name="of"/>
    <xsl:value-of select="concat('&#9;AT_', $of, ', TO_', $of, ' = AT_', $of, ' + LENGTH(',
        count(*) - count(m:sense) - count(m:phrase[@retired]) + count(@since) + count(@retired), '),&#10;')"/>
  </xsl:template>

  <!-- ==== the runs ==== -->

  <xsl:template name="facts">
    <xsl:value-of select="concat('&#10;#ifndef ', $PREFIX, '_NO_TEXT&#10;')"/>
    <xsl:call-template name="references"/>
    <xsl:text>#define SECTION(of) offsetof(struct strings, of)&#10;#endif&#10;&#10;static const uint32_t facts[] = {&#10;&#9;RUN(none, END)</xsl:text>
    <xsl:for-each select="$catalog/m:commands/m:command">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('command_', translate(@name, '-', '_'))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:value-of select="concat('&#10;', $if-more)"/>
    <xsl:for-each select="$catalog/m:reasons/m:reason">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('reason_', gen:c-identifier(@id))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:replies/m:reply">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('reply_', @code)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:statuses/m:status">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('status', translate(substring-after(@code, 'X'), '.', '_'))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:statuses/m:status-class">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('class_', @digit)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:statuses/m:subject">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('subject_', @digit)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:notices/m:notice">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('notice_', gen:c-identifier(@id))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$senses">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="'none'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:mistaken/m:mistake">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('mistake_', position())"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$keywords">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('keyword_', position())"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:emitters/m:emitter">
      <xsl:call-template name="run">
        <xsl:with-param name="of" select="concat('emitter_', gen:c-identifier(@id))"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:value-of select="concat('&#10;#endif&#10;};&#10;&#10;#ifndef ', $PREFIX, '_NO_TEXT')"/>
    <xsl:call-template name="sayings"/>
    <xsl:call-template name="treatments"/>
    <xsl:text>#endif&#10;</xsl:text>
  </xsl:template>

  <!-- The order is that of the children, so that fields stay together. -->
  <xsl:template name="run">
    <xsl:param name="of"/>
    <xsl:variable name="place" select="position()"/>
    <xsl:variable name="number" select="@number"/>
    <xsl:value-of select="concat(',&#10;&#9;RUN(', $of)"/>
    <xsl:apply-templates select="*" mode="fact"/>
    <xsl:for-each select="m:known-as">
      <xsl:value-of select="concat(', KNOWN_AS(KNOWN_', $number, ' + ', position() - 1, ')')"/>
    </xsl:for-each>
    <xsl:for-each select="m:phrase[not(@retired)]">
      <xsl:value-of select="concat(', WORDING(SAID_', $number, ' + ', position() - 1, ')')"/>
    </xsl:for-each>
    <xsl:for-each select="m:treatment">
      <xsl:value-of select="concat(', TREATMENT(TREATED_', $place, ' + ', position() - 1, ')')"/>
    </xsl:for-each>
    <xsl:if test="@since">
      <xsl:value-of select="concat(', SINCE(SECTION(s', translate(@since, '.', '_'), '))')"/>
    </xsl:if>
    <xsl:if test="@retired">
      <xsl:value-of select="concat(', RETIRED(SECTION(s', translate(@retired, '.', '_'), '))')"/>
    </xsl:if>
    <xsl:text>, END)</xsl:text>
  </xsl:template>

  <xsl:template match="m:title" mode="fact">
    <xsl:value-of select="concat(', TITLE(', gen:text-number(*), ')')"/>
  </xsl:template>

  <xsl:template match="m:meaning" mode="fact">
    <xsl:value-of select="concat(', MEANING(', gen:text-number(*), ')')"/>
  </xsl:template>

  <xsl:template match="m:cause" mode="fact">
    <xsl:value-of select="concat(', CAUSE(', gen:text-number(*), ')')"/>
  </xsl:template>

  <xsl:template match="m:action" mode="fact">
    <xsl:value-of select="concat(', ACTION(', gen:text-number(*), ', ', translate(@for, ' ', '|'), ')')"/>
  </xsl:template>

  <xsl:template match="m:note" mode="fact">
    <xsl:value-of select="concat(', NOTE(', gen:text-number(*), ')')"/>
  </xsl:template>

  <xsl:template match="m:see" mode="fact">
    <xsl:choose>
      <xsl:when test="@section">
        <xsl:value-of select="concat(',&#10;&#9;    SOURCE(REFERENCE_', gen:c-identifier(@reference), ', SECTION(s',
            translate(@section, '.-', '__'), '))')"/>
      </xsl:when>
      <xsl:when test="@reference">
        <xsl:value-of select="concat(',&#10;&#9;    SOURCE(REFERENCE_', gen:c-identifier(@reference), ', SECTION(none))')"/>
      </xsl:when>
      <xsl:when test="@notice">
        <xsl:value-of select="concat(', SEE_NOTICE(', gen:c-identifier(@notice), ')')"/>
      </xsl:when>
      <xsl:when test="@status">
        <xsl:value-of select="concat(', SEE_STATUS(', translate(substring-after(@status, '.'), '.', ','), ')')"/>
      </xsl:when>
      <xsl:when test="@reply">
        <xsl:value-of select="concat(', SEE_REPLY(', @reply, ')')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(', SEE_REASON(', gen:c-identifier(@reason), ')')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Senses are entries of their own; the rest comes after these. -->
  <xsl:template match="*" mode="fact"/>

  <!-- ==== what the runs point at ==== -->

  <xsl:template name="references">
    <xsl:text>&#10;/* Label, title, address, and address of a section. */&#10;static const struct references {&#10;&#9;char none[4];&#10;</xsl:text>
    <xsl:for-each select="$catalog/m:references/m:reference">
      <xsl:value-of select="concat('&#9;char r', position(), '[', gen:byte-length(@label) + gen:byte-length(@title) +
          gen:byte-length(@href) + gen:byte-length(@section-href) + 4, '];&#10;')"/>
    </xsl:for-each>
    <xsl:text>} references = {&#10;&#9;"\0\0\0"</xsl:text>
    <xsl:for-each select="$catalog/m:references/m:reference">
      <xsl:value-of select="concat(',&#10;&#9;', gen:c-string(@label), ' &quot;\0&quot;&#10;&#9;', gen:c-string(@title),
          ' &quot;\0&quot;&#10;&#9;', gen:c-string(@href), ' &quot;\0&quot;&#10;&#9;', gen:c-string(@section-href))"/>
    </xsl:for-each>
    <xsl:text>&#10;};&#10;&#10;enum {&#10;&#9;REFERENCE_NONE_,&#10;</xsl:text>
    <xsl:for-each select="$catalog/m:references/m:reference">
      <xsl:value-of select="concat('&#9;REFERENCE_', gen:c-identifier(@id), ',&#10;')"/>
    </xsl:for-each>
    <xsl:text>&#9;REFERENCES_&#10;};&#10;&#10;static const uint32_t reference_at[] = {&#10;&#9;0</xsl:text>
    <xsl:for-each select="$catalog/m:references/m:reference">
      <xsl:value-of select="concat(',&#10;&#9;offsetof(struct references, r', position(), ')')"/>
    </xsl:for-each>
    <xsl:text>&#10;};&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="sayings">
    <xsl:text>&#10;/* What others call a reason; phrases as the catalog has them, each with its&#10; * source. */&#10;static const struct said {&#10;&#9;char none[1];&#10;</xsl:text>
    <xsl:for-each select="$sayings">
      <xsl:value-of select="concat('&#9;char p', position(), '[')"/>
      <xsl:choose>
        <xsl:when test="m:match">
          <xsl:value-of select="gen:byte-length(gen:phrase-text(m:match)) + gen:byte-length(@source) + 2"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="gen:byte-length(@name) + 1"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>];&#10;</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="$keywords/m:treatment">
      <xsl:value-of select="concat('&#9;char t', position(), '[', gen:byte-length(@says) + 1, '];&#10;')"/>
    </xsl:for-each>
    <xsl:text>} said = {&#10;&#9;""</xsl:text>
    <xsl:for-each select="$sayings">
      <xsl:choose>
        <xsl:when test="m:match">
          <xsl:value-of select="concat(',&#10;&#9;', gen:c-string(gen:phrase-text(m:match), 78, '&#9;'), ' &quot;\0&quot;&#10;&#9;', gen:c-string(@source))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat(',&#10;&#9;', gen:c-string(@name))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="$keywords/m:treatment">
      <xsl:value-of select="concat(',&#10;&#9;', gen:c-string(@says))"/>
    </xsl:for-each>
    <xsl:text>&#10;};&#10;&#10;static const struct saying sayings[] = {&#10;</xsl:text>
    <xsl:for-each select="$sayings">
      <xsl:value-of select="concat('&#9;{ offsetof(struct said, p', position(), '), ')"/>
      <xsl:call-template name="emitter"/>
      <xsl:text> },&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>&#9;{ 0, 0 }&#10;};&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="treatments">
    <xsl:text>&#10;/* Text, emitter, reply, status; class, and that of the status. */&#10;static const struct treatment treatments[] = {&#10;</xsl:text>
    <xsl:for-each select="$keywords/m:treatment">
      <xsl:value-of select="concat('&#9;{ offsetof(struct said, t', position(), ')')"/>
      <xsl:text>, </xsl:text>
      <xsl:call-template name="emitter"/>
      <xsl:value-of select="concat(', ', @reply)"/>
      <xsl:if test="not(@reply)">0</xsl:if>
      <xsl:choose>
        <xsl:when test="@status">
          <xsl:value-of select="concat(', STATUS_NUMBER(', translate(substring-after(@status, '.'), '.', ','), '),&#10;&#9;    ')"/>
        </xsl:when>
        <xsl:otherwise>, 0,&#10;&#9;    </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="word">
        <xsl:with-param name="name" select="'CLASS'"/>
        <xsl:with-param name="word" select="@class"/>
      </xsl:call-template>
      <xsl:value-of select="concat(', ', translate(substring-before(@status, '.'), 'X', '0'))"/>
      <xsl:if test="not(@status)">0</xsl:if>
      <xsl:text> },&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>&#9;{ 0, 0, 0, 0, 0, 0 }&#10;};&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
