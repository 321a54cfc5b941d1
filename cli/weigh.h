/* SPDX-License-Identifier: MIT */
/* weigh.h - how much a verdict says */
#ifndef CLI_WEIGH_H
#define CLI_WEIGH_H

#include "mailerr.h"
#include "text.h"

/* A longer statement is cut: it is no longer one. */
#define STATEMENT_BYTES 16384

/* From here on no better words are looked for. */
#define WEIGHT_ENOUGH 5

/* How much a verdict says: 0 nothing, 1 that it was refused, more a reason,
 * the surer the larger. */
int weight_of(const mailerr_verdict *v);

/* Explains the words and weighs what comes out. */
int weigh(const mailerr_context *c, struct slice words, mailerr_verdict *v);

#endif
