/* SPDX-License-Identifier: MIT */
/* context.c - what is known beside the text: one text, answered to each command
 * of the dialogue, means each time what the command speaks of */
#include "mailerr.h"
#include "test.h"

#define R(name) MAILERR_REASON_##name
#define COMMANDS 8

/* The order of the columns, and how a log tells of it, which must come to the
 * same. */
static const struct {
	const char *name;
	const char *told;
	enum mailerr_command_id id;
} commands[COMMANDS] = {
	{ "CONNECT", "initial connection",
	    MAILERR_COMMAND_CONNECT },
	{ "EHLO", "EHLO client.example.net",
	    MAILERR_COMMAND_EHLO },
	{ "STARTTLS", "STARTTLS",
	    MAILERR_COMMAND_STARTTLS },
	{ "AUTH", "AUTH LOGIN",
	    MAILERR_COMMAND_AUTH },
	{ "MAIL", "MAIL FROM:<b@example.net>",
	    MAILERR_COMMAND_MAIL },
	{ "RCPT", "RCPT TO:<a@example.org>",
	    MAILERR_COMMAND_RCPT },
	{ "DATA", "DATA",
	    MAILERR_COMMAND_DATA },
	{ "DATA-END", "end of data",
	    MAILERR_COMMAND_DATA_END },
};

/* A text that says no more than "no": the command says of what. */
#define VAGUE R(REPUTATION), R(HOST_IDENTITY), R(TLS_FAILED), R(AUTH_FAILED), \
	R(SENDER_REFUSED), R(RECIPIENT_REFUSED), R(POLICY), R(POLICY)
#define ALWAYS(reason) reason, reason, reason, reason, reason, reason, reason, \
	reason

static const struct {
	const char *text;
	enum mailerr_reason_id alone; /* no command is known */
	enum mailerr_reason_id reason[COMMANDS];
} rows[] = {
	/* vague words, with a status that says as little, or with none */
	{ "550 5.7.1 Access denied", R(POLICY), { VAGUE } },
	{ "550 rejected", R(OTHER), { VAGUE } },
	{ "550 blocked", R(OTHER), { VAGUE } },
	{ "550 not allowed", R(OTHER), { VAGUE } },
	{ "550 5.0.0 no", R(OTHER), { VAGUE } },
	{ "550 5.7.1 Command rejected", R(POLICY), { VAGUE } },
	{ "550 permission denied", R(POLICY), { VAGUE } },
	{ "550 Administrative prohibition", R(POLICY), { VAGUE } },
	{ "550 5.7.0 no", R(POLICY), { VAGUE } },
	{ "554 5.7.1 refused", R(POLICY), { VAGUE } },
	{ "554 5.7.1 Service unavailable", R(POLICY), { VAGUE } },
	/* 554 to DATA: no recipient had been taken; look at those answers */
	{ "554 Transaction failed", R(OTHER), { R(REPUTATION),
	    R(HOST_IDENTITY), R(TLS_FAILED), R(AUTH_FAILED), R(SENDER_REFUSED),
	    R(RECIPIENT_REFUSED), R(OTHER), R(POLICY) } },
	/* 521 as a greeting: no mail here, for nobody */
	{ "521 no", R(OTHER), { R(NO_MAIL_SERVICE), R(HOST_IDENTITY),
	    R(TLS_FAILED), R(AUTH_FAILED), R(SENDER_REFUSED),
	    R(RECIPIENT_REFUSED), R(POLICY), R(POLICY) } },
	/* an address: whose it is, the command says */
	{ "550 5.1.1 User unknown", R(USER_UNKNOWN), { R(REPUTATION),
	    R(HOST_IDENTITY), R(TLS_FAILED), R(AUTH_FAILED), R(SENDER_INVALID),
	    R(USER_UNKNOWN), R(USER_UNKNOWN), R(USER_UNKNOWN) } },
	{ "550 Host not found", R(HOST_UNKNOWN), { R(HOST_IDENTITY),
	    R(HOST_IDENTITY), R(TLS_FAILED), R(AUTH_FAILED), R(SENDER_INVALID),
	    R(HOST_UNKNOWN), R(HOST_UNKNOWN), R(HOST_UNKNOWN) } },
	/* X.1.8 is the sender's domain by definition; before MAIL there is no
	 * sender */
	{ "553 5.1.8 Domain not found", R(SENDER_INVALID), { R(REPUTATION),
	    R(HOST_IDENTITY), R(TLS_FAILED), R(AUTH_FAILED), R(SENDER_INVALID),
	    R(SENDER_INVALID), R(SENDER_INVALID), R(SENDER_INVALID) } },
	/* syntax: of what stands behind the command, where something does */
	{ "501 Syntax error", R(PROTOCOL_ERROR), { R(PROTOCOL_ERROR),
	    R(HOST_IDENTITY), R(PROTOCOL_ERROR), R(PROTOCOL_ERROR),
	    R(SENDER_INVALID), R(BAD_ADDRESS), R(PROTOCOL_ERROR),
	    R(PROTOCOL_ERROR) } },
	/* size: announced with MAIL, seen at the end; to RCPT too many */
	{ "552 too much", R(MAILBOX_FULL), { R(REPUTATION), R(HOST_IDENTITY),
	    R(TLS_FAILED), R(AUTH_FAILED), R(MESSAGE_TOO_BIG),
	    R(TOO_MANY_RECIPIENTS), R(MAILBOX_FULL), R(MESSAGE_TOO_BIG) } },
	/* what says why keeps its reason wherever it is said */
	{ "554 5.7.1 policy violation", R(POLICY), { ALWAYS(R(POLICY)) } },
	{ "503 Bad sequence of commands", R(PROTOCOL_ERROR),
	    { ALWAYS(R(PROTOCOL_ERROR)) } },
	{ "535 5.7.8 no", R(AUTH_FAILED), { ALWAYS(R(AUTH_FAILED)) } },
	/* "not now" may be about anything: the command settles nothing */
	{ "450 4.7.1 Access denied", R(POLICY), { ALWAYS(R(POLICY)) } },
	{ "450 no", R(OTHER), { ALWAYS(R(OTHER)) } },
};

