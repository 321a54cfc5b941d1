/* SPDX-License-Identifier: MIT */
/* texts.h - the messages of a catalog: its English texts, each once */
#ifndef GEN_TEXTS_H
#define GEN_TEXTS_H

#include <stddef.h>

#include "arena.h"
#include "catalog.h"

struct texts;

/* Everything lives in the arena; nothing is copied from the tree but the
 * strings. */
struct texts *texts_new(struct arena *arena, const struct catalog *c);

size_t texts_count(const struct texts *t);
/* In document order, which is the order of the numbers. */
xmlNode *texts_get(const struct texts *t, size_t number);

/* The i-th text with the same string; NULL after the last.  The 0th is that of
 * texts_get(). */
xmlNode *texts_same(const struct texts *t, size_t number, size_t i);

/* The number of a text, or texts_count() where there is none. */
size_t texts_number(const struct texts *t, const char *english);

/* The text in another language; NULL where there is none. */
const char *texts_translation(const struct texts *t, const char *english,
    const char *language);

/* A string value, without a copy where it is one text node. */
const char *texts_value(struct arena *arena, const xmlNode *element);

#endif
