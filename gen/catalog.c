/* SPDX-License-Identifier: MIT */
#include "catalog.h"

#include <errno.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "lexer.h"
#include "unicode.h"

/* The handler's argument became const in libxml2 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *xml_error;
#else
typedef xmlErrorPtr xml_error;
#endif

/* No network, no external entity, line numbers past 65535. */
#define PARSE_BASE \
	(XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT | \
	    XML_PARSE_NOCDATA)
#if LIBXML_VERSION >= 21400
#define PARSE_OPTIONS (PARSE_BASE | XML_PARSE_NO_XXE | XML_PARSE_NO_SYS_CATALOG)
#elif LIBXML_VERSION >= 21300
#define PARSE_OPTIONS (PARSE_BASE | XML_PARSE_NO_XXE)
#else
#define PARSE_OPTIONS PARSE_BASE
#endif

/* ---- parsing ---- */

struct sink {
	struct diags *d;
	const struct source *source;
	size_t errors;             /* told before */
};

/* Only what the lexer let pass comes here.  A prefix without a declaration is
 * not told: the grammar speaks of the unknown name. */
static void
on_xml_error(void *user, xml_error e)
{
	const struct sink *s = user;
	const char *message = e->message == NULL ? "out of memory" : e->message;
	size_t line = e->line > 0 ? (size_t)e->line : 1;

	if (e->domain == XML_FROM_NAMESPACE || e->level < XML_ERR_ERROR ||
	    s->d->errors > s->errors)
		return;
	if (line > s->source->line_count)
		line = s->source->line_count;
	diag_error(s->d, "not-well-formed",
	    (struct place){ s->source, s->source->lines[line - 1], 1 }, "%.*s",
	    (int)strcspn(message, "\n"), message);
}

static bool
is_mixed(const xmlNode *node)
{
	return node != NULL && (catalog_is(node, "text") ||
	    catalog_is(node, "match") || catalog_is(node, "example") ||
	    catalog_is(node, "code") || catalog_is(node, "link"));
}

static bool
is_blank(const xmlChar *s, int length)
{
	for (int i = 0; i < length; i++)
		if (s[i] != ' ' && s[i] != '\t' && s[i] != '\n')
			return false;
	return true;
}

/* Blank nodes of element content never get into the tree: all targets share
 * it, and a stylesheet that stripped them would edit it. */
static void
on_characters(void *user, const xmlChar *s, int length)
{
	const xmlParserCtxt *ctxt = user;

	if (is_mixed(ctxt->node) || !is_blank(s, length))
		xmlSAX2Characters(user, s, length);
}

#if LIBXML_VERSION >= 21300
static void
set_error_handler(xmlParserCtxt *ctxt, struct sink *sink)
{
	xmlCtxtSetErrorHandler(ctxt, on_xml_error, sink);
}
#else
/* Before 2.13 the handler is called with the parser itself, which the SAX2
 * functions need as user data. */
static void
on_context_error(void *user, xml_error e)
{
	const xmlParserCtxt *ctxt = user;

	on_xml_error(ctxt->_private, e);
}

static void
set_error_handler(xmlParserCtxt *ctxt, struct sink *sink)
{
	ctxt->sax->serror = on_context_error;
	ctxt->_private = sink;
}
#endif

/* A node can move between documents that share a dictionary of names. */
static void
share_names(xmlParserCtxt *ctxt, xmlDict *names)
{
	xmlDictFree(ctxt->dict);
	ctxt->dict = names;
	xmlDictReference(names);
}

static xmlDoc *
parse_bytes(struct source *source, xmlDict *names, struct diags *d)
{
	struct sink sink = { d, source, d->errors };
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	xmlDoc *doc;

	if (ctxt == NULL)
		memory_die();
	if (names != NULL)
		share_names(ctxt, names);
	ctxt->sax->characters = on_characters;
	ctxt->sax->ignorableWhitespace = on_characters;
	ctxt->sax->comment = NULL;
	ctxt->sax->processingInstruction = NULL;
	set_error_handler(ctxt, &sink);
	doc = xmlCtxtReadMemory(ctxt, source->bytes, (int)source->size,
	    source->name, NULL, PARSE_OPTIONS);
	xmlFreeParserCtxt(ctxt);
	if (doc == NULL && d->errors == sink.errors)
		diag_error(d, "not-well-formed", (struct place){ source, 0, 1 },
		    "the XML parser refuses the file");
	if (d->errors > sink.errors) {
		xmlFreeDoc(doc);
		return NULL;
	}
	return doc;
}

