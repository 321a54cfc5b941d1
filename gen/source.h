/* SPDX-License-Identifier: MIT */
/* source.h - the bytes of one input file, and where in them something stands */
#ifndef GEN_SOURCE_H
#define GEN_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

struct source {
	const char *name;   /* as the user gave it */
	const char *bytes;  /* NUL after the last one */
	size_t size;
	size_t *lines;      /* offset of each line's first byte */
	size_t line_count;
};

/* Bytes of a source, so that a message can show them.  A NULL source is a
 * message about no file, or about a whole file that could not be read. */
struct place {
	const struct source *source;
	size_t offset, length;
};

/* Reads a whole file; the result and its bytes live in the arena.  NULL with
 * errno set where it cannot be read; EFBIG over the limit of bytes. */
struct source *source_read(struct arena *arena, const char *path, size_t limit);

/* Takes bytes that the caller keeps alive, with a NUL after them. */
struct source *source_new(struct arena *arena, const char *name,
    const char *bytes, size_t size);

/* Both count from 1; the column counts code points, a tab is one. */
size_t source_line(const struct source *s, size_t offset);
size_t source_column(const struct source *s, size_t offset);

#endif
