/* SPDX-License-Identifier: MIT */
/* said.h - which words of an error mail speak of which recipient */
#ifndef CLI_SAID_H
#define CLI_SAID_H

#include "mailerr.h"
#include "prose.h"
#include "report.h"

struct said {
	struct prose prose;
	int *weights;     /* of its statements */
	size_t *owners;   /* of each line: which recipient it begins; NOBODY */
	size_t *named;    /* the recipients that statements name */
	size_t *named_at; /* where a statement's begin in there; one more */
};

/* Reads the words, which must live as long as it does, and weighs what they
 * say; `known` is what is known of the message. */
void said_read(struct said *s, struct slice words,
    const mailerr_context *known);

/* Finds out of whom the statements speak.  Once, when all are known. */
void said_index(struct said *s, const struct report *recipients);

/* The best statement on the recipient (a place in `recipients`; any other one
 * where nobody is known), if it weighs more than `weight`: first in its own
 * lines, then in what names it, then anywhere but in what is said of others;
 * that only where nothing else is said at all.  NULL: none. */
const struct statement *said_of(const struct said *s, size_t recipient,
    int weight);

void said_free(struct said *s);

#endif
