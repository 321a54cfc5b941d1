/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "lexer.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What is lexed, the rule that it breaks (NULL: none), and where. */
static const struct {
	const char *bytes, *rule;
	size_t line, column;
} cases[] = {
	{ "<a/>\n", NULL, 0, 0 },
	{ "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>\n", NULL, 0, 0 },
	{ "<?xml version='1.0' encoding='utf-8'?>\n<a/>\n", NULL, 0, 0 },
	{ "<?xml version = '1.0'\n\tstandalone=\"yes\" ?>\n<a/>\n", NULL, 0, 0 },
	{ "<?xml-model href=\"x\"?>\n<a/>\n", NULL, 0, 0 },
	{ "<!-- c --><a b=\"1\" c='2' >t<b/><!-- - --><![CDATA[<&]]></a >\n",
	  NULL, 0, 0 },
	{ "<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x41;</a>\n", NULL, 0, 0 },
	{ "<日本 語=\"1\"/>\n", NULL, 0, 0 },

	{ "", "not-well-formed", 1, 1 },
	{ "\n\n", "not-well-formed", 3, 1 },
	{ "text", "not-well-formed", 1, 1 },
	{ "<a>", "not-well-formed", 1, 4 },
	{ "<a", "not-well-formed", 1, 1 },
	{ "<a b", "not-well-formed", 1, 5 },
	{ "<a b=", "not-well-formed", 1, 6 },
	{ "<a b=1/>", "not-well-formed", 1, 6 },
	{ "<a b=\"1", "not-well-formed", 1, 6 },
	{ "<a b=\"<\"/>", "not-well-formed", 1, 7 },
	{ "<a b=\"1\"c=\"2\"/>", "not-well-formed", 1, 9 },
	{ "<a b=\"1\" b=\"2\"/>", "not-well-formed", 1, 10 },
	{ "<a/", "not-well-formed", 1, 3 },
	{ "<a></b>", "not-well-formed", 1, 4 },
	{ "<a></ab>", "not-well-formed", 1, 4 },
	{ "<ab></a>", "not-well-formed", 1, 5 },
	{ "<a></a", "not-well-formed", 1, 7 },
	{ "<a></a b=\"1\">", "not-well-formed", 1, 8 },
	{ "<a>日本&x;</a>", "not-well-formed", 1, 6 },
	{ "<a>a & b</a>", "not-well-formed", 1, 6 },
	{ "<a>&#0;</a>", "not-well-formed", 1, 4 },
	{ "<a>&#x110000;</a>", "not-well-formed", 1, 4 },
	{ "<a>&#xD800;</a>", "not-well-formed", 1, 4 },
	{ "<a>&#x;</a>", "not-well-formed", 1, 4 },
	{ "<a>&#99999999999;</a>", "not-well-formed", 1, 4 },
	{ "<a>]]></a>", "not-well-formed", 1, 4 },
	{ "<a>< b</a>", "not-well-formed", 1, 4 },
	{ "<a><!-- -- --></a>", "not-well-formed", 1, 9 },
	{ "<a><!-- ", "not-well-formed", 1, 4 },
	{ "<a><![CDATA[ ", "not-well-formed", 1, 4 },
	{ "<a/><b/>", "not-well-formed", 1, 5 },
	{ "<a/>text", "not-well-formed", 1, 5 },
	{ "<?xml version=\"1.1\"?><a/>", "not-well-formed", 1, 16 },
	{ "<?xml version=\"1.0\"", "not-well-formed", 1, 1 },
	{ "<?xml encoding=\"UTF-8\"?><a/>", "not-well-formed", 1, 1 },
	{ "<?xml version\"1.0\"?><a/>", "not-well-formed", 1, 14 },
	{ "<?xml version=1.0?><a/>", "not-well-formed", 1, 15 },
	{ "<?xml version=\"1.0?><a/>", "not-well-formed", 1, 16 },
	{ "<?xml version=\"1.0\"encoding=\"UTF-8\"?><a/>", "not-well-formed",
	    1, 20 },
	{ "<?xml version=\"1.0\" encodIng=\"UTF-8\"?><a/>", "not-well-formed",
	    1, 21 },
	{ "<?xml version=\"1.0\" standalone=\"maybe\"?><a/>",
	    "not-well-formed", 1, 33 },
	{ "<?xml version=\"1.0\" standalone=\"no\" encoding=\"UTF-8\"?><a/>",
	    "not-well-formed", 1, 37 },

	{ "<!DOCTYPE a><a/>", "doctype", 1, 1 },
	{ "<a><!DOCTYPE a></a>", "doctype", 1, 4 },
	{ "<a/><!DOCTYPE a>", "doctype", 1, 5 },
	{ "<?php ?><a/>", "processing-instruction", 1, 1 },
	{ "<a><?php ?></a>", "processing-instruction", 1, 4 },
	{ "<a/><?php ?>", "processing-instruction", 1, 5 },
	{ "<?xml-model a?><?xml-model b?><a/>", "processing-instruction", 1,
	  16 },
	{ " <?xml version=\"1.0\"?><a/>", "processing-instruction", 1, 2 },

	{ "\xef\xbb\xbf<a/>\n", "not-utf8", 1, 1 },
	{ "\xff\xfe<a/>\n", "not-utf8", 1, 1 },
	{ "\xfe\xff<a/>\n", "not-utf8", 1, 1 },
	{ "<a>\n\xff</a>", "not-utf8", 2, 1 },
	{ "<a>\xe6\x97</a>", "not-utf8", 1, 4 },
	{ "<?xml version=\"1.0\" encoding=\"IBM037\"?><a/>", "not-utf8", 1,
	  31 },
	{ "<a>\r\n</a>\n", "bad-byte", 1, 4 },
	{ "<a>\x01</a>\n", "bad-byte", 1, 4 },
	{ "<a>\xef\xbf\xbf</a>\n", "bad-byte", 1, 4 },
	/* the first fault, alone */
	{ "<a>&x;\xff</a>", "not-well-formed", 1, 4 },
	{ "<a>\xff&x;</a>", "not-utf8", 1, 4 },

	{ "<a/>", "file-end", 1, 5 },
	{ "<a/>\n\n", "file-end", 1, 5 },
	{ "<a/> \n", "file-end", 1, 5 },
	{ "<a/><!-- after -->\n", "file-end", 1, 5 },
};

