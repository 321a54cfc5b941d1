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
      <xsl:text>.SS </xsl:text>
      <xsl:value-of select="gen:roff-argument(concat($id, ' ', m:title/m:text[
          @xml:lang = $language or position() = 1][last()]))"/>
      <xsl:text>&#10;</xsl:text>
      <xsl:for-each select="m:meaning">
        <xsl:call-template name="text"/>
      </xsl:for-each>
      <xsl:call-template name="lists"/>
      <xsl:if test="m:sense">
        <xsl:call-template name="senses"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="facts"/>
      <xsl:text>.PD&#10;</xsl:text>
    </entry>
  </xsl:template>

  <!-- ==== lists of texts ==== -->

  <xsl:template name="lists">
    <xsl:if test="m:cause">
      <xsl:call-template name="list">
        <xsl:with-param name="label" select="'causes'"/>
        <xsl:with-param name="fields" select="m:cause"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="m:action">
      <xsl:call-template name="list">
        <xsl:with-param name="label" select="'actions'"/>
        <xsl:with-param name="fields" select="m:action"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="m:note">
      <xsl:call-template name="list">
        <xsl:with-param name="label" select="'notes'"/>
        <xsl:with-param name="fields" select="m:note"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="list">
    <xsl:param name="label"/>
    <xsl:param name="fields"/>
    <xsl:call-template name="list-heading">
      <xsl:with-param name="label" select="$label"/>
    </xsl:call-template>
    <xsl:apply-templates select="$fields" mode="item"/>
    <xsl:text>.PD&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="list-heading">
    <xsl:param name="label"/>
    <xsl:text>.PP&#10;.B </xsl:text>
    <xsl:call-template name="argument-label">
      <xsl:with-param name="id" select="$label"/>
    </xsl:call-template>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
  </xsl:template>

  <xsl:template mode="item" match="m:cause | m:note">
    <xsl:text>.IP \(bu 3&#10;</xsl:text>
    <xsl:call-template name="text"/>
  </xsl:template>

  <xsl:template mode="item" match="m:action">
    <xsl:text>.IP \(bu 3&#10;\fI</xsl:text>
    <xsl:call-template name="audience">
      <xsl:with-param name="words" select="@for"/>
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
      <xsl:when test="contains($words, ' ')">
        <xsl:call-template name="label">
          <xsl:with-param name="id" select="substring-before($words, ' ')"/>
        </xsl:call-template>
        <xsl:text>, </xsl:text>
        <xsl:call-template name="audience">
          <xsl:with-param name="words" select="substring-after($words, ' ')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="label">
          <xsl:with-param name="id" select="$words"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== senses ==== -->

  <xsl:template name="senses">
    <xsl:text>.PP&#10;.B </xsl:text>
    <xsl:call-template name="argument-label">
      <xsl:with-param name="id" select="'other-meanings'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="m:sense" mode="sense"/>
  </xsl:template>

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
    <xsl:text>\fP&#10;</xsl:text>
    <xsl:for-each select="m:title">
      <xsl:text>\fI</xsl:text>
      <xsl:value-of select="gen:roff(m:text[
          @xml:lang = $language or position() = 1][last()])"/>
      <xsl:text>\fP&#10;.br&#10;</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="m:meaning">
      <xsl:call-template name="text"/>
    </xsl:for-each>
    <xsl:text>.RS 4&#10;</xsl:text>
    <xsl:call-template name="lists"/>
    <xsl:call-template name="first-fact">
      <xsl:with-param name="label" select="'reason'"/>
    </xsl:call-template>
    <xsl:call-template name="reason-name"/>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:call-template name="advice"/>
    <xsl:call-template name="sources"/>
    <xsl:text>.PD&#10;.RE&#10;</xsl:text>
  </xsl:template>

  <!-- ==== facts ==== -->

  <!-- The first has a blank line before it, the others none: after it comes
       a .PD 0. -->
  <xsl:template name="first-fact">
    <xsl:param name="label"/>
    <xsl:text>.IP </xsl:text>
    <xsl:call-template name="argument-label">
      <xsl:with-param name="id" select="$label"/>
    </xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:value-of select="$name-width"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A fact that is an attribute of letters, digits, dots and blanks. -->
  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="$value">
      <xsl:call-template name="first-fact">
        <xsl:with-param name="label" select="$label"/>
      </xsl:call-template>
      <xsl:call-template name="wrap">
        <xsl:with-param name="roff" select="gen:roff($value)"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A fact that is a word of the catalog, with its label. -->
  <xsl:template name="word-fact">
    <xsl:param name="label"/>
    <xsl:param name="kind" select="$label"/>
    <xsl:param name="word"/>
    <xsl:if test="$word">
      <xsl:call-template name="first-fact">
        <xsl:with-param name="label" select="$label"/>
      </xsl:call-template>
      <xsl:call-template name="word">
        <xsl:with-param name="kind" select="$kind"/>
        <xsl:with-param name="word" select="$word"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- "Mailbox full (mailbox-full)" -->
  <xsl:template name="title-and-id">
    <xsl:param name="entry"/>
    <xsl:variable name="title" select="$entry/m:title/m:text[
        @xml:lang = $language or position() = 1][last()]"/>
    <xsl:call-template name="wrap">
      <xsl:with-param name="roff" select="concat(gen:roff($title), ' (\fB',
          gen:roff($entry/@id), '\fP)')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="reason-name">
    <xsl:call-template name="title-and-id">
      <xsl:with-param name="entry" select="key('reason', @reason)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="reason">
    <xsl:if test="@reason">
      <xsl:call-template name="first-fact">
        <xsl:with-param name="label" select="'reason'"/>
      </xsl:call-template>
      <xsl:call-template name="reason-name"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- What a program is to do: as far as it stands here. -->
  <xsl:template name="advice">
    <xsl:call-template name="word-fact">
      <xsl:with-param name="label" select="'bounce'"/>
      <xsl:with-param name="word" select="@bounce"/>
    </xsl:call-template>
    <xsl:call-template name="word-fact">
      <xsl:with-param name="label" select="'retry'"/>
      <xsl:with-param name="word" select="@retry"/>
    </xsl:call-template>
    <xsl:call-template name="word-fact">
      <xsl:with-param name="label" select="'suppress'"/>
      <xsl:with-param name="word" select="@suppress"/>
    </xsl:call-template>
    <xsl:call-template name="word-fact">
      <xsl:with-param name="label" select="'about'"/>
      <xsl:with-param name="word" select="@about"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The last facts of every kind. -->
  <xsl:template name="last-facts">
    <xsl:call-template name="word-fact">
      <xsl:with-param name="label" select="'standing'"/>
      <xsl:with-param name="word" select="@standing[. != 'current']"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'retired'"/>
      <xsl:with-param name="value" select="@retired"/>
    </xsl:call-template>
    <xsl:call-template name="sources"/>
    <xsl:call-template name="see-also"/>
  </xsl:template>

  <!-- "RFC 5321 4.2.3, 4.3.2; RFC 2034 4": a label once for all its sections. -->
  <xsl:template name="sources">
    <xsl:variable name="sources" select="m:see[@reference]"/>
    <xsl:if test="$sources">
      <xsl:call-template name="first-fact">
        <xsl:with-param name="label" select="'sources'"/>
      </xsl:call-template>
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
      <xsl:call-template name="first-fact">
        <xsl:with-param name="label" select="'see-also'"/>
      </xsl:call-template>
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
    <xsl:call-template name="title-and-id">
      <xsl:with-param name="entry" select="key('notice', @notice)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="see" match="m:see[@reason]">
    <xsl:call-template name="reason-name"/>
  </xsl:template>

  <!-- ==== the facts of each kind ==== -->

  <xsl:template mode="facts" match="m:reply">
    <xsl:call-template name="first-fact">
      <xsl:with-param name="label" select="'name-in-c'"/>
    </xsl:call-template>
    <xsl:value-of select="concat($c-prefix, '_REPLY_', @symbol)"/>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'commands'"/>
      <xsl:with-param name="value" select="@commands"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'status'"/>
      <xsl:with-param name="value" select="@statuses"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'extensions'"/>
      <xsl:with-param name="value" select="@extensions"/>
    </xsl:call-template>
    <xsl:call-template name="reason"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:status">
    <xsl:call-template name="first-fact">
      <xsl:with-param name="label" select="'name-in-c'"/>
    </xsl:call-template>
    <xsl:value-of select="concat($c-prefix, '_STATUS_', @symbol)"/>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'classes'"/>
      <xsl:with-param name="value" select="@classes"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'also-met'"/>
      <xsl:with-param name="value" select="@classes-met"/>
    </xsl:call-template>
    <xsl:call-template name="reason"/>
    <xsl:call-template name="word-fact">
      <xsl:with-param name="label" select="'trust'"/>
      <xsl:with-param name="word" select="@trust"/>
    </xsl:call-template>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:notice">
    <xsl:if test="m:phrase">
      <xsl:call-template name="list">
        <xsl:with-param name="label" select="'texts'"/>
        <xsl:with-param name="fields" select="m:phrase[not(@retired)]"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="first-fact">
      <xsl:with-param name="label" select="'name-in-c'"/>
    </xsl:call-template>
    <xsl:value-of select="concat($c-prefix, '_NOTICE_', gen:c-identifier(@id))"/>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:call-template name="word-fact">
      <xsl:with-param name="label" select="'rank'"/>
      <xsl:with-param name="word" select="@rank"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'reply'"/>
      <xsl:with-param name="value" select="@reply"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'status'"/>
      <xsl:with-param name="value" select="@status"/>
    </xsl:call-template>
    <xsl:call-template name="word-fact">
      <xsl:with-param name="label" select="'class'"/>
      <xsl:with-param name="word" select="@class"/>
    </xsl:call-template>
    <xsl:call-template name="reason"/>
    <xsl:call-template name="advice"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:reason">
    <xsl:if test="m:known-as">
      <xsl:call-template name="list">
        <xsl:with-param name="label" select="'known-as'"/>
        <xsl:with-param name="fields" select="m:known-as"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="first-fact">
      <xsl:with-param name="label" select="'name-in-c'"/>
    </xsl:call-template>
    <xsl:value-of select="concat($c-prefix, '_REASON_', gen:c-identifier(@id))"/>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:call-template name="word-fact">
      <xsl:with-param name="label" select="'group'"/>
      <xsl:with-param name="word" select="@group"/>
    </xsl:call-template>
    <xsl:call-template name="advice"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:mistake">
    <xsl:call-template name="first-fact">
      <xsl:with-param name="label" select="'kind'"/>
    </xsl:call-template>
    <xsl:call-template name="word">
      <xsl:with-param name="kind" select="'mistake'"/>
      <xsl:with-param name="word" select="@kind"/>
    </xsl:call-template>
    <xsl:text>&#10;.PD 0&#10;</xsl:text>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'what-was-meant'"/>
      <xsl:with-param name="value" select="normalize-space(
          concat(@meant-reply, ' ', @meant-status))"/>
    </xsl:call-template>
    <xsl:call-template name="reason"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="m:keyword">
    <xsl:if test="m:treatment">
      <xsl:call-template name="list">
        <xsl:with-param name="label" select="'treatments'"/>
        <xsl:with-param name="fields" select="m:treatment"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:text>.PD 0&#10;</xsl:text>
    <xsl:if test="@* [name() != 'name']">
      <xsl:text>.sp&#10;</xsl:text>
    </xsl:if>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'value'"/>
      <xsl:with-param name="value" select="@value"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'reply'"/>
      <xsl:with-param name="value" select="@reply"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'status'"/>
      <xsl:with-param name="value" select="@status"/>
    </xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="label" select="'from-statuses'"/>
      <xsl:with-param name="value" select="@from-statuses"/>
    </xsl:call-template>
    <xsl:call-template name="reason"/>
    <xsl:call-template name="last-facts"/>
  </xsl:template>

  <xsl:template mode="facts" match="*">
    <xsl:call-template name="no-template"/>
  </xsl:template>
</xsl:stylesheet>
