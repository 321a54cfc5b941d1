/* SPDX-License-Identifier: MIT */
#include "xslt_ext.h"

#include <string.h>

#include <libxml/parserInternals.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/functions.h>
#include <libxslt/imports.h>
#include <libxslt/templates.h>
#include <libxslt/transform.h>

#include "escape.h"
#include "html.h"
#include "output.h"
#include "wrap.h"

/* ---- calls ---- */

/* One call of a function: its arguments, taken off the stack. */
struct call {
	xmlXPathParserContext *xp;
	xsltTransformContext *ctxt;
	struct run *run;
	const char *name;
	int count;
	xmlXPathObject *arguments[3];
};

/* Takes the arguments.  False, with XPath told, where there are too few or too
 * many. */
static bool
call_begin(struct call *c, xmlXPathParserContext *xp, const char *name,
    int count, int min, int max)
{
	*c = (struct call){ .xp = xp, .name = name, .count = count };
	if (count < min || count > max) {
		xmlXPathSetArityError(xp);
		return false;
	}
	c->ctxt = xsltXPathGetTransformContext(xp);
	c->run = c->ctxt->_private;
	for (int i = count; i > 0; i--)
		c->arguments[i - 1] = valuePop(xp);
	buffer_clear(&c->run->out);
	return true;
}

static void
call_end(struct call *c, xmlXPathObject *result)
{
	for (int i = 0; i < c->count; i++)
		xmlXPathFreeObject(c->arguments[i]);
	valuePush(c->xp, result);
}

/* What stands in the run's buffer. */
static void
call_return(struct call *c)
{
	const struct buffer *out = &c->run->out;

	call_end(c, xmlXPathWrapString(xmlStrndup(
	    (const xmlChar *)(out->size == 0 ? "" : out->bytes),
	    (int)out->size)));
}

static void
call_return_text(struct call *c, const char *text)
{
	call_end(c, xmlXPathNewCString(text == NULL ? "" : text));
}

static void
call_return_number(struct call *c, size_t number)
{
	call_end(c, xmlXPathNewFloat((double)number));
}

/* An argument as a string, in the arena of no one: valid during the call.
 * One that was not given is empty. */
static const char *
call_string(struct call *c, int n)
{
	if (n >= c->count || c->arguments[n] == NULL)
		return "";
	if (c->arguments[n]->type != XPATH_STRING)
		c->arguments[n] = xmlXPathConvertString(c->arguments[n]);
	return (const char *)c->arguments[n]->stringval;
}

static size_t
call_number(struct call *c, int n)
{
	double number = xmlXPathCastToNumber(c->arguments[n]);

	return number >= 0 && number < 1e9 ? (size_t)number : 0;
}

/* The first node of an argument, or NULL. */
static xmlNode *
call_node(struct call *c, int n)
{
	const xmlXPathObject *o = c->arguments[n];

	return o->type == XPATH_NODESET && o->nodesetval != NULL &&
	    o->nodesetval->nodeNr > 0 ? o->nodesetval->nodeTab[0] : NULL;
}

static void
call_fail(struct call *c, const char *what)
{
	said_fault(c->run->said, c->ctxt->inst, "gen:%s(): %s", c->name, what);
	c->ctxt->state = XSLT_STATE_STOPPED;
	call_return_text(c, "");
}

/* A text for a message: its beginning, in what every terminal can show. */
static const char *
shown(struct arena *arena, const char *s)
{
	char *copy = arena_strndup(arena, s, strnlen(s, 50));

	for (char *p = copy; *p != '\0'; p++)
		if (*p < ' ' || *p > '~')
			*p = '?';
	return copy;
}

/* ---- escapers ---- */

static void
fail_escape(struct call *c, const char *s)
{
	const char *why, *text = shown(c->run->arena, s);
	unsigned long code = escape_refused(s, strlen(s), &why);

	if (why == NULL)
		call_fail(c, arena_printf(c->run->arena,
		    "\"%s\" is no id", text));
	else
		call_fail(c, arena_printf(c->run->arena,
		    "U+%04lX, %s, cannot stand there: \"%s\"", code, why,
		    text));
}

