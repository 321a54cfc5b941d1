/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include "nearest.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
	const char *a, *b;
	size_t distance;
} distances[] = {
	{ "", "", 0 }, { "", "abc", 3 }, { "abc", "", 3 }, { "abc", "abc", 0 },
	{ "abc", "axc", 1 }, { "abc", "ac", 1 }, { "abc", "abxc", 1 },
	{ "abc", "acb", 1 }, { "kitten", "sitting", 3 }, { "ca", "abc", 3 },
	{ "symbl", "symbol", 1 }, { "ab", "ba", 1 },
	{ "0123456789012345678901234567890123456789012345678901234567890123"
	  "4", "a", SIZE_MAX },
};

START_TEST(measures)
{
	ck_assert_uint_eq(nearest_distance(distances[_i].a, distances[_i].b),
	    distances[_i].distance);
}
END_TEST

/* The candidates are title, meaning and cause. */
static const struct {
	const char *asked, *word;
} offers[] = {
	{ "titel", "title" }, { "meanings", "meaning" }, { "title", "title" },
	{ "caus", "cause" }, { "x", NULL }, { "tlt", NULL },
	{ "something-else", NULL },
};

START_TEST(offers_the_nearest)
{
	static const char *const words[] = { "title", "meaning", "cause" };
	struct nearest n = { .asked = offers[_i].asked };

	for (size_t i = 0; i < COUNT(words); i++)
		nearest_offer(&n, words[i]);
	if (offers[_i].word == NULL)
		ck_assert_ptr_null(n.word);
	else
		ck_assert_str_eq(n.word, offers[_i].word);
}
END_TEST

START_TEST(keeps_the_first_of_equals)
{
	struct nearest n = { .asked = "cat" };

	nearest_offer(&n, "bat");
	nearest_offer(&n, "hat");
	ck_assert_str_eq(n.word, "bat");
}
END_TEST

Suite *
nearest_suite(void)
{
	Suite *s = suite_create("nearest");
	TCase *tc = tcase_create("nearest");

	tcase_add_loop_test(tc, measures, 0, COUNT(distances));
	tcase_add_loop_test(tc, offers_the_nearest, 0, COUNT(offers));
	tcase_add_test(tc, keeps_the_first_of_equals);
	suite_add_tcase(s, tc);
	return s;
}
