<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- What stands in every entry, made once a run: the headings of lists, the
     names of facts, who can do something. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- The width that the names of facts have. -->
  <xsl:variable name="name-width">
    <xsl:choose>
      <xsl:when test="$language = 'ja'">22</xsl:when>
      <xsl:otherwise>18</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- ==== lists ==== -->

  <xsl:template name="list-heading">
    <xsl:param name="id"/>
    <xsl:text>.PP&#10;.B </xsl:text>
    <xsl:call-template name="argument-label">
      <xsl:with-param name="id" select="$id"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:variable name="list-causes">
    <xsl:call-template name="list-heading">
      <xsl:with-param name="id" select="'causes'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="list-actions">
    <xsl:call-template name="list-heading">
      <xsl:with-param name="id" select="'actions'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="list-notes">
    <xsl:call-template name="list-heading">
      <xsl:with-param name="id" select="'notes'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="list-other-meanings">
    <xsl:call-template name="list-heading">
      <xsl:with-param name="id" select="'other-meanings'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="list-texts">
    <xsl:call-template name="list-heading">
      <xsl:with-param name="id" select="'texts'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="list-known-as">
    <xsl:call-template name="list-heading">
      <xsl:with-param name="id" select="'known-as'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="list-treatments">
    <xsl:call-template name="list-heading">
      <xsl:with-param name="id" select="'treatments'"/>
    </xsl:call-template>
  </xsl:variable>

  <!-- ==== facts ==== -->

  <xsl:template name="fact-name">
    <xsl:param name="id"/>
    <xsl:text>.IP </xsl:text>
    <xsl:call-template name="argument-label">
      <xsl:with-param name="id" select="$id"/>
    </xsl:call-template>
    <xsl:text> </xsl:text>
    <xsl:value-of select="$name-width"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:variable name="fact-name-in-c">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'name-in-c'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-commands">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'commands'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-status">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'status'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-extensions">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'extensions'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-reason">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'reason'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-classes">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'classes'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-also-met">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'also-met'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-trust">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'trust'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-rank">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'rank'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-reply">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'reply'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-class">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'class'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-group">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'group'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-bounce">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'bounce'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-retry">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'retry'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-suppress">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'suppress'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-about">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'about'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-standing">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'standing'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-retired">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'retired'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-sources">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'sources'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-see-also">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'see-also'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-kind">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'kind'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-what-was-meant">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'what-was-meant'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-value">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'value'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="fact-from-statuses">
    <xsl:call-template name="fact-name">
      <xsl:with-param name="id" select="'from-statuses'"/>
    </xsl:call-template>
  </xsl:variable>

  <!-- The whole of the fact that nearly every notice has. -->
  <xsl:variable name="fact-rank-cause">
    <xsl:value-of select="$fact-rank"/>
    <xsl:call-template name="word">
      <xsl:with-param name="kind" select="'rank'"/>
      <xsl:with-param name="word" select="'cause'"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:variable>

  <!-- ==== who ==== -->

  <xsl:variable name="who-sender">
    <xsl:call-template name="label">
      <xsl:with-param name="id" select="'sender'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="who-recipient">
    <xsl:call-template name="label">
      <xsl:with-param name="id" select="'recipient'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="who-postmaster">
    <xsl:call-template name="label">
      <xsl:with-param name="id" select="'postmaster'"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:variable name="who-developer">
    <xsl:call-template name="label">
      <xsl:with-param name="id" select="'developer'"/>
    </xsl:call-template>
  </xsl:variable>
</xsl:stylesheet>
