/* SPDX-License-Identifier: MIT */
/* decide.c - how explain decides, line by line, over small.xml */
#include "mailerr.h"
#include "test.h"

#define R(name) MAILERR_REASON_##name
#define N(name) MAILERR_NOTICE_##name
#define CLASS(name) MAILERR_CLASS_##name
#define BY(name) MAILERR_DECIDED_##name
#define IS(name) MAILERR_CERTAINTY_##name
#define STOP(name) MAILERR_SUPPRESS_##name

static const struct row {
	const char *line;
	mailerr_context known; /* size is set below */
	int reply;
	const char *status;
	enum mailerr_reason_id reason;
	enum mailerr_notice_id notice;
	enum mailerr_class cls;
	enum mailerr_decided by;
	enum mailerr_certainty certainty;
	enum mailerr_suppress suppress;
} rows[] = {
#define ALONE { 0, 0, NULL, NULL, NULL, NULL, NULL }
#define KNOWN(reply, status, command, action, emitter) \
	{ 0, reply, status, command, action, NULL, emitter }

	/* nothing */
	{ "", ALONE, 0, "", R(UNKNOWN), N(NONE), CLASS(NONE), BY(NONE),
	    IS(NONE), STOP(NO) },
	{ "good morning", ALONE, 0, "", R(UNKNOWN), N(NONE), CLASS(NONE),
	    BY(NONE), IS(NONE), STOP(NO) },

	/* 1. the class: action, status, reply, notice */
	{ "450 User unknown", ALONE, 450, "", R(USER_UNKNOWN), N(NO_SUCH_USER),
	    CLASS(TRANSIENT), BY(PHRASE), IS(SURE), STOP(REPEAT) },
	{ "4.4.7 Message expired after 5 days",
	    KNOWN(0, NULL, NULL, "failed", NULL), 0, "4.4.7", R(EXPIRED),
	    N(QUEUE_TIME), CLASS(PERMANENT), BY(PHRASE), IS(LIKELY),
	    STOP(REPEAT) },
	{ "550 4.1.1 User unknown", ALONE, 550, "4.1.1", R(USER_UNKNOWN),
	    N(NO_SUCH_USER), CLASS(TRANSIENT), BY(PHRASE), IS(SURE),
	    STOP(REPEAT) },
	{ "Too many hops 26", ALONE, 0, "", R(MAIL_LOOP), N(HOPS),
	    CLASS(PERMANENT), BY(PHRASE), IS(LIKELY), STOP(NO) },
	{ "421 4.4.6 Too many hops 26", ALONE, 421, "4.4.6", R(MAIL_LOOP),
	    N(HOPS), CLASS(TRANSIENT), BY(PHRASE), IS(SURE), STOP(NO) },
	{ "Action: delayed", ALONE, 0, "", R(DELAYED), N(NONE),
	    CLASS(TRANSIENT), BY(DIGIT), IS(GUESS), STOP(NO) },
	{ "Action: failed", ALONE, 0, "", R(OTHER), N(NONE), CLASS(PERMANENT),
	    BY(DIGIT), IS(GUESS), STOP(NO) },
	{ "x", KNOWN(0, NULL, NULL, "relayed (to mailer)", NULL), 0, "",
	    R(DELIVERED), N(NONE), CLASS(SUCCESS), BY(DIGIT), IS(GUESS),
	    STOP(NO) },

	/* 3. the innermost answer tells the cause, the outer ones the outcome */
	{ "550 5.4.7 Message expired after 5 days (<450 4.2.2 the mailbox is "
	    "full for ever>)", ALONE, 450, "4.2.2", R(MAILBOX_FULL), N(FULL),
	    CLASS(PERMANENT), BY(PHRASE), IS(SURE), STOP(REPEAT) },
	{ "550 5.7.1 Too many hops 3 -> 550 User unknown", ALONE, 550, "5.7.1",
	    R(USER_UNKNOWN), N(NO_SUCH_USER), CLASS(PERMANENT), BY(PHRASE),
	    IS(SURE), STOP(CONFIRM) },
	{ "host mx.example.org[192.0.2.1] said: 550 5.1.1 gone", ALONE, 550,
	    "5.1.1", R(USER_UNKNOWN), N(SAID), CLASS(PERMANENT), BY(STATUS),
	    IS(LIKELY), STOP(CONFIRM) },
	{ "451 Message expired after 1 day: host mx said: 550 5.1.1 gone",
	    ALONE, 550, "5.1.1", R(USER_UNKNOWN), N(QUEUE_TIME),
	    CLASS(TRANSIENT), BY(STATUS), IS(LIKELY), STOP(REPEAT) },

	/* 4. the order */
	{ "550 5.3.2 Service currently unavailable", ALONE, 550, "5.3.2",
	    R(POLICY), N(DENYLIST), CLASS(PERMANENT), BY(PHRASE), IS(SURE),
	    STOP(NO) },
	{ "450 4.3.2 Service currently unavailable", ALONE, 450, "4.3.2",
	    R(GREYLISTED), N(GREYLIST), CLASS(TRANSIENT), BY(PHRASE), IS(SURE),
	    STOP(NO) },
	{ "550 5.2.2 User unknown", ALONE, 550, "5.2.2", R(USER_UNKNOWN),
	    N(NO_SUCH_USER), CLASS(PERMANENT), BY(PHRASE), IS(LIKELY),
	    STOP(CONFIRM) },
	{ "550 5.1.1 no", KNOWN(0, NULL, NULL, NULL, "exchange"), 550, "5.1.1",
	    R(POLICY), N(NONE), CLASS(PERMANENT), BY(STATUS), IS(LIKELY),
	    STOP(NO) },
	{ "450 4.1.1 no", KNOWN(0, NULL, NULL, NULL, "exchange"), 450, "4.1.1",
	    R(USER_UNKNOWN), N(NONE), CLASS(TRANSIENT), BY(STATUS), IS(LIKELY),
	    STOP(REPEAT) },
	{ "550 5.1.1 no. Delivery has failed to these recipients", ALONE, 550,
	    "5.1.1", R(POLICY), N(RETURNED), CLASS(PERMANENT), BY(STATUS),
	    IS(LIKELY), STOP(NO) },
	{ "550 5.2.2 Message rejected", ALONE, 550, "5.2.2", R(MAILBOX_FULL),
	    N(REJECTED), CLASS(PERMANENT), BY(STATUS), IS(LIKELY),
	    STOP(REPEAT) },
	{ "550 5.4.7 too old", ALONE, 550, "5.4.7", R(EXPIRED), N(NONE),
	    CLASS(PERMANENT), BY(STATUS), IS(LIKELY), STOP(REPEAT) },
	{ "550 5.7.1 Message rejected", ALONE, 550, "5.7.1", R(POLICY),
	    N(REJECTED), CLASS(PERMANENT), BY(STATUS), IS(GUESS), STOP(NO) },
	{ "550 5.0.0 Message rejected", ALONE, 550, "5.0.0", R(SPAM),
	    N(REJECTED), CLASS(PERMANENT), BY(PHRASE), IS(GUESS), STOP(NO) },
	{ "554 Message rejected", ALONE, 554, "", R(SPAM), N(REJECTED),
	    CLASS(PERMANENT), BY(PHRASE), IS(GUESS), STOP(NO) },
	{ "554 no (in reply to STARTTLS)", ALONE, 554, "", R(OTHER), N(NONE),
	    CLASS(PERMANENT), BY(REPLY), IS(GUESS), STOP(NO) },
	{ "mx refused to talk to me: 554 no", ALONE, 554, "",
	    R(SERVICE_UNAVAILABLE), N(NONE), CLASS(PERMANENT), BY(COMMAND),
	    IS(GUESS), STOP(NO) },
	{ "554 no", KNOWN(0, NULL, "CONNECT", NULL, NULL), 554, "",
	    R(SERVICE_UNAVAILABLE), N(NONE), CLASS(PERMANENT), BY(COMMAND),
	    IS(GUESS), STOP(NO) },
	{ "454 no", KNOWN(0, NULL, "STARTTLS", NULL, NULL), 454, "",
	    R(TLS_FAILED), N(NONE), CLASS(TRANSIENT), BY(REPLY), IS(LIKELY),
	    STOP(NO) },
	{ "454 no", ALONE, 454, "", R(OTHER), N(NONE), CLASS(TRANSIENT),
	    BY(REPLY), IS(GUESS), STOP(NO) },
	{ "552 no", ALONE, 552, "", R(MAILBOX_FULL), N(NONE), CLASS(PERMANENT),
	    BY(REPLY), IS(GUESS), STOP(REPEAT) },
	{ "571 no", ALONE, 571, "", R(POLICY), N(NONE), CLASS(PERMANENT),
	    BY(REPLY), IS(GUESS), STOP(NO) },
	{ "550 5.7.515 no", ALONE, 550, "5.7.515", R(POLICY), N(NONE),
	    CLASS(PERMANENT), BY(STATUS), IS(LIKELY), STOP(NO) },
	{ "550 5.4.99 no", ALONE, 550, "5.4.99", R(SERVICE_UNAVAILABLE),
	    N(NONE), CLASS(PERMANENT), BY(STATUS), IS(GUESS), STOP(NO) },
	{ "559 no", ALONE, 559, "", R(OTHER), N(NONE), CLASS(PERMANENT),
	    BY(DIGIT), IS(GUESS), STOP(NO) },
	{ "250 fine", ALONE, 250, "", R(DELIVERED), N(NONE), CLASS(SUCCESS),
	    BY(REPLY), IS(GUESS), STOP(NO) },
	{ "251 fine", ALONE, 251, "", R(DELIVERED), N(NONE), CLASS(SUCCESS),
	    BY(DIGIT), IS(GUESS), STOP(NO) },
	{ "354 go on", ALONE, 354, "", R(IN_PROGRESS), N(NONE),
	    CLASS(INTERMEDIATE), BY(REPLY), IS(GUESS), STOP(NO) },
	{ "250 2.1.5 User unknown", ALONE, 250, "2.1.5", R(DELIVERED), N(NONE),
	    CLASS(SUCCESS), BY(STATUS), IS(GUESS), STOP(NO) },
	/* a frame only names itself */
	{ "Delivery has failed to these recipients", ALONE, 0, "", R(UNKNOWN),
	    N(RETURNED), CLASS(PERMANENT), BY(PHRASE), IS(GUESS), STOP(NO) },

	/* what the caller knows */
	{ "gone", KNOWN(550, "5.1.1 (no)", NULL, NULL, NULL), 550, "5.1.1",
	    R(USER_UNKNOWN), N(NONE), CLASS(PERMANENT), BY(STATUS), IS(LIKELY),
	    STOP(CONFIRM) },
	{ "Message rejected", KNOWN(0, NULL, NULL, "failed", NULL), 0, "",
	    R(SPAM), N(REJECTED), CLASS(PERMANENT), BY(PHRASE), IS(GUESS),
	    STOP(NO) },

	/* 6. the command excludes */
	{ "550 5.1.1 User unknown", KNOWN(0, NULL, "MAIL FROM:<a@b>", NULL,
	    NULL), 550, "5.1.1", R(OTHER), N(NONE), CLASS(PERMANENT),
	    BY(REPLY), IS(GUESS), STOP(NO) },
	{ "550 5.1.1 User unknown", KNOWN(0, NULL, "end of DATA", NULL, NULL),
	    550, "5.1.1", R(USER_UNKNOWN), N(NO_SUCH_USER), CLASS(PERMANENT),
	    BY(PHRASE), IS(GUESS), STOP(REPEAT) },
	{ "550 5.1.1 no", KNOWN(0, NULL, "DATA-END", NULL, NULL), 550, "5.1.1",
	    R(USER_UNKNOWN), N(NONE), CLASS(PERMANENT), BY(STATUS), IS(GUESS),
	    STOP(REPEAT) },
	{ "mx refused to talk to me: 554 5.7.1 no", ALONE, 554, "5.7.1",
	    R(SERVICE_UNAVAILABLE), N(NONE), CLASS(PERMANENT), BY(COMMAND),
	    IS(GUESS), STOP(NO) },
	{ "mx refused to talk to me: 454 4.7.1 no", ALONE, 454, "4.7.1",
	    R(POLICY), N(NONE), CLASS(TRANSIENT), BY(STATUS), IS(GUESS),
	    STOP(NO) },
	{ "mx refused to talk to me: 552 no", ALONE, 552, "",
	    R(SERVICE_UNAVAILABLE), N(NONE), CLASS(PERMANENT), BY(COMMAND),
	    IS(GUESS), STOP(NO) },
	{ "552 5.2.2 over", KNOWN(0, NULL, "end of DATA", NULL, NULL), 552,
	    "5.2.2", R(MAILBOX_FULL), N(NONE), CLASS(PERMANENT), BY(STATUS),
	    IS(LIKELY), STOP(REPEAT) },
	{ "550 5.1.1 User unknown", KNOWN(0, NULL, "rcpt", NULL, NULL), 550,
	    "5.1.1", R(USER_UNKNOWN), N(NO_SUCH_USER), CLASS(PERMANENT),
	    BY(PHRASE), IS(SURE), STOP(CONFIRM) },
	{ "550 the domain is closed (in reply to MAIL FROM command)", ALONE,
	    550, "", R(SENDER_REFUSED), N(BARRED), CLASS(PERMANENT),
	    BY(PHRASE), IS(SURE), STOP(NO) },
	{ "550 the domain is closed (in reply to RCPT TO command)", ALONE, 550,
	    "", R(HOST_UNKNOWN), N(CLOSED_DOMAIN), CLASS(PERMANENT),
	    BY(PHRASE), IS(SURE), STOP(YES) },

	/* the worst error is to suppress a good address */
	{ "450 address has two at signs", ALONE, 450, "", R(BAD_ADDRESS),
	    N(BAD_SYNTAX), CLASS(TRANSIENT), BY(PHRASE), IS(SURE),
	    STOP(REPEAT) },
	{ "550 address has two at signs", ALONE, 550, "", R(BAD_ADDRESS),
	    N(BAD_SYNTAX), CLASS(PERMANENT), BY(PHRASE), IS(SURE), STOP(YES) },
	{ "450 address has two at signs", KNOWN(0, NULL, NULL, "failed", NULL),
	    450, "", R(BAD_ADDRESS), N(BAD_SYNTAX), CLASS(PERMANENT),
	    BY(PHRASE), IS(SURE), STOP(REPEAT) },
	{ "550 5.1.3 hm", ALONE, 550, "5.1.3", R(BAD_ADDRESS), N(NONE),
	    CLASS(PERMANENT), BY(STATUS), IS(GUESS), STOP(REPEAT) },
};

