/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <stdlib.h>

#include "answer.h"

enum { RECIPIENT_COLUMNS = 30, REASON_COLUMNS = 22, CODES_COLUMNS = 12 };

/* ---- counting ---- */

void
tally_add(struct tally *t, enum mailerr_reason_id reason, size_t n)
{
	size_t number = (size_t)reason;

	if (number >= t->size) {
		t->counts = memory_resize(t->counts,
		    (number + 1) * sizeof *t->counts);
		while (t->size <= number)
			t->counts[t->size++] = 0;
	}
	t->counts[number] += n;
}

void
tally_join(struct tally *t, const struct tally *other)
{
	for (size_t i = 0; i < other->size; i++)
		if (other->counts[i] > 0)
			tally_add(t, (enum mailerr_reason_id)i,
			    other->counts[i]);
}

size_t
tally_of(const struct tally *t, enum mailerr_reason_id reason)
{
	return (size_t)reason < t->size ? t->counts[reason] : 0;
}

void
tally_clear(struct tally *t)
{
	for (size_t i = 0; i < t->size; i++)
		t->counts[i] = 0;
}

void
tally_free(struct tally *t)
{
	free(t->counts);
	*t = (struct tally){ .size = 0 };
}

/* ---- lines ---- */

/* Adds s and blanks up to that many columns, and two more. */
static void
add_column(struct text *out, struct slice s, int columns)
{
	struct text plain = { 0 };
	int used;

	text_plain(&plain, s);
	used = layout_columns(text_end(&plain));
	text_slice(out, slice_text(&plain));
	for (; used < columns; used++)
		text_byte(out, ' ');
	text_string(out, "  ");
	text_free(&plain);
}

void
table_row(struct text *out, const mailerr_verdict *v, struct slice recipient,
    const char *name, size_t number)
{
	struct text codes = { 0 };

	answer_codes(&codes, v);
	add_column(out, recipient.size == 0 ? slice_of("-") : recipient,
	    RECIPIENT_COLUMNS);
	add_column(out, slice_of(mailerr_id(&mailerr_reason_find(v->reason)
	    ->entry)), REASON_COLUMNS);
	add_column(out, codes.size == 0 ? slice_of("-") : slice_text(&codes),
	    CODES_COLUMNS);
	text_plain(out, slice_of(name));
	if (number > 1)
		text_printf(out, " (%zu)", number);
	text_byte(out, '\n');
	text_free(&codes);
}

/* ---- the summary ---- */

struct counted {
	size_t count;
	const mailerr_reason *reason;
};

static int
by_count(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return x->reason->entry.number < y->reason->entry.number ? -1 : 1;
}

void
table_summary(struct text *out, const struct tally *t, size_t messages,
    const struct options *o)
{
	struct counted *all = memory_get((t->size + 1) * sizeof *all);
	size_t count = 0, sum = 0;

	for (size_t i = 0; i < t->size; i++)
		if (t->counts[i] > 0) {
			all[count++] = (struct counted){ t->counts[i],
				mailerr_reason_find((enum mailerr_reason_id)i) };
			sum += t->counts[i];
		}
	if (count > 1)
		qsort(all, count, sizeof *all, by_count);
	text_printf(out, "\n%s: %zu%s%s: %zu\n",
	    mailerr_label(MAILERR_LABEL_MESSAGES, o->language), messages,
	    signs_of(o->language)->comma,
	    mailerr_label(MAILERR_LABEL_RECIPIENTS, o->language), sum);
	for (size_t i = 0; i < count; i++) {
		text_printf(out, "%8zu  ", all[i].count);
		add_column(out, slice_of(mailerr_id(&all[i].reason->entry)),
		    REASON_COLUMNS);
		text_string(out, title_of(&all[i].reason->entry, o->language));
		text_byte(out, '\n');
	}
	free(all);
}

/* ---- what was said ---- */

void
table_quote(struct slice words, const struct options *o)
{
	struct text line = { 0 };

	if (words.size > 800)
		words.size = 800;
	text_plain(&line, slice_trim(words));
	layout_heading(mailerr_label(MAILERR_LABEL_AS_IT_APPEARS, o->language));
	layout_wrap("  ", text_end(&line));
	text_free(&line);
}
