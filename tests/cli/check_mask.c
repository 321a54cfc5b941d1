/* SPDX-License-Identifier: MIT */
#include "mask.h"
#include "suites.h"

static const struct { const char *line, *want; } samples[] = {
	{ "no such user <a@example.org>", "no such user <{address}>" },
	{ "host mx1.example.org[192.0.2.25] said", "host {host}[{ip}] said" },
	{ "550 5.7.99 odd thing 42", "550 5.7.99 odd thing {number}" },
	{ "waited 550 s", "waited {number} s" },
	{ "550-a", "550-a" },
	{ "id 4BC1D2E3F ok", "id {word} ok" },
	{ "see https://example.com/a?b=1.", "see {word}." },
	{ "from 2001:db8::25: bad", "from {ip}: bad" },
	{ "at 10:12:13 on 2026-02-03", "at {number} on {number}-{number}-{number}" },
	{ "user \"john doe\" of 'example.org'",
	  "user \"{text}\" of '{host}'" },
	{ "don't know", "don't know" },
	{ "{x}", "{{x}}" },
	{ "a\tb  \001 c\r", "a b c" },
	{ "Please try again. Thanks", "Please try again. Thanks" },
	{ "TLSv1.2 is not", "TLSv1.{number} is not" },
	{ "メールボックス 12 件", "メールボックス {number} 件" },
	{ "", "" }, { "   ", "" }, { "\"", "\"" },
	{ "1.2.3.4.5", "{number}" },
};

START_TEST(lines_are_masked)
{
	struct text out = { 0 };

	mask_line(&out, slice_of(samples[_i].line));
	ck_assert_text(out, samples[_i].want);
}
END_TEST

START_TEST(long_lines_end)
{
	struct text line = { 0 }, out = { 0 };

	for (int i = 0; i < 300000; i++)
		text_string(&line, "あ.");
	mask_line(&out, slice_text(&line));
	ck_assert_uint_le(out.size, MASK_BYTES);
	ck_assert_uint_ge(out.size, MASK_BYTES - 4);
	ck_assert((out.bytes[out.size - 1] & 0x80) == 0 ||
	    (out.bytes[out.size - 3] & 0xf0) == 0xe0);
	text_free(&line);
	text_free(&out);
}
END_TEST

Suite *
mask_suite(void)
{
	Suite *s = suite_create("mask");
	TCase *tc = tcase_create("mask");

	tcase_add_loop_test(tc, lines_are_masked, 0,
	    sizeof samples / sizeof *samples);
	tcase_add_test(tc, long_lines_end);
	suite_add_tcase(s, tc);
	return s;
}
