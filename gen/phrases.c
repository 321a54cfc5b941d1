/* SPDX-License-Identifier: MIT */
#include "phrases_private.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

/* The matcher that ships.  It serves the interface of mailerr.h, of which not
 * all is needed here. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include "../templates/c/find.c"
#include "../templates/c/text.c"
#include "../templates/c/words.c"
#include "../templates/c/codes.c"
#include "../templates/c/known.c"
#include "../templates/c/arguments.c"
#include "../templates/c/scan.c"
#include "../templates/c/match.c"
#include "../templates/c/choose.c"
#include "../templates/c/decide.c"
#include "../templates/c/explain.c"
#pragma GCC diagnostic pop

struct builder {
	struct arena *arena;
	struct phrases *p;
	const xmlNode *root;
	int (*skip)(const xmlNode *element, void *user);
	void *user;
	struct buffer names, literals, arguments;
	struct buffer facts;   /* of each entry only where its name begins */
	struct buffer conditions;
	xmlHashTable *ids;     /* kind and name: number or place + 1 */
	xmlHashTable *argument_at;
	struct token *tokens;
	struct phrase_text *texts;
	uint32_t sense_count;
};

#define LITERAL_MAX 4000u /* bytes; no text of the catalog is longer */
#define TOKENS_MAX 255u   /* of a phrase that is in order there are 17 */

/* A phrase, while they are not sorted yet. */
struct phrase_text {
	struct phrase phrase;
	const xmlNode *match;
};

/* ---- walking the tree ---- */

static bool
is_skipped(const struct builder *b, const xmlNode *element)
{
	return b->skip != NULL && b->skip(element, b->user) != 0;
}

/* The first child of that name that is not skipped, or the next one. */
static const xmlNode *
first_of(const struct builder *b, const xmlNode *parent, const char *name)
{
	const xmlNode *n = parent == NULL ? NULL : catalog_child(parent, name);

	while (n != NULL && is_skipped(b, n))
		n = catalog_next(n, name);
	return n;
}

static const xmlNode *
next_of(const struct builder *b, const xmlNode *n, const char *name)
{
	do
		n = catalog_next(n, name);
	while (n != NULL && is_skipped(b, n));
	return n;
}

#define EACH(b, n, parent, name) \
	const xmlNode *n = first_of(b, parent, name); \
	n != NULL; n = next_of(b, n, name)

static const xmlNode *
part(const struct builder *b, const char *name)
{
	return first_of(b, b->root, name);
}

static size_t
count_of(const struct builder *b, const xmlNode *parent, const char *name)
{
	size_t count = 0;

	for (EACH(b, n, parent, name))
		count++;
	return count;
}

/* ---- reading values ---- */

static const char *
value_of(const xmlNode *n, const char *attribute)
{
	const char *value = catalog_attribute(n, attribute);

	return value == NULL ? "" : value;
}

static uint16_t
number_of(const xmlNode *n, const char *attribute)
{
	unsigned long number = strtoul(value_of(n, attribute), NULL, 10);

	return number > UINT16_MAX ? 0 : (uint16_t)number;
}

/* The value of a word, 0 for one that is absent or not known. */
static uint8_t
word_of(const xmlNode *n, const char *attribute, enum mailerr_words set)
{
	const char *word = value_of(n, attribute), *known;
	uint8_t value = 0;

	if (*word == '\0')
		return 0;
	for (known = nth_word((int)set, 0); *known != '\n';
	     known += strlen(known) + 1, value++)
		if (strcmp(known, word) == 0)
			return value;
	return 0;
}

/* "5.1.1", "X.1.1": its number, and its class or 0. */
static uint16_t
status_of(const char *code, uint8_t *cls)
{
	unsigned long subject, detail;
	char *rest;

	*cls = 0;
	if (*code == '\0' || code[1] != '.')
		return NO_STATUS;
	*cls = code[0] == 'X' ? 0 : (uint8_t)(code[0] - '0');
	subject = strtoul(code + 2, &rest, 10);
	detail = *rest == '.' ? strtoul(rest + 1, NULL, 10) : 1000;
	if (subject >= SUBJECTS || detail > 999)
		return NO_STATUS;
	return STATUS_NUMBER(subject, detail);
}

