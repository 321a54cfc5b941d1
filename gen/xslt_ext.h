/* SPDX-License-Identifier: MIT */
/* xslt_ext.h - the functions and the element that stylesheets may call, in the
 * namespace urn:mailerr:gen:1.  docs/templates.md describes them. */
#ifndef GEN_XSLT_EXT_H
#define GEN_XSLT_EXT_H

#include <stdbool.h>
#include <stddef.h>

#include <libxslt/xsltInternals.h>

#include "arena.h"
#include "buffer.h"
#include "catalog.h"
#include "phrases.h"
#include "said.h"
#include "templates.h"
#include "texts.h"

#define GEN_NAMESPACE "urn:mailerr:gen:1"

/* A file that a stylesheet made, and where its gen:file stands. */
struct made {
	const char *path, *bytes;
	size_t size;
	const xmlNode *inst;
	struct made *next;
};

/* One stylesheet over the catalog, once.  The transform context's _private. */
struct run {
	struct arena *arena;
	const struct catalog *catalog;
	const struct phrases *phrases;
	struct templates *templates;
	struct texts **texts;   /* made at first use, shared by all runs */
	struct said *said;
	const char *target;
	struct made *first, **last;
	bool in_file;           /* within a gen:file */
	const xmlNode *step;    /* the last instruction, while tracing */
	struct buffer out;
};

void xslt_ext_register(xsltTransformContext *ctxt, struct run *run);

#endif