static void
check_row(const struct row *row)
{
	mailerr_context known = row->known;
	mailerr_verdict v;
	char status[32] = "";
	unsigned before = failed;

	known.size = sizeof known;
	CHECK(mailerr_explain_in(&known, row->line, strlen(row->line), &v) ==
	    row->reason);
	if (v.status_class != 0)
		snprintf(status, sizeof status, "%d.%d.%d", v.status_class,
		    v.status_subject, v.status_detail);
	CHECK(v.reply == row->reply);
	CHECK_TEXT(status, row->status);
	CHECK(v.reason == row->reason);
	CHECK(v.notice == row->notice);
	CHECK(v.cls == row->cls);
	CHECK(v.decided_by == row->by);
	CHECK(v.certainty == row->certainty);
	CHECK(v.suppress == row->suppress);
	/* what all verdicts keep to */
	CHECK((v.entry != NULL) == (v.decided_by != MAILERR_DECIDED_NONE));
	CHECK((v.suppress != MAILERR_SUPPRESS_YES &&
	    v.suppress != MAILERR_SUPPRESS_CONFIRM) ||
	    v.about == MAILERR_ABOUT_RECIPIENT ||
	    v.about == MAILERR_ABOUT_DOMAIN);
	CHECK(v.cls != MAILERR_CLASS_TRANSIENT ||
	    (v.bounce != MAILERR_BOUNCE_HARD && v.retry != MAILERR_RETRY_NO));
	if (failed != before)
		printf("    line: \"%s\" (reason %d, notice %d, by %d)\n",
		    row->line, (int)v.reason, (int)v.notice,
		    (int)v.decided_by);
}

