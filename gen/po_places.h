/* SPDX-License-Identifier: MIT */
/* po_places.h - where the messages of a PO file stand in its bytes */
#ifndef GEN_PO_PLACES_H
#define GEN_PO_PLACES_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "source.h"

/* libgettextpo tells what a PO file says, not where it stands.  This looks for
 * the words and strings of messages and judges nothing: in a file with faults
 * it finds what it finds. */
struct po_places;

/* Where a message begins: its words, and the string behind msgstr. */
struct po_spot {
	struct place msgid, msgstr; /* a NULL source: it has no msgstr */
	size_t string;
};

/* The source must live as long; spots live in the arena.  The rest is released
 * by po_places_free(). */
struct po_places *po_places_find(struct arena *arena,
    const struct source *source);
void po_places_free(struct po_places *p);

/* The first message of that name that is not obsolete, or NULL.  context: NULL
 * where it has none. */
const struct po_spot *po_places_get(const struct po_places *p,
    const char *msgid, const char *context);

/* The quotes that the first string without closing ones opens; a NULL source:
 * all are closed. */
struct place po_places_unclosed(const struct po_places *p);

/* What the string at an offset says.  *length: of all of it, which is more than
 * strlen() where it holds a NUL. */
const char *po_places_string(struct arena *arena, const struct source *source,
    size_t string, size_t *length);

/* Where the n-th byte of what the string says stands. */
struct place po_places_byte(const struct source *source, size_t string,
    size_t n);

#endif
