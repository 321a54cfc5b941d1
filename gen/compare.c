/* SPDX-License-Identifier: MIT */
#include "compare.h"

#include <string.h>

#include <libxml/hash.h>

#include "buffer.h"

struct comparer {
	struct arena *arena;
	struct comparison *result;
	struct change **end;
	struct names *old, *new;
	enum kind kind;
	const char *key;
	const xmlNode *old_entry, *entry;
};

static void
add(struct comparer *c, enum change_effect effect, const char *what,
    const char *before, const char *after)
{
	struct change *change = arena_alloc(c->arena, 1, sizeof *change);

	*change = (struct change){ effect, c->kind, c->key, what, before,
		after, c->entry, c->old_entry, NULL };
	*c->end = change;
	c->end = &change->next;
	c->result->counts[effect]++;
}

/* ---- attributes ---- */

/* What programs were built on: names, values, what they act on. */
static const char *const breaking[] = {
	"number", "symbol", "reason", "class", "classes", "digit", "bounce",
	"suppress", "about",
};

static bool
is_breaking(const char *name)
{
	for (size_t i = 0; i < sizeof breaking / sizeof *breaking; i++)
		if (strcmp(breaking[i], name) == 0)
			return true;
	return false;
}

static void
compare_attributes(struct comparer *c)
{
	for (const xmlAttr *a = c->old_entry->properties; a != NULL;
	     a = a->next) {
		const char *name = (const char *)a->name;
		const char *before = catalog_attribute(c->old_entry, name);
		const char *after = catalog_attribute(c->entry, name);

		if (strcmp(name, kinds[c->kind].key) == 0 ||
		    (after != NULL && strcmp(before, after) == 0))
			continue;
		add(c, is_breaking(name) ? CHANGE_BROKEN : CHANGE_CHANGED, name,
		    before, after);
	}
	for (const xmlAttr *a = c->entry->properties; a != NULL; a = a->next) {
		const char *name = (const char *)a->name;

		if (catalog_attribute(c->old_entry, name) == NULL)
			add(c, CHANGE_CHANGED, name, NULL,
			    catalog_attribute(c->entry, name));
	}
}

/* ---- texts ---- */

/* The bytes of an element and all in it, less the blanks between tags. */
static void
add_canonical(struct buffer *b, const xmlNode *n)
{
	if (n->type != XML_ELEMENT_NODE) {
		buffer_text(b, (const char *)n->content);
		return;
	}
	buffer_printf(b, "<%s", n->name);
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
		buffer_printf(b, " %s=\"%s\"", a->name, a->children == NULL
		    ? "" : (const char *)a->children->content);
	buffer_byte(b, '>');
	for (const xmlNode *x = n->children; x != NULL; x = x->next)
		add_canonical(b, x);
	buffer_text(b, "</>");
}

/* Everything of one name in an entry, as one string. */
static const char *
canonical(struct comparer *c, const xmlNode *entry, const char *name)
{
	struct buffer b = { 0 };
	const char *copy;

	for (const xmlNode *n = catalog_child(entry, name); n != NULL;
	     n = catalog_next(n, name))
		add_canonical(&b, n);
	copy = arena_strdup(c->arena, b.size == 0 ? "" : buffer_string(&b));
	buffer_free(&b);
	return copy;
}

static void
compare_fields(struct comparer *c)
{
	static const char *const fields[] = { "text", "title", "meaning",
		"cause", "action", "note", "sense", "known-as", "keyword",
		"see" };

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char *before = canonical(c, c->old_entry, fields[i]);
		const char *after = canonical(c, c->entry, fields[i]);

		if (strcmp(before, after) != 0)
			add(c, *before == '\0' ? CHANGE_ADDED : CHANGE_CHANGED,
			    fields[i], NULL, NULL);
	}
}

/* ---- phrases ---- */

/* The literal text of a phrase and its conditions; arguments as "{}", or with
 * name and type. */
static const char *
phrase_text(struct comparer *c, const xmlNode *phrase, bool with_arguments)
{
	static const char *const conditions[] = { "emitter", "command",
		"reply", "status", "anchor" };
	struct buffer b = { 0 };
	const char *copy;

	for (const xmlNode *n = catalog_child(phrase, "match")->children;
	     n != NULL; n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			buffer_text(&b, (const char *)n->content);
		else if (with_arguments)
			buffer_printf(&b, "{%s:%s}",
			    catalog_attribute(n, "name"),
			    catalog_attribute(n, "type"));
		else
			buffer_text(&b, "{}");
	}
	for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
		if (catalog_attribute(phrase, conditions[i]) != NULL)
			buffer_printf(&b, " [%s %s]", conditions[i],
			    catalog_attribute(phrase, conditions[i]));
	copy = arena_strdup(c->arena, buffer_string(&b));
	buffer_free(&b);
	return copy;
}

