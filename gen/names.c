/* SPDX-License-Identifier: MIT */
#include "names.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "grammar.h"
#include "nearest.h"
#include "pattern.h"

const struct kind_rule kinds[KIND_COUNT] = {
	[KIND_LANGUAGE] = { "languages", "language", "code", "language",
	    "duplicate-code", NULL, NULL, false, NULL },
	[KIND_LABEL] = { "labels", "label", "id", "label",
	    "duplicate-id", NULL, NULL, false, NULL },
	[KIND_SECTION] = { "sections", "section", "id", "section",
	    "duplicate-id", NULL, NULL, false, NULL },
	[KIND_REFERENCE] = { "references", "reference", "id", "reference",
	    "duplicate-id", NULL, NULL, false, NULL },
	[KIND_COMMAND] = { "commands", "command", "name", "command",
	    "duplicate-id", NULL, NULL, false, NULL },
	[KIND_EMITTER] = { "emitters", "emitter", "id", "emitter",
	    "duplicate-id", NULL, NULL, false, NULL },
	[KIND_REASON] = { "reasons", "reason", "id", "reason",
	    "duplicate-id", "number", "duplicate-number", true, "number" },
	[KIND_REPLY] = { "replies", "reply", "code", "reply code",
	    "duplicate-code", "symbol", "duplicate-symbol", true, "code" },
	[KIND_STATUS_CLASS] = { "statuses", "status-class", "digit",
	    "status class", "duplicate-code", "symbol", "duplicate-symbol",
	    true, "digit" },
	[KIND_SUBJECT] = { "statuses", "subject", "digit", "status subject",
	    "duplicate-code", "symbol", "duplicate-symbol", true, "digit" },
	[KIND_STATUS] = { "statuses", "status", "code", "status code",
	    "duplicate-code", "symbol", "duplicate-symbol", true, "code" },
	[KIND_NOTICE] = { "notices", "notice", "id", "notice",
	    "duplicate-id", "number", "duplicate-number", true, "number" },
	[KIND_MISTAKE] = { "mistaken", "mistake", "code", "mistaken code",
	    "duplicate-code", NULL, NULL, false, NULL },
	[KIND_VOCABULARY] = { "vocabularies", "vocabulary", "id", "vocabulary",
	    "duplicate-id", NULL, NULL, false, NULL },
};

/* A key that another fault may have spoilt. */
struct doubt {
	const char *value;
	bool exact;        /* only that very key, no similar one */
	const xmlNode *next_to; /* any key that fits its place, or NULL */
	bool any;          /* one key, whichever is missing first */
	const char *claimed;
	struct doubt *next;
};

struct entries {
	xmlNode **items;
	size_t count;
	struct doubt *doubts;
	bool all_in_doubt; /* their container is not to be found */
};

struct names {
	struct arena *arena;
	xmlHashTable *table; /* key, kind's element -> entry */
	struct entries of[KIND_COUNT];
};

static void
doubt(struct names *n, enum kind kind, const char *value, bool exact)
{
	struct doubt *d = arena_alloc(n->arena, 1, sizeof *d);

	d->value = value;
	d->exact = exact;
	d->next = n->of[kind].doubts;
	n->of[kind].doubts = d;
}

/* An element that is not what it should be: every value that it holds may be
 * the key that others refer to. */
static void
doubt_all_values(struct names *n, enum kind kind, const xmlNode *element)
{
	for (const xmlAttr *a = element->properties; a != NULL; a = a->next)
		if (a->children != NULL)
			doubt(n, kind, (const char *)a->children->content,
			    true);
}

/* The title as an id: "Too many hops" is "too-many-hops". */
static const char *
title_as_id(struct arena *arena, const xmlNode *entry)
{
	const xmlNode *title = catalog_child(entry, "title");
	const xmlNode *text = title == NULL ? NULL : catalog_child(title, "text");
	char *id;

	if (text == NULL || text->children == NULL ||
	    text->children->type != XML_TEXT_NODE)
		return NULL;
	id = arena_strdup(arena, (const char *)text->children->content);
	for (char *p = id; *p != '\0'; p++)
		*p = *p == ' ' ? '-' : *p >= 'A' && *p <= 'Z'
		    ? (char)(*p - 'A' + 'a') : *p;
	return id;
}

/* An entry whose key is lost had some key once: of codes, one that its place in
 * the order tells; of ids, one like its title, or else the first that is missing
 * and like no other. */
static void
doubt_lost_key(struct names *n, enum kind kind, const xmlNode *element)
{
	const struct kind_rule *k = &kinds[kind];
	const char *title = title_as_id(n->arena, element);

	doubt(n, kind, title == NULL ? "" : title, false);
	if (k->ordered && strcmp(k->order_by, k->key) == 0)
		n->of[kind].doubts->next_to = element;
	else
		n->of[kind].doubts->any = true;
}

static bool
is_good_key(const struct kind_rule *k, const char *value)
{
	const struct value_type *type = grammar_attribute(
	    grammar_element(k->element), k->key)->type;

	return strlen(value) <= type->max_length &&
	    pattern_matches(type->pattern, value);
}

static void
collect_entry(struct names *n, enum kind kind, xmlNode *element)
{
	const struct kind_rule *k = &kinds[kind];
	const char *key = catalog_attribute(element, k->key);
	struct entries *e = &n->of[kind];

	e->items[e->count++] = element;
	if (key != NULL && is_good_key(k, key) &&
	    xmlHashAddEntry2(n->table, (const xmlChar *)key,
	    (const xmlChar *)k->element, element) == 0)
		return;
	if (key == NULL)
		doubt_all_values(n, kind, element);
	else
		doubt(n, kind, key, false);
	if (key == NULL || is_good_key(k, key))
		doubt_lost_key(n, kind, element);
}

