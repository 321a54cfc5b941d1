<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- mailerr.c: the names of all entries, and the tables of structs. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1">

  <xsl:variable name="senses"
      select="$catalog/m:replies/m:reply/m:sense | $catalog/m:statuses/m:status/m:sense"/>
  <xsl:variable name="keywords" select="$catalog/m:vocabularies/m:vocabulary/m:keyword"/>

  <!-- What is left out where codes are all that is asked for. -->
  <xsl:variable name="if-more" select="concat('#ifndef ', $PREFIX, '_CODES_ALONE_&#10;')"/>

  <!-- ==== names ==== -->

  <!-- Each entry's name and C symbol, side by side. -->
  <xsl:template name="names">
    <xsl:text>&#10;/* Names, each followed by the symbol in C. */&#10;static const struct names {&#10;&#9;char none[2];&#10;</xsl:text>
    <xsl:call-template name="all-names">
      <xsl:with-param name="what" select="'member'"/>
    </xsl:call-template>
    <xsl:text>} names = {&#10;&#9;"\0"</xsl:text>
    <xsl:call-template name="all-names">
      <xsl:with-param name="what" select="'value'"/>
    </xsl:call-template>
    <xsl:text>&#10;};&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="all-names">
    <xsl:param name="what"/>
    <xsl:for-each select="$catalog/m:commands/m:command">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('command_', translate(@name, '-', '_'))"/>
        <xsl:with-param name="name" select="@name"/>
        <xsl:with-param name="symbol" select="translate(@name, '-', '_')"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:value-of select="concat('&#10;', $if-more)"/>
    <xsl:for-each select="$catalog/m:reasons/m:reason">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('reason_', gen:c-identifier(@id))"/>
        <xsl:with-param name="name" select="@id"/>
        <xsl:with-param name="symbol" select="gen:c-identifier(@id)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:replies/m:reply">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('reply_', @code)"/>
        <xsl:with-param name="name" select="@code"/>
        <xsl:with-param name="symbol" select="@symbol"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:statuses/m:status">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('status', translate(substring-after(@code, 'X'), '.', '_'))"/>
        <xsl:with-param name="name" select="@code"/>
        <xsl:with-param name="symbol" select="@symbol"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:statuses/m:status-class">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('class_', @digit)"/>
        <xsl:with-param name="name" select="@digit"/>
        <xsl:with-param name="symbol" select="@symbol"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:statuses/m:subject">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('subject_', @digit)"/>
        <xsl:with-param name="name" select="@digit"/>
        <xsl:with-param name="symbol" select="@symbol"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:mistaken/m:mistake">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('mistake_', position())"/>
        <xsl:with-param name="name" select="@code"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$keywords">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('keyword_', position())"/>
        <xsl:with-param name="name" select="@name"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:emitters/m:emitter">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('emitter_', gen:c-identifier(@id))"/>
        <xsl:with-param name="name" select="@id"/>
        <xsl:with-param name="symbol" select="@name"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:vocabularies/m:vocabulary">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('vocabulary_', position())"/>
        <xsl:with-param name="name" select="@id"/>
        <xsl:with-param name="symbol" select="gen:c-identifier(@id)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$catalog/m:notices/m:notice">
      <xsl:call-template name="name">
        <xsl:with-param name="what" select="$what"/>
        <xsl:with-param name="of" select="concat('notice_', gen:c-identifier(@id))"/>
        <xsl:with-param name="name" select="@id"/>
        <xsl:with-param name="symbol" select="gen:c-identifier(@id)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:text>&#10;#endif&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="name">
    <xsl:param name="what"/>
    <xsl:param name="of"/>
    <xsl:param name="name"/>
    <xsl:param name="symbol"/>
    <xsl:choose>
      <xsl:when test="$what = 'member'">
        <xsl:value-of select="concat('&#9;char ', $of, '[', string-length($name) + 2 + gen:byte-length($symbol), '];&#10;')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(',&#10;&#9;&quot;', $name, '\0&quot; ', gen:c-string($symbol))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== tables ==== -->

  <xsl:template name="entries">
    <xsl:text>&#10;#define ENTRY(kind, number, of) \&#10;&#9;{ </xsl:text>
    <xsl:value-of select="$PREFIX"/>
    <xsl:text>_KIND_##kind, number, FACTS_OF(of) }&#10;</xsl:text>
    <xsl:text>#define NO_ENTRY { 0, 0, 0 }&#10;</xsl:text>

    <xsl:value-of select="concat('&#10;static const ', $prefix, '_reason reasons[] = {&#10;')"/>
    <xsl:apply-templates select="$catalog/m:reasons/m:reason" mode="row"/>
    <xsl:text>&#9;{ NO_ENTRY, 0, 0, 0, 0, 0, 0 }&#10;};&#10;</xsl:text>

    <xsl:call-template name="pairs"/>
    <xsl:value-of select="concat('&#10;static const ', $prefix, '_reply replies[] = {&#10;')"/>
    <xsl:apply-templates select="$catalog/m:replies/m:reply" mode="row"/>
    <xsl:text>&#9;{ NO_ENTRY, 0, 0, 0, 0, 0 }&#10;};&#10;</xsl:text>

    <xsl:text>&#10;#define CLASS_2 4 /* bits */&#10;#define CLASS_4 16&#10;#define CLASS_5 32&#10;</xsl:text>
    <xsl:value-of select="concat('static const ', $prefix, '_status statuses[] = {&#10;')"/>
    <xsl:apply-templates select="$catalog/m:statuses/m:status" mode="row"/>
    <xsl:text>&#9;{ NO_ENTRY, 0, 0, 0, 0, 0, 0, 0 }&#10;};&#10;</xsl:text>

    <xsl:value-of select="concat('&#10;static const ', $prefix, '_entry status_classes[] = {&#10;')"/>
    <xsl:for-each select="$catalog/m:statuses/m:status-class">
      <xsl:value-of select="concat('&#9;ENTRY(STATUS_CLASS, ', @digit, ', class_', @digit, '),&#10;')"/>
    </xsl:for-each>
    <xsl:value-of select="concat('&#9;NO_ENTRY&#10;};&#10;&#10;static const ', $prefix, '_entry subjects[] = {&#10;')"/>
    <xsl:for-each select="$catalog/m:statuses/m:subject">
      <xsl:value-of select="concat('&#9;ENTRY(SUBJECT, ', @digit, ', subject_', @digit, '),&#10;')"/>
    </xsl:for-each>
    <xsl:text>&#9;NO_ENTRY&#10;};&#10;</xsl:text>

    <xsl:value-of select="concat('&#10;static const ', $prefix, '_notice notices[] = {&#10;', $if-more)"/>
    <xsl:apply-templates select="$catalog/m:notices/m:notice" mode="row"/>
    <xsl:text>#endif&#10;&#9;{ NO_ENTRY, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }&#10;};&#10;</xsl:text>

    <xsl:value-of select="concat('&#10;/* Of code, kind; reason, command, emitter; advice, class. */&#10;static const ', $prefix, '_sense senses[] = {&#10;', $if-more)"/>
    <xsl:apply-templates select="$senses" mode="row"/>
    <xsl:text>#endif&#10;&#9;{ NO_ENTRY, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }&#10;};&#10;</xsl:text>

    <xsl:value-of select="concat('&#10;/* Reason, reply, status, its class; kind; meant class, reply, status. */&#10;static const ', $prefix, '_mistake mistakes[] = {&#10;', $if-more)"/>
    <xsl:apply-templates select="$catalog/m:mistaken/m:mistake" mode="row"/>
    <xsl:text>#endif&#10;&#9;{ NO_ENTRY, 0, 0, 0, 0, 0, 0, 0, 0 }&#10;};&#10;</xsl:text>

    <xsl:value-of select="concat('&#10;/* Value, reason, reply, status, its class, vocabulary. */&#10;static const ', $prefix, '_keyword keywords[] = {&#10;')"/>
    <xsl:apply-templates select="$keywords" mode="row"/>
    <xsl:text>&#9;{ NO_ENTRY, 0, 0, 0, 0, 0, 0 }&#10;};&#10;</xsl:text>
    <xsl:call-template name="sysexits"/>

    <xsl:value-of select="concat('&#10;static const ', $prefix, '_command commands[] = {&#10;')"/>
    <xsl:apply-templates select="$catalog/m:commands/m:command" mode="row"/>
    <xsl:value-of select="concat('&#9;{ NO_ENTRY, 0, 0 }&#10;};&#10;&#10;static const ', $prefix, '_emitter emitters[] = {&#10;', $if-more)"/>
    <xsl:apply-templates select="$catalog/m:emitters/m:emitter" mode="row"/>
    <xsl:text>#endif&#10;&#9;{ NO_ENTRY, 0 }&#10;};&#10;</xsl:text>
  </xsl:template>

  <!-- The constant of the reason, or 0. -->
  <xsl:template name="reason">
    <xsl:choose>
      <xsl:when test="@reason">
        <xsl:value-of select="concat($PREFIX, '_REASON_', gen:c-identifier(@reason))"/>
      </xsl:when>
      <xsl:otherwise>0</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- MAILERR_NAME_WORD, or 0 where there is no such word. -->
  <xsl:template name="word">
    <xsl:param name="name"/>
    <xsl:param name="word"/>
    <xsl:choose>
      <xsl:when test="$word">
        <xsl:value-of select="concat($PREFIX, '_', $name, '_', gen:c-identifier($word))"/>
      </xsl:when>
      <xsl:otherwise>0</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="standing">
    <xsl:choose>
      <xsl:when test="@standing">
        <xsl:value-of select="concat($PREFIX, '_STANDING_', gen:c-identifier(@standing))"/>
      </xsl:when>
      <xsl:otherwise>0</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "5.1.1" as its number and its class: "STATUS_NUMBER(1, 1), 5". -->
  <xsl:template name="status-and-class">
    <xsl:param name="status"/>
    <xsl:choose>
      <xsl:when test="not($status)">0, 0</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat('STATUS_NUMBER(', translate(substring-after($status, '.'), '.', ','), '), ',
            translate(substring-before($status, '.'), 'X', '0'))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Bounce, retry, suppress, about: what the entry has itself, or its
       reason's: from the first byte on, or from the infinite one. -->
  <xsl:template name="advice">
    <xsl:variable name="reason" select="key('reason', @reason)"/>
    <xsl:choose>
      <xsl:when test="$reason">
        <xsl:value-of select="concat($PREFIX, '_BOUNCE_',
            gen:c-identifier(concat(@bounce, substring($reason/@bounce, 1 div not(@bounce)))), ', ', $PREFIX, '_RETRY_',
            gen:c-identifier(concat(@retry, substring($reason/@retry, 1 div not(@retry)))), ',&#10;&#9;    ', $PREFIX, '_SUPPRESS_',
            gen:c-identifier(concat(@suppress, substring($reason/@suppress, 1 div not(@suppress)))), ', ', $PREFIX, '_ABOUT_',
            gen:c-identifier(concat(@about, substring($reason/@about, 1 div not(@about)))))"/>
      </xsl:when>
      <xsl:otherwise>0, 0, 0, 0</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:reason" mode="row">
    <xsl:value-of select="concat('&#9;{ ENTRY(REASON, ', @number, ', reason_', gen:c-identifier(@id), '),&#10;&#9;    ',
        $PREFIX, '_BOUNCE_', gen:c-identifier(@bounce), ', ', $PREFIX, '_RETRY_', gen:c-identifier(@retry), ',&#10;&#9;    ',
        $PREFIX, '_SUPPRESS_', gen:c-identifier(@suppress), ', ', $PREFIX, '_ABOUT_', gen:c-identifier(@about), ',&#10;&#9;    ',
        $PREFIX, '_GROUP_', gen:c-identifier(@group), ', ')"/>
    <xsl:call-template name="standing"/>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <!-- The statuses that go with each reply, and where its run begins. -->
  <xsl:template name="pairs">
    <xsl:text>&#10;/* Statuses that standards pair with a reply. */&#10;enum {&#10;&#9;PAIRS_NONE,&#10;</xsl:text>
    <xsl:for-each select="$catalog/m:replies/m:reply[@statuses]">
      <xsl:value-of select="concat('&#9;PAIRS_', @code, ', PAIRS_', @code, '_END = PAIRS_', @code, ' + ',
          string-length(@statuses) - string-length(translate(@statuses, ' ', '')) + 1, ',&#10;')"/>
    </xsl:for-each>
    <xsl:text>&#9;PAIRS_COUNT&#10;};&#10;&#10;static const uint16_t pairs[PAIRS_COUNT] = {&#10;&#9;NO_STATUS</xsl:text>
    <xsl:for-each select="$catalog/m:replies/m:reply[@statuses]">
      <xsl:value-of select="concat(',&#10;&#9;/* ', @code, ' */')"/>
      <xsl:call-template name="pairs-of">
        <xsl:with-param name="list" select="@statuses"/>
      </xsl:call-template>
      <xsl:text>&#10;&#9;NO_STATUS</xsl:text>
    </xsl:for-each>
    <xsl:text>&#10;};&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="pairs-of">
    <xsl:param name="list"/>
    <xsl:variable name="rest" select="substring-after($list, ' ')"/>
    <xsl:variable name="code" select="substring-before(concat($list, ' '), ' ')"/>
    <xsl:value-of select="concat('&#10;&#9;STATUS_NUMBER(', translate(substring-after($code, '.'), '.', ','), '),')"/>
    <xsl:if test="$rest != ''">
      <xsl:call-template name="pairs-of">
        <xsl:with-param name="list" select="$rest"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:reply" mode="row">
    <xsl:value-of select="concat('&#9;{ ENTRY(REPLY, ', @code, ', reply_', @code, '), ', @code, ', ')"/>
    <xsl:call-template name="reason"/>
    <xsl:choose>
      <xsl:when test="@statuses">
        <xsl:value-of select="concat(',&#10;&#9;    PAIRS_', @code)"/>
      </xsl:when>
      <xsl:otherwise>,&#10;&#9;    0</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(', ', substring(@code, 1, 1), ', ')"/>
    <xsl:call-template name="standing"/>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:status" mode="row">
    <xsl:variable name="tail" select="substring-after(@code, '.')"/>
    <xsl:value-of select="concat('&#9;{ ENTRY(STATUS, STATUS_NUMBER(', translate($tail, '.', ','), '), status_', translate($tail, '.', '_'), '), ',
        substring-after($tail, '.'), ',&#10;&#9;    ')"/>
    <xsl:call-template name="reason"/>
    <xsl:value-of select="concat(', ', substring-before($tail, '.'))"/>
    <xsl:call-template name="class-bits">
      <xsl:with-param name="classes" select="@classes"/>
    </xsl:call-template>
    <xsl:call-template name="class-bits">
      <xsl:with-param name="classes" select="@classes-met"/>
    </xsl:call-template>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="word">
      <xsl:with-param name="name" select="'TRUST'"/>
      <xsl:with-param name="word" select="@trust"/>
    </xsl:call-template>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="standing"/>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <!-- ", CLASS_4 | CLASS_5" of "4 5", ", 0" of nothing. -->
  <xsl:template name="class-bits">
    <xsl:param name="classes"/>
    <xsl:variable name="bits">
      <xsl:if test="contains($classes, '2')"> | CLASS_2</xsl:if>
      <xsl:if test="contains($classes, '4')"> | CLASS_4</xsl:if>
      <xsl:if test="contains($classes, '5')"> | CLASS_5</xsl:if>
    </xsl:variable>
    <xsl:value-of select="concat(', ', substring($bits, 4))"/>
    <xsl:if test="$bits = ''">0</xsl:if>
  </xsl:template>

  <xsl:template match="m:notice" mode="row">
    <xsl:value-of select="concat('&#9;{ ENTRY(NOTICE, ', @number, ', notice_', gen:c-identifier(@id), '),&#10;&#9;    ')"/>
    <xsl:call-template name="reason"/>
    <xsl:value-of select="concat(', ', @reply)"/>
    <xsl:if test="not(@reply)">0</xsl:if>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="status-and-class">
      <xsl:with-param name="status" select="@status"/>
    </xsl:call-template>
    <xsl:value-of select="concat(',&#10;&#9;    ', $PREFIX, '_RANK_', gen:c-identifier(@rank), ', ')"/>
    <xsl:call-template name="word">
      <xsl:with-param name="name" select="'CLASS'"/>
      <xsl:with-param name="word" select="@class"/>
    </xsl:call-template>
    <xsl:text>,&#10;&#9;    </xsl:text>
    <xsl:call-template name="advice"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="standing"/>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:sense" mode="row">
    <xsl:value-of select="concat('&#9;{ { ', $PREFIX, '_KIND_SENSE, ', position(), ', FACTS_OF(sense_', position(), ') },&#10;&#9;    ')"/>
    <xsl:choose>
      <xsl:when test="../@symbol and starts-with(../@code, 'X')">
        <xsl:value-of select="concat('STATUS_NUMBER(', translate(substring-after(../@code, '.'), '.', ','), '), ', $PREFIX, '_KIND_STATUS, ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(../@code, ', ', $PREFIX, '_KIND_REPLY, ')"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="reason"/>
    <xsl:text>,&#10;&#9;    </xsl:text>
    <xsl:call-template name="command"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="emitter"/>
    <xsl:text>,&#10;&#9;    </xsl:text>
    <xsl:call-template name="advice"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="word">
      <xsl:with-param name="name" select="'CLASS'"/>
      <xsl:with-param name="word" select="@class"/>
    </xsl:call-template>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="command">
    <xsl:choose>
      <xsl:when test="@command">
        <xsl:value-of select="concat($PREFIX, '_COMMAND_', translate(@command, '-', '_'))"/>
      </xsl:when>
      <xsl:otherwise>0</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="emitter">
    <xsl:choose>
      <xsl:when test="@emitter">
        <xsl:value-of select="concat($PREFIX, '_EMITTER_', gen:c-identifier(@emitter))"/>
      </xsl:when>
      <xsl:otherwise>0</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="m:mistake" mode="row">
    <xsl:value-of select="concat('&#9;{ ENTRY(MISTAKE, ', position(), ', mistake_', position(), '), ')"/>
    <xsl:call-template name="reason"/>
    <xsl:text>,&#10;&#9;    </xsl:text>
    <xsl:choose>
      <xsl:when test="contains(@code, '.')">
        <xsl:text>0, </xsl:text>
        <xsl:call-template name="status-and-class">
          <xsl:with-param name="status" select="@code"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(@code, ', NO_STATUS, 0')"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(', ', $PREFIX, '_MISTAKE_', gen:c-identifier(@kind), ', ')"/>
    <xsl:choose>
      <xsl:when test="@meant-status">
        <xsl:value-of select="translate(substring-before(@meant-status, '.'), 'X', '0')"/>
      </xsl:when>
      <xsl:otherwise>0</xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="concat(', ', @meant-reply)"/>
    <xsl:if test="not(@meant-reply)">0</xsl:if>
    <xsl:choose>
      <xsl:when test="@meant-status">
        <xsl:value-of select="concat(', STATUS_NUMBER(', translate(substring-after(@meant-status, '.'), '.', ','), ')')"/>
      </xsl:when>
      <xsl:otherwise>, NO_STATUS</xsl:otherwise>
    </xsl:choose>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:keyword" mode="row">
    <xsl:value-of select="concat('&#9;{ ENTRY(KEYWORD, ', position(), ', keyword_', position(), '), ', @value)"/>
    <xsl:if test="not(@value)">-1</xsl:if>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="reason"/>
    <xsl:value-of select="concat(',&#10;&#9;    ', @reply)"/>
    <xsl:if test="not(@reply)">0</xsl:if>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="status-and-class">
      <xsl:with-param name="status" select="@status"/>
    </xsl:call-template>
    <xsl:value-of select="concat(', ', count(../preceding-sibling::m:vocabulary) + 1, ' },&#10;')"/>
  </xsl:template>

  <!-- Which exit status says a status. -->
  <xsl:template name="sysexits">
    <xsl:value-of select="'&#10;#define SYSEXITS '"/>
    <xsl:for-each select="$catalog/m:vocabularies/m:vocabulary">
      <xsl:if test="@id = 'sysexits'">
        <xsl:value-of select="position()"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="not($catalog/m:vocabularies/m:vocabulary[@id = 'sysexits'])">0</xsl:if>
    <xsl:text>&#10;static const struct sysexit sysexit_from[] = {&#10;</xsl:text>
    <xsl:for-each select="$keywords">
      <xsl:if test="@from-statuses">
        <xsl:call-template name="sysexits-of">
          <xsl:with-param name="list" select="@from-statuses"/>
          <xsl:with-param name="place" select="position() - 1"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
    <xsl:text>&#9;{ NO_STATUS, 0 }&#10;};&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="sysexits-of">
    <xsl:param name="list"/>
    <xsl:param name="place"/>
    <xsl:variable name="rest" select="substring-after($list, ' ')"/>
    <xsl:variable name="code" select="substring-before(concat($list, ' '), ' ')"/>
    <xsl:value-of select="concat('&#9;{ STATUS_NUMBER(', translate(substring-after($code, '.'), '.', ','), '), ', $place, ' },&#10;')"/>
    <xsl:if test="$rest != ''">
      <xsl:call-template name="sysexits-of">
        <xsl:with-param name="list" select="$rest"/>
        <xsl:with-param name="place" select="$place"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:command" mode="row">
    <xsl:value-of select="concat('&#9;{ { ', $PREFIX, '_KIND_COMMAND, ', position(), ', AT_command_', translate(@name, '-', '_'), ' },&#10;&#9;    ')"/>
    <xsl:call-template name="reason"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="word">
      <xsl:with-param name="name" select="'ABOUT'"/>
      <xsl:with-param name="word" select="@about"/>
    </xsl:call-template>
    <xsl:text> },&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:emitter" mode="row">
    <xsl:value-of select="concat('&#9;{ ENTRY(EMITTER, ', position(), ', emitter_', gen:c-identifier(@id), '),&#10;&#9;    ',
        $PREFIX, '_EMITTER_KIND_', gen:c-identifier(@kind), ' },&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
