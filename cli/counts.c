/* SPDX-License-Identifier: MIT */
#include "counts.h"

#include <stdint.h>
#include <stdlib.h>

/* Open addressing, at most half full. */
#define SLOTS ((size_t)COUNTS_MAX * 2)

struct slot {
	char *line; /* NULL: free */
	size_t size, count;
	uint64_t hash;
};

struct counts {
	struct slot *slots;
	size_t used, error;
};

struct counts *
counts_new(void)
{
	struct counts *c = memory_get(sizeof *c);

	*c = (struct counts){ .slots = memory_get(SLOTS *
	    sizeof *c->slots) };
	memset(c->slots, 0, SLOTS * sizeof *c->slots);
	return c;
}

static uint64_t
hash_of(struct slice s)
{
	uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */

	for (size_t i = 0; i < s.size; i++)
		hash = (hash ^ (unsigned char)s.s[i]) * 0x100000001b3u;
	return hash ^ hash >> 29;
}

/* The line's slot, or the free one for it. */
static struct slot *
find(struct slot *slots, struct slice line, uint64_t hash)
{
	size_t n = (size_t)hash % SLOTS;

	while (slots[n].line != NULL && (slots[n].hash != hash ||
	    slots[n].size != line.size ||
	    memcmp(slots[n].line, line.s, line.size) != 0))
		n = (n + 1) % SLOTS;
	return &slots[n];
}

static int
by_number(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return x < y ? -1 : x > y;
}

/* The count that half of the lines do not exceed. */
static size_t
median(const struct counts *c)
{
	size_t *all = memory_get(c->used * sizeof *all), n = 0, result;

	for (size_t i = 0; i < SLOTS; i++)
		if (c->slots[i].line != NULL)
			all[n++] = c->slots[i].count;
	qsort(all, n, sizeof *all, by_number);
	result = all[n / 2];
	free(all);
	return result;
}

static void
forget_rare(struct counts *c)
{
	struct slot *old = c->slots;
	size_t limit = median(c);

	c->slots = memory_get(SLOTS * sizeof *c->slots);
	memset(c->slots, 0, SLOTS * sizeof *c->slots);
	c->used = 0;
	for (size_t i = 0; i < SLOTS; i++) {
		if (old[i].line == NULL)
			continue;
		if (old[i].count <= limit) {
			free(old[i].line);
			continue;
		}
		*find(c->slots, (struct slice){ old[i].line, old[i].size },
		    old[i].hash) = old[i];
		c->used++;
	}
	c->error += limit;
	free(old);
}

void
counts_add(struct counts *c, struct slice line)
{
	uint64_t hash = hash_of(line);
	struct slot *slot = find(c->slots, line, hash);

	if (slot->line == NULL) {
		if (c->used == COUNTS_MAX) {
			forget_rare(c);
			slot = find(c->slots, line, hash);
		}
		*slot = (struct slot){ .line = memory_get(line.size),
			.size = line.size, .hash = hash };
		memcpy(slot->line, line.s, line.size);
		c->used++;
	}
	slot->count++;
}

static int
by_count(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;
	size_t size = x->line.size < y->line.size ? x->line.size
	    : y->line.size;
	int order;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	order = memcmp(x->line.s, y->line.s, size);
	return order != 0 ? order : by_number(&x->line.size, &y->line.size);
}

struct counted *
counts_sorted(const struct counts *c, size_t *count)
{
	struct counted *all = memory_get((c->used + 1) * sizeof *all);

	*count = 0;
	for (size_t i = 0; i < SLOTS; i++)
		if (c->slots[i].line != NULL)
			all[(*count)++] = (struct counted){
				c->slots[i].count,
				{ c->slots[i].line, c->slots[i].size } };
	qsort(all, *count, sizeof *all, by_count);
	return all;
}

size_t
counts_error(const struct counts *c)
{
	return c->error;
}

void
counts_free(struct counts *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < SLOTS; i++)
		free(c->slots[i].line);
	free(c->slots);
	free(c);
}
