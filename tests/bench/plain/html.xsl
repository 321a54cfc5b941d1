<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:m="urn:mailerr:catalog:1" exclude-result-prefixes="m">
  <xsl:import href="lib.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:template match="/m:catalog">
    <html lang="{$language}">
      <head><title>Notices</title></head>
      <body>
        <table>
          <xsl:apply-templates select="m:notices/m:notice"/>
        </table>
      </body>
    </html>
  </xsl:template>
  <xsl:template match="m:notice">
    <tr id="{@id}">
      <th><xsl:apply-templates select="m:title" mode="text"/></th>
      <td>
        <xsl:for-each select="m:phrase/m:match">
          <code>
            <xsl:for-each select="node()">
              <xsl:choose>
                <xsl:when test="self::m:arg"><var><xsl:value-of select="@name"/></var></xsl:when>
                <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </code>
        </xsl:for-each>
      </td>
      <td><xsl:apply-templates select="m:meaning" mode="text"/></td>
      <td>
        <ul>
          <xsl:for-each select="m:cause | m:action">
            <li><xsl:apply-templates select="." mode="text"/></li>
          </xsl:for-each>
        </ul>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
