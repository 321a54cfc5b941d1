/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "phrases.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct arena arena;
static struct diags diags;
static struct catalog *catalog;
static struct phrases *phrases;

#define HEAD \
    "<catalog xmlns=\"urn:mailerr:catalog:1\" name=\"mailerr\">\n" \
    "<languages><language code=\"en\"/></languages>\n" \
    "<commands><command name=\"MAIL\" about=\"sender\"/>" \
    "<command name=\"RCPT\" about=\"recipient\"/></commands>\n" \
    "<emitters><emitter id=\"postfix\"/></emitters>\n" \
    "<reasons>" \
    "<reason id=\"unknown\" number=\"0\" bounce=\"none\"/>" \
    "<reason id=\"user-unknown\" number=\"1\" bounce=\"hard\"" \
    " suppress=\"confirm\" about=\"recipient\"/>" \
    "<reason id=\"mail-loop\" number=\"2\" bounce=\"soft\" about=\"route\"/>" \
    "<reason id=\"other\" number=\"47\" bounce=\"soft\"/>" \
    "<reason id=\"site\" number=\"32769\" bounce=\"block\"/>" \
    "</reasons>\n<notices>\n"
#define TAIL "</notices></catalog>\n"

#define NOTICE(number, rest, phrases) \
    "<notice id=\"n" #number "\" number=\"" #number "\" " rest ">" phrases \
    "</notice>\n"
#define CAUSE "rank=\"cause\" reason=\"mail-loop\""
#define PHRASE(text) "<phrase><match>" text "</match></phrase>"
#define ARG(type) "<arg name=\"" type "\" type=\"" type "\"/>"

static const char whole[] = HEAD
    NOTICE(1, CAUSE, PHRASE("Too many hops " ARG("number")))
    NOTICE(2, CAUSE, PHRASE("Cannot send message for " ARG("duration")))
    NOTICE(3, CAUSE, PHRASE("Cannot send message for zero seconds"))
    NOTICE(4, CAUSE, PHRASE("&lt;" ARG("address") ">... mailbox closed"))
    NOTICE(5, CAUSE, PHRASE("the host " ARG("host") " loops at [" ARG("ip") "]"))
    NOTICE(6, CAUSE, PHRASE("rejected as " ARG("word") ", sorry"))
    NOTICE(7, CAUSE, PHRASE("begin of it " ARG("text") " end of it"))
    NOTICE(8, CAUSE, PHRASE("配送できませんでした"))
    NOTICE(9, CAUSE, "<phrase anchor=\"line\"><match>whole line only</match>"
        "</phrase>")
    NOTICE(10, "rank=\"generic\" reason=\"other\"", PHRASE("message rejected"))
    NOTICE(11, "rank=\"frame\"", PHRASE("Returned mail:"))
    NOTICE(12, "rank=\"cause\" reason=\"user-unknown\"",
        PHRASE("User unknown") PHRASE("no user"))
    NOTICE(13, CAUSE, "<phrase reply=\"450\"><match>Service is not there"
        "</match></phrase>")
    NOTICE(14, CAUSE, "<phrase reply=\"550\"><match>Service is not there"
        "</match></phrase>")
    NOTICE(15, CAUSE, "<phrase retired=\"0.2\"><match>nobody says this now"
        "</match></phrase>")
    NOTICE(16, CAUSE " retired=\"0.2\"", PHRASE("nobody says that now"))
    NOTICE(17, CAUSE, PHRASE(ARG("text") " is much too old"))
    NOTICE(32768, "rank=\"cause\" reason=\"site\"",
        PHRASE("a text of this site alone"))
    TAIL;

static void
build(const char *bytes)
{
	catalog = catalog_parse(&arena, source_new(&arena, "test.xml", bytes,
	    strlen(bytes)), &diags);
	ck_assert_ptr_nonnull(catalog);
	phrases = phrases_build(&arena, catalog, NULL, NULL);
}

static void
setup(void)
{
	arena = (struct arena){ 0 };
	diags = (struct diags){ .arena = &arena };
	build(whole);
}

static void
teardown(void)
{
	catalog_free(catalog);
	arena_free(&arena);
}

static unsigned
explain(const char *line)
{
	return phrases_explain(phrases, line, strlen(line));
}

/* ---- which notice a line is ---- */