static void
call_escaper(xmlXPathParserContext *xp, int count, const char *name,
    escape_function *escape)
{
	struct call c;
	const char *s;

	if (!call_begin(&c, xp, name, count, 1, 1))
		return;
	s = call_string(&c, 0);
	if (escape(&c.run->out, s, strlen(s)))
		call_return(&c);
	else
		fail_escape(&c, s);
}

#define ESCAPER(id, name) \
	static void \
	fn_##id(xmlXPathParserContext *xp, int count) \
	{ \
		call_escaper(xp, count, name, escape_##id); \
	}

ESCAPER(c_comment, "c-comment")
ESCAPER(c_identifier, "c-identifier")
ESCAPER(roff, "roff")
ESCAPER(roff_argument, "roff-argument")
ESCAPER(po_string, "po-string")
ESCAPER(json_string, "json-string")
ESCAPER(csv_field, "csv-field")

/* c-string(text, width?, indent?) */
static void
fn_c_string(xmlXPathParserContext *xp, int count)
{
	struct call c;
	const char *s;
	size_t width;

	if (!call_begin(&c, xp, "c-string", count, 1, 3))
		return;
	s = call_string(&c, 0);
	width = count > 1 ? call_number(&c, 1) : 0;
	if (escape_c_string_split(&c.run->out, s, strlen(s),
	    width == 0 ? SIZE_MAX : width, call_string(&c, 2)))
		call_return(&c);
	else
		fail_escape(&c, s);
}

/* ---- texts ---- */

/* wrap(text, width, prefix) */
static void
fn_wrap(xmlXPathParserContext *xp, int count)
{
	struct call c;
	const char *s;

	if (!call_begin(&c, xp, "wrap", count, 3, 3))
		return;
	s = call_string(&c, 0);
	if (wrap_text(&c.run->out, s, strlen(s), call_number(&c, 1),
	    call_string(&c, 2)))
		call_return(&c);
	else
		call_fail(&c, "the text is no UTF-8");
}

/* byte-length(text) */
static void
fn_byte_length(xmlXPathParserContext *xp, int count)
{
	struct call c;

	if (call_begin(&c, xp, "byte-length", count, 1, 1))
		call_return_number(&c, strlen(call_string(&c, 0)));
}

/* upper-case(text): ASCII letters, in every locale */
static void
fn_upper_case(xmlXPathParserContext *xp, int count)
{
	struct call c;

	if (!call_begin(&c, xp, "upper-case", count, 1, 1))
		return;
	for (const char *s = call_string(&c, 0); *s != '\0'; s++)
		buffer_byte(&c.run->out, *s >= 'a' && *s <= 'z'
		    ? (char)(*s - 'a' + 'A') : *s);
	call_return(&c);
}

static const struct texts *
texts_of(struct run *run)
{
	if (*run->texts == NULL)
		*run->texts = texts_new(run->arena, run->catalog);
	return *run->texts;
}

/* texts(): the first element of each message, in the order of the numbers */
static void
fn_texts(xmlXPathParserContext *xp, int count)
{
	struct call c;
	const struct texts *texts;
	xmlNodeSet *set;

	if (!call_begin(&c, xp, "texts", count, 0, 0))
		return;
	texts = texts_of(c.run);
	set = xmlXPathNodeSetCreate(NULL);
	for (size_t i = 0; i < texts_count(texts); i++)
		xmlXPathNodeSetAddUnique(set, texts_get(texts, i));
	call_end(&c, xmlXPathWrapNodeSet(set));
}

/* text-number(text) */
static void
fn_text_number(xmlXPathParserContext *xp, int count)
{
	struct call c;
	const struct texts *texts;
	const char *s;
	size_t number;

	if (!call_begin(&c, xp, "text-number", count, 1, 1))
		return;
	texts = texts_of(c.run);
	s = call_string(&c, 0);
	number = texts_number(texts, s);
	if (number < texts_count(texts))
		call_return_number(&c, number);
	else
		call_fail(&c, arena_printf(c.run->arena,
		    "\"%s\" is no English text of the catalog",
		    shown(c.run->arena, s)));
}

/* translation(text, language) */
static void
fn_translation(xmlXPathParserContext *xp, int count)
{
	struct call c;

	if (call_begin(&c, xp, "translation", count, 2, 2))
		call_return_text(&c, texts_translation(texts_of(c.run),
		    call_string(&c, 0), call_string(&c, 1)));
}

/* ---- the catalog ---- */

/* line(node): of an overlay's node with the file, "site.xml:12" */
static void
fn_line(xmlXPathParserContext *xp, int count)
{
	struct call c;
	const xmlNode *node;
	struct place at;

	if (!call_begin(&c, xp, "line", count, 1, 1))
		return;
	node = call_node(&c, 0);
	while (node != NULL && node->type != XML_ELEMENT_NODE)
		node = node->parent;
	if (node == NULL || node->doc != c.run->catalog->doc) {
		call_fail(&c, "not a node of the catalog");
		return;
	}
	at = place_of_element(node);
	if (catalog_file(node) == 0)
		call_return_number(&c, source_line(at.source, at.offset));
	else
		call_return_text(&c, arena_printf(c.run->arena, "%s:%zu",
		    at.source->name, source_line(at.source, at.offset)));
}

/* phrase-tables() */
static void
fn_phrase_tables(xmlXPathParserContext *xp, int count)
{
	struct call c;

	if (!call_begin(&c, xp, "phrase-tables", count, 0, 0))
		return;
	if (c.run->phrases == NULL)
		call_fail(&c, "no tables were built for this run");
	else
		call_return_text(&c,
		    phrases_as_c(c.run->arena, c.run->phrases));
}

static void
add_literal(struct buffer *out, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '{')
			buffer_byte(out, '{');
		buffer_byte(out, *s);
	}
}

