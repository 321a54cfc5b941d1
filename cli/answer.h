/* SPDX-License-Identifier: MIT */
/* answer.h - a verdict as a line, for people and for programs */
#ifndef CLI_ANSWER_H
#define CLI_ANSWER_H

#include "cli.h"
#include "text.h"

struct answers; /* the words for all values, ready to be copied */

/* Made once and only read from then on: threads may share it. */
struct answers *answers_new(const struct options *o);
void answers_free(struct answers *a);

/* Each adds an answer to out, without what ends it: the tab-separated columns
 * without a line feed, the JSON object without its last brace. */
void answer_tsv(const struct answers *a, struct text *out,
    const mailerr_verdict *v);
void answer_json(const struct answers *a, struct text *out,
    const mailerr_verdict *v);

/* "mailbox-full: Mailbox full (temporary, 450 4.2.2)", without a line feed. */
void answer_summary(struct text *out, const mailerr_verdict *v,
    const struct options *o);

/* All about it, on standard output. */
void answer_page(const mailerr_verdict *v, const struct options *o);

/* The same below a heading of the caller's: meaning, actions, what is known. */
void answer_body(const mailerr_verdict *v, const struct options *o);

/* "450 4.2.2"; "" where there is neither. */
void answer_codes(struct text *out, const mailerr_verdict *v);

/* Adds `,"name":"value"`; null where value is empty. */
void answer_json_field(struct text *out, const char *name,
    struct slice value);
void answer_json_string(struct text *out, struct slice s);

/* Adds a column, "-" where it is empty; tabs and line feeds become blanks. */
void answer_tsv_column(struct text *out, struct slice s);

#endif
