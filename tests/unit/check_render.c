/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buffer.h"
#include "embedded.h"
#include "render.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct arena arena;
static struct diags diags;
static struct catalog *catalog;
static struct output *out;
static char top[64]; /* a folder of the test's own; templates in "t" */
static struct buffer inputs;

static const char small[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<catalog xmlns=\"urn:mailerr:catalog:1\" name=\"mailerr\">\n"
    "<notices>\n"
    "<notice id=\"mail-loop\" number=\"1\">\n"
    "<title><text xml:lang=\"en\">Mail loop</text>"
    "<text xml:lang=\"ja\">配送の循環</text></title>\n"
    "<meaning><text xml:lang=\"en\">See <code>MX</code> first.</text>"
    "<text xml:lang=\"ja\">まず<code>MX</code>を。</text></meaning>\n"
    "<phrase><match>Loop {x} at <arg name=\"host\" type=\"host\"/>!</match></phrase>\n"
    "</notice>\n"
    "<notice id=\"no-room\" number=\"2\">\n"
    "<title><text xml:lang=\"en\">No \"room\"</text></title>\n"
    "<meaning><text xml:lang=\"en\">Mail loop</text></meaning>\n"
    "</notice>\n"
    "</notices>\n"
    "</catalog>\n";

static void
load(const char *bytes, size_t size)
{
	catalog = catalog_parse(&arena,
	    source_new(&arena, "test.xml", bytes, size), &diags);
	ck_assert_ptr_nonnull(catalog);
}

static void
setup(void)
{
	arena = (struct arena){ 0 };
	diags = (struct diags){ .arena = &arena };
	inputs = (struct buffer){ 0 };
	strcpy(top, "/tmp/check_render.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(top));
	ck_assert_int_eq(chdir(top), 0);
	out = output_new(&arena);
	load(small, sizeof small - 1);
}

static void
teardown(void)
{
	ck_assert_int_eq(chdir("/"), 0);
	ck_assert_int_eq(system(arena_printf(&arena, "rm -rf %s", top)), 0);
	catalog_free(catalog);
	buffer_free(&inputs);
	arena_free(&arena);
}

/* ---- helpers ---- */

/* Makes a file and the folders above it. */
static void
put(const char *path, const char *text)
{
	FILE *f;

	for (const char *p = strchr(path, '/'); p != NULL;
	     p = strchr(p + 1, '/'))
		mkdir(arena_strndup(&arena, path, (size_t)(p - path)), 0755);
	f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	ck_assert_int_eq(fclose(f), 0);
}

#define STYLESHEET "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
	"<xsl:stylesheet version=\"1.0\" extension-element-prefixes=\"gen exsl saxon\"" \
	" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"" \
	" xmlns:m=\"urn:mailerr:catalog:1\" xmlns:gen=\"urn:mailerr:gen:1\"" \
	" xmlns:exsl=\"http://exslt.org/common\"" \
	" xmlns:saxon=\"http://icl.com/saxon\">\n"

/* A target's stylesheet: top stands on line 3, body on line 5. */
static void
put_target(const char *name, const char *runs, const char *above,
    const char *body)
{
	put(arena_printf(&arena, "t/%s/target.xsl", name),
	    arena_printf(&arena, STYLESHEET
	    "%s<gen:target name=\"%s\" description=\"for a test\" runs=\"%s\"/>\n"
	    "<xsl:template match=\"/\">\n%s\n</xsl:template>\n"
	    "</xsl:stylesheet>\n", above, name, runs, body));
}

static void
take_input(const char *path, void *user)
{
	buffer_printf(user, "%s\n", path);
}

static bool
render_targets(const char *const *targets)
{
	static const char *const languages[] = { "en", "ja", NULL };
	struct render_request request = { .catalog = catalog,
		.templates = "t", .targets = targets, .languages = languages,
		.prefix = "pre\"fix'", .tell_input = take_input,
		.user = &inputs };

	return render(&arena, &request, out, &diags);
}

static bool
render_x(void)
{
	static const char *const targets[] = { "x", NULL };

	return render_targets(targets);
}

static void
tell_diags(void)
{
	for (size_t i = 0; i < diags.count; i++)
		printf("%s:%zu: %s\n", diags.items[i]->file == NULL ? "-"
		    : diags.items[i]->file, diags.items[i]->line,
		    diags.items[i]->message);
}

static void
expect_rendered(void)
{
	bool ok = render_x();

	tell_diags();
	ck_assert(ok);
	ck_assert_uint_eq(diags.count, 0);
}

static void
expect_fault(const char *file, size_t line, const char *part)
{
	ck_assert(!render_x());
	tell_diags();
	ck_assert_uint_eq(diags.count, 1);
	ck_assert_str_eq(diags.items[0]->rule, "template-failed");
	ck_assert_str_eq(diags.items[0]->file, file);
	ck_assert_uint_eq(diags.items[0]->line, line);
	ck_assert_msg(strstr(diags.items[0]->message, part) != NULL, "%s",
	    diags.items[0]->message);
}

/* The bytes of a file of the set. */
static const char *
made(const char *full)
{
	const char *target, *path, *bytes;
	size_t size;

	for (size_t i = 0; i < output_count(out); i++) {
		output_get(out, i, &target, &path, &bytes, &size);
		if (strcmp(arena_printf(&arena, "%s/%s", target, path),
		    full) == 0)
			return arena_strndup(&arena, bytes, size);
	}
	return "(none)";
}

/* ---- what stylesheets may do ---- */

#define FILE_A(inner) "<gen:file path=\"a\">" inner "</gen:file>"
#define VALUE(expression) \
	FILE_A("<xsl:value-of select=\"" expression "\"/>")

static const struct {
	const char *expression, *value;
} functions[] = {
	{ "gen:c-string('a&#10;&#34;b')", "\"a\\012\\\"b\"" },
	{ "gen:c-string('one two', 6, ' ')", "\"one \"\n \"two\"" },
	{ "gen:c-string('one two', 6)", "\"one \"\n\"two\"" },
	{ "gen:c-string(//m:notice[2]/m:title)", "\"No \\\"room\\\"\"" },
	{ "gen:c-string(1 div 0)", "\"Infinity\"" },
	{ "gen:c-comment('a*/')", "a* / " },
	{ "gen:c-identifier('a-b')", "A_B" },
	{ "gen:roff('.x')", "\\&.x" },
	{ "gen:roff-argument('x y')", "\"x y\"" },
	{ "gen:po-string('x')", "\"x\"" },
	{ "gen:json-string('x&lt;')", "\"x\\u003c\"" },
	{ "gen:csv-field('x,')", "\"x,\"" },
	{ "gen:wrap('one two', 5, '# ')", "# one\n# two" },
	{ "gen:wrap('one two', 'x', '')", "one\ntwo" },
	{ "gen:byte-length('日本')", "6" },
	{ "gen:upper-case('aZé-')", "AZé-" },
	{ "gen:text-number('Mail loop')", "0" },
	{ "gen:text-number('See MX first.')", "1" },
	{ "count(gen:texts())", "3" },
	{ "gen:texts()[3]", "No \"room\"" },
	{ "gen:texts()[1]/../../@id", "mail-loop" },
	{ "gen:translation('Mail loop', 'ja')", "配送の循環" },
	{ "gen:translation('See MX first.', 'ja')", "まずMXを。" },
	{ "gen:translation('No &#34;room&#34;', 'ja')", "" },
	{ "gen:translation('No such text', 'ja')", "" },
	{ "gen:translation('Mail loop', 'xx')", "" },
	{ "gen:line(//m:notice[2])", "9" },
	{ "gen:line(//m:notice[2]/@id)", "9" },
	{ "gen:line(//m:title[1]/m:text/text())", "5" },
	{ "gen:phrase-text(//m:match)", "Loop {{x} at {host}!" },
	{ "gen:include('engine.c')", "int x;\n\té\n" },
	{ "gen:include('sub/y')", "y" },
	{ "gen:include('empty')", "" },
	{ "concat(gen:upper-case('a'), gen:upper-case('b'))", "AB" },
	{ "gen:upper-case(gen:upper-case('a'))", "A" },
	{ "count(key('k', 'mail-loop'))", "1" },
	{ "count(key(concat('k', ''), 'mail-loop'))", "1" },
	{ "count(key('imported', 'no-room'))", "1" },
};

START_TEST(function)
{
	put("t/lib/keys.xsl", STYLESHEET
	    "<xsl:key name=\"imported\" match=\"m:notice\" use=\"@id\"/>"
	    "</xsl:stylesheet>");
	put_target("x", "once", "<xsl:import href=\"../lib/keys.xsl\"/>"
	    "<xsl:key name=\"k\" match=\"m:notice\" use=\"@id\"/>",
	    arena_printf(&arena, FILE_A("<xsl:value-of select=\"%s\"/>"),
	    functions[_i].expression));
	put("t/x/engine.c", "int x;\n\té\n");
	put("t/x/sub/y", "y");
	put("t/x/empty", "");
	expect_rendered();
	ck_assert_str_eq(made("x/a"), functions[_i].value);
}
END_TEST

static const struct {
	const char *body, *path, *bytes;
} files[] = {
	{ FILE_A("x"), "x/a", "x" },
	{ FILE_A(""), "x/a", "" },
	{ FILE_A("<p>a<b>b</b></p>c"), "x/a", "abc" },
	{ "<gen:file path=\"{//m:notice[1]/@id}/{1 + 1}.txt\" as=\"text\">x</gen:file>",
	    "x/mail-loop/2.txt", "x" },
	{ "<gen:file path=\"a\" as=\"html\"><html><p/></html></gen:file>", "x/a",
	    "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"
	    "<p></p></html>\n" },
	{ "<gen:file path=\"a\" as=\"xml\"><a b=\"&lt;\">日<c/></a></gen:file>",
	    "x/a", NULL },
	{ "<xsl:for-each select=\"//m:notice\"><gen:file path=\"{@id}\">"
	    "<xsl:value-of select=\"@number\"/></gen:file></xsl:for-each>",
	    "x/no-room", "2" },
	{ "<xsl:variable name=\"v\" select=\"'1'\"/>"
	    "<gen:file path=\"a\"><xsl:value-of select=\"$v\"/></gen:file>",
	    "x/a", "1" },
	{ "<xsl:text> &#10; </xsl:text>" FILE_A("x"), "x/a", "x" },
	{ "<xsl:variable name=\"v\"><i>text</i>" FILE_A("in")
	    "</xsl:variable>", "x/a", "in" },
	{ "<gen:file path=\"a\"><xsl:variable name=\"v\">1</xsl:variable>"
	    "<xsl:for-each select=\"//m:notice\"><xsl:value-of select=\"$v\"/>"
	    "</xsl:for-each></gen:file>", "x/a", "11" },
};

START_TEST(file)
{
	put_target("x", "once", "", files[_i].body);
	expect_rendered();
	if (files[_i].bytes != NULL)
		ck_assert_str_eq(made(files[_i].path), files[_i].bytes);
	else /* what libxml2 prints, but without its own namespaces */
		ck_assert_ptr_nonnull(strstr(made(files[_i].path),
		    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a "));
}
END_TEST

START_TEST(long_text)
{
	put_target("x", "once", "<xsl:template name=\"twice\">"
	    "<xsl:param name=\"n\"/>"
	    "<xsl:if test=\"$n = 0\">0123456789</xsl:if>"
	    "<xsl:if test=\"$n &gt; 0\">"
	    "<xsl:call-template name=\"twice\"><xsl:with-param name=\"n\""
	    " select=\"$n - 1\"/></xsl:call-template>"
	    "<xsl:call-template name=\"twice\"><xsl:with-param name=\"n\""
	    " select=\"$n - 1\"/></xsl:call-template></xsl:if></xsl:template>",
	    "<xsl:variable name=\"v\"><xsl:call-template name=\"twice\">"
	    "<xsl:with-param name=\"n\" select=\"17\"/></xsl:call-template>"
	    "</xsl:variable>" FILE_A("<xsl:value-of select=\"gen:roff($v)\"/>"));
	expect_rendered();
	ck_assert_uint_eq(strlen(made("x/a")), 10u << 17);
}
END_TEST

START_TEST(parameters)
{
	put_target("x", "language", "<xsl:param name=\"generator-version\"/>",
	    "<gen:file path=\"{$language}.txt\"><xsl:value-of select=\"concat("
	    "$language, '|', $languages, '|', $prefix, '|',"
	    " $generator-version)\"/></gen:file>");
	expect_rendered();
	ck_assert_uint_eq(output_count(out), 2);
	ck_assert_str_eq(made("x/en.txt"), "en|en ja|pre\"fix'|"
	    MAILERR_GEN_VERSION);
	ck_assert_str_eq(made("x/ja.txt"), "ja|en ja|pre\"fix'|"
	    MAILERR_GEN_VERSION);
}
END_TEST

START_TEST(no_language_when_run_once)
{
	put_target("x", "once", "", VALUE("concat('[', $language, ']')"));
	expect_rendered();
	ck_assert_str_eq(made("x/a"), "[]");
}
END_TEST

/* ---- what they may not ---- */

static const struct {
	const char *above, *body;
	size_t line;
	const char *message;
} faults[] = {
	/* gen:file */
	{ "", "<gen:file path=\"a\">\n<gen:file path=\"b\"/></gen:file>", 6,
	    "stands within another" },
	{ "", FILE_A("1") "\n" FILE_A("2"), 6, "path=\"a\": is made twice" },
	{ "", FILE_A("1") "\n<gen:file path=\"a/b\"/>", 6, "a file as well" },
	{ "", "<gen:file path=\"../a\"/>", 5, "has . or .. in it" },
	{ "", "<gen:file path=\"/etc/x\"/>", 5, "is absolute" },
	{ "", "<gen:file path=\"{//@none}\"/>", 5, "is empty" },
	{ "", "<gen:file/>", 5, "is empty" },
	{ "", "<gen:file path=\"a b\"/>", 5, "character" },
	{ "", "<gen:file path=\"a\" as=\"pdf\"/>", 5, "text, html or xml" },
	{ "", "<gen:file path=\"a\" as=\"html\"><p/></gen:file>", 5,
	    "one html element: <p>" },
	{ "", "<gen:file path=\"a\" as=\"html\"><html><script>1&lt;2</script>"
	    "</html></gen:file>", 5, "script and style" },
	{ "", "<gen:file path=\"a\" as=\"xml\">x</gen:file>", 5, "one element" },
	{ "", "<gen:file path=\"a\" as=\"xml\"><a/><b/></gen:file>", 5,
	    "one element" },
	{ "", "<gen:file path=\"a\" as=\"xml\"/>", 5, "one element" },
	{ "", FILE_A("<xsl:value-of select=\"1\" disable-output-escaping=\"yes\"/>"),
	    5, "disable-output-escaping" },
	/* output outside of it */
	{ "", FILE_A("x") "\n<xsl:text> hello you</xsl:text>", 6,
	    "outside of gen:file: \"hello you\"" },
	{ "", "\n<p><b/></p>", 6, "outside of gen:file: <p>" },
	{ "", "\n<xsl:value-of select=\"1\"/>\n" FILE_A("x"), 6, "\"1\"" },
	{ "", "\n<xsl:copy-of select=\"//m:notice\"/>", 6, "<notice>" },
	{ "", FILE_A("x") "\n<xsl:apply-templates/>", 6, "\"Mail loop" },
	{ "", "<xsl:text>日本語日本語日本語日本語日本語日本語日本語日本語</xsl:text>",
	    5, "\"日本語日本語日本語日本語日本語日本語日本\"" },
	/* messages */
	{ "", "\n<xsl:message>hello\nyou</xsl:message>" FILE_A("x"), 6,
	    "hello; you" },
	{ "", "<xsl:message terminate=\"yes\">dead</xsl:message>", 5, "dead" },
	{ "", "<xsl:message terminate=\"yes\"/>", 0,
	    "stopped without a message" },
	{ "", FILE_A("x") "<xsl:message><xsl:text> </xsl:text></xsl:message>", 0,
	    "without words" },
	{ "", FILE_A("x") "<xsl:message>#1 is wrong</xsl:message>", 0,
	    "without words" },
	{ "", "<xsl:message>@99999 text</xsl:message>", 5, "@99999 text" },
	{ "", "<xsl:message>@x text</xsl:message>", 5, "@x text" },
	/* reading and writing */
	{ "", VALUE("document('/etc/hostname')"), 5, "document()" },
	{ "", VALUE("document('file:///etc/hostname')"), 5, "refused" },
	{ "", VALUE("document('http://127.0.0.1:9/')"), 5, "refused" },
	{ "", VALUE("document('../lib/x.xsl')"), 5, "document()" },
	{ "", VALUE("document('')"), 5, "document()" },
	{ "", "<xsl:document href=\"pwn.txt\">x</xsl:document>", 5, "refused" },
	{ "", "<saxon:output href=\"pwn.txt\">x</saxon:output>", 5, "refused" },
	{ "", "<exsl:document href=\"pwn.txt\">x</exsl:document>", 5, "document" },
	{ "<xsl:import href=\"/etc/passwd\"/>", FILE_A("x"), 3,
	    "templates/etc/passwd: there is no such template" },
	{ "<xsl:import href=\"../../secret.xsl\"/>", FILE_A("x"), 3,
	    "no such template" },
	{ "<xsl:import href=\"none.xsl\"/>", FILE_A("x"), 3,
	    "templates/x/none.xsl: there is no such template" },
	{ "<xsl:include href=\"none.xsl\"/>", FILE_A("x"), 3,
	    "no such template" },
	{ "<xsl:import href=\"http://127.0.0.1:9/x.xsl\"/>", FILE_A("x"), 3,
	    "only other templates" },
	{ "<xsl:include href=\"file:///etc/passwd\"/>", FILE_A("x"), 3,
	    "only other templates" },
	{ "<xsl:import href=\"a%20b.xsl\"/>", FILE_A("x"), 3,
	    "not a path below" },
	{ "<xsl:import href=\"target.xsl\"/>", FILE_A("x"), 3, "recursi" },
	/* faults of XSLT and XPath */
	{ "<xsl:strip-space elements=\"*\"/>", FILE_A("x"), 3, "strip-space" },
	{ "", FILE_A("<xsl:nope/>"), 5, "xsl:nope" },
	{ "", FILE_A("<gen:nope/>"), 5, "nope" },
	{ "", VALUE("1 +"), 5, "compile" },
	{ "", VALUE("$nope"), 5, "nope" },
	{ "", VALUE("gen:nope()"), 5, "function nope not found" },
	{ "", VALUE("key('nope', 1)"), 5, "there is no xsl:key \"nope\"" },
	{ "", VALUE("format-number(1, '#', 'nope')"), 5, "nope" },
	{ "", FILE_A("<xsl:call-template name=\"nope\"/>"), 5, "'nope'" },
	{ "<xsl:template name=\"r\"><xsl:call-template name=\"r\"/>"
	    "</xsl:template>", FILE_A("<xsl:call-template name=\"r\"/>"), 3,
	    "recursion" },
	/* functions */
	{ "", VALUE("gen:wrap(1)"), 5, "number of arguments" },
	{ "", VALUE("gen:c-string()"), 5, "number of arguments" },
	{ "", VALUE("gen:texts(1)"), 5, "number of arguments" },
	{ "", VALUE("gen:c-comment('a&#x202e;')"), 5,
	    "gen:c-comment(): U+202E, a bidirectional control" },
	{ "", VALUE("gen:roff-argument('a&#10;')"), 5, "U+000A" },
	{ "", VALUE("gen:json-string('&#x85;')"), 5, "U+0085" },
	{ "", VALUE("gen:csv-field('&#x2028;')"), 5, "U+2028" },
	{ "", VALUE("gen:c-identifier('a b')"), 5, "\"a b\" is no id" },
	{ "", VALUE("gen:c-identifier('')"), 5, "\"\" is no id" },
	{ "", VALUE("gen:text-number('nope')"), 5, "no English text" },
	{ "", VALUE("gen:line(1)"), 5, "not a node of the catalog" },
	{ "", VALUE("gen:line(//m:none)"), 5, "not a node of the catalog" },
	{ "", VALUE("gen:phrase-text(1)"), 5, "not a match element" },
	{ "", VALUE("gen:phrase-text(//@id)"), 5, "not a match element" },
	{ "", VALUE("gen:phrase-tables()"), 5, "no tables" },
	{ "", VALUE("gen:include('none')"), 5, "x/none: there is no such" },
	{ "", VALUE("gen:include('../../secret.xsl')"), 5, "not a path below" },
	{ "", VALUE("gen:include('/etc/passwd')"), 5, "not a path below" },
	{ "", VALUE("gen:include('')"), 5, "not a path below" },
};

START_TEST(fault)
{
	put("secret.xsl", "<secret/>");
	put("t/lib/x.xsl", "<x/>");
	put_target("x", "once", faults[_i].above, faults[_i].body);
	expect_fault("t/x/target.xsl", faults[_i].line, faults[_i].message);
	ck_assert_int_ne(access("pwn.txt", F_OK), 0);
}
END_TEST

static const struct {
	const char *text;
	size_t line;
	const char *message;
} broken[] = {
	{ "", 0, "empty" },
	{ "<a", 1, "" },
	{ "<a/>", 1, "gen:target" },
	{ "not XML", 1, "Start tag expected" },
	{ "<a>\xff</a>", 1, "UTF-8" },
	{ STYLESHEET "</xsl:stylesheet>", 2, "gen:target" },
	{ STYLESHEET "<gen:target name=\"y\" description=\"d\" runs=\"once\"/>"
	    "</xsl:stylesheet>", 3, "name" },
	{ STYLESHEET "<gen:target name=\"x\" runs=\"once\"/></xsl:stylesheet>",
	    3, "description" },
	{ STYLESHEET "<gen:target name=\"x\" description=\"d\"/>"
	    "</xsl:stylesheet>", 3, "once or language" },
	{ STYLESHEET "<gen:target name=\"x\" description=\"d\" runs=\"daily\"/>"
	    "</xsl:stylesheet>", 3, "once or language" },
	{ "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n"
	    "<a>&e;</a>", 2, "DOCTYPE" },
	{ "<a xmlns:gen=\"urn:mailerr:gen:1\"><gen:target name=\"x\""
	    " description=\"d\" runs=\"once\"/></a>", 0, "" },
};

START_TEST(broken_stylesheet)
{
	put("t/x/target.xsl", broken[_i].text);
	ck_assert(!render_x());
	tell_diags();
	ck_assert_uint_ge(diags.count, 1);
	ck_assert_str_eq(diags.items[0]->file, "t/x/target.xsl");
	if (broken[_i].line > 0)
		ck_assert_uint_eq(diags.items[0]->line, broken[_i].line);
	ck_assert_ptr_nonnull(strstr(diags.items[0]->message,
	    broken[_i].message));
}
END_TEST

START_TEST(fault_in_an_import)
{
	put("t/lib/x.xsl", STYLESHEET "<xsl:template name=\"t\">\n"
	    "<xsl:value-of select=\"gen:nope()\"/></xsl:template>"
	    "</xsl:stylesheet>");
	put_target("x", "once", "<xsl:import href=\"../lib/x.xsl\"/>",
	    FILE_A("<xsl:call-template name=\"t\"/>"));
	expect_fault("t/lib/x.xsl", 4, "nope");
}
END_TEST

START_TEST(import_that_is_not_xml)
{
	put("t/lib/x.xsl", "<a>\n<b></a>");
	put_target("x", "once", "<xsl:import href=\"../lib/x.xsl\"/>",
	    FILE_A("x"));
	ck_assert(!render_x());
	ck_assert_str_eq(diags.items[0]->file, "t/lib/x.xsl");
	ck_assert_uint_eq(diags.items[0]->line, 2);
}
END_TEST

START_TEST(place_in_the_catalog)
{
	put_target("x", "once", "", "<xsl:for-each select=\"//m:notice[2]\">"
	    "<xsl:message terminate=\"yes\">@<xsl:value-of"
	    " select=\"gen:line(.)\"/> no meaning</xsl:message></xsl:for-each>");
	ck_assert(!render_x());
	ck_assert_uint_eq(diags.count, 1);
	ck_assert_ptr_eq(diags.items[0]->place.source, catalog->source);
	ck_assert_uint_eq(source_line(catalog->source,
	    diags.items[0]->place.offset), 9);
	ck_assert_str_eq(diags.items[0]->message, "no meaning");
}
END_TEST

START_TEST(endless_messages_are_cut)
{
	put_target("x", "once", "", "<xsl:for-each select=\"//node() | //@*\">"
	    "<xsl:for-each select=\"//node() | //@*\"><xsl:message>said again"
	    "</xsl:message></xsl:for-each></xsl:for-each>");
	ck_assert(!render_x());
	ck_assert_uint_eq(diags.count, 1);
	ck_assert_uint_lt(strlen(diags.items[0]->message), 1100);
}
END_TEST

START_TEST(missing_target)
{
	static const char *const targets[] = { "x", "nope", NULL };

	put_target("x", "once", "", FILE_A("x"));
	ck_assert(!render_targets(targets));
	ck_assert_uint_eq(diags.count, 1);
	ck_assert_ptr_nonnull(strstr(diags.items[0]->message,
	    "there is no target \"nope\""));
}
END_TEST

START_TEST(missing_folder)
{
	ck_assert(!render_x());
	ck_assert_uint_eq(diags.count, 1);
	ck_assert_str_eq(diags.items[0]->file, "t");
	put("t", "a file");
	ck_assert(!render_x());
	ck_assert_ptr_nonnull(strstr(diags.items[1]->message, "not a folder"));
}
END_TEST

/* All are compiled before any runs, and all faults of that are told. */
START_TEST(all_faults_are_told)
{
	static const char *const targets[] = { "x", "y", NULL };

	put_target("x", "once", "", VALUE("1 +"));
	put_target("y", "once", "", VALUE("2 +"));
	ck_assert(!render_targets(targets));
	ck_assert_uint_eq(diags.count, 2);
}
END_TEST

/* A run for each language meets the same fault: it is one. */
START_TEST(one_fault_in_all_languages)
{
	put_target("x", "language", "", VALUE("gen:nope()"));
	expect_fault("t/x/target.xsl", 5, "nope");
}
END_TEST

/* But the same words about two stylesheets are two. */
START_TEST(same_fault_in_two_targets)
{
	static const char *const targets[] = { "x", "y", NULL };

	put_target("x", "once", "", VALUE("gen:nope()"));
	put_target("y", "once", "", VALUE("gen:nope()"));
	ck_assert(!render_targets(targets));
	ck_assert_uint_eq(diags.count, 2);
}
END_TEST

START_TEST(message_before_output_outside)
{
	put_target("x", "once", "", "<xsl:message>said</xsl:message>\n<p/>");
	expect_fault("t/x/target.xsl", 5, "said");
	ck_assert_str_eq(diags.items[0]->message, "said");
}
END_TEST

/* ---- where templates are found ---- */

START_TEST(static_files)
{
	put_target("x", "language", "",
	    "<gen:file path=\"{$language}\">x</gen:file>");
	put("t/x/static/style.css", "a > b {}");
	put("t/x/static/deep/er/.nojekyll", "");
	put("t/x/other.txt", "not copied");
	expect_rendered();
	ck_assert_uint_eq(output_count(out), 4);
	ck_assert_str_eq(made("x/style.css"), "a > b {}");
	ck_assert_str_eq(made("x/deep/er/.nojekyll"), "");
}
END_TEST

static const struct {
	const char *command, *file, *message;
} bad_static[] = {
	{ "touch t/x/static/a", "t/x/static/a", "is made twice" },
	{ "touch 't/x/static/a b'", NULL, "not a path" },
	{ "touch secret; ln -s ../../../secret t/x/static/s", "t/x/static/s",
	    "outside" },
	{ "mkdir dir; touch dir/s; ln -s ../../../dir t/x/static/d",
	    "t/x/static/d/s", "outside" },
	{ "mkfifo t/x/static/f", "t/x/static/f", "not a regular file" },
	{ "ln -s nowhere t/x/static/n", NULL, "no such" },
	{ "mkdir t/x/static/sub; touch t/x/static/sub/-x", "t/x/static/sub/-x",
	    "begins with" },
};

START_TEST(bad_static_file)
{
	put_target("x", "once", "", FILE_A("x"));
	put("t/x/static/ok", "ok");
	ck_assert_int_eq(system(bad_static[_i].command), 0);
	ck_assert(!render_x());
	tell_diags();
	ck_assert_uint_eq(diags.count, 1);
	if (bad_static[_i].file != NULL)
		ck_assert_str_eq(diags.items[0]->file, bad_static[_i].file);
	ck_assert_ptr_nonnull(strstr(diags.items[0]->message,
	    bad_static[_i].message));
}
END_TEST

static const char *const linked_paths[] = { "t/x/target.xsl", "t/x",
	"t/x/part.xsl" };

START_TEST(links_out_of_the_folder)
{
	put_target("x", "once", "<xsl:import href=\"part.xsl\"/>", FILE_A("x"));
	put("t/x/part.xsl", STYLESHEET "</xsl:stylesheet>");
	ck_assert_int_eq(rename(linked_paths[_i], "moved"), 0);
	ck_assert_int_eq(symlink(arena_printf(&arena, "%s/moved", top),
	    linked_paths[_i]), 0);
	ck_assert(!render_x());
	ck_assert_ptr_nonnull(strstr(diags.items[0]->message,
	    "leads outside of the templates folder"));
}
END_TEST

START_TEST(links_within_the_folder)
{
	put_target("x", "once", "<xsl:import href=\"part.xsl\"/>", FILE_A("x"));
	put("t/lib/part.xsl", STYLESHEET "</xsl:stylesheet>");
	ck_assert_int_eq(symlink("../lib/part.xsl", "t/x/part.xsl"), 0);
	ck_assert_int_eq(rename("t", "real"), 0);
	ck_assert_int_eq(symlink("real", "t"), 0);
	expect_rendered();
}
END_TEST

/* The user's folder lies over the built-in one. */
START_TEST(import_of_a_built_in)
{
	const char *path = NULL;

	for (size_t i = 0; i < embedded_count; i++)
		if (strncmp(embedded_files[i].path, "lib/", 4) == 0 &&
		    strstr(embedded_files[i].path, ".xsl") != NULL)
			path = embedded_files[i].path;
	if (path == NULL)
		return; /* a build without templates */
	put_target("x", "once", arena_printf(&arena,
	    "<xsl:import href=\"../%s\"/>", path), FILE_A("x"));
	expect_rendered();
	ck_assert_str_eq(buffer_string(&inputs), "t/x/target.xsl\n");
	/* now the user's own */
	put(arena_printf(&arena, "t/%s", path), "<a/>");
	out = output_new(&arena);
	ck_assert(!render_x());
}
END_TEST

START_TEST(inputs_are_told)
{
	put_target("x", "language", "<xsl:import href=\"../lib/a.xsl\"/>",
	    "<gen:file path=\"{$language}\"><xsl:value-of"
	    " select=\"gen:include('z.c')\"/></gen:file>");
	put("t/lib/a.xsl", STYLESHEET "</xsl:stylesheet>");
	put("t/x/z.c", "z");
	put("t/x/static/s", "s");
	put_target("y", "once", "", FILE_A("not asked for"));
	expect_rendered();
	ck_assert_str_eq(buffer_string(&inputs), "t/lib/a.xsl\n"
	    "t/x/static/s\nt/x/target.xsl\nt/x/z.c\n");
}
END_TEST

static const struct target *
find_target(const struct targets *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->items[i].name, name) == 0)
			return &list->items[i];
	return NULL;
}

START_TEST(listed)
{
	struct targets list;
	const struct target *t;

	put_target("b", "language", "", "");
	put_target("a", "once", "", "");
	put("t/lib/x.xsl", "<x/>");
	put("t/file", "");
	ck_assert(targets_list(&arena, "t", &list, &diags));
	t = find_target(&list, "a");
	ck_assert_ptr_nonnull(t);
	ck_assert_str_eq(t->description, "for a test");
	ck_assert(t->user);
	ck_assert(!t->per_language);
	t = find_target(&list, "b");
	ck_assert_ptr_nonnull(t);
	ck_assert(t->per_language);
	ck_assert_ptr_null(find_target(&list, "lib"));
	for (size_t i = 1; i < list.count; i++)
		ck_assert_int_lt(strcmp(list.items[i - 1].name,
		    list.items[i].name), 0);
}
END_TEST

START_TEST(listed_built_in)
{
	struct targets list;

	ck_assert(targets_list(&arena, NULL, &list, &diags));
	for (size_t i = 0; i < list.count; i++)
		ck_assert(!list.items[i].user);
	ck_assert(!targets_list(&arena, "none", &list, &diags));
	ck_assert_uint_eq(diags.count, 1);
}
END_TEST

START_TEST(broken_target_is_not_listed)
{
	struct targets list;

	put_target("a", "once", "", "");
	put_target("b", "daily", "", "");
	ck_assert(!targets_list(&arena, "t", &list, &diags));
	ck_assert_ptr_nonnull(find_target(&list, "a"));
	ck_assert_ptr_null(find_target(&list, "b"));
	ck_assert_uint_eq(diags.count, 1);
}
END_TEST

/* ---- two processes ---- */

static void
load_large(void)
{
	struct buffer b = { 0 };

	buffer_text(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<catalog xmlns=\"urn:mailerr:catalog:1\">\n<notices>\n");
	for (int i = 0; i < 1200; i++)
		buffer_printf(&b, "<notice id=\"n-%d\"><title>"
		    "<text xml:lang=\"en\">Title %d</text>"
		    "<text xml:lang=\"ja\">題 %d</text></title></notice>\n",
		    i, i, i);
	buffer_text(&b, "</notices>\n</catalog>\n");
	ck_assert_uint_gt(b.size, 100000);
	catalog_free(catalog);
	load(arena_strndup(&arena, b.bytes, b.size), b.size);
	buffer_free(&b);
}

static const char *const three[] = { "a", "b", "c", NULL };

static void
put_three(void)
{
	put_target("a", "language", "", "<xsl:for-each select=\"//m:notice\">"
	    "<gen:file path=\"{$language}/{@id}\"><xsl:value-of"
	    " select=\"m:title/m:text[lang($language)]\"/></gen:file>"
	    "</xsl:for-each>");
	put("t/a/static/s", "s");
	put_target("b", "once", "", FILE_A("<xsl:for-each"
	    " select=\"gen:texts()\"><xsl:value-of select=\"concat(.,"
	    " gen:translation(., 'ja'), gen:include('f'), '&#10;')\"/>"
	    "</xsl:for-each>"));
	put("t/b/f", "f");
	put_target("c", "once", "", FILE_A(""));
}

/* Every file of the set, as one text. */
static const char *
whole_set(void)
{
	struct buffer b = { 0 };
	const char *target, *path, *bytes, *all;
	size_t size;

	for (size_t i = 0; i < output_count(out); i++) {
		output_get(out, i, &target, &path, &bytes, &size);
		buffer_printf(&b, "%s/%s %zu\n%s\n", target, path, size, bytes);
	}
	all = arena_strdup(&arena, buffer_string(&b));
	buffer_free(&b);
	return all;
}

/* Leaves so few descriptors that no pipe can be made. */
static bool
render_alone(const char *const *targets)
{
	struct rlimit old, few;
	int next = open("/dev/null", O_RDONLY);
	bool ok;

	close(next);
	getrlimit(RLIMIT_NOFILE, &old);
	few = old;
	few.rlim_cur = (rlim_t)next + 2;
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
	ok = render_targets(targets);
	setrlimit(RLIMIT_NOFILE, &old);
	return ok;
}

START_TEST(two_processes_make_the_same)
{
	const char *alone, *alone_inputs;

	load_large();
	put_three();
	ck_assert(render_alone(three));
	alone = whole_set();
	alone_inputs = arena_strdup(&arena, buffer_string(&inputs));
	ck_assert_uint_eq(output_count(out), 2403);
	for (int i = 0; i < 3; i++) {
		buffer_clear(&inputs);
		out = output_new(&arena);
		ck_assert(render_targets(three));
		ck_assert_str_eq(whole_set(), alone);
		ck_assert_str_eq(buffer_string(&inputs), alone_inputs);
	}
	ck_assert_uint_eq(diags.count, 0);
}
END_TEST

/* Faults at a place in the catalog, in a stylesheet, and of one path that two
 * languages make. */
static void
put_faulty_three(void)
{
	put_target("a", "language", "", FILE_A("x"));
	put_target("b", "language", "", "<xsl:message>@5 bad <xsl:value-of"
	    " select=\"$language\"/></xsl:message>");
	put_target("c", "once", "", VALUE("gen:nope()"));
}

static const char *
all_diags(void)
{
	const char *all = "";

	diag_sort(&diags);
	for (size_t i = 0; i < diags.count; i++) {
		const struct diag *d = diags.items[i];

		all = arena_printf(&arena, "%s%s:%zu %d %zu %s %s\n", all,
		    d->file == NULL ? "" : d->file, d->line,
		    d->place.source != NULL, d->place.offset, d->rule,
		    d->message);
	}
	diags.count = diags.errors = 0;
	return all;
}

START_TEST(two_processes_tell_the_same)
{
	const char *alone;

	load_large();
	put_faulty_three();
	ck_assert(!render_alone(three));
	ck_assert_uint_eq(diags.count, 3);
	alone = all_diags();
	for (int i = 0; i < 5; i++) {
		out = output_new(&arena);
		ck_assert(!render_targets(three));
		ck_assert_str_eq(all_diags(), alone);
	}
}
END_TEST

START_TEST(same_path_in_two_languages)
{
	static const char *const targets[] = { "a", NULL };

	load_large();
	put_faulty_three();
	ck_assert(!render_targets(targets));
	ck_assert_uint_eq(diags.count, 1);
	ck_assert_str_eq(diags.items[0]->file, "t/a/target.xsl");
	ck_assert_uint_eq(diags.items[0]->line, 5);
	ck_assert_ptr_nonnull(strstr(diags.items[0]->message, "made twice"));
}
END_TEST

/* ---- nothing stays behind ---- */

START_TEST(renders_again_and_again)
{
	put_target("x", "language", "",
	    "<gen:file path=\"{$language}\">x</gen:file>");
	for (int i = 0; i < 20; i++) {
		out = output_new(&arena);
		expect_rendered();
		ck_assert_uint_eq(output_count(out), 2);
		put_target("y", "once", "", VALUE("gen:nope()"));
		ck_assert(!render_targets(NULL));
		ck_assert_uint_ge(diags.count, 1);
		diags.count = 0;
	}
}
END_TEST

static void
add_fault_tests(TCase *tc)
{
	tcase_add_loop_test(tc, fault, 0, COUNT(faults));
	tcase_add_loop_test(tc, broken_stylesheet, 0, COUNT(broken));
	tcase_add_test(tc, fault_in_an_import);
	tcase_add_test(tc, import_that_is_not_xml);
	tcase_add_test(tc, place_in_the_catalog);
	tcase_add_test(tc, endless_messages_are_cut);
	tcase_add_test(tc, missing_target);
	tcase_add_test(tc, missing_folder);
	tcase_add_test(tc, all_faults_are_told);
	tcase_add_test(tc, one_fault_in_all_languages);
	tcase_add_test(tc, same_fault_in_two_targets);
	tcase_add_test(tc, message_before_output_outside);
}

static void
add_template_tests(TCase *tc)
{
	tcase_add_test(tc, static_files);
	tcase_add_loop_test(tc, bad_static_file, 0, COUNT(bad_static));
	tcase_add_loop_test(tc, links_out_of_the_folder, 0,
	    COUNT(linked_paths));
	tcase_add_test(tc, links_within_the_folder);
	tcase_add_test(tc, import_of_a_built_in);
	tcase_add_test(tc, inputs_are_told);
	tcase_add_test(tc, listed);
	tcase_add_test(tc, listed_built_in);
	tcase_add_test(tc, broken_target_is_not_listed);
}

Suite *
render_suite(void)
{
	Suite *s = suite_create("render");
	TCase *may = tcase_create("may"), *may_not = tcase_create("may not");
	TCase *found = tcase_create("templates");
	TCase *two = tcase_create("two processes");

	tcase_add_checked_fixture(may, setup, teardown);
	tcase_add_loop_test(may, function, 0, COUNT(functions));
	tcase_add_loop_test(may, file, 0, COUNT(files));
	tcase_add_test(may, long_text);
	tcase_add_test(may, parameters);
	tcase_add_test(may, no_language_when_run_once);
	tcase_add_test(may, renders_again_and_again);
	tcase_add_checked_fixture(may_not, setup, teardown);
	add_fault_tests(may_not);
	tcase_add_checked_fixture(found, setup, teardown);
	add_template_tests(found);
	tcase_add_checked_fixture(two, setup, teardown);
	tcase_set_timeout(two, 60);
	tcase_add_test(two, two_processes_make_the_same);
	tcase_add_test(two, two_processes_tell_the_same);
	tcase_add_test(two, same_path_in_two_languages);
	suite_add_tcase(s, may);
	suite_add_tcase(s, may_not);
	suite_add_tcase(s, found);
	suite_add_tcase(s, two);
	return s;
}
