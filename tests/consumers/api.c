/* SPDX-License-Identifier: MIT */
/* api.c - every function of the library, over the catalog that ships: with what
 * is right, and with what no caller should give */
#include <limits.h>
#include <stdlib.h>

#include "mailerr.h"
#include "test.h"

static const int odd_numbers[] = { INT_MIN, -65536, -1, 0, 1, 6, 199, 600, 999,
	1000, 65535, 65536, INT_MAX };
#define ODD (sizeof odd_numbers / sizeof odd_numbers[0])

/* ---- finding ---- */

static void
check_codes(void)
{
	const mailerr_reply *r;
	const mailerr_status *s;
	int code, subject, detail, replies = 0, statuses = 0, found = 0;
	size_t i;

	for (code = -65536; code <= 65536; code++) {
		r = mailerr_reply_find(code);
		if (r == NULL)
			continue;
		found++;
		CHECK(r->code == code && code >= 200 && code <= 559);
		CHECK(r->cls == code / 100);
		CHECK(r->entry.kind == MAILERR_KIND_REPLY &&
		    r->entry.number == code);
	}
	for (r = NULL; (r = mailerr_reply_next(r)) != NULL; replies++)
		CHECK(mailerr_reply_find(r->code) == r);
	CHECK(found == replies && replies > 0);
	for (found = 0, subject = -2; subject < 12; subject++)
		for (detail = -65536; detail <= 65536; detail++) {
			s = mailerr_status_find(5, subject, detail);
			if (s == NULL)
				continue;
			found++;
			CHECK(s->subject == subject && s->detail == detail);
			CHECK(s->entry.number == subject * 1000 + detail);
			CHECK(mailerr_status_find(4, subject, detail) == s);
			CHECK(mailerr_status_find(0, subject, detail) == s);
		}
	for (s = NULL; (s = mailerr_status_next(s)) != NULL; statuses++)
		CHECK(mailerr_status_find(5, s->subject, s->detail) == s);
	CHECK(found == statuses && statuses > 0);
	for (i = 0; i < ODD; i++) {
		int odd = odd_numbers[i];

		CHECK(mailerr_reply_find(odd) == NULL);
		CHECK(mailerr_status_find(odd, 1, 1) == NULL || odd == 0);
		CHECK(mailerr_status_find(5, odd, 1) == NULL ||
		    (odd >= 0 && odd < 8));
		CHECK(mailerr_status_find(5, 1, odd) == NULL ||
		    (odd >= 0 && odd < 1000));
		CHECK(mailerr_status_find(odd, odd, odd) == NULL || odd == 0);
		CHECK(mailerr_status_class_find(odd) == NULL);
		CHECK(mailerr_subject_find(odd) == NULL ||
		    (odd >= 0 && odd < 8));
	}
	CHECK(mailerr_status_find(3, 1, 1) == NULL);
	CHECK(mailerr_status_class_find(5) != NULL);
}

