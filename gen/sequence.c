/* SPDX-License-Identifier: MIT */
#include "sequence.h"

#include <stdint.h>
#include <string.h>

#define NONE SIZE_MAX

/* The first of the tails that key may not follow. */
static size_t
place_for(const unsigned long *keys, const size_t *tails, size_t length,
    unsigned long key, bool strict)
{
	size_t low = 0, high = length;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		unsigned long tail = keys[tails[middle]];

		if (strict ? tail < key : tail <= key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
is_ordered(const unsigned long *keys, size_t count, bool strict)
{
	for (size_t i = 1; i < count; i++)
		if (strict ? keys[i - 1] >= keys[i] : keys[i - 1] > keys[i])
			return false;
	return true;
}

/* Patience sorting: tails[n] ends the smallest ascending run of n + 1. */
void
sequence_misplaced(struct arena *arena, const unsigned long *keys,
    size_t count, bool strict, bool *misplaced)
{
	size_t *tails, *before, length = 0;

	memset(misplaced, false, count * sizeof *misplaced);
	if (is_ordered(keys, count, strict))
		return;
	memset(misplaced, true, count * sizeof *misplaced);
	tails = arena_alloc(arena, count, sizeof *tails);
	before = arena_alloc(arena, count, sizeof *before);
	for (size_t i = 0; i < count; i++) {
		size_t at = place_for(keys, tails, length, keys[i], strict);

		before[i] = at == 0 ? NONE : tails[at - 1];
		tails[at] = i;
		if (at == length)
			length++;
	}
	for (size_t i = tails[length - 1]; i != NONE; i = before[i])
		misplaced[i] = false;
}
