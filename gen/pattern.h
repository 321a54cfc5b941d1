/* SPDX-License-Identifier: MIT */
/* pattern.h - the part of XML Schema's regular expressions that the grammar's
 * tables use, so that one pattern serves the check and the printed schema */
#ifndef GEN_PATTERN_H
#define GEN_PATTERN_H

#include <stdbool.h>

/* Whether the whole text matches.  Known: literal bytes, '\' before one,
 * '.' (any but a line end), [a-z0-9] and [^...], groups with '|', and ? * +
 * {n,m} behind any of them. */
bool pattern_matches(const char *pattern, const char *text);

#endif
