/* SPDX-License-Identifier: MIT */
/* suites.h - the Check suites of the command, one a file */
#ifndef TESTS_CLI_SUITES_H
#define TESTS_CLI_SUITES_H

#include <check.h>

#include "text.h"

Suite *address_suite(void);
Suite *bounce_suite(void);
Suite *broken_suite(void);
Suite *charset_suite(void);
Suite *counts_suite(void);
Suite *fields_suite(void);
Suite *mailbox_suite(void);
Suite *markup_suite(void);
Suite *mask_suite(void);
Suite *pipeline_suite(void);
Suite *prose_suite(void);
Suite *report_suite(void);
Suite *stream_suite(void);
Suite *text_suite(void);

/* That the text is this, and its memory free again. */
#define ck_assert_text(t, want) do { \
	ck_assert_str_eq(text_end(&(t)), want); \
	text_free(&(t)); \
} while (0)

#define ck_assert_slice(s_, want) do { \
	struct slice got_ = (s_); \
	ck_assert_msg(got_.size == strlen(want) && \
	    memcmp(got_.s, want, got_.size) == 0, "\"%.*s\" is not \"%s\"", \
	    (int)got_.size, got_.s, want); \
} while (0)

#endif
