/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "catalog.h"
#include "grammar.h"
#include "names.h"
#include "overlay.h"
#include "suites.h"

#define ROOT(name, rest) \
	"<" name " xmlns=\"urn:mailerr:catalog:1\" schema-version=\"1.0\"" rest ">\n"
#define CATALOG(parts) ROOT("catalog", " name=\"x\" version=\"0.1\" date=\"2026-01-01\"") \
	"<languages><language code=\"en\" name=\"English\" complete=\"yes\"/></languages>\n" \
	parts "</catalog>\n"
#define OVERLAY(parts) ROOT("overlay", "") parts "</overlay>\n"
#define TITLE(text) "<title><text xml:lang=\"en\">" text "</text></title>" \
	"<meaning><text xml:lang=\"en\">m</text></meaning>"
#define REPLY(code) "<reply code=\"" code "\" symbol=\"S" code "\">" \
	TITLE(code) "</reply>\n"
#define NOTICE(id, number, phrases) "<notice id=\"" id "\" number=\"" number \
	"\" rank=\"frame\">" TITLE(id) phrases "<see reply=\"250\"/></notice>\n"
#define PHRASE(text) "<phrase where=\"body\"><match>" text "</match>" \
	"<example>x</example></phrase>"

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

static const char *
write_file(const char *bytes)
{
	char *path = arena_strdup(&arena, "/tmp/mailerr-check.XXXXXX");
	int fd = mkstemp(path);
	FILE *out = fdopen(fd, "w");

	ck_assert_ptr_nonnull(out);
	fputs(bytes, out);
	fclose(out);
	return path;
}

static struct catalog *
lay(const char *bytes)
{
	const char *path = write_file(bytes);
	bool unreadable;
	struct catalog *overlay = catalog_load_overlay(c, path, &d,
	    &unreadable);

	unlink(path);
	ck_assert(!unreadable);
	return overlay;
}

static void
parse(const char *bytes)
{
	c = catalog_parse(&arena, source_new(&arena, "x.xml", bytes,
	    strlen(bytes)), &d);
	ck_assert_ptr_nonnull(c);
	ck_assert(grammar_check(c, &d));
}

/* Two overlays, the second may be NULL. */
static void
merge(const char *catalog, const char *first, const char *second)
{
	parse(catalog);
	ck_assert(grammar_check(lay(first), &d));
	if (second != NULL)
		ck_assert(grammar_check(lay(second), &d));
	ck_assert_uint_eq(d.count, 0);
	overlay_merge(c, &d);
}

/* The keys of the children of a container, each with a blank after it. */
static const char *
list_keys(const char *container, const char *key)
{
	const xmlNode *parent = catalog_child(xmlDocGetRootElement(c->doc),
	    container);
	const char *list = "";

	ck_assert_ptr_nonnull(parent);
	for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
		ck_assert_ptr_eq(n->doc, c->doc);
		ck_assert_ptr_eq(n->parent, parent);
		list = arena_printf(&arena, "%s%s ", list,
		    catalog_attribute(n, key));
	}
	return list;
}

START_TEST(puts_entries_at_their_places)
{
	merge(CATALOG("<replies>" REPLY("250") REPLY("354") REPLY("550")
	    "</replies>"), OVERLAY("<replies>" REPLY("220") REPLY("500")
	    REPLY("555") "</replies>"), OVERLAY("<replies>" REPLY("556")
	    REPLY("251") "</replies>"));
	ck_assert_uint_eq(d.count, 0);
	ck_assert_str_eq(list_keys("replies", "code"),
	    "220 250 251 354 500 550 555 556 ");
}
END_TEST

START_TEST(brings_whole_parts)
{
	merge(CATALOG("<replies>" REPLY("250") "</replies>"),
	    OVERLAY("<labels><label id=\"a\"><text xml:lang=\"en\">a</text>"
	    "</label></labels><notices>" NOTICE("n", "40000", "")
	    "</notices>"), OVERLAY("<notices>" NOTICE("m", "33000", "")
	    "</notices>"));
	ck_assert_uint_eq(d.count, 0);
	ck_assert_str_eq(list_keys("notices", "id"), "m n ");
	ck_assert_str_eq((const char *)catalog_child(
	    xmlDocGetRootElement(c->doc), "labels")->next->name, "replies");
}
END_TEST

/* File by file, so that of two with one key the later overlay's is second. */
START_TEST(collects_names_by_file)
{
	struct names *names;
	xmlNode *found;

	merge(CATALOG("<notices>" NOTICE("b", "7", "") "</notices>"),
	    OVERLAY("<notices>" NOTICE("a", "50000", "") "</notices>"),
	    OVERLAY("<notices>" NOTICE("a", "40000", "") "</notices>"));
	names = names_collect(&arena, c);
	ck_assert_uint_eq(names_count(names, KIND_NOTICE), 3);
	for (size_t i = 0; i < 3; i++)
		ck_assert_uint_eq(catalog_file(names_entry(names, KIND_NOTICE,
		    i)), i);
	found = names_find(names, KIND_NOTICE, "a");
	ck_assert_str_eq(catalog_attribute(found, "number"), "50000");
	names_free(names);
}
END_TEST

