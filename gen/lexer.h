/* SPDX-License-Identifier: MIT */
/* lexer.h - the bytes of a catalog: are they well-formed, and where does what
 * stand?  libxml2 knows only where a start tag ends, and counts bytes. */
#ifndef GEN_LEXER_H
#define GEN_LEXER_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "diag.h"
#include "source.h"

struct span {
	size_t start, end; /* offsets in the bytes, end excluded */
};

struct tag_attribute {
	struct span name, value; /* the value without its quotes */
};

struct lexed;

struct tag {
	struct lexed *of;    /* whose tag it is, and so of which file */
	struct span name;    /* of the start tag; '<' stands just before */
	size_t content;      /* after the start tag's '>' */
	size_t close;        /* the '<' of the end tag; content if empty */
	size_t attribute;    /* the first, in lexed.attributes */
	size_t attribute_count;
	size_t parent;       /* the enclosing tag's index; of the root: itself */
	bool faulty;         /* a fault in this element was told */
	bool faulty_inside;  /* in it or below it */
	bool passed_over;    /* nothing in it is to be told any more */
};

/* A code point that no text may hold, raw or as a reference. */
struct bad_character {
	struct span where;
	unsigned long code;
};

struct lexed {
	const struct source *source;
	size_t file;         /* 0: the catalog; 1 on: the overlays */
	struct tag *tags;    /* in document order */
	size_t tag_count;
	struct tag_attribute *attributes;
	size_t attribute_count;
	struct bad_character *bad;
	size_t bad_count;
};

/* Checks encoding and well-formedness (XML 1.0 5th edition less DOCTYPE and
 * processing instructions) and records positions.  False after the first
 * fault, which is told to d.  All lives in the arena. */
bool lex(struct arena *arena, const struct source *source, struct lexed *result,
    struct diags *d);

/* Notes that a fault in the tag was told, so that nothing else is told of what
 * follows from it. */
void lexed_mark(struct lexed *l, size_t tag);

/* The index of the innermost tag around the offset. */
size_t lexed_tag_around(const struct lexed *l, size_t offset);

/* The offset of the byte-th byte of the parsed value of a span of an
 * attribute's value or an element's content: references, CDATA, comments and
 * tags are stepped over.  *width: bytes of that character as written. */
size_t lexed_offset(const struct source *source, struct span raw, size_t byte,
    size_t *width);

#endif
