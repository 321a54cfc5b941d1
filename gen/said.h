/* SPDX-License-Identifier: MIT */
/* said.h - what libxml2 and libxslt say becomes messages of ours.  They have
 * four channels, of which each process has one; whatever is said on any of
 * them is a fault of a stylesheet. */
#ifndef GEN_SAID_H
#define GEN_SAID_H

#include <stdbool.h>
#include <stddef.h>

#include <libxslt/xsltInternals.h>

#include "buffer.h"
#include "catalog.h"
#include "diag.h"
#include "templates.h"

#define TEMPLATES_SCHEME "gen:/" /* before the path in a stylesheet's URL */
#define TEMPLATE_FAILED "template-failed"

struct said {
	struct diags *diags;
	struct templates *templates;
	const struct catalog *catalog;  /* NULL while there is none */
	xsltTransformContext *running;  /* NULL while compiling */
	const char *stylesheet;         /* where no place is known */
	struct buffer piece;            /* the line that is being said */
	struct buffer text;             /* the message so far, and its place: */
	const char *file;
	size_t line;
	bool spoke;                     /* something was said, be it a blank */
	bool quiet;                     /* the first fault was told, by us */
	bool failed;                    /* something was told */
};

/* All channels of this process lead to s, until said_stop(). */
void said_start(struct said *s);
void said_stop(void);

/* Before and after compiling one stylesheet, or running it once (running).
 * said_end() tells what is left, and is true where all was silent. */
void said_begin(struct said *s, const char *stylesheet,
    xsltTransformContext *running);
bool said_end(struct said *s);
bool said_nothing(const struct said *s); /* so far */

/* A fault that we found, at a node of a stylesheet (NULL: the whole
 * stylesheet).  What libxslt says after it is a consequence, and not told. */
void said_fault(struct said *s, const xmlNode *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Why libxslt will say, and say where, that something cannot be had. */
void said_reason(struct said *s, const char *about, const char *why);

/* The file of a node of a stylesheet, as messages name it. */
const char *said_file_of(const struct said *s, const xmlNode *node);

#endif
