/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "grammar.h"
#include "pattern.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The search needs the table in order. */
START_TEST(finds_every_element)
{
	const struct element_rule *rule;
	size_t i;

	for (i = 0; (rule = grammar_element_at(i)) != NULL; i++)
		ck_assert_ptr_eq(grammar_element(rule->name), rule);
	ck_assert_uint_gt(i, 40);
	ck_assert_ptr_null(grammar_element("nothing"));
	ck_assert_ptr_null(grammar_element(""));
}
END_TEST

/* Every child that a rule names has a rule, every table fits. */
START_TEST(is_closed)
{
	const struct element_rule *rule;

	for (size_t i = 0; (rule = grammar_element_at(i)) != NULL; i++) {
		size_t n = 0;

		while (rule->attributes[n].name != NULL)
			n++;
		ck_assert_uint_lt(n, GRAMMAR_ATTRIBUTES);
		for (n = 0; n < GRAMMAR_CHILDREN &&
		     rule->children[n].name != NULL; n++)
			ck_assert_msg(grammar_element(rule->children[n].name) !=
			    NULL, "%s", rule->children[n].name);
	}
}
END_TEST

static const struct {
	const char *element, *attribute, *value;
	bool good;
} values[] = {
	{ "reply", "code", "550", true }, { "reply", "code", "0550", false },
	{ "reply", "code", "5e2", false }, { "reply", "code", "599", false },
	{ "reply", "code", "560", false }, { "reply", "code", "199", false },
	{ "reply", "code", "５５０", false }, { "reply", "code", "+55", false },
	{ "status", "code", "X.1.10", true },
	{ "status", "code", "X.1.01", false },
	{ "status", "code", "X.1.1000", false },
	{ "status", "code", "5.1.1", false },
	{ "status", "code", "X.1.-1", false },
	{ "notice", "id", "too-many-hops", true },
	{ "notice", "id", "../x", false }, { "notice", "id", "/etc/x", false },
	{ "notice", "id", "a/b", false }, { "notice", "id", "CON", false },
	{ "notice", "id", ".", false }, { "notice", "id", "-rf", false },
	{ "notice", "id", "a--b", false }, { "notice", "id", "a b", false },
	{ "notice", "id", "nоtice", false },
	{ "reply", "symbol", "OK_2", true },
	{ "reply", "symbol", "__X", false }, { "reply", "symbol", "A__B", false },
	{ "reply", "symbol", "2X", false }, { "reply", "symbol", "int", false },
	{ "reply", "symbol", "A_", false },
	{ "emitter", "href", "https://example.org/", true },
	{ "emitter", "href", "javascript:alert(1)", false },
	{ "emitter", "href", "java\tscript:x", false },
	{ "emitter", "href", "data:text/html,x", false },
	{ "emitter", "href", "//example.org", false },
	{ "notice", "number", "0", true }, { "notice", "number", "65535", true },
	{ "notice", "number", "05", false }, { "notice", "number", "-1", false },
	{ "notice", "number", "100000", false },
	{ "text", "xml:lang", "ja", true }, { "text", "xml:lang", "zh-Hant", true },
	{ "text", "xml:lang", "ja_JP", false },
	{ "catalog", "date", "2026-12-01", true },
	{ "catalog", "date", "2026-13-01", false },
	{ "see", "section", "4.2.3", true }, { "see", "section", "A", true },
	{ "see", "section", "4..2", false },
};

START_TEST(knows_values)
{
	const struct value_type *type = grammar_attribute(grammar_element(
	    values[_i].element), values[_i].attribute)->type;

	ck_assert_msg((strlen(values[_i].value) <= type->max_length &&
	    pattern_matches(type->pattern, values[_i].value)) ==
	    values[_i].good, "%s", values[_i].value);
}
END_TEST

START_TEST(splits_lists)
{
	const struct value_type *list = grammar_attribute(grammar_element(
	    "reply"), "commands")->type;
	size_t at = 0, length;

	ck_assert(grammar_next_word(list, " MAIL  RCPT ", &at, &length));
	ck_assert_uint_eq(at, 1);
	ck_assert_uint_eq(length, 4);
	at += length;
	ck_assert(grammar_next_word(list, " MAIL  RCPT ", &at, &length));
	ck_assert_uint_eq(at, 7);
	at += length;
	ck_assert(!grammar_next_word(list, " MAIL  RCPT ", &at, &length));
}
END_TEST

Suite *
grammar_suite(void)
{
	Suite *s = suite_create("grammar");
	TCase *tc = tcase_create("grammar");

	tcase_add_test(tc, finds_every_element);
	tcase_add_test(tc, is_closed);
	tcase_add_loop_test(tc, knows_values, 0, COUNT(values));
	tcase_add_test(tc, splits_lists);
	suite_add_tcase(s, tc);
	return s;
}
