/* SPDX-License-Identifier: MIT */
/* merge.h - translations of PO files go back into the catalog's bytes */
#ifndef GEN_MERGE_H
#define GEN_MERGE_H

#include <stddef.h>
#include <stdio.h>

#include "arena.h"
#include "catalog.h"
#include "diag.h"
#include "po.h"

struct merge;

/* For a sound catalog without overlays, which must live as long.  All is in the
 * arena but a table that merge_free() releases. */
struct merge *merge_start(struct arena *arena, const struct catalog *c,
    struct diags *d);
void merge_free(struct merge *m); /* NULL is fine */

/* Takes the translations of a file, which must live as long.  What cannot be
 * used is told: a language that the catalog has not, a text that it has not (a
 * warning), characters that no text may hold. */
void merge_take(struct merge *m, const struct po_file *po);

/* The catalog's bytes with all that was taken.  Only the lines of texts that
 * change differ, and those of texts that are new in a language are added.  The
 * result has been held against the grammar and all rules; what they find is told
 * at the translation.  NULL after telling. */
const char *merge_result(struct merge *m, size_t *size);

/* A line a file: what came of its messages. */
void merge_print(const struct merge *m, FILE *out);

#endif
