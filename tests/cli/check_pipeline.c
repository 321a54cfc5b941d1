/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "pipeline.h"
#include "suites.h"

enum { BATCHES = 2000, ROUND = 12 };

struct job {
	int in, out, last; /* given, taken; taken before it is enough */
	bool ordered;
};

static bool
fill(void *all, void *batch)
{
	struct job *j = all;

	if (j->in == BATCHES)
		return false;
	*(int *)batch = j->in++;
	return true;
}

static void
work(void *all, void *batch)
{
	volatile int busy = *(int *)batch % 7 * 100;

	(void)all;
	while (busy > 0)
		busy--;
	*(int *)batch *= 3;
}

static bool
drain(void *all, void *batch)
{
	struct job *j = all;

	j->ordered = j->ordered && *(int *)batch == j->out * 3;
	j->out++;
	return j->out < j->last;
}

static struct job
run(unsigned jobs, int last)
{
	struct job j = { .last = last, .ordered = true };
	int batches[ROUND];
	void *round[ROUND];
	struct pipeline p = { .fill = fill, .work = work, .drain = drain,
		.all = &j, .batches = round, .count = ROUND, .jobs = jobs };

	for (size_t i = 0; i < ROUND; i++)
		round[i] = &batches[i];
	pipeline_run(&p);
	return j;
}

START_TEST(order_is_kept)
{
	struct job j = run((unsigned)_i, BATCHES + 1);

	ck_assert(j.ordered);
	ck_assert_int_eq(j.out, BATCHES);
}
END_TEST

START_TEST(it_stops_when_told)
{
	struct job j = run((unsigned)_i, 5);

	ck_assert(j.ordered);
	ck_assert_int_eq(j.out, 5);
	ck_assert_int_le(j.in, 5 + ROUND + 1);
}
END_TEST

Suite *
pipeline_suite(void)
{
	Suite *s = suite_create("pipeline");
	TCase *tc = tcase_create("pipeline");

	tcase_add_loop_test(tc, order_is_kept, 1, 5);
	tcase_add_loop_test(tc, it_stops_when_told, 1, 5);
	tcase_set_timeout(tc, 60);
	suite_add_tcase(s, tc);
	return s;
}