/* The n-th tag is the n-th element: each node gets its tag. */
static bool
link_tags(xmlNode *root, struct lexed *lexed)
{
	size_t n = 0;
	xmlNode *node = root;

	while (node != NULL) {
		if (node->type == XML_ELEMENT_NODE) {
			if (n == lexed->tag_count)
				return false;
			node->_private = &lexed->tags[n++];
		}
		if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
			node = node->children;
			continue;
		}
		while (node != root && node->next == NULL)
			node = node->parent;
		node = node == root ? NULL : node->next;
	}
	return n == lexed->tag_count;
}

static void
tell_bad_characters(struct lexed *lexed, const struct source *source,
    struct diags *d)
{
	for (size_t i = 0; i < lexed->bad_count; i++) {
		const struct bad_character *b = &lexed->bad[i];

		diag_error(d, "bad-character", (struct place){ source,
		    b->where.start, b->where.end - b->where.start },
		    "U+%04lX, %s, may not stand in the catalog", b->code,
		    unicode_refused(b->code));
		lexed_mark(lexed, lexed_tag_around(lexed, b->where.start));
	}
}

/* Line by line, so that the first fault of each line is told. */
static void
tell_not_nfc(struct lexed *lexed, const struct source *s, struct diags *d)
{
	for (size_t i = 0; i < s->line_count; i++) {
		size_t start = s->lines[i];
		size_t end = i + 1 < s->line_count ? s->lines[i + 1] : s->size;
		size_t at = unicode_not_nfc(s->bytes + start, end - start);

		if (at == end - start)
			continue;
		diag_error(d, "not-nfc", (struct place){ s, start + at, 1 },
		    "the text is not in Unicode normalisation form C from here on");
		lexed_mark(lexed, lexed_tag_around(lexed, start + at));
	}
}

/* file: its number; names: NULL, or the dictionary to share. */
static struct catalog *
parse_source(struct arena *arena, struct source *source, size_t file,
    xmlDict *names, struct diags *d)
{
	struct catalog *c = arena_alloc(arena, 1, sizeof *c);
	struct lexed *lexed = arena_alloc(arena, 1, sizeof *lexed);
	struct diags after = { .arena = d->arena };

	/* faults that do not stop the parse are told only if it succeeds */
	if (!lex(arena, source, lexed, &after)) {
		struct diag *fault = after.items[after.count - 1];

		diag_error(d, fault->rule, fault->place, "%s", fault->message);
		return NULL;
	}
	lexed->file = file;
	c->source = source;
	c->arena = arena;
	c->doc = parse_bytes(source, names, d);
	if (c->doc == NULL)
		return NULL;
	if (!link_tags(xmlDocGetRootElement(c->doc), lexed)) {
		diag_error(d, "not-well-formed", (struct place){ source, 0, 1 },
		    "the XML parser reads other elements than stand in the file");
		catalog_free(c);
		return NULL;
	}
	for (size_t i = 0; i < after.count; i++)
		diag_error(d, after.items[i]->rule, after.items[i]->place, "%s",
		    after.items[i]->message);
	tell_bad_characters(lexed, source, d);
	tell_not_nfc(lexed, source, d);
	return c;
}

struct catalog *
catalog_parse(struct arena *arena, struct source *source, struct diags *d)
{
	return parse_source(arena, source, 0, NULL, d);
}

static const char *
read_fault(void)
{
	if (errno == EFBIG)
		return "it is larger than 256 MB";
	if (errno == EINVAL)
		return "it is not a regular file";
	return strerror(errno);
}

static struct source *
read_file(struct arena *arena, const char *path, struct diags *d)
{
	struct source *source = source_read(arena, path, CATALOG_BYTES_MAX);

	if (source == NULL)
		diag_error_in(d, "cannot-read", path, 0, "cannot read: %s",
		    read_fault());
	return source;
}

struct catalog *
catalog_load(struct arena *arena, const char *path, struct diags *d,
    bool *unreadable)
{
	struct source *source = read_file(arena, path, d);

	*unreadable = source == NULL;
	return source == NULL ? NULL : catalog_parse(arena, source, d);
}

void
catalog_free(struct catalog *c)
{
	if (c == NULL)
		return;
	/* what has moved here names namespaces of the overlays: those go last */
	xmlFreeDoc(c->doc);
	for (const struct catalog *o = c->overlays; o != NULL; o = o->next)
		xmlFreeDoc(o->doc);
}

/* ---- overlays ---- */

static bool
is_same(const struct source *a, const struct source *b)
{
	return a->size == b->size && memcmp(a->bytes, b->bytes, a->size) == 0;
}

/* The bytes are compared: a file has many names, and copies. */
static bool
is_given_before(const struct catalog *of, const struct source *source,
    struct diags *d)
{
	const struct catalog *o = of->overlays;

