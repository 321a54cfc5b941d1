<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: 0BSD -->
<!-- The catalog as data: one JSON file with everything, CSV tables for
     spreadsheets and data bases.  Schema and README lie in static/. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1"
    extension-element-prefixes="gen">

  <xsl:import href="../lib/catalog.xsl"/>
  <xsl:import href="json.xsl"/>
  <xsl:import href="csv.xsl"/>

  <gen:target name="data" runs="once"
      description="JSON with a schema, and CSV tables"/>

  <xsl:template match="/">
    <gen:file path="{$name}.json" as="text">
      <xsl:call-template name="json"/>
    </gen:file>
    <gen:file path="replies.csv" as="text">
      <xsl:call-template name="replies-csv"/>
    </gen:file>
    <gen:file path="statuses.csv" as="text">
      <xsl:call-template name="statuses-csv"/>
    </gen:file>
    <gen:file path="notices.csv" as="text">
      <xsl:call-template name="notices-csv"/>
    </gen:file>
    <gen:file path="reasons.csv" as="text">
      <xsl:call-template name="reasons-csv"/>
    </gen:file>
    <gen:file path="phrases.csv" as="text">
      <xsl:call-template name="phrases-csv"/>
    </gen:file>
    <gen:file path="crosswalk.csv" as="text">
      <xsl:call-template name="crosswalk-csv"/>
    </gen:file>
  </xsl:template>
</xsl:stylesheet>
