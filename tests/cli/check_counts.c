/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include "counts.h"
#include "suites.h"

START_TEST(most_frequent_first)
{
	struct counts *c = counts_new();
	static const char *const lines[] = { "b", "a", "c", "a", "c", "", "c" };
	struct counted *all;
	size_t count;

	for (size_t i = 0; i < 7; i++)
		counts_add(c, slice_of(lines[i]));
	all = counts_sorted(c, &count);
	ck_assert_uint_eq(count, 4);
	ck_assert_slice(all[0].line, "c");
	ck_assert_uint_eq(all[0].count, 3);
	ck_assert_slice(all[1].line, "a");
	ck_assert_slice(all[2].line, ""); /* equal counts: by bytes */
	ck_assert_slice(all[3].line, "b");
	ck_assert_uint_eq(counts_error(c), 0);
	free(all);
	counts_free(c);
}
END_TEST

/* What is frequent outlives any number of lines that come once. */
START_TEST(memory_has_an_end)
{
	struct counts *c = counts_new();
	struct counted *all;
	size_t count;

	for (int i = 0; i < 3 * COUNTS_MAX; i++) {
		char line[32];

		snprintf(line, sizeof line, "line %d", i);
		counts_add(c, slice_of(line));
		if (i % 4 == 0)
			counts_add(c, slice_of("often"));
	}
	all = counts_sorted(c, &count);
	ck_assert_uint_le(count, COUNTS_MAX);
	ck_assert_slice(all[0].line, "often");
	ck_assert_uint_eq(all[0].count, (3 * COUNTS_MAX + 3) / 4);
	ck_assert_uint_gt(counts_error(c), 0);
	free(all);
	counts_free(c);
}
END_TEST

Suite *
counts_suite(void)
{
	Suite *s = suite_create("counts");
	TCase *tc = tcase_create("counts");

	tcase_add_test(tc, most_frequent_first);
	tcase_add_test(tc, memory_has_an_end);
	tcase_set_timeout(tc, 60);
	suite_add_tcase(s, tc);
	return s;
}
