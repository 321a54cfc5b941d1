/* SPDX-License-Identifier: MIT */
#include "suites.h"

START_TEST(lines_of_all_kinds)
{
	struct slice s = { "a\r\n\nb\0c\nlast", 12 }, line;

	ck_assert(slice_line(&s, &line));
	ck_assert_slice(line, "a");
	ck_assert(slice_line(&s, &line));
	ck_assert_slice(line, "");
	ck_assert(slice_line(&s, &line));
	ck_assert_uint_eq(line.size, 3); /* a NUL is a byte like others */
	ck_assert(slice_line(&s, &line));
	ck_assert_slice(line, "last");
	ck_assert(!slice_line(&s, &line));
}
END_TEST

START_TEST(words_are_found)
{
	struct slice s = slice_of("Mailbox FULL");

	ck_assert_uint_eq(slice_find(s, "full"), 8);
	ck_assert_uint_eq(slice_find(s, "fuller"), s.size);
	ck_assert_uint_eq(slice_find(s, ""), s.size); /* of nothing, none */
	ck_assert(slice_begins(s, "mailbox"));
	ck_assert(!slice_begins(slice_of("Mail"), "mailbox"));
	ck_assert(slice_is(s, "mailbox full") && !slice_is(s, "mailbox"));
	ck_assert_slice(slice_trim(slice_of(" \t a b \r\n")), "a b");
	ck_assert_uint_eq(slice_trim(slice_of(" \n ")).size, 0);
	ck_assert_uint_eq(slice_from(s, 99).size, 0);
	ck_assert_uint_eq(slice_find((struct slice){ NULL, 0 }, "a"), 0);
}
END_TEST

START_TEST(text_grows)
{
	struct text t = { 0 };
	size_t size = 0;

	for (size_t n = 0; n < 3000; n = n * 2 + 1) {
		char bytes[3000];

		memset(bytes, 'x', sizeof bytes);
		text_add(&t, bytes, n);
		text_byte(&t, '.');
		size += n + 1;
		ck_assert_uint_eq(t.size, size);
	}
	text_clear(&t);
	text_printf(&t, "%d-%s", 42, "x");
	ck_assert_text(t, "42-x");
	ck_assert_ptr_null(t.bytes);
}
END_TEST

START_TEST(controls_are_blanks)
{
	struct text t = { 0 };

	text_plain(&t, slice_of("a\tb\n\033[1m\x7f\xc2\x9b" "2m\xc2\xa0\xc2"));
	ck_assert_text(t, "a b  [1m  2m\xc2\xa0\xc2");
}
END_TEST

Suite *
text_suite(void)
{
	Suite *s = suite_create("text");
	TCase *tc = tcase_create("text");

	tcase_add_test(tc, lines_of_all_kinds);
	tcase_add_test(tc, words_are_found);
	tcase_add_test(tc, text_grows);
	tcase_add_test(tc, controls_are_blanks);
	suite_add_tcase(s, tc);
	return s;
}