static const xmlNode *
find_phrase(struct comparer *c, const xmlNode *entry, const char *text,
    bool with_arguments)
{
	for (const xmlNode *n = catalog_child(entry, "phrase"); n != NULL;
	     n = catalog_next(n, "phrase"))
		if (strcmp(phrase_text(c, n, with_arguments), text) == 0)
			return n;
	return NULL;
}

static void
compare_phrases(struct comparer *c)
{
	for (const xmlNode *n = catalog_child(c->old_entry, "phrase");
	     n != NULL; n = catalog_next(n, "phrase")) {
		const char *text = phrase_text(c, n, true);
		const xmlNode *same;

		if (find_phrase(c, c->entry, text, true) != NULL)
			continue;
		same = find_phrase(c, c->entry, phrase_text(c, n, false),
		    false);
		if (same != NULL)
			add(c, CHANGE_BROKEN, "arguments", text,
			    phrase_text(c, same, true));
		else
			add(c, CHANGE_CHANGED, "phrase", text, NULL);
	}
	for (const xmlNode *n = catalog_child(c->entry, "phrase"); n != NULL;
	     n = catalog_next(n, "phrase"))
		if (find_phrase(c, c->old_entry, phrase_text(c, n, false),
		    false) == NULL)
			add(c, CHANGE_ADDED, "phrase", NULL,
			    phrase_text(c, n, true));
}

/* ---- entries ---- */

/* An old entry whose key is gone: under another key now, if its number or
 * symbol says so. */
static void
compare_missing(struct comparer *c)
{
	const struct kind_rule *k = &kinds[c->kind];
	const char *second = k->second == NULL ? NULL
	    : catalog_attribute(c->old_entry, k->second);

	for (size_t i = 0; second != NULL && i < names_count(c->new, c->kind);
	     i++) {
		const xmlNode *n = names_entry(c->new, c->kind, i);
		const char *value = catalog_attribute(n, k->second);
		const char *key = catalog_attribute(n, k->key);

		if (value == NULL || strcmp(value, second) != 0 ||
		    names_find(c->old, c->kind, key) != NULL)
			continue;
		c->entry = n;
		add(c, CHANGE_BROKEN, k->key, c->key, key);
		return;
	}
	add(c, CHANGE_BROKEN, "removed", NULL, NULL);
}

static bool
was_renamed(const struct comparer *c, const xmlNode *entry)
{
	for (const struct change *x = c->result->changes; x != NULL;
	     x = x->next)
		if (x->entry == entry && x->effect == CHANGE_BROKEN &&
		    strcmp(x->what, kinds[x->kind].key) == 0)
			return true;
	return false;
}

static void
compare_old_entries(struct comparer *c)
{
	for (size_t i = 0; i < names_count(c->old, c->kind); i++) {
		c->old_entry = names_entry(c->old, c->kind, i);
		c->key = catalog_attribute(c->old_entry, kinds[c->kind].key);
		c->entry = names_find(c->new, c->kind, c->key);
		if (c->entry == NULL) {
			compare_missing(c);
			continue;
		}
		compare_attributes(c);
		compare_fields(c);
		if (c->kind == KIND_NOTICE)
			compare_phrases(c);
	}
}

static void
compare_kind(struct comparer *c, enum kind kind)
{
	c->kind = kind;
	compare_old_entries(c);
	c->old_entry = NULL;
	for (size_t i = 0; i < names_count(c->new, kind); i++) {
		c->entry = names_entry(c->new, kind, i);
		c->key = catalog_attribute(c->entry, kinds[kind].key);
		if (names_find(c->old, kind, c->key) == NULL &&
		    !was_renamed(c, c->entry))
			add(c, CHANGE_ADDED, "entry", NULL, NULL);
	}
}

struct comparison *
compare_catalogs(struct arena *arena, const struct catalog *old,
    const struct catalog *new)
{
	struct comparison *result = arena_alloc(arena, 1, sizeof *result);
	struct comparer c = { .arena = arena, .result = result,
		.end = &result->changes, .old = names_collect(arena, old),
		.new = names_collect(arena, new) };

	result->old = old;
	result->new = new;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		compare_kind(&c, (enum kind)kind);
	names_free(c.old);
	names_free(c.new);
	return result;
}

/* ---- the version step ---- */

static const char *
version_of(const struct catalog *c)
{
	return catalog_attribute(xmlDocGetRootElement(c->doc), "version");
}

static const char *
step_of(const struct comparison *c)
{
	unsigned major = 0;

	sscanf(version_of(c->old), "%u", &major);
	if (c->counts[CHANGE_BROKEN] > 0)
		return major == 0 ? "minor" : "major";
	if (c->counts[CHANGE_ADDED] > 0)
		return "minor";
	return c->counts[CHANGE_CHANGED] > 0 ? "patch" : "none";
}

