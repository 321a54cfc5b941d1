/* SPDX-License-Identifier: MIT */
/* rules_internal.h - what the files rules*.c share */
#ifndef GEN_RULES_INTERNAL_H
#define GEN_RULES_INTERNAL_H

#include <libxml/hash.h>

#include "catalog.h"
#include "diag.h"
#include "names.h"

struct language {
	const char *code;
	bool complete;
};

struct rules {
	const struct catalog *c;
	struct diags *d;
	struct arena *arena;
	struct names *names;
	struct language *languages;
	size_t language_count;
	struct terms *terms;        /* rules_terms.c */
	xmlHashTable *told;         /* what one message speaks for already */
	xmlHashTable *translations; /* English text, language -> first element */
	xmlNode *element;           /* the one being checked */
	const char *text;           /* its string value, where it is a text */
};

typedef void rule_function(struct rules *r, xmlNode *element);

struct rule {
	const char *element;  /* run on each of that name, or one of these */
	rule_function *check;
};

#define EVERY_ELEMENT "*"
#define FIRST "first"         /* once, on the root, before all others */
#define LAST "last"           /* once, on the root, after all others */

/* Rules by theme, each table ended by a NULL check. */
extern const struct rule rules_of_names[];
extern const struct rule rules_of_texts[];
extern const struct rule rules_of_terms[];
extern const struct rule rules_of_entries[];
extern const struct rule rules_of_phrases[];

/* An empty table; the caller frees it with xmlHashFree(). */
xmlHashTable *rules_new_table(void);

/* The string value of an element; in the arena or in the tree. */
const char *rules_string(const struct rules *r, const xmlNode *element);

#endif
