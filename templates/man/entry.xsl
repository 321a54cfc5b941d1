<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- One entry of a page: heading, meaning, causes, what to do, notes, then the
     facts, a line each. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    exclude-result-prefixes="gen m">

  <xsl:variable name="c-prefix" select="gen:upper-case($prefix)"/>

  <!-- Each in an element of its own: libxslt measures the text before it anew
       after each variable that has content.  id: how the entry is called. -->
  <xsl:template name="entry">
    <xsl:param name="id"/>
    <entry>
      <xsl:call-template name="heading">
        <xsl:with-param name="id" select="$id"/>
      </xsl:call-template>
      <xsl:for-each select="m:meaning">
        <xsl:call-template name="text"/>
      </xsl:for-each>
      <xsl:call-template name="lists"/>
      <xsl:if test="m:sense">
        <xsl:value-of select="$list-other-meanings"/>
        <xsl:apply-templates select="m:sense" mode="sense"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="facts"/>
      <xsl:text>.PD&#10;</xsl:text>
    </entry>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="id"/>
    <xsl:text>.SS </xsl:text>
    <xsl:choose>
      <xsl:when test="$place">
        <xsl:value-of select="gen:roff-argument(
            concat($id, ' ', m:title/m:text[$place]))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="gen:roff-argument(concat($id, ' ', m:title/m:text[
            @xml:lang = $language or position() = 1][last()]))"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ==== lists of texts ==== -->

  <xsl:template name="lists">
    <xsl:if test="m:cause">
      <xsl:value-of select="$list-causes"/>
      <xsl:text>.PD 0&#10;</xsl:text>
      <xsl:apply-templates select="m:cause" mode="item"/>
      <xsl:text>.PD&#10;</xsl:text>
    </xsl:if>
    <xsl:if test="m:action">
      <xsl:value-of select="$list-actions"/>
      <xsl:text>.PD 0&#10;</xsl:text>
      <xsl:apply-templates select="m:action" mode="item"/>
      <xsl:text>.PD&#10;</xsl:text>
    </xsl:if>
    <xsl:if test="m:note">
      <xsl:value-of select="$list-notes"/>
      <xsl:text>.PD 0&#10;</xsl:text>
      <xsl:apply-templates select="m:note" mode="item"/>
      <xsl:text>.PD&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="item" match="m:cause | m:note">
    <xsl:text>.IP \(bu 3&#10;</xsl:text>
    <xsl:call-template name="text"/>
  </xsl:template>

  <xsl:template mode="item" match="m:action">
    <xsl:text>.IP \(bu 3&#10;\fI</xsl:text>
    <xsl:call-template name="audience">
      <xsl:with-param name="words" select="string(@for)"/>
    </xsl:call-template>
    <xsl:text>:\fP&#10;</xsl:text>
    <xsl:call-template name="text"/>
  </xsl:template>

  <xsl:template mode="item" match="m:known-as">
    <xsl:text>.IP \(bu 3&#10;</xsl:text>
    <xsl:value-of select="gen:roff(key('emitter', @emitter)/@name)"/>
    <xsl:text>: </xsl:text>
    <xsl:value-of select="gen:roff(@name)"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The wording, and who has it. -->
  <xsl:template mode="item" match="m:phrase">
    <xsl:text>.IP \(bu 3&#10;</xsl:text>
    <xsl:call-template name="wrap">
      <xsl:with-param name="roff"
          select="concat('\fB', gen:roff(gen:phrase-text(m:match)), '\fP')"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="@emitter">
      <xsl:text>(</xsl:text>
      <xsl:value-of select="gen:roff(key('emitter', @emitter)/@name)"/>
      <xsl:text>)&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="item" match="m:treatment">
    <xsl:text>.IP \(bu 3&#10;</xsl:text>
    <xsl:value-of select="gen:roff(key('emitter', @emitter)/@name)"/>
    <xsl:text>: </xsl:text>
    <xsl:call-template name="label">
      <xsl:with-param name="id" select="concat('class-', @class)"/>
    </xsl:call-template>
    <xsl:if test="@reply or @status">
      <xsl:text>, </xsl:text>
      <xsl:value-of select="@reply"/>
      <xsl:if test="@reply and @status">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:value-of select="@status"/>
    </xsl:if>
    <xsl:if test="@says">
      <xsl:text>, \(dq</xsl:text>
      <xsl:value-of select="gen:roff(@says)"/>
      <xsl:text>\(dq</xsl:text>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template mode="item" match="*">
    <xsl:call-template name="no-template"/>
  </xsl:template>

  <!-- "sender postmaster" as "Sender, Postmaster" -->
  <xsl:template name="audience">
    <xsl:param name="words"/>
    <xsl:choose>
      <xsl:when test="$words = 'sender'">
        <xsl:value-of select="$who-sender"/>
      </xsl:when>
      <xsl:when test="$words = 'postmaster'">
        <xsl:value-of select="$who-postmaster"/>
      </xsl:when>
      <xsl:when test="$words = 'recipient'">
        <xsl:value-of select="$who-recipient"/>
      </xsl:when>
      <xsl:when test="$words = 'developer'">
        <xsl:value-of select="$who-developer"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="audience">
          <xsl:with-param name="words" select="substring-before($words, ' ')"/>
        </xsl:call-template>
        <xsl:text>, </xsl:text>
        <xsl:call-template name="audience">
          <xsl:with-param name="words" select="substring-after($words, ' ')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== senses ==== -->

  <xsl:template mode="sense" match="m:sense">
    <xsl:text>.TP 4&#10;\fB</xsl:text>
    <xsl:value-of select="@command"/>
    <xsl:if test="@emitter">
      <xsl:if test="@command">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:value-of select="gen:roff(key('emitter', @emitter)/@name)"/>
    </xsl:if>
    <xsl:if test="@reference">
      <xsl:if test="@command or @emitter">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:value-of select="gen:roff(key('reference', @reference)/@label)"/>
      <xsl:if test="@section">
        <xsl:text>, </xsl:text>
        <xsl:value-of select="@section"/>
      </xsl:if>
    </xsl:if>
    <xsl:if test="@class">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="label">
        <xsl:with-param name="id" select="concat('class-', @class)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>\fP&#10;</xsl:text>
    <xsl:if test="m:title">
      <xsl:text>\fI</xsl:text>
      <xsl:call-template name="title"/>
      <xsl:text>\fP&#10;.br&#10;</xsl:text>
    </xsl:if>
    <xsl:for-each select="m:meaning">
      <xsl:call-template name="text"/>
    </xsl:for-each>
    <xsl:text>.RS 4&#10;</xsl:text>
    <xsl:call-template name="lists"/>
    <xsl:call-template name="reason"/>
    <xsl:text>.PD 0&#10;</xsl:text>
    <xsl:call-template name="advice"/>
    <xsl:call-template name="sources"/>
    <xsl:text>.PD&#10;.RE&#10;</xsl:text>
  </xsl:template>

  <!-- ==== facts ==== -->

  <!-- The first of an entry has a blank line before it, the others none: after
       it comes a .PD 0. -->

  <!-- name: the line that begins the fact; value: letters, digits, dots,
       hyphens, blanks. -->
  <xsl:template name="fact">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:value-of select="$name"/>
    <xsl:call-template name="wrap">
      <xsl:with-param name="roff" select="gen:roff($value)"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A fact that is a word of the catalog, with its label. -->
  <xsl:template name="word-fact">
    <xsl:param name="name"/>
    <xsl:param name="kind"/>
    <xsl:param name="word"/>
    <xsl:value-of select="$name"/>
    <xsl:call-template name="word">
      <xsl:with-param name="kind" select="$kind"/>
      <xsl:with-param name="word" select="$word"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- "Mailbox full (mailbox-full)", on two lines. -->
  <xsl:template mode="title-and-id" match="m:reason | m:notice">
    <xsl:call-template name="title"/>
    <xsl:text>&#10;(\fB</xsl:text>
    <xsl:value-of select="gen:roff(@id)"/>
    <xsl:text>\fP)</xsl:text>
  </xsl:template>

  <xsl:template name="reason">
    <xsl:if test="@reason">
      <xsl:value-of select="$fact-reason"/>
      <xsl:apply-templates select="key('reason', @reason)" mode="title-and-id"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- What a program is to do: as far as it stands here. -->
  <xsl:template name="advice">
    <xsl:if test="@bounce">
      <xsl:call-template name="word-fact">
        <xsl:with-param name="name" select="$fact-bounce"/>
        <xsl:with-param name="kind" select="'bounce'"/>
        <xsl:with-param name="word" select="@bounce"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@retry">
      <xsl:call-template name="word-fact">
        <xsl:with-param name="name" select="$fact-retry"/>
        <xsl:with-param name="kind" select="'retry'"/>
        <xsl:with-param name="word" select="@retry"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@suppress">
      <xsl:call-template name="word-fact">
        <xsl:with-param name="name" select="$fact-suppress"/>
        <xsl:with-param name="kind" select="'suppress'"/>
        <xsl:with-param name="word" select="@suppress"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@about">
      <xsl:call-template name="word-fact">
        <xsl:with-param name="name" select="$fact-about"/>
        <xsl:with-param name="kind" select="'about'"/>
        <xsl:with-param name="word" select="@about"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The last facts of every kind. -->
  <xsl:template name="last-facts">
    <xsl:if test="@standing != 'current'">
      <xsl:call-template name="word-fact">
        <xsl:with-param name="name" select="$fact-standing"/>
        <xsl:with-param name="kind" select="'standing'"/>
        <xsl:with-param name="word" select="@standing"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@retired">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-retired"/>
        <xsl:with-param name="value" select="@retired"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="sources"/>
    <xsl:call-template name="see-also"/>
  </xsl:template>

  <!-- "RFC 5321 4.2.3, 4.3.2; RFC 2034 4": a label once for all its sections. -->
  <xsl:template name="sources">
    <xsl:variable name="sources" select="m:see[@reference]"/>
    <xsl:if test="$sources">
      <xsl:value-of select="$fact-sources"/>
      <xsl:for-each select="$sources">
        <xsl:variable name="at" select="position()"/>
        <xsl:choose>
          <xsl:when test="$at != 1 and $sources[$at - 1]/@reference = @reference">
            <xsl:text>,&#10;</xsl:text>
          </xsl:when>
          <xsl:otherwise>
            <xsl:if test="$at != 1">
              <xsl:text>;&#10;</xsl:text>
            </xsl:if>
            <xsl:value-of select="gen:roff(key('reference', @reference)/@label)"/>
            <xsl:if test="@section">
              <xsl:text>\ </xsl:text>
            </xsl:if>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="@section"/>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="see-also">
    <xsl:variable name="entries" select="m:see[not(@reference)]"/>
    <xsl:if test="$entries">
      <xsl:value-of select="$fact-see-also"/>
      <xsl:for-each select="$entries">
        <xsl:if test="position() != 1">
          <xsl:text>;&#10;</xsl:text>
        </xsl:if>
        <xsl:apply-templates select="." mode="see"/>
      </xsl:for-each>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="see" match="m:see[@reply] | m:see[@status]">
    <xsl:value-of select="@reply | @status"/>
  </xsl:template>

  <xsl:template mode="see" match="m:see[@notice]">
    <xsl:apply-templates select="key('notice', @notice)" mode="title-and-id"/>
  </xsl:template>

  <xsl:template mode="see" match="m:see[@reason]">
    <xsl:apply-templates select="key('reason', @reason)" mode="title-and-id"/>
  </xsl:template>

  <!-- ==== the facts of each kind ==== -->

  <xsl:template mode="facts" match="m:reply">
    <xsl:value-of select="$fact-name-in-c"/>
    <xsl:value-of select="concat($c-prefix, '_REPLY_', @symbol)"/>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:if test="@commands">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-commands"/>
        <xsl:with-param name="value" select="@commands"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@statuses">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-status"/>
        <xsl:with-param name="value" select="@statuses"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@extensions">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-extensions"/>
        <xsl:with-param name="value" select="@extensions"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="reason"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:status">
    <xsl:value-of select="$fact-name-in-c"/>
    <xsl:value-of select="concat($c-prefix, '_STATUS_', @symbol)"/>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:call-template name="fact">
      <xsl:with-param name="name" select="$fact-classes"/>
      <xsl:with-param name="value" select="@classes"/>
    </xsl:call-template>
    <xsl:if test="@classes-met">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-also-met"/>
        <xsl:with-param name="value" select="@classes-met"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="reason"/>
    <xsl:if test="@trust">
      <xsl:call-template name="word-fact">
        <xsl:with-param name="name" select="$fact-trust"/>
        <xsl:with-param name="kind" select="'trust'"/>
        <xsl:with-param name="word" select="@trust"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:notice">
    <xsl:if test="m:phrase">
      <xsl:value-of select="$list-texts"/>
      <xsl:text>.PD 0&#10;</xsl:text>
      <xsl:apply-templates select="m:phrase[not(@retired)]" mode="item"/>
      <xsl:text>.PD&#10;</xsl:text>
    </xsl:if>
    <xsl:value-of select="$fact-name-in-c"/>
    <xsl:value-of select="concat($c-prefix, '_NOTICE_', gen:c-identifier(@id))"/>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:choose>
      <xsl:when test="@rank = 'cause'">
        <xsl:value-of select="$fact-rank-cause"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="word-fact">
          <xsl:with-param name="name" select="$fact-rank"/>
          <xsl:with-param name="kind" select="'rank'"/>
          <xsl:with-param name="word" select="@rank"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@reply">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-reply"/>
        <xsl:with-param name="value" select="@reply"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@status">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-status"/>
        <xsl:with-param name="value" select="@status"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@class">
      <xsl:call-template name="word-fact">
        <xsl:with-param name="name" select="$fact-class"/>
        <xsl:with-param name="kind" select="'class'"/>
        <xsl:with-param name="word" select="@class"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="reason"/>
    <xsl:call-template name="advice"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:reason">
    <xsl:if test="m:known-as">
      <xsl:value-of select="$list-known-as"/>
      <xsl:text>.PD 0&#10;</xsl:text>
      <xsl:apply-templates select="m:known-as" mode="item"/>
      <xsl:text>.PD&#10;</xsl:text>
    </xsl:if>
    <xsl:value-of select="$fact-name-in-c"/>
    <xsl:value-of select="concat($c-prefix, '_REASON_', gen:c-identifier(@id))"/>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:call-template name="word-fact">
      <xsl:with-param name="name" select="$fact-group"/>
      <xsl:with-param name="kind" select="'group'"/>
      <xsl:with-param name="word" select="@group"/>
    </xsl:call-template>
    <xsl:call-template name="advice"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:mistake">
    <xsl:call-template name="word-fact">
      <xsl:with-param name="name" select="$fact-kind"/>
      <xsl:with-param name="kind" select="'mistake'"/>
      <xsl:with-param name="word" select="@kind"/>
    </xsl:call-template>
    <xsl:text>.PD 0&#10;</xsl:text>
    <xsl:if test="@meant-reply or @meant-status">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-what-was-meant"/>
        <xsl:with-param name="value" select="normalize-space(
                concat(@meant-reply, ' ', @meant-status))"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="reason"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:keyword">
    <xsl:if test="m:treatment">
      <xsl:value-of select="$list-treatments"/>
      <xsl:text>.PD 0&#10;</xsl:text>
      <xsl:apply-templates select="m:treatment" mode="item"/>
      <xsl:text>.PD&#10;</xsl:text>
    </xsl:if>
    <xsl:text>.PD 0&#10;</xsl:text>
    <xsl:if test="@* [name() != 'name']">
      <xsl:text>.sp&#10;</xsl:text>
    </xsl:if>
    <xsl:if test="@value">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-value"/>
        <xsl:with-param name="value" select="@value"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@reply">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-reply"/>
        <xsl:with-param name="value" select="@reply"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@status">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-status"/>
        <xsl:with-param name="value" select="@status"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@from-statuses">
      <xsl:call-template name="fact">
        <xsl:with-param name="name" select="$fact-from-statuses"/>
        <xsl:with-param name="value" select="@from-statuses"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="reason"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="*">
    <xsl:call-template name="no-template"/>
  </xsl:template>
</xsl:stylesheet>