const char *
compare_next_version(struct arena *arena, const struct comparison *c)
{
	const char *step = step_of(c);
	unsigned major = 0, minor = 0, patch = 0;

	sscanf(version_of(c->old), "%u.%u.%u", &major, &minor, &patch);
	if (strcmp(step, "major") == 0)
		return arena_printf(arena, "%u.0.0", major + 1);
	if (strcmp(step, "minor") == 0)
		return arena_printf(arena, "%u.%u.0", major, minor + 1);
	if (strcmp(step, "patch") == 0)
		return arena_printf(arena, "%u.%u.%u", major, minor, patch + 1);
	return version_of(c->old);
}

/* ---- printing ---- */

static const char *const effects[] = {
	[CHANGE_ADDED] = "added", [CHANGE_CHANGED] = "changed",
	[CHANGE_BROKEN] = "broken",
};

void
compare_print_text(const struct comparison *c, struct arena *arena, FILE *out)
{
	for (int effect = CHANGE_BROKEN; effect >= CHANGE_ADDED; effect--)
		for (const struct change *x = c->changes; x != NULL;
		     x = x->next) {
			if ((int)x->effect != effect)
				continue;
			fprintf(out, "%-8s %s %s", effects[effect],
			    kinds[x->kind].noun, x->key);
			if (strcmp(x->what, "entry") != 0)
				fprintf(out, ": %s", x->what);
			if (x->before != NULL || x->after != NULL)
				fprintf(out, " \"%s\" -> \"%s\"",
				    x->before == NULL ? "" : x->before,
				    x->after == NULL ? "" : x->after);
			fputc('\n', out);
		}
	fprintf(out, "%zu broken, %zu changed, %zu added; after %s the next version is %s\n",
	    c->counts[CHANGE_BROKEN], c->counts[CHANGE_CHANGED],
	    c->counts[CHANGE_ADDED], version_of(c->old),
	    compare_next_version(arena, c));
}

static void
add_member(struct buffer *b, const char *name, const char *value)
{
	buffer_printf(b, ",\"%s\":", name);
	if (value == NULL)
		buffer_text(b, "null");
	else
		diag_add_json_string(b, value);
}

static void
add_change(struct buffer *b, const struct change *x)
{
	buffer_text(b, "{\"kind\":");
	diag_add_json_string(b, kinds[x->kind].element);
	add_member(b, "key", x->key);
	add_member(b, "what", x->what);
	add_member(b, "before", x->before);
	add_member(b, "after", x->after);
	buffer_byte(b, '}');
}

void
compare_print_json(const struct comparison *c, struct arena *arena, FILE *out)
{
	struct buffer b = { 0 };

	buffer_printf(&b, "{\"old\":\"%s\",\"new\":\"%s\",\"step\":\"%s\",\"next\":\"%s\"",
	    version_of(c->old), version_of(c->new), step_of(c),
	    compare_next_version(arena, c));
	for (int effect = CHANGE_BROKEN; effect >= CHANGE_ADDED; effect--) {
		const char *separator = "\n";

		buffer_printf(&b, ",\"%s\":[", effects[effect]);
		for (const struct change *x = c->changes; x != NULL;
		     x = x->next) {
			if ((int)x->effect != effect)
				continue;
			buffer_text(&b, separator);
			add_change(&b, x);
			separator = ",\n";
		}
		buffer_byte(&b, ']');
	}
	buffer_text(&b, "}\n");
	fwrite(b.bytes, 1, b.size, out);
	buffer_free(&b);
}

/* ---- as faults ---- */

static void
tell_removed(const struct comparison *c, const struct change *x,
    struct diags *d)
{
	const xmlNode *root = xmlDocGetRootElement(c->new->doc);
	const xmlNode *part = catalog_child(root, kinds[x->kind].container);

	diag_add_note(d, diag_error(d, "entry-removed",
	    place_of_element(part == NULL ? root : part), "%s %s is gone; an entry that is no longer wanted stays, with retired",
	    kinds[x->kind].noun, x->key),
	    place_of_element(x->old_entry), "it was here");
}

static bool
is_for_ever(const struct change *x)
{
	return strcmp(x->what, "number") == 0 ||
	    strcmp(x->what, "symbol") == 0 ||
	    strcmp(x->what, kinds[x->kind].key) == 0;
}

void
compare_tell_breaks(const struct comparison *c, struct diags *d)
{
	for (const struct change *x = c->changes; x != NULL; x = x->next) {
		if (x->effect != CHANGE_BROKEN)
			continue;
		if (strcmp(x->what, "removed") == 0)
			tell_removed(c, x, d);
		else if (is_for_ever(x))
			diag_add_note(d, diag_error(d, "changed-for-ever",
			    place_of_value_of(x->entry, x->what),
			    "the %s of %s %s was \"%s\" and may not change",
			    x->what, kinds[x->kind].noun, x->key, x->before),
			    place_of_value_of(x->old_entry, x->what),
			    "it was here");
	}
}
