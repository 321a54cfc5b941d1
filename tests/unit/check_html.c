/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "html.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define X "http://www.w3.org/1999/xhtml"
#define SVG "http://www.w3.org/2000/svg"
#define OUT(inner) "<!DOCTYPE html>\n<html xmlns=\"" X "\"" inner "</html>\n"

static xmlDoc *
parse(const char *xml)
{
	xmlDoc *doc = xmlReadMemory(xml, (int)strlen(xml), "test.xml", NULL,
	    XML_PARSE_NONET);

	ck_assert_msg(doc != NULL, "not well-formed: %s", xml);
	return doc;
}

static const struct {
	const char *xml, *html;
} prints[] = {
	{ "<html/>", OUT(">") },
	{ "<html lang='ja' xml:lang='ja'/>", OUT(" lang=\"ja\" xml:lang=\"ja\">") },
	{ "<html xmlns='" X "'><p/></html>", OUT("><p></p>") },
	{ "<h:html xmlns:h='" X "'><h:p>a</h:p></h:html>", OUT("><p>a</p>") },
	{ "<html>\n <p> a </p>\n</html>", OUT(">\n <p> a </p>\n") },
	{ "<html><br/><img src='a' alt=''/><hr></hr></html>",
	    OUT("><br/><img src=\"a\" alt=\"\"/><hr/>") },
	{ "<html><p>&lt;b&gt; &amp;amp; \"x\"</p></html>",
	    OUT("><p>&lt;b&gt; &amp;amp; \"x\"</p>") },
	{ "<html><a title='&quot;&lt;&amp;&gt;&#10;&#9;'/></html>",
	    OUT("><a title=\"&quot;&lt;&amp;&gt;&#10;&#9;\"></a>") },
	{ "<html><a title='日本'>語</a></html>", OUT("><a title=\"日本\">語</a>") },
	{ "<html><p><![CDATA[<x>]]></p></html>", OUT("><p>&lt;x&gt;</p>") },
	{ "<html><script src='a.js'></script></html>",
	    OUT("><script src=\"a.js\"></script>") },
	{ "<html><style>a > b { color: red }</style></html>",
	    OUT("><style>a > b { color: red }</style>") },
	{ "<html><title>a &lt; b</title></html>", OUT("><title>a &lt; b</title>") },
	{ "<html><!-- c --></html>", OUT("><!-- c -->") },
	{ "<html><svg xmlns='" SVG "' width='1'><path d='M0'/><g>x</g></svg></html>",
	    OUT("><svg xmlns=\"" SVG "\" width=\"1\"><path d=\"M0\"/><g>x</g></svg>") },
	{ "<html><s:svg xmlns:s='" SVG "'><s:path/></s:svg></html>",
	    OUT("><svg xmlns=\"" SVG "\"><path/></svg>") },
	{ "<html><a><b><c/></b></a><d/></html>",
	    OUT("><a><b><c></c></b></a><d></d>") },
};

START_TEST(printed)
{
	struct buffer b = { 0 };
	const xmlNode *at = NULL;
	xmlDoc *doc = parse(prints[_i].xml);

	ck_assert_ptr_null(html_print(&b, doc, &at));
	ck_assert_str_eq(buffer_string(&b), prints[_i].html);
	xmlFreeDoc(doc);
	buffer_free(&b);
}
END_TEST

/* A page of ours is read the same by an XML parser. */
START_TEST(is_xml)
{
	struct buffer b = { 0 };
	const xmlNode *at = NULL;
	xmlDoc *doc = parse(prints[_i].xml);

	ck_assert_ptr_null(html_print(&b, doc, &at));
	xmlFreeDoc(doc);
	xmlFreeDoc(parse(buffer_string(&b)));
	buffer_free(&b);
}
END_TEST

static const struct {
	const char *xml, *fault;
} faults[] = {
	{ "<p/>", "one html element" },
	{ "<html><br>x</br></html>", "keeps empty" },
	{ "<html><img><b/></img></html>", "keeps empty" },
	{ "<html><script>a &lt; b</script></html>", "script and style" },
	{ "<html><style>a &amp; b</style></html>", "script and style" },
	{ "<html><script><b/></script></html>", "nothing but text" },
	{ "<html><script><!-- x --></script></html>", "nothing but text" },
	{ "<html><x:y xmlns:x='urn:x'/></html>", "namespace" },
	{ "<html xmlns='urn:x'/>", "namespace" },
	{ "<html><a xmlns:x='urn:x' x:y='1'/></html>", "namespace" },
	{ "<html><?php x?></html>", "no place" },
	{ "<?php x?><html/>", "one html element" },
	{ "<html><p>a&#x202e;b</p></html>", "character" },
	{ "<html><p>a&#x85;b</p></html>", "character" },
	{ "<html><p title='&#x200b;'/></html>", "character" },
	{ "<html><!-->x--></html>", "comment" },
	{ "<html><!--->x--></html>", "comment" },
};

START_TEST(refused)
{
	struct buffer b = { 0 };
	const xmlNode *at = NULL;
	xmlDoc *doc = parse(faults[_i].xml);
	const char *fault = html_print(&b, doc, &at);

	ck_assert_ptr_nonnull(fault);
	ck_assert_msg(strstr(fault, faults[_i].fault) != NULL, "%s", fault);
	ck_assert_ptr_nonnull(at);
	xmlFreeDoc(doc);
	buffer_free(&b);
}
END_TEST

START_TEST(unescaped_output_is_refused)
{
	struct buffer b = { 0 };
	const xmlNode *at = NULL;
	xmlDoc *doc = parse("<html><p>x</p></html>");
	xmlNode *text = doc->children->children->children;

	text->name = xmlStringTextNoenc; /* as libxslt marks it */
	ck_assert_ptr_nonnull(html_print(&b, doc, &at));
	ck_assert_ptr_eq(at, text);
	text->name = xmlStringText;
	xmlFreeDoc(doc);
	buffer_free(&b);
}
END_TEST

START_TEST(depth_needs_no_stack)
{
	struct buffer b = { 0 };
	const xmlNode *at = NULL;
	xmlDoc *doc = parse("<html/>");
	xmlNode *node = doc->children;

	for (int i = 0; i < 100000; i++)
		node = xmlNewChild(node, NULL, (const xmlChar *)"b", NULL);
	ck_assert_ptr_null(html_print(&b, doc, &at));
	ck_assert_uint_gt(b.size, 700000);
	buffer_free(&b);
	/* xmlFreeDoc() may recurse: from the inside out, then */
	while (node != doc->children) {
		xmlNode *parent = node->parent;

		xmlUnlinkNode(node);
		xmlFreeNode(node);
		node = parent;
	}
	xmlFreeDoc(doc);
}
END_TEST

Suite *
html_suite(void)
{
	Suite *s = suite_create("html");
	TCase *tc = tcase_create("core");

	tcase_add_loop_test(tc, printed, 0, COUNT(prints));
	tcase_add_loop_test(tc, is_xml, 0, COUNT(prints));
	tcase_add_loop_test(tc, refused, 0, COUNT(faults));
	tcase_add_test(tc, unescaped_output_is_refused);
	tcase_add_test(tc, depth_needs_no_stack);
	suite_add_tcase(s, tc);
	return s;
}
