/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "suites.h"

static struct arena arena;

static char *
printed(struct diags *d, bool json, bool colour)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (json)
		diag_print_json(d, out);
	else
		diag_print_text(d, out, colour);
	fclose(out);
	return text;
}

static void
tear_down(void)
{
	arena_free(&arena);
}

static const char sample[] = "<a>\n  <日本 b=\"x\"/>\n</a>\n";

START_TEST(says_where)
{
	struct diags d = { .arena = &arena };
	struct source *s = source_new(&arena, "x.xml", sample,
	    sizeof sample - 1);
	size_t at = (size_t)(strchr(sample, 'b') - sample);
	struct diag *fault = diag_error(&d, "some-rule",
	    (struct place){ s, at, 1 }, "no %s here", "b");
	char *text;

	diag_suggest(&d, fault, "c");
	diag_add_note(&d, fault, (struct place){ s, 0, 2 }, "in this");
	text = printed(&d, false, false);
	ck_assert_str_eq(text,
	    "x.xml:2:7: error: no b here; did you mean \"c\"? [some-rule]\n"
	    "    2 |   <日本 b=\"x\"/>\n"
	    "      |         ^\n"
	    "x.xml:1:1: note: in this\n");
	free(text);
}
END_TEST

START_TEST(says_it_as_json)
{
	struct diags d = { .arena = &arena };
	struct source *s = source_new(&arena, "x\".xml", sample,
	    sizeof sample - 1);
	char *text;

	diag_add_note(&d, diag_warning(&d, "r", (struct place){ s, 4, 1 },
	    "a \"b\" \\ \x01 \xff 日"), (struct place){ s, 0, 1 }, "n");
	diag_error_in(&d, "r2", NULL, 0, "m");
	text = printed(&d, true, false);
	ck_assert_str_eq(text,
	    "[\n{\"file\":\"x\\\".xml\",\"line\":2,\"column\":1,"
	    "\"severity\":\"warning\",\"rule\":\"r\","
	    "\"message\":\"a \\\"b\\\" \\\\ \\u0001 \\ufffd 日\","
	    "\"suggestion\":null,\"notes\":[{\"file\":\"x\\\".xml\","
	    "\"line\":1,\"column\":1,\"message\":\"n\"}]},\n"
	    "{\"file\":null,\"line\":null,\"column\":null,"
	    "\"severity\":\"error\",\"rule\":\"r2\",\"message\":\"m\","
	    "\"suggestion\":null,\"notes\":[]}\n]\n");
	free(text);
}
END_TEST

START_TEST(says_nothing_as_json)
{
	struct diags d = { .arena = &arena };
	char *text = printed(&d, true, false);

	ck_assert_str_eq(text, "[]\n");
	free(text);
}
END_TEST

START_TEST(sorts_by_place)
{
	struct diags d = { .arena = &arena };
	struct source *s = source_new(&arena, "x.xml", sample,
	    sizeof sample - 1);

	diag_error(&d, "third", (struct place){ s, 9, 1 }, "m");
	diag_warning(&d, "first", (struct place){ s, 2, 1 }, "m");
	diag_error(&d, "second", (struct place){ s, 2, 1 }, "m");
	diag_error_in(&d, "zeroth", "a.xsl", 7, "m");
	diag_sort(&d);
	ck_assert_str_eq(d.items[0]->rule, "zeroth");
	ck_assert_str_eq(d.items[1]->rule, "first");
	ck_assert_str_eq(d.items[2]->rule, "second");
	ck_assert_str_eq(d.items[3]->rule, "third");
	ck_assert_uint_eq(d.errors, 3);
	ck_assert_uint_eq(d.warnings, 1);
}
END_TEST

/* What is shown of a line is safe on a terminal and fits. */
START_TEST(shows_a_safe_excerpt)
{
	static const char line[] = "\t\33[2J\xe2\x80\xae" "ab";
	struct diags d = { .arena = &arena };
	struct source *s = source_new(&arena, "x", line, sizeof line - 1);
	char *text;

	diag_error(&d, "r", (struct place){ s, sizeof line - 2, 1 }, "m");
	text = printed(&d, false, false);
	ck_assert_str_eq(text, "x:1:8: error: m [r]\n"
	    "    1 |  ?[2J?ab\n"
	    "      |        ^\n");
	free(text);
}
END_TEST

START_TEST(cuts_long_lines)
{
	enum { LONG = 100000 };
	struct diags d = { .arena = &arena };
	char *line = arena_alloc(&arena, LONG + 1, 1), *text;

	memset(line, 'x', LONG);
	diag_error(&d, "r", (struct place){ source_new(&arena, "x", line,
	    LONG), LONG / 2, LONG }, "m");
	text = printed(&d, false, false);
	ck_assert_uint_lt(strlen(text), 300);
	ck_assert_ptr_nonnull(strstr(text, "…xxx"));
	free(text);
}
END_TEST

START_TEST(marks_the_end_of_a_line)
{
	struct diags d = { .arena = &arena };
	struct source *s = source_new(&arena, "x", "ab\ncd", 5);
	char *text;

	diag_error(&d, "r", (struct place){ s, 2, 1 }, "m");
	diag_error(&d, "r", (struct place){ s, 5, 1 }, "m");
	text = printed(&d, false, true);
	ck_assert_ptr_nonnull(strstr(text, "x:1:3: "));
	ck_assert_ptr_nonnull(strstr(text, "x:2:3: "));
	ck_assert_ptr_nonnull(strstr(text, "\33[1;31merror:\33[0m"));
	free(text);
}
END_TEST

Suite *
diag_suite(void)
{
	Suite *s = suite_create("diag");
	TCase *tc = tcase_create("diag");

	tcase_add_checked_fixture(tc, NULL, tear_down);
	tcase_add_test(tc, says_where);
	tcase_add_test(tc, says_it_as_json);
	tcase_add_test(tc, says_nothing_as_json);
	tcase_add_test(tc, sorts_by_place);
	tcase_add_test(tc, shows_a_safe_excerpt);
	tcase_add_test(tc, cuts_long_lines);
	tcase_add_test(tc, marks_the_end_of_a_line);
	suite_add_tcase(s, tc);
	return s;
}