	if (is_same(source, of->source)) {
		diag_error_in(d, "repeated-overlay", source->name, 0,
		    "the catalog itself is given as an overlay");
		return true;
	}
	while (o != NULL && !is_same(source, o->source))
		o = o->next;
	if (o != NULL)
		diag_error_in(d, "repeated-overlay", source->name, 0,
		    strcmp(source->name, o->source->name) == 0
		    ? "the overlay is given twice"
		    : "the overlay is given twice: it is the same as %s",
		    o->source->name);
	return o != NULL;
}

struct catalog *
catalog_load_overlay(struct catalog *of, const char *path, struct diags *d,
    bool *unreadable)
{
	struct source *source = read_file(of->arena, path, d);
	struct catalog **end = &of->overlays;
	size_t file = 1;

	*unreadable = source == NULL;
	if (source == NULL || is_given_before(of, source, d))
		return NULL;
	for (; *end != NULL; end = &(*end)->next)
		file++;
	*end = parse_source(of->arena, source, file, of->doc->dict, d);
	return *end;
}

/* ---- marks ---- */

static struct tag *
tag_of(const xmlNode *element)
{
	return element->_private;
}

/* Along the tree, not the tags: an overlay's elements have moved. */
static void
mark_around(const xmlNode *element)
{
	for (; element != NULL && element->type == XML_ELEMENT_NODE;
	     element = element->parent)
		tag_of(element)->faulty_inside = true;
}

void
catalog_mark(const xmlNode *element)
{
	tag_of(element)->faulty = true;
	mark_around(element);
}

void
catalog_pass_over(const xmlNode *element)
{
	catalog_mark(element);
	tag_of(element)->passed_over = true;
}

bool
catalog_is_passed_over(const xmlNode *element)
{
	return tag_of(element)->passed_over;
}

/* ---- what overlays bring ---- */

void
catalog_move(xmlNode *element, xmlNode *parent, xmlNode *before)
{
	xmlUnlinkNode(element);
	if (before != NULL)
		xmlAddPrevSibling(before, element);
	else
		xmlAddChild(parent, element);
	if (tag_of(element)->faulty_inside)
		mark_around(parent);
}

void
catalog_override(xmlNode *entry, xmlAttr *attr)
{
	attr->_private = attr->parent->_private;
	xmlUnlinkNode((xmlNode *)attr);
	xmlAddChild(entry, (xmlNode *)attr); /* frees one of the same name */
}

/* ---- places ---- */

size_t
catalog_file(const xmlNode *element)
{
	return tag_of(element)->of->file;
}

int
catalog_compare_places(const xmlNode *a, const xmlNode *b)
{
	const struct tag *x = tag_of(a), *y = tag_of(b);

	if (x->of->file != y->of->file)
		return x->of->file < y->of->file ? -1 : 1;
	return x->name.start < y->name.start ? -1
	    : x->name.start > y->name.start;
}

static struct place
place_of_tag(const struct tag *t)
{
	return (struct place){ t->of->source, t->name.start - 1,
		t->name.end - t->name.start + 1 };
}

struct place
place_of_element(const xmlNode *element)
{
	return place_of_tag(tag_of(element));
}

/* The tag that an attribute was written in. */
static const struct tag *
tag_of_attribute(const xmlAttr *attr)
{
	return attr->_private != NULL ? attr->_private : tag_of(attr->parent);
}

bool
catalog_is_overridden(const xmlAttr *attr)
{
	return attr != NULL && attr->_private != NULL;
}

static const struct tag_attribute *
span_of(const xmlAttr *attr)
{
	const struct tag *t = tag_of_attribute(attr);
	const char *prefix = attr->ns == NULL || attr->ns->prefix == NULL
	    ? "" : (const char *)attr->ns->prefix;
	size_t skip = *prefix == '\0' ? 0 : strlen(prefix) + 1;
	size_t length = skip + strlen((const char *)attr->name);
	const struct tag_attribute *all = t->of->attributes + t->attribute;

	for (size_t i = 0; i < t->attribute_count; i++) {
		const char *name = t->of->source->bytes + all[i].name.start;

		if (all[i].name.end - all[i].name.start == length &&
		    strncmp(name, prefix, skip == 0 ? 0 : skip - 1) == 0 &&
		    memcmp(name + skip, attr->name, length - skip) == 0)
			return &all[i];
	}
	return NULL;
}

struct place
place_of_attribute(const xmlAttr *attr)
{
	const struct tag_attribute *a = span_of(attr);

	if (a == NULL)
		return place_of_tag(tag_of_attribute(attr));
	return (struct place){ tag_of_attribute(attr)->of->source,
		a->name.start, a->name.end - a->name.start };
}

/* length counts bytes of the parsed value; the place those written. */
static struct place
place_in(const struct source *source, struct span raw, size_t byte,
    size_t length)
{
	size_t width, end_width;
	size_t start = lexed_offset(source, raw, byte, &width);
	size_t end = length == 0 ? start + width :
	    lexed_offset(source, raw, byte + length - 1, &end_width);

	if (length > 0)
		end += end_width;
	return (struct place){ source, start, end > start ? end - start : 1 };
}

