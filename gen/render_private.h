/* SPDX-License-Identifier: MIT */
/* render_private.h - what render.c, targets.c and processes.c share */
#ifndef GEN_RENDER_PRIVATE_H
#define GEN_RENDER_PRIVATE_H

#include "render.h"
#include "said.h"
#include "stylesheet.h"
#include "templates.h"
#include "xslt_ext.h"

/* A target whose stylesheet is there. */
struct loaded {
	struct target target;
	const char *path; /* "man/target.xsl" */
	xmlDoc *doc;      /* until it is compiled */
	xsltStylesheet *style;
};

/* One stylesheet over the catalog, for one language or for all. */
struct job {
	const struct loaded *of;
	const char *language; /* "": all */
	struct diags diags;   /* what is wrong, until all jobs are done */
	struct made *files;
	bool done, ok;
};

struct renderer {
	struct arena *arena;
	const struct render_request *request;
	struct diags *diags;
	struct templates *templates;
	struct said said;
	struct lock lock;
	struct texts *texts;
	struct loaded *targets;
	size_t target_count;
	struct job *jobs;
	size_t job_count;
};

/* render.c */
void renderer_begin(struct renderer *r, struct arena *arena,
    const char *templates, struct diags *d);
void renderer_end(struct renderer *r);
void run_job(struct renderer *r, struct job *job);

/* targets.c: the names of the targets to render, by name, each once; reads a
 * target's stylesheet and what it says of itself.  False after telling. */
bool targets_choose(struct renderer *r, const char ***names, size_t *count);
bool target_load(struct renderer *r, const char *name, struct loaded *l);
bool templates_check(struct renderer *r); /* could all be looked at? */

/* processes.c: does all jobs, sharing them with a second process where that
 * is worth it.  Their results do not depend on that. */
void run_jobs(struct renderer *r);

#endif
