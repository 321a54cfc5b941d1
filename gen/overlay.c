/* SPDX-License-Identifier: MIT */
/* Merges overlays into the catalog: first all their entries, so that any may
 * speak of any, then overlay by overlay what extends entries. */
#include "overlay.h"

#include <stdint.h>
#include <string.h>

#include <libxml/hash.h>

#include "grammar.h"
#include "names.h"
#include "signature.h"

struct merger {
	struct catalog *c;
	struct diags *d;
	struct arena *arena;   /* for this one call */
	xmlNode *root;         /* the catalog's */
	struct names *names;   /* once all entries are there */
	xmlHashTable *missing; /* kind's element, key -> the message */
};

/* ---- entries ---- */

static bool
is_listed(const struct element_rule *rule, const xmlNode *element)
{
	const char *name = (const char *)element->name;

	return grammar_child(rule, name) != NULL && catalog_is(element, name);
}

/* Where children of that name stand among the kinds of children; what may not
 * stand there comes last. */
static size_t
rank_of(const struct element_rule *rule, const xmlNode *child)
{
	return is_listed(rule, child) ? (size_t)(grammar_child(rule,
	    (const char *)child->name) - rule->children) : SIZE_MAX;
}

static const struct kind_rule *
kind_of(const xmlNode *entry)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (catalog_is(entry, kinds[kind].element))
			return &kinds[kind];
	return NULL;
}

/* Whether of two entries of a kind that ascends a has the lower key. */
static bool
comes_before(const xmlNode *a, const xmlNode *b)
{
	const struct kind_rule *k = kind_of(a);
	const char *x, *y;

	if (k == NULL || !k->ordered || !catalog_is(b, k->element))
		return false;
	x = catalog_attribute(a, k->order_by);
	y = catalog_attribute(b, k->order_by);
	return x != NULL && y != NULL && names_order(x) < names_order(y);
}

/* The first child from there on that an element belongs before, or NULL. */
static xmlNode *
successor(const xmlNode *element, const xmlNode *parent, xmlNode *from)
{
	const struct element_rule *rule = grammar_element(
	    (const char *)parent->name);
	size_t own = rank_of(rule, element);

	for (xmlNode *n = from; n != NULL; n = n->next) {
		size_t other;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		other = rank_of(rule, n);
		if (other > own || (other == own && comes_before(element, n)))
			return n;
	}
	return NULL;
}

static void
place(xmlNode *element, xmlNode *parent)
{
	catalog_move(element, parent, successor(element, parent,
	    parent->children));
}

/* In one walk where the entries ascend, as they should. */
static void
move_entries(xmlNode *from, xmlNode *to)
{
	const xmlNode *last = NULL;
	xmlNode *next;

	for (xmlNode *n = from->children; n != NULL; n = next) {
		next = n->next;
		if (n->type != XML_ELEMENT_NODE)
			continue;
		catalog_move(n, to, successor(n, to, last != NULL &&
		    !comes_before(n, last) &&
		    xmlStrEqual(n->name, last->name) ? last->next
		    : to->children));
		last = n;
	}
}

static void
merge_entries(struct merger *m, xmlNode *overlay)
{
	const struct element_rule *rule = grammar_element("catalog");
	xmlNode *next, *own;

	for (xmlNode *n = overlay->children; n != NULL; n = next) {
		next = n->next;
		if (n->type != XML_ELEMENT_NODE || !is_listed(rule, n))
			continue;
		own = catalog_child(m->root, (const char *)n->name);
		if (own == NULL)
			place(n, m->root);
		else
			move_entries(n, own);
	}
}

/* ---- what an extend speaks of ---- */

struct target {
	xmlNode *extend, *entry;
	const char *name;      /* "notice too-many-hops" */
};

