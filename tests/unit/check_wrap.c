/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "suites.h"
#include "wrap.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
	const char *text;
	size_t width;
	const char *prefix, *wrapped;
} cases[] = {
	{ "", 10, "", "" },
	{ "", 10, " * ", " *" },
	{ "one two", 10, "", "one two" },
	{ "one two three", 7, "", "one two\nthree" },
	{ "one two three", 8, "", "one two\nthree" },
	{ "one two three", 6, "", "one\ntwo\nthree" },
	{ "endless word", 3, "", "endless\nword" },
	{ "endless word", 0, "", "endless\nword" },
	{ "a  b", 10, "", "a  b" },
	{ "  a b  ", 10, "", "a b" },
	{ "aaa  bbb", 5, "", "aaa\nbbb" },
	{ "one two", 9, " * ", " * one\n * two" },
	{ "one two", 10, " * ", " * one two" },
	{ "one two", 11, "\t", "\tone\n\ttwo" },
	{ "one\ntwo", 20, " * ", " * one\n * two" },
	{ "one\n\ntwo", 20, " * ", " * one\n *\n * two" },
	{ "one\n", 20, "-", "-one\n-" },
	/* two columns each */
	{ "日本語", 6, "", "日本語" },
	{ "日本語", 5, "", "日本\n語" },
	{ "日本語", 1, "", "日\n本\n語" },
	{ "日本MXの語", 6, "", "日本MX\nの語" },
	{ "日本 MX の語", 7, "", "日本 MX\nの語" },
	/* 、 and 。 and small kana never begin a line */
	{ "日本、語。", 4, "", "日\n本、\n語。" },
	{ "ャッー", 2, "", "ャッー" },
	{ "サーバー", 2, "", "サー\nバー" },
	{ "あっ", 2, "", "あっ" },
	/* 「 never ends one */
	{ "あ「い」う", 4, "", "あ\n「い」\nう" },
	{ "（MX）", 2, "", "（MX）" },
	/* a combining mark stays with its letter */
	{ "か\xe3\x82\x99き", 2, "", "か\xe3\x82\x99\nき" },
};

START_TEST(wraps)
{
	struct buffer b = { 0 };

	ck_assert(wrap_text(&b, cases[_i].text, strlen(cases[_i].text),
	    cases[_i].width, cases[_i].prefix));
	ck_assert_str_eq(buffer_string(&b), cases[_i].wrapped);
	buffer_free(&b);
}
END_TEST

START_TEST(appends)
{
	struct buffer b = { 0 };

	buffer_text(&b, "/* ");
	ck_assert(wrap_text(&b, "a b", 3, 80, ""));
	ck_assert_str_eq(buffer_string(&b), "/* a b");
	buffer_clear(&b);
	buffer_text(&b, "/* ");
	ck_assert(wrap_text(&b, "", 0, 80, ""));
	ck_assert_str_eq(buffer_string(&b), "/* ");
	buffer_free(&b);
}
END_TEST

START_TEST(refuses_what_is_no_utf8)
{
	static const char *const bad[] = { "\xff", "a\xe3\x81", "\xc3", "\xed\xa0\x80" };
	struct buffer b = { 0 };

	for (size_t i = 0; i < COUNT(bad); i++)
		ck_assert(!wrap_text(&b, bad[i], strlen(bad[i]), 80, ""));
	ck_assert_uint_eq(b.size, 0);
	buffer_free(&b);
}
END_TEST

/* Nothing is lost but blanks, and no line is longer than it must be. */
START_TEST(long_texts)
{
	struct buffer text = { 0 }, b = { 0 };
	size_t kept = 0;

	for (int i = 0; i < 2000; i++)
		buffer_text(&text, i % 3 == 0 ? "word " : i % 3 == 1 ? "日本、"
		    : "a.b ");
	ck_assert(wrap_text(&b, text.bytes, text.size, (size_t)_i, ""));
	for (size_t i = 0; i < b.size; i++) {
		while (kept < text.size && text.bytes[kept] == ' ')
			kept++;
		if (b.bytes[i] == '\n' || b.bytes[i] == ' ')
			continue;
		ck_assert_int_eq(b.bytes[i], text.bytes[kept]);
		kept++;
	}
	ck_assert_uint_eq(kept + strspn(text.bytes + kept, " "), text.size);
	buffer_free(&text);
	buffer_free(&b);
}
END_TEST

Suite *
wrap_suite(void)
{
	Suite *s = suite_create("wrap");
	TCase *tc = tcase_create("core");

	tcase_add_loop_test(tc, wraps, 0, COUNT(cases));
	tcase_add_test(tc, appends);
	tcase_add_test(tc, refuses_what_is_no_utf8);
	tcase_add_loop_test(tc, long_texts, 1, 90);
	suite_add_tcase(s, tc);
	return s;
}
