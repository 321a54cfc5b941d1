/* SPDX-License-Identifier: MIT */
/* bounce.h - what a message says of each recipient */
#ifndef CLI_BOUNCE_H
#define CLI_BOUNCE_H

#include "mailerr.h"
#include "message.h"
#include "text.h"

struct bounce_row {
	mailerr_verdict verdict; /* its arguments point into words */
	struct text words;       /* that were explained */
	struct text recipient;   /* empty: nobody is named */
	struct text host;        /* that refused, where a report says so */
};

struct bounce {
	struct bounce_row *rows; /* at least one */
	size_t count, room;
	struct text id;          /* the Message-ID, without brackets */
};

/* What the message says; one row a recipient.  A message that is no error
 * mail, complaint, receipt or automatic reply has one row: reason unknown.
 * bounce_free() in the end. */
void bounce_read(struct bounce *b, const struct message *m);
void bounce_free(struct bounce *b);

#endif
