/* SPDX-License-Identifier: MIT */
/* table.h - many messages for people: a line a recipient, and how often which
 * reason came */
#ifndef CLI_TABLE_H
#define CLI_TABLE_H

#include "cli.h"
#include "text.h"

/* How often each reason came. */
struct tally {
	size_t *counts; /* by the reason's number */
	size_t size;
};

void tally_add(struct tally *t, enum mailerr_reason_id reason, size_t n);
void tally_join(struct tally *t, const struct tally *other);
size_t tally_of(const struct tally *t, enum mailerr_reason_id reason);
void tally_clear(struct tally *t);
void tally_free(struct tally *t);

/* Adds the line of a recipient.  `number` is the message's in its file. */
void table_row(struct text *out, const mailerr_verdict *v,
    struct slice recipient, const char *name, size_t number);

/* Adds the reasons, the most frequent first. */
void table_summary(struct text *out, const struct tally *t, size_t messages,
    const struct options *o);

/* Prints, on standard output, what was said: at most some lines of it. */
void table_quote(struct slice words, const struct options *o);

#endif