static void
check_verdict(void)
{
	static const char line[] =
	    "450 4.7.1 Greylisted, try again in 5 minutes";
	static const char other[] = "450 Please come back in 300 seconds";
	mailerr_verdict v;

	mailerr_explain(line, strlen(line), &v);
	CHECK(v.argument_count == 1);
	CHECK_TEXT(v.arguments[0].name, "retry-after");
	CHECK(v.arguments[0].value == line + 35 && v.arguments[0].length == 9);
	CHECK(v.arguments[0].type == MAILERR_ARGUMENT_DURATION);
	CHECK(v.retry_after == 300);
	mailerr_explain(other, strlen(other), &v);
	CHECK(v.retry_after == 300);
	/* a notice may say otherwise than its reason */
	mailerr_explain("550 the mailbox is full for ever", 32, &v);
	CHECK(v.bounce == MAILERR_BOUNCE_HARD && v.retry == MAILERR_RETRY_NO);
	mailerr_explain("450 the mailbox is full for ever", 32, &v);
	CHECK(v.bounce == MAILERR_BOUNCE_SOFT &&
	    v.retry == MAILERR_RETRY_LATER);
	CHECK(mailerr_explain("User unknown", 12, NULL) == R(USER_UNKNOWN));
	CHECK(mailerr_explain(NULL, 1000, &v) == R(UNKNOWN));
	CHECK(mailerr_explain_in(NULL, "User unknown", 12, &v) ==
	    R(USER_UNKNOWN));
	/* an older caller, whose context is shorter */
	{
		mailerr_context known;

		memset(&known, 0xff, sizeof known);
		known.size = offsetof(mailerr_context, status);
		known.reply = 550;
		CHECK(mailerr_explain_in(&known, "no user", 7, &v) == R(OTHER));
		CHECK(v.reply == 550);
	}
}

