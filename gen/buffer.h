/* SPDX-License-Identifier: MIT */
/* buffer.h - bytes that grow */
#ifndef GEN_BUFFER_H
#define GEN_BUFFER_H

#include <stddef.h>

struct buffer {
	char *bytes; /* NULL while nothing was added */
	size_t size, room;
};

/* Room for at least more bytes beside those there are. */
void buffer_reserve(struct buffer *b, size_t more);

void buffer_add(struct buffer *b, const void *bytes, size_t size);
void buffer_text(struct buffer *b, const char *text);
void buffer_printf(struct buffer *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline void
buffer_byte(struct buffer *b, char byte)
{
	if (b->size == b->room)
		buffer_reserve(b, 1);
	b->bytes[b->size++] = byte;
}

/* What was added, with a NUL after it; valid until the next addition. */
char *buffer_string(struct buffer *b);

/* Empty again, but the memory is kept. */
void buffer_clear(struct buffer *b);
void buffer_free(struct buffer *b);

#endif
