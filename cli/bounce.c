/* SPDX-License-Identifier: MIT */
#include "bounce.h"

#include <stdlib.h>

#include "address.h"
#include "evidence.h"
#include "fields.h"
#include "prose.h"
#include "report.h"
#include "said.h"
#include "weigh.h"

/* Words for people name no more recipients. */
#define TOLD_MAX 1000

/* More senders than a mail has. */
#define SENDERS_MAX 100

/* An error mail that was sent on so often is looked at. */
#define FORWARDS_MAX 3

/* What is known of the message while its recipients are explained. */
struct reading {
	const struct message *m;
	struct prose_parts parts;
	struct said said;       /* what the words say of whom */
	const char *action;     /* as the words have it; NULL */
	const char *emitter;
	struct report recipients, senders;
	bool reported;          /* the recipients are a report's */
};

/* ---- verdicts ---- */

static mailerr_context
context_of(const struct reading *r, struct report_recipient *of)
{
	mailerr_context c = { .size = sizeof c, .emitter = r->emitter,
		.action = r->action };

	if (of != NULL && of->action.size > 0)
		c.action = text_end(&of->action);
	if (of != NULL && of->status.size > 0)
		c.status = text_end(&of->status);
	if (of != NULL && of->host.size > 0)
		c.host = text_end(&of->host);
	return c;
}

static struct bounce_row *
add_row(struct bounce *b, struct slice recipient)
{
	struct bounce_row *row;

	if (b->count == b->room) {
		b->room = b->room == 0 ? 4 : b->room * 2;
		b->rows = memory_resize(b->rows, b->room * sizeof *b->rows);
	}
	row = &b->rows[b->count++];
	*row = (struct bounce_row){ .host = { 0 } };
	text_slice(&row->recipient, recipient);
	return row;
}

/* The row's verdict; the words are kept, since its arguments point there. */
static void
settle(struct bounce_row *row, const mailerr_context *c, struct slice words)
{
	if (words.size > STATEMENT_BYTES)
		words.size = STATEMENT_BYTES;
	text_clear(&row->words);
	text_slice(&row->words, words);
	weigh(c, slice_text(&row->words), &row->verdict);
}

/* A verdict that no text gave. */
static void
settle_as(struct bounce_row *row, enum mailerr_reason_id id)
{
	const mailerr_reason *reason = mailerr_reason_find(id);

	row->verdict = (mailerr_verdict){ .reason = id,
		.cls = MAILERR_CLASS_INFO,
		.bounce = (enum mailerr_bounce)reason->bounce,
		.retry = (enum mailerr_retry)reason->retry,
		.suppress = (enum mailerr_suppress)reason->suppress,
		.about = (enum mailerr_about)reason->about,
		.certainty = MAILERR_CERTAINTY_SURE, .entry = &reason->entry };
}

/* ---- recipients ---- */

/* The returned message's To, wherever that stands. */
static struct slice
original_to(const struct reading *r)
{
	struct slice to = fields_find(slice_text(&r->m->original), "to");

	return to.size > 0 ? to : fields_find(r->parts.original, "to");
}

/* The status for the exit status of a delivery program, "X-Unix; 67", where the
 * report's own is missing or says nothing. */
static void
complete_status(struct report_recipient *of)
{
	struct slice code = slice_text(&of->diagnostic);
	struct slice status = slice_text(&of->status);
	const mailerr_keyword *k = NULL;
	int value;

	if (!slice_begins(code, "x-unix;") || (status.size > 0 &&
	    (status.size < 5 || memcmp(status.s + 1, ".0.0", 4) != 0)))
		return;
	value = atoi(text_end(&of->diagnostic) + strlen("x-unix;"));
	while ((k = mailerr_keyword_next(k)) != NULL)
		if (k->value == value && k->status_class != 0 &&
		    slice_begins(slice_of(mailerr_id(&k->entry)), "ex_"))
			break;
	if (k == NULL)
		return;
	text_clear(&of->status);
	text_printf(&of->status, "%d.%d.%d", k->status_class,
	    k->status / 1000, k->status % 1000);
}

