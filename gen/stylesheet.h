/* SPDX-License-Identifier: MIT */
/* stylesheet.h - reads and compiles stylesheets, locked into the templates */
#ifndef GEN_STYLESHEET_H
#define GEN_STYLESHEET_H

#include <stdbool.h>

#include <libxslt/security.h>
#include <libxslt/xsltInternals.h>

#include "said.h"
#include "templates.h"

/* What this process must have set while stylesheets are read, compiled and
 * run: how to load (only from templates), what may be done (nothing), and
 * whom to tell. */
struct lock {
	struct said *said;
	xsltSecurityPrefs *preferences;
	xmlExternalEntityLoader entities; /* as it was before */
};

void lock_on(struct lock *lock, struct said *said);
void lock_off(struct lock *lock);

/* Parses the stylesheet at a path of the templates.  NULL after telling. */
xmlDoc *stylesheet_parse(struct said *said, const char *path, xmlDict *dict);

/* Compiles it; takes doc over.  NULL after telling. */
xsltStylesheet *stylesheet_compile(struct said *said, const char *path,
    xmlDoc *doc);

#endif
