/* SPDX-License-Identifier: MIT */
#include "fields.h"
#include "suites.h"

/* Each field as "name=value" and "|", with "~" before it behind a gap. */
static const struct { const char *lines, *want; } samples[] = {
	{ "A: 1\nB-c: 2\n", "A=1|B-c=2|" },
	{ "A: 1\n  2\n\t3\r\nB: x", "A=1 2 3|B=x|" },
	{ "A: 1\n\nB: 2\n", "A=1|~B=2|" },
	{ "A: 1\n \nB: 2\n", "A=1|~B=2|" },
	{ "no field\nA: 1\n", "A=1|" },
	{ " A: 1\n", "" },
	{ "A :1\nA:\n", "A=|" },
	{ "A:\n 1\n", "A=1|" },
	{ "", "" }, { "\n\n", "" }, { ":x\n", "" },
};

START_TEST(fields_are_read)
{
	struct slice rest = slice_of(samples[_i].lines), name;
	struct text value = { 0 }, all = { 0 };
	bool gap;

	while (fields_next(&rest, &name, &value, &gap)) {
		text_string(&all, gap ? "~" : "");
		text_slice(&all, name);
		text_byte(&all, '=');
		text_slice(&all, slice_text(&value));
		text_byte(&all, '|');
	}
	text_free(&value);
	ck_assert_text(all, samples[_i].want);
}
END_TEST

START_TEST(fields_are_found)
{
	struct slice lines = slice_of("From: a\nTo: b\nto: c\n");

	ck_assert_slice(fields_find(lines, "TO"), "b");
	ck_assert_slice(fields_find(lines, "t"), "");
	ck_assert(fields_is_header(slice_of("X-Y_z9: v")));
	ck_assert(!fields_is_header(slice_of("no header: v")));
	ck_assert(!fields_is_header(slice_of("")));
}
END_TEST

Suite *
fields_suite(void)
{
	Suite *s = suite_create("fields");
	TCase *tc = tcase_create("fields");

	tcase_add_loop_test(tc, fields_are_read, 0,
	    sizeof samples / sizeof *samples);
	tcase_add_test(tc, fields_are_found);
	suite_add_tcase(s, tc);
	return s;
}