static void
check_ids(void)
{
	const mailerr_notice *n = NULL;
	const mailerr_reason *r = NULL;
	int number, notices = 0, reasons = 0, found = 0, also = 0;

	while ((n = mailerr_notice_next(n)) != NULL) {
		notices++;
		CHECK(mailerr_notice_find((enum mailerr_notice_id)
		    n->entry.number) == n);
		CHECK((n->reason != 0) == (n->rank == MAILERR_RANK_CAUSE ||
		    n->rank == MAILERR_RANK_GENERIC));
		CHECK((n->suppress != MAILERR_SUPPRESS_YES &&
		    n->suppress != MAILERR_SUPPRESS_CONFIRM) ||
		    n->about == MAILERR_ABOUT_RECIPIENT ||
		    n->about == MAILERR_ABOUT_DOMAIN);
	}
	while ((r = mailerr_reason_next(r)) != NULL) {
		reasons++;
		CHECK(mailerr_reason_find((enum mailerr_reason_id)
		    r->entry.number) == r);
		CHECK((r->suppress != MAILERR_SUPPRESS_YES &&
		    r->suppress != MAILERR_SUPPRESS_CONFIRM) ||
		    r->about == MAILERR_ABOUT_RECIPIENT ||
		    r->about == MAILERR_ABOUT_DOMAIN);
	}
	for (number = 0; number <= 65536; number++) {
		found += mailerr_notice_find(
		    (enum mailerr_notice_id)number) != NULL;
		also += mailerr_reason_find(
		    (enum mailerr_reason_id)number) != NULL;
	}
	CHECK(found == notices && notices > 0);
	CHECK(also == reasons && reasons > 0);
	CHECK(mailerr_notice_find(MAILERR_NOTICE_NONE) == NULL);
	CHECK(mailerr_notice_find(MAILERR_NOTICE_MAX_) == NULL);
	CHECK(mailerr_reason_find(MAILERR_REASON_MAX_) == NULL);
	CHECK(mailerr_reason_find(MAILERR_REASON_UNKNOWN) != NULL);
	CHECK(mailerr_command_find(MAILERR_COMMAND_NONE) == NULL);
	CHECK(mailerr_command_find(MAILERR_COMMAND_MAX_) == NULL);
	CHECK(mailerr_command_find(MAILERR_COMMAND_RCPT) != NULL);
	CHECK(mailerr_emitter_find(MAILERR_EMITTER_NONE) == NULL);
	CHECK(mailerr_emitter_find(MAILERR_EMITTER_MAX_) == NULL);
	CHECK(mailerr_emitter_find(MAILERR_EMITTER_SENDMAIL) != NULL);
}

/* ---- the lists ---- */

