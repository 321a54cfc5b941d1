/* SPDX-License-Identifier: MIT */
/* mask.h - what stays of a line when all that is special in it is taken out */
#ifndef CLI_MASK_H
#define CLI_MASK_H

#include "text.h"

/* More of a masked line is cut off. */
#define MASK_BYTES 400

/* Adds the line with placeholders for what changes from mail to mail, as the
 * catalog's phrases have them: {address} {host} {ip} {number}, {word} for ids
 * and URLs, {text} between quotation marks.  A reply code at the beginning and
 * status codes stay.  A brace of the line's own is doubled. */
void mask_line(struct text *out, struct slice line);

#endif