static void
check_hits(void)
{
	static const char line[] = "550 <a@example.com>: nobody here. "
	    "Too many hops 26. Message rejected";
	mailerr_hit hits[8], hit;

	CHECK(mailerr_phrases(line, strlen(line), hits, 8) == 3);
	CHECK(hits[0].notice == N(NO_SUCH_USER) && hits[0].start == 4);
	CHECK(hits[0].argument_count == 1 && hits[0].literal == 15 &&
	    hits[0].arguments[0].length == 13);
	CHECK(hits[1].notice == N(HOPS) &&
	    hits[1].emitter == MAILERR_EMITTER_POSTFIX);
	CHECK(hits[2].notice == N(REJECTED) && hits[2].end == strlen(line) &&
	    hits[2].rank == MAILERR_RANK_GENERIC);
	CHECK(mailerr_phrases(line, strlen(line), hits, 1) == 3);
	CHECK(mailerr_phrases(line, strlen(line), NULL, 8) == 3);
	CHECK(mailerr_phrases(NULL, 9, hits, 8) == 0);
	CHECK(mailerr_best_phrase(line, strlen(line), &hit) &&
	    hit.notice == N(NO_SUCH_USER));
	CHECK(mailerr_best_phrase(line + 20, strlen(line + 20), &hit) &&
	    hit.notice == N(HOPS));
	CHECK(mailerr_best_phrase("Message rejected", 16, NULL));
	CHECK(!mailerr_best_phrase("nothing", 7, &hit));
}