static void
check_lists(void)
{
	size_t count = 0;
	const mailerr_reply *reply = NULL;

#define X(symbol, code) \
	count++; \
	CHECK(MAILERR_REPLY_##symbol == code); \
	CHECK(atoi(MAILERR_REPLY_STRING_##symbol) == code); \
	CHECK_TEXT(mailerr_symbol(&mailerr_reply_find(code)->entry), #symbol); \
	CHECK_TEXT(mailerr_id(&mailerr_reply_find(code)->entry), #code);
	MAILERR_REPLY_LIST(X)
#undef X
	while ((reply = mailerr_reply_next(reply)) != NULL)
		count--;
	CHECK(count == 0);
#define X(symbol, subject, detail) \
	CHECK(MAILERR_STATUS_##symbol == subject * 1000 + detail); \
	CHECK_TEXT(mailerr_symbol(&mailerr_status_find(0, subject, \
	    detail)->entry), #symbol); \
	CHECK_TEXT(mailerr_id(&mailerr_status_find(0, subject, \
	    detail)->entry), "X." #subject "." #detail);
	MAILERR_STATUS_LIST(X)
#undef X
#define X(symbol, number, id) \
	CHECK(MAILERR_REASON_##symbol == number); \
	CHECK_TEXT(mailerr_id(&mailerr_reason_find( \
	    MAILERR_REASON_##symbol)->entry), id); \
	CHECK_TEXT(mailerr_symbol(&mailerr_reason_find( \
	    MAILERR_REASON_##symbol)->entry), #symbol);
	MAILERR_REASON_LIST(X)
#undef X
#define X(symbol, number, id) \
	CHECK(MAILERR_NOTICE_##symbol == number); \
	CHECK_TEXT(mailerr_id(&mailerr_notice_find( \
	    MAILERR_NOTICE_##symbol)->entry), id);
	MAILERR_NOTICE_LIST(X)
#undef X
#define X(symbol, number, id) \
	CHECK_TEXT(mailerr_id(&mailerr_command_find( \
	    MAILERR_COMMAND_##symbol)->entry), id);
	MAILERR_COMMAND_LIST(X)
#undef X
#define X(symbol, number, id) \
	CHECK_TEXT(mailerr_id(&mailerr_emitter_find( \
	    MAILERR_EMITTER_##symbol)->entry), id);
	MAILERR_EMITTER_LIST(X)
#undef X
#define X(symbol, number, id) \
	CHECK(*mailerr_label(MAILERR_LABEL_##symbol, NULL) != '\0');
	MAILERR_LABEL_LIST(X)
#undef X
	CHECK_TEXT(mailerr_label(MAILERR_LABEL_NONE, NULL), "");
	CHECK_TEXT(mailerr_label(MAILERR_LABEL_MAX_, "ja"), "");
	CHECK_TEXT(mailerr_version(), MAILERR_VERSION_STRING);
	CHECK_TEXT(MAILERR_STATUS_STRING_PERMANENT_BAD_MAILBOX, "5.1.1");
}

/* ---- what an entry holds ---- */

static void
check_texts(const mailerr_entry *entry)
{
	static const char *const languages[] = { "en", "ja", NULL, "", "xx",
		"ja_JP.UTF-8" };
	size_t i, n, field;
	mailerr_source source;
	mailerr_wording wording;
	mailerr_treatment treatment;
	char address[512];

	CHECK(*mailerr_id(entry) != '\0' || entry->kind == MAILERR_KIND_SENSE);
	for (field = 0; field <= MAILERR_FIELD_NOTE; field++) {
		enum mailerr_field f = (enum mailerr_field)field;
		size_t count = mailerr_text_count(entry, f);

		for (n = 0; n < count; n++)
			for (i = 0; i < sizeof languages / sizeof languages[0];
			    i++)
				CHECK(*mailerr_text(entry, f, n,
				    languages[i]) != '\0');
		CHECK_TEXT(mailerr_text(entry, f, count, "en"), "");
		CHECK_TEXT(mailerr_text(entry, f, (size_t)-1, "ja"), "");
	}
	CHECK(mailerr_text_count(entry, MAILERR_FIELD_MAX_) == 0);
	CHECK_TEXT(mailerr_text(entry, MAILERR_FIELD_MAX_, 0, NULL), "");
	n = mailerr_text_count(entry, MAILERR_FIELD_ACTION);
	for (i = 0; i < n; i++)
		CHECK(mailerr_action_audience(entry, i) != 0 &&
		    mailerr_action_audience(entry, i) < 16);
	CHECK(mailerr_action_audience(entry, n) == 0);
	for (n = 0; mailerr_source_get(entry, n, &source); n++) {
		CHECK(*source.label != '\0');
		i = mailerr_source_href(entry, n, address, sizeof address);
		CHECK(i < sizeof address && i == strlen(address));
		CHECK(mailerr_source_href(entry, n, address, 1) == i);
		CHECK(mailerr_source_href(entry, n, NULL, 100) == i);
	}
	CHECK(mailerr_source_href(entry, n, address, 1) == 0);
	for (n = 0; mailerr_related(entry, n) != NULL; n++)
		CHECK(mailerr_related(entry, n) != entry);
	CHECK(mailerr_related(entry, (size_t)-1) == NULL);
	for (n = 0; mailerr_wording_get(entry, n, &wording); n++)
		CHECK(*wording.text != '\0' && wording.source != NULL);
	for (n = 0; mailerr_treatment_get(entry, n, &treatment); n++)
		CHECK(mailerr_emitter_find(treatment.emitter) != NULL);
}

static void
check_null(void)
{
	CHECK_TEXT(mailerr_id(NULL), "");
	CHECK_TEXT(mailerr_symbol(NULL), "");
	CHECK_TEXT(mailerr_text(NULL, MAILERR_FIELD_TITLE, 0, NULL), "");
	CHECK(mailerr_text_count(NULL, MAILERR_FIELD_TITLE) == 0);
	CHECK(mailerr_action_audience(NULL, 0) == 0);
	CHECK(!mailerr_source_get(NULL, 0, NULL));
	CHECK(mailerr_source_href(NULL, 0, NULL, 0) == 0);
	CHECK(mailerr_related(NULL, 0) == NULL);
	CHECK_TEXT(mailerr_since(NULL), "");
	CHECK_TEXT(mailerr_retired(NULL), "");
	CHECK(!mailerr_wording_get(NULL, 0, NULL));
	CHECK_TEXT(mailerr_known_as(NULL, 0, NULL), "");
	CHECK(!mailerr_treatment_get(NULL, 0, NULL));
	CHECK(mailerr_sense_next(NULL, NULL) == NULL);
	CHECK(mailerr_find(NULL, NULL) == NULL);
	CHECK(mailerr_find("", NULL) == NULL);
	CHECK(mailerr_find(":", NULL) == NULL);
	CHECK(mailerr_find("reply:", NULL) == NULL);
	CHECK(mailerr_find("nothing:550", NULL) == NULL);
	CHECK(!mailerr_status_allows(NULL, 5));
	CHECK(mailerr_reply_status(NULL, 0) == NULL);
	CHECK(mailerr_status_reply(NULL, 5, 0) == NULL);
	CHECK_TEXT(mailerr_word(MAILERR_WORDS_MAX_, 1), "");
	CHECK_TEXT(mailerr_word(MAILERR_WORDS_BOUNCE, -1), "");
	CHECK_TEXT(mailerr_word(MAILERR_WORDS_BOUNCE, INT_MAX), "");
	CHECK_TEXT(mailerr_word(MAILERR_WORDS_BOUNCE, INT_MIN), "");
	CHECK_TEXT(mailerr_word(MAILERR_WORDS_BOUNCE, MAILERR_BOUNCE_HARD),
	    "hard");
	CHECK_TEXT(mailerr_word(MAILERR_WORDS_KIND, MAILERR_KIND_VOCABULARY),
	    "vocabulary");
}

static void
check_entries(void)
{
#define EACH(kind) do { \
	const mailerr_##kind *e = NULL; \
	while ((e = mailerr_##kind##_next(e)) != NULL) { \
		const mailerr_entry *same = NULL; \
		check_texts(&e->entry); \
		do \
			same = mailerr_find(mailerr_id(&e->entry), same); \
		while (same != NULL && same != &e->entry); \
		CHECK(same == &e->entry); \
	} \
} while (0)
	const mailerr_reply *r = NULL;
	const mailerr_status *t = NULL;

	EACH(reply);
	EACH(status);
	EACH(notice);
	EACH(reason);
	EACH(mistake);
	EACH(keyword);
	EACH(command);
	EACH(emitter);
#undef EACH
	while ((r = mailerr_reply_next(r)) != NULL) {
		const mailerr_sense *s = NULL;

		while ((s = mailerr_sense_next(&r->entry, s)) != NULL) {
			CHECK(s->of == r->code);
			check_texts(&s->entry);
		}
	}
	while ((t = mailerr_status_next(t)) != NULL) {
		const mailerr_sense *s = NULL;

		while ((s = mailerr_sense_next(&t->entry, s)) != NULL)
			check_texts(&s->entry);
	}
}

static void
check_names(void)
{
	const mailerr_entry *e;

	CHECK((e = mailerr_find("5.1.1", NULL)) != NULL &&
	    e == &mailerr_status_find(5, 1, 1)->entry);
	CHECK(mailerr_find("x.1.1", NULL) == e);
	CHECK(mailerr_find("status:4.1.1", NULL) == e);
	CHECK(mailerr_find("3.1.1", NULL) == NULL);
	CHECK((e = mailerr_find("user-unknown", NULL)) != NULL &&
	    e->kind == MAILERR_KIND_NOTICE);
	CHECK((e = mailerr_find("user-unknown", e)) != NULL &&
	    e->kind == MAILERR_KIND_REASON);
	CHECK(mailerr_find("user-unknown", e) == NULL);
	CHECK((e = mailerr_find("REASON:User-Unknown", NULL)) != NULL &&
	    e->kind == MAILERR_KIND_REASON);
	CHECK((e = mailerr_find("ex_nouser", NULL)) != NULL &&
	    e->kind == MAILERR_KIND_KEYWORD);
	/* a notice bears the name, too */
	CHECK((e = mailerr_find("MAILBOX_UNAVAILABLE", NULL)) != NULL &&
	    e->kind == MAILERR_KIND_NOTICE);
	CHECK((e = mailerr_find("MAILBOX_UNAVAILABLE", e)) != NULL &&
	    e->kind == MAILERR_KIND_REPLY && e->number == 550);
}

/* ---- for those who answer ---- */

static void
check_answers(void)
{
	const mailerr_reply *r = NULL;
	const mailerr_status *s, *user = mailerr_status_find(5, 1, 1);
	const mailerr_keyword *k;
	size_t i, n;

	CHECK(mailerr_status_allows(user, 5));
	CHECK(!mailerr_status_allows(user, 4));
	for (i = 0; i < ODD; i++) {
		CHECK(!mailerr_status_allows(user, odd_numbers[i]));
		CHECK(mailerr_sysexit_for(odd_numbers[i], 1, 1) == NULL);
		mailerr_sysexit_for(5, odd_numbers[i], odd_numbers[i]);
		CHECK(mailerr_sysexit_find(odd_numbers[i]) == NULL ||
		    odd_numbers[i] == 0);
		CHECK(mailerr_status_reply(user, odd_numbers[i], 0) == NULL);
	}
	while ((r = mailerr_reply_next(r)) != NULL)
		for (n = 0; (s = mailerr_reply_status(r, n)) != NULL; n++) {
			const mailerr_reply *back;

			CHECK(((s->classes | s->classes_met) >> r->cls & 1) != 0);
			for (i = 0; (back = mailerr_status_reply(s, r->cls, i))
			    != NULL && back != r; i++)
				continue;
			CHECK(back == r);
		}
	CHECK(mailerr_reply_status(mailerr_reply_find(550), 0) != NULL);
	CHECK(mailerr_reply_status(mailerr_reply_find(550), (size_t)-1) ==
	    NULL);
	k = mailerr_sysexit_find(67);
	CHECK(k != NULL && k->reply == 550 && k->status == 1001 &&
	    k->status_class == 5);
	CHECK(mailerr_sysexit_for(5, 1, 1) == k);
	CHECK(mailerr_sysexit_for(2, 0, 0) == mailerr_sysexit_find(0));
	CHECK(mailerr_sysexit_for(4, 2, 2) == mailerr_sysexit_find(75));
	CHECK(mailerr_sysexit_for(5, 1, 999) == mailerr_sysexit_find(69));
}

/* ---- reading ---- */

static void
check_reading(void)
{
	static const char pieces[] = "550 5.1.1 <a@b.c>: User unknown\n";
	char bytes[4096];
	mailerr_verdict v;
	mailerr_hit hit;
	unsigned seed = 1;
	size_t i, n;

	/* any bytes, any length: nothing to hold but that it ends */
	for (n = 0; n < 2000; n++) {
		size_t size = n * 2;

		for (i = 0; i < size; i++) {
			seed = seed * 1103515245u + 12345u;
			bytes[i] = n % 2 == 0 ? (char)(seed >> 16) :
			    pieces[(seed >> 16) % (sizeof pieces - 1)];
		}
		mailerr_explain(bytes, size, &v);
		CHECK(mailerr_reason_find(v.reason) != NULL);
		CHECK(v.argument_count <= MAILERR_ARGUMENTS_MAX);
		CHECK((v.suppress != MAILERR_SUPPRESS_YES &&
		    v.suppress != MAILERR_SUPPRESS_CONFIRM) ||
		    v.about == MAILERR_ABOUT_RECIPIENT ||
		    v.about == MAILERR_ABOUT_DOMAIN);
		mailerr_best_phrase(bytes, size, &hit);
		mailerr_phrases(bytes, size, &hit, 1);
	}
	mailerr_explain("Too many hops 26", 16, &v);
	CHECK(v.notice == MAILERR_NOTICE_TOO_MANY_HOPS);
	CHECK(v.argument_count == 1 && v.arguments[0].length == 2 &&
	    memcmp(v.arguments[0].value, "26", 2) == 0);
	mailerr_explain("Cannot send message for zero seconds", 36, &v);
	CHECK(v.notice == MAILERR_NOTICE_CANNOT_SEND_ZERO_SECONDS);
}

int
main(void)
{
	check_codes();
	check_ids();
	check_lists();
	check_null();
	check_entries();
	check_names();
	check_answers();
	check_reading();
	return test_end("api");
}
