/* SPDX-License-Identifier: MIT */
/* nearest.h - the known word that was probably meant */
#ifndef GEN_NEAREST_H
#define GEN_NEAREST_H

#include <stddef.h>

/* Insertions, deletions, replacements and swaps of neighbours between two
 * words, in bytes; words over 64 bytes are infinitely far (SIZE_MAX). */
size_t nearest_distance(const char *a, const char *b);

struct nearest {
	const char *asked;
	const char *word;    /* the best so far, or NULL */
	size_t distance;
};

/* Offers a candidate; the first of the nearest within a third of the asked
 * word's length (at least 1, or 2 from five bytes up) is kept. */
void nearest_offer(struct nearest *n, const char *candidate);

#endif
