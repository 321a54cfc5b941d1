/* SPDX-License-Identifier: MIT */
/* render.h - runs the stylesheets of the targets over a checked catalog */
#ifndef GEN_RENDER_H
#define GEN_RENDER_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "catalog.h"
#include "diag.h"
#include "output.h"
#include "phrases.h"

struct target {
	const char *name;        /* its folder's name */
	const char *description; /* one line */
	bool per_language;       /* run once a language, else once */
	bool user;               /* from --templates, not built in */
};

struct targets {
	struct target *items; /* by name */
	size_t count;
};

struct render_request {
	const struct catalog *catalog;
	const struct phrases *phrases;
	const char *templates;          /* --templates DIR, or NULL */
	const char *const *targets;     /* names, NULL-ended; NULL: all */
	const char *const *languages;  /* codes, NULL-ended, from the catalog */
	const char *prefix;             /* "mailerr" */

	/* Called at the end with each file below templates that was read, once,
	 * in the order of names: a depfile wants them.  May be NULL. */
	void (*tell_input)(const char *path, void *user);
	void *user;
};

/* What is to be had: the built-in targets, and those below templates (a
 * folder with a target.xsl), which go before a built-in one of the same name:
 * the user's folder lies over the built-in one, file by file.  False after
 * telling d, with those that are right in the list. */
bool targets_list(struct arena *arena, const char *templates,
    struct targets *list, struct diags *d);

/* Renders all requested targets into out, which is then sorted; the bytes live
 * in the arena.  False after telling d; out is then good for nothing.  While it
 * runs, the handlers of libxml2 and libxslt in this process are its own; a
 * large catalog takes a second process for half of the work. */
bool render(struct arena *arena, const struct render_request *request,
    struct output *out, struct diags *d);

#endif
