/* SPDX-License-Identifier: MIT */
#include "html.h"

#include <string.h>

#include <libxml/parserInternals.h>

#include "escape.h"

#define XHTML "http://www.w3.org/1999/xhtml"
#define SVG "http://www.w3.org/2000/svg"

static const char *
name_of(const xmlNode *node)
{
	return (const char *)node->name;
}

static bool
is_one_of(const char *name, const char *const *list)
{
	/* most differ in their first letter: this is called for every node */
	for (; *list != NULL; list++)
		if (**list == *name && strcmp(name, *list) == 0)
			return true;
	return false;
}

/* Elements that have no end tag in HTML. */
static bool
is_void(const xmlNode *node)
{
	static const char *const list[] = {
		"area", "base", "br", "col", "embed", "hr", "img", "input",
		"link", "meta", "source", "track", "wbr", NULL,
	};

	return is_one_of(name_of(node), list);
}

/* An HTML parser reads their content as it stands, an XML parser does not. */
static bool
is_raw(const xmlNode *node)
{
	static const char *const list[] = { "script", "style", NULL };

	return node != NULL && node->type == XML_ELEMENT_NODE &&
	    is_one_of(name_of(node), list);
}

static bool
in_namespace(const xmlNode *node, const char *name)
{
	return node->ns != NULL &&
	    strcmp((const char *)node->ns->href, name) == 0;
}

/* In SVG an HTML parser, too, knows "/>". */
static bool
has_no_end(const xmlNode *node)
{
	return is_void(node) ||
	    (in_namespace(node, SVG) && node->children == NULL);
}

static const char *
print_value(struct buffer *out, const xmlAttr *attr)
{
	for (const xmlNode *n = attr->children; n != NULL; n = n->next) {
		const char *s = (const char *)n->content;

		if (s != NULL && !escape_xml_attribute(out, s, strlen(s)))
			return "an attribute holds a character that no page "
			    "may hold";
	}
	return NULL;
}

static const char *
print_attribute(struct buffer *out, const xmlAttr *attr)
{
	const char *fault;

	buffer_byte(out, ' ');
	if (attr->ns != NULL) {
		if (strcmp((const char *)attr->ns->href,
		    (const char *)XML_XML_NAMESPACE) != 0)
			return "an attribute in a namespace that HTML does "
			    "not know";
		buffer_text(out, "xml:");
	}
	buffer_text(out, (const char *)attr->name);
	buffer_text(out, "=\"");
	fault = print_value(out, attr);
	buffer_byte(out, '"');
	return fault;
}

static const char *
print_start(struct buffer *out, const xmlNode *node)
{
	const char *fault = NULL;

	if (node->ns != NULL && !in_namespace(node, XHTML) &&
	    !in_namespace(node, SVG))
		return "an element in a namespace that HTML does not know";
	buffer_byte(out, '<');
	buffer_text(out, name_of(node));
	if (strcmp(name_of(node), "html") == 0)
		buffer_text(out, " xmlns=\"" XHTML "\"");
	else if (strcmp(name_of(node), "svg") == 0)
		buffer_text(out, " xmlns=\"" SVG "\"");
	for (const xmlAttr *a = node->properties; a != NULL && fault == NULL;
	     a = a->next)
		fault = print_attribute(out, a);
	buffer_text(out, has_no_end(node) ? "/>" : ">");
	if (fault == NULL && is_void(node) && node->children != NULL)
		return "an element that HTML keeps empty has content";
	return fault;
}

static void
print_end(struct buffer *out, const xmlNode *node)
{
	if (has_no_end(node))
		return;
	buffer_text(out, "</");
	buffer_text(out, name_of(node));
	buffer_byte(out, '>');
}

static const char *
print_text(struct buffer *out, const xmlNode *node)
{
	const char *s = (const char *)node->content;

	if (s == NULL)
		return NULL;
	if (node->name == xmlStringTextNoenc)
		return "disable-output-escaping has no place here";
	if (is_raw(node->parent)) {
		if (strpbrk(s, "<&") != NULL)
			return "script and style must not hold '<' or '&'";
		buffer_text(out, s);
		return NULL;
	}
	if (!escape_xml_text(out, s, strlen(s)))
		return "a text holds a character that no page may hold";
	return NULL;
}

static const char *
print_comment(struct buffer *out, const xmlNode *node)
{
	const char *s =
	    node->content == NULL ? "" : (const char *)node->content;

	if (strstr(s, "--") != NULL || *s == '>' || *s == '-' ||
	    (*s != '\0' && s[strlen(s) - 1] == '-'))
		return "a comment that a parser would end early";
	buffer_text(out, "<!--");
	buffer_text(out, s);
	buffer_text(out, "-->");
	return NULL;
}

static const char *
print_node(struct buffer *out, const xmlNode *node)
{
	if (is_raw(node->parent) && node->type != XML_TEXT_NODE &&
	    node->type != XML_CDATA_SECTION_NODE)
		return "script and style hold nothing but text";
	switch (node->type) {
	case XML_ELEMENT_NODE:
		return print_start(out, node);
	case XML_TEXT_NODE:
	case XML_CDATA_SECTION_NODE:
		return print_text(out, node);
	case XML_COMMENT_NODE:
		return print_comment(out, node);
	default:
		return "a node that has no place in HTML";
	}
}

/* Without recursion: a tree may be deep. */
static const char *
print_tree(struct buffer *out, const xmlNode *root, const xmlNode **at)
{
	const xmlNode *node = root;

	for (;;) {
		const char *fault = print_node(out, node);

		*at = node;
		if (fault != NULL)
			return fault;
		if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
			node = node->children;
			continue;
		}
		if (node->type == XML_ELEMENT_NODE)
			print_end(out, node);
		while (node != root && node->next == NULL) {
			node = node->parent;
			print_end(out, node);
		}
		if (node == root)
			return NULL;
		node = node->next;
	}
}

const char *
html_print(struct buffer *out, const xmlDoc *doc, const xmlNode **at)
{
	const xmlNode *root = NULL;

	for (const xmlNode *n = doc->children; n != NULL; n = n->next) {
		*at = n;
		if (n->type == XML_ELEMENT_NODE && root == NULL &&
		    strcmp(name_of(n), "html") == 0)
			root = n;
		else if (!xmlIsBlankNode(n))
			return "a page is one html element";
	}
	if (root == NULL)
		return "a page is one html element";
	buffer_text(out, "<!DOCTYPE html>\n");
	const char *fault = print_tree(out, root, at);
	buffer_byte(out, '\n');
	return fault;
}
