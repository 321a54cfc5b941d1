<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- A page of tables for each part of the catalog; every entry has its anchor. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    exclude-result-prefixes="gen m">

  <xsl:key name="reply-of" match="/m:catalog/m:replies/m:reply" use="substring(@code, 1, 1)"/>
  <xsl:key name="subject" match="/m:catalog/m:statuses/m:subject" use="@digit"/>
  <xsl:key name="status-of" match="/m:catalog/m:statuses/m:status"
      use="substring-before(substring-after(@code, '.'), '.')"/>
  <xsl:key name="reason-of" match="/m:catalog/m:reasons/m:reason" use="@group"/>
  <xsl:key name="reference-of" match="/m:catalog/m:references/m:reference" use="@kind"/>
  <xsl:key name="phrase-of" match="/m:catalog/m:notices/m:notice/m:phrase[not(@retired)]" use="@emitter"/>

  <!-- What has a page of tables. -->
  <xsl:variable name="tables" select="$catalog/m:replies | $catalog/m:statuses |
      $catalog/m:notices | $catalog/m:reasons | $catalog/m:mistaken |
      $catalog/m:vocabularies/m:vocabulary | $catalog/m:commands | $catalog/m:emitters |
      $catalog/m:references"/>

  <xsl:template match="*" mode="table">
    <xsl:variable name="of">
      <xsl:apply-templates select="." mode="folder"/>
    </xsl:variable>
    <xsl:call-template name="page">
      <xsl:with-param name="address" select="concat($folder, '/', $of, '/index.html')"/>
      <xsl:with-param name="script" select="not(self::m:vocabulary)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== what a table is called ==== -->

  <xsl:template match="*" mode="folder">
    <xsl:value-of select="local-name()"/>
  </xsl:template>

  <xsl:template match="m:vocabulary" mode="folder">
    <xsl:value-of select="@id"/>
  </xsl:template>

  <xsl:template match="m:replies | m:statuses | m:notices | m:reasons | m:commands | m:emitters"
      mode="name">
    <xsl:call-template name="label"><xsl:with-param name="id" select="local-name()"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="m:mistaken" mode="name">
    <xsl:call-template name="label"><xsl:with-param name="id" select="'mistaken-codes'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="m:references" mode="name">
    <xsl:call-template name="label"><xsl:with-param name="id" select="'sources'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="m:vocabulary" mode="name">
    <xsl:apply-templates select="m:title" mode="words"/>
  </xsl:template>

  <xsl:template match="m:replies | m:statuses | m:notices | m:reasons | m:commands | m:emitters
      | m:mistaken | m:references" mode="heading">
    <xsl:apply-templates select="." mode="name"/>
  </xsl:template>

  <xsl:template match="m:vocabulary" mode="heading">
    <xsl:apply-templates select="m:title" mode="plain"/>
  </xsl:template>

  <xsl:template match="m:replies | m:statuses | m:notices | m:reasons | m:commands | m:emitters
      | m:mistaken | m:references" mode="summary">
    <xsl:call-template name="label">
      <xsl:with-param name="id" select="concat(local-name(), '-lead')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:vocabulary" mode="summary">
    <xsl:apply-templates select="m:meaning" mode="plain"/>
  </xsl:template>

  <xsl:template match="*" mode="count">
    <xsl:value-of select="count(*)"/>
  </xsl:template>

  <xsl:template match="m:statuses" mode="count">
    <xsl:value-of select="count(m:status)"/>
  </xsl:template>

  <xsl:template match="m:vocabulary" mode="count">
    <xsl:value-of select="count(m:keyword)"/>
  </xsl:template>

  <xsl:template match="m:replies | m:statuses | m:notices | m:reasons | m:commands | m:emitters
      | m:mistaken | m:references | m:vocabulary" mode="trail">
    <xsl:copy-of select="$trail-to-table"/>
  </xsl:template>

  <!-- ==== what stands in every table ==== -->

  <xsl:template name="table-top">
    <h1><xsl:apply-templates select="." mode="name"/></h1>
    <p class="lead"><xsl:apply-templates select="." mode="summary"/></p>
    <div class="find" role="search" hidden="hidden">
      <label for="page.find">
        <xsl:call-template name="label"><xsl:with-param name="id" select="'filter'"/></xsl:call-template>
      </label>
      <input type="search" id="page.find" autocomplete="off" spellcheck="false"/>
      <output for="page.find"></output>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="column">
    <xsl:param name="label"/>
    <th scope="col">
      <xsl:call-template name="label"><xsl:with-param name="id" select="$label"/></xsl:call-template>
    </th>
  </xsl:template>

  <!-- ==== reply codes ==== -->

  <xsl:template match="m:replies" mode="body">
    <xsl:call-template name="table-top"/>
    <xsl:call-template name="replies-table"><xsl:with-param name="digit" select="'2'"/></xsl:call-template>
    <xsl:call-template name="replies-table"><xsl:with-param name="digit" select="'3'"/></xsl:call-template>
    <xsl:call-template name="replies-table"><xsl:with-param name="digit" select="'4'"/></xsl:call-template>
    <xsl:call-template name="replies-table"><xsl:with-param name="digit" select="'5'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="replies-table">
    <xsl:param name="digit"/>
    <xsl:variable name="replies" select="key('reply-of', $digit)"/>
    <xsl:if test="$replies">
      <section>
        <h2 id="{$digit}yz">
          <xsl:value-of select="concat($digit, 'yz ')"/>
          <xsl:call-template name="class"><xsl:with-param name="of" select="$digit"/></xsl:call-template>
        </h2>
        <p>
          <xsl:call-template name="label">
            <xsl:with-param name="id" select="concat('digit-', $digit)"/>
          </xsl:call-template>
        </p>
        <table>
          <caption><xsl:value-of select="concat($digit, 'yz')"/></caption>
          <thead>
            <tr>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'reply'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'meaning'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'reason'"/></xsl:call-template>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$replies" mode="row"/>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:reply" mode="row">
    <tr id="{@code}">
      <th scope="row"><a class="code" href="{@code}.html"><xsl:value-of select="@code"/></a></th>
      <td>
        <strong><xsl:apply-templates select="m:title" mode="words"/></strong>
        <p><xsl:apply-templates select="m:meaning" mode="words"/></p>
      </td>
      <td><xsl:apply-templates select="@reason" mode="link"/></td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ==== enhanced status codes ==== -->

  <xsl:template match="m:statuses" mode="body">
    <xsl:call-template name="table-top"/>
    <xsl:if test="m:status-class">
      <section>
        <h2 id="classes">
          <xsl:call-template name="label"><xsl:with-param name="id" select="'status-classes'"/></xsl:call-template>
        </h2>
        <table>
          <caption>
            <xsl:call-template name="label"><xsl:with-param name="id" select="'status-classes'"/></xsl:call-template>
          </caption>
          <thead>
            <tr>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'class'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'meaning'"/></xsl:call-template>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="m:status-class" mode="row"/>
          </tbody>
        </table>
      </section>
    </xsl:if>
    <xsl:apply-templates select="m:subject" mode="statuses"/>
    <!-- an overlay may name a subject that has no entry -->
    <xsl:variable name="rest" select="m:status[not(key('subject',
        substring-before(substring-after(@code, '.'), '.')))]"/>
    <xsl:if test="$rest">
      <xsl:call-template name="statuses-table">
        <xsl:with-param name="statuses" select="$rest"/>
        <xsl:with-param name="caption">
          <xsl:apply-templates select="." mode="name"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:status-class" mode="row">
    <tr id="{@digit}.x.x">
      <th scope="row">
        <span class="code"><xsl:value-of select="concat(@digit, '.X.X')"/></span>
        <xsl:call-template name="class"><xsl:with-param name="of" select="@class"/></xsl:call-template>
      </th>
      <td>
        <strong><xsl:apply-templates select="m:title" mode="words"/></strong>
        <p><xsl:apply-templates select="m:meaning" mode="words"/></p>
        <xsl:apply-templates select="m:note" mode="paragraph"/>
        <xsl:call-template name="sources-line"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="m:subject" mode="statuses">
    <section>
      <h2 id="x.{@digit}">
        <xsl:value-of select="concat('X.', @digit, ' ')"/>
        <xsl:apply-templates select="m:title" mode="words"/>
      </h2>
      <p><xsl:apply-templates select="m:meaning" mode="words"/></p>
      <xsl:apply-templates select="m:note" mode="paragraph"/>
      <xsl:call-template name="sources-line"/>
      <xsl:variable name="statuses" select="key('status-of', @digit)"/>
      <xsl:if test="$statuses">
        <xsl:call-template name="statuses-table">
          <xsl:with-param name="statuses" select="$statuses"/>
          <xsl:with-param name="caption" select="concat('X.', @digit)"/>
        </xsl:call-template>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="statuses-table">
    <xsl:param name="statuses"/>
    <xsl:param name="caption"/>
    <table>
      <caption><xsl:value-of select="$caption"/></caption>
      <thead>
        <tr>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'status'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'meaning'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'classes'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'reason'"/></xsl:call-template>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="$statuses" mode="row"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="m:status" mode="row">
    <tr id="x{substring(@code, 2)}">
      <th scope="row">
        <a class="code" href="x{substring(@code, 2)}.html"><xsl:value-of select="@code"/></a>
      </th>
      <td>
        <strong><xsl:apply-templates select="m:title" mode="words"/></strong>
        <p><xsl:apply-templates select="m:meaning" mode="words"/></p>
      </td>
      <td class="classes">
        <xsl:call-template name="classes"><xsl:with-param name="digits" select="@classes"/></xsl:call-template>
      </td>
      <td><xsl:apply-templates select="@reason" mode="link"/></td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ==== texts of error mails ==== -->

  <xsl:template match="m:notices" mode="body">
    <xsl:call-template name="table-top"/>
    <table class="texts">
      <caption><xsl:apply-templates select="." mode="name"/></caption>
      <thead>
        <tr>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'as-it-appears'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'meaning'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'reason'"/></xsl:call-template>
        </tr>
      </thead>
      <tbody>
        <!-- by the English title, which is close to the text: in every language -->
        <xsl:apply-templates select="m:notice" mode="row">
          <xsl:sort select="m:title/m:text"/>
        </xsl:apply-templates>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="m:notice" mode="row">
    <tr id="{@id}">
      <th scope="row">
        <a href="{@id}.html"><xsl:apply-templates select="m:title" mode="words"/></a>
        <xsl:apply-templates select="m:phrase[not(@retired)]/m:match" mode="phrase"/>
      </th>
      <td><xsl:apply-templates select="m:meaning" mode="words"/></td>
      <td>
        <xsl:if test="@class">
          <xsl:call-template name="class"><xsl:with-param name="of" select="string(@class)"/></xsl:call-template>
        </xsl:if>
        <xsl:apply-templates select="@reason" mode="link"/>
      </td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ==== reasons ==== -->

  <xsl:template match="m:reasons" mode="body">
    <xsl:call-template name="table-top"/>
    <xsl:call-template name="reasons-table"><xsl:with-param name="group" select="'recipient'"/></xsl:call-template>
    <xsl:call-template name="reasons-table"><xsl:with-param name="group" select="'way'"/></xsl:call-template>
    <xsl:call-template name="reasons-table"><xsl:with-param name="group" select="'sender'"/></xsl:call-template>
    <xsl:call-template name="reasons-table"><xsl:with-param name="group" select="'trust'"/></xsl:call-template>
    <xsl:call-template name="reasons-table"><xsl:with-param name="group" select="'volume'"/></xsl:call-template>
    <xsl:call-template name="reasons-table"><xsl:with-param name="group" select="'message'"/></xsl:call-template>
    <xsl:call-template name="reasons-table"><xsl:with-param name="group" select="'machines'"/></xsl:call-template>
    <xsl:call-template name="reasons-table"><xsl:with-param name="group" select="'none'"/></xsl:call-template>
    <xsl:call-template name="advice-words"/>
  </xsl:template>

  <xsl:template name="reasons-table">
    <xsl:param name="group"/>
    <xsl:variable name="reasons" select="key('reason-of', $group)"/>
    <xsl:if test="$reasons">
      <section>
        <h2 id="group.{$group}">
          <xsl:call-template name="label">
            <xsl:with-param name="id" select="concat('group-', $group)"/>
          </xsl:call-template>
        </h2>
        <table class="reasons">
          <caption>
            <xsl:call-template name="label">
              <xsl:with-param name="id" select="concat('group-', $group)"/>
            </xsl:call-template>
          </caption>
          <thead>
            <tr>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'reason'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'meaning'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'bounce'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'retry'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'suppress'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'about'"/></xsl:call-template>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$reasons" mode="row"/>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:reason" mode="row">
    <tr id="{@id}">
      <th scope="row">
        <a href="{@id}.html"><xsl:apply-templates select="m:title" mode="words"/></a>
        <code><xsl:value-of select="@id"/></code>
      </th>
      <td><xsl:apply-templates select="m:meaning" mode="words"/></td>
      <xsl:apply-templates select="@bounce | @retry | @suppress | @about" mode="row"/>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="@bounce | @retry | @suppress | @about" mode="row">
    <td class="advice">
      <!-- for screens too narrow for columns -->
      <xsl:attribute name="data-label">
        <xsl:call-template name="label"><xsl:with-param name="id" select="local-name()"/></xsl:call-template>
      </xsl:attribute>
      <xsl:call-template name="label">
        <xsl:with-param name="id" select="concat(local-name(), '-', .)"/>
      </xsl:call-template>
    </td>
  </xsl:template>

  <!-- What the words of the last columns ask for. -->
  <xsl:template name="advice-words">
    <section>
      <h2 id="advice">
        <xsl:call-template name="label"><xsl:with-param name="id" select="'advice'"/></xsl:call-template>
      </h2>
      <p><xsl:call-template name="label"><xsl:with-param name="id" select="'advice-4yz'"/></xsl:call-template></p>
      <xsl:call-template name="advice-list">
        <xsl:with-param name="of" select="'bounce'"/>
        <xsl:with-param name="values" select="'hard soft block admin none '"/>
      </xsl:call-template>
      <xsl:call-template name="advice-list">
        <xsl:with-param name="of" select="'retry'"/>
        <xsl:with-param name="values" select="'later slower wait fixed split no none '"/>
      </xsl:call-template>
      <xsl:call-template name="advice-list">
        <xsl:with-param name="of" select="'suppress'"/>
        <xsl:with-param name="values" select="'yes confirm repeat already no '"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template name="advice-list">
    <xsl:param name="of"/>
    <xsl:param name="values"/>
    <h3 id="advice.{$of}">
      <xsl:call-template name="label"><xsl:with-param name="id" select="$of"/></xsl:call-template>
    </h3>
    <dl class="digits">
      <xsl:call-template name="advice-values">
        <xsl:with-param name="of" select="$of"/>
        <xsl:with-param name="values" select="$values"/>
      </xsl:call-template>
    </dl>
  </xsl:template>

  <xsl:template name="advice-values">
    <xsl:param name="of"/>
    <xsl:param name="values"/>
    <xsl:variable name="value" select="concat($of, '-', substring-before($values, ' '))"/>
    <xsl:variable name="rest" select="substring-after($values, ' ')"/>
    <div>
      <dt><xsl:call-template name="label"><xsl:with-param name="id" select="$value"/></xsl:call-template></dt>
      <dd>
        <xsl:call-template name="label">
          <xsl:with-param name="id" select="concat($value, '-means')"/>
        </xsl:call-template>
      </dd>
    </div>
    <xsl:if test="$rest">
      <xsl:call-template name="advice-values">
        <xsl:with-param name="of" select="$of"/>
        <xsl:with-param name="values" select="$rest"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ==== codes that no standard defines ==== -->

  <xsl:template match="m:mistaken" mode="body">
    <xsl:call-template name="table-top"/>
    <table>
      <caption><xsl:apply-templates select="." mode="name"/></caption>
      <thead>
        <tr>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'code'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'meaning'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'kind'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'meant'"/></xsl:call-template>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="m:mistake" mode="row"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="m:mistake" mode="row">
    <xsl:variable name="id" select="translate(@code, 'X', 'x')"/>
    <tr id="{$id}">
      <th scope="row"><a class="code" href="{$id}.html"><xsl:value-of select="@code"/></a></th>
      <td>
        <strong><xsl:apply-templates select="m:title" mode="words"/></strong>
        <p><xsl:apply-templates select="m:meaning" mode="words"/></p>
      </td>
      <td>
        <xsl:call-template name="label">
          <xsl:with-param name="id" select="concat('mistake-', @kind)"/>
        </xsl:call-template>
      </td>
      <td><xsl:call-template name="meant"/></td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="meant">
    <xsl:if test="@meant-reply">
      <a class="code" href="../replies/{@meant-reply}.html"><xsl:value-of select="@meant-reply"/></a>
    </xsl:if>
    <xsl:if test="@meant-status">
      <xsl:text> </xsl:text>
      <a class="code" href="../statuses/x{substring(@meant-status, 2)}.html"><xsl:value-of select="@meant-status"/></a>
    </xsl:if>
  </xsl:template>

  <!-- ==== vocabularies ==== -->

  <xsl:template match="m:vocabulary" mode="body">
    <h1><xsl:apply-templates select="m:title" mode="words"/></h1>
    <p class="lead"><xsl:apply-templates select="m:meaning" mode="words"/></p>
    <xsl:apply-templates select="m:note" mode="paragraph"/>
    <xsl:call-template name="sources-line"/>
    <table>
      <caption><xsl:apply-templates select="." mode="name"/></caption>
      <thead>
        <tr>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'name'"/></xsl:call-template>
          <xsl:if test="m:keyword/@value">
            <xsl:call-template name="column"><xsl:with-param name="label" select="'value'"/></xsl:call-template>
          </xsl:if>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'meaning'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'codes'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'reason'"/></xsl:call-template>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="m:keyword" mode="row"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="m:keyword" mode="row">
    <xsl:variable name="id" select="translate(@name, $upper, $lower)"/>
    <tr id="{$id}">
      <th scope="row"><a class="code" href="{$id}.html"><xsl:value-of select="@name"/></a></th>
      <xsl:if test="../m:keyword/@value">
        <td class="number"><xsl:value-of select="@value"/></td>
      </xsl:if>
      <td>
        <strong><xsl:apply-templates select="m:title" mode="words"/></strong>
        <p><xsl:apply-templates select="m:meaning" mode="words"/></p>
      </td>
      <td><xsl:call-template name="codes"/></td>
      <td><xsl:apply-templates select="@reason" mode="link"/></td>
    </tr>
  </xsl:template>

  <!-- reply= and status=, linked. -->
  <xsl:template name="codes">
    <xsl:if test="@reply">
      <a class="code" href="../replies/{@reply}.html"><xsl:value-of select="@reply"/></a>
    </xsl:if>
    <xsl:if test="@status">
      <xsl:text> </xsl:text>
      <a class="code" href="../statuses/x{substring(@status, 2)}.html"><xsl:value-of select="@status"/></a>
    </xsl:if>
  </xsl:template>

  <!-- ==== commands, programs, sources ==== -->

  <xsl:template match="m:commands" mode="body">
    <xsl:call-template name="table-top"/>
    <table>
      <caption><xsl:apply-templates select="." mode="name"/></caption>
      <thead>
        <tr>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'command'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'meaning'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'about'"/></xsl:call-template>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="m:command" mode="row"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="m:command" mode="row">
    <tr id="{translate(@name, $upper, $lower)}">
      <th scope="row"><span class="code"><xsl:value-of select="@name"/></span></th>
      <td>
        <p><xsl:apply-templates select="m:meaning" mode="words"/></p>
        <xsl:call-template name="sources-line"/>
      </td>
      <td>
        <xsl:if test="@about">
          <p>
            <xsl:call-template name="label">
              <xsl:with-param name="id" select="concat('about-', @about)"/>
            </xsl:call-template>
          </p>
        </xsl:if>
        <xsl:apply-templates select="@reason" mode="link"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="m:emitters" mode="body">
    <xsl:call-template name="table-top"/>
    <table>
      <caption><xsl:apply-templates select="." mode="name"/></caption>
      <thead>
        <tr>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'name'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'kind'"/></xsl:call-template>
          <xsl:call-template name="column"><xsl:with-param name="label" select="'texts'"/></xsl:call-template>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="m:emitter" mode="row"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="m:emitter" mode="row">
    <tr id="{@id}">
      <th scope="row">
        <xsl:choose>
          <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="@name"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
        </xsl:choose>
      </th>
      <td>
        <xsl:call-template name="label">
          <xsl:with-param name="id" select="concat('emitter-', @kind)"/>
        </xsl:call-template>
      </td>
      <td class="number"><xsl:value-of select="count(key('phrase-of', @id))"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="m:references" mode="body">
    <xsl:call-template name="table-top"/>
    <xsl:call-template name="references-table"><xsl:with-param name="kind" select="'rfc'"/></xsl:call-template>
    <xsl:call-template name="references-table"><xsl:with-param name="kind" select="'registry'"/></xsl:call-template>
    <xsl:call-template name="references-table"><xsl:with-param name="kind" select="'software'"/></xsl:call-template>
    <xsl:call-template name="references-table"><xsl:with-param name="kind" select="'vendor'"/></xsl:call-template>
    <xsl:call-template name="references-table"><xsl:with-param name="kind" select="'page'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="references-table">
    <xsl:param name="kind"/>
    <xsl:variable name="references" select="key('reference-of', $kind)"/>
    <xsl:if test="$references">
      <section>
        <h2 id="kind.{$kind}">
          <xsl:call-template name="label">
            <xsl:with-param name="id" select="concat('reference-', $kind)"/>
          </xsl:call-template>
        </h2>
        <table>
          <caption>
            <xsl:call-template name="label">
              <xsl:with-param name="id" select="concat('reference-', $kind)"/>
            </xsl:call-template>
          </caption>
          <thead>
            <tr>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'name'"/></xsl:call-template>
              <xsl:call-template name="column"><xsl:with-param name="label" select="'title-of-source'"/></xsl:call-template>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$references" mode="row"/>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:reference" mode="row">
    <tr id="{@id}">
      <th scope="row">
        <xsl:choose>
          <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="@label"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="@label"/></xsl:otherwise>
        </xsl:choose>
      </th>
      <td><xsl:apply-templates select="@title" mode="cite"/></td>
    </tr>
  </xsl:template>

  <!-- ==== shared ==== -->

  <xsl:template match="m:note" mode="paragraph">
    <p><xsl:apply-templates select="." mode="words"/></p>
  </xsl:template>

  <!-- The sources of something small, in one line. -->
  <xsl:template name="sources-line">
    <xsl:if test="m:see[@reference]">
      <ul class="sources">
        <xsl:for-each select="m:see[@reference]">
          <li><xsl:apply-templates select="." mode="source"/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="row"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="paragraph"><xsl:call-template name="no-template"/></xsl:template>
  <xsl:template match="*" mode="statuses"><xsl:call-template name="no-template"/></xsl:template>
</xsl:stylesheet>
