/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "buffer.h"
#include "suites.h"

START_TEST(empty_is_a_string)
{
	struct buffer b = { 0 };

	ck_assert_str_eq(buffer_string(&b), "");
	ck_assert_uint_eq(b.size, 0);
	buffer_free(&b);
	ck_assert_ptr_null(b.bytes);
}
END_TEST

START_TEST(grows_by_any_step)
{
	struct buffer b = { 0 };
	size_t total = 0;

	for (size_t n = 0; n < 5000; n = n * 3 + 1) {
		char bytes[5000];

		memset(bytes, (int)('a' + n % 26), sizeof bytes);
		buffer_add(&b, bytes, n);
		buffer_byte(&b, '.');
		total += n + 1;
		ck_assert_uint_eq(b.size, total);
		ck_assert_int_eq(b.bytes[total - 1], '.');
	}
	ck_assert_uint_eq(strlen(buffer_string(&b)), total);
	buffer_free(&b);
}
END_TEST

START_TEST(nothing_may_be_added)
{
	struct buffer b = { 0 };

	buffer_add(&b, NULL, 0);
	buffer_text(&b, "");
	ck_assert_uint_eq(b.size, 0);
	buffer_free(&b);
}
END_TEST

START_TEST(printf_appends)
{
	struct buffer b = { 0 };

	buffer_text(&b, "n=");
	buffer_printf(&b, "%d %s", 42, "and a word that needs more room");
	buffer_printf(&b, "%0200d", 7);
	ck_assert_uint_eq(b.size, strlen("n=42 and a word that needs more room") +
	    200);
	ck_assert_int_eq(strncmp(buffer_string(&b), "n=42 and a", 10), 0);
	ck_assert_int_eq(b.bytes[b.size - 1], '7');
	buffer_free(&b);
}
END_TEST

START_TEST(clear_keeps_the_room)
{
	struct buffer b = { 0 };
	const char *before;

	buffer_text(&b, "something");
	before = b.bytes;
	buffer_clear(&b);
	buffer_text(&b, "else");
	ck_assert_ptr_eq(b.bytes, before);
	ck_assert_str_eq(buffer_string(&b), "else");
	buffer_free(&b);
}
END_TEST

START_TEST(overflow_exits)
{
	struct buffer b = { 0 };

	buffer_byte(&b, 'x');
	buffer_reserve(&b, SIZE_MAX - 1);
}
END_TEST

Suite *
buffer_suite(void)
{
	Suite *s = suite_create("buffer");
	TCase *tc = tcase_create("core");

	tcase_add_test(tc, empty_is_a_string);
	tcase_add_test(tc, grows_by_any_step);
	tcase_add_test(tc, nothing_may_be_added);
	tcase_add_test(tc, printf_appends);
	tcase_add_test(tc, clear_keeps_the_room);
	tcase_add_exit_test(tc, overflow_exits, 3);
	suite_add_tcase(s, tc);
	return s;
}
