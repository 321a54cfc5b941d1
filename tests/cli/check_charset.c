/* SPDX-License-Identifier: MIT */
#include "charset.h"
#include "suites.h"

static const struct { const char *charset, *bytes, *want; } samples[] = {
	{ "iso-2022-jp", "\033$B%a!<%k\033(B ok", "メール ok" },
	{ "ISO-2022-JP", "\033$B%a!<%k\nok", "メール\nok" },
	{ "iso-2022-jp", "\033$B-!\033(B", "①" },   /* NEC's row 13 */
	{ "iso-2022-jp", "\033(I1\033(B", "ｱ" },
	{ "iso-2022-jp", "a\033x b", "a\033x b" },  /* no escape that we know */
	{ "shift_jis", "\x83\x81\x81[\x83\x8b", "メール" },
	{ "Shift_JIS", "\x87@", "①" },
	{ "euc-jp", "\xa5\xe1\xa1\xbc\xa5\xeb", "メール" },
	{ "iso-8859-1", "caf\xe9", "café" },
	{ "windows-1252", "\x80", "€" },
	{ "utf-8", "メール", "メール" },
	{ "us-ascii", "\033$B%a!<%k\033(B", "メール" }, /* says less than it is */
	{ NULL, "\x83\x81\x81[\x83\x8b", "メール" },
	{ NULL, "\xa5\xe1\xa1\xbc\xa5\xeb", "メール" },
	{ "", "plain", "plain" },
	{ "utf-8", "a\xff", "aÿ" },                 /* it is not what it says */
	{ "shift_jis", "a\x83", "a\xef\xbf\xbd" },  /* cut off */
};

START_TEST(becomes_utf8)
{
	struct text out = { 0 };

	ck_assert(charset_decode(&out, samples[_i].charset,
	    slice_of(samples[_i].bytes)));
	ck_assert_text(out, samples[_i].want);
}
END_TEST

START_TEST(unknown_is_told)
{
	struct text out = { 0 };

	ck_assert(!charset_decode(&out, "x-nobody", slice_of("メール")));
	ck_assert_text(out, "メール");
}
END_TEST

START_TEST(nul_is_a_blank)
{
	struct text out = { 0 };

	ck_assert(charset_decode(&out, NULL, (struct slice){ "a\0b", 3 }));
	ck_assert_text(out, "a b");
}
END_TEST

Suite *
charset_suite(void)
{
	Suite *s = suite_create("charset");
	TCase *tc = tcase_create("charset");

	tcase_add_loop_test(tc, becomes_utf8, 0,
	    sizeof samples / sizeof *samples);
	tcase_add_test(tc, unknown_is_told);
	tcase_add_test(tc, nul_is_a_blank);
	suite_add_tcase(s, tc);
	return s;
}