START_TEST(lexes)
{
	struct arena arena = { 0 };
	struct diags d = { .arena = &arena };
	struct lexed lexed;
	const struct source *s = source_new(&arena, "x.xml", cases[_i].bytes,
	    strlen(cases[_i].bytes));

	lex(&arena, s, &lexed, &d);
	if (cases[_i].rule == NULL) {
		ck_assert_uint_eq(d.count, 0);
	} else {
		ck_assert_uint_eq(d.count, 1);
		ck_assert_str_eq(d.items[0]->rule, cases[_i].rule);
		ck_assert_uint_eq(source_line(s, d.items[0]->place.offset),
		    cases[_i].line);
		ck_assert_uint_eq(source_column(s, d.items[0]->place.offset),
		    cases[_i].column);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(refuses_utf16_without_mark)
{
	static const char bytes[] = { '<', 0, 'a', 0, '/', 0, '>', 0, 0 };
	struct arena arena = { 0 };
	struct diags d = { .arena = &arena };
	struct lexed lexed;

	ck_assert(!lex(&arena, source_new(&arena, "x", bytes, 8), &lexed, &d));
	ck_assert_str_eq(d.items[0]->rule, "not-utf8");
	arena_free(&arena);
}
END_TEST

START_TEST(refuses_depth)
{
	enum { DEPTH = 100000 };
	struct arena arena = { 0 };
	struct diags d = { .arena = &arena };
	struct lexed lexed;
	char *bytes = arena_alloc(&arena, DEPTH * 3 + 1, 1);

	for (int i = 0; i < DEPTH; i++)
		memcpy(bytes + 3 * i, "<a>", 3);
	ck_assert(!lex(&arena, source_new(&arena, "x", bytes,
	    (size_t)DEPTH * 3), &lexed, &d));
	ck_assert_uint_eq(d.count, 1);
	ck_assert_uint_eq(d.items[0]->place.offset, 600);
	arena_free(&arena);
}
END_TEST

/* A file cut at any byte is refused, and nothing is read past its end. */
START_TEST(refuses_every_truncation)
{
	static const char whole[] =
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c -->\n"
	    "<a b=\"&lt;1\" c='日'>t&amp;<b/><![CDATA[<x>]]>語</a>\n";
	size_t size = sizeof whole - 1;

	for (size_t n = 0; n < size; n++) {
		struct arena arena = { 0 };
		struct diags d = { .arena = &arena };
		struct lexed lexed;
		char *bytes = malloc(n + 1);

		memcpy(bytes, whole, n);
		bytes[n] = '\0';
		lex(&arena, source_new(&arena, "x", bytes, n), &lexed, &d);
		ck_assert_msg(d.errors == 1, "cut at %zu", n);
		free(bytes);
		arena_free(&arena);
	}
}
END_TEST

/* The string value of the content is "a&b<c>日d", 10 bytes. */
START_TEST(finds_bytes_of_texts)
{
	static const char bytes[] =
	    "<t>a&amp;<i x='>'>b</i><!-- > --><![CDATA[<c>]]>日&#100;</t>\n";
	struct arena arena = { 0 };
	const struct source *s = source_new(&arena, "x", bytes,
	    sizeof bytes - 1);
	struct span raw = { 3, (size_t)(strstr(bytes, "</t>") - bytes) };
	size_t width;

	ck_assert_int_eq(bytes[lexed_offset(s, raw, 0, &width)], 'a');
	ck_assert_int_eq(bytes[lexed_offset(s, raw, 1, &width)], '&');
	ck_assert_uint_eq(width, 5);
	ck_assert_int_eq(bytes[lexed_offset(s, raw, 2, &width)], 'b');
	ck_assert_int_eq(bytes[lexed_offset(s, raw, 3, &width)], '<');
	ck_assert_int_eq(bytes[lexed_offset(s, raw, 4, &width)], 'c');
	ck_assert_int_eq(bytes[lexed_offset(s, raw, 5, &width)], '>');
	ck_assert_int_eq((unsigned char)bytes[lexed_offset(s, raw, 6, &width)],
	    0xe6);
	ck_assert_int_eq(bytes[lexed_offset(s, raw, 9, &width)], '&');
	ck_assert_uint_eq(width, 6);
	ck_assert_uint_eq(lexed_offset(s, raw, 10, &width), raw.end);
	arena_free(&arena);
}
END_TEST

START_TEST(finds_the_tag_around)
{
	static const char bytes[] = "<a><b>x</b>y<c/>z</a>\n";
	struct arena arena = { 0 };
	struct diags d = { .arena = &arena };
	struct lexed l;

	ck_assert(lex(&arena, source_new(&arena, "x", bytes,
	    sizeof bytes - 1), &l, &d));
	ck_assert_uint_eq(l.tag_count, 3);
	ck_assert_uint_eq(lexed_tag_around(&l, 6), 1);  /* x */
	ck_assert_uint_eq(lexed_tag_around(&l, 11), 0); /* y */
	ck_assert_uint_eq(lexed_tag_around(&l, 13), 2); /* c */
	ck_assert_uint_eq(lexed_tag_around(&l, 16), 0); /* z */
	lexed_mark(&l, 1);
	ck_assert(l.tags[1].faulty && l.tags[1].faulty_inside);
	ck_assert(!l.tags[0].faulty && l.tags[0].faulty_inside);
	ck_assert(!l.tags[2].faulty && !l.tags[2].faulty_inside);
	arena_free(&arena);
}
END_TEST

Suite *
lexer_suite(void)
{
	Suite *s = suite_create("lexer");
	TCase *tc = tcase_create("lexer");

	tcase_add_loop_test(tc, lexes, 0, COUNT(cases));
	tcase_add_test(tc, refuses_utf16_without_mark);
	tcase_add_test(tc, refuses_depth);
	tcase_add_test(tc, refuses_every_truncation);
	tcase_add_test(tc, finds_bytes_of_texts);
	tcase_add_test(tc, finds_the_tag_around);
	suite_add_tcase(s, tc);
	return s;
}
