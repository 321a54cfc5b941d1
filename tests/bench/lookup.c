/* SPDX-License-Identifier: MIT */
/* Nanoseconds a lookup: mailerr_reply_find and mailerr_status_find beside a
 * switch and bsearch over the same codes, in one run, medians of paired rounds. */
#define _DEFAULT_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "mailerr.h"

#define ROUNDS 31
#define LOOKUPS 2000000
#define INPUTS 4096

static int codes[INPUTS];
static int details[INPUTS][2];

/* ---- the peers ---- */

static int
reply_by_switch(int code)
{
	switch (code) {
#define X(symbol, number) case number: return number + 1;
	MAILERR_REPLY_LIST(X)
#undef X
	default: return 0;
	}
}

static const int reply_codes[] = {
#define X(symbol, number) number,
	MAILERR_REPLY_LIST(X)
#undef X
};

static const int status_codes[] = {
#define X(symbol, subject, detail) (subject) * 1000 + (detail),
	MAILERR_STATUS_LIST(X)
#undef X
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static int
compare(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return x < y ? -1 : x > y;
}

static int
status_by_switch(int subject, int detail)
{
	switch (subject * 1000 + detail) {
#define X(symbol, subject, detail) case (subject) * 1000 + (detail): \
	return (subject) * 1000 + (detail) + 1;
	MAILERR_STATUS_LIST(X)
#undef X
	default: return 0;
	}
}

/* ---- one measurement each ---- */

static uintptr_t
find_reply(size_t i)
{
	return (uintptr_t)mailerr_reply_find(codes[i]);
}

static uintptr_t
switch_reply(size_t i)
{
	return (uintptr_t)reply_by_switch(codes[i]);
}

static uintptr_t
bsearch_reply(size_t i)
{
	return (uintptr_t)bsearch(&codes[i], reply_codes, COUNT(reply_codes),
	    sizeof *reply_codes, compare);
}

static uintptr_t
find_status(size_t i)
{
	return (uintptr_t)mailerr_status_find(5, details[i][0], details[i][1]);
}

static uintptr_t
switch_status(size_t i)
{
	return (uintptr_t)status_by_switch(details[i][0], details[i][1]);
}

static uintptr_t
bsearch_status(size_t i)
{
	int key = details[i][0] * 1000 + details[i][1];

	return (uintptr_t)bsearch(&key, status_codes, COUNT(status_codes),
	    sizeof *status_codes, compare);
}

static const struct {
	const char *name;
	uintptr_t (*run)(size_t i);
} ways[] = {
	{ "reply: mailerr_reply_find", find_reply },
	{ "reply: switch", switch_reply },
	{ "reply: bsearch", bsearch_reply },
	{ "status: mailerr_status_find", find_status },
	{ "status: switch", switch_status },
	{ "status: bsearch", bsearch_status },
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double
measure(uintptr_t (*run)(size_t))
{
	volatile uintptr_t sum = 0;
	double start = now();

	for (size_t i = 0; i < LOOKUPS; i++)
		sum += run(i % INPUTS);
	return (now() - start) / LOOKUPS;
}

static int
compare_doubles(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

int
main(void)
{
	double ns[COUNT(ways)][ROUNDS];
	uint32_t seed = 1;

	/* codes and statuses that exist, in no order */
	for (size_t i = 0; i < INPUTS; i++) {
		seed = seed * 1664525 + 1013904223;
		codes[i] = reply_codes[(seed >> 8) % COUNT(reply_codes)];
		details[i][0] = status_codes[(seed >> 8) %
		    COUNT(status_codes)] / 1000;
		details[i][1] = status_codes[(seed >> 8) %
		    COUNT(status_codes)] % 1000;
	}
	for (int round = 0; round < ROUNDS; round++)
		for (size_t w = 0; w < COUNT(ways); w++)
			ns[w][round] = measure(ways[w].run);
	for (size_t w = 0; w < COUNT(ways); w++) {
		qsort(ns[w], ROUNDS, sizeof(double), compare_doubles);
		printf("%-30s %6.1f ns\n", ways[w].name, ns[w][ROUNDS / 2]);
	}
	return 0;
}
