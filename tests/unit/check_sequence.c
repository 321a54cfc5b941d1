/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "sequence.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* keys and marks as strings of one character a member */
static const struct {
	const char *keys;
	bool strict;
	const char *misplaced;
} cases[] = {
	{ "", false, "" },
	{ "1", true, "." },
	{ "12345", true, "....." },
	{ "1223", false, "...." },
	{ "1223", true, ".x.." },
	{ "13245", true, ".x..." },
	{ "23451", true, "....x" },
	{ "51234", true, "x...." },
	{ "21", true, "x." },
	{ "1999234", true, ".xxx..." },
	{ "54321", true, "xxxx." },
};

START_TEST(marks_the_fewest)
{
	struct arena arena = { 0 };
	unsigned long keys[16] = { 0 };
	bool misplaced[16];
	char marks[16] = "";
	size_t n = strlen(cases[_i].keys);

	for (size_t i = 0; i < n; i++)
		keys[i] = (unsigned long)cases[_i].keys[i];
	sequence_misplaced(&arena, keys, n, cases[_i].strict, misplaced);
	for (size_t i = 0; i < n; i++)
		marks[i] = misplaced[i] ? 'x' : '.';
	arena_free(&arena);
	ck_assert_str_eq(marks, cases[_i].misplaced);
}
END_TEST

Suite *
sequence_suite(void)
{
	Suite *s = suite_create("sequence");
	TCase *tc = tcase_create("sequence");

	tcase_add_loop_test(tc, marks_the_fewest, 0, COUNT(cases));
	suite_add_tcase(s, tc);
	return s;
}
