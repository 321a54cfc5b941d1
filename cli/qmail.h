/* SPDX-License-Identifier: MIT */
/* qmail.h - lines of qmail-send's log, which write blanks as underscores */
#ifndef CLI_QMAIL_H
#define CLI_QMAIL_H

#include "mailerr.h"
#include "text.h"

/* mailerr_explain() of a line.  Of "delivery 15: failure: 192.0.2.25_does_not_
 * like_recipient./Remote_host_said:_550_..." (notqmail, qmail-send.c: blanks
 * are underscores, ends of lines are slashes) the words are read as they were
 * meant, in `plain`, which the verdict's arguments then point into: the caller
 * frees it when the verdict is no longer needed.  Begin with { 0 }. */
void explain_line(struct slice line, struct text *plain, mailerr_verdict *v);

#endif
