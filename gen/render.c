/* SPDX-License-Identifier: MIT */
#include "render.h"

#include <string.h>

#include <libxslt/transform.h>
#include <libxslt/variables.h>

#include "render_private.h"
#include "trace.h"

void
renderer_begin(struct renderer *r, struct arena *arena, const char *templates,
    struct diags *d)
{
	*r = (struct renderer){ .arena = arena, .diags = d };
	r->templates = templates_open(arena, templates);
	r->said = (struct said){ .diags = d, .templates = r->templates };
	lock_on(&r->lock, &r->said);
}

void
renderer_end(struct renderer *r)
{
	for (size_t i = 0; i < r->target_count; i++) {
		xmlFreeDoc(r->targets[i].doc);
		xsltFreeStylesheet(r->targets[i].style);
	}
	lock_off(&r->lock);
	buffer_free(&r->said.piece);
	buffer_free(&r->said.text);
}

/* ---- the plan ---- */

static bool
compile(struct renderer *r, const char *name, struct loaded *l)
{
	if (!target_load(r, name, l))
		return false;
	l->style = stylesheet_compile(&r->said, l->path, l->doc);
	l->doc = NULL;
	return l->style != NULL;
}

/* All of them, so that all faults are told at once. */
static bool
compile_all(struct renderer *r)
{
	const char **names;
	size_t count;
	bool ok = targets_choose(r, &names, &count);

	r->targets = arena_alloc(r->arena, count, sizeof *r->targets);
	r->target_count = count;
	for (size_t i = 0; i < count; i++)
		if (!compile(r, names[i], &r->targets[i]))
			ok = false;
	return ok;
}

static void
add_job(struct renderer *r, struct loaded *of, const char *language)
{
	r->jobs[r->job_count++] =
	    (struct job){ .of = of, .language = language,
		.diags = { .arena = r->arena } };
}

static void
plan(struct renderer *r)
{
	const char *const *languages = r->request->languages;
	size_t count = 0;

	while (languages[count] != NULL)
		count++;
	r->jobs = arena_alloc(r->arena, r->target_count * (count + 1),
	    sizeof *r->jobs);
	for (size_t i = 0; i < r->target_count; i++) {
		struct loaded *l = &r->targets[i];

		if (!l->target.per_language)
			add_job(r, l, "");
		else
			for (size_t n = 0; n < count; n++)
				add_job(r, l, languages[n]);
	}
}

/* ---- running ---- */

static const char *
joined(struct arena *arena, const char *const *words)
{
	const char *all = "";

	for (size_t i = 0; words[i] != NULL; i++)
		all = arena_printf(arena, "%s%s%s", all, i == 0 ? "" : " ",
		    words[i]);
	return all;
}

static void
set_parameters(const struct renderer *r, const struct job *job,
    xsltTransformContext *ctxt)
{
	const struct {
		const char *name, *value;
	} all[] = {
		{ "language", job->language },
		{ "languages", joined(r->arena, r->request->languages) },
		{ "prefix", r->request->prefix },
		{ "generator-version", MAILERR_GEN_VERSION },
	};

	/* as strings: never as XPath, which a value could then be */
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		xsltQuoteOneUserParam(ctxt, (const xmlChar *)all[i].name,
		    (const xmlChar *)all[i].value);
}

static struct run
run_of(struct renderer *r, const struct job *job)
{
	return (struct run){ .arena = r->arena,
		.catalog = r->request->catalog, .phrases = r->request->phrases,
		.templates = r->templates, .texts = &r->texts,
		.said = &r->said, .target = job->of->target.name };
}

static xsltTransformContext *
context_of(struct renderer *r, const struct job *job, struct run *run)
{
	xsltTransformContext *ctxt =
	    xsltNewTransformContext(job->of->style, r->request->catalog->doc);

	if (ctxt == NULL)
		memory_die();
	run->last = &run->first;
	xslt_ext_register(ctxt, run);
	set_parameters(r, job, ctxt);
	said_begin(&r->said, job->of->path, ctxt);
	return ctxt;
}

static xmlDoc *
apply(struct renderer *r, const struct job *job, xsltTransformContext *ctxt)
{
	return xsltApplyStylesheetUser(job->of->style, r->request->catalog->doc,
	    NULL, NULL, NULL, ctxt);
}

/* What a stylesheet has printed outside of gen:file, or NULL. */
static const xmlNode *
find_outside(const xmlDoc *result)
{
	const xmlNode *n = result->children;

	while (n != NULL && xmlIsBlankNode(n))
		n = n->next;
	return n;
}

/* The first words of a text, with no half of a character. */
static int
excerpt_size(const char *text)
{
	size_t n = strcspn(text, "\n");

	if (n > 60)
		for (n = 60; n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80;)
			n--;
	return (int)n;
}

static const char *
outside_hint(const xmlNode *printed)
{
	return printed->type == XML_ELEMENT_NODE && printed->ns != NULL &&
	    strcmp((const char *)printed->ns->href, GEN_NAMESPACE) == 0
	    ? "; extension-element-prefixes is to name its prefix" : "";
}

