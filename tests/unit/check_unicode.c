/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "suites.h"
#include "unicode.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
	const char *bytes;
	size_t length;
	unsigned long code;
} decodes[] = {
	{ "a", 1, 'a' }, { "\xc3\xa9", 2, 0xe9 }, { "\xe6\x97\xa5", 3, 0x65e5 },
	{ "\xf0\x9f\x93\xa7", 4, 0x1f4e7 },
	{ "\xc0\x80", 0, 0 },         /* overlong */
	{ "\xed\xa0\x80", 0, 0 },     /* surrogate */
	{ "\xf4\x90\x80\x80", 0, 0 }, /* above U+10FFFF */
	{ "\xe6\x97", 0, 0 },         /* truncated */
	{ "\x80", 0, 0 }, { "\xff", 0, 0 },
};

START_TEST(decodes_utf8)
{
	unsigned long code = 0;
	size_t n = unicode_decode(decodes[_i].bytes, strlen(decodes[_i].bytes),
	    &code);

	ck_assert_uint_eq(n, decodes[_i].length);
	if (n > 0)
		ck_assert_uint_eq(code, decodes[_i].code);
}
END_TEST

static const unsigned long refused[] = {
	0x00, 0x09, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0xa0, 0xad, 0x061c, 0x180e,
	0x2000, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a,
	0x202e, 0x202f, 0x2060, 0x2066, 0x2069, 0x3000, 0xe000, 0xf8ff, 0xfdd0,
	0xfdef, 0xfeff, 0xfffe, 0xffff, 0x1fffe, 0xe0001, 0xe0041, 0xf0000,
	0x10fffd,
};

START_TEST(refuses)
{
	ck_assert_msg(unicode_refused(refused[_i]) != NULL, "U+%04lX",
	    refused[_i]);
}
END_TEST

static const unsigned long allowed[] = {
	' ', 'a', '~', 0xa1, 0xe9, 0x0301, 0x2026, 0x3042, 0x65e5, 0xff08,
	0x1f4e7, 0x20bb7,
};

START_TEST(allows)
{
	ck_assert_msg(unicode_refused(allowed[_i]) == NULL, "U+%04lX",
	    allowed[_i]);
}
END_TEST

START_TEST(measures)
{
	ck_assert_uint_eq(unicode_columns("MX日本"), 6);
	ck_assert_uint_eq(unicode_length("MX日本"), 4);
	ck_assert_uint_eq(unicode_columns("e\xcc\x81"), 1);
	ck_assert_uint_eq(unicode_columns(""), 0);
}
END_TEST

static const struct {
	const char *text;
	size_t at; /* where it is not NFC; 99: it is */
} forms[] = {
	{ "plain", 99 }, { "caf\xc3\xa9", 99 }, { "が", 99 }, { "", 99 },
	{ "cafe\xcc\x81", 3 },                   /* e and an acute */
	{ "か\xe3\x82\x99", 0 },                 /* か and a dakuten */
	{ "x か\xe3\x82\x99", 2 },
	{ "A\xe2\x84\xab", 1 },                  /* ANGSTROM SIGN */
	{ "\xef\xa9\x90", 0 },                   /* a compatibility ideograph */
	{ "\xe1\x84\x80\xe1\x85\xa1", 0 },       /* Hangul jamo */
};

START_TEST(finds_other_forms)
{
	size_t length = strlen(forms[_i].text);

	ck_assert_uint_eq(unicode_not_nfc(forms[_i].text, length),
	    forms[_i].at == 99 ? length : forms[_i].at);
}
END_TEST

/* Every code point that form C writes otherwise must be noticed. */
START_TEST(knows_every_code_point)
{
	for (utf8proc_int32_t c = 0x80; c < 0x110000; c++) {
		utf8proc_uint8_t bytes[8] = { 0 }, *form;
		utf8proc_ssize_t n;
		bool same;

		if (!utf8proc_codepoint_valid(c))
			continue;
		n = utf8proc_encode_char(c, bytes);
		form = utf8proc_NFC(bytes);
		same = strcmp((char *)form, (char *)bytes) == 0;
		free(form);
		ck_assert_msg((unicode_not_nfc((char *)bytes, (size_t)n) ==
		    (size_t)n) == same, "U+%04lX", (unsigned long)c);
	}
}
END_TEST

Suite *
unicode_suite(void)
{
	Suite *s = suite_create("unicode");
	TCase *tc = tcase_create("unicode");

	tcase_set_timeout(tc, 60);
	tcase_add_loop_test(tc, decodes_utf8, 0, COUNT(decodes));
	tcase_add_loop_test(tc, refuses, 0, COUNT(refused));
	tcase_add_loop_test(tc, allows, 0, COUNT(allowed));
	tcase_add_test(tc, measures);
	tcase_add_loop_test(tc, finds_other_forms, 0, COUNT(forms));
	tcase_add_test(tc, knows_every_code_point);
	suite_add_tcase(s, tc);
	return s;
}