START_TEST(knows_the_file_of_a_place)
{
	struct place at;
	xmlNode *notice, *phrase, *text;

	merge(CATALOG("<replies>" REPLY("250") "</replies>\n<notices>"
	    NOTICE("a", "1", PHRASE("a phrase of ours")) "</notices>"),
	    OVERLAY("<extend notice=\"a\" override=\"yes\">"
	    "<advice about=\"host\" retry=\"no\"/>\n" PHRASE("&amp; yours too")
	    "</extend>"), NULL);
	ck_assert_uint_eq(d.count, 0);
	notice = catalog_child(catalog_child(xmlDocGetRootElement(c->doc),
	    "notices"), "notice");
	phrase = catalog_next(catalog_child(notice, "phrase"), "phrase");
	ck_assert_ptr_nonnull(phrase);
	ck_assert_str_eq((const char *)phrase->next->name, "see");
	ck_assert_uint_eq(catalog_file(notice), 0);
	ck_assert_uint_eq(catalog_file(phrase), 1);
	ck_assert_ptr_eq(place_of_element(notice).source, c->source);
	text = catalog_child(phrase, "match");
	at = place_of_text(text, 2, 1);
	ck_assert_ptr_eq(at.source, c->overlays->source);
	ck_assert_int_eq(at.source->bytes[at.offset], 'y');
	at = place_of_value_of(notice, "retry");
	ck_assert_ptr_eq(at.source, c->overlays->source);
	ck_assert_uint_eq(source_line(at.source, at.offset), 2);
	ck_assert_int_eq(strncmp(at.source->bytes + at.offset, "no\"", 3), 0);
	ck_assert(catalog_is_overridden(catalog_attribute_node(notice,
	    "about")));
	ck_assert(!catalog_is_overridden(catalog_attribute_node(notice,
	    "rank")));
	ck_assert(!catalog_is_overridden(NULL));
}
END_TEST

START_TEST(marks_go_with_what_moves)
{
	xmlNode *replies;

	parse(CATALOG("<replies>" REPLY("250") "</replies>"));
	ck_assert(grammar_check(lay(OVERLAY(
	    "<replies><reply code=\"999\" symbol=\"A\">" TITLE("t")
	    "</reply></replies>")), &d));
	ck_assert_uint_eq(d.count, 1);
	overlay_merge(c, &d);
	ck_assert_uint_eq(d.count, 1);
	replies = catalog_child(xmlDocGetRootElement(c->doc), "replies");
	ck_assert(grammar_has_fault_inside(replies));
	ck_assert(!grammar_is_faulty(replies));
	ck_assert(!grammar_has_fault_inside(catalog_child(replies, "reply")));
	ck_assert(!c->names_in_doubt);
}
END_TEST

START_TEST(retires_before_it_adds)
{
	const xmlNode *old, *new;

	merge(CATALOG("<notices>" NOTICE("a", "1", PHRASE("same words here"))
	    "</notices>"), OVERLAY("<extend notice=\"a\" override=\"yes\">"
	    PHRASE("Same words here")
	    "<retire><match>SAME words here</match></retire></extend>"), NULL);
	ck_assert_uint_eq(d.count, 0);
	old = catalog_child(catalog_child(catalog_child(
	    xmlDocGetRootElement(c->doc), "notices"), "notice"), "phrase");
	new = catalog_next(old, "phrase");
	ck_assert_str_eq(catalog_attribute(old, "retired"), "0.1");
	ck_assert_ptr_null(catalog_attribute(new, "retired"));
}
END_TEST

START_TEST(refuses_a_file_given_twice)
{
	static const char overlay[] = OVERLAY("");
	static const char catalog[] = CATALOG("");

	parse(catalog);
	ck_assert_ptr_nonnull(lay(overlay));
	ck_assert_ptr_null(lay(overlay));
	ck_assert_ptr_null(lay(catalog));
	ck_assert_uint_eq(d.count, 2);
	ck_assert_str_eq(d.items[0]->rule, "repeated-overlay");
	ck_assert_str_eq(d.items[1]->rule, "repeated-overlay");
	ck_assert_ptr_null(c->overlays->next);
}
END_TEST

/* Not the fault that the catalog has, and not both. */
START_TEST(tells_a_bad_overlay_beside_a_bad_catalog)
{
	parse(CATALOG("<nonsense/>"));
	ck_assert_uint_eq(d.count, 1);
	ck_assert_ptr_null(lay("<overlay>"));
	ck_assert_uint_eq(d.count, 2);
	ck_assert_str_eq(d.items[1]->rule, "not-well-formed");
	ck_assert_ptr_nonnull(lay(OVERLAY("")));
}
END_TEST

Suite *
overlay_suite(void)
{
	Suite *s = suite_create("overlay");
	TCase *tc = tcase_create("overlay");

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_add_test(tc, puts_entries_at_their_places);
	tcase_add_test(tc, brings_whole_parts);
	tcase_add_test(tc, collects_names_by_file);
	tcase_add_test(tc, knows_the_file_of_a_place);
	tcase_add_test(tc, marks_go_with_what_moves);
	tcase_add_test(tc, retires_before_it_adds);
	tcase_add_test(tc, refuses_a_file_given_twice);
	tcase_add_test(tc, tells_a_bad_overlay_beside_a_bad_catalog);
	suite_add_tcase(s, tc);
	return s;
}