static const struct {
	const char *line;
	unsigned notice;
} lines[] = {
	/* numbers, case, blanks, edges */
	{ "Too many hops 26", 1 },
	{ "554 5.4.6 Too many hops 26 (25 max): from a@example.org", 1 },
	{ "TOO MANY HOPS 1", 1 }, { "too\tmany \r hops\v\f26", 1 },
	{ "Too many hops", 0 }, { "Too many hops x", 0 },
	{ "Too many hops 26x", 0 }, { "xToo many hops 26", 0 },
	{ "Too many\nhops 26", 0 }, { "(Too many hops 26)", 1 },
	{ "9Too many hops 26", 0 }, { "\xe3\x81\x82Too many hops 26", 1 },
	{ "", 0 }, { "T", 0 }, { "Too man", 0 },
	/* durations; the more exact text wins */
	{ "Cannot send message for 5 days", 2 },
	{ "Cannot send message for 1 week, 2 days", 2 },
	{ "Cannot send message for 4.0 hours", 2 },
	{ "Cannot send message for 2h30m", 2 },
	{ "Cannot send message for 2 more day(s)", 0 },
	{ "Cannot send message for 2 day(s)", 2 },
	{ "Cannot send message for too long", 2 },
	{ "Cannot send message for zero seconds", 3 },
	{ "Cannot send message for ever", 0 },
	{ "Cannot send message for 5", 0 },
	{ "Cannot send message for 5 daisies", 0 },
	/* addresses */
	{ "<user@example.com>... mailbox closed", 4 },
	{ "<a.b+c=d/e@[192.0.2.1]>... mailbox closed", 4 },
	{ "<\"a b\"@example.com>... mailbox closed", 0 },
	{ "<\"a.b\"@example.com>... mailbox closed", 4 },
	{ "<\xe5\xb1\xb1@example.jp>... mailbox closed", 4 },
	{ "<user>... mailbox closed", 0 }, { "<@>... mailbox closed", 0 },
	{ "<@example.com>... mailbox closed", 0 },
	{ "<user@>... mailbox closed", 0 },
	{ "<user@-example.com>... mailbox closed", 0 },
	{ "<user@example..com>... mailbox closed", 0 },
	/* hosts and addresses of them */
	{ "the host mx.example.org loops at [192.0.2.1]", 5 },
	{ "the host localhost loops at [2001:db8::1]", 5 },
	{ "the host a_b.example loops at [IPv6:2001:db8::25]", 5 },
	{ "the host mx.example.org loops at [::]", 5 },
	{ "the host mx.example.org loops at [::ffff:192.0.2.1]", 5 },
	{ "the host mx.example.org loops at [1:2:3:4:5:6:7:8]", 5 },
	{ "the host mx.example.org loops at [192.0.2.256]", 0 },
	{ "the host mx.example.org loops at [192.0.2]", 0 },
	{ "the host mx.example.org loops at [192.0.2.1.1]", 0 },
	{ "the host mx.example.org loops at [1:2:3:4:5:6:7]", 0 },
	{ "the host mx.example.org loops at [1::2::3]", 0 },
	{ "the host mx.example.org loops at [1:2:3:4:5:6:7:8:9]", 0 },
	{ "the host mx.example.org loops at [12345::]", 0 },
	{ "the host .example loops at [192.0.2.1]", 0 },
	{ "the host mx- loops at [192.0.2.1]", 0 },
	/* words and texts */
	{ "rejected as spam, sorry", 6 }, { "rejected as a,b,c, sorry", 6 },
	{ "rejected as two words, sorry", 0 }, { "rejected as , sorry", 0 },
	{ "begin of it x end of it", 7 },
	{ "begin of it whatever stands here, end of it", 7 },
	{ "begin of it end of it", 0 },
	{ "begin of it one line\nend of it", 0 },
	{ "the mail is much too old", 17 }, { " is much too old", 0 },
	{ "550 5.1.1 x is much too old", 17 },
	/* no blanks around a text that needs none */
	{ "メールを配送できませんでした。", 8 },
	/* a line of its own */
	{ "whole line only", 9 }, { "whole line only.", 9 },
	{ "550 5.7.1 whole line only", 9 }, { "  whole line only  ", 9 },
	{ "first\nwhole line only\nlast", 9 },
	{ "not the whole line only", 0 }, { "whole line only, no", 0 },
	/* vague and short ones need a code beside them */
	{ "message rejected", 0 }, { "554 message rejected", 10 },
	{ "Returned mail: x", 11 }, { "550 Returned mail: message rejected", 10 },
	{ "User unknown", 12 }, { "Returned mail: User unknown", 12 },
	{ "no user", 0 }, { "550 no user", 12 },
	/* conditions */
	{ "450 Service is not there", 13 }, { "550 Service is not there", 14 },
	{ "Service is not there", 13 }, { "554 Service is not there", 0 },
	/* what is no longer said */
	{ "nobody says this now", 0 }, { "nobody says that now", 0 },
	{ "a text of this site alone", 32768 },
	/* lines of one reply are one text */
	{ "550-5.1.1 begin of it and\r\n550 5.1.1 end of it", 7 },
	{ "550-5.1.1 User\r\n550 5.1.1 unknown", 12 },
	{ "550-5.1.1 User 550 5.1.1 unknown", 12 },
	{ "550-User\n550-unknown\n550 bye", 12 },
	{ "550-5.1.1 User\n551 5.1.1 unknown", 0 },
	{ "450-Too many\n450 hops 26", 1 },
	/* not in addresses of the web, nor in what is quoted */
	{ "see https://example.com/?why=User%20unknown", 0 },
	{ "550 see https://example.com/a/message rejected", 0 },
	{ "550 no\n--- Original message follows.\nUser unknown", 0 },
	/* a success is no failure */
	{ "250 2.1.5 User unknown", 0 },
	{ "in reply to MAIL FROM command: User unknown", 0 },
	{ "in reply to RCPT TO command: User unknown", 12 },
};

