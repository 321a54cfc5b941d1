/* SPDX-License-Identifier: MIT */
#include "buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

void
buffer_reserve(struct buffer *b, size_t more)
{
	size_t room = b->room < 64 ? 64 : b->room;

	if (b->room - b->size >= more)
		return;
	if (more > SIZE_MAX / 4 - b->size)
		memory_die();
	while (room - b->size < more)
		room *= 2;
	b->bytes = memory_resize(b->bytes, room);
	b->room = room;
}

void
buffer_add(struct buffer *b, const void *bytes, size_t size)
{
	if (size == 0)
		return;
	buffer_reserve(b, size);
	memcpy(b->bytes + b->size, bytes, size);
	b->size += size;
}

void
buffer_text(struct buffer *b, const char *text)
{
	buffer_add(b, text, strlen(text));
}

void
buffer_printf(struct buffer *b, const char *format, ...)
{
	va_list args, again;
	int length;

	va_start(args, format);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		memory_die();
	buffer_reserve(b, (size_t)length + 1);
	vsnprintf(b->bytes + b->size, (size_t)length + 1, format, again);
	va_end(again);
	b->size += (size_t)length;
}

char *
buffer_string(struct buffer *b)
{
	buffer_reserve(b, 1);
	b->bytes[b->size] = '\0';
	return b->bytes;
}

void
buffer_clear(struct buffer *b)
{
	b->size = 0;
}

void
buffer_free(struct buffer *b)
{
	free(b->bytes);
	*b = (struct buffer){ 0 };
}
