/* SPDX-License-Identifier: MIT */
#include "pattern.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
	const char *pattern, *text;
	bool matches;
} cases[] = {
	{ "", "", true }, { "", "a", false }, { "a", "a", true },
	{ "a", "", false }, { "a", "aa", false }, { "a?", "", true },
	{ "a*", "aaaa", true }, { "a+", "", false }, { "a{2}", "aa", true },
	{ "a{2}", "a", false }, { "a{2}", "aaa", false },
	{ "a{1,2}", "aa", true }, { "a{0,2}", "aaa", false },
	{ ".", "\n", false }, { ".+", "two words", true },
	{ "\\.", ".", true }, { "\\.", "a", false },
	{ "[a-c]", "b", true }, { "[a-c]", "d", false },
	{ "[^a-c]", "d", true }, { "[^a-c]", "b", false },
	{ "[a\\-c]", "-", true }, { "[a\\-c]", "b", false },
	{ "[!-~]", "\xe3", false },
	{ "a|b", "b", true }, { "a|b", "ab", false },
	{ "(a|b)c", "bc", true }, { "(a|b)c", "c", false },
	{ "(ab)*", "ababab", true }, { "(ab)*", "aba", false },
	{ "(ab){2}", "abab", true }, { "(ab){2}", "ab", false },
	{ "(a(b|c))+d", "abacd", true },
	{ "(a|)*b", "aab", true }, { "(a*)*b", "aaab", true },
	{ "(a*)*b", "aaa", false },
	{ "[a-z]+(-[a-z]+)*", "too-many-hops", true },
	{ "[a-z]+(-[a-z]+)*", "too--many", false },
	{ "[a-z]+(-[a-z]+)*", "too-", false },
};

START_TEST(matches)
{
	ck_assert_msg(pattern_matches(cases[_i].pattern, cases[_i].text) ==
	    cases[_i].matches, "\"%s\" on \"%s\"", cases[_i].pattern,
	    cases[_i].text);
}
END_TEST

Suite *
pattern_suite(void)
{
	Suite *s = suite_create("pattern");
	TCase *tc = tcase_create("pattern");

	tcase_add_loop_test(tc, matches, 0, COUNT(cases));
	suite_add_tcase(s, tc);
	return s;
}