START_TEST(line_is_its_notice)
{
	ck_assert_msg(explain(lines[_i].line) == lines[_i].notice,
	    "\"%s\" is notice %u, not %u", lines[_i].line,
	    explain(lines[_i].line), lines[_i].notice);
}
END_TEST

/* ---- hostile text ---- */

START_TEST(every_byte_is_taken)
{
	char line[256 + 32];

	for (int i = 0; i < 256; i++)
		line[i] = (char)i;
	strcpy(line + 256, "\nToo many hops 26");
	ck_assert_uint_eq(phrases_explain(phrases, line, 256 + 17), 1);
	ck_assert_uint_eq(phrases_explain(phrases, NULL, 0), 0);
}
END_TEST

/* A length, not a NUL, ends the text; nothing beyond is read. */
START_TEST(length_is_the_end)
{
	static const char line[] = "550-5.1.1 Too many hops 26";

	for (size_t n = 0; n < sizeof line; n++) {
		char *copy = malloc(n + 1);

		memcpy(copy, line, n);
		ck_assert_uint_eq(phrases_explain(phrases, copy, n),
		    n >= sizeof line - 2 ? 1 : 0);
		free(copy);
	}
}
END_TEST

START_TEST(long_texts_end)
{
	enum { SIZE = 1 << 17 };
	static const char *const pieces[] = { "begin of it ", " ", "550-", "a",
		"Too many hops ", "rejected as x", "550-5.1.1 ", "http://a/",
		"1:", "the host a loops at [", "said: 550 " };
	char *line = malloc(SIZE);

	for (size_t p = 0; p < COUNT(pieces); p++) {
		size_t size = strlen(pieces[p]);

		for (size_t i = 0; i + size < SIZE; i += size)
			memcpy(line + i, pieces[p], size);
		ck_assert_uint_eq(phrases_explain(phrases, line, SIZE - size),
		    0);
	}
	free(line);
}
END_TEST

/* ---- building ---- */

static int
skip_second(const xmlNode *element, void *user)
{
	const char *id = catalog_attribute(element, "id");

	(void)user;
	return id != NULL && strcmp(id, "n2") == 0;
}

START_TEST(faulty_elements_are_left_out)
{
	phrases = phrases_build(&arena, catalog, skip_second, NULL);
	ck_assert_uint_eq(explain("Cannot send message for 5 days"), 0);
	ck_assert_uint_eq(explain("Too many hops 26"), 1);
	ck_assert_uint_eq(explain("a text of this site alone"), 32768);
}
END_TEST

static const char *const odd[] = {
	"<catalog xmlns=\"urn:mailerr:catalog:1\"/>",
	HEAD TAIL,
	HEAD NOTICE(1, CAUSE, PHRASE("short")) TAIL,
	HEAD NOTICE(1, CAUSE, PHRASE(ARG("text"))) TAIL,
	HEAD NOTICE(1, CAUSE, PHRASE("")) TAIL,
	HEAD NOTICE(1, CAUSE, "<phrase/>") TAIL,
	HEAD NOTICE(70000, CAUSE, PHRASE("a number too high")) TAIL,
	HEAD NOTICE(1, "rank=\"x\" reason=\"none\" reply=\"x\" status=\"5.99.1\"",
	    "<phrase emitter=\"x\" command=\"x\" reply=\"9\" status=\"y\">"
	    "<match>strange conditions</match></phrase>") TAIL,
};

START_TEST(odd_catalogs_build)
{
	catalog_free(catalog);
	build(odd[_i]);
	explain("550 5.1.1 strange conditions a number too high short");
	ck_assert_ptr_nonnull(phrases_as_c(&arena, phrases));
}
END_TEST

START_TEST(tables_are_the_same_each_time)
{
	const char *first = phrases_as_c(&arena, phrases);

	ck_assert_str_eq(first, phrases_as_c(&arena,
	    phrases_build(&arena, catalog, NULL, NULL)));
	ck_assert_ptr_nonnull(strstr(first, "too many hops "));
}
END_TEST

Suite *
phrases_suite(void)
{
	Suite *s = suite_create("phrases");
	TCase *tc = tcase_create("core");

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, line_is_its_notice, 0, COUNT(lines));
	tcase_add_test(tc, every_byte_is_taken);
	tcase_add_test(tc, length_is_the_end);
	tcase_add_test(tc, long_texts_end);
	tcase_add_test(tc, faulty_elements_are_left_out);
	tcase_add_loop_test(tc, odd_catalogs_build, 0, COUNT(odd));
	tcase_add_test(tc, tables_are_the_same_each_time);
	suite_add_tcase(s, tc);
	return s;
}
