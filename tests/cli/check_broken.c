/* SPDX-License-Identifier: MIT */
/* check_broken.c - messages that were cut off and flipped: whatever comes out,
 * it comes, and the sanitizers have nothing to say */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "bounce.h"
#include "suites.h"

#define SAMPLES "tests/cli/messages"

static int messages;

static void
explain(struct slice bytes)
{
	struct message m;
	struct bounce b;

	message_read(&m, bytes);
	bounce_read(&b, &m);
	ck_assert_uint_ge(b.count, 1);
	for (size_t i = 0; i < b.count; i++)
		for (size_t k = 0; k < b.rows[i].verdict.argument_count; k++) {
			const mailerr_argument *a =
			    &b.rows[i].verdict.arguments[k];

			/* arguments point into the row's own words */
			ck_assert(a->value >= b.rows[i].words.bytes &&
			    a->value + a->length <= b.rows[i].words.bytes +
			    b.rows[i].words.size);
		}
	bounce_free(&b);
	message_free(&m);
	messages++;
}

static void
cut_off(struct slice all)
{
	for (size_t n = 0; n < all.size; n += 1 + all.size / 97) {
		/* a copy of its own, so that reading on shows */
		char *copy = memory_get(n);

		memcpy(copy, all.s, n);
		explain((struct slice){ copy, n });
		free(copy);
	}
}

static void
flip(struct slice all)
{
	uint32_t chance = 1;

	for (int round = 0; round < 150; round++) {
		char *copy = memory_get(all.size);

		memcpy(copy, all.s, all.size);
		for (int n = 0; n < 1 + round / 10 && all.size > 0; n++) {
			chance = chance * 1664525 + 1013904223;
			copy[(chance >> 8) % all.size] ^=
			    (char)(1 << (chance >> 4 & 7));
		}
		explain((struct slice){ copy, all.size });
		free(copy);
	}
}

static struct text
read_file(const char *name)
{
	struct text path = { 0 }, all = { 0 };
	FILE *file;
	int c;

	text_printf(&path, "%s/%s", SAMPLES, name);
	file = fopen(text_end(&path), "rb");
	ck_assert_ptr_nonnull(file);
	while ((c = getc(file)) != EOF)
		text_byte(&all, (char)c);
	fclose(file);
	text_free(&path);
	return all;
}

START_TEST(broken_messages)
{
	DIR *dir = opendir(SAMPLES);
	struct dirent *entry;

	ck_assert_ptr_nonnull(dir);
	messages = 0;
	while ((entry = readdir(dir)) != NULL) {
		struct text all;

		if (strstr(entry->d_name, ".eml") == NULL)
			continue;
		all = read_file(entry->d_name);
		cut_off(slice_text(&all));
		flip(slice_text(&all));
		text_free(&all);
	}
	closedir(dir);
	ck_assert_int_gt(messages, 3000);
}
END_TEST

/* Sizes that would take for ever if some step were quadratic. */
START_TEST(many_recipients)
{
	struct text bytes = { 0 };
	struct message m;
	struct bounce b;

	text_string(&bytes, "From: MAILER-DAEMON@example.com\n\n");
	for (int i = 0; i < 30000; i++)
		text_printf(&bytes, "<u%d@example.org>: 550 User unknown\n%s",
		    i, i % 3 == 0 ? "\n" : "");
	message_read(&m, slice_text(&bytes));
	bounce_read(&b, &m);
	ck_assert_uint_eq(b.count, 1000);
	for (size_t i = 0; i < b.count; i++)
		ck_assert_int_eq(b.rows[i].verdict.reason,
		    MAILERR_REASON_USER_UNKNOWN);
	bounce_free(&b);
	message_free(&m);
	text_free(&bytes);
}
END_TEST

/* One after the other, each far over what a mail has. */
static const struct { const char *head, *piece; int count; } heaps[] = {
	{ "From: MAILER-DAEMON@x.org\nSubject: returned mail\n\n",
	  "X-a: b\n", 150000 },
	{ "From: MAILER-DAEMON@x.org\nSubject: returned mail\n\n",
	  "see u@example.org ", 60000 },
	{ "From: MAILER-DAEMON@x.org\nSubject: returned mail\n\n",
	  "<u@example.org>:\n", 60000 },
	{ "From: MAILER-DAEMON@x.org\nSubject: returned mail\nTo: ",
	  "u@example.org, ", 60000 },
	{ "From: MAILER-DAEMON@x.org\nContent-Type: multipart/mixed; "
	  "boundary=b\n\n", "--b\n\nx\n", 200000 },
	{ "Content-Type: message/rfc822\n\n",
	  "Content-Type: message/rfc822\n\n", 30000 },
	{ "From: MAILER-DAEMON@x.org\nContent-Type: message/delivery-status\n\n",
	  "Final-Recipient: rfc822; u@example.org\n", 50000 },
	{ "From: MAILER-DAEMON@x.org\nContent-Type: text/html\n\n",
	  "<a href=\"", 100000 },
	{ "From: MAILER-DAEMON@x.org\n\n", "----- Original message\n", 60000 },
};

START_TEST(heaps_are_quick)
{
	struct text bytes = { 0 };

	text_string(&bytes, heaps[_i].head);
	for (int i = 0; i < heaps[_i].count; i++)
		text_string(&bytes, heaps[_i].piece);
	explain(slice_text(&bytes));
	text_free(&bytes);
}
END_TEST

START_TEST(deep_nesting)
{
	struct text bytes = { 0 };

	for (int i = 0; i < 2000; i++)
		text_printf(&bytes, "Content-Type: multipart/mixed; "
		    "boundary=b%d\n\n--b%d\n", i, i);
	explain(slice_text(&bytes));
	text_free(&bytes);
}
END_TEST

Suite *
broken_suite(void)
{
	Suite *s = suite_create("broken");
	TCase *tc = tcase_create("broken");

	tcase_add_test(tc, broken_messages);
	tcase_add_test(tc, many_recipients);
	tcase_add_test(tc, deep_nesting);
	tcase_add_loop_test(tc, heaps_are_quick, 0,
	    sizeof heaps / sizeof *heaps);
	tcase_set_timeout(tc, 60);
	suite_add_tcase(s, tc);
	return s;
}