/* Runs the job again, step by step, to see which instruction it was. */
static void
tell_outside(struct renderer *r, const struct job *job, const xmlNode *printed)
{
	struct run run = run_of(r, job);
	xsltTransformContext *ctxt = context_of(r, job, &run);
	bool element = printed->type == XML_ELEMENT_NODE;
	const char *what =
	    (const char *)(element ? printed->name : printed->content);

	what += strspn(what, " \t\n");
	trace_on(ctxt);
	xmlFreeDoc(apply(r, job, ctxt));
	trace_off();
	said_fault(&r->said, run.step,
	    "output outside of gen:file: %s%.*s%s%s", element ? "<" : "\"",
	    excerpt_size(what), what, element ? ">" : "\"",
	    outside_hint(printed));
	r->said.running = NULL;
	xsltFreeTransformContext(ctxt);
	buffer_free(&run.out);
}

void
run_job(struct renderer *r, struct job *job)
{
	struct run run = run_of(r, job);
	const xmlNode *printed = NULL;
	xsltTransformContext *ctxt;
	xmlDoc *result;

	r->said.diags = &job->diags;
	ctxt = context_of(r, job, &run);
	result = apply(r, job, ctxt);
	if (ctxt->state == XSLT_STATE_OK && result != NULL)
		printed = find_outside(result);
	else if (said_nothing(&r->said))
		said_fault(&r->said, NULL, "stopped without a message");
	if (printed != NULL && said_nothing(&r->said))
		tell_outside(r, job, printed);
	job->ok = said_end(&r->said);
	job->done = true;
	job->files = run.first;
	r->said.diags = r->diags;
	xmlFreeDoc(result);
	xsltFreeTransformContext(ctxt);
	buffer_free(&run.out);
}

static bool
same_place(const struct diag *a, const struct diag *b)
{
	return a->line == b->line && a->place.source == b->place.source &&
	    a->place.offset == b->place.offset &&
	    (a->file == NULL) == (b->file == NULL) &&
	    (a->file == NULL || strcmp(a->file, b->file) == 0);
}

/* True where d has the same words at the same place: a fault that a run for
 * each language meets is one fault. */
static bool
is_told(const struct diags *d, const struct diag *item)
{
	for (size_t i = 0; i < d->count; i++)
		if (same_place(d->items[i], item) &&
		    strcmp(d->items[i]->message, item->message) == 0)
			return true;
	return false;
}

/* In the order of the jobs, whoever did them when. */
static bool
tell_all(struct renderer *r)
{
	bool ok = true;

	for (size_t i = 0; i < r->job_count; i++) {
		const struct diags *d = &r->jobs[i].diags;

		ok = ok && r->jobs[i].ok;
		for (size_t n = 0; n < d->count; n++) {
			const struct diag *item = d->items[n];

			if (is_told(r->diags, item))
				continue;
			if (item->place.source != NULL)
				diag_error(r->diags, item->rule, item->place,
				    "%s", item->message);
			else
				diag_error_in(r->diags, item->rule, item->file,
				    item->line, "%s", item->message);
		}
	}
	return ok;
}

/* ---- the files ---- */

static bool
add_files(struct renderer *r, const struct job *job, struct output *out)
{
	bool ok = true;

	said_begin(&r->said, job->of->path, NULL);
	for (const struct made *m = job->files; m != NULL; m = m->next) {
		const char *fault = output_adopt(out, job->of->target.name,
		    m->path, m->bytes, m->size);

		if (fault == NULL)
			continue;
		said_fault(&r->said, m->inst, "gen:file path=\"%s\": %s",
		    m->path, fault);
		ok = false;
	}
	said_end(&r->said);
	return ok;
}

static bool
add_static_file(struct renderer *r, const struct loaded *l, const char *path,
    struct output *out)
{
	const char *below = path + strlen(l->target.name) + strlen("/static/");
	struct template_file file;
	const char *fault = templates_read(r->templates, path, &file);

	if (fault == NULL)
		fault = output_adopt(out, l->target.name, below, file.bytes,
		    file.size);
	if (fault != NULL)
		diag_error_in(r->diags, TEMPLATE_FAILED,
		    templates_name(r->templates, path), 0,
		    "cannot be copied: %s", fault);
	return fault == NULL;
}

static bool
add_static(struct renderer *r, const struct loaded *l, struct output *out)
{
	const char *const *paths;
	size_t count = templates_list(r->templates,
	    arena_printf(r->arena, "%s/static", l->target.name), &paths);
	bool ok = true;

	for (size_t i = 0; i < count; i++)
		ok = add_static_file(r, l, paths[i], out) && ok;
	return ok;
}

static bool
add_all(struct renderer *r, struct output *out)
{
	bool ok = true;

	for (size_t i = 0; i < r->job_count; i++)
		ok = add_files(r, &r->jobs[i], out) && ok;
	for (size_t i = 0; i < r->target_count; i++)
		ok = add_static(r, &r->targets[i], out) && ok;
	output_sort(out);
	return ok;
}

static void
tell_inputs(struct renderer *r)
{
	const char *const *names;
	size_t count = templates_inputs(r->templates, &names);

	for (size_t i = 0; i < count && r->request->tell_input != NULL; i++)
		r->request->tell_input(names[i], r->request->user);
}

bool
render(struct arena *arena, const struct render_request *request,
    struct output *out, struct diags *d)
{
	struct renderer r;
	bool ok;

	renderer_begin(&r, arena, request->templates, d);
	r.request = request;
	r.said.catalog = request->catalog;
	ok = templates_check(&r) && compile_all(&r);
	if (ok) {
		plan(&r);
		run_jobs(&r);
		ok = tell_all(&r) && add_all(&r, out);
	}
	if (ok) /* no file of the user's was passed over */
		ok = templates_check(&r);
	tell_inputs(&r);
	renderer_end(&r);
	return ok;
}
