/* SPDX-License-Identifier: MIT */
/* messages.c - explain for whole messages: rows for programs, for people a
 * page a recipient, or a table of many messages */
#include "cli.h"

#include <stdlib.h>
#include <unistd.h>

#include "answer.h"
#include "bounce.h"
#include "mailbox.h"
#include "message.h"
#include "output.h"
#include "pipeline.h"
#include "progress.h"
#include "table.h"

/* One message on its way. */
struct slot {
	struct text message, out;
	const char *name;
	size_t number;
	struct tally tally;
};

struct run {
	const struct options *o;
	struct answers *answers;
	struct mailbox *mailbox;
	struct slot ahead;      /* the second message, read to see if it is */
	bool has_ahead;
	struct slot *first;     /* what the first fill is to give; NULL */
	struct pipeline pipeline;
	struct progress progress;
	struct tally tally;
	size_t messages;
	bool failed;
};

/* ---- rows ---- */

static void
add_tsv(const struct run *r, struct slot *s, const struct bounce *b,
    const struct bounce_row *row)
{
	answer_tsv(r->answers, &s->out, &row->verdict);
	answer_tsv_column(&s->out, slice_text(&row->recipient));
	answer_tsv_column(&s->out, slice_of(s->name));
	answer_tsv_column(&s->out, slice_text(&b->id));
	text_byte(&s->out, '\n');
}

static void
add_json(const struct run *r, struct slot *s, const struct bounce *b,
    const struct bounce_row *row)
{
	answer_json(r->answers, &s->out, &row->verdict);
	answer_json_field(&s->out, "recipient", slice_text(&row->recipient));
	answer_json_field(&s->out, "message", slice_of(s->name));
	text_printf(&s->out, ",\"number\":%zu", s->number);
	answer_json_field(&s->out, "message_id", slice_text(&b->id));
	answer_json_field(&s->out, "host", slice_text(&row->host));
	answer_json_field(&s->out, "text", slice_text(&row->words));
	text_string(&s->out, "}\n");
}

static void
work(void *all, void *slot)
{
	const struct run *r = all;
	struct slot *s = slot;
	struct message m;
	struct bounce b;

	message_read(&m, slice_text(&s->message));
	bounce_read(&b, &m);
	tally_clear(&s->tally);
	for (size_t i = 0; i < b.count; i++) {
		const struct bounce_row *row = &b.rows[i];

		tally_add(&s->tally, row->verdict.reason, 1);
		if (r->o->format == FORMAT_TSV)
			add_tsv(r, s, &b, row);
		else if (r->o->format == FORMAT_JSON)
			add_json(r, s, &b, row);
		else
			table_row(&s->out, &row->verdict,
			    slice_text(&row->recipient), s->name, s->number);
	}
	bounce_free(&b);
	message_free(&m);
}

/* ---- for people ---- */

static void
show_recipient(struct slice recipient)
{
	struct text plain = { 0 };

	text_plain(&plain, recipient);
	layout_dim(text_end(&plain));
	text_free(&plain);
}

/* One message: all about each recipient. */
static int
show_one(const struct slot *s, const struct options *o)
{
	struct message m;
	struct bounce b;
	int status = EXIT_FOUND;

	message_read(&m, slice_text(&s->message));
	bounce_read(&b, &m);
	for (size_t i = 0; i < b.count; i++) {
		struct bounce_row *row = &b.rows[i];

		if (i > 0)
			putchar('\n');
		if (row->recipient.size > 0)
			show_recipient(slice_text(&row->recipient));
		answer_page(&row->verdict, o);
		if (row->verdict.reason == MAILERR_REASON_UNKNOWN)
			status = EXIT_NOT_FOUND;
		if (row->words.size > 0)
			table_quote(slice_text(&row->words), o);
	}
	bounce_free(&b);
	message_free(&m);
	return status;
}

/* ---- many ---- */

static void
swap_messages(struct slot *a, struct slot *b)
{
	struct text message = a->message;

	a->message = b->message;
	b->message = message;
	a->name = b->name;
	a->number = b->number;
}

static bool
next(struct run *r, struct slot *s)
{
	return mailbox_next(r->mailbox, &s->message, &s->name, &s->number);
}

static bool
fill(void *all, void *slot)
{
	struct run *r = all;

	if (r->first != NULL) {
		swap_messages(slot, r->first);
		r->first = NULL;
		return true;
	}
	if (r->has_ahead) {
		swap_messages(slot, &r->ahead);
		r->has_ahead = false;
		return true;
	}
	return next(r, slot);
}

static bool
drain(void *all, void *slot)
{
	struct run *r = all;
	struct slot *s = slot;

	r->messages++;
	tally_join(&r->tally, &s->tally);
	progress_show(&r->progress, mailbox_bytes(r->mailbox), r->messages);
	if (!output_write(&s->out))
		r->failed = true;
	return !r->failed;
}

static void
show_many(struct run *r)
{
	size_t count = r->o->jobs <= 1 ? 1 : (size_t)r->o->jobs * 4;
	struct slot *slots = memory_get(count * sizeof *slots);
	void **round = memory_get(count * sizeof *round);
	struct text out = { 0 };

	for (size_t i = 0; i < count; i++) {
		slots[i] = (struct slot){ .name = "" };
		round[i] = &slots[i];
	}
	r->pipeline = (struct pipeline){ .fill = fill, .work = work,
		.drain = drain, .all = r, .batches = round, .count = count,
		.jobs = r->o->jobs };
	output_begin();
	progress_begin(&r->progress, -1);
	pipeline_run(&r->pipeline);
	progress_end(&r->progress);
	if (r->o->format == FORMAT_TEXT && !r->failed) {
		table_summary(&out, &r->tally, r->messages, r->o);
		r->failed = !output_write(&out);
	}
	for (size_t i = 0; i < count; i++) {
		text_free(&slots[i].message);
		text_free(&slots[i].out);
		tally_free(&slots[i].tally);
	}
	text_free(&out);
	free(slots);
	free(round);
}

int
explain_messages(int count, char **names, const struct options *o)
{
	static char standard_input[] = "-";
	char *only[] = { standard_input };
	struct run r = { .o = o, .answers = answers_new(o),
		.mailbox = mailbox_open(count > 0 ? count : 1,
		    count > 0 ? names : only) };
	struct slot first = { .name = "" };
	int status = EXIT_NOT_FOUND;

	message_begin();
	if (!next(&r, &first)) {
		if (!mailbox_failed(r.mailbox))
			fputs("mailerr: there is no message to explain\n",
			    stderr);
	} else {
		r.has_ahead = next(&r, &r.ahead);
		if (!r.has_ahead && o->format == FORMAT_TEXT) {
			status = show_one(&first, o);
		} else {
			r.first = &first;
			show_many(&r);
			status = tally_of(&r.tally, MAILERR_REASON_UNKNOWN) > 0
			    ? EXIT_NOT_FOUND : EXIT_FOUND;
		}
	}
	if (r.failed || mailbox_failed(r.mailbox))
		status = EXIT_IO;
	text_free(&first.message);
	text_free(&r.ahead.message);
	tally_free(&r.tally);
	mailbox_close(r.mailbox);
	answers_free(r.answers);
	return status;
}