/* A row from what a report has, and where that is little, from the words. */
static void
explain_reported(const struct reading *r, size_t place, struct bounce *b)
{
	struct report_recipient *of = &r->recipients.recipients[place];
	struct bounce_row *row = add_row(b, of->address.size > 0
	    ? slice_text(&of->address) : address_of_field(original_to(r)));
	mailerr_context c;
	const struct statement *s;
	mailerr_verdict v;
	int weight;

	complete_status(of);
	c = context_of(r, of);
	text_slice(&row->host, slice_text(&of->host));
	settle(row, &c, slice_text(&of->diagnostic));
	weight = weight_of(&row->verdict);
	if (weight >= WEIGHT_ENOUGH)
		return;
	s = said_of(&r->said, place, weight);
	if (s != NULL && weigh(&c, slice_text(&s->text), &v) > weight)
		settle(row, &c, slice_text(&s->text));
}

static void
explain_told(const struct reading *r, size_t place, struct bounce *b)
{
	struct bounce_row *row = add_row(b, place < r->recipients.count
	    ? slice_text(&r->recipients.recipients[place].address)
	    : (struct slice){ "", 0 });
	const struct statement *s = said_of(&r->said, place, 0);
	struct slice subject = message_header(r->m, "subject");
	struct slice words = s == NULL ? (struct slice){ "", 0 }
	    : slice_text(&s->text);
	mailerr_context c = context_of(r, NULL);
	mailerr_verdict v;
	int weight = weigh(&c, words, &v);

	/* a subject may tell more than a refusal that gives no reason */
	if (weight <= 1 && weigh(&c, subject, &v) > weight)
		words = subject;
	settle(row, &c, words);
}

static void
add_recipient(struct reading *r, struct slice address)
{
	if (address.size > 0 && r->recipients.count < TOLD_MAX &&
	    report_find(&r->recipients, address) == r->recipients.count)
		text_slice(&report_add(&r->recipients)->address, address);
}

/* Every address of a field. */
static void
add_recipients(struct reading *r, struct slice value)
{
	struct slice address;
	size_t at = 0;

	while (address_next(value, &at, &address))
		add_recipient(r, address);
}

/* Who sent the returned message, and the error mail: no recipients. */
static void
find_senders(struct reading *r)
{
	static const char *const names[] = { "to", "from", "reply-to" };
	struct slice from = fields_find(slice_text(&r->m->original), "from");
	struct slice found;

	for (size_t i = 0; i < 3; i++) {
		struct slice value = message_header(r->m, names[i]);
		size_t at = 0;

		while (address_next(value, &at, &found) &&
		    r->senders.count < SENDERS_MAX)
			text_slice(&report_add(&r->senders)->address, found);
	}
	if (from.size > 0)
		text_slice(&report_add(&r->senders)->address,
		    address_of_field(from));
}

static bool
is_sender(const struct reading *r, struct slice address)
{
	return report_find(&r->senders, address) < r->senders.count;
}

/* The addresses of lines that hold little else; then those of replies; then
 * any. */
static void
find_recipients(struct reading *r)
{
	const struct prose *p = &r->said.prose;
	struct slice address, to = original_to(r);

	find_senders(r);
	add_recipients(r, message_header(r->m, "x-failed-recipients"));
	for (size_t i = 0; i < p->line_count && p->count > 0; i++) {
		address = p->lines[i].address;
		if (address.size > 0 && !address_is_role(address) &&
		    !is_sender(r, address))
			add_recipient(r, address);
	}
	for (size_t i = 0; r->recipients.count == 0 && i < p->line_count; i++) {
		size_t at = 0;

		if (slice_has(p->lines[i].text, "from:"))
			continue;
		while (address_next(p->lines[i].text, &at, &address))
			if (!is_sender(r, address) && !address_is_role(address))
				add_recipient(r, address);
	}
	if (r->recipients.count == 0)
		add_recipients(r, to);
}

