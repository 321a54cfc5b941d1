/* SPDX-License-Identifier: MIT */
/* markup.h - the words of an HTML part */
#ifndef CLI_MARKUP_H
#define CLI_MARKUP_H

#include "text.h"

/* Adds the text of the HTML (UTF-8) to out: tags gone, blocks on lines of
 * their own, entities as characters; scripts, styles and comments left out. */
void markup_text(struct text *out, struct slice html);

#endif