static void
tell_missing(struct merger *m, const xmlNode *extend, enum kind kind,
    const char *key)
{
	const char *element = kinds[kind].element;
	struct place at = place_of_value_of(extend, element);
	struct diag *fault = xmlHashLookup2(m->missing, (const xmlChar *)key,
	    (const xmlChar *)element);

	m->c->phrases_in_doubt = true;
	if (names_in_doubt(m->names, kind, key))
		return;
	if (fault != NULL) {
		diag_add_note(m->d, fault, at, "also used here");
		return;
	}
	fault = diag_error(m->d, "dangling-reference", at,
	    "there is no %s \"%s\" to extend", kinds[kind].noun, key);
	diag_suggest(m->d, fault, names_nearest(m->names, kind, key));
	xmlHashAddEntry2(m->missing, (const xmlChar *)key,
	    (const xmlChar *)element, fault);
}

/* False after telling that there is no such entry. */
static bool
find_target(struct merger *m, xmlNode *extend, struct target *t)
{
	t->extend = extend;
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		const char *key = catalog_attribute(extend,
		    kinds[kind].element);

		if (key == NULL)
			continue;
		t->entry = names_find(m->names, (enum kind)kind, key);
		t->name = arena_printf(m->arena, "%s %s", kinds[kind].element,
		    key);
		if (t->entry == NULL)
			tell_missing(m, extend, (enum kind)kind, key);
		return t->entry != NULL;
	}
	return false;
}

/* Whether the entry may hold such a child or attribute. */
static bool
tell_no_part(struct merger *m, const struct target *t, struct place at,
    const char *what)
{
	diag_error(m->d, "extend-part", at, "%s holds no %s", t->name, what);
	m->c->phrases_in_doubt = true;
	return false;
}

static bool
takes(struct merger *m, const struct target *t, const xmlNode *part,
    const char *name)
{
	return grammar_child(grammar_element((const char *)t->entry->name),
	    name) != NULL || tell_no_part(m, t, place_of_element(part), name);
}

/* ---- override ---- */

static void
override_attribute(struct merger *m, const struct target *t, xmlAttr *attr)
{
	const char *name = (const char *)attr->name;
	xmlAttr *own = catalog_attribute_node(t->entry, name);

	if (grammar_attribute(grammar_element((const char *)t->entry->name),
	    name) == NULL)
		tell_no_part(m, t, place_of_attribute(attr), name);
	else if (catalog_is_overridden(own))
		diag_add_note(m->d, diag_error(m->d, "overridden-twice",
		    place_of_value_of(attr->parent, name),
		    "%s of %s is overridden twice", name, t->name),
		    place_of_value_of(t->entry, name),
		    "first overridden here");
	else
		catalog_override(t->entry, attr);
}

static void
override_advice(struct merger *m, const struct target *t, xmlNode *advice)
{
	xmlAttr *next;

	for (xmlAttr *attr = advice->properties; attr != NULL; attr = next) {
		next = attr->next;
		override_attribute(m, t, attr);
	}
}

static xmlNode *
find_phrase(struct merger *m, const xmlNode *notice, const char *signature,
    bool with_conditions)
{
	for (xmlNode *n = catalog_child(notice, "phrase"); n != NULL;
	     n = catalog_next(n, "phrase"))
		if (!grammar_has_fault_inside(n) && strcmp(signature,
		    phrase_signature(m->arena, n, with_conditions)) == 0)
			return n;
	return NULL;
}

/* Where the phrase that was perhaps meant stands. */
static void
tell_no_phrase(struct merger *m, const struct target *t, const xmlNode *retire)
{
	const char *signature = phrase_signature(m->arena, retire, true);
	struct diag *fault = diag_error(m->d, "unknown-phrase",
	    place_of_element(catalog_child(retire, "match")),
	    "%s has no such phrase", t->name);
	const xmlNode *other = find_phrase(m, t->entry,
	    phrase_signature(m->arena, retire, false), false);

	m->c->phrases_in_doubt = true;
	if (other != NULL) {
		diag_add_note(m->d, fault, place_of_element(other),
		    "this one has other conditions");
		return;
	}
	for (size_t i = 0; i < names_count(m->names, KIND_NOTICE); i++) {
		const xmlNode *n = names_entry(m->names, KIND_NOTICE, i);

		other = find_phrase(m, n, signature, true);
		if (other != NULL && catalog_attribute(n, "id") != NULL)
			diag_add_note(m->d, fault, place_of_element(other),
			    "it stands in notice %s, here",
			    catalog_attribute(n, "id"));
	}
}

