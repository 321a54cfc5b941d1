<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- The choice of a language, the home page of each, the page of a section. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    xmlns:m="urn:mailerr:catalog:1"
    extension-element-prefixes="gen"
    exclude-result-prefixes="m">

  <!-- ==== the choice of a language ==== -->

  <xsl:template name="language-choice">
    <gen:file path="index.html" as="html">
      <html lang="{$language}">
        <head>
          <xsl:copy-of select="$head"/>
          <title><xsl:value-of select="$name"/></title>
          <link rel="stylesheet" href="style.css"/>
          <link rel="icon" href="icon.svg" type="image/svg+xml"/>
          <xsl:for-each select="$asked-languages">
            <link rel="alternate" hreflang="{@code}" href="{@code}/index.html"/>
          </xsl:for-each>
        </head>
        <xsl:text>&#10;</xsl:text>
        <body class="choice">
          <main>
            <h1><xsl:value-of select="$name"/></h1>
            <ul>
              <xsl:for-each select="$asked-languages">
                <li lang="{@code}">
                  <a href="{@code}/index.html" hreflang="{@code}"><xsl:value-of select="@name"/></a>
                  <xsl:apply-templates select="key('label', 'home-title')/m:text[@xml:lang
                      = current()/@code]" mode="choice"/>
                </li>
              </xsl:for-each>
            </ul>
          </main>
        </body>
      </html>
    </gen:file>
  </xsl:template>

  <xsl:template match="m:text" mode="choice">
    <p><xsl:value-of select="."/></p>
  </xsl:template>

  <!-- ==== which pages there are ==== -->

  <xsl:template match="m:catalog" mode="overview">
    <xsl:call-template name="page">
      <xsl:with-param name="address" select="'index.html'"/>
      <xsl:with-param name="up" select="''"/>
      <xsl:with-param name="script" select="true()"/>
    </xsl:call-template>
    <xsl:apply-templates select="m:sections/m:section" mode="overview"/>
  </xsl:template>

  <xsl:template match="m:section" mode="overview">
    <xsl:call-template name="page">
      <xsl:with-param name="address" select="concat(@id, '/index.html')"/>
      <xsl:with-param name="up" select="'../'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="overview"><xsl:call-template name="no-template"/></xsl:template>

  <xsl:template match="m:catalog" mode="name">
    <xsl:call-template name="label"><xsl:with-param name="id" select="'home'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="m:catalog" mode="heading">
    <xsl:call-template name="label"><xsl:with-param name="id" select="'home-title'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="m:catalog" mode="summary">
    <xsl:call-template name="label"><xsl:with-param name="id" select="'home-lead'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="m:catalog" mode="trail"/>

  <xsl:template match="m:section" mode="name">
    <xsl:apply-templates select="m:title" mode="words"/>
  </xsl:template>

  <xsl:template match="m:section" mode="heading">
    <xsl:apply-templates select="m:title" mode="plain"/>
  </xsl:template>

  <xsl:template match="m:section" mode="summary">
    <xsl:apply-templates select="m:meaning" mode="plain"/>
  </xsl:template>

  <xsl:template match="m:section" mode="trail">
    <li>
      <a href="../index.html">
        <xsl:call-template name="label"><xsl:with-param name="id" select="'home'"/></xsl:call-template>
      </a>
    </li>
  </xsl:template>

  <!-- ==== home ==== -->

  <xsl:template match="m:catalog" mode="body">
    <h1><xsl:apply-templates select="." mode="heading"/></h1>
    <p class="lead"><xsl:apply-templates select="." mode="summary"/></p>
    <xsl:if test="m:notices">
      <form class="find" role="search" action="{$folder}/notices/index.html" hidden="hidden">
        <label for="page.find">
          <xsl:call-template name="label"><xsl:with-param name="id" select="'find-line'"/></xsl:call-template>
        </label>
        <input type="search" id="page.find" name="find" autocomplete="off" spellcheck="false"/>
        <button type="submit">
          <xsl:call-template name="label"><xsl:with-param name="id" select="'find-texts'"/></xsl:call-template>
        </button>
        <output for="page.find"></output>
      </form>
    </xsl:if>
    <xsl:call-template name="how-to-read"/>
    <xsl:call-template name="by-code"/>
    <xsl:call-template name="by-text"/>
    <xsl:call-template name="by-reason"/>
    <xsl:apply-templates select="m:sections/m:section" mode="section"/>
  </xsl:template>

  <xsl:template name="how-to-read">
    <section class="reading">
      <h2 id="how-to-read">
        <xsl:call-template name="label"><xsl:with-param name="id" select="'how-to-read'"/></xsl:call-template>
      </h2>
      <ol>
        <li><xsl:call-template name="label"><xsl:with-param name="id" select="'read-find'"/></xsl:call-template></li>
        <li><xsl:call-template name="label"><xsl:with-param name="id" select="'read-inner'"/></xsl:call-template></li>
        <li><xsl:call-template name="label"><xsl:with-param name="id" select="'read-look-up'"/></xsl:call-template></li>
      </ol>
      <!-- a line of the catalog, with its parts -->
      <xsl:apply-templates select="(key('notice', 'user-unknown')/m:phrase/m:example[
          starts-with(., '550 5.1.1 ')])[1]" mode="parts"/>
      <h3 id="first-digit">
        <xsl:call-template name="label"><xsl:with-param name="id" select="'first-digit'"/></xsl:call-template>
      </h3>
      <dl class="digits">
        <xsl:call-template name="digit"><xsl:with-param name="digit" select="'2'"/></xsl:call-template>
        <xsl:call-template name="digit"><xsl:with-param name="digit" select="'3'"/></xsl:call-template>
        <xsl:call-template name="digit"><xsl:with-param name="digit" select="'4'"/></xsl:call-template>
        <xsl:call-template name="digit"><xsl:with-param name="digit" select="'5'"/></xsl:call-template>
      </dl>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="digit">
    <xsl:param name="digit"/>
    <div>
      <dt>
        <b><xsl:value-of select="$digit"/></b>
        <xsl:call-template name="class"><xsl:with-param name="of" select="$digit"/></xsl:call-template>
      </dt>
      <dd>
        <xsl:call-template name="label">
          <xsl:with-param name="id" select="concat('digit-', $digit)"/>
        </xsl:call-template>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="m:example" mode="parts">
    <figure>
      <p>
        <code class="text" lang="en">
          <span class="part">550</span>
          <xsl:text> </xsl:text>
          <span class="part">5.1.1</span>
          <xsl:text> </xsl:text>
          <span class="part"><xsl:value-of select="substring-after(., '5.1.1 ')"/></span>
        </code>
      </p>
      <ol>
        <li><xsl:call-template name="label"><xsl:with-param name="id" select="'part-reply'"/></xsl:call-template></li>
        <li><xsl:call-template name="label"><xsl:with-param name="id" select="'part-status'"/></xsl:call-template></li>
        <li><xsl:call-template name="label"><xsl:with-param name="id" select="'part-text'"/></xsl:call-template></li>
      </ol>
    </figure>
  </xsl:template>

  <!-- ==== ways in ==== -->

  <xsl:template name="by-code">
    <xsl:if test="m:replies or m:statuses">
      <section class="ways">
        <h2 id="by-code">
          <xsl:call-template name="label"><xsl:with-param name="id" select="'by-code'"/></xsl:call-template>
        </h2>
        <xsl:if test="m:replies">
          <h3>
            <a href="{$folder}/replies/index.html"><xsl:apply-templates select="m:replies" mode="name"/></a>
          </h3>
          <xsl:call-template name="replies-of"><xsl:with-param name="digit" select="'5'"/></xsl:call-template>
          <xsl:call-template name="replies-of"><xsl:with-param name="digit" select="'4'"/></xsl:call-template>
          <xsl:call-template name="replies-of"><xsl:with-param name="digit" select="'2'"/></xsl:call-template>
          <xsl:call-template name="replies-of"><xsl:with-param name="digit" select="'3'"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="m:statuses">
          <h3>
            <a href="{$folder}/statuses/index.html"><xsl:apply-templates select="m:statuses" mode="name"/></a>
          </h3>
          <dl class="codes">
            <xsl:apply-templates select="m:statuses/m:subject" mode="way"/>
          </dl>
        </xsl:if>
      </section>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="replies-of">
    <xsl:param name="digit"/>
    <xsl:variable name="replies" select="key('reply-of', $digit)"/>
    <xsl:if test="$replies">
      <div class="group">
        <p><xsl:call-template name="class"><xsl:with-param name="of" select="$digit"/></xsl:call-template></p>
        <ul class="columns">
          <xsl:apply-templates select="$replies" mode="way"/>
        </ul>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:reply" mode="way">
    <li>
      <a href="{$folder}/replies/{@code}.html">
        <span class="code"><xsl:value-of select="@code"/></span>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="m:title" mode="words"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="m:subject" mode="way">
    <div>
      <dt>
        <a href="{$folder}/statuses/index.html#x.{@digit}">
          <span class="code"><xsl:value-of select="concat('X.', @digit)"/></span>
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="m:title" mode="words"/>
        </a>
      </dt>
      <dd>
        <ul>
          <xsl:apply-templates select="key('status-of', @digit)" mode="way"/>
        </ul>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="m:status" mode="way">
    <li>
      <a class="code" href="{$folder}/statuses/x{substring(@code, 2)}.html"><xsl:value-of select="@code"/></a>
    </li>
  </xsl:template>

  <!-- The first of them: a catalog may hold thousands. -->
  <xsl:template name="by-text">
    <xsl:if test="m:notices">
      <section class="ways">
        <h2 id="by-text">
          <xsl:call-template name="label"><xsl:with-param name="id" select="'by-text'"/></xsl:call-template>
        </h2>
        <ul class="columns wide">
          <xsl:apply-templates select="m:notices/m:notice[position() &lt;= 24]" mode="way"/>
        </ul>
        <p class="more">
          <a href="{$folder}/notices/index.html">
            <xsl:call-template name="label"><xsl:with-param name="id" select="'all-entries'"/></xsl:call-template>
            <xsl:value-of select="concat(' (', count(m:notices/m:notice), ')')"/>
          </a>
        </p>
      </section>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="m:notice" mode="way">
    <li>
      <a href="{$folder}/notices/{@id}.html"><xsl:apply-templates select="m:phrase[not(@retired)][1]/m:match" mode="phrase"/>
        <xsl:if test="not(m:phrase[not(@retired)]) or $language != $first-language">
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="m:title" mode="words"/>
        </xsl:if>
      </a>
    </li>
  </xsl:template>

  <xsl:template name="by-reason">
    <xsl:if test="m:reasons">
      <section class="ways">
        <h2 id="by-reason">
          <xsl:call-template name="label"><xsl:with-param name="id" select="'by-reason'"/></xsl:call-template>
        </h2>
        <dl class="codes">
          <xsl:call-template name="reasons-of"><xsl:with-param name="group" select="'recipient'"/></xsl:call-template>
          <xsl:call-template name="reasons-of"><xsl:with-param name="group" select="'way'"/></xsl:call-template>
          <xsl:call-template name="reasons-of"><xsl:with-param name="group" select="'sender'"/></xsl:call-template>
          <xsl:call-template name="reasons-of"><xsl:with-param name="group" select="'trust'"/></xsl:call-template>
          <xsl:call-template name="reasons-of"><xsl:with-param name="group" select="'volume'"/></xsl:call-template>
          <xsl:call-template name="reasons-of"><xsl:with-param name="group" select="'message'"/></xsl:call-template>
          <xsl:call-template name="reasons-of"><xsl:with-param name="group" select="'machines'"/></xsl:call-template>
          <xsl:call-template name="reasons-of"><xsl:with-param name="group" select="'none'"/></xsl:call-template>
        </dl>
      </section>
    </xsl:if>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="reasons-of">
    <xsl:param name="group"/>
    <xsl:variable name="reasons" select="key('reason-of', $group)"/>
    <xsl:if test="$reasons">
      <div>
        <dt>
          <a href="{$folder}/reasons/index.html#group.{$group}">
            <xsl:call-template name="label">
              <xsl:with-param name="id" select="concat('group-', $group)"/>
            </xsl:call-template>
          </a>
        </dt>
        <dd>
          <ul>
            <xsl:apply-templates select="$reasons" mode="way"/>
          </ul>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:reason" mode="way">
    <li>
      <a href="{$folder}/reasons/{@id}.html"><xsl:apply-templates select="m:title" mode="words"/></a>
    </li>
  </xsl:template>

  <xsl:template match="*" mode="way"><xsl:call-template name="no-template"/></xsl:template>

  <!-- ==== a section ==== -->

  <!-- On the home page: with its tables, where it is the one that has them. -->
  <xsl:template match="m:section" mode="section">
    <section>
      <h2 id="{@id}">
        <a href="{@id}/index.html"><xsl:apply-templates select="m:title" mode="words"/></a>
      </h2>
      <p><xsl:apply-templates select="m:meaning" mode="plain"/></p>
      <xsl:if test="@id = $folder">
        <xsl:call-template name="contents">
          <xsl:with-param name="to" select="concat(@id, '/')"/>
        </xsl:call-template>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="*" mode="section"><xsl:call-template name="no-template"/></xsl:template>

  <xsl:template match="m:section" mode="body">
    <h1><xsl:apply-templates select="m:title" mode="words"/></h1>
    <p class="lead"><xsl:apply-templates select="m:meaning" mode="plain"/></p>
    <xsl:if test="@id = $folder">
      <xsl:call-template name="contents">
        <xsl:with-param name="leads" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="classes-and-subjects"/>
    </xsl:if>
  </xsl:template>

  <!-- All tables, with the number of their entries.
       to: the way to the section's folder.  leads: with a sentence each. -->
  <xsl:template name="contents">
    <xsl:param name="to"/>
    <xsl:param name="leads" select="false()"/>
    <table class="contents">
      <caption>
        <xsl:call-template name="label"><xsl:with-param name="id" select="'tables'"/></xsl:call-template>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <xsl:call-template name="label"><xsl:with-param name="id" select="'contents'"/></xsl:call-template>
          </th>
          <th scope="col" class="number">
            <xsl:call-template name="label"><xsl:with-param name="id" select="'count'"/></xsl:call-template>
          </th>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="$catalog/m:replies" mode="contents">
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="leads" select="$leads"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$catalog/m:statuses" mode="contents">
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="leads" select="$leads"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$catalog/m:notices" mode="contents">
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="leads" select="$leads"/>
        </xsl:apply-templates>
        <xsl:if test="$catalog/m:notices/m:notice/m:phrase">
          <tr>
            <th scope="row">
              <xsl:call-template name="label"><xsl:with-param name="id" select="'wordings'"/></xsl:call-template>
            </th>
            <td class="number"><xsl:value-of select="count($catalog/m:notices/m:notice/m:phrase)"/></td>
          </tr>
        </xsl:if>
        <xsl:apply-templates select="$catalog/m:reasons" mode="contents">
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="leads" select="$leads"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$catalog/m:mistaken" mode="contents">
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="leads" select="$leads"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$catalog/m:vocabularies/m:vocabulary" mode="contents">
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="leads" select="$leads"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$catalog/m:commands" mode="contents">
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="leads" select="$leads"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$catalog/m:emitters" mode="contents">
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="leads" select="$leads"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="$catalog/m:references" mode="contents">
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="leads" select="$leads"/>
        </xsl:apply-templates>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="*" mode="contents">
    <xsl:param name="to"/>
    <xsl:param name="leads"/>
    <xsl:variable name="of">
      <xsl:apply-templates select="." mode="folder"/>
    </xsl:variable>
    <tr>
      <th scope="row">
        <a href="{$to}{$of}/index.html"><xsl:apply-templates select="." mode="name"/></a>
        <xsl:if test="$leads">
          <p><xsl:apply-templates select="." mode="summary"/></p>
        </xsl:if>
      </th>
      <td class="number"><xsl:apply-templates select="." mode="count"/></td>
    </tr>
  </xsl:template>

  <xsl:template name="classes-and-subjects">
    <xsl:if test="$catalog/m:statuses/m:status-class">
      <section>
        <h2 id="classes">
          <xsl:call-template name="label"><xsl:with-param name="id" select="'status-classes'"/></xsl:call-template>
        </h2>
        <dl class="digits">
          <xsl:apply-templates select="$catalog/m:statuses/m:status-class" mode="brief"/>
        </dl>
      </section>
    </xsl:if>
    <xsl:if test="$catalog/m:statuses/m:subject">
      <section>
        <h2 id="subjects">
          <xsl:call-template name="label"><xsl:with-param name="id" select="'subjects'"/></xsl:call-template>
        </h2>
        <dl class="digits">
          <xsl:apply-templates select="$catalog/m:statuses/m:subject" mode="brief"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:status-class" mode="brief">
    <div>
      <dt>
        <a class="code" href="statuses/index.html#{@digit}.x.x"><xsl:value-of select="concat(@digit, '.X.X')"/></a>
        <xsl:call-template name="class"><xsl:with-param name="of" select="@class"/></xsl:call-template>
      </dt>
      <dd><xsl:apply-templates select="m:meaning" mode="plain"/></dd>
    </div>
  </xsl:template>

  <xsl:template match="m:subject" mode="brief">
    <div>
      <dt>
        <a class="code" href="statuses/index.html#x.{@digit}"><xsl:value-of select="concat('X.', @digit)"/></a>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="m:title" mode="words"/>
      </dt>
      <dd><xsl:apply-templates select="m:meaning" mode="plain"/></dd>
    </div>
  </xsl:template>

  <xsl:template match="*" mode="brief"><xsl:call-template name="no-template"/></xsl:template>
</xsl:stylesheet>
