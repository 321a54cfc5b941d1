/* SPDX-License-Identifier: MIT */
/* names.h - what a catalog defines, by kind and key */
#ifndef GEN_NAMES_H
#define GEN_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "catalog.h"

enum kind {
	KIND_LANGUAGE, KIND_LABEL, KIND_SECTION, KIND_REFERENCE, KIND_COMMAND,
	KIND_EMITTER, KIND_REASON, KIND_REPLY, KIND_STATUS_CLASS, KIND_SUBJECT,
	KIND_STATUS, KIND_NOTICE, KIND_MISTAKE, KIND_VOCABULARY,
	KIND_COUNT
};

struct kind_rule {
	const char *container, *element; /* "replies", "reply" */
	const char *key;                 /* its attribute: "code" */
	const char *noun;                /* in messages: "reply code" */
	const char *rule;                /* "duplicate-code" */
	const char *second;              /* a second unique attribute, or NULL */
	const char *second_rule;
	bool ordered;                    /* entries ascend by order_by */
	const char *order_by;
};

extern const struct kind_rule kinds[KIND_COUNT];

struct names;

/* Collects every definition, also of entries with a fault.  Lives in the
 * arena, but for a table that names_free() releases. */
struct names *names_collect(struct arena *arena, const struct catalog *c);
void names_free(struct names *n);

/* The (first) entry of that key, or NULL. */
xmlNode *names_find(const struct names *n, enum kind kind, const char *key);

/* True where a missing key is likely one that another fault has spoilt: an
 * entry whose key is bad, missing or taken twice, or whose element is unknown. */
bool names_in_doubt(struct names *n, enum kind kind, const char *key);

/* A number that ascends as codes, digits and numbers are ordered. */
unsigned long names_order(const char *value);

/* The known key that was probably meant, or NULL. */
const char *names_nearest(const struct names *n, enum kind kind,
    const char *key);

/* The entries of a kind as they stand in their files, the catalog's first, then
 * the overlays'; faulty ones included. */
size_t names_count(const struct names *n, enum kind kind);
xmlNode *names_entry(const struct names *n, enum kind kind, size_t i);

#endif