/* The phrase stays in the tree, as one of the catalog that is retired would; the
 * version is the catalog's. */
static void
retire_phrase(struct merger *m, const struct target *t, xmlNode *retire)
{
	xmlNode *phrase = find_phrase(m, t->entry,
	    phrase_signature(m->arena, retire, true), true);
	xmlAttr *retired;

	if (phrase == NULL) {
		tell_no_phrase(m, t, retire);
		return;
	}
	retired = catalog_attribute_node(phrase, "retired");
	if (retired != NULL) {
		diag_add_note(m->d, diag_error(m->d, "overridden-twice",
		    place_of_element(retire), "the phrase is retired already"),
		    place_of_attribute(retired), "retired here");
		return;
	}
	retired = xmlNewProp(phrase, (const xmlChar *)"retired",
	    (const xmlChar *)catalog_attribute(m->root, "version"));
	retired->_private = retire->_private;
}

/* One message an extend, with notes. */
static void
tell_no_override(struct merger *m, const struct target *t, const xmlNode *part,
    struct diag **fault)
{
	if (*fault == NULL)
		*fault = diag_error(m->d, "no-override",
		    place_of_element(part),
		    "%s changes %s: that takes override=\"yes\"", part->name,
		    t->name);
	else
		diag_add_note(m->d, *fault, place_of_element(part),
		    "and so does %s", part->name);
	m->c->phrases_in_doubt = true;
}

static void
override(struct merger *m, const struct target *t)
{
	const char *value = catalog_attribute(t->extend, "override");
	bool allowed = value != NULL && strcmp(value, "yes") == 0;
	struct diag *fault = NULL;

	for (xmlNode *n = t->extend->children; n != NULL; n = n->next) {
		bool advice = catalog_is(n, "advice");

		if (!advice && !catalog_is(n, "retire"))
			continue;
		if (grammar_has_fault_inside(n)) {
			m->c->phrases_in_doubt = true;
		} else if (!allowed) {
			tell_no_override(m, t, n, &fault);
		} else if (advice) {
			override_advice(m, t, n);
		} else if (takes(m, t, n, "phrase")) {
			retire_phrase(m, t, n);
		}
	}
}

/* ---- texts ---- */

/* Fields of an entry, its senses and its keywords among which one is looked
 * for: that with an English text, or else the only one. */
struct search {
	const char *name;      /* "cause" */
	const char *english;   /* or NULL */
	const char *language;  /* better one that has no text in it */
	xmlNode *found;
	size_t count;
};

static const char *
string_of(struct merger *m, const xmlNode *text)
{
	const char *copy;
	xmlChar *value = xmlNodeGetContent(text);

	copy = arena_strdup(m->arena, (const char *)value);
	xmlFree(value);
	return copy;
}

static bool
is_sought(struct merger *m, const struct search *s, const xmlNode *field)
{
	const xmlNode *text = catalog_text(field, "en");

	return s->english == NULL || (text != NULL &&
	    strcmp(string_of(m, text), s->english) == 0);
}

static void
look_in(struct merger *m, struct search *s, const xmlNode *entry)
{
	for (xmlNode *n = entry->children; n != NULL; n = n->next) {
		if (s->english != NULL && (catalog_is(n, "sense") ||
		    catalog_is(n, "keyword")))
			look_in(m, s, n);
		if (!catalog_is(n, s->name) || !is_sought(m, s, n))
			continue;
		s->count++;
		if (s->found == NULL || (s->language != NULL &&
		    catalog_text(s->found, s->language) != NULL))
			s->found = n;
	}
}

