/* SPDX-License-Identifier: MIT */
/* catalog.h - catalog.xml as bytes, positions and a tree */
#ifndef GEN_CATALOG_H
#define GEN_CATALOG_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "arena.h"
#include "diag.h"
#include "source.h"

#define CATALOG_NAMESPACE "urn:mailerr:catalog:1"
#define CATALOG_SCHEMA_VERSION "1.0"
#define CATALOG_BYTES_MAX ((size_t)256 * 1024 * 1024)

struct catalog {
	struct source *source;
	xmlDoc *doc;         /* blank nodes of element content dropped */
	struct arena *arena; /* not owned */
	struct catalog *overlays; /* owned, in the order in which they came */
	struct catalog *next;     /* of an overlay: the next one */
	bool names_in_doubt;   /* a fault may have kept entries from coming in */
	bool phrases_in_doubt; /* or phrases from coming or going */
};

/* Reads, checks the bytes and parses.  NULL after the first fault, which is
 * told alone; *unreadable is then true where the file could not be read at
 * all.  The caller owns the result: catalog_free(). */
struct catalog *catalog_load(struct arena *arena, const char *path,
    struct diags *d, bool *unreadable);
struct catalog *catalog_parse(struct arena *arena, struct source *source,
    struct diags *d);
void catalog_free(struct catalog *c); /* NULL is fine */

/* Loads an overlay; the catalog keeps it, and its nodes may move into the
 * catalog's tree.  NULL and *unreadable as above; NULL also for a file that
 * was given before. */
struct catalog *catalog_load_overlay(struct catalog *of, const char *path,
    struct diags *d, bool *unreadable);

/* Moves an element, of the same catalog or of an overlay of it, before another
 * child of parent, or after the last one (NULL). */
void catalog_move(xmlNode *element, xmlNode *parent, xmlNode *before);

/* Puts the value of an overlay's attribute in place of an entry's own. */
void catalog_override(xmlNode *entry, xmlAttr *attr);

/* Notes that a fault in the element was told: what follows from it is not. */
void catalog_mark(const xmlNode *element);

/* Notes that an entry is there twice: it is told, and nothing else in it. */
void catalog_pass_over(const xmlNode *element);
bool catalog_is_passed_over(const xmlNode *element);

/* Which file the element stands in: 0 is the catalog, 1 on are the overlays in
 * the order in which they were given. */
size_t catalog_file(const xmlNode *element);

/* As strcmp(): by file, then by place in it. */
int catalog_compare_places(const xmlNode *a, const xmlNode *b);

/* True of an attribute that catalog_override() put there; NULL is none. */
bool catalog_is_overridden(const xmlAttr *attr);

/* Where things stand, in whichever file.  An element: its '<' and name.  An
 * attribute: its name; its value from the byte-th byte of the parsed value
 * on.  A text: the byte-th byte of the element's string value. */
struct place place_of_element(const xmlNode *element);
struct place place_of_attribute(const xmlAttr *attr);
struct place place_of_value(const xmlAttr *attr, size_t byte, size_t length);
/* An attribute's whole value; the element where it is absent. */
struct place place_of_value_of(const xmlNode *element, const char *attribute);
struct place place_of_text(const xmlNode *element, size_t byte, size_t length);
/* An element's bytes: its start tag, what is in it, all of it. */
struct place place_of_start_tag(const xmlNode *element);
struct place place_of_content(const xmlNode *element);
struct place place_of_whole(const xmlNode *element);
/* The byte-th byte of a text node in element content. */
struct place place_of_text_node(const xmlNode *text, size_t byte);

/* The value of an attribute without namespace, or of xml:lang; NULL where it
 * is absent.  Points into the tree. */
const char *catalog_attribute(const xmlNode *element, const char *name);
xmlAttr *catalog_attribute_node(const xmlNode *element, const char *name);

/* The first child element of that name; the next sibling of that name. */
xmlNode *catalog_child(const xmlNode *element, const char *name);
xmlNode *catalog_next(const xmlNode *element, const char *name);
bool catalog_is(const xmlNode *node, const char *name);

/* A field's text in a language, or NULL. */
xmlNode *catalog_text(const xmlNode *field, const char *language);

#endif
