/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "catalog.h"
#include "marks.h"
#include "suites.h"

static struct arena arena;
static struct diags d;
static struct catalog *c;

static void
set_up(void)
{
	d = (struct diags){ .arena = &arena };
}

static void
tear_down(void)
{
	catalog_free(c);
	c = NULL;
	arena_free(&arena);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* english: the content of a text; its marks say what they say there.  wanted:
 * the translation with its marks; NULL: times is what is wrong. */
static const struct {
	const char *english, *plain, *wanted;
	size_t times;
} cases[] = {
	{ "plain", "ohne", "ohne", 0 },
	{ "plain", "a & <b> \"c\"", "a &amp; &lt;b&gt; \"c\"", 0 },
	{ "<code>MX</code> it", "es: MX", "es: <code>MX</code>", 0 },
	{ "<code>MX</code>", "MXについて", "<code>MX</code>について", 0 },
	{ "<code>&lt;&gt;</code>", "der leere <>", "der leere <code>&lt;&gt;</code>", 0 },
	{ "<link  reply='550' >550</link >", "550.", "<link  reply='550' >550</link>.", 0 },
	/* order is free */
	{ "<code>A</code> <code>B</code>", "B A", "<code>B</code> <code>A</code>", 0 },
	/* the longest first */
	{ "<code>MX</code>, <link notice=\"n\">Null MX</link>", "Null MX MX",
	    "<link notice=\"n\">Null MX</link> <code>MX</code>", 0 },
	/* of equal ones each the next place */
	{ "<code>A</code> <link reply=\"250\">A</link>", "x A y A",
	    "x <code>A</code> y <link reply=\"250\">A</link>", 0 },
	/* a word by itself, where there is one */
	{ "<code>A</code> it", "An A", "An <code>A</code>", 0 },
	{ "<code>A</code> it", "An Ask", NULL, 2 },
	{ "<code>RCPT</code>", "RCPTs", "<code>RCPT</code>s", 0 },
	{ "<code>A</code>", "ohne", NULL, 0 },
	{ "<code>A</code>", "A und A", NULL, 2 },
	{ "<code>A</code> and <code>A</code>", "A", NULL, 1 },
	{ "<code>A</code> and <code>A</code>", "A A", "<code>A</code> <code>A</code>", 0 },
	{ "<code>aa</code>", "aaa", "<code>aa</code>a", 0 },
	{ "<code>A</code>", "", NULL, 0 },
};

static struct marks
marks_of(const xmlNode *text)
{
	struct mark *items = arena_alloc(&arena, 10, sizeof *items);
	size_t count = 0;

	for (const xmlNode *n = text->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE)
			items[count++] = (struct mark){ n,
				(const char *)n->children->content };
	return (struct marks){ items, count };
}

START_TEST(puts_back)
{
	const char *bytes = arena_printf(&arena,
	    "<text xmlns=\"urn:mailerr:catalog:1\">%s</text>\n",
	    cases[_i].english);
	struct buffer got = { 0 };
	const struct mark *lost;
	struct marks marks;
	size_t times = 99;

	c = catalog_parse(&arena, source_new(&arena, "x", bytes,
	    strlen(bytes)), &d);
	ck_assert_ptr_nonnull(c);
	marks = marks_of(xmlDocGetRootElement(c->doc));
	lost = marks_put_back(&arena, &marks, cases[_i].plain, &got, &times);
	if (cases[_i].wanted != NULL) {
		ck_assert_ptr_null(lost);
		ck_assert_str_eq(buffer_string(&got), cases[_i].wanted);
	} else {
		ck_assert_ptr_eq(lost, &marks.items[0]);
		ck_assert_uint_eq(times, cases[_i].times);
		ck_assert_uint_eq(got.size, 0);
	}
	buffer_free(&got);
}
END_TEST

START_TEST(knows_words)
{
	static const char text[] = "An A, B2 (B)";

	ck_assert(!marks_stands_alone(text, text, "A"));
	ck_assert(marks_stands_alone(text, text + 3, "A"));
	ck_assert(!marks_stands_alone(text, text + 6, "B"));
	ck_assert(!marks_stands_alone(text, text + 7, "2"));
	ck_assert(marks_stands_alone(text, text + 10, "B"));
	ck_assert(marks_stands_alone(text, text + 9, "("));
}
END_TEST

Suite *
marks_suite(void)
{
	Suite *s = suite_create("marks");
	TCase *tc = tcase_create("marks");

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_add_loop_test(tc, puts_back, 0, COUNT(cases));
	tcase_add_test(tc, knows_words);
	suite_add_tcase(s, tc);
	return s;
}
