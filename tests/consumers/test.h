/* SPDX-License-Identifier: MIT */
/* test.h - counts what holds; enough for programs that link with nothing but
 * the library */
#ifndef TEST_H
#define TEST_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static unsigned passed, failed;

static void
check_that(bool holds, const char *what, const char *file, int line)
{
	if (holds) {
		passed++;
		return;
	}
	failed++;
	printf("%s:%d: %s\n", file, line, what);
}

#define CHECK(what) check_that((what) ? true : false, #what, __FILE__, __LINE__)
#define CHECK_TEXT(a, b) check_that(strcmp((a), (b)) == 0, (a), __FILE__, __LINE__)

static int
test_end(const char *name)
{
	printf("%s: %u passed, %u failed\n", name, passed, failed);
	return failed == 0 ? 0 : 1;
}

#endif
