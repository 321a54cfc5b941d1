/* SPDX-License-Identifier: MIT */
/* wrap.h - breaks text into lines of a width */
#ifndef GEN_WRAP_H
#define GEN_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"

/* Adds s to out in lines of at most width columns, the prefix before each
 * counted.  Lines break at blanks, and beside wide characters (Japanese)
 * where its rules allow: no line begins with a closing sign or a small kana,
 * none ends with an opening bracket.  What cannot be broken runs over.  A
 * line feed in s always ends a line.  There is no line feed after the last
 * line, and no blank at any line's end.  False, and nothing added, where s is
 * no UTF-8. */
bool wrap_text(struct buffer *out, const char *s, size_t size, size_t width,
    const char *prefix);

#endif
