/* SPDX-License-Identifier: MIT */
/* unknown.c - explain --unknown: which lines nobody knows, and how many */
#include "cli.h"

#include <stdlib.h>

#include "answer.h"
#include "counts.h"
#include "lines.h"
#include "mask.h"
#include "output.h"
#include "qmail.h"

static bool
mask_unknown(const void *of, struct text *out, struct slice line)
{
	struct text plain = { 0 };
	mailerr_verdict v;

	(void)of;
	/* a code alone leaves the words as unknown as before */
	explain_line(line, &plain, &v);
	text_free(&plain);
	if (v.reason != MAILERR_REASON_UNKNOWN &&
	    v.reason != MAILERR_REASON_OTHER)
		return true;
	mask_line(out, line);
	text_byte(out, '\n');
	return slice_trim(line).size == 0; /* an empty line asks nothing */
}

static bool
count(void *counts, struct text *out)
{
	struct slice rest = slice_text(out), line;

	while (slice_line(&rest, &line))
		if (line.size > 0)
			counts_add(counts, line);
	text_clear(out);
	return true;
}

static void
add(struct text *out, const struct counted *c, const struct options *o)
{
	if (o->format == FORMAT_TEXT) {
		text_printf(out, "%8zu  ", c->count);
		text_slice(out, c->line);
	} else if (o->format == FORMAT_TSV) {
		text_printf(out, "%zu", c->count);
		answer_tsv_column(out, c->line);
	} else {
		text_printf(out, "{\"count\":%zu", c->count);
		answer_json_field(out, "line", c->line);
		text_byte(out, '}');
	}
	text_byte(out, '\n');
}

int
explain_unknown(const struct options *o)
{
	struct counts *counts = counts_new();
	struct lines use = { .answer = mask_unknown, .take = count,
		.of = counts };
	struct text out = { 0 };
	struct counted *all;
	size_t size;
	int status;

	output_begin();
	status = lines_run(&use, o->jobs);
	all = counts_sorted(counts, &size);
	for (size_t i = 0; i < size; i++)
		add(&out, &all[i], o);
	if (!output_write(&out))
		status = EXIT_IO;
	if (counts_error(counts) > 0)
		fprintf(stderr, "mailerr: more than %d kinds of lines: rare "
		    "ones are left out, and a count may be too small by %zu\n",
		    COUNTS_MAX, counts_error(counts));
	free(all);
	text_free(&out);
	counts_free(counts);
	return status;
}