/* The code of the first text that is not English. */
static const char *
further_language(const xmlNode *field)
{
	for (const xmlNode *n = catalog_child(field, "text"); n != NULL;
	     n = catalog_next(n, "text")) {
		const char *code = catalog_attribute(n, "xml:lang");

		if (code != NULL && strcmp(code, "en") != 0)
			return code;
	}
	return NULL;
}

static void
tell_no_field(struct merger *m, const struct target *t, const xmlNode *english,
    const struct search *s)
{
	struct diag *fault = diag_error(m->d, "extend-text",
	    place_of_text(english, 0, strlen(s->english)),
	    "%s has no %s with this English text, and an overlay changes none",
	    t->name, s->name);
	const xmlNode *own = catalog_child(t->entry, s->name);

	if (own != NULL && catalog_next(own, s->name) == NULL)
		diag_add_note(m->d, fault, place_of_element(own),
		    "its %s is here", s->name);
}

/* The entry's own field of which an extend's gives further texts; NULL after
 * telling that there is none. */
static xmlNode *
find_field(struct merger *m, const struct target *t, const xmlNode *field)
{
	const xmlNode *english = catalog_text(field, "en");
	struct search s = { .name = (const char *)field->name,
		.english = english == NULL ? NULL : string_of(m, english),
		.language = further_language(field) };

	look_in(m, &s, t->entry);
	if (s.count == 1 || (s.count > 1 && english != NULL))
		return s.found;
	if (s.count > 1)
		diag_error(m->d, "extend-text", place_of_element(field),
		    "%s has %zu of %s: give the English text too, to say which",
		    t->name, s.count, s.name);
	else if (english == NULL)
		tell_no_part(m, t, place_of_element(field), s.name);
	else
		tell_no_field(m, t, english, &s);
	return NULL;
}

/* Where the language stands among all; SIZE_MAX where it does not. */
static size_t
language_rank(const struct merger *m, const xmlNode *text)
{
	const char *code = catalog_attribute(text, "xml:lang");

	for (size_t i = 0; i < names_count(m->names, KIND_LANGUAGE); i++) {
		const char *known = catalog_attribute(names_entry(m->names,
		    KIND_LANGUAGE, i), "code");

		if (code != NULL && known != NULL && strcmp(code, known) == 0)
			return i;
	}
	return SIZE_MAX;
}

static void
add_text(struct merger *m, const struct target *t, xmlNode *text, xmlNode *to)
{
	const char *code = catalog_attribute(text, "xml:lang");
	const xmlNode *own = code == NULL ? NULL : catalog_text(to, code);
	xmlNode *before = catalog_child(to, "text");

	if (own != NULL) {
		diag_add_note(m->d, diag_error(m->d, "extend-text",
		    place_of_value_of(text, "xml:lang"),
		    "%s has this text in \"%s\" already, and an overlay changes none",
		    t->name, code), place_of_element(own), "it is here");
		return;
	}
	while (before != NULL &&
	       language_rank(m, before) <= language_rank(m, text))
		before = catalog_next(before, "text");
	catalog_move(text, to, before);
}

/* All texts but the English one, by which the field was found. */
static void
add_texts(struct merger *m, const struct target *t, const xmlNode *field,
    xmlNode *to)
{
	xmlNode *next;

	for (xmlNode *n = catalog_child(field, "text"); n != NULL; n = next) {
		const char *code = catalog_attribute(n, "xml:lang");

		next = catalog_next(n, "text");
		if (code != NULL && strcmp(code, "en") != 0)
			add_text(m, t, n, to);
	}
}

