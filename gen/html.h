/* SPDX-License-Identifier: MIT */
/* html.h - prints a tree as HTML5 in XML syntax: pages that an HTML and an XML
 * parser read alike.  libxslt's own serialiser differs between versions. */
#ifndef GEN_HTML_H
#define GEN_HTML_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "buffer.h"

/* Adds the document to out, with no white space of its own.  NULL, or what
 * is wrong; *at is then the node. */
const char *html_print(struct buffer *out, const xmlDoc *doc,
    const xmlNode **at);

#endif
