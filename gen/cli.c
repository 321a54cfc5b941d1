/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "catalog.h"
#include "compare.h"
#include "depfile.h"
#include "grammar.h"
#include "merge.h"
#include "nearest.h"
#include "options.h"
#include "output.h"
#include "overlay.h"
#include "phrases.h"
#include "render.h"
#include "rules.h"

#ifndef MAILERR_GEN_VERSION
#error "the Makefile defines MAILERR_GEN_VERSION"
#endif

struct run {
	struct arena *arena;
	const struct options *o;
	FILE *out, *err;
	struct diags d;
	struct timespec start;
	bool progress_shown;
	struct depfile inputs;
};

/* ---- what people see ---- */

static bool
wants_colour(FILE *err)
{
	const char *term = getenv("TERM"), *no = getenv("NO_COLOR");

	return isatty(fileno(err)) && (no == NULL || *no == '\0') &&
	    term != NULL && strcmp(term, "dumb") != 0;
}

/* One line on a terminal, once the work takes longer than a second. */
static void
progress(struct run *r, const char *stage)
{
	struct timespec now;

	if (!isatty(fileno(r->err)) ||
	    clock_gettime(CLOCK_MONOTONIC, &now) != 0 ||
	    now.tv_sec - r->start.tv_sec < 1)
		return;
	fprintf(r->err, "\r\33[K%s: %s ...", r->o->catalog, stage);
	fflush(r->err);
	r->progress_shown = true;
}

static void
end_progress(struct run *r)
{
	if (r->progress_shown)
		fputs("\r\33[K", r->err);
	r->progress_shown = false;
}

static void
tell_faults(struct run *r)
{
	end_progress(r);
	diag_sort(&r->d);
	switch (r->o->format) {
	case DIAG_JSON:
		diag_print_json(&r->d, r->out);
		break;
	case DIAG_SARIF:
		diag_print_sarif(&r->d, MAILERR_GEN_VERSION, r->out);
		break;
	case DIAG_TEXT:
		diag_print_text(&r->d, r->err, wants_colour(r->err));
		break;
	}
}

/* ---- check ---- */

/* False where one cannot be read or is no overlay: without it nothing can be
 * said of the whole. */
static bool
load_overlays(struct run *r, struct catalog *c, const char *const *paths,
    enum status *status)
{
	bool usable = true;

	for (; paths != NULL && *paths != NULL; paths++) {
		bool unreadable;
		struct catalog *overlay = catalog_load_overlay(c, *paths,
		    &r->d, &unreadable);

		if (unreadable)
			*status = STATUS_IO;
		usable = overlay != NULL && grammar_check(overlay, &r->d) &&
		    usable;
	}
	return usable;
}

/* Loads and checks a catalog with overlays (a NULL-ended list, or NULL); NULL
 * where there is no sound one to go on with. */
static struct catalog *
load_sound(struct run *r, const char *path, const char *const *overlays,
    enum status *status)
{
	struct catalog *c;
	bool unreadable, usable;

	c = catalog_load(r->arena, path, &r->d, &unreadable);
	*status = unreadable ? STATUS_IO : STATUS_FAULTS;
	if (c == NULL)
		return NULL;
	progress(r, "checking");
	usable = grammar_check(c, &r->d);
	if (load_overlays(r, c, overlays, status) && usable) {
		overlay_merge(c, &r->d);
		rules_check(c, &r->d);
	}
	if (r->d.errors > 0) {
		catalog_free(c);
		return NULL;
	}
	*status = STATUS_CLEAN;
	return c;
}

static size_t
count_entries(const struct catalog *c, const char *container,
    const char *element)
{
	const xmlNode *root = xmlDocGetRootElement(c->doc);
	const xmlNode *parent = catalog_child(root, container);
	size_t count = 0;

	if (parent == NULL)
		return 0;
	for (const xmlNode *n = catalog_child(parent, element); n != NULL;
	     n = catalog_next(n, element))
		count++;
	return count;
}