static bool
is_for_the_same(struct merger *m, const xmlNode *field, const xmlNode *to)
{
	const char *own = catalog_attribute(to, "for");
	const char *given = catalog_attribute(field, "for");

	if (own == NULL || given == NULL || strcmp(own, given) == 0)
		return true;
	diag_add_note(m->d, diag_error(m->d, "extend-text",
	    place_of_value_of(field, "for"),
	    "the action is for \"%s\", and an overlay does not change that",
	    own), place_of_value_of(to, "for"), "it is here");
	return false;
}

static void
add_field(struct merger *m, const struct target *t, const xmlNode *field)
{
	xmlNode *to = grammar_is_faulty(field) ? NULL
	    : find_field(m, t, field);

	if (to != NULL && is_for_the_same(m, field, to))
		add_texts(m, t, field, to);
}

/* Of a label: its texts stand in it directly. */
static void
add_label_texts(struct merger *m, const struct target *t)
{
	const xmlNode *english = catalog_text(t->extend, "en");
	const xmlNode *own = catalog_text(t->entry, "en");

	if (!takes(m, t, catalog_child(t->extend, "text"), "text"))
		return;
	if (english == NULL || own == NULL ||
	    strcmp(string_of(m, english), string_of(m, own)) == 0)
		add_texts(m, t, t->extend, t->entry);
	else
		diag_add_note(m->d, diag_error(m->d, "extend-text",
		    place_of_text(english, 0, 1),
		    "%s has another English text, and an overlay changes none",
		    t->name), place_of_element(own), "it is here");
}

/* ---- the whole ---- */

static void
add(struct merger *m, const struct target *t)
{
	xmlNode *next;

	if (catalog_child(t->extend, "text") != NULL)
		add_label_texts(m, t);
	for (xmlNode *n = t->extend->children; n != NULL; n = next) {
		next = n->next;
		if (catalog_is(n, "phrase")) {
			if (takes(m, t, n, "phrase"))
				place(n, t->entry);
		} else if (n->type == XML_ELEMENT_NODE &&
		    !catalog_is(n, "text") && !catalog_is(n, "advice") &&
		    !catalog_is(n, "retire")) {
			add_field(m, t, n);
		}
	}
}

/* What is retired goes before anything comes: the same phrase may come back with
 * other arguments. */
static void
extend_entries(struct merger *m, const xmlNode *overlay)
{
	size_t count = 0, n = 0;
	struct target *targets;

	for (xmlNode *x = catalog_child(overlay, "extend"); x != NULL;
	     x = catalog_next(x, "extend"))
		count++;
	targets = arena_alloc(m->arena, count, sizeof *targets);
	for (xmlNode *x = catalog_child(overlay, "extend"); x != NULL;
	     x = catalog_next(x, "extend")) {
		if (grammar_is_faulty(x))
			m->c->phrases_in_doubt = true;
		else if (find_target(m, x, &targets[n]))
			n++;
	}
	for (size_t i = 0; i < n; i++)
		override(m, &targets[i]);
	for (size_t i = 0; i < n; i++)
		add(m, &targets[i]);
}

void
overlay_merge(struct catalog *c, struct diags *d)
{
	struct arena scratch = { 0 };
	struct merger m = { .c = c, .d = d, .arena = &scratch,
		.root = xmlDocGetRootElement(c->doc) };

	if (c->overlays == NULL)
		return;
	for (const struct catalog *o = c->overlays; o != NULL; o = o->next) {
		xmlNode *root = xmlDocGetRootElement(o->doc);

		if (grammar_is_faulty(root))
			c->names_in_doubt = c->phrases_in_doubt = true;
		merge_entries(&m, root);
	}
	m.names = names_collect(&scratch, c);
	m.missing = xmlHashCreate(16);
	if (m.missing == NULL)
		memory_die();
	for (const struct catalog *o = c->overlays; o != NULL; o = o->next)
		extend_entries(&m, xmlDocGetRootElement(o->doc));
	xmlHashFree(m.missing, NULL);
	names_free(m.names);
	arena_free(&scratch);
}