/* phrase-text(match): "Too many hops {hops}", with {{ for a brace */
static void
fn_phrase_text(xmlXPathParserContext *xp, int count)
{
	struct call c;
	const xmlNode *match;
	const char *name;

	if (!call_begin(&c, xp, "phrase-text", count, 1, 1))
		return;
	match = call_node(&c, 0);
	if (match == NULL || match->type != XML_ELEMENT_NODE) {
		call_fail(&c, "not a match element");
		return;
	}
	for (const xmlNode *n = match->children; n != NULL; n = n->next) {
		if (n->type != XML_ELEMENT_NODE) {
			add_literal(&c.run->out, (const char *)n->content);
			continue;
		}
		name = catalog_attribute(n, "name");
		buffer_printf(&c.run->out, "{%s}", name == NULL ? "" : name);
	}
	call_return(&c);
}

/* include(path): a file of the target's folder, as it is */
static void
fn_include(xmlXPathParserContext *xp, int count)
{
	struct call c;
	struct template_file file;
	const char *path, *fault;

	if (!call_begin(&c, xp, "include", count, 1, 1))
		return;
	path = arena_printf(c.run->arena, "%s/%s", c.run->target,
	    call_string(&c, 0));
	fault = templates_read(c.run->templates, path, &file);
	if (fault == NULL) {
		buffer_add(&c.run->out, file.bytes, file.size);
		if (strlen(buffer_string(&c.run->out)) < file.size ||
		    !xmlCheckUTF8((const xmlChar *)c.run->out.bytes))
			fault = "no UTF-8 text";
	}
	if (fault == NULL)
		call_return(&c);
	else
		call_fail(&c, arena_printf(c.run->arena, "%s: %s", path,
		    fault));
}

static bool
is_key(const xsltStylesheet *style, const xmlChar *name)
{
	for (const xsltKeyDef *k = style->keys; k != NULL; k = k->next)
		if (xmlStrEqual(k->name, name))
			return true;
	return false;
}

/* XSLT's own key(), which finds nothing, without a word, where its name is
 * misspelt. */
