/* SPDX-License-Identifier: MIT */
/* unicode.h - what a text may hold */
#ifndef GEN_UNICODE_H
#define GEN_UNICODE_H

#include <stdbool.h>
#include <stddef.h>

/* The code point at p, at most left bytes; 0 bytes where it is no UTF-8
 * (overlong, surrogate, truncated, above U+10FFFF). */
size_t unicode_decode(const char *p, size_t left, unsigned long *code);

/* NULL, or what the code point is that no text may hold: "a control
 * character", "a bidirectional control", "a zero-width character", ... */
const char *unicode_refused(unsigned long code);

/* Columns on a terminal: 0, 1 or 2. */
int unicode_width(unsigned long code);
size_t unicode_columns(const char *text);
size_t unicode_length(const char *text); /* code points */

/* The offset of the first code point that is not as in normalisation form C
 * (Unicode Annex 15), or length where all is. */
size_t unicode_not_nfc(const char *text, size_t length);

#endif