static int
compare_in_files(const void *a, const void *b)
{
	return catalog_compare_places(*(xmlNode *const *)a,
	    *(xmlNode *const *)b);
}

/* The elements of a container, file by file, each in the order of its file: of
 * two entries with one key that of the later overlay is the second. */
static xmlNode **
elements_of(struct arena *arena, const xmlNode *container, size_t *count)
{
	size_t room = 0;
	bool mixed = false;
	xmlNode **list;

	*count = 0;
	for (xmlNode *x = container->children; x != NULL; x = x->next)
		room++;
	list = arena_alloc(arena, room, sizeof(xmlNode *));
	for (xmlNode *x = container->children; x != NULL; x = x->next) {
		if (x->type != XML_ELEMENT_NODE)
			continue;
		mixed = mixed || catalog_file(x) > 0;
		list[(*count)++] = x;
	}
	if (mixed)
		qsort(list, *count, sizeof(xmlNode *), compare_in_files);
	return list;
}

static void
collect_kind(struct names *n, enum kind kind, const struct catalog *c)
{
	const struct kind_rule *k = &kinds[kind];
	const xmlNode *root = xmlDocGetRootElement(c->doc);
	const xmlNode *container = catalog_child(root, k->container);
	size_t count;
	xmlNode **list;

	n->of[kind].all_in_doubt = c->names_in_doubt ||
	    (container == NULL && grammar_is_faulty(root));
	if (container == NULL)
		return;
	list = elements_of(n->arena, container, &count);
	n->of[kind].items = arena_alloc(n->arena, count, sizeof(xmlNode *));
	for (size_t i = 0; i < count; i++) {
		if (catalog_is(list[i], k->element))
			collect_entry(n, kind, list[i]);
		else if (grammar_is_faulty(list[i]))
			doubt_all_values(n, kind, list[i]);
	}
}

struct names *
names_collect(struct arena *arena, const struct catalog *c)
{
	struct names *n = arena_alloc(arena, 1, sizeof *n);

	n->arena = arena;
	n->table = xmlHashCreate(1024);
	if (n->table == NULL)
		memory_die();
	for (int kind = 0; kind < KIND_COUNT; kind++)
		collect_kind(n, (enum kind)kind, c);
	return n;
}

void
names_free(struct names *n)
{
	if (n != NULL)
		xmlHashFree(n->table, NULL);
}

xmlNode *
names_find(const struct names *n, enum kind kind, const char *key)
{
	return xmlHashLookup2(n->table, (const xmlChar *)key,
	    (const xmlChar *)kinds[kind].element);
}

static int
compare_keys(const char *a, const char *b)
{
	unsigned long x = names_order(a), y = names_order(b);

	return x < y ? -1 : x > y;
}

/* Whether the key lies between those of the entry's neighbours. */
static bool
fits(const xmlNode *entry, enum kind kind, const char *key)
{
	const struct kind_rule *k = &kinds[kind];
	const xmlNode *before = entry->prev;
	const xmlNode *after = catalog_next(entry, k->element);
	const char *low, *high;

	while (before != NULL && !catalog_is(before, k->element))
		before = before->prev;
	low = before == NULL ? NULL : catalog_attribute(before, k->key);
	high = after == NULL ? NULL : catalog_attribute(after, k->key);
	return (low == NULL || compare_keys(low, key) < 0) &&
	    (high == NULL || compare_keys(key, high) < 0);
}

/* X.1.10 comes after X.1.9. */
unsigned long
names_order(const char *value)
{
	unsigned long key = 0;
	const char *p = value[0] == 'X' ? value + 2 : value;

	for (; *p != '\0'; p += *p == '.') {
		char *end;

		key = key * 1000 + strtoul(p, &end, 10);
		if (end == p)
			break;
		p = end;
	}
	return key;
}

/* Whether one of the entries given twice was this key. */
static bool
claim(struct entries *e, const char *key)
{
	for (struct doubt *d = e->doubts; d != NULL; d = d->next) {
		if (!d->any)
			continue;
		if (d->claimed == NULL)
			d->claimed = key;
		if (strcmp(d->claimed, key) == 0)
			return true;
	}
	return false;
}

bool
names_in_doubt(struct names *n, enum kind kind, const char *key)
{
	size_t near = strlen(key) < 6 ? 1 : 2;
	const char *known;

	if (n->of[kind].all_in_doubt)
		return true;
	for (const struct doubt *d = n->of[kind].doubts; d != NULL; d = d->next)
		if ((d->exact ? strcmp(d->value, key) == 0
		    : nearest_distance(d->value, key) <= near) ||
		    (d->next_to != NULL && fits(d->next_to, kind, key)))
			return true;
	known = names_nearest(n, kind, key);
	return (known == NULL || nearest_distance(known, key) > 2) &&
	    claim(&n->of[kind], key);
}

const char *
names_nearest(const struct names *n, enum kind kind, const char *key)
{
	struct nearest near = { .asked = key };

	for (size_t i = 0; i < n->of[kind].count; i++) {
		const char *known = catalog_attribute(n->of[kind].items[i],
		    kinds[kind].key);

		if (known != NULL)
			nearest_offer(&near, known);
	}
	return near.word;
}

size_t
names_count(const struct names *n, enum kind kind)
{
	return n->of[kind].count;
}

xmlNode *
names_entry(const struct names *n, enum kind kind, size_t i)
{
	return n->of[kind].items[i];
}