/* Counts the texts of a language below a node. */
static size_t
count_texts(const xmlNode *node, const char *language)
{
	size_t count = 0;

	for (const xmlNode *n = node->children; n != NULL; n = n->next) {
		const char *code;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (!catalog_is(n, "text")) {
			count += count_texts(n, language);
			continue;
		}
		code = catalog_attribute(n, "xml:lang");
		count += code != NULL && strcmp(code, language) == 0;
	}
	return count;
}

/* What is missing in languages that need not be complete. */
static void
print_incomplete(struct run *r, const struct catalog *c)
{
	const xmlNode *root = xmlDocGetRootElement(c->doc);
	size_t all = count_texts(root, "en");

	for (const xmlNode *n = catalog_child(catalog_child(root, "languages"),
	     "language"); n != NULL; n = catalog_next(n, "language")) {
		const char *code = catalog_attribute(n, "code");
		size_t have;

		if (strcmp(catalog_attribute(n, "complete"), "yes") == 0)
			continue;
		have = count_texts(root, code);
		fprintf(r->out, "%s: %zu of %zu texts; English stands in for %zu\n",
		    code, have, all, all - have);
	}
}

static void
print_summary(struct run *r, const struct catalog *c)
{
	fputs(r->o->catalog, r->out);
	for (const char *const *o = r->o->overlays; o != NULL && *o != NULL;
	     o++)
		fprintf(r->out, " + %s", *o);
	fprintf(r->out,
	    ": no errors, %zu warnings; %zu replies, %zu statuses, %zu notices, %zu reasons\n",
	    r->d.warnings,
	    count_entries(c, "replies", "reply"),
	    count_entries(c, "statuses", "status"),
	    count_entries(c, "notices", "notice"),
	    count_entries(c, "reasons", "reason"));
	print_incomplete(r, c);
}

/* The numbers of the last release are for ever. */
static enum status
hold_against_baseline(struct run *r, const struct catalog *c)
{
	enum status status;
	struct catalog *old = load_sound(r, r->o->baseline, NULL, &status);

	if (old == NULL)
		return status;
	compare_tell_breaks(compare_catalogs(r->arena, old, c), &r->d);
	catalog_free(old);
	return r->d.errors > 0 ? STATUS_FAULTS : STATUS_CLEAN;
}

static enum status
run_check(struct run *r)
{
	enum status status;
	struct catalog *c = load_sound(r, r->o->catalog, r->o->overlays,
	    &status);

	if (c != NULL && r->o->baseline != NULL)
		status = hold_against_baseline(r, c);
	tell_faults(r);
	if (status == STATUS_CLEAN && r->o->format == DIAG_TEXT)
		print_summary(r, c);
	catalog_free(c);
	return status;
}

/* ---- build ---- */

static const char *const *
catalog_languages(struct run *r, const struct catalog *c)
{
	const xmlNode *languages = catalog_child(
	    xmlDocGetRootElement(c->doc), "languages");
	size_t n = 0;
	const char **list = arena_alloc(r->arena,
	    count_entries(c, "languages", "language") + 1, sizeof *list);

	for (const xmlNode *l = catalog_child(languages, "language"); l != NULL;
	     l = catalog_next(l, "language"))
		list[n++] = catalog_attribute(l, "code");
	return list;
}

static bool
is_in(const char *const *list, const char *word)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, word) == 0)
			return true;
	return false;
}

/* Complains of the first word that is not known. */
static bool
all_known(struct run *r, const char *noun, const char *const *asked,
    const char *const *known)
{
	for (; asked != NULL && *asked != NULL; asked++) {
		struct nearest near = { .asked = *asked };

		if (is_in(known, *asked))
			continue;
		for (const char *const *k = known; *k != NULL; k++)
			nearest_offer(&near, *k);
		end_progress(r);
		fprintf(r->err, "mailerr-gen: there is no %s \"%s\"%s%s%s\n",
		    noun, *asked, near.word == NULL ? "" : "; did you mean \"",
		    near.word == NULL ? "" : near.word,
		    near.word == NULL ? "" : "\"?");
		return false;
	}
	return true;
}

