/* SPDX-License-Identifier: MIT */
#include "nearest.h"

#include <stdint.h>
#include <string.h>

#define WORD_MAX 64

static size_t
min3(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;

	return m < c ? m : c;
}

size_t
nearest_distance(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);
	/* three rows of the table of Damerau and Levenshtein */
	size_t rows[3][WORD_MAX + 1];
	size_t *two_up = rows[0], *up = rows[1], *row = rows[2], *unused;

	if (n > WORD_MAX || m > WORD_MAX)
		return SIZE_MAX;
	for (size_t j = 0; j <= m; j++)
		up[j] = two_up[j] = j;
	for (size_t i = 1; i <= n; i++) {
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			row[j] = min3(up[j] + 1, row[j - 1] + 1,
			    up[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && two_up[j - 2] + 1 < row[j])
				row[j] = two_up[j - 2] + 1;
		}
		unused = two_up;
		two_up = up;
		up = row;
		row = unused;
	}
	return up[m];
}

void
nearest_offer(struct nearest *n, const char *candidate)
{
	size_t length = strlen(n->asked);
	size_t limit = length < 5 ? 1 : length / 3 < 2 ? 2 : length / 3;
	size_t distance = nearest_distance(n->asked, candidate);

	if (distance > limit || (n->word != NULL && distance >= n->distance))
		return;
	n->word = candidate;
	n->distance = distance;
}
