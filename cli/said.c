/* SPDX-License-Identifier: MIT */
#include "said.h"

#include <stdint.h>
#include <stdlib.h>

#include "address.h"
#include "weigh.h"

#define NOBODY SIZE_MAX

void
said_read(struct said *s, struct slice words, const mailerr_context *known)
{
	*s = (struct said){ .weights = NULL };
	prose_read(&s->prose, words);
	s->weights = memory_get(s->prose.count * sizeof *s->weights);
	for (size_t i = 0; i < s->prose.count; i++) {
		mailerr_verdict v;

		s->weights[i] = weigh(known,
		    slice_text(&s->prose.statements[i].text), &v);
		/* half a sentence may say what the whole one does not */
		if (s->prose.statements[i].fragment && s->weights[i] > 3)
			s->weights[i] -= 2;
	}
}

/* ---- who is meant ---- */

static void
find_owners(struct said *s, const struct report *recipients)
{
	const struct prose *p = &s->prose;

	s->owners = memory_get(p->line_count * sizeof *s->owners);
	for (size_t n = 0; n < p->line_count; n++) {
		size_t place = recipients->count;

		if (p->lines[n].address.size > 0)
			place = report_find(recipients, p->lines[n].address);
		s->owners[n] = place < recipients->count ? place : NOBODY;
	}
}

void
said_index(struct said *s, const struct report *recipients)
{
	size_t count = 0, room = 0;

	find_owners(s, recipients);
	s->named_at = memory_get((s->prose.count + 1) * sizeof *s->named_at);
	for (size_t i = 0; i < s->prose.count; i++) {
		struct slice found;
		struct slice words = slice_text(&s->prose.statements[i].text);
		size_t at = 0;

		s->named_at[i] = count;
		while (address_next(words, &at, &found)) {
			size_t place = report_find(recipients, found);

			if (place == recipients->count)
				continue;
			if (count == room) {
				room = room == 0 ? 64 : room * 2;
				s->named = memory_resize(s->named,
				    room * sizeof *s->named);
			}
			s->named[count++] = place;
		}
	}
	s->named_at[s->prose.count] = count;
}

static bool
names(const struct said *s, size_t statement, size_t recipient)
{
	for (size_t n = s->named_at[statement]; n < s->named_at[statement + 1];
	     n++)
		if (s->named[n] == recipient)
			return true;
	return false;
}

static bool
is_line_of_another(const struct said *s, size_t line, size_t recipient)
{
	return s->owners[line] != NOBODY && s->owners[line] != recipient;
}

/* Whether the statement is another recipient's: it stands in the paragraph
 * below that one's address, or names it and not this one. */
static bool
speaks_of_another(const struct said *s, size_t statement, size_t recipient)
{
	const struct statement *it = &s->prose.statements[statement];
	size_t n;

	for (n = it->first; n <= it->last; n++)
		if (is_line_of_another(s, n, recipient))
			return true;
	for (n = it->first + 1; n-- > 0 && s->prose.lines[n].text.size > 0;) {
		if (is_line_of_another(s, n, recipient))
			return true;
		if (s->prose.lines[n].address.size > 0)
			break;
	}
	return s->named_at[statement] < s->named_at[statement + 1] &&
	    !names(s, statement, recipient);
}

/* ---- the best of it ---- */

enum tier { ITS_LINES, NAMING_IT, OF_NOBODY_ELSE, ANY, TIERS };

/* The lines of the recipient, from its address line to the next one of
 * another.  Empty where there is none. */
struct block {
	size_t first, end;
};

static struct block
block_of(const struct said *s, size_t recipient)
{
	size_t first = 0, end, count = s->prose.line_count;

	while (first < count && s->owners[first] != recipient)
		first++;
	for (end = first; end < count; end++)
		if (is_line_of_another(s, end, recipient))
			break;
	return (struct block){ first, end };
}

static bool
is_in_tier(const struct said *s, size_t statement, size_t recipient,
    enum tier tier, struct block block)
{
	const struct statement *it = &s->prose.statements[statement];

	if (tier == ITS_LINES && (it->first < block.first ||
	    it->last >= block.end))
		return false;
	if (tier == NAMING_IT && !names(s, statement, recipient))
		return false;
	return tier == ANY || !speaks_of_another(s, statement, recipient);
}

const struct statement *
said_of(const struct said *s, size_t recipient, int weight)
{
	const struct statement *best = NULL;
	struct block block = block_of(s, recipient);

	for (int tier = 0; tier < TIERS && weight < WEIGHT_ENOUGH; tier++) {
		if (tier == ANY && weight > 0)
			break;
		for (size_t i = 0; i < s->prose.count; i++) {
			if (s->weights[i] <= weight || !is_in_tier(s, i,
			    recipient, (enum tier)tier, block))
				continue;
			weight = s->weights[i];
			best = &s->prose.statements[i];
		}
	}
	return best;
}

void
said_free(struct said *s)
{
	prose_free(&s->prose);
	free(s->weights);
	free(s->owners);
	free(s->named);
	free(s->named_at);
}