static const char *
name_of(enum mailerr_reason_id reason)
{
	return mailerr_id(&mailerr_reason_find(reason)->entry);
}

static void
check_reason(const char *text, const char *command,
    const mailerr_verdict *v, enum mailerr_reason_id want)
{
	CHECK(v->reason == want);
	if (v->reason != want)
		printf("    \"%s\" to %s: %s, not %s\n", text, command,
		    name_of(v->reason), name_of(want));
}

/* Before RCPT no recipient is named: nothing may be said of one. */
static void
check_harm(const mailerr_verdict *v, size_t command)
{
	if (command < 5)
		CHECK(v->suppress == MAILERR_SUPPRESS_NO &&
		    v->about != MAILERR_ABOUT_RECIPIENT &&
		    v->about != MAILERR_ABOUT_DOMAIN);
	if (command != 5 && command != 6)
		CHECK(v->suppress != MAILERR_SUPPRESS_YES &&
		    v->suppress != MAILERR_SUPPRESS_CONFIRM);
	if (v->decided_by == MAILERR_DECIDED_COMMAND)
		CHECK(v->suppress == MAILERR_SUPPRESS_NO);
}

static void
check_row(size_t row)
{
	const char *text = rows[row].text;
	mailerr_context known;
	mailerr_verdict v;
	char line[400];
	size_t n;

	memset(&known, 0, sizeof known);
	known.size = sizeof known;
	mailerr_explain_in(&known, text, strlen(text), &v);
	check_reason(text, "nothing", &v, rows[row].alone);
	for (n = 0; n < COMMANDS; n++) {
		known.command = commands[n].name;
		mailerr_explain_in(&known, text, strlen(text), &v);
		CHECK(v.command == commands[n].id);
		check_reason(text, commands[n].name, &v, rows[row].reason[n]);
		check_harm(&v, n);
		/* the same, told by a log */
		snprintf(line, sizeof line, "SMTP error from remote mail "
		    "server after %s: host mx.example.org [192.0.2.1]: %s",
		    commands[n].told, text);
		mailerr_explain(line, strlen(line), &v);
		CHECK(v.command == commands[n].id);
		check_reason(line, "a log", &v, rows[row].reason[n]);
		check_harm(&v, n);
	}
}

static enum mailerr_reason_id
explain_known(const mailerr_context *known, const char *text,
    mailerr_verdict *v)
{
	mailerr_context c = *known;

	c.size = sizeof c;
	return mailerr_explain_in(&c, text, strlen(text), v);
}