static void
check_languages(void)
{
	const mailerr_entry *reason =
	    &mailerr_reason_find(R(USER_UNKNOWN))->entry;
	static const char ja[] = "\xe5\xae\x9b\xe5\x85\x88\xe4\xb8\x8d"
	    "\xe6\x98\x8e";
	const enum mailerr_label_id meaning = MAILERR_LABEL_MEANING;

	CHECK_TEXT(mailerr_language(0), "en");
	CHECK_TEXT(mailerr_language(1), "ja");
	CHECK_TEXT(mailerr_language(2), "pt-BR");
	CHECK_TEXT(mailerr_language(3), "");
	CHECK_TEXT(mailerr_language((size_t)-1), "");
	CHECK_TEXT(mailerr_text(reason, MAILERR_FIELD_TITLE, 0, "ja"), ja);
	CHECK_TEXT(mailerr_text(reason, MAILERR_FIELD_TITLE, 0, "ja_JP.UTF-8"),
	    ja);
	CHECK_TEXT(mailerr_text(reason, MAILERR_FIELD_TITLE, 0, "JA-jp"), ja);
	CHECK_TEXT(mailerr_text(reason, MAILERR_FIELD_TITLE, 0, "jam"),
	    "User unknown");
	CHECK_TEXT(mailerr_text(reason, MAILERR_FIELD_TITLE, 0, "j"),
	    "User unknown");
	CHECK_TEXT(mailerr_text(reason, MAILERR_FIELD_TITLE, 0, NULL),
	    "User unknown");
	CHECK_TEXT(mailerr_text(reason, MAILERR_FIELD_TITLE, 0, ""),
	    "User unknown");
	/* not translated */
	CHECK_TEXT(mailerr_text(reason, MAILERR_FIELD_MEANING, 0, "ja"),
	    "The reason is user unknown.");
	CHECK_TEXT(mailerr_label(meaning, "pt_BR.UTF-8"), "Significado");
	CHECK_TEXT(mailerr_label(meaning, "pt-br"), "Significado");
	CHECK_TEXT(mailerr_label(meaning, "pt_PT"), "Meaning");
	CHECK_TEXT(mailerr_label(meaning, "pt"), "Meaning");
}

