/* SPDX-License-Identifier: MIT */
#include "text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

noreturn void
memory_die(void)
{
	fputs("mailerr: out of memory\n", stderr);
	_Exit(3);
}

static void *
or_die(void *p)
{
	if (p == NULL)
		memory_die();
	return p;
}

void *
memory_get(size_t size)
{
	return or_die(malloc(size == 0 ? 1 : size));
}

void *
memory_resize(void *old, size_t size)
{
	return or_die(realloc(old, size == 0 ? 1 : size));
}

void
text_grow(struct text *t, size_t more)
{
	size_t room = t->room < 256 ? 256 : t->room;

	if (more > SIZE_MAX / 4 - t->size)
		memory_die();
	while (room - t->size < more)
		room *= 2;
	t->bytes = memory_resize(t->bytes, room);
	t->room = room;
}

void
text_add(struct text *t, const void *bytes, size_t size)
{
	if (size == 0)
		return;
	text_reserve(t, size);
	memcpy(t->bytes + t->size, bytes, size);
	t->size += size;
}

void
text_string(struct text *t, const char *s)
{
	text_add(t, s, strlen(s));
}

void
text_slice(struct text *t, struct slice s)
{
	text_add(t, s.s, s.size);
}

void
text_printf(struct text *t, const char *format, ...)
{
	va_list args, again;
	int length;

	va_start(args, format);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		memory_die();
	text_reserve(t, (size_t)length + 1);
	vsnprintf(t->bytes + t->size, (size_t)length + 1, format, again);
	va_end(again);
	t->size += (size_t)length;
}

void
text_plain(struct text *t, struct slice s)
{
	for (size_t i = 0; i < s.size; i++) {
		unsigned char c = (unsigned char)s.s[i];
		bool c1 = c == 0xc2 && i + 1 < s.size &&
		    ((unsigned char)s.s[i + 1] & 0xe0) == 0x80;

		text_byte(t, c < 0x20 || c == 0x7f || c1 ? ' ' : s.s[i]);
		i += c1;
	}
}

const char *
text_end(struct text *t)
{
	text_reserve(t, 1);
	t->bytes[t->size] = '\0';
	return t->bytes;
}

void
text_clear(struct text *t)
{
	t->size = 0;
}

void
text_free(struct text *t)
{
	free(t->bytes);
	*t = (struct text){ 0 };
}

/* ---- slices ---- */

struct slice
slice_from(struct slice s, size_t at)
{
	if (at > s.size)
		at = s.size;
	/* no arithmetic on NULL */
	return at == 0 ? s : (struct slice){ s.s + at, s.size - at };
}

struct slice
slice_trim(struct slice s)
{
	size_t n = 0;

	while (n < s.size && (is_blank(s.s[n]) || s.s[n] == '\n'))
		n++;
	s = slice_from(s, n);
	while (s.size > 0 && (is_blank(s.s[s.size - 1]) ||
	    s.s[s.size - 1] == '\n'))
		s.size--;
	return s;
}

bool
slice_begins(struct slice s, const char *word)
{
	size_t n;

	for (n = 0; word[n] != '\0'; n++)
		if (n >= s.size || slice_fold(s.s[n]) != slice_fold(word[n]))
			return false;
	return true;
}

bool
slice_is(struct slice s, const char *word)
{
	return s.size == strlen(word) && slice_begins(s, word);
}

size_t
slice_find(struct slice s, const char *word)
{
	size_t size = strlen(word);

	for (size_t n = 0; n + size <= s.size; n++)
		if (slice_fold(s.s[n]) == *word &&
		    slice_begins(slice_from(s, n), word))
			return n;
	return s.size;
}

bool
slice_has(struct slice s, const char *word)
{
	return slice_find(s, word) < s.size;
}

bool
slice_line(struct slice *s, struct slice *line)
{
	const char *end;

	if (s->size == 0)
		return false;
	end = memchr(s->s, '\n', s->size);
	*line = *s;
	if (end != NULL)
		line->size = (size_t)(end - s->s);
	*s = slice_from(*s, line->size + (end != NULL));
	if (line->size > 0 && line->s[line->size - 1] == '\r')
		line->size--;
	return true;
}