/* How callers may spell a command, and what is none. */
static void
check_spellings(void)
{
	static const struct {
		const char *spelt;
		enum mailerr_command_id id;
	} all[] = {
		{ "RCPT", MAILERR_COMMAND_RCPT },
		{ "rcpt to", MAILERR_COMMAND_RCPT },
		{ "RCPT TO:<a@example.com>", MAILERR_COMMAND_RCPT },
		{ "MAIL FROM:<> SIZE=10", MAILERR_COMMAND_MAIL },
		{ "DATA", MAILERR_COMMAND_DATA },
		{ "data-end", MAILERR_COMMAND_DATA_END },
		{ "end of DATA", MAILERR_COMMAND_DATA_END },
		{ "EHLO mx.example.com", MAILERR_COMMAND_EHLO },
		{ "HELO", MAILERR_COMMAND_HELO },
		{ "greeting", MAILERR_COMMAND_CONNECT },
		{ "BDAT 100 LAST", MAILERR_COMMAND_BDAT },
		{ "QUIT", MAILERR_COMMAND_QUIT },
		{ "MAILX", MAILERR_COMMAND_NONE },
		{ "no command", MAILERR_COMMAND_NONE },
		{ "", MAILERR_COMMAND_NONE },
	};
	size_t n;

	for (n = 0; n < sizeof all / sizeof all[0]; n++) {
		mailerr_context known = { 0, 0, NULL, NULL, NULL, NULL, NULL };
		mailerr_verdict v;

		known.command = all[n].spelt;
		explain_known(&known, "550 no", &v);
		check_that(v.command == all[n].id, all[n].spelt, __FILE__,
		    __LINE__);
	}
}

/* Action, codes, emitter, host. */
static void
check_others(void)
{
	mailerr_context c = { 0, 0, NULL, NULL, NULL, NULL, NULL };
	mailerr_verdict v;

	/* Action goes before every code: 4.4.7 of a failed report is final */
	c.action = "failed";
	c.status = "4.4.7";
	CHECK(explain_known(&c, "no", &v) == R(EXPIRED));
	CHECK(v.cls == MAILERR_CLASS_PERMANENT &&
	    v.action == MAILERR_DSN_ACTION_FAILED && v.status_class == 4);
	c.action = "delayed";
	CHECK(explain_known(&c, "no", &v) == R(EXPIRED));
	CHECK(v.cls == MAILERR_CLASS_TRANSIENT);
	c.status = NULL;
	CHECK(explain_known(&c, "no", &v) == R(DELAYED));
	c.action = "delivered";
	CHECK(explain_known(&c, "no", &v) == R(DELIVERED));
	/* a failure that the text shows does not suppress at once */
	c.action = "failed";
	CHECK(explain_known(&c, "450 4.1.1 User unknown", &v) ==
	    R(USER_UNKNOWN));
	CHECK(v.cls == MAILERR_CLASS_PERMANENT &&
	    v.suppress == MAILERR_SUPPRESS_REPEAT);
	/* nor does the command speak where a reply says "not now" */
	c.command = "MAIL";
	CHECK(explain_known(&c, "450 no", &v) == R(OTHER));
	c.action = NULL;
	CHECK(explain_known(&c, "550 no", &v) == R(SENDER_REFUSED));
	c.command = NULL;

	/* the text's codes go before the fields; these fill in */
	c.reply = 550;
	c.status = "5.1.1";
	CHECK(explain_known(&c, "no", &v) == R(USER_UNKNOWN));
	CHECK(v.reply == 550 && v.status_detail == 1);
	CHECK(explain_known(&c, "552 5.2.2 no", &v) == R(MAILBOX_FULL));
	CHECK(v.reply == 552 && v.status_subject == 2);
	c.command = "MAIL";
	CHECK(explain_known(&c, "no", &v) == R(SENDER_INVALID));
	CHECK(v.suppress == MAILERR_SUPPRESS_NO);
	c.reply = 999; /* none */
	c.status = "x";
	c.command = NULL;
	CHECK(explain_known(&c, "no", &v) == R(UNKNOWN));
	c.reply = 0;
	c.status = NULL;

	/* who answered: Exchange's 5.1.10, Gmail's 5.2.1 */
	CHECK(explain_known(&c, "550 5.1.10 no", &v) == R(NO_MAIL_SERVICE));
	c.emitter = "exchange";
	CHECK(explain_known(&c, "550 5.1.10 no", &v) == R(USER_UNKNOWN));
	c.emitter = "EXCHANGE";
	CHECK(explain_known(&c, "550 5.1.10 no", &v) == R(USER_UNKNOWN));
	c.emitter = "nobody";
	CHECK(explain_known(&c, "550 5.1.10 no", &v) == R(NO_MAIL_SERVICE));
	c.emitter = NULL;
	CHECK(explain_known(&c, "450 4.2.1 no", &v) == R(USER_DISABLED));
	c.emitter = "gmail";
	CHECK(explain_known(&c, "450 4.2.1 no", &v) == R(RATE_LIMITED));
	/* a host settles nothing */
	c.emitter = NULL;
	c.host = "gmail-smtp-in.example.com";
	CHECK(explain_known(&c, "450 4.2.1 no", &v) == R(USER_DISABLED));
}

