/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog.h"
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

static void
parse(const char *bytes)
{
	c = catalog_parse(&arena, source_new(&arena, "x.xml", bytes,
	    strlen(bytes)), &d);
}

static const char sample[] =
    "<catalog xmlns=\"urn:mailerr:catalog:1\">\n"
    "  <title a=\"1\" xml:lang='&lt;ja'>\n"
    "    <text>a <code>b</code> <code>c</code><!-- no --></text>\n"
    "    stray\n"
    "  </title>\n"
    "</catalog>\n";

static xmlNode *
title(void)
{
	return catalog_child(xmlDocGetRootElement(c->doc), "title");
}

START_TEST(drops_blank_nodes_and_comments)
{
	xmlNode *text;
	xmlChar *content;

	parse(sample);
	ck_assert_ptr_nonnull(c);
	ck_assert_ptr_eq(xmlDocGetRootElement(c->doc)->children, title());
	text = catalog_child(title(), "text");
	ck_assert_ptr_eq(title()->children, text);
	content = xmlNodeGetContent(text);
	ck_assert_str_eq((const char *)content, "a b c");
	xmlFree(content);
	for (xmlNode *n = text->children; n != NULL; n = n->next)
		ck_assert_int_ne(n->type, XML_COMMENT_NODE);
}
END_TEST

static void
check_place(struct place at, size_t line, size_t column, size_t length)
{
	ck_assert_uint_eq(source_line(at.source, at.offset), line);
	ck_assert_uint_eq(source_column(at.source, at.offset), column);
	ck_assert_uint_eq(at.length, length);
}

START_TEST(knows_places)
{
	xmlNode *text;

	parse(sample);
	text = catalog_child(title(), "text");
	check_place(place_of_element(title()), 2, 3, 6);
	check_place(place_of_attribute(catalog_attribute_node(title(),
	    "a")), 2, 10, 1);
	check_place(place_of_value(catalog_attribute_node(title(), "a"), 0,
	    1), 2, 13, 1);
	check_place(place_of_attribute(catalog_attribute_node(title(),
	    "xml:lang")), 2, 16, 8);
	check_place(place_of_value(catalog_attribute_node(title(),
	    "xml:lang"), 1, 2), 2, 30, 2);
	check_place(place_of_text(text, 4, 1), 3, 34, 1);
	check_place(place_of_text_node(text->next, strspn(
	    (const char *)text->next->content, " \n")), 4, 5, 1);
}
END_TEST

START_TEST(reads_attributes)
{
	parse(sample);
	ck_assert_str_eq(catalog_attribute(title(), "xml:lang"), "<ja");
	ck_assert_str_eq(catalog_attribute(title(), "a"), "1");
	ck_assert_ptr_null(catalog_attribute(title(), "lang"));
	ck_assert_ptr_null(catalog_attribute(title(), "b"));
	ck_assert_ptr_null(catalog_next(title(), "title"));
}
END_TEST

START_TEST(tells_bad_characters_with_the_rest)
{
	parse("<catalog xmlns=\"urn:mailerr:catalog:1\">\n"
	    "<t>a&#x202e;b</t><t>\xe2\x80\x8b</t><t>e\xcc\x81</t></catalog>\n\n");
	ck_assert_ptr_nonnull(c);
	ck_assert_uint_eq(d.count, 4);
	diag_sort(&d);
	ck_assert_str_eq(d.items[0]->rule, "bad-character");
	ck_assert_str_eq(d.items[1]->rule, "bad-character");
	ck_assert_str_eq(d.items[2]->rule, "not-nfc");
	ck_assert_str_eq(d.items[3]->rule, "file-end");
}
END_TEST

START_TEST(accepts_an_undeclared_prefix)
{
	/* the grammar speaks of the unknown name */
	parse("<catalog xmlns=\"urn:mailerr:catalog:1\"><x:y/></catalog>\n");
	ck_assert_ptr_nonnull(c);
	ck_assert_uint_eq(d.count, 0);
	ck_assert(!catalog_is(xmlDocGetRootElement(c->doc)->children, "y"));
}
END_TEST

START_TEST(stops_at_the_first_fault)
{
	parse("<a>&x;</a>&y;");
	ck_assert_ptr_null(c);
	ck_assert_uint_eq(d.count, 1);
}
END_TEST

static void
check_unreadable(const char *path, const char *why)
{
	bool unreadable = false;

	d = (struct diags){ .arena = &arena };
	c = catalog_load(&arena, path, &d, &unreadable);
	ck_assert_ptr_null(c);
	ck_assert(unreadable);
	ck_assert_uint_eq(d.count, 1);
	ck_assert_str_eq(d.items[0]->rule, "cannot-read");
	ck_assert_msg(strstr(d.items[0]->message, why) != NULL, "%s",
	    d.items[0]->message);
}

START_TEST(refuses_what_is_no_file)
{
	char dir[] = "/tmp/mailerr-check.XXXXXX";
	const char *fifo, *big;

	ck_assert_ptr_nonnull(mkdtemp(dir));
	fifo = arena_printf(&arena, "%s/fifo", dir);
	big = arena_printf(&arena, "%s/big", dir);
	ck_assert_int_eq(mkfifo(fifo, 0600), 0);
	fclose(fopen(big, "w"));
	ck_assert_int_eq(truncate(big, (off_t)CATALOG_BYTES_MAX + 1), 0);
	check_unreadable("/nonexistent/catalog.xml", "No such file");
	check_unreadable(dir, "Is a directory");
	check_unreadable(fifo, "not a regular file");
	check_unreadable("/dev/zero", "not a regular file");
	check_unreadable(big, "larger than 256 MB");
	unlink(fifo);
	unlink(big);
	rmdir(dir);
}
END_TEST

Suite *
catalog_suite(void)
{
	Suite *s = suite_create("catalog");
	TCase *tc = tcase_create("catalog");

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_add_test(tc, drops_blank_nodes_and_comments);
	tcase_add_test(tc, knows_places);
	tcase_add_test(tc, reads_attributes);
	tcase_add_test(tc, tells_bad_characters_with_the_rest);
	tcase_add_test(tc, accepts_an_undeclared_prefix);
	tcase_add_test(tc, stops_at_the_first_fault);
	tcase_add_test(tc, refuses_what_is_no_file);
	suite_add_tcase(s, tc);
	return s;
}
