/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <time.h>

#include "markup.h"
#include "suites.h"

static const struct { const char *html, *want; } samples[] = {
	{ "<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree\n\n\n" },
	{ "a  b\n c", "a b c\n" },
	{ "&lt;a&amp;b&gt; &#65;&#x3042;&nbsp;&unknown;",
	  "<a&b> Aあ &unknown;\n" },
	{ "<style>p{}</style>x<script>1<2</script>y<!-- z -->", "xy\n" },
	{ "<title>t</title><body>b", "b\n" },
	{ "<user@example.org>", "<user@example.org>\n" },
	{ "1 < 2 > 1", "1 < 2 > 1\n" },
	{ "<a href=\"x>y\">z</a>", "z\n" },
	{ "<pre>a\n  b</pre>", "a\n  b\n\n\n" },
	{ "<unclosed", "<unclosed\n" },
	{ "<!-- unclosed", "\n" },
	{ "&#xd800;&#0;&#99999999;", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\n" },
	{ "<tr><td>a<td>b</tr>", " a b\n\n" },
	{ "", "\n" },
};

START_TEST(words_remain)
{
	struct text out = { 0 };

	markup_text(&out, slice_of(samples[_i].html));
	ck_assert_text(out, samples[_i].want);
}
END_TEST

/* Tags that never end cost their length, not its square. */
START_TEST(hostile_is_quick)
{
	struct text html = { 0 }, out = { 0 };
	clock_t start = clock();

	for (int i = 0; i < 300000; i++)
		text_string(&html, "<a=\"");
	markup_text(&out, slice_text(&html));
	ck_assert_uint_ge(out.size, html.size);
	ck_assert_int_lt((clock() - start) / CLOCKS_PER_SEC, 10);
	text_free(&html);
	text_free(&out);
}
END_TEST

Suite *
markup_suite(void)
{
	Suite *s = suite_create("markup");
	TCase *tc = tcase_create("markup");

	tcase_set_timeout(tc, 60);
	tcase_add_loop_test(tc, words_remain, 0,
	    sizeof samples / sizeof *samples);
	tcase_add_test(tc, hostile_is_quick);
	suite_add_tcase(s, tc);
	return s;
}
