/* SPDX-License-Identifier: MIT */
/* rules.h - what the grammar's tables cannot say: is it consistent? */
#ifndef GEN_RULES_H
#define GEN_RULES_H

#include "catalog.h"
#include "diag.h"
#include "phrases.h"

/* Runs every rule over a catalog that grammar_check() has marked; a rule does
 * not look into an element with a fault.  docs/diagnostics.md describes each. */
void rules_check(const struct catalog *c, struct diags *d);

/* For the phrases' tables: leave out what the grammar found a fault in. */
int rules_skip(const xmlNode *element, void *user);

#endif