/* ---- messages ---- */

static void
read_id(struct bounce *b, const struct message *m)
{
	struct slice id = message_header(m, "message-id");

	if (id.size > 2 && *id.s == '<' && id.s[id.size - 1] == '>')
		id = (struct slice){ id.s + 1, id.size - 2 };
	text_slice(&b->id, id);
}

static void
explain_rows(struct reading *r, struct bounce *b)
{
	for (size_t i = 0; i < r->recipients.count; i++)
		if (r->reported)
			explain_reported(r, i, b);
		else
			explain_told(r, i, b);
	if (b->count == 0)
		explain_told(r, 0, b);
	/* an Action is what a report has; these words only sounded like one */
	for (size_t i = 0; !r->reported && i < b->count; i++)
		b->rows[i].verdict.action = MAILERR_DSN_ACTION_NONE;
}

static void
explain_bounce(struct reading *r, struct bounce *b)
{
	mailerr_context c;

	r->action = evidence_delay(r->m, r->parts.words) ? "delayed"
	    : "failed";
	r->emitter = evidence_emitter(r->m, r->parts.words);
	c = context_of(r, NULL);
	said_read(&r->said, r->parts.words, &c);
	if (!r->reported)
		find_recipients(r);
	said_index(&r->said, &r->recipients);
	explain_rows(r, b);
	said_free(&r->said);
}

/* Complaints without a report of their own: a form that lacks it, and what
 * Outlook.com sends. */
static bool
is_complaint(const struct message *m)
{
	return slice_is(slice_text(&m->type), "feedback-report") ||
	    (m->original.size > 0 && slice_begins(message_header(m,
	    "subject"), "complaint about message from"));
}

