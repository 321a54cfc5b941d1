/* SPDX-License-Identifier: MIT */
/* output.h - standard output, past stdio */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "text.h"

/* Begins to write past stdio: what that holds goes out first, and a reader
 * that goes away ends the output, not the process. */
void output_begin(void);

/* Writes all and empties it.  False where that failed: then the fault was
 * told, but not that a reader went away, which is its good right. */
bool output_write(struct text *t);

#endif
