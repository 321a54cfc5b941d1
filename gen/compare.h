/* SPDX-License-Identifier: MIT */
/* compare.h - what differs between two catalogs, and what that means for those
 * who use them */
#ifndef GEN_COMPARE_H
#define GEN_COMPARE_H

#include <stdbool.h>
#include <stdio.h>

#include "arena.h"
#include "catalog.h"
#include "diag.h"
#include "names.h"

/* How a change meets programs that were written for the old catalog. */
enum change_effect { CHANGE_ADDED, CHANGE_CHANGED, CHANGE_BROKEN };

struct change {
	enum change_effect effect;
	enum kind kind;
	const char *key;           /* of the entry: "550", "too-many-hops" */
	const char *what;          /* "entry", an attribute, a field, "phrase" */
	const char *before, *after; /* values, or NULL */
	const xmlNode *entry;      /* in the new catalog; NULL: removed */
	const xmlNode *old_entry;  /* in the old one; NULL: added */
	struct change *next;
};

struct comparison {
	const struct catalog *old, *new;
	struct change *changes;    /* in the order of the catalog's parts */
	size_t counts[3];          /* by effect */
};

/* Compares two sound catalogs.  All lives in the arena. */
struct comparison *compare_catalogs(struct arena *arena,
    const struct catalog *old, const struct catalog *new);

/* The version that the new catalog should have: a break asks for the next major
 * one (before 1.0: minor), an addition for the next minor, a change for the
 * next patch; none for the old one. */
const char *compare_next_version(struct arena *arena,
    const struct comparison *c);

void compare_print_text(const struct comparison *c, struct arena *arena,
    FILE *out);
void compare_print_json(const struct comparison *c, struct arena *arena,
    FILE *out);

/* Tells what may never change as faults of the new catalog: an entry removed, a
 * number, symbol or code changed. */
void compare_tell_breaks(const struct comparison *c, struct diags *d);

#endif
