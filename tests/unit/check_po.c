/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "po.h"
#include "po_places.h"
#include "suites.h"

#define HEADER "msgid \"\"\nmsgstr \"\"\n" \
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n" \
	"\"Language: pt_BR\\n\"\n\n"

static struct arena arena;
static struct diags d;

static void
set_up(void)
{
	d = (struct diags){ .arena = &arena };
}

static void
tear_down(void)
{
	arena_free(&arena);
}

static struct po_file *
read_bytes(const char *bytes)
{
	char path[] = "/tmp/mailerr-check.XXXXXX";
	FILE *out = fdopen(mkstemp(path), "w");
	struct po_file *po;
	bool unreadable;

	ck_assert_ptr_nonnull(out);
	fputs(bytes, out);
	fclose(out);
	po = po_read(&arena, path, &d, &unreadable);
	unlink(path);
	ck_assert(!unreadable);
	return po;
}

START_TEST(reads_messages)
{
	const struct po_file *po = read_bytes(HEADER
	    "#. a comment with \"msgid\" in it\n#| msgid \"previous\"\n"
	    "msgid \"a \\\"b\\\" \"\n\"c\\\\\"\nmsgstr \"d\\te\"\n\n"
	    "#, fuzzy\nmsgid \"f\"\nmsgstr \"g\"\n\n"
	    "msgid \"h\"\nmsgstr \"\"\n\n"
	    "#, no-c-format, fuzzy\n#: x\nmsgid \"v\"\nmsgstr \"w\"\n\n"
	    "#, fuzzy-not\nmsgid \"x\"\nmsgstr \"\\101\\x42\\n\"\r\n\n"
	    "msgctxt \"k\"\nmsgid \"l\" msgstr \"m\"\n\n"
	    "msgid \"n\"\nmsgid_plural \"o\"\nmsgstr[0] \"p\"\nmsgstr[1] \"q\"\n\n"
	    "#~ msgid \"r\"\n#~ msgstr \"s\"\n\n"
	    "#~| msgid \"old\"\n#~ msgid \"t\"\n#~ msgstr \"u\"\n");

	ck_assert_uint_eq(d.count, 0);
	ck_assert_str_eq(po->language, "pt-BR");
	ck_assert_uint_eq(po->count, 4);
	ck_assert_uint_eq(po->fuzzy, 2);
	ck_assert_uint_eq(po->untranslated, 1);
	ck_assert_uint_eq(po->obsolete, 2);
	ck_assert_str_eq(po->messages[0].msgid, "a \"b\" c\\");
	ck_assert_str_eq(po->messages[0].msgstr, "d\te");
	ck_assert(!po->messages[0].foreign);
	ck_assert_str_eq(po->messages[1].msgstr, "AB\n");
	ck_assert_str_eq(po->messages[2].msgstr, "m");
	ck_assert(po->messages[2].foreign);
	ck_assert_str_eq(po->messages[3].msgid, "n");
	ck_assert(po->messages[3].foreign);
}
END_TEST

static void
check_place(struct place at, size_t line, size_t column)
{
	ck_assert_uint_eq(source_line(at.source, at.offset), line);
	ck_assert_uint_eq(source_column(at.source, at.offset), column);
}

static void
check_byte(const struct po_message *m, size_t byte, size_t line, size_t column)
{
	check_place(po_places_byte(m->place.source, m->string, byte), line,
	    column);
}

START_TEST(knows_places)
{
	const struct po_file *po = read_bytes("# msgid \"no\"\n" HEADER
	    "#~ msgid \"x \\\" msgid\"\n#~ msgstr \"msgid\"\n\n"
	    "msgid \"a\"\n\"b\"\n  msgstr \"c\\\"\"\n\n\"\\100d\"\n\n"
	    "msgctxt \"x\"\nmsgid \"l\" msgstr \"m\"\n"
	    "msgid \"l\" msgstr \"n\"\n");
	const struct po_message *m = po->messages;

	ck_assert_uint_eq(d.count, 0);
	ck_assert_uint_eq(po->count, 3);
	check_place(po->header, 2, 1);
	check_place(m[0].id_place, 10, 1);
	check_place(m[0].place, 12, 3);
	check_byte(&m[0], 0, 12, 11);
	check_byte(&m[0], 1, 12, 12);
	check_byte(&m[0], 2, 14, 2);
	check_byte(&m[0], 3, 14, 6);
	check_place(m[1].id_place, 17, 1);
	check_place(m[2].id_place, 18, 1);
	check_place(m[2].place, 18, 11);
	check_byte(&m[2], 0, 18, 19);
}
END_TEST