/* Words that speak of the sending side, near what was decided: whatever is said
 * of an address may be said of the sender's. */
static void
check_senders(void)
{
	static const struct {
		const char *text;
		enum mailerr_reason_id reason;
		enum mailerr_suppress suppress;
		enum mailerr_certainty certainty;
	} all[] = {
#define ROW(text, reason, suppress, certainty) { text, R(reason), \
	MAILERR_SUPPRESS_##suppress, MAILERR_CERTAINTY_##certainty }
		ROW("550 5.1.1 User unknown", USER_UNKNOWN, CONFIRM, SURE),
		ROW("550 5.1.1 Sender callout: User unknown", USER_UNKNOWN, NO,
		    GUESS),
		ROW("550 5.1.1 no", USER_UNKNOWN, CONFIRM, LIKELY),
		ROW("550 5.1.1 no, return path", USER_UNKNOWN, NO, GUESS),
		/* repeat, too */
		ROW("552 5.2.2 Mailbox full", MAILBOX_FULL, REPEAT, SURE),
		ROW("552 5.2.2 Cannot verify return-path: Mailbox full",
		    MAILBOX_FULL, NO, GUESS),
		ROW("450 4.2.2 Mailbox full", MAILBOX_FULL, REPEAT, SURE),
		ROW("450 4.2.2 Return path: mailbox full", MAILBOX_FULL, NO,
		    GUESS),
		ROW("550 5.1.2 Host unknown", HOST_UNKNOWN, REPEAT, SURE),
		ROW("550 5.1.2 From address: Host unknown", HOST_UNKNOWN, NO,
		    GUESS),
		ROW("550 5.2.1 Account disabled", USER_DISABLED, REPEAT, SURE),
		ROW("550 5.2.1 Return path: account disabled", USER_DISABLED,
		    NO, GUESS),
		/* an address, and attempts to deliver, are no such words */
		ROW("552 5.2.2 Mailbox full (delivery attempts: 3)",
		    MAILBOX_FULL, REPEAT, SURE),
		ROW("552 5.2.2 <sender@example.com>: Mailbox full",
		    MAILBOX_FULL, REPEAT, SURE),
		ROW("550 5.1.1 no. Returned to sender", USER_UNKNOWN, CONFIRM,
		    LIKELY),
		ROW("552 5.2.2 Mailbox full, too many attempts", MAILBOX_FULL,
		    NO, GUESS),
		/* of the way nothing is taken back, nor what is done already */
		ROW("5.4.7 returned to sender after 5 days: message expired",
		    EXPIRED, REPEAT, LIKELY),
		ROW("Address is on the suppression list of the sender",
		    SUPPRESSED, ALREADY, LIKELY),
	};
	mailerr_verdict v;
	unsigned before;
	size_t n;

	for (n = 0; n < sizeof all / sizeof all[0]; n++) {
		before = failed;
		mailerr_explain(all[n].text, strlen(all[n].text), &v);
		CHECK(v.reason == all[n].reason);
		CHECK(v.suppress == all[n].suppress);
		CHECK(v.certainty == all[n].certainty);
		if (failed != before)
			printf("    \"%s\"\n", all[n].text);
	}
}

int
main(void)
{
	size_t n;

	for (n = 0; n < sizeof rows / sizeof rows[0]; n++)
		check_row(n);
	check_spellings();
	check_others();
	check_senders();
	return test_end("context");
}
