/* SPDX-License-Identifier: MIT */
#include "address.h"
#include "suites.h"

/* A text, and its addresses with a blank behind each. */
static const struct { const char *text, *want; } texts[] = {
	{ "<a@example.org>: x", "a@example.org " },
	{ "a@example.org, 'b@example.net'.", "a@example.org b@example.net " },
	{ "\"a b\"@example.org", "\"a b\"@example.org " },
	{ "a@[192.0.2.1] b", "a@[192.0.2.1] " },
	{ "a@b@example.org", "a@b " },
	{ "@ @example.org a@ @", "" },
	{ "", "" },
	{ "a+b=c@mx.example.org...", "a+b=c@mx.example.org " },
	{ "宛先：a@example.jpへ", "a@example.jp " },
	{ "宛先a@example.jp。", "a@example.jp " },
	{ "<josé@example.org>", "josé@example.org " },
	{ "<用户@例子.example>", "用户@例子.example " },
	{ "***@example.jp", "***@example.jp " },
	{ "\"@example.org", "" },
};

START_TEST(addresses_are_found)
{
	struct text all = { 0 };
	struct slice found;
	size_t at = 0;

	while (address_next(slice_of(texts[_i].text), &at, &found)) {
		text_slice(&all, found);
		text_byte(&all, ' ');
	}
	ck_assert_uint_eq(at, strlen(texts[_i].text));
	ck_assert_text(all, texts[_i].want);
}
END_TEST

static const struct { const char *field, *want; } values[] = {
	{ "rfc822; a@example.org", "a@example.org" },
	{ "RFC822;<a@example.org>", "a@example.org" },
	{ "A B <a@example.org>", "a@example.org" },
	{ "rfc822; \"|/bin/x\"", "\"|/bin/x\"" },
	{ "x400; /c=jp/s=a/", "/c=jp/s=a/" },
	{ "", "" }, { "<>", "<>" },
};

START_TEST(fields_hold_addresses)
{
	ck_assert_slice(address_of_field(slice_of(values[_i].field)),
	    values[_i].want);
}
END_TEST

START_TEST(roles_are_known)
{
	ck_assert(address_is_role(slice_of("Postmaster@example.org")));
	ck_assert(!address_is_role(slice_of("post@example.org")));
	ck_assert(address_same(slice_of("A@x.org"), slice_of("a@X.org")));
	ck_assert(!address_same(slice_of("a@x.org"), slice_of("a@x.or")));
}
END_TEST

Suite *
address_suite(void)
{
	Suite *s = suite_create("address");
	TCase *tc = tcase_create("address");

	tcase_add_loop_test(tc, addresses_are_found, 0,
	    sizeof texts / sizeof *texts);
	tcase_add_loop_test(tc, fields_hold_addresses, 0,
	    sizeof values / sizeof *values);
	tcase_add_test(tc, roles_are_known);
	suite_add_tcase(s, tc);
	return s;
}