static void
name_id(struct builder *b, const char *kind, const char *name, size_t number)
{
	/* the table holds the number itself in a pointer's place */
	/* NOLINTNEXTLINE(performance-no-int-to-ptr) */
	void *value = (void *)(uintptr_t)number;

	xmlHashAddEntry2(b->ids, (const xmlChar *)name, (const xmlChar *)kind,
	    value);
}

static uint16_t
id_of(const struct builder *b, const char *kind, const char *name)
{
	if (*name == '\0')
		return 0;
	return (uint16_t)(uintptr_t)xmlHashLookup2(b->ids,
	    (const xmlChar *)name, (const xmlChar *)kind);
}

static uint16_t
reason_id(const struct builder *b, const xmlNode *n)
{
	return id_of(b, "reason", value_of(n, "reason"));
}

static mailerr_entry
entry_of(struct builder *b, enum mailerr_kind kind, uint16_t number,
    const char *name)
{
	mailerr_entry e = { .kind = (uint16_t)kind, .number = number,
		.first_text = (uint32_t)(b->facts.size / sizeof(uint32_t)) };
	uint32_t at = (uint32_t)b->names.size;

	buffer_add(&b->facts, &at, sizeof at);
	buffer_add(&b->names, name, strlen(name) + 1);
	return e;
}

/* ---- entries ---- */

static void
index_number(struct places *p, uint16_t number, size_t place)
{
	uint32_t at = number < OVERLAY_MIN ? number
	    : p->low + number - OVERLAY_MIN;

	p->at[at] = (uint16_t)(place + 1);
}

/* Makes room for the numbers of the children. */
static void
places_make(struct builder *b, struct places *p, const xmlNode *parent,
    const char *name)
{
	for (EACH(b, n, parent, name)) {
		uint32_t number = number_of(n, "number");

		if (number < OVERLAY_MIN && number >= p->low)
			p->low = number + 1;
		if (number >= OVERLAY_MIN && number - OVERLAY_MIN >= p->high)
			p->high = number - OVERLAY_MIN + 1;
	}
	p->at = arena_alloc(b->arena, (size_t)p->low + p->high + 1,
	    sizeof *p->at);
}

static void
build_reasons(struct builder *b)
{
	const xmlNode *all = part(b, "reasons");
	mailerr_reason *r = arena_alloc(b->arena, count_of(b, all, "reason") + 1,
	    sizeof *r);
	struct tables *t = &b->p->t;

	t->reasons = r;
	places_make(b, &b->p->reasons, all, "reason");
	for (EACH(b, n, all, "reason")) {
		const char *id = value_of(n, "id");
		uint16_t number = number_of(n, "number");

		index_number(&b->p->reasons, number,
		    (size_t)(r - t->reasons));
		name_id(b, "reason", id, number);
		*r++ = (mailerr_reason){
			.entry = entry_of(b, MAILERR_KIND_REASON, number, id),
			.bounce = word_of(n, "bounce", MAILERR_WORDS_BOUNCE),
			.retry = word_of(n, "retry", MAILERR_WORDS_RETRY),
			.suppress = word_of(n, "suppress",
			    MAILERR_WORDS_SUPPRESS),
			.about = word_of(n, "about", MAILERR_WORDS_ABOUT),
		};
	}
	t->reason_at = b->p->reasons.at;
	t->reasons_low = b->p->reasons.low;
	t->reasons_high = b->p->reasons.high;
	t->delivered = id_of(b, "reason", "delivered");
	t->in_progress = id_of(b, "reason", "in-progress");
	t->other = id_of(b, "reason", "other");
	t->expired = id_of(b, "reason", "expired");
	t->delayed = id_of(b, "reason", "delayed");
	t->policy = id_of(b, "reason", "policy");
	t->sender_invalid = id_of(b, "reason", "sender-invalid");
	t->host_identity = id_of(b, "reason", "host-identity");
}

