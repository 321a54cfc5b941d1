/* SPDX-License-Identifier: MIT */
#include "stylesheet.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxslt/documents.h>

#include "arena.h"
#include "xslt_ext.h"

#define PARSE_BASE (XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA)
#if LIBXML_VERSION >= 21400
#define PARSE_OPTIONS (PARSE_BASE | XML_PARSE_NO_XXE | XML_PARSE_NO_SYS_CATALOG)
#elif LIBXML_VERSION >= 21300
#define PARSE_OPTIONS (PARSE_BASE | XML_PARSE_NO_XXE)
#else
#define PARSE_OPTIONS PARSE_BASE
#endif

/* ---- reading ---- */

static bool
is_xslt(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
	    strcmp((const char *)node->ns->href,
	    (const char *)XSLT_NAMESPACE) == 0 &&
	    strcmp((const char *)node->name, name) == 0;
}

/* An address of its own, where only a path in the templates may stand. */
static bool
imports_address(const xmlNode *node)
{
	xmlChar *href;
	bool address;

	if (!is_xslt(node, "import") && !is_xslt(node, "include"))
		return false;
	href = xmlGetNoNsProp(node, (const xmlChar *)"href");
	address = href != NULL && strchr((const char *)href, ':') != NULL;
	xmlFree(href);
	return address;
}

/* What XSLT has, and stylesheets here must not use. */
static bool
is_allowed(struct said *said, const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	const char *fault = NULL;

	if (doc->intSubset != NULL) {
		said_fault(said, root, "a stylesheet must not have a DOCTYPE");
		return false;
	}
	for (const xmlNode *n = root->children; n != NULL && fault == NULL;
	     n = n->next) {
		if (is_xslt(n, "strip-space"))
			fault = "xsl:strip-space would edit the catalog, which "
			    "all targets share; it has no blank nodes to strip";
		else if (imports_address(n))
			fault = "only other templates can be imported";
		if (fault != NULL)
			said_fault(said, n, "%s", fault);
	}
	return fault == NULL;
}

static xmlDoc *
parse_file(const struct template_file *file, const char *url, xmlDict *dict)
{
	xmlParserCtxt *parser = xmlNewParserCtxt();
	xmlDoc *doc;

	if (parser == NULL)
		memory_die();
	if (dict != NULL) {
		/* imports share the names of who imports them */
		xmlDictFree(parser->dict);
		parser->dict = dict;
		xmlDictReference(dict);
	}
	doc = xmlCtxtReadMemory(parser, file->bytes, (int)file->size, url,
	    NULL, PARSE_OPTIONS);
	xmlFreeParserCtxt(parser);
	return doc;
}

xmlDoc *
stylesheet_parse(struct said *said, const char *path, xmlDict *dict)
{
	struct template_file file;
	const char *fault = templates_read(said->templates, path, &file);
	const char *url = arena_printf(said->diags->arena, "%s%s",
	    TEMPLATES_SCHEME, path);
	xmlDoc *doc;

	if (fault == NULL && file.size == 0) /* the parser would be silent */
		fault = "the file is empty";
	if (fault != NULL && strcmp(path, said->stylesheet) == 0)
		said_fault(said, NULL, "%s", fault);
	else if (fault != NULL) /* of an import: libxslt knows its place */
		said_reason(said, templates_name(said->templates, path), fault);
	if (fault != NULL)
		return NULL;
	doc = parse_file(&file, url, dict);
	if (doc == NULL || is_allowed(said, doc))
		return doc;
	xmlFreeDoc(doc);
	return NULL;
}

xsltStylesheet *
stylesheet_compile(struct said *said, const char *path, xmlDoc *doc)
{
	xsltStylesheet *style = xsltNewStylesheet();

	if (style == NULL)
		memory_die();
	style->_private = said;
	said_begin(said, path, NULL);
	if (xsltParseStylesheetUser(style, doc) != 0) {
		if (style->doc == NULL)
			xmlFreeDoc(doc);
		if (said_nothing(said))
			said_fault(said, NULL, "the stylesheet is not one");
	}
	if (said_end(said))
		return style;
	xsltFreeStylesheet(style);
	return NULL;
}

/* ---- the lock ---- */

/* The said of the stylesheet that all others are imported into. */
static struct said *
said_of(const xsltStylesheet *style)
{
	while (style->parent != NULL)
		style = style->parent;
	return style->_private;
}

/* Imports and includes come here, and document(), which has none to read. */
static xmlDoc *
load(const xmlChar *uri, xmlDict *dict, int options, void *user,
    xsltLoadType type)
{
	const char *url = (const char *)uri;
	size_t n = strlen(TEMPLATES_SCHEME);

	(void)options;
	if (type == XSLT_LOAD_DOCUMENT) {
		xsltTransformContext *ctxt = user;
		const struct run *run = ctxt->_private;

		said_fault(run->said, ctxt->inst,
		    "document() has nothing to read here: %s", url);
		ctxt->state = XSLT_STATE_STOPPED;
		return NULL;
	}
	if (strncmp(url, TEMPLATES_SCHEME, n) == 0)
		return stylesheet_parse(said_of(user), url + n, dict);
	said_reason(said_of(user), url, "not one of the templates");
	return NULL;
}

static xmlParserInput *
load_no_entity(const char *url, const char *id, xmlParserCtxt *parser)
{
	(void)url;
	(void)id;
	(void)parser;
	return NULL;
}

/* Addresses of templates have a scheme, and look like the network's. */
static int
may_read(xsltSecurityPrefs *preferences, xsltTransformContext *ctxt,
    const char *url)
{
	(void)preferences;
	(void)ctxt;
	return strncmp(url, TEMPLATES_SCHEME, strlen(TEMPLATES_SCHEME)) == 0;
}

/* As the default, because xsl:import never asks a context. */
static xsltSecurityPrefs *
forbid(void)
{
	static const xsltSecurityOption all[] = {
		XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
		XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_WRITE_NETWORK,
	};
	xsltSecurityPrefs *p = xsltNewSecurityPrefs();

	if (p == NULL)
		memory_die();
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		xsltSetSecurityPrefs(p, all[i], xsltSecurityForbid);
	xsltSetSecurityPrefs(p, XSLT_SECPREF_READ_NETWORK, may_read);
	xsltSetDefaultSecurityPrefs(p);
	return p;
}

void
lock_on(struct lock *lock, struct said *said)
{
	lock->said = said;
	lock->preferences = forbid();
	lock->entities = xmlGetExternalEntityLoader();
	xmlSetExternalEntityLoader(load_no_entity);
	xsltSetLoaderFunc(load);
	said_start(said);
}

void
lock_off(struct lock *lock)
{
	said_stop();
	xsltSetLoaderFunc(NULL);
	xmlSetExternalEntityLoader(lock->entities);
	xsltSetDefaultSecurityPrefs(NULL);
	xsltFreeSecurityPrefs(lock->preferences);
}