static const char *const *
target_names(struct run *r, const struct targets *t)
{
	const char **names = arena_alloc(r->arena, t->count + 1, sizeof *names);

	for (size_t i = 0; i < t->count; i++)
		names[i] = t->items[i].name;
	return names;
}

/* Asked languages in the order of the catalog, English among them or not. */
static const char *const *
pick_languages(struct run *r, const char *const *known)
{
	size_t n = 0, count = 0;
	const char **list;

	if (r->o->languages == NULL)
		return known;
	while (known[count] != NULL)
		count++;
	list = arena_alloc(r->arena, count + 1, sizeof *list);
	for (; *known != NULL; known++)
		if (is_in(r->o->languages, *known))
			list[n++] = *known;
	return list;
}

static void
note_input(const char *path, void *user)
{
	depfile_add(user, path);
}

static enum status
render_all(struct run *r, const struct catalog *c, struct output *files)
{
	struct render_request request = { .catalog = c,
		.templates = r->o->templates, .targets = r->o->targets,
		.prefix = r->o->prefix, .tell_input = note_input,
		.user = &r->inputs };
	const char *const *languages = catalog_languages(r, c);
	struct targets targets;

	if (!targets_list(r->arena, r->o->templates, &targets, &r->d))
		return STATUS_FAULTS;
	if (!all_known(r, "target", r->o->targets, target_names(r, &targets)) ||
	    !all_known(r, "language", r->o->languages, languages))
		return STATUS_USAGE;
	request.languages = pick_languages(r, languages);
	progress(r, "indexing");
	request.phrases = phrases_build(r->arena, c, NULL, NULL);
	progress(r, "rendering");
	return render(r->arena, &request, files, &r->d) ? STATUS_CLEAN
	    : STATUS_FAULTS;
}

static enum status
write_all(struct run *r, const struct output *files)
{
	struct output_result result;

	if (r->o->verify)
		return output_verify(files, r->o->output, &r->d)
		    ? STATUS_CLEAN : STATUS_FAULTS;
	progress(r, "writing");
	result = output_write(files, r->o->output, &r->d);
	if (result.failed || (r->o->depfile != NULL && !depfile_write(
	    &r->inputs, r->o->depfile, r->o->depfile_target, r->o->output,
	    files, &r->d)))
		return STATUS_IO;
	end_progress(r);
	if (r->o->format == DIAG_TEXT)
		fprintf(r->out, "%s: %zu files written, %zu unchanged\n",
		    r->o->output, result.written, result.unchanged);
	return STATUS_CLEAN;
}

static enum status
run_build(struct run *r)
{
	enum status status;
	struct output *files = output_new(r->arena);
	struct catalog *c = load_sound(r, r->o->catalog, r->o->overlays,
	    &status);

	depfile_add(&r->inputs, r->o->catalog);
	for (const char *const *o = r->o->overlays; o != NULL && *o != NULL;
	     o++)
		depfile_add(&r->inputs, *o);
	if (c != NULL)
		status = render_all(r, c, files);
	if (c != NULL && status == STATUS_CLEAN)
		status = write_all(r, files);
	if (status != STATUS_USAGE)
		tell_faults(r);
	catalog_free(c);
	return status;
}

/* ---- merge-po ---- */

/* Status 0 where all could be read, whatever is to be told of them. */
static enum status
take_files(struct run *r, struct merge *m)
{
	enum status status = STATUS_CLEAN;

	for (const char *const *path = r->o->po_files; *path != NULL; path++) {
		bool unreadable;
		const struct po_file *po = po_read(r->arena, *path, &r->d,
		    &unreadable);

		if (unreadable)
			status = STATUS_IO;
		if (po != NULL)
			merge_take(m, po);
	}
	return status;
}

static enum status
merge_files(struct run *r, const struct catalog *c, struct merge *m,
    bool *written)
{
	enum status status = take_files(r, m);
	const char *bytes;
	size_t size;

	progress(r, "checking what is merged");
	bytes = merge_result(m, &size);
	if (bytes == NULL || status != STATUS_CLEAN)
		return status != STATUS_CLEAN ? status : STATUS_FAULTS;
	*written = bytes != c->source->bytes;
	return !*written || output_replace(r->o->catalog, bytes, size, &r->d)
	    ? STATUS_CLEAN : STATUS_IO;
}