static void
build_commands(struct builder *b)
{
	const xmlNode *all = part(b, "commands");
	mailerr_command *c = arena_alloc(b->arena,
	    count_of(b, all, "command") + 1, sizeof *c);
	struct tables *t = &b->p->t;

	t->commands = c;
	for (EACH(b, n, all, "command")) {
		uint16_t number = (uint16_t)++t->command_count;

		name_id(b, "command", value_of(n, "name"), number);
		*c++ = (mailerr_command){
			.entry = entry_of(b, MAILERR_KIND_COMMAND, number,
			    value_of(n, "name")),
			.reason = reason_id(b, n),
			.about = word_of(n, "about", MAILERR_WORDS_ABOUT),
		};
	}
}

static void
build_emitters(struct builder *b)
{
	const xmlNode *all = part(b, "emitters");
	mailerr_emitter *e = arena_alloc(b->arena,
	    count_of(b, all, "emitter") + 1, sizeof *e);
	struct tables *t = &b->p->t;

	t->emitters = e;
	for (EACH(b, n, all, "emitter")) {
		uint16_t number = (uint16_t)++t->emitter_count;

		name_id(b, "emitter", value_of(n, "id"), number);
		*e++ = (mailerr_emitter){
			.entry = entry_of(b, MAILERR_KIND_EMITTER, number,
			    value_of(n, "id")),
		};
	}
}

/* The advice of the reason, or what the entry says instead. */
static uint8_t
advice(const struct builder *b, const xmlNode *n, const char *attribute,
    enum mailerr_words set)
{
	const struct tables *t = &b->p->t;
	unsigned place = place_in(t->reason_at, t->reasons_low,
	    t->reasons_high, reason_id(b, n));
	const mailerr_reason *r;

	if (catalog_attribute(n, attribute) != NULL)
		return word_of(n, attribute, set);
	if (*value_of(n, "reason") == '\0' || place == 0)
		return 0;
	r = &t->reasons[place - 1];
	return set == MAILERR_WORDS_BOUNCE ? r->bounce
	    : set == MAILERR_WORDS_RETRY ? r->retry
	    : set == MAILERR_WORDS_SUPPRESS ? r->suppress : r->about;
}

static mailerr_sense
sense_from(struct builder *b, const xmlNode *n, enum mailerr_kind kind,
    uint16_t of)
{
	return (mailerr_sense){
		.entry = entry_of(b, MAILERR_KIND_SENSE,
		    (uint16_t)(b->sense_count + 1), ""),
		.of = of,
		.of_kind = (uint16_t)kind,
		.reason = reason_id(b, n),
		.command = id_of(b, "command", value_of(n, "command")),
		.emitter = id_of(b, "emitter", value_of(n, "emitter")),
		.bounce = advice(b, n, "bounce", MAILERR_WORDS_BOUNCE),
		.retry = advice(b, n, "retry", MAILERR_WORDS_RETRY),
		.suppress = advice(b, n, "suppress", MAILERR_WORDS_SUPPRESS),
		.about = advice(b, n, "about", MAILERR_WORDS_ABOUT),
		.cls = word_of(n, "class", MAILERR_WORDS_CLASS),
	};
}

static size_t
count_senses(const struct builder *b, const char *of, const char *name)
{
	size_t count = 0;

	for (EACH(b, n, part(b, of), name))
		count += count_of(b, n, "sense");
	return count;
}

static void
add_senses(struct builder *b, mailerr_sense *all, const xmlNode *parent,
    enum mailerr_kind kind, uint16_t of)
{
	for (EACH(b, n, parent, "sense")) {
		all[b->sense_count] = sense_from(b, n, kind, of);
		b->sense_count++;
	}
}