static void
check_catalog(void)
{
	mailerr_treatment t;
	mailerr_wording w;
	mailerr_source s;
	enum mailerr_emitter_id emitter;
	const mailerr_entry *user =
	    &mailerr_reason_find(R(USER_UNKNOWN))->entry;
	const mailerr_entry *exit_67 = &mailerr_sysexit_find(67)->entry;
	const mailerr_entry *status =
	    &mailerr_status_find(5, 1, 1)->entry;
	const mailerr_sense *sense = mailerr_sense_next(status, NULL);
	char address[64];

	CHECK(MAILERR_VERSION == 10203 && MAILERR_VERSION_MAJOR == 1);
	CHECK_TEXT(mailerr_version(), "1.2.3");
	CHECK_TEXT(mailerr_known_as(user, 0, &emitter), "unknown_user");
	CHECK(emitter == MAILERR_EMITTER_POSTFIX);
	CHECK_TEXT(mailerr_known_as(user, 1, &emitter), "");
	CHECK(mailerr_treatment_get(exit_67, 0, &t) &&
	    t.cls == MAILERR_CLASS_PERMANENT && t.reply == 0 &&
	    t.status_class == 5 && t.status_detail == 1);
	CHECK_TEXT(t.says, "user unknown");
	CHECK(!mailerr_treatment_get(exit_67, 1, &t));
	CHECK(sense != NULL && sense->reason == R(POLICY) &&
	    sense->emitter == MAILERR_EMITTER_EXCHANGE &&
	    sense->cls == MAILERR_CLASS_PERMANENT);
	CHECK(mailerr_sense_next(status, sense) == NULL);
	CHECK(mailerr_wording_get(&mailerr_notice_find(N(HOPS))->entry, 0, &w));
	CHECK_TEXT(w.text, "Too many hops {hops}");
	CHECK_TEXT(w.source, "test");
	CHECK(mailerr_source_get(user, 0, &s));
	CHECK_TEXT(s.label, "RFC 5321");
	CHECK_TEXT(s.section, "4.2");
	CHECK(mailerr_source_href(user, 0, address, sizeof address) == 50);
	CHECK_TEXT(address,
	    "https://www.rfc-editor.org/rfc/rfc5321#section-4.2");
	CHECK(mailerr_source_href(user, 0, address, 6) == 50);
	CHECK_TEXT(address, "https");
	CHECK(mailerr_source_href(user, 0, NULL, 0) == 50);
	CHECK(mailerr_source_href(user, 1, address, 6) == 0 &&
	    *address == '\0');
	CHECK(mailerr_source_href(exit_67, 0, address, sizeof address) == 25);
	CHECK_TEXT(mailerr_since(user), "0.1");
	CHECK_TEXT(mailerr_retired(user), "");
	CHECK(mailerr_action_audience(user, 0) == (MAILERR_AUDIENCE_SENDER |
	    MAILERR_AUDIENCE_POSTMASTER));
	CHECK(mailerr_action_audience(user, 1) == 0);
}

int
main(void)
{
	size_t n;

	for (n = 0; n < sizeof rows / sizeof rows[0]; n++)
		check_row(&rows[n]);
	check_verdict();
	check_hits();
	check_languages();
	check_catalog();
	return test_end("decide");
}
