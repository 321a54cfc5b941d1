/* SPDX-License-Identifier: MIT */
/* explain.c - any bytes as a line of mail, and what the library makes of it
 *
 * An input is one byte that chooses what is known beside the text, and the
 * text. */
#include <string.h>

#include "fuzz.h"
#include "mailerr.h"

#define HITS_MAX 64

static void
check_arguments(const mailerr_argument *arguments, size_t count,
    const char *text, size_t size)
{
	require(count <= MAILERR_ARGUMENTS_MAX);
	for (size_t i = 0; i < count; i++) {
		const mailerr_argument *a = &arguments[i];

		require(a->name != NULL && *a->name != '\0');
		require(a->value >= text && a->value <= text + size);
		require(a->length <= (size_t)(text + size - a->value));
		require(*mailerr_word(MAILERR_WORDS_ARGUMENT, (int)a->type) != '\0');
	}
}

static void
check_codes(int reply, int cls, int subject, int detail)
{
	require(reply == 0 || (reply >= 200 && reply <= 599));
	require(cls == 0 || cls == 2 || cls == 4 || cls == 5);
	require(subject >= 0 && subject <= 999);
	require(detail >= 0 && detail <= 999);
	require(cls != 0 || (subject == 0 && detail == 0));
}

/* A word for each: then it is in its range. */
static void
check_enums(const mailerr_verdict *v)
{
#define KNOWN(set, value) require(*mailerr_word(set, (int)(value)) != '\0')
	KNOWN(MAILERR_WORDS_BOUNCE, v->bounce);
	KNOWN(MAILERR_WORDS_RETRY, v->retry);
	KNOWN(MAILERR_WORDS_SUPPRESS, v->suppress);
	KNOWN(MAILERR_WORDS_ABOUT, v->about);
	if (v->cls != MAILERR_CLASS_NONE)
		KNOWN(MAILERR_WORDS_CLASS, v->cls);
	if (v->certainty != MAILERR_CERTAINTY_NONE)
		KNOWN(MAILERR_WORDS_CERTAINTY, v->certainty);
	if (v->decided_by != MAILERR_DECIDED_NONE)
		KNOWN(MAILERR_WORDS_DECIDED, v->decided_by);
	if (v->action != MAILERR_DSN_ACTION_NONE)
		KNOWN(MAILERR_WORDS_DSN_ACTION, v->action);
#undef KNOWN
	require(mailerr_reason_find(v->reason) != NULL);
	require(v->notice == 0 || mailerr_notice_find(v->notice) != NULL);
}

/* A good address is never called dead for somebody else's fault, or at once
 * for a passing one. */
static void
check_harm(const mailerr_verdict *v)
{
	if (v->suppress == MAILERR_SUPPRESS_YES ||
	    v->suppress == MAILERR_SUPPRESS_CONFIRM)
		require(v->about == MAILERR_ABOUT_RECIPIENT ||
		    v->about == MAILERR_ABOUT_DOMAIN);
	if (v->cls == MAILERR_CLASS_TRANSIENT)
		require(v->suppress != MAILERR_SUPPRESS_YES &&
		    v->suppress != MAILERR_SUPPRESS_CONFIRM &&
		    v->bounce != MAILERR_BOUNCE_HARD);
	if (v->reason == MAILERR_REASON_UNKNOWN)
		require(v->suppress == MAILERR_SUPPRESS_NO &&
		    v->bounce == MAILERR_BOUNCE_NONE);
}

static void
check_same(const mailerr_verdict *a, const mailerr_verdict *b)
{
	require(a->reply == b->reply && a->status_class == b->status_class &&
	    a->status_subject == b->status_subject &&
	    a->status_detail == b->status_detail);
	require(a->reason == b->reason && a->notice == b->notice &&
	    a->cls == b->cls && a->decided_by == b->decided_by &&
	    a->command == b->command && a->action == b->action);
	require(a->bounce == b->bounce && a->retry == b->retry &&
	    a->suppress == b->suppress && a->about == b->about &&
	    a->certainty == b->certainty && a->emitter == b->emitter &&
	    a->retry_after == b->retry_after && a->entry == b->entry);
	require(a->argument_count == b->argument_count);
	for (size_t i = 0; i < a->argument_count; i++)
		require(a->arguments[i].value == b->arguments[i].value &&
		    a->arguments[i].length == b->arguments[i].length &&
		    a->arguments[i].name == b->arguments[i].name);
}