static void
build_replies(struct builder *b, mailerr_sense *senses)
{
	const xmlNode *all = part(b, "replies");
	mailerr_reply *r = arena_alloc(b->arena, count_of(b, all, "reply") + 1,
	    sizeof *r);
	uint16_t *at = arena_alloc(b->arena, REPLY_MAX - REPLY_MIN + 1,
	    sizeof *at);
	uint16_t *first = arena_alloc(b->arena, count_of(b, all, "reply") + 1,
	    sizeof *first);

	b->p->t.replies = r;
	b->p->t.reply_at = at;
	b->p->t.reply_senses = first;
	for (EACH(b, n, all, "reply")) {
		uint16_t code = number_of(n, "code");

		if (code < REPLY_MIN || code > REPLY_MAX)
			continue;
		at[code - REPLY_MIN] = (uint16_t)(r - b->p->t.replies + 1);
		*r++ = (mailerr_reply){
			.entry = entry_of(b, MAILERR_KIND_REPLY, code,
			    value_of(n, "code")),
			.code = code,
			.reason = reason_id(b, n),
		};
		*first++ = (uint16_t)b->sense_count;
		add_senses(b, senses, n, MAILERR_KIND_REPLY, code);
	}
	*first = (uint16_t)b->sense_count;
	b->p->reply_count = (size_t)(r - b->p->t.replies);
}

/* Row after row, one a subject, each as long as its highest detail. */
static void
index_statuses(struct builder *b, const mailerr_status *all, size_t count)
{
	uint16_t *row = arena_alloc(b->arena, SUBJECTS + 1, sizeof *row), *at;
	uint16_t length[SUBJECTS] = { 0 };

	for (size_t i = 0; i < count; i++)
		if (all[i].detail >= length[all[i].subject])
			length[all[i].subject] = (uint16_t)(all[i].detail + 1);
	for (size_t i = 0; i < SUBJECTS; i++)
		row[i + 1] = (uint16_t)(row[i] + length[i]);
	at = arena_alloc(b->arena, row[SUBJECTS] + 1u, sizeof *at);
	for (size_t i = 0; i < count; i++)
		at[row[all[i].subject] + all[i].detail] = (uint16_t)(i + 1);
	b->p->t.status_row = row;
	b->p->t.status_at = at;
}

static void
build_statuses(struct builder *b, mailerr_sense *senses)
{
	const xmlNode *all = part(b, "statuses");
	mailerr_status *s = arena_alloc(b->arena, count_of(b, all, "status") + 1,
	    sizeof *s);
	uint16_t *first = arena_alloc(b->arena,
	    count_of(b, all, "status") + 1, sizeof *first);
	uint8_t cls;

	b->p->t.statuses = s;
	b->p->t.status_senses = first;
	for (EACH(b, n, all, "status")) {
		uint16_t number = status_of(value_of(n, "code"), &cls);

		if (number == NO_STATUS)
			continue;
		*s++ = (mailerr_status){
			.entry = entry_of(b, MAILERR_KIND_STATUS, number,
			    value_of(n, "code")),
			.subject = (uint8_t)(number / 1000),
			.detail = number % 1000,
			.reason = reason_id(b, n),
			.trust = word_of(n, "trust", MAILERR_WORDS_TRUST),
		};
		*first++ = (uint16_t)b->sense_count;
		add_senses(b, senses, n, MAILERR_KIND_STATUS, number);
	}
	*first = (uint16_t)b->sense_count;
	b->p->status_count = (size_t)(s - b->p->t.statuses);
	index_statuses(b, b->p->t.statuses, b->p->status_count);
}

static void
build_codes(struct builder *b)
{
	mailerr_sense *senses = arena_alloc(b->arena,
	    count_senses(b, "replies", "reply") +
	    count_senses(b, "statuses", "status") + 1, sizeof *senses);

	b->p->t.senses = senses;
	build_replies(b, senses);
	build_statuses(b, senses);
}

static void
build_mistakes(struct builder *b)
{
	const xmlNode *all = part(b, "mistaken");
	mailerr_mistake *m = arena_alloc(b->arena,
	    count_of(b, all, "mistake") + 1, sizeof *m);
	struct tables *t = &b->p->t;

	t->mistakes = m;
	for (EACH(b, n, all, "mistake")) {
		const char *code = value_of(n, "code");

		*m = (mailerr_mistake){
			.entry = entry_of(b, MAILERR_KIND_MISTAKE,
			    (uint16_t)++t->mistake_count, code),
			.reason = reason_id(b, n),
		};
		m->status = status_of(code, &m->status_class);
		if (m->status == NO_STATUS)
			m->reply = number_of(n, "code");
		m++;
	}
}