struct place
place_of_value(const xmlAttr *attr, size_t byte, size_t length)
{
	const struct tag_attribute *a = span_of(attr);

	if (a == NULL)
		return place_of_tag(tag_of_attribute(attr));
	return place_in(tag_of_attribute(attr)->of->source, a->value, byte,
	    length);
}

struct place
place_of_value_of(const xmlNode *element, const char *attribute)
{
	const xmlAttr *attr = catalog_attribute_node(element, attribute);
	const char *value = catalog_attribute(element, attribute);

	return attr == NULL || value == NULL ? place_of_element(element)
	    : place_of_value(attr, 0, strlen(value));
}

struct place
place_of_text(const xmlNode *element, size_t byte, size_t length)
{
	const struct tag *t = tag_of(element);

	return place_in(t->of->source, (struct span){ t->content, t->close },
	    byte, length);
}

/* Where the element ends: after its end tag, or after "/>". */
static size_t
end_of(const xmlNode *element)
{
	const struct tag *t = tag_of(element);
	const char *bytes = t->of->source->bytes;

	if (bytes[t->content - 2] == '/')
		return t->content;
	return (size_t)(strchr(bytes + t->close, '>') - bytes) + 1;
}

struct place
place_of_start_tag(const xmlNode *element)
{
	const struct tag *t = tag_of(element);
	size_t start = t->name.start - 1;

	return (struct place){ t->of->source, start, t->content - start };
}

struct place
place_of_content(const xmlNode *element)
{
	const struct tag *t = tag_of(element);

	return (struct place){ t->of->source, t->content,
		t->close - t->content };
}

struct place
place_of_whole(const xmlNode *element)
{
	const struct tag *t = tag_of(element);
	size_t start = t->name.start - 1;

	return (struct place){ t->of->source, start, end_of(element) - start };
}

/* Blanks before the node are not in the tree, so the node begins at the first
 * character that is none. */
struct place
place_of_text_node(const xmlNode *text, size_t byte)
{
	const struct tag *parent = tag_of(text->parent);
	const struct source *source = parent->of->source;
	struct span raw = { parent->content, parent->close };
	size_t width, blank = 0;
	const xmlNode *before = text->prev;

	while (before != NULL && before->type != XML_ELEMENT_NODE)
		before = before->prev;
	if (before != NULL)
		raw.start = end_of(before);
	for (;; blank++) {
		size_t at = lexed_offset(source, raw, blank, &width);

		if (at >= raw.end ||
		    strchr(" \t\n", source->bytes[at]) == NULL)
			break;
	}
	byte -= strspn((const char *)text->content, " \t\n");
	return place_in(source, raw, blank + byte, 1);
}

/* ---- the tree ---- */

bool
catalog_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	    strcmp((const char *)node->name, name) == 0 && node->ns != NULL &&
	    strcmp((const char *)node->ns->href, CATALOG_NAMESPACE) == 0;
}

xmlAttr *
catalog_attribute_node(const xmlNode *element, const char *name)
{
	bool is_lang = strcmp(name, "xml:lang") == 0;

	for (xmlAttr *a = element->properties; a != NULL; a = a->next) {
		if (is_lang ? a->ns != NULL && strcmp((const char *)a->name,
		    "lang") == 0 && strcmp((const char *)a->ns->href,
		    (const char *)XML_XML_NAMESPACE) == 0
		    : a->ns == NULL && strcmp((const char *)a->name, name) == 0)
			return a;
	}
	return NULL;
}

const char *
catalog_attribute(const xmlNode *element, const char *name)
{
	const xmlAttr *a = catalog_attribute_node(element, name);

	if (a == NULL)
		return NULL;
	/* a checked value is one text node: references are resolved by the
	 * parser, entities of one's own do not exist */
	return a->children == NULL ? "" : (const char *)a->children->content;
}

xmlNode *
catalog_child(const xmlNode *element, const char *name)
{
	for (xmlNode *n = element->children; n != NULL; n = n->next)
		if (catalog_is(n, name))
			return n;
	return NULL;
}

xmlNode *
catalog_next(const xmlNode *element, const char *name)
{
	for (xmlNode *n = element->next; n != NULL; n = n->next)
		if (catalog_is(n, name))
			return n;
	return NULL;
}

xmlNode *
catalog_text(const xmlNode *field, const char *language)
{
	for (xmlNode *n = catalog_child(field, "text"); n != NULL;
	     n = catalog_next(n, "text")) {
		const char *code = catalog_attribute(n, "xml:lang");

		if (code != NULL && strcmp(code, language) == 0)
			return n;
	}
	return NULL;
}
