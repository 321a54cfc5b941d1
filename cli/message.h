/* SPDX-License-Identifier: MIT */
/* message.h - what a mail holds, decoded to UTF-8; the one file that knows the
 * MIME library is message.c */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "text.h"

struct message {
	struct text headers;     /* "Name: value" lines, unfolded */
	struct text words;       /* for people */
	struct text report;      /* message/delivery-status */
	struct text feedback;    /* message/feedback-report (RFC 5965) */
	struct text disposition; /* message/disposition-notification */
	struct text original;    /* the returned message's headers */
	struct text inner;       /* that message, where no report comes with it */
	struct text type;        /* of multipart/report: "delivery-status" */
};

/* Once, before any message and any thread. */
void message_begin(void);

/* Takes a message apart.  A fault in it is no error: what can be read is, and
 * the rest is left out.  message_free() in the end. */
void message_read(struct message *m, struct slice bytes);
void message_free(struct message *m);

/* The value of a header; empty where there is none. */
struct slice message_header(const struct message *m, const char *name);

#endif