/* RFC 5965, 7.3: only abuse is a complaint of the recipient. */
static enum mailerr_reason_id
reason_of_feedback(struct slice type)
{
	static const struct {
		const char *type;
		enum mailerr_reason_id reason;
	} known[] = {
		{ "auth-failure", MAILERR_REASON_SENDER_UNAUTHENTICATED },
		{ "dmarc", MAILERR_REASON_SENDER_UNAUTHENTICATED },
		{ "not-spam", MAILERR_REASON_RECEIPT },
		{ "virus", MAILERR_REASON_VIRUS },
		{ "fraud", MAILERR_REASON_SPAM },
		{ "other", MAILERR_REASON_OTHER },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (slice_begins(type, known[i].type))
			return known[i].reason;
	return MAILERR_REASON_COMPLAINT;
}

/* The To of the returned message where it names one address, and no Cc is
 * there; else nothing: many reports hide who complained. */
static struct slice
only_recipient(const struct message *m)
{
	struct slice to = fields_find(slice_text(&m->original), "to");
	size_t at = 0;

	for (size_t i = 0; i < to.size; i++)
		at += to.s[i] == '@';
	return at == 1 && fields_find(slice_text(&m->original), "cc").size == 0
	    ? to : (struct slice){ "", 0 };
}

/* ARF: of a complaint, and of other feedback. */
static void
explain_feedback(const struct message *m, struct bounce *b)
{
	static const char *const names[] = { "original-rcpt-to",
		"removal-recipient", "x-hmxmroriginalrecipient" };
	struct slice fields = slice_text(&m->feedback), who = { "", 0 };
	struct slice type = fields_find(fields, "feedback-type");
	struct bounce_row *row;
	bool inferred;

	if (fields.size == 0)
		fields = slice_text(&m->words);
	if (type.size == 0)
		type = fields_find(fields, "feedback-type");
	for (size_t i = 0; i < 3 && who.size == 0; i++)
		who = fields_find(fields, names[i]);
	for (size_t i = 0; i < 3 && who.size == 0; i++)
		who = fields_find(slice_text(&m->original), names[i]);
	inferred = who.size == 0;
	if (inferred)
		who = only_recipient(m);
	row = add_row(b, who.size == 0 ? who : address_of_field(who));
	settle_as(row, reason_of_feedback(type));
	if (inferred && row->verdict.reason == MAILERR_REASON_COMPLAINT) {
		/* who complains is not said: no address is taken for it */
		row->verdict.certainty = MAILERR_CERTAINTY_GUESS;
		row->verdict.suppress = who.size == 0 ? MAILERR_SUPPRESS_NO :
		    MAILERR_SUPPRESS_REPEAT;
	}
	text_string(&row->words, "Feedback-Type: ");
	text_slice(&row->words, type);
}

static void
explain_receipt(const struct message *m, struct bounce *b)
{
	struct slice fields = slice_text(&m->disposition);
	struct slice who = fields_find(fields, "final-recipient");
	struct bounce_row *row;

	if (who.size == 0)
		who = fields_find(fields, "original-recipient");
	row = add_row(b, address_of_field(who));
	settle_as(row, MAILERR_REASON_RECEIPT);
	text_string(&row->words, "Disposition: ");
	text_slice(&row->words, fields_find(fields, "disposition"));
}

static void
explain_reply(const struct message *m, struct bounce *b)
{
	struct bounce_row *row = add_row(b, address_of_field(
	    message_header(m, "from")));

	settle_as(row, MAILERR_REASON_AUTO_REPLY);
	text_slice(&row->words, message_header(m, "subject"));
}

/* A report as a part of its own, or among the words. */
static void
read_report(struct reading *r)
{
	report_read(&r->recipients, slice_text(&r->m->report));
	if (r->recipients.count == 0 &&
	    slice_has(r->parts.words, "final-recipient:"))
		report_read(&r->recipients, r->parts.words);
	r->reported = r->recipients.count > 0;
}

static void explain_message(struct bounce *b, const struct message *m,
    int depth);

/* Somebody sends an error mail on: it lies in a message that is none. */
static bool
explain_forwarded(struct bounce *b, const struct message *m, int depth)
{
	struct message inner;

	if (m->inner.size == 0 || depth >= FORWARDS_MAX)
		return false;
	message_read(&inner, slice_text(&m->inner));
	explain_message(b, &inner, depth + 1);
	message_free(&inner);
	return true;
}

static void
explain_message(struct bounce *b, const struct message *m, int depth)
{
	struct reading r = { .m = m,
		.parts = prose_part(slice_text(&m->words)) };
	bool returned = m->original.size + r.parts.original.size > 0;
	bool receipt = m->disposition.size > 0;

	read_report(&r);
	if (m->feedback.size > 0 || is_complaint(m))
		explain_feedback(m, b);
	else if (r.reported || (!receipt && (m->report.size > 0 ||
	    evidence_bounce(m, r.parts.words, returned))))
		explain_bounce(&r, b);
	else if (receipt)
		explain_receipt(m, b);
	else if (evidence_auto_reply(m))
		explain_reply(m, b);
	else if (!explain_forwarded(b, m, depth))
		mailerr_explain("", 0, &add_row(b, (struct slice){ "", 0 })
		    ->verdict);
	report_free(&r.recipients);
	report_free(&r.senders);
}

void
bounce_read(struct bounce *b, const struct message *m)
{
	*b = (struct bounce){ .rows = NULL };
	read_id(b, m);
	explain_message(b, m, 0);
}

void
bounce_free(struct bounce *b)
{
	for (size_t i = 0; i < b->count; i++) {
		text_free(&b->rows[i].words);
		text_free(&b->rows[i].recipient);
		text_free(&b->rows[i].host);
	}
	free(b->rows);
	text_free(&b->id);
	*b = (struct bounce){ .rows = NULL };
}