/* ---- phrases ---- */

/* The bytes to match: lower case, one blank for a run.  At most LITERAL_MAX in
 * a phrase. */
static size_t
add_literal(struct builder *b, const char *s, size_t before)
{
	size_t at = b->literals.size;

	for (; *s != '\0' && b->literals.size - before < LITERAL_MAX; s++) {
		bool blank = is_blank(*s) || *s == '\n';

		if (!blank)
			buffer_byte(&b->literals, fold(*s));
		else if (b->literals.size == at ||
		    b->literals.bytes[b->literals.size - 1] != ' ')
			buffer_byte(&b->literals, ' ');
	}
	return b->literals.size - at;
}

/* Where the name is among those of arguments; each stands there once. */
static uint16_t
argument_at(struct builder *b, const char *name)
{
	void *known = xmlHashLookup(b->argument_at, (const xmlChar *)name);
	size_t at = b->arguments.size;

	if (known != NULL)
		return (uint16_t)((uintptr_t)known - 1);
	if (at + strlen(name) > UINT16_MAX)
		return 0;
	buffer_add(&b->arguments, name, strlen(name) + 1);
	xmlHashAddEntry(b->argument_at, (const xmlChar *)name,
	    (void *)(uintptr_t)(at + 1));
	return (uint16_t)at;
}

static void
add_token(struct builder *b, struct phrase *p, const xmlNode *n)
{
	struct token *t = &b->tokens[b->p->token_count++];

	p->token_count++;
	if (n->type == XML_ELEMENT_NODE) {
		t->kind = word_of(n, "type", MAILERR_WORDS_ARGUMENT);
		t->which = p->argument_count++;
		t->length = argument_at(b, value_of(n, "name"));
	} else {
		t->length = (uint16_t)add_literal(b, (const char *)n->content,
		    p->text);
		p->literal = (uint16_t)(p->literal + t->length);
	}
}

/* The place of the row, which is added where there is none. */
static uint16_t
condition_at(struct builder *b, const struct condition *c)
{
	const char *key = arena_printf(b->arena, "%d %d %d %d %d %d",
	    c->emitter, c->command, c->reply, c->status, c->status_class,
	    c->whole_line);
	uint16_t at = id_of(b, "condition", key);

	if (at == 0) {
		buffer_add(&b->conditions, c, sizeof *c);
		at = (uint16_t)(b->conditions.size / sizeof *c);
		name_id(b, "condition", key, at);
	}
	return (uint16_t)(at - 1);
}

static uint16_t
condition_from(struct builder *b, const xmlNode *n)
{
	struct condition c = {
		.emitter = id_of(b, "emitter", value_of(n, "emitter")),
		.command = id_of(b, "command", value_of(n, "command")),
		.reply = number_of(n, "reply"),
		.whole_line = *value_of(n, "anchor") != '\0',
	};

	c.status = status_of(value_of(n, "status"), &c.status_class);
	return condition_at(b, &c);
}

static void
add_phrase(struct builder *b, const xmlNode *n, const xmlNode *match,
    uint16_t notice, uint8_t rank)
{
	struct phrase_text *text = &b->texts[b->p->phrase_count++];
	struct phrase *p = &text->phrase;

	text->match = match;
	p->token = (uint32_t)b->p->token_count;
	p->text = (uint32_t)b->literals.size;
	p->notice = notice;
	p->condition = condition_from(b, n);
	p->rank = catalog_attribute(n, "rank") == NULL ? rank
	    : word_of(n, "rank", MAILERR_WORDS_RANK);
	for (const xmlNode *c = match->children; c != NULL; c = c->next)
		if ((c->type == XML_ELEMENT_NODE || c->content != NULL) &&
		    p->token_count < TOKENS_MAX)
			add_token(b, p, c);
	buffer_byte(&b->literals, '\0');
}