static void
fn_key(xmlXPathParserContext *xp, int count)
{
	xsltTransformContext *ctxt = xsltXPathGetTransformContext(xp);
	const struct run *run = ctxt->_private;
	const xmlXPathObject *name = count == 2 && xp->valueNr >= 2
	    ? xp->valueTab[xp->valueNr - 2] : NULL;
	xsltStylesheet *style = ctxt->style;

	if (name != NULL && name->type == XPATH_STRING) {
		while (style != NULL && !is_key(style, name->stringval))
			style = xsltNextImport(style);
		if (style == NULL) {
			said_fault(run->said, ctxt->inst,
			    "there is no xsl:key \"%s\"",
			    (const char *)name->stringval);
			ctxt->state = XSLT_STATE_STOPPED;
		}
	}
	xsltKeyFunction(xp, count);
}

static const struct {
	const char *name;
	xmlXPathFunction function;
} functions[] = {
	{ "c-string", fn_c_string },
	{ "c-comment", fn_c_comment },
	{ "c-identifier", fn_c_identifier },
	{ "roff", fn_roff },
	{ "roff-argument", fn_roff_argument },
	{ "po-string", fn_po_string },
	{ "json-string", fn_json_string },
	{ "csv-field", fn_csv_field },
	{ "wrap", fn_wrap },
	{ "byte-length", fn_byte_length },
	{ "upper-case", fn_upper_case },
	{ "texts", fn_texts },
	{ "text-number", fn_text_number },
	{ "translation", fn_translation },
	{ "line", fn_line },
	{ "phrase-tables", fn_phrase_tables },
	{ "phrase-text", fn_phrase_text },
	{ "include", fn_include },
};

/* ---- gen:file ---- */

typedef const char *print_function(struct buffer *out, const xmlDoc *doc,
    const xmlNode **at);

static const char *
print_text(struct buffer *out, const xmlDoc *doc, const xmlNode **at)
{
	const xmlNode *node = doc->children;

	while (node != NULL) {
		*at = node;
		if (node->type == XML_TEXT_NODE &&
		    node->name == xmlStringTextNoenc)
			return "disable-output-escaping has no place here";
		if (node->type == XML_TEXT_NODE ||
		    node->type == XML_CDATA_SECTION_NODE)
			buffer_text(out, (const char *)node->content);
		if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
			node = node->children;
			continue;
		}
		while (node != NULL && node->next == NULL)
			node = node->parent == (const xmlNode *)doc
			    ? NULL : node->parent;
		if (node != NULL)
			node = node->next;
	}
	return NULL;
}

static const char *
print_xml(struct buffer *out, const xmlDoc *doc, const xmlNode **at)
{
	const xmlNode *root = NULL;
	xmlChar *bytes = NULL;
	xmlDoc *copy;
	int size = 0;

	for (const xmlNode *n = doc->children; n != NULL; n = n->next) {
		*at = n;
		if (n->type == XML_TEXT_NODE ||
		    (n->type == XML_ELEMENT_NODE && root != NULL))
			return "an XML file is one element";
		if (n->type == XML_ELEMENT_NODE)
			root = n;
	}
	if (root == NULL)
		return "an XML file is one element";
	memcpy(&copy, &doc, sizeof copy); /* the serialiser's is not const */
	xmlDocDumpFormatMemoryEnc(copy, &bytes, &size, "UTF-8", 0);
	buffer_add(out, bytes, (size_t)size);
	xmlFree(bytes);
	return NULL;
}

static print_function *
printer_of(const xmlNode *inst)
{
	static const struct {
		const char *name;
		print_function *print;
	} printers[] = {
		{ "text", print_text }, { "html", html_print },
		{ "xml", print_xml },
	};
	xmlChar *as = xmlGetNoNsProp(inst, (const xmlChar *)"as");
	const char *name = as == NULL ? "text" : (const char *)as;
	print_function *found = NULL;

	for (size_t i = 0; i < sizeof printers / sizeof *printers; i++)
		if (strcmp(printers[i].name, name) == 0)
			found = printers[i].print;
	xmlFree(as);
	return found;
}

