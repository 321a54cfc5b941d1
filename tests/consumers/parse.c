/* SPDX-License-Identifier: MIT */
/* parse.c - what is a code in a line, and what only looks like one */
#include "mailerr.h"
#include "test.h"

static const struct {
	const char *line;
	int reply;
	const char *status;
	const char *text; /* what follows */
} rows[] = {
	/* replies */
	{ "550 no", 550, "", "no" },
	{ "550", 550, "", "" }, { "550 ", 550, "", "" },
	{ "550\r\n", 550, "", "\n" }, { "  550 no", 550, "", "no" },
	{ "550 5.1.1 no", 550, "5.1.1", "no" },
	{ "550-5.1.1 no\r\n550 5.1.1 yes", 550, "5.1.1",
	    "no\r\n550 5.1.1 yes" },
	{ "550-no", 550, "", "no" }, { "550: no", 550, "", "no" },
	{ "550: : User unknown", 550, "", "User unknown" },
	{ "550 #5.1.0 no", 550, "5.1.0", "no" },
	{ "550 (5.7.1) no", 550, "5.7.1", "no" },
	{ "550 (#5.1.1) no", 550, "5.1.1", "no" },
	{ "#550 5.1.1 no", 550, "5.1.1", "no" },
	{ "450 450 4.2.2 no", 450, "4.2.2", "no" },
	{ "550 5.7.1 550 no", 550, "5.7.1", "550 no" },
	{ "220 mx.example.org ESMTP", 220, "", "mx.example.org ESMTP" },
	{ "571 no", 571, "", "no" },
	/* statuses alone */
	{ "5.1.1 no", 0, "5.1.1", "no" }, { "5.1.1", 0, "5.1.1", "" },
	{ "2.0.0 OK", 0, "2.0.0", "OK" },
	{ "5.1.351 no", 0, "5.1.351", "no" },
	{ "5.7.1.", 0, "5.7.1", "." },
	{ "5.7.1-no", 0, "5.7.1", "no" },
	/* what may stand before */
	{ "smtp; 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "smtp;550 no", 550, "", "no" }, { "SMTP ; 550 no", 550, "", "no" },
	{ "x-unix; 550 no", 550, "", "no" },
	{ "Diagnostic-Code: smtp; 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "Status: 5.1.1 (no)", 0, "5.1.1", "(no)" },
	{ ": 550 no", 550, "", "no" }, { "<<< 550 no", 550, "", "no" },
	{ "[550 no]", 550, "", "no]" }, { "'550 no'", 550, "", "no'" },
	{ "ERROR: 550 no", 550, "", "no" },
	{ "- 550 no", 550, "", "no" },
	/* told by another server */
	{ "host mx said: 450 4.2.2 full", 450, "4.2.2", "full" },
	{ "host mx.example.org[192.0.2.1] said: 550-5.1.1 no", 550, "5.1.1",
	    "no" },
	{ "Remote host said: 550 no", 550, "", "no" },
	{ "mx.example.org [192.0.2.1] did not like our RCPT TO:550 5.1.1 no",
	    550, "5.1.1", "no" },
	{ "SMTP error from remote mail server after RCPT TO:<a@example.com>: "
	    "host mx.example.org [192.0.2.1]: 550 no", 550, "", "no" },
	{ "SMTP error from remote mail server after MAIL FROM:<> SIZE=1024: "
	    "554 5.7.1 no", 554, "5.7.1", "no" },
	{ "responded with failure: 552 full", 552, "", "full" },
	{ "The error that the other server returned was: 550 550 5.2.2 full",
	    550, "5.2.2", "full" },
	{ "Remote Server returned '550 5.1.10 not found'", 550, "5.1.10",
	    "not found'" },
	{ "It responded as follows: [550 5.1.1 User unknown]", 550, "5.1.1",
	    "User unknown]" },
	{ "deferred <421 4.7.0 later>", 421, "4.7.0", "later>" },
	{ "no luck -> 550 : User unknown", 550, "", "User unknown" },
	{ "address, ERROR_CODE :550, ERROR_CODE :5.2.1 no", 550, "",
	    ", ERROR_CODE :5.2.1 no" },
	{ "SMTP error 550 from it", 550, "", "from it" },
	/* a status at the end, as qmail has it */
	{ "no such user (#5.1.1)", 0, "5.1.1", "no such user (#5.1.1)" },
	{ "no such user (#5.1.1 - chk)", 0, "5.1.1",
	    "no such user (#5.1.1 - chk)" },
	{ "later, please [#4.1.9].", 0, "4.1.9", "later, please [#4.1.9]." },
	{ "to=<a@example.com>, dsn=5.1.1, stat=User unknown", 0, "5.1.1",
	    "to=<a@example.com>, dsn=5.1.1, stat=User unknown" },
	{ "#5.1.1", 0, "5.1.1", "" }, { "(#5.1.1)", 0, "5.1.1", "" },
	/* sizes, amounts, ports, times */
	{ "552 bytes", 0, "", "552 bytes" },
	{ "450 KB is too much", 0, "", "450 KB is too much" },
	{ "the limit is 500 messages", 0, "", "the limit is 500 messages" },
	{ "rejected: limit: 500 messages per hour", 0, "",
	    "rejected: limit: 500 messages per hour" },
	{ "error: 450 seconds later", 0, "", "error: 450 seconds later" },
	{ "connect to mx.example.org[192.0.2.1]:443: refused", 0, "",
	    "connect to mx.example.org[192.0.2.1]:443: refused" },
	{ "at 12:34:56.550 it said no", 0, "", "at 12:34:56.550 it said no" },
	{ "0x550 x550 550x", 0, "", "0x550 x550 550x" },
	/* dates */
	{ "2024-02-19T09:30:25.255Z", 0, "", "2024-02-19T09:30:25.255Z" },
	{ "Thu, 29 Apr 2010 23:34:45 +0500", 0, "",
	    "Thu, 29 Apr 2010 23:34:45 +0500" },
	/* addresses, versions, numbers */
	{ "192.0.2.1 no", 0, "", "192.0.2.1 no" },
	{ "5.1.1.9 no", 0, "", "5.1.1.9 no" },
	{ "version 8.12.3", 0, "", "version 8.12.3" },
	{ "sendmail v5.1.1", 0, "", "sendmail v5.1.1" },
	{ "2.1 no", 0, "", "2.1 no" }, { "3.1.1 no", 0, "", "3.1.1 no" },
	{ "6.1.1 no", 0, "", "6.1.1 no" },
	{ "5.1.1000 no", 0, "", "5.1.1000 no" },
	{ "5.1111.1 no", 0, "", "5.1111.1 no" },
	{ "5.1.1a no", 0, "", "5.1.1a no" }, { "5..1 no", 0, "", "5..1 no" },
	{ "550.1 no", 0, "", "550.1 no" }, { "5500 no", 0, "", "5500 no" },
	{ "150 no", 0, "", "150 no" }, { "650 no", 0, "", "650 no" },
	{ "55 no", 0, "", "55 no" }, { "", 0, "", "" },
	{ "+550 no", 0, "", "+550 no" },
	{ "\xef\xbc\x95\xef\xbc\x95\xef\xbc\x90 no", 0, "",
	    "\xef\xbc\x95\xef\xbc\x95\xef\xbc\x90 no" },
	/* ids and addresses of the web */
	{ "see https://example.com/550/5.1.1?code=550", 0, "",
	    "see https://example.com/550/5.1.1?code=550" },
	{ "id 7d39-550-99 [550]", 0, "", "id 7d39-550-99 [550]" },
	{ "user550@example.com 550@example.com", 0, "",
	    "user550@example.com 550@example.com" },
	{ "mx550.example.org is away", 0, "", "mx550.example.org is away" },
};

static void
check_row(size_t n)
{
	size_t length = strlen(rows[n].line), at;
	char status[48] = "";
	mailerr_codes codes;
	unsigned before = failed;

	at = mailerr_parse(rows[n].line, length, &codes);
	if (codes.cls != 0)
		snprintf(status, sizeof status, "%d.%d.%d", codes.cls,
		    codes.subject, codes.detail);
	CHECK(codes.reply == rows[n].reply);
	CHECK_TEXT(status, rows[n].status);
	CHECK(at == codes.text && at <= length && codes.at <= at);
	CHECK_TEXT(rows[n].line + at, rows[n].text);
	CHECK(mailerr_parse(rows[n].line, length, NULL) == at);
	if (failed != before)
		printf("    line: \"%s\"\n", rows[n].line);
}

int
main(void)
{
	mailerr_codes codes;
	size_t n;

	for (n = 0; n < sizeof rows / sizeof rows[0]; n++)
		check_row(n);
	CHECK(mailerr_parse(NULL, 5, &codes) == 0 && codes.reply == 0);
	CHECK(mailerr_parse("550-x", 5, &codes) == 4 && codes.more);
	CHECK(mailerr_parse("550 x", 5, &codes) == 4 && !codes.more);
	/* the length ends the text, wherever that is */
	CHECK(mailerr_parse("550 5.1.1 x", 3, &codes) == 3 && codes.cls == 0);
	CHECK(mailerr_parse("550 5.1.1 x", 2, &codes) == 0);
	CHECK(mailerr_parse("550 5.1.11", 9, &codes) == 9 && codes.detail == 1);
	return test_end("parse");
}