static void
add_notice(struct builder *b, mailerr_notice *notice, const xmlNode *n,
    size_t place)
{
	*notice = (mailerr_notice){
		.entry = entry_of(b, MAILERR_KIND_NOTICE,
		    number_of(n, "number"), value_of(n, "id")),
		.reason = reason_id(b, n),
		.rank = word_of(n, "rank", MAILERR_WORDS_RANK),
		.cls = word_of(n, "class", MAILERR_WORDS_CLASS),
		.bounce = advice(b, n, "bounce", MAILERR_WORDS_BOUNCE),
		.retry = advice(b, n, "retry", MAILERR_WORDS_RETRY),
		.suppress = advice(b, n, "suppress", MAILERR_WORDS_SUPPRESS),
		.about = advice(b, n, "about", MAILERR_WORDS_ABOUT),
	};
	index_number(&b->p->notices, notice->entry.number, place);
	if (catalog_attribute(n, "retired") != NULL)
		return;
	for (EACH(b, phrase, n, "phrase")) {
		const xmlNode *match = first_of(b, phrase, "match");

		if (match != NULL &&
		    catalog_attribute(phrase, "retired") == NULL)
			add_phrase(b, phrase, match, (uint16_t)place,
			    notice->rank);
	}
}

static void
build_notices(struct builder *b)
{
	const xmlNode *all = part(b, "notices");
	size_t notices = 0, phrases = 0, tokens = 0;
	mailerr_notice *notice;

	for (EACH(b, n, all, "notice")) {
		notices++;
		for (EACH(b, phrase, n, "phrase")) {
			const xmlNode *match = first_of(b, phrase, "match");

			phrases++;
			for (const xmlNode *c = match == NULL ? NULL
			    : match->children; c != NULL; c = c->next)
				tokens++;
		}
	}
	notice = arena_alloc(b->arena, notices + 1, sizeof *notice);
	b->texts = arena_alloc(b->arena, phrases + 1, sizeof *b->texts);
	b->tokens = arena_alloc(b->arena, tokens + 1, sizeof *b->tokens);
	b->p->t.notices = notice;
	places_make(b, &b->p->notices, all, "notice");
	condition_at(b, &(struct condition){ .status = NO_STATUS });
	for (EACH(b, n, all, "notice")) {
		add_notice(b, notice, n, (size_t)(notice - b->p->t.notices));
		notice++;
	}
}

static const char *
pool_of(struct builder *b, struct buffer *buffer)
{
	const char *copy = arena_strndup(b->arena,
	    buffer->bytes == NULL ? "" : buffer->bytes, buffer->size);

	buffer_free(buffer);
	return copy;
}

/* What says most comes first, as says_more() has it. */
static int
compare_phrases(const void *a, const void *b)
{
	const struct phrase *x = &((const struct phrase_text *)a)->phrase;
	const struct phrase *y = &((const struct phrase_text *)b)->phrase;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->literal != y->literal)
		return x->literal > y->literal ? -1 : 1;
	return x->token < y->token ? -1 : x->token > y->token;
}

/* Sorts the phrases, and their tokens and texts with them. */
static void
sort_phrases(struct builder *b)
{
	size_t count = b->p->phrase_count, tokens = 0;
	struct phrase *phrases = arena_alloc(b->arena, count + 1,
	    sizeof *phrases);
	struct token *sorted = arena_alloc(b->arena, b->p->token_count + 1,
	    sizeof *sorted);
	struct buffer literals = { 0 };

	qsort(b->texts, count, sizeof *b->texts, compare_phrases);
	b->p->matches = arena_alloc(b->arena, count + 1,
	    sizeof *b->p->matches);
	for (size_t i = 0; i < count; i++) {
		struct phrase *p = &phrases[i];

		*p = b->texts[i].phrase;
		b->p->matches[i] = b->texts[i].match;
		memcpy(sorted + tokens, b->tokens + p->token,
		    p->token_count * sizeof *sorted);
		p->token = (uint32_t)tokens;
		tokens += p->token_count;
		buffer_add(&literals, b->literals.bytes + p->text,
		    p->literal + 1u);
		p->text = (uint32_t)(literals.size - p->literal - 1u);
	}
	buffer_free(&b->literals);
	b->p->t.literals = pool_of(b, &literals);
	b->p->t.phrases = phrases;
	b->p->t.phrase_count = (uint32_t)count;
	b->p->t.tokens = sorted;
}

