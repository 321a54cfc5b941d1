/* SPDX-License-Identifier: MIT */
/* prose.h - the words of an error mail: what is said of whom */
#ifndef CLI_PROSE_H
#define CLI_PROSE_H

#include "text.h"

/* What the words are, and what was sent back with them as plain text. */
struct prose_parts {
	struct slice words, original;
};

/* Parts the words from the returned message behind them. */
struct prose_parts prose_part(struct slice text);

/* One statement: a reply, a sentence, a paragraph; its lines joined by
 * blanks, but the lines of one reply by line feeds. */
struct statement {
	struct text text;
	size_t first, last; /* its lines */
	bool fragment;      /* a line of a statement that has several */
};

struct prose_line {
	struct slice text;    /* trimmed */
	struct slice address; /* of an address line; empty */
	int indent;           /* blanks before it; a tab is worth eight */
	bool continues;       /* it is set in below an address line */
};

struct prose {
	struct prose_line *lines;
	size_t line_count;
	struct statement *statements;
	size_t count, room;
};

/* Reads words; they must live as long as p.  prose_free() in the end. */
void prose_read(struct prose *p, struct slice words);
void prose_free(struct prose *p);

/* Whether the line names the one address of which the next ones speak. */
bool prose_address_line(struct slice line, struct slice *address);

/* Whether the line begins with a reply code: "550 no", "550-no". */
bool prose_is_reply(struct slice line);

#endif
