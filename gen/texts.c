/* SPDX-License-Identifier: MIT */
#include "texts.h"

#include <stdint.h>
#include <string.h>

#include "buffer.h"

#define NONE SIZE_MAX

struct text {
	xmlNode *node;      /* the first with this string */
	const char *value;
	struct same *more;  /* the others, in document order */
	struct same **last;
};

struct same {
	xmlNode *node;
	struct same *next;
};

struct texts {
	struct arena *arena;
	struct text *items;
	size_t count, room;
	size_t *table; /* numbers by hash, open addressing; NONE: free */
	size_t mask;
};

static void
add_values(struct buffer *b, const xmlNode *element)
{
	for (const xmlNode *n = element->children; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE)
			add_values(b, n);
		else if (n->content != NULL)
			buffer_text(b, (const char *)n->content);
	}
}

const char *
texts_value(struct arena *arena, const xmlNode *element)
{
	const xmlNode *only = element->children;
	struct buffer b = { 0 };
	const char *copy;

	if (only == NULL)
		return "";
	if (only->next == NULL && only->type == XML_TEXT_NODE)
		return (const char *)only->content;
	add_values(&b, element);
	copy = arena_strndup(arena, b.bytes == NULL ? "" : b.bytes, b.size);
	buffer_free(&b);
	return copy;
}

/* FNV-1a */
static size_t
hash(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h;
}

static size_t
slot_of(const struct texts *t, const char *value)
{
	size_t i = hash(value) & t->mask;

	while (t->table[i] != NONE &&
	    strcmp(t->items[t->table[i]].value, value) != 0)
		i = (i + 1) & t->mask;
	return i;
}

static void
grow(struct texts *t)
{
	size_t room = t->room == 0 ? 256 : t->room * 2;
	struct text *items = arena_alloc(t->arena, room, sizeof *items);

	if (t->count > 0)
		memcpy(items, t->items, t->count * sizeof *items);
	t->items = items;
	t->room = room;
	t->table = arena_alloc(t->arena, room * 2, sizeof *t->table);
	t->mask = room * 2 - 1;
	for (size_t i = 0; i <= t->mask; i++)
		t->table[i] = NONE;
	for (size_t i = 0; i < t->count; i++) {
		/* the array has moved, and with it where lists end */
		if (items[i].more == NULL)
			items[i].last = &items[i].more;
		t->table[slot_of(t, items[i].value)] = i;
	}
}

static void
add_same(struct texts *t, struct text *text, xmlNode *node)
{
	struct same *same = arena_alloc(t->arena, 1, sizeof *same);

	same->node = node;
	*text->last = same;
	text->last = &same->next;
}

static void
add_text(struct texts *t, xmlNode *node)
{
	const char *value = texts_value(t->arena, node);
	size_t slot;

	if (t->count == t->room)
		grow(t);
	slot = slot_of(t, value);
	if (t->table[slot] != NONE) {
		add_same(t, &t->items[t->table[slot]], node);
		return;
	}
	t->items[t->count] = (struct text){ .node = node, .value = value };
	t->items[t->count].last = &t->items[t->count].more;
	t->table[slot] = t->count++;
}

static bool
is_text_in(const xmlNode *node, const char *language)
{
	const char *lang = catalog_is(node, "text")
	    ? catalog_attribute(node, "xml:lang") : NULL;

	return lang != NULL && strcmp(lang, language) == 0;
}

static void
add_texts(struct texts *t, xmlNode *element)
{
	for (xmlNode *n = element->children; n != NULL; n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (is_text_in(n, "en"))
			add_text(t, n);
		else if (!catalog_is(n, "text"))
			add_texts(t, n);
	}
}

struct texts *
texts_new(struct arena *arena, const struct catalog *c)
{
	struct texts *t = arena_alloc(arena, 1, sizeof *t);

	t->arena = arena;
	grow(t);
	add_texts(t, xmlDocGetRootElement(c->doc));
	return t;
}

size_t
texts_count(const struct texts *t)
{
	return t->count;
}

xmlNode *
texts_get(const struct texts *t, size_t number)
{
	return t->items[number].node;
}

xmlNode *
texts_same(const struct texts *t, size_t number, size_t i)
{
	const struct same *s = t->items[number].more;

	if (i == 0)
		return t->items[number].node;
	for (; s != NULL && i > 1; i--)
		s = s->next;
	return s == NULL ? NULL : s->node;
}

size_t
texts_number(const struct texts *t, const char *english)
{
	size_t n = t->table[slot_of(t, english)];

	return n == NONE ? t->count : n;
}

static const xmlNode *
sibling_in(const xmlNode *text, const char *language)
{
	for (const xmlNode *n = text->parent->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE && is_text_in(n, language))
			return n;
	return NULL;
}

const char *
texts_translation(const struct texts *t, const char *english,
    const char *language)
{
	size_t number = texts_number(t, english);
	const xmlNode *found;

	if (number == t->count)
		return NULL;
	found = sibling_in(t->items[number].node, language);
	for (const struct same *s = t->items[number].more;
	     found == NULL && s != NULL; s = s->next)
		found = sibling_in(s->node, language);
	return found == NULL ? NULL : texts_value(t->arena, found);
}
