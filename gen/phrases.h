/* SPDX-License-Identifier: MIT */
/* phrases.h - the index stage: the matcher's tables, built from a catalog, and
 * the matcher itself, which is the very code that ships in out/c */
#ifndef GEN_PHRASES_H
#define GEN_PHRASES_H

#include <stddef.h>

#include "arena.h"
#include "catalog.h"

struct phrases;

/* Builds the tables.  Elements in which the grammar found a fault must be
 * left out: skip(element, user) says so; NULL skips none.  Everything lives
 * in the arena. */
struct phrases *phrases_build(struct arena *arena, const struct catalog *c,
    int (*skip)(const xmlNode *element, void *user), void *user);

/* The number of the notice that explains the line, 0 where none does. */
unsigned phrases_explain(const struct phrases *p, const char *line,
    size_t length);

/* The match of the phrase of that notice that says most of the line, or NULL. */
const xmlNode *phrases_winner(const struct phrases *p, unsigned notice,
    const char *line, size_t length);

/* As C source, for gen:phrase-tables(): the tables of the matcher, indexes by
 * code and number, and the texts of each language between "Texts in ja" and
 * "End of texts". */
const char *phrases_as_c(struct arena *arena, const struct phrases *p);

#endif
