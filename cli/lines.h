/* SPDX-License-Identifier: MIT */
/* lines.h - standard input, line by line, on several threads and in order */
#ifndef CLI_LINES_H
#define CLI_LINES_H

#include "cli.h"
#include "text.h"

/* What is done with the lines. */
struct lines {
	/* Adds what a line gives to out; false: it was not answered.  Any
	 * thread; a line without its line feed, of LINE_BYTES at most. */
	bool (*answer)(const void *of, struct text *out, struct slice line);
	/* Takes what many lines gave, in their order, and empties it; false:
	 * no more is wanted, for a fault that was told. */
	bool (*take)(void *of, struct text *out);
	void *of;
};

/* Reads all lines.  The result is the exit status. */
int lines_run(const struct lines *use, unsigned jobs);

#endif