static mailerr_context
context_of(uint8_t choice)
{
	static const char *const statuses[] = { NULL, "5.1.1", "4.2.2", "x" };
	static const char *const commands[] = { NULL, "RCPT", "end of DATA", "" };
	static const char *const actions[] = { NULL, "failed" };
	static const char *const emitters[] = { NULL, "postfix" };
	mailerr_context known = { 0 };

	known.size = sizeof known;
	known.reply = (choice & 1) != 0 ? 550 : (choice & 2) != 0 ? 450 : 0;
	known.status = statuses[choice >> 2 & 3];
	known.command = commands[choice >> 4 & 3];
	known.action = actions[choice >> 6 & 1];
	known.emitter = emitters[choice >> 7 & 1];
	return known;
}

static void
check_explain(uint8_t choice, const char *text, size_t size)
{
	mailerr_context known = context_of(choice);
	mailerr_verdict v, again;

	/* all of it is written, whatever was there */
	memset(&v, 0x55, sizeof v);
	memset(&again, 0xaa, sizeof again);
	require(mailerr_explain_in(&known, text, size, &v) == v.reason);
	require(mailerr_explain_in(&known, text, size, &again) == again.reason);
	check_same(&v, &again);
	check_enums(&v);
	check_harm(&v);
	check_codes(v.reply, v.status_class, v.status_subject, v.status_detail);
	check_arguments(v.arguments, v.argument_count, text, size);
	require(mailerr_explain_in(&known, text, size, NULL) == v.reason);
	(void)mailerr_text(v.entry, MAILERR_FIELD_TITLE, 0, "ja");
	if (choice == 0) {
		mailerr_explain(text, size, &again);
		check_same(&v, &again);
	}
}

static void
check_hit(const mailerr_hit *hit, const char *text, size_t size)
{
	require(hit->start < hit->end && hit->end <= size);
	require(hit->literal <= hit->end - hit->start);
	require(mailerr_notice_find(hit->notice) != NULL);
	require(*mailerr_word(MAILERR_WORDS_RANK, (int)hit->rank) != '\0');
	check_arguments(hit->arguments, hit->argument_count, text, size);
	for (size_t i = 0; i < hit->argument_count; i++) {
		const mailerr_argument *a = &hit->arguments[i];

		require(a->value >= text + hit->start &&
		    a->value + a->length <= text + hit->end);
	}
}

static void
check_phrases(const char *text, size_t size)
{
	static mailerr_hit hits[HITS_MAX];
	mailerr_hit best;
	size_t count = mailerr_phrases(text, size, hits, HITS_MAX);
	size_t kept = count < HITS_MAX ? count : HITS_MAX;
	bool found = false;

	require(mailerr_phrases(text, size, NULL, 0) == count);
	for (size_t i = 0; i < kept; i++)
		check_hit(&hits[i], text, size);
	require(mailerr_best_phrase(text, size, &best) == (count > 0));
	if (count == 0)
		return;
	check_hit(&best, text, size);
	for (size_t i = 0; i < kept; i++)
		found = found || (hits[i].start == best.start &&
		    hits[i].end == best.end && hits[i].notice == best.notice);
	require(found || count > HITS_MAX);
}

static void
check_parse(const char *text, size_t size)
{
	mailerr_codes codes;
	size_t at;

	memset(&codes, 0x55, sizeof codes);
	at = mailerr_parse(text, size, &codes);
	require(at <= size && codes.text <= size && codes.at <= codes.text);
	check_codes(codes.reply, codes.cls, codes.subject, codes.detail);
	require(at == codes.text || (codes.reply == 0 && codes.cls == 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	uint8_t choice = size == 0 ? 0 : bytes[0];
	char *text;

	size -= size > 0;
	/* of exactly that size, so that a byte too far is seen */
	text = malloc(size == 0 ? 1 : size);
	require(text != NULL);
	if (size > 0)
		memcpy(text, bytes + 1, size);
	check_explain(choice, text, size);
	check_phrases(text, size);
	check_parse(text, size);
	free(text);
	return 0;
}