/* All that may stand behind a backslash: the places agree with gettext. */
START_TEST(reads_escapes_as_gettext_does)
{
	const struct po_file *po = read_bytes(HEADER "msgid \"a\"\n"
	    "msgstr \"\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\\7\\1017\\x41\\x0042z\"\r\n");

	ck_assert_uint_eq(d.count, 0);
	ck_assert_str_eq(po->messages[0].msgstr,
	    "\a\b\f\n\r\t\v\\\"\7A7ABz");
	check_byte(&po->messages[0], 14, 7, 44);
}
END_TEST

static const struct {
	const char *bytes, *rule;
	size_t line, column;
} bad[] = {
	{ "", "po-header", 1, 1 },
	{ "\n# c\n", "po-header", 1, 1 },
	{ "msgid \"a\"\nmsgstr \"b\"\n", "po-header", 1, 1 },
	{ "msgid \"\"\nmsgstr \"Language: x\\n\"\n", "po-header", 2, 1 },
	{ "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=latin1\\n\"\n",
	    "po-header", 2, 43 },
	{ "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n",
	    "po-header", 1, 1 },
	{ HEADER "msgid \"a\nmsgstr \"b\"\n", "po-syntax", 6, 7 },
	{ HEADER "  msgid \"a", "po-syntax", 6, 3 },
	{ HEADER "msgid a", "po-syntax", 6, 1 },
	{ HEADER "msgid", "po-syntax", 6, 6 },
	{ HEADER "msgid \"a\\", "po-syntax", 6, 10 },
	{ HEADER "msgid \"a\\q\"", "po-syntax", 6, 10 },
	{ HEADER "msgid \"\xe6\x97\xa5\t\\q\"", "po-syntax", 6, 11 },
	{ HEADER "msgid \"a\"\nmsgstr \"a\\000b\"", "po-syntax", 7, 10 },
	{ HEADER "msgid \"a\"\nmsgstr \"a\\x0\"", "po-syntax", 7, 10 },
	{ HEADER "msgstr \"a\"", "po-syntax", 6, 7 },
	{ HEADER "msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n", "po-syntax", 6, 1 },
	{ HEADER "msgid_plural \"a\"", "po-syntax", 6, 13 },
	{ HEADER "msgctxt \"a\"\n", "po-syntax", 7, 1 },
	{ HEADER "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0 \"c\"\n", "po-syntax", 8, 13 },
	{ HEADER "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"\n", "po-syntax", 8, 11 },
	{ HEADER "msgid \"a\"\nmsgstr[0] \"c\"\n", "po-syntax", 6, 1 },
	{ HEADER "msgid \"a\"\nmsgstr \"c\"\nmsgstr \"c\"\n", "po-syntax", 8, 7 },
	{ HEADER "msgid \"a\"\n# c\n\"b\"\nmsgstr \"c\"\n", "po-syntax", 6, 1 },
	{ HEADER "domain \"a\"\nmsgid \"a\"\nmsgstr \"b\"\n", "po-syntax", 1, 1 },
	{ "\xef\xbb\xbf" HEADER, "po-syntax", 1, 1 },
	{ HEADER "msgid \"a\"\n", "po-syntax", 6, 1 },
	{ HEADER "msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n",
	    "po-syntax", 8, 1 },
	{ HEADER "msgid \"a\"\nmsgstr \"\xff\"\n", "po-syntax", 7, 9 },
	{ HEADER "hello\n\n\nhello\n", "po-syntax", 6, 1 },
};

START_TEST(tells_the_first_fault)
{
	ck_assert_ptr_null(read_bytes(bad[_i].bytes));
	ck_assert_uint_eq(d.count, 1);
	ck_assert_str_eq(d.items[0]->rule, bad[_i].rule);
	check_place(d.items[0]->place, bad[_i].line, bad[_i].column);
}
END_TEST

START_TEST(refuses_what_is_no_file)
{
	bool unreadable = false;

	ck_assert_ptr_null(po_read(&arena, "/nonexistent.po", &d,
	    &unreadable));
	ck_assert(unreadable);
	ck_assert_ptr_null(po_read(&arena, "/dev/null", &d, &unreadable));
	ck_assert(unreadable);
	ck_assert_ptr_null(po_read(&arena, "-", &d, &unreadable));
	ck_assert(unreadable);
	ck_assert_uint_eq(d.count, 3);
	ck_assert_str_eq(d.items[0]->rule, "cannot-read");
}
END_TEST

Suite *
po_suite(void)
{
	Suite *s = suite_create("po");
	TCase *tc = tcase_create("po");

	tcase_set_tags(tc, "gettextpo"); /* run.sh runs these by themselves */
	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_add_test(tc, reads_messages);
	tcase_add_test(tc, knows_places);
	tcase_add_test(tc, reads_escapes_as_gettext_does);
	tcase_add_loop_test(tc, tells_the_first_fault, 0,
	    sizeof bad / sizeof *bad);
	tcase_add_test(tc, refuses_what_is_no_file);
	suite_add_tcase(s, tc);
	return s;
}
