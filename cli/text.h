/* SPDX-License-Identifier: MIT */
/* text.h - bytes that grow; memory that is there or ends the process */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdnoreturn.h>
#include <string.h>

struct text {
	char *bytes; /* NULL while nothing was added */
	size_t size, room;
};

/* A piece of somebody else's bytes; no NUL after it. */
struct slice {
	const char *s;
	size_t size;
};

/* Says so and ends the process with status 3: what was printed stands, and
 * nothing useful is left to do. */
noreturn void memory_die(void);

/* malloc and realloc that never return NULL; free() what they give. */
void *memory_get(size_t size);
void *memory_resize(void *old, size_t size);

void text_grow(struct text *t, size_t more); /* for text_reserve() alone */

/* Room for at least more bytes beside those there are. */
static inline void
text_reserve(struct text *t, size_t more)
{
	if (t->room - t->size < more)
		text_grow(t, more);
}

void text_add(struct text *t, const void *bytes, size_t size);
void text_string(struct text *t, const char *s);
void text_slice(struct text *t, struct slice s);
void text_printf(struct text *t, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline void
text_byte(struct text *t, char byte)
{
	if (t->size == t->room)
		text_reserve(t, 1);
	t->bytes[t->size++] = byte;
}

/* Adds s with a blank for each control character (C0, DEL, C1 in UTF-8): a
 * message does nothing to a terminal, nor to columns and lines. */
void text_plain(struct text *t, struct slice s);

/* What was added, with a NUL after it; valid until the next addition. */
const char *text_end(struct text *t);

void text_clear(struct text *t); /* empty again, the memory is kept */
void text_free(struct text *t);

/* ---- slices; ASCII case never matters, the locale never does ---- */

static inline struct slice
slice_of(const char *s)
{
	return (struct slice){ s, s == NULL ? 0 : strlen(s) };
}

static inline struct slice
slice_text(const struct text *t)
{
	return (struct slice){ t->bytes, t->size };
}

static inline char
slice_fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static inline bool
is_alpha(char c)
{
	return slice_fold(c) >= 'a' && slice_fold(c) <= 'z';
}

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

struct slice slice_trim(struct slice s);  /* without blanks and line feeds */
struct slice slice_from(struct slice s, size_t at);
bool slice_begins(struct slice s, const char *word);
bool slice_is(struct slice s, const char *word);
/* Where word, in small letters, first stands; s.size where it does not. */
size_t slice_find(struct slice s, const char *word);
bool slice_has(struct slice s, const char *word);

/* Takes the first line, without its line feed and a CR before that, off *s;
 * false at the end. */
bool slice_line(struct slice *s, struct slice *line);

#endif
