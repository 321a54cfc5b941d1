/* SPDX-License-Identifier: MIT */
/* escape.h - one escaper for each language that outputs are written in.
 *
 * Each adds s to out so that a reader of that language gets s back, byte for
 * byte (but c_comment, which is for people).  Each returns false, and adds
 * nothing, where s holds what must not get into an output: bytes that are no
 * UTF-8, control characters, bidirectional controls and whatever else cannot
 * be seen (unicode_refused()), and U+2028 and U+2029 where the language takes
 * them for the end of a line.  Line feeds and tabs are carried where noted. */
#ifndef GEN_ESCAPE_H
#define GEN_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"

typedef bool escape_function(struct buffer *out, const char *s, size_t size);

/* A C or C++ string literal with its quotes, ASCII alone, with no trigraph
 * and no piece of more than 4,000 bytes: longer ones go on in a literal on
 * the next line.  Carries line feeds and tabs, U+2028 and U+2029. */
escape_function escape_c_string;

/* The same; each literal has at most width bytes, quotes included, where
 * words are not longer.  indent stands before all but the first. */
bool escape_c_string_split(struct buffer *out, const char *s, size_t size,
    size_t width, const char *indent);

/* Text for a C comment: what would end or open a comment gets a blank in
 * between, non-ASCII text becomes a question mark.  Carries line feeds. */
escape_function escape_c_comment;

/* An id as (part of) a C macro or enumerator: letters in upper case, '_' for
 * '-' and '.'; refuses an empty one, and any other byte. */
escape_function escape_c_identifier;

/* roff running text, and an argument of a macro with quotes around it.  Text
 * carries line feeds; UTF-8 is kept. */
escape_function escape_roff;
escape_function escape_roff_argument;

/* A string of a PO file, and of JSON, both with their quotes.  Both carry line
 * feeds and tabs; JSON also U+2028 and U+2029, and is safe in a script element
 * of HTML: '<' and '&' are written as escapes. */
escape_function escape_po_string;
escape_function escape_json_string;

/* A field of RFC 4180, in quotes where it needs them.  A spreadsheet would
 * run what begins with = + - or @: such a field gets an apostrophe first. */
escape_function escape_csv_field;

/* XML and HTML: content of an element; of an attribute between double
 * quotes.  Both carry line feeds and tabs. */
escape_function escape_xml_text;
escape_function escape_xml_attribute;

/* What the escapers refuse in s: its code point, or 0 for a byte that is no
 * UTF-8.  *why is NULL where they refuse nothing. */
unsigned long escape_refused(const char *s, size_t size, const char **why);

#endif
