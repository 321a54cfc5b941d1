/* SPDX-License-Identifier: MIT */
/* grammar.h - what may stand where in a catalog, as const tables */
#ifndef GEN_GRAMMAR_H
#define GEN_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "catalog.h"
#include "diag.h"

/* A kind of attribute value: a pattern (see pattern.h) or a set of words. */
struct value_type {
	const char *name;              /* in the schema */
	const char *expected;          /* in messages: "three digits, ..." */
	const char *pattern;           /* NULL where words are given */
	size_t max_length;             /* bytes of one value */
	bool list;                     /* several, with blanks between */
	const char *const *words;      /* NULL-ended */
};

enum presence {
	REQUIRED,
	OPTIONAL,
	ONE_OF,          /* exactly one of those marked so */
	ANY_OF,          /* at least one of those marked so */
	WITH_REFERENCE   /* only beside "reference" */
};

struct attribute_rule {
	const char *name;
	const struct value_type *type;
	enum presence presence;
};

enum occurrence { ONE, MAYBE, MANY, SOME }; /* 1, ?, *, + */

struct child_rule {
	const char *name;
	enum occurrence occurrence;
};

enum content {
	ELEMENTS, /* the children in their order */
	TEXT,     /* text alone */
	MIXED     /* text, and the children anywhere in it */
};

#define GRAMMAR_ATTRIBUTES 18
#define GRAMMAR_CHILDREN 13

struct element_rule {
	const char *name;
	enum content content;
	struct attribute_rule attributes[GRAMMAR_ATTRIBUTES]; /* to a NULL name */
	struct child_rule children[GRAMMAR_CHILDREN];
};

/* The rule of an element by its name, or NULL. */
const struct element_rule *grammar_element(const char *name);
const struct element_rule *grammar_element_at(size_t n); /* NULL at the end */
size_t grammar_index(const struct element_rule *rule);   /* its n */
const struct attribute_rule *grammar_attribute(const struct element_rule *rule,
    const char *name);

/* The words of a value one after another: sets start and length of the next
 * at or after *at; false at the end.  Lists are split at blanks. */
bool grammar_next_word(const struct value_type *type, const char *value,
    size_t *at, size_t *length);

/* What the rule says of a child of that name, or NULL.  Its place among the
 * rule's children is the order in which children stand. */
const struct child_rule *grammar_child(const struct element_rule *rule,
    const char *name);

/* Holds a document, the catalog's or an overlay's, against the tables.  Each
 * fault is told once and marks its element (grammar_is_faulty).  False where
 * the root is not what it should be, of this schema version: then nothing else
 * makes sense. */
bool grammar_check(const struct catalog *c, struct diags *d);

/* The grammar found a fault in this element itself; or in it or below it. */
bool grammar_is_faulty(const xmlNode *element);
bool grammar_has_fault_inside(const xmlNode *element);

/* Prints the tables as RELAX NG. */
void grammar_print_schema(FILE *out);

#endif
