<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- What the page of an entry holds. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    exclude-result-prefixes="gen m">

  <!-- What an entry belongs to, from the other end. -->
  <xsl:key name="notice-with-reply" match="/m:catalog/m:notices/m:notice[@reply]" use="@reply"/>
  <xsl:key name="notice-with-status" match="/m:catalog/m:notices/m:notice[@status]"
      use="concat('X', substring(@status, 2))"/>
  <xsl:key name="notice-with-reason" match="/m:catalog/m:notices/m:notice[@reason]" use="@reason"/>
  <xsl:key name="reply-with-reason" match="/m:catalog/m:replies/m:reply[@reason]" use="@reason"/>
  <xsl:key name="status-with-reason" match="/m:catalog/m:statuses/m:status[@reason]" use="@reason"/>
  <xsl:key name="keyword-with-reply" match="/m:catalog/m:vocabularies/m:vocabulary/m:keyword[@reply]"
      use="@reply"/>
  <xsl:key name="keyword-with-status" match="/m:catalog/m:vocabularies/m:vocabulary/m:keyword[@status]"
      use="concat('X', substring(@status, 2))"/>
  <xsl:key name="mistaken-for-reply" match="/m:catalog/m:mistaken/m:mistake[@meant-reply]"
      use="@meant-reply"/>
  <xsl:key name="mistaken-for-status" match="/m:catalog/m:mistaken/m:mistake[@meant-status]"
      use="concat('X', substring(@meant-status, 2))"/>

  <!-- The entry before an entry, by what the entry is called. -->
  <xsl:key name="before" match="/m:catalog/m:replies/m:reply | /m:catalog/m:statuses/m:status"
      use="following-sibling::*[1]/@code"/>
  <xsl:key name="before" match="/m:catalog/m:mistaken/m:mistake"
      use="concat('mistake ', following-sibling::*[1]/@code)"/>
  <xsl:key name="before" match="/m:catalog/m:notices/m:notice | /m:catalog/m:reasons/m:reason"
      use="concat(local-name(), ' ', following-sibling::*[1]/@id)"/>
  <xsl:key name="before" match="/m:catalog/m:vocabularies/m:vocabulary/m:keyword"
      use="concat(../@id, ' ', following-sibling::m:keyword[1]/@name)"/>

  <!-- ==== what an entry is called ==== -->

  <xsl:template match="m:reply | m:status | m:mistake" mode="name">
    <xsl:value-of select="@code"/>
  </xsl:template>

  <xsl:template match="m:notice | m:reason" mode="name">
    <xsl:apply-templates select="m:title" mode="words"/>
  </xsl:template>

  <xsl:template match="m:keyword" mode="name">
    <xsl:value-of select="@name"/>
  </xsl:template>

  <xsl:template match="m:reply | m:status | m:mistake" mode="heading">
    <xsl:value-of select="concat(@code, ' ')"/>
    <xsl:apply-templates select="m:title" mode="plain"/>
  </xsl:template>

  <xsl:template match="m:notice | m:reason" mode="heading">
    <xsl:apply-templates select="m:title" mode="plain"/>
  </xsl:template>

  <xsl:template match="m:keyword" mode="heading">
    <xsl:value-of select="concat(@name, ' ')"/>
    <xsl:apply-templates select="m:title" mode="plain"/>
  </xsl:template>

  <xsl:template match="m:reply | m:status | m:notice | m:reason | m:mistake | m:keyword" mode="summary">
    <xsl:apply-templates select="m:meaning" mode="plain"/>
  </xsl:template>

  <xsl:template match="m:reply | m:status | m:notice | m:reason | m:mistake | m:keyword" mode="trail">
    <xsl:copy-of select="$trail-to-table"/>
    <li><a href="index.html"><xsl:apply-templates select=".." mode="name"/></a></li>
  </xsl:template>

  <!-- ==== the whole ==== -->

  <xsl:template match="m:reply | m:status | m:notice | m:reason | m:mistake | m:keyword" mode="body">
    <article>
      <h1><xsl:apply-templates select="." mode="title"/></h1>
      <p class="tags"><xsl:apply-templates select="." mode="tags"/></p>
      <p class="lead"><xsl:apply-templates select="m:meaning" mode="words"/></p>
      <dl class="facts"><xsl:apply-templates select="." mode="facts"/></dl>
      <xsl:text>&#10;</xsl:text>
      <xsl:if test="m:cause">
        <section>
          <h2 id="causes"><xsl:copy-of select="$word-causes"/></h2>
          <ol><xsl:apply-templates select="m:cause" mode="item"/></ol>
        </section>
      </xsl:if>
      <xsl:if test="m:action">
        <section>
          <h2 id="actions"><xsl:copy-of select="$word-actions"/></h2>
          <xsl:call-template name="actions"/>
        </section>
      </xsl:if>
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates select="." mode="special"/>
      <xsl:if test="m:note">
        <section>
          <h2 id="notes"><xsl:copy-of select="$word-notes"/></h2>
          <ul><xsl:apply-templates select="m:note" mode="item"/></ul>
        </section>
      </xsl:if>
      <xsl:call-template name="see"/>
    </article>
    <xsl:call-template name="beside"/>
  </xsl:template>

  <xsl:template match="m:cause | m:action | m:note" mode="item">
    <li><xsl:apply-templates select="." mode="words"/></li>
  </xsl:template>

  <!-- ==== what to do, by who is to do it ==== -->

  <!-- Of an entry or a sense. -->
  <xsl:template name="actions">
    <dl class="actions">
      <xsl:call-template name="actions-for">
        <xsl:with-param name="actions" select="m:action[contains(@for, 'sender')]"/>
        <xsl:with-param name="who" select="$word-sender"/>
      </xsl:call-template>
      <xsl:call-template name="actions-for">
        <xsl:with-param name="actions" select="m:action[contains(@for, 'recipient')]"/>
        <xsl:with-param name="who" select="$word-recipient"/>
      </xsl:call-template>
      <xsl:call-template name="actions-for">
        <xsl:with-param name="actions" select="m:action[contains(@for, 'postmaster')]"/>
        <xsl:with-param name="who" select="$word-postmaster"/>
      </xsl:call-template>
      <xsl:call-template name="actions-for">
        <xsl:with-param name="actions" select="m:action[contains(@for, 'developer')]"/>
        <xsl:with-param name="who" select="$word-developer"/>
      </xsl:call-template>
    </dl>
  </xsl:template>

  <xsl:template name="actions-for">
    <xsl:param name="actions"/>
    <xsl:param name="who"/>
    <xsl:if test="$actions">
      <div>
        <dt><xsl:copy-of select="$who"/></dt>
        <xsl:apply-templates select="$actions" mode="definition"/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:action" mode="definition">
    <dd><xsl:apply-templates select="." mode="words"/></dd>
  </xsl:template>

  <!-- ==== titles, tags, facts ==== -->

  <xsl:template match="m:reply | m:status | m:mistake" mode="title">
    <span class="code"><xsl:value-of select="@code"/></span>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="m:title" mode="words"/>
  </xsl:template>

  <xsl:template match="m:keyword" mode="title">
    <span class="code"><xsl:value-of select="@name"/></span>
    <xsl:text> </xsl:text>
    <xsl:apply-templates select="m:title" mode="words"/>
  </xsl:template>

  <xsl:template match="m:notice | m:reason" mode="title">
    <xsl:apply-templates select="m:title" mode="words"/>
  </xsl:template>

  <xsl:template match="m:reply" mode="tags">
    <xsl:call-template name="class"><xsl:with-param name="of" select="substring(@code, 1, 1)"/></xsl:call-template>
    <xsl:call-template name="standing"/>
  </xsl:template>

  <xsl:template match="m:status" mode="tags">
    <xsl:call-template name="classes"><xsl:with-param name="digits" select="@classes"/></xsl:call-template>
    <xsl:call-template name="standing"/>
  </xsl:template>

  <xsl:template match="m:notice" mode="tags">
    <xsl:call-template name="class"><xsl:with-param name="of" select="@class"/></xsl:call-template>
    <xsl:call-template name="standing"/>
  </xsl:template>

  <xsl:template match="m:reason" mode="tags">
    <code><xsl:value-of select="@id"/></code>
    <xsl:call-template name="standing"/>
  </xsl:template>

  <xsl:template match="m:mistake" mode="tags">
    <span class="standing">
      <xsl:call-template name="label">
        <xsl:with-param name="id" select="concat('mistake-', @kind)"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <xsl:template match="m:keyword" mode="tags">
    <xsl:call-template name="class"><xsl:with-param name="of" select="substring(@reply, 1, 1)"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="standing">
    <xsl:if test="@standing and @standing != 'current'">
      <span class="standing">
        <xsl:call-template name="label">
          <xsl:with-param name="id" select="concat('standing-', @standing)"/>
        </xsl:call-template>
      </span>
    </xsl:if>
    <xsl:if test="@retired">
      <span class="standing">
        <xsl:copy-of select="$word-retired"/>
        <xsl:value-of select="concat(' ', @retired)"/>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:reply" mode="facts">
    <xsl:if test="@reason">
      <dt><xsl:copy-of select="$word-default-reason"/></dt>
      <dd><xsl:apply-templates select="@reason" mode="link"/></dd>
    </xsl:if>
    <xsl:if test="@commands">
      <dt><xsl:copy-of select="$word-commands"/></dt>
      <dd>
        <xsl:call-template name="links">
          <xsl:with-param name="list" select="@commands"/>
          <xsl:with-param name="to" select="'commands'"/>
        </xsl:call-template>
      </dd>
    </xsl:if>
    <xsl:if test="@statuses">
      <dt><xsl:copy-of select="$word-statuses"/></dt>
      <dd><xsl:call-template name="links"><xsl:with-param name="list" select="@statuses"/></xsl:call-template></dd>
    </xsl:if>
    <xsl:call-template name="belongs">
      <xsl:with-param name="term" select="$word-notices"/>
      <xsl:with-param name="entries" select="key('notice-with-reply', string(@code))"/>
    </xsl:call-template>
    <xsl:call-template name="belongs">
      <xsl:with-param name="term" select="$word-vocabularies"/>
      <xsl:with-param name="entries" select="key('keyword-with-reply', string(@code))"/>
    </xsl:call-template>
    <xsl:if test="@extensions">
      <dt><xsl:copy-of select="$word-extensions"/></dt>
      <dd><span class="code"><xsl:value-of select="@extensions"/></span></dd>
    </xsl:if>
    <xsl:call-template name="in-c">
      <xsl:with-param name="kind" select="'REPLY'"/>
      <xsl:with-param name="symbol" select="@symbol"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:status" mode="facts">
    <xsl:variable name="tail" select="substring(@code, 2)"/>
    <dt><xsl:copy-of select="$word-classes"/></dt>
    <dd>
      <xsl:call-template name="full-codes"><xsl:with-param name="digits" select="@classes"/></xsl:call-template>
    </dd>
    <xsl:if test="@classes-met">
      <dt><xsl:copy-of select="$word-also-met"/></dt>
      <dd>
        <xsl:call-template name="full-codes"><xsl:with-param name="digits" select="@classes-met"/></xsl:call-template>
      </dd>
    </xsl:if>
    <xsl:variable name="subject" select="key('subject', substring-before(substring-after(@code, '.'), '.'))"/>
    <xsl:if test="$subject">
      <dt><xsl:copy-of select="$word-subject"/></dt>
      <dd><a href="index.html#x.{$subject/@digit}"><xsl:apply-templates select="$subject/m:title" mode="words"/></a></dd>
    </xsl:if>
    <xsl:if test="@reason">
      <dt><xsl:copy-of select="$word-reason"/></dt>
      <dd><xsl:apply-templates select="@reason" mode="link"/></dd>
    </xsl:if>
    <dt><xsl:copy-of select="$word-trust"/></dt>
    <dd>
      <xsl:call-template name="label">
        <xsl:with-param name="id" select="concat('trust-', @trust)"/>
      </xsl:call-template>
    </dd>
    <!-- reply codes are few, and lists of theirs cannot be a key -->
    <xsl:call-template name="belongs">
      <xsl:with-param name="term" select="$word-replies"/>
      <xsl:with-param name="entries" select="$replies-with-statuses[contains(concat(' ', @statuses, ' '),
          concat($tail, ' '))]"/>
    </xsl:call-template>
    <xsl:call-template name="belongs">
      <xsl:with-param name="term" select="$word-notices"/>
      <xsl:with-param name="entries" select="key('notice-with-status', string(@code))"/>
    </xsl:call-template>
    <xsl:call-template name="belongs">
      <xsl:with-param name="term" select="$word-vocabularies"/>
      <xsl:with-param name="entries" select="key('keyword-with-status', string(@code))"/>
    </xsl:call-template>
    <xsl:call-template name="in-c">
      <xsl:with-param name="kind" select="'STATUS'"/>
      <xsl:with-param name="symbol" select="@symbol"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:variable name="replies-with-statuses" select="$catalog/m:replies/m:reply[@statuses]"/>

  <!-- classes="4 5" of X.1.1: "5.1.1 4.1.1" -->
  <xsl:template name="full-codes">
    <xsl:param name="digits"/>
    <ul class="list">
      <xsl:if test="contains($digits, '5')">
        <li><span class="code"><xsl:value-of select="concat('5', substring(@code, 2))"/></span>
          <xsl:copy-of select="$class-permanent"/></li>
      </xsl:if>
      <xsl:if test="contains($digits, '4')">
        <li><span class="code"><xsl:value-of select="concat('4', substring(@code, 2))"/></span>
          <xsl:copy-of select="$class-transient"/></li>
      </xsl:if>
      <xsl:if test="contains($digits, '2')">
        <li><span class="code"><xsl:value-of select="concat('2', substring(@code, 2))"/></span>
          <xsl:copy-of select="$class-success"/></li>
      </xsl:if>
    </ul>
  </xsl:template>

  <xsl:template match="m:notice" mode="facts">
    <xsl:if test="@reason">
      <dt><xsl:copy-of select="$word-reason"/></dt>
      <dd><xsl:apply-templates select="@reason" mode="link"/></dd>
    </xsl:if>
    <xsl:if test="@reply or @status">
      <dt><xsl:copy-of select="$word-goes-with"/></dt>
      <dd><xsl:call-template name="codes"/></dd>
    </xsl:if>
    <dt><xsl:copy-of select="$word-rank"/></dt>
    <dd>
      <xsl:call-template name="label">
        <xsl:with-param name="id" select="concat('rank-', @rank)"/>
      </xsl:call-template>
    </dd>
    <xsl:call-template name="in-c">
      <xsl:with-param name="kind" select="'NOTICE'"/>
      <xsl:with-param name="symbol" select="gen:c-identifier(@id)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:reason" mode="facts">
    <dt><xsl:copy-of select="$word-group"/></dt>
    <dd>
      <a href="index.html#group.{@group}">
        <xsl:call-template name="label">
          <xsl:with-param name="id" select="concat('group-', @group)"/>
        </xsl:call-template>
      </a>
    </dd>
    <xsl:call-template name="belongs">
      <xsl:with-param name="term" select="$word-replies"/>
      <xsl:with-param name="entries" select="key('reply-with-reason', string(@id))"/>
    </xsl:call-template>
    <xsl:call-template name="belongs">
      <xsl:with-param name="term" select="$word-statuses"/>
      <xsl:with-param name="entries" select="key('status-with-reason', string(@id))"/>
    </xsl:call-template>
    <xsl:call-template name="belongs">
      <xsl:with-param name="term" select="$word-notices"/>
      <xsl:with-param name="entries" select="key('notice-with-reason', string(@id))"/>
    </xsl:call-template>
    <xsl:call-template name="in-c">
      <xsl:with-param name="kind" select="'REASON'"/>
      <xsl:with-param name="symbol" select="gen:c-identifier(@id)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:mistake" mode="facts">
    <xsl:if test="@meant-reply or @meant-status">
      <dt><xsl:copy-of select="$word-meant"/></dt>
      <dd><xsl:call-template name="meant"/></dd>
    </xsl:if>
    <xsl:if test="@reason">
      <dt><xsl:copy-of select="$word-reason"/></dt>
      <dd><xsl:apply-templates select="@reason" mode="link"/></dd>
    </xsl:if>
    <dt><xsl:copy-of select="$word-kind"/></dt>
    <dd>
      <xsl:call-template name="label">
        <xsl:with-param name="id" select="concat('mistake-', @kind)"/>
      </xsl:call-template>
    </dd>
  </xsl:template>

  <xsl:template match="m:keyword" mode="facts">
    <xsl:if test="@value">
      <dt><xsl:copy-of select="$word-value"/></dt>
      <dd><span class="code"><xsl:value-of select="@value"/></span></dd>
    </xsl:if>
    <xsl:if test="@reply or @status">
      <dt><xsl:copy-of select="$word-goes-with"/></dt>
      <dd><xsl:call-template name="codes"/></dd>
    </xsl:if>
    <xsl:if test="@from-statuses">
      <dt><xsl:copy-of select="$word-from-statuses"/></dt>
      <dd><xsl:call-template name="links"><xsl:with-param name="list" select="@from-statuses"/></xsl:call-template></dd>
    </xsl:if>
    <xsl:if test="@reason">
      <dt><xsl:copy-of select="$word-reason"/></dt>
      <dd><xsl:apply-templates select="@reason" mode="link"/></dd>
    </xsl:if>
  </xsl:template>

  <xsl:template name="belongs">
    <xsl:param name="term"/>
    <xsl:param name="entries"/>
    <xsl:if test="$entries">
      <dt><xsl:copy-of select="$term"/></dt>
      <dd>
        <ul class="list">
          <xsl:apply-templates select="$entries" mode="list"/>
        </ul>
      </dd>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="list">
    <li><xsl:apply-templates select="." mode="link"/></li>
  </xsl:template>

  <xsl:template name="in-c">
    <xsl:param name="kind"/>
    <xsl:param name="symbol"/>
    <dt><xsl:copy-of select="$word-name-in-c"/></dt>
    <dd><code><xsl:value-of select="concat($PREFIX, '_', $kind, '_', $symbol)"/></code></dd>
  </xsl:template>

  <xsl:variable name="PREFIX" select="gen:upper-case($prefix)"/>

  <!-- ==== links to entries ==== -->

  <xsl:template match="m:reply" mode="link">
    <a href="../replies/{@code}.html">
      <span class="code"><xsl:value-of select="@code"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="m:title" mode="words"/>
    </a>
  </xsl:template>

  <xsl:template match="m:status" mode="link">
    <a href="../statuses/x{substring(@code, 2)}.html">
      <span class="code"><xsl:value-of select="@code"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="m:title" mode="words"/>
    </a>
  </xsl:template>

  <xsl:template match="m:mistake" mode="link">
    <a href="../mistaken/{translate(@code, 'X', 'x')}.html">
      <span class="code"><xsl:value-of select="@code"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="m:title" mode="words"/>
    </a>
  </xsl:template>

  <xsl:template match="m:notice" mode="link">
    <a href="../notices/{@id}.html"><xsl:apply-templates select="m:title" mode="words"/></a>
  </xsl:template>

  <xsl:template match="m:reason" mode="link">
    <a href="../reasons/{@id}.html"><xsl:apply-templates select="m:title" mode="words"/></a>
  </xsl:template>

  <xsl:template match="m:keyword" mode="link">
    <a href="../{../@id}/{translate(@name, $upper, $lower)}.html">
      <span class="code"><xsl:value-of select="@name"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="m:title" mode="words"/>
    </a>
  </xsl:template>

  <!-- ==== what is special to the kinds ==== -->

  <xsl:template match="m:reply | m:status" mode="special">
    <xsl:if test="m:sense">
      <section>
        <h2 id="senses"><xsl:copy-of select="$word-other-meanings"/></h2>
        <xsl:apply-templates select="m:sense" mode="sense"/>
      </section>
    </xsl:if>
    <xsl:if test="@reason">
      <xsl:call-template name="advice"/>
    </xsl:if>
    <xsl:variable name="mistaken" select="self::m:reply[key('mistaken-for-reply', @code)] |
        self::m:status[key('mistaken-for-status', @code)]"/>
    <xsl:if test="$mistaken">
      <section>
        <h2 id="mistaken"><xsl:copy-of select="$word-mistaken-here"/></h2>
        <ul class="columns">
          <xsl:apply-templates select="key('mistaken-for-reply', self::m:reply/@code) |
              key('mistaken-for-status', self::m:status/@code)" mode="list"/>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:notice" mode="special">
    <xsl:if test="m:phrase[not(@retired)]">
      <section>
        <h2 id="phrases"><xsl:copy-of select="$word-as-it-appears"/></h2>
        <ul class="phrases">
          <xsl:apply-templates select="m:phrase[not(@retired)]" mode="item"/>
        </ul>
      </section>
    </xsl:if>
    <xsl:if test="@reason">
      <xsl:call-template name="advice"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:reason" mode="special">
    <xsl:call-template name="advice"/>
    <xsl:if test="m:known-as">
      <section>
        <h2 id="known-as"><xsl:copy-of select="$word-known-as"/></h2>
        <dl class="names">
          <!-- names of one classifier stand together -->
          <xsl:apply-templates mode="definition" select="m:known-as[
              not(@emitter = preceding-sibling::m:known-as[1]/@emitter)]"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:known-as" mode="definition">
    <div>
      <dt><xsl:apply-templates select="@emitter" mode="link"/></dt>
      <xsl:for-each select="../m:known-as[@emitter = current()/@emitter]">
        <dd><code><xsl:value-of select="@name"/></code></dd>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template match="m:mistake" mode="special"/>

  <xsl:template match="m:keyword" mode="special">
    <xsl:if test="m:treatment">
      <section>
        <h2 id="treatments"><xsl:copy-of select="$word-treatments"/></h2>
        <table>
          <caption>
            <xsl:call-template name="label"><xsl:with-param name="id" select="'treatments'"/></xsl:call-template>
          </caption>
          <thead>
            <tr>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'name'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'class'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'codes'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'says'"/></xsl:call-template>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="m:treatment" mode="item"/>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:treatment" mode="item">
    <tr>
      <th scope="row"><xsl:apply-templates select="@emitter" mode="link"/></th>
      <td><xsl:call-template name="class"><xsl:with-param name="of" select="@class"/></xsl:call-template></td>
      <td><xsl:call-template name="codes"/></td>
      <td><xsl:if test="@says"><code class="text" lang="en"><xsl:value-of select="@says"/></code></xsl:if></td>
    </tr>
  </xsl:template>

  <!-- ==== other meanings ==== -->

  <xsl:template match="m:sense" mode="sense">
    <section class="sense">
      <h3>
        <xsl:apply-templates select="@command | @emitter | @reference | @class" mode="condition"/>
      </h3>
      <xsl:if test="m:title">
        <p><strong><xsl:apply-templates select="m:title" mode="words"/></strong></p>
      </xsl:if>
      <p><xsl:apply-templates select="m:meaning" mode="words"/></p>
      <p class="reason">
        <xsl:copy-of select="$word-reason"/>
        <xsl:text>: </xsl:text>
        <xsl:apply-templates select="@reason" mode="link"/>
      </p>
      <xsl:if test="m:cause">
        <ul><xsl:apply-templates select="m:cause" mode="item"/></ul>
      </xsl:if>
      <xsl:if test="m:action"><xsl:call-template name="actions"/></xsl:if>
      <xsl:apply-templates select="m:note" mode="paragraph"/>
      <xsl:call-template name="see-links"/>
      <xsl:call-template name="sources-line"/>
    </section>
  </xsl:template>

  <xsl:template match="@command" mode="condition">
    <span>
      <xsl:copy-of select="$word-command"/>
      <xsl:text> </xsl:text>
      <xsl:call-template name="command"><xsl:with-param name="name" select="."/></xsl:call-template>
    </span>
  </xsl:template>

  <xsl:template match="@class" mode="condition">
    <xsl:call-template name="class"><xsl:with-param name="of" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="@emitter" mode="condition">
    <span><xsl:apply-templates select="." mode="link"/></span>
  </xsl:template>

  <xsl:template match="@reference" mode="condition">
    <span><xsl:apply-templates select=".." mode="source"/></span>
  </xsl:template>

  <!-- ==== phrases ==== -->

  <xsl:template match="m:phrase" mode="item">
    <li>
      <p><xsl:apply-templates select="m:match" mode="phrase"/></p>
      <dl>
        <xsl:if test="@emitter">
          <dt><xsl:copy-of select="$word-said-by"/></dt>
          <dd><xsl:apply-templates select="@emitter" mode="link"/><xsl:call-template name="life"/></dd>
        </xsl:if>
        <xsl:if test="@command">
          <dt><xsl:copy-of select="$word-command"/></dt>
          <dd><xsl:call-template name="command"/></dd>
        </xsl:if>
        <xsl:if test="@reply or @status">
          <dt><xsl:copy-of select="$word-goes-with"/></dt>
          <dd><xsl:call-template name="codes"/></dd>
        </xsl:if>
        <xsl:if test="m:match/m:arg">
          <dt><xsl:copy-of select="$word-placeholders"/></dt>
          <dd>
            <ul class="list">
              <xsl:apply-templates select="m:match/m:arg" mode="item"/>
            </ul>
          </dd>
        </xsl:if>
        <dt><xsl:copy-of select="$word-where"/></dt>
        <dd>
          <ul class="list">
            <xsl:if test="contains(@where, 'subject')"><li><xsl:copy-of select="$word-where-subject"/></li></xsl:if>
            <xsl:if test="contains(@where, 'body')"><li><xsl:copy-of select="$word-where-body"/></li></xsl:if>
            <xsl:if test="contains(@where, 'from')"><li><xsl:copy-of select="$word-where-from"/></li></xsl:if>
            <xsl:if test="contains(@where, 'reply')"><li><xsl:copy-of select="$word-where-reply"/></li></xsl:if>
            <xsl:if test="contains(@where, 'diagnostic')"><li><xsl:copy-of select="$word-where-diagnostic"/></li></xsl:if>
            <xsl:if test="contains(@where, 'log')"><li><xsl:copy-of select="$word-where-log"/></li></xsl:if>
          </ul>
        </dd>
        <dt><xsl:copy-of select="$word-example"/></dt>
        <xsl:apply-templates select="m:example" mode="item"/>
        <xsl:if test="@source">
          <dt><xsl:copy-of select="$word-evidence"/></dt>
          <dd><xsl:value-of select="@source"/></dd>
        </xsl:if>
      </dl>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:example" mode="item">
    <dd><xsl:apply-templates select="." mode="phrase"/></dd>
  </xsl:template>

  <xsl:template match="m:arg" mode="item">
    <li>
      <var><xsl:value-of select="@name"/></var>
      <xsl:text> </xsl:text>
      <xsl:call-template name="label">
        <xsl:with-param name="id" select="concat('placeholder-', @type)"/>
      </xsl:call-template>
    </li>
  </xsl:template>

  <!-- From which version of the program on, and until which. -->
  <xsl:template name="life">
    <xsl:if test="@since or @until">
      <xsl:value-of select="concat(' (', @since, ' - ', @until, ')')"/>
    </xsl:if>
  </xsl:template>

  <!-- ==== advice ==== -->

  <!-- The entry's own, and what its reason says besides. -->
  <xsl:template name="advice">
    <xsl:variable name="reason" select="key('reason', string(@reason)) | self::m:reason"/>
    <xsl:variable name="suppress" select="($reason/@suppress | @suppress)[last()]"/>
    <section>
      <h2 id="advice"><xsl:copy-of select="$word-advice"/></h2>
      <dl class="advice">
        <div>
          <dt><xsl:copy-of select="$word-bounce"/></dt>
          <dd><xsl:apply-templates select="($reason/@bounce | @bounce)[last()]" mode="advice"/></dd>
        </div>
        <div>
          <dt><xsl:copy-of select="$word-retry"/></dt>
          <dd><xsl:apply-templates select="($reason/@retry | @retry)[last()]" mode="advice"/></dd>
        </div>
        <div>
          <dt><xsl:copy-of select="$word-suppress"/></dt>
          <dd><xsl:apply-templates select="$suppress" mode="advice"/></dd>
        </div>
        <div>
          <dt><xsl:copy-of select="$word-about"/></dt>
          <dd>
            <xsl:call-template name="label">
              <xsl:with-param name="id" select="concat('about-', ($reason/@about | @about)[last()])"/>
            </xsl:call-template>
          </dd>
        </div>
      </dl>
      <xsl:if test="$suppress != 'no'">
        <p><xsl:copy-of select="$word-advice-4yz"/></p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="@bounce | @retry | @suppress" mode="advice">
    <xsl:variable name="label" select="concat(local-name(), '-', .)"/>
    <b>
      <xsl:call-template name="label"><xsl:with-param name="id" select="$label"/></xsl:call-template>
    </b>
    <xsl:text> </xsl:text>
    <xsl:call-template name="label">
      <xsl:with-param name="id" select="concat($label, '-means')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== see also, sources ==== -->

  <xsl:template name="see">
    <xsl:variable name="own" select="m:see[not(@reference)]"/>
    <xsl:variable name="sources" select="m:see[@reference]"/>
    <xsl:if test="$own">
      <section>
        <h2 id="see-also"><xsl:copy-of select="$word-see-also"/></h2>
        <xsl:call-template name="see-links"/>
      </section>
    </xsl:if>
    <xsl:if test="$sources">
      <section>
        <h2 id="sources"><xsl:copy-of select="$word-sources"/></h2>
        <ul class="documents">
          <xsl:apply-templates select="$sources[1]" mode="document"/>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="see-links">
    <xsl:if test="m:see[not(@reference)]">
      <ul class="list">
        <xsl:apply-templates select="m:see/@reply | m:see/@status | m:see/@notice | m:see/@reason"
            mode="see"/>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@reply" mode="see">
    <li><xsl:apply-templates select="key('reply', .)" mode="link"/></li>
  </xsl:template>

  <!-- "5.1.1" leads to X.1.1, but is called what it is. -->
  <xsl:template match="@status" mode="see">
    <li>
      <a href="../statuses/x{substring(., 2)}.html">
        <span class="code"><xsl:value-of select="."/></span>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="key('status', concat('X', substring(., 2)))/m:title" mode="words"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="@notice" mode="see">
    <li><xsl:apply-templates select="key('notice', .)" mode="link"/></li>
  </xsl:template>

  <xsl:template match="@reason" mode="see">
    <li><xsl:apply-templates select="key('reason', .)" mode="link"/></li>
  </xsl:template>

  <xsl:key name="reply" match="/m:catalog/m:replies/m:reply" use="@code"/>
  <xsl:key name="status" match="/m:catalog/m:statuses/m:status" use="@code"/>

  <!-- A source with all its sections that are given in a row; then the next. -->
  <xsl:template match="m:see" mode="document">
    <xsl:variable name="of" select="key('reference', string(@reference))"/>
    <li>
      <xsl:apply-templates select="." mode="source"/>
      <xsl:apply-templates select="following-sibling::m:see[1]" mode="same-document">
        <xsl:with-param name="reference" select="@reference"/>
      </xsl:apply-templates>
      <xsl:if test="$of/@title != $of/@label">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="$of/@title" mode="cite"/>
      </xsl:if>
    </li>
    <xsl:apply-templates select="following-sibling::m:see[1]" mode="next-document">
      <xsl:with-param name="reference" select="@reference"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="m:see" mode="same-document">
    <xsl:param name="reference"/>
    <xsl:if test="@reference = $reference">
      <xsl:text>, </xsl:text>
      <xsl:apply-templates select="." mode="source">
        <xsl:with-param name="short" select="true()"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="following-sibling::m:see[1]" mode="same-document">
        <xsl:with-param name="reference" select="$reference"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:see" mode="next-document">
    <xsl:param name="reference"/>
    <xsl:choose>
      <xsl:when test="@reference and @reference != $reference">
        <xsl:apply-templates select="." mode="document"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="following-sibling::m:see[1]" mode="next-document">
          <xsl:with-param name="reference" select="$reference"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== the entries before and after ==== -->

  <xsl:template name="beside">
    <xsl:variable name="own-name"><xsl:apply-templates select="." mode="place"/></xsl:variable>
    <xsl:variable name="before" select="key('before', $own-name)"/>
    <xsl:variable name="after" select="following-sibling::*[1]"/>
    <xsl:if test="$before or $after">
      <nav class="beside" aria-label="{$word-before-and-after}">
        <xsl:apply-templates select="$before" mode="beside">
          <xsl:with-param name="rel" select="'prev'"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$after" mode="beside">
          <xsl:with-param name="rel" select="'next'"/>
        </xsl:apply-templates>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="beside">
    <xsl:param name="rel"/>
    <p class="{$rel}"><xsl:apply-templates select="." mode="link"/></p>
  </xsl:template>

  <!-- As key "before" has it. -->
  <xsl:template match="m:reply | m:status" mode="place">
    <xsl:value-of select="@code"/>
  </xsl:template>

  <xsl:template match="m:mistake" mode="place">
    <xsl:value-of select="concat('mistake ', @code)"/>
  </xsl:template>

  <xsl:template match="m:notice | m:reason" mode="place">
    <xsl:value-of select="concat(local-name(), ' ', @id)"/>
  </xsl:template>

  <xsl:template match="m:keyword" mode="place">
    <xsl:value-of select="concat(../@id, ' ', @name)"/>
  </xsl:template>

  <!-- ==== what nobody handles ==== -->

  <xsl:template match="*" mode="title"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="tags"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="facts"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="special"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="item"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="definition"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="sense"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="link"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="place"><xsl:call-template name="no-template"/></xsl:template>
</xsl:stylesheet>