/* ---- marks ---- */

static void
add_mark(struct builder *b, uint8_t kind, const char *text)
{
	struct phrases *p = b->p;

	if (strlen(text) < SHORT_BYTES || p->mark_count == MARKS_MAX)
		return;
	p->mark_texts[p->mark_count] = text;
	p->marks[p->mark_count++] = (struct mark){
		.kind = kind,
		.last = (uint8_t)(strlen(text) - 1),
		.byte = text[strlen(text) - 1],
	};
}

/* A lead with each command behind it. */
static void
add_commands(struct builder *b, const char *lead)
{
	const char *word = spellings;

	while (*word != '\0') {
		add_mark(b, MARK_COMMAND, arena_printf(b->arena, "%s%s", lead,
		    word));
		word += strlen(word) + 1;
		word += strlen(word) + 1; /* the catalog's name */
	}
}

/* What told_at(), is_original() and take_sender() know, but "[": see
 * read_text(). */
static void
build_marks(struct builder *b)
{
	const char *text;

	b->p->t.marks = b->p->marks;
	for (text = originals; *text != '\0'; text += strlen(text) + 1)
		add_mark(b, MARK_ORIGINAL, text);
	for (text = leads; *text != '\0'; text += strlen(text) + 1)
		if (strcmp(text, "[") != 0)
			add_commands(b, text);
	for (text = senders; *text != '\0'; text += strlen(text) + 1)
		add_mark(b, MARK_SENDER, text);
	for (text = wide_senders; *text != '\0'; text += strlen(text) + 1)
		add_mark(b, MARK_SENDER, text);
	for (text = short_senders; *text != '\0'; text += strlen(text) + 1)
		add_mark(b, MARK_SENDER, arena_printf(b->arena, " %s", text));
}

/* ---- the interface ---- */

struct phrases *
phrases_build(struct arena *arena, const struct catalog *c,
    int (*skip)(const xmlNode *element, void *user), void *user)
{
	struct builder b = { .arena = arena, .skip = skip, .user = user,
		.root = xmlDocGetRootElement(c->doc) };

	b.p = arena_alloc(arena, 1, sizeof *b.p);
	b.p->catalog = c;
	b.ids = xmlHashCreate(256);
	b.argument_at = xmlHashCreate(64);
	build_reasons(&b);
	build_commands(&b);
	build_emitters(&b);
	build_codes(&b);
	build_mistakes(&b);
	build_notices(&b);
	sort_phrases(&b);
	build_marks(&b);
	b.p->arguments_size = b.arguments.size;
	b.p->condition_count = b.conditions.size / sizeof(struct condition);
	b.p->t.arguments = pool_of(&b, &b.arguments);
	b.p->t.conditions =
	    (const struct condition *)(const void *)pool_of(&b, &b.conditions);
	b.p->t.names = pool_of(&b, &b.names);
	b.p->t.facts = (const uint32_t *)(const void *)pool_of(&b, &b.facts);
	windows_build(arena, b.p, skip, user);
	xmlHashFree(b.ids, NULL);
	xmlHashFree(b.argument_at, NULL);
	return b.p;
}

unsigned
phrases_explain(const struct phrases *p, const char *line, size_t length)
{
	mailerr_verdict verdict;

	explain_with(&p->t, NULL, line, length, &verdict);
	return (unsigned)verdict.notice;
}

const xmlNode *
phrases_winner(const struct phrases *p, unsigned notice, const char *line,
    size_t length)
{
	const struct phrase *best = NULL;
	struct view v;
	struct layers l;
	struct told told;
	struct scan scan;
	struct found found;

	view_text(&v, line, length);
	read_text(&scan, &p->t, &v, &l, &told, false);
	while (next_hints(&scan))
		for (size_t i = 0; i < scan.count; i++)
			if (phrase_fits(&p->t, &v, &scan.hints[i], &found) &&
			    p->t.notices[found.phrase->notice].entry.number ==
			    notice && (best == NULL ||
			    found.phrase->literal > best->literal))
				best = found.phrase;
	return best == NULL ? NULL : p->matches[best - p->t.phrases];
}
