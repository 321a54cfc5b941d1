/* SPDX-License-Identifier: MIT */
/* report.h - the delivery status of RFC 3464 */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "text.h"

/* What is known of one recipient.  Empty where the report has no such field. */
struct report_recipient {
	struct text address;    /* the final one, else the original one */
	struct text action;     /* "failed" */
	struct text status;     /* "5.1.1" */
	struct text diagnostic; /* "smtp; 550 5.1.1 ...", a line a field */
	struct text host;       /* of Remote-MTA */
	bool final;             /* there was a Final-Recipient */
};

struct report {
	struct report_recipient *recipients;
	size_t count, room;
};

/* Adds the recipients of a report to r.  `fields` is the body of a
 * message/delivery-status part, or any text that holds such fields: lines that
 * are none are passed over, and empty lines may be missing or too many. */
void report_read(struct report *r, struct slice fields);

/* The place of the recipient with that address; r->count: there is none. */
size_t report_find(const struct report *r, struct slice address);

/* Adds an empty one; it lives until the next is added. */
struct report_recipient *report_add(struct report *r);
void report_free(struct report *r);

#endif
