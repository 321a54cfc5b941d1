/* SPDX-License-Identifier: MIT */
/* charset.h - text of any character set becomes UTF-8 */
#ifndef CLI_CHARSET_H
#define CLI_CHARSET_H

#include "text.h"

/* Adds the bytes to out as UTF-8.  `charset` is what the message says (NULL or
 * "": nothing).  What is none of its characters becomes U+FFFD, NUL a blank.
 * A set that nobody knows is guessed instead, and the result is false. */
bool charset_decode(struct text *out, const char *charset, struct slice bytes);

/* The size of the UTF-8 sequence at s; 0 where it is none. */
size_t utf8_size(const char *s, size_t size);
bool utf8_valid(struct slice s);

#endif
