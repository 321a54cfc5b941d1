/* SPDX-License-Identifier: MIT */
/* marks.h - a plain translation is given the marks of the English text back */
#ifndef GEN_MARKS_H
#define GEN_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "arena.h"
#include "buffer.h"

/* A code or link of the English text, and what it says in the translation. */
struct mark {
	const xmlNode *element;
	const char *content;
};

struct marks {
	const struct mark *items; /* in the order in which they are put */
	size_t count;
};

/* Adds the translation as the content of a text element: escaped, and each mark
 * around its content.  NULL, or which mark has no place, or too many; *times is
 * then how often its content stands there by itself.  The longest contents are
 * placed first; of equal ones each takes the next place. */
const struct mark *marks_put_back(struct arena *arena, const struct marks *marks,
    const char *plain, struct buffer *to, size_t *times);

/* Whether the word stands at p by itself, in the text that begins at start: "A"
 * does not in "Ask". */
bool marks_stands_alone(const char *start, const char *p, const char *word);

#endif
