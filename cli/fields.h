/* SPDX-License-Identifier: MIT */
/* fields.h - "Name: value" lines: headers, and the reports of RFC 3464 */
#ifndef CLI_FIELDS_H
#define CLI_FIELDS_H

#include "text.h"

/* Takes the next field off *s, with the lines that continue it; what is no
 * field is passed over.  The value is added to `value` (emptied before),
 * unfolded: a blank stands for each break.  `gap` says whether an empty line
 * stood before it (NULL is fine).  False at the end. */
bool fields_next(struct slice *s, struct slice *name, struct text *value,
    bool *gap);

/* The value of the first field of that name in lines that are unfolded
 * already; empty where there is none. */
struct slice fields_find(struct slice lines, const char *name);

/* Whether the line looks like a header: a name without blanks, a colon. */
bool fields_is_header(struct slice line);

#endif