/* The children of the instruction, carried out into a document of its own. */
static xmlDoc *
evaluate(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst)
{
	xmlDoc *output = ctxt->output;
	xmlNode *insert = ctxt->insert;
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");

	/* names and texts of the stylesheet are shared, not copied */
	doc->dict = ctxt->dict;
	xmlDictReference(doc->dict);
	ctxt->output = doc;
	ctxt->insert = (xmlNode *)doc;
	ctxt->lasttext = NULL;
	xsltApplyOneTemplate(ctxt, node, inst->children, NULL, NULL);
	ctxt->lasttext = NULL;
	ctxt->output = output;
	ctxt->insert = insert;
	return doc;
}

static void
add_made(struct run *run, const xmlNode *inst, const char *path)
{
	struct made *m = arena_alloc(run->arena, 1, sizeof *m);

	m->path = arena_strdup(run->arena, path);
	m->bytes = arena_strndup(run->arena,
	    run->out.size == 0 ? "" : run->out.bytes, run->out.size);
	m->size = run->out.size;
	m->inst = inst;
	*run->last = m;
	run->last = &m->next;
}

/* The fault with the element that it is about, where it is about one. */
static const char *
fault_at(struct run *run, const char *fault, const xmlNode *at)
{
	if (at == NULL || at->type != XML_ELEMENT_NODE)
		return fault;
	return arena_printf(run->arena, "%s: <%s>", fault,
	    (const char *)at->name);
}

/* NULL, or what is wrong with the file. */
static const char *
make_file(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst,
    const char *path)
{
	struct run *run = ctxt->_private;
	print_function *print = printer_of(inst);
	const xmlNode *at = NULL;
	const char *fault = output_path_fault(path);
	xmlDoc *doc;

	if (fault != NULL)
		return fault;
	if (print == NULL)
		return "as= is text, html or xml";
	doc = evaluate(ctxt, node, inst);
	buffer_clear(&run->out);
	if (ctxt->state == XSLT_STATE_OK)
		fault = print(&run->out, doc, &at);
	if (fault != NULL)
		fault = fault_at(run, fault, at);
	else if (ctxt->state == XSLT_STATE_OK)
		add_made(run, inst, path);
	xmlFreeDoc(doc);
	/* print() gives constant strings, and nothing that points to at */
	/* cppcheck-suppress returnDanglingLifetime */
	return fault;
}

static void
element_file(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst,
    xsltElemPreComp *compiled)
{
	struct run *run = ctxt->_private;
	xmlChar *value = xsltEvalAttrValueTemplate(ctxt, inst,
	    (const xmlChar *)"path", NULL);
	const char *path = value == NULL ? "" : (const char *)value;
	const char *fault;

	(void)compiled;
	if (run->in_file) {
		fault = "stands within another gen:file";
	} else {
		run->in_file = true;
		fault = make_file(ctxt, node, inst, path);
		run->in_file = false;
	}
	if (fault != NULL) {
		said_fault(run->said, inst, "gen:file path=\"%s\": %s",
		    shown(run->arena, path), fault);
		ctxt->state = XSLT_STATE_STOPPED;
	}
	xmlFree(value);
}

void
xslt_ext_register(xsltTransformContext *ctxt, struct run *run)
{
	const xmlChar *ns = (const xmlChar *)GEN_NAMESPACE;

	ctxt->_private = run;
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		xsltRegisterExtFunction(ctxt,
		    (const xmlChar *)functions[i].name, ns,
		    functions[i].function);
	/* a name that is taken must be given up first */
	xmlXPathRegisterFunc(ctxt->xpathCtxt, (const xmlChar *)"key", NULL);
	xmlXPathRegisterFunc(ctxt->xpathCtxt, (const xmlChar *)"key", fn_key);
	xsltRegisterExtElement(ctxt, (const xmlChar *)"file", ns, element_file);
}