static enum status
run_merge_po(struct run *r)
{
	enum status status;
	struct catalog *c = load_sound(r, r->o->catalog, NULL, &status);
	struct merge *m = NULL;
	bool written = false;

	if (c != NULL) {
		r->d = (struct diags){ .arena = r->arena };
		m = merge_start(r->arena, c, &r->d);
		status = merge_files(r, c, m, &written);
	}
	tell_faults(r);
	if (status == STATUS_CLEAN && r->o->format == DIAG_TEXT) {
		merge_print(m, r->out);
		fprintf(r->out, "%s: %s\n", r->o->catalog,
		    written ? "written" : "unchanged");
	}
	merge_free(m);
	catalog_free(c);
	return status;
}

/* ---- compare ---- */

static enum status
print_comparison(struct run *r, const struct comparison *c)
{
	if (r->o->format == DIAG_JSON)
		compare_print_json(c, r->arena, r->out);
	else
		compare_print_text(c, r->arena, r->out);
	return r->o->fail_on_break && c->counts[CHANGE_BROKEN] > 0
	    ? STATUS_FAULTS : STATUS_CLEAN;
}

static enum status
run_compare(struct run *r)
{
	enum status status, other;
	struct catalog *old = load_sound(r, r->o->old_catalog, NULL, &status);
	struct catalog *new = load_sound(r, r->o->catalog, NULL, &other);

	if (old != NULL && new != NULL)
		status = print_comparison(r, compare_catalogs(r->arena, old,
		    new));
	else
		status = status > other ? status : other;
	if (r->d.count > 0)
		tell_faults(r);
	catalog_free(old);
	catalog_free(new);
	return status;
}

/* ---- the rest ---- */

static enum status
run_targets(struct run *r)
{
	struct targets targets;

	if (!targets_list(r->arena, r->o->templates, &targets, &r->d)) {
		tell_faults(r);
		return STATUS_FAULTS;
	}
	for (size_t i = 0; i < targets.count; i++) {
		const struct target *t = &targets.items[i];

		fprintf(r->out, "%-8s %s%s%s\n", t->name, t->description,
		    t->per_language ? " (once a language)" : "",
		    t->user ? " (yours)" : "");
	}
	return STATUS_CLEAN;
}

static enum status
run_schema(struct run *r)
{
	grammar_print_schema(r->out);
	return STATUS_CLEAN;
}

/* A full disk may show only now. */
static enum status
finish(FILE *out, FILE *err, enum status status)
{
	if (fflush(out) == 0 && !ferror(out))
		return status;
	fputs("mailerr-gen: cannot write to standard output\n", err);
	return STATUS_IO;
}

enum status
cli_run(int argc, const char *const *argv, FILE *out, FILE *err)
{
	static enum status (*const runs[COMMAND_COUNT])(struct run *) = {
		[COMMAND_CHECK] = run_check, [COMMAND_BUILD] = run_build,
		[COMMAND_MERGE_PO] = run_merge_po,
		[COMMAND_COMPARE] = run_compare,
		[COMMAND_TARGETS] = run_targets, [COMMAND_SCHEMA] = run_schema,
	};
	struct arena arena = { 0 };
	struct options o;
	struct run r = { .arena = &arena, .o = &o, .out = out, .err = err,
		.d = { .arena = &arena }, .inputs = { .arena = &arena } };
	enum status status = STATUS_CLEAN;

	clock_gettime(CLOCK_MONOTONIC, &r.start);
	if (!options_read(&arena, argc, argv, &o, err))
		status = STATUS_USAGE;
	else if (o.version)
		fputs("mailerr-gen " MAILERR_GEN_VERSION "\n", out);
	else if (o.help)
		options_print_help(o.command, out);
	else
		status = runs[o.command](&r);
	arena_free(&arena);
	return finish(out, err, status);
}
