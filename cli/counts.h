/* SPDX-License-Identifier: MIT */
/* counts.h - how often which line comes, in memory that has an end */
#ifndef CLI_COUNTS_H
#define CLI_COUNTS_H

#include "text.h"

/* So many different lines are kept.  When there are more, the rarest half is
 * forgotten; one that comes again then starts anew. */
#define COUNTS_MAX 65536

struct counts;

struct counted {
	size_t count;
	struct slice line;
};

struct counts *counts_new(void);
void counts_add(struct counts *c, struct slice line);

/* The lines, the most frequent first, equal ones by their bytes.  The caller
 * frees the array; the lines live as long as c. */
struct counted *counts_sorted(const struct counts *c, size_t *count);

/* By how much a count may be too small; 0: nothing was forgotten. */
size_t counts_error(const struct counts *c);
void counts_free(struct counts *c);

#endif
