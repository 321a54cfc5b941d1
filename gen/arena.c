/* SPDX-License-Identifier: MIT */
#include "arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlmemory.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* With AddressSanitizer every object gets its own block, so that it can
 * see one object overrun into the next. */
#ifdef __SANITIZE_ADDRESS__
#define BLOCK_SIZE ((size_t)0)
#else
#define BLOCK_SIZE ((size_t)64 * 1024)
#endif

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	alignas(max_align_t) unsigned char data[];
};

noreturn void
memory_die(void)
{
	fputs("mailerr-gen: out of memory\n", stderr);
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

static char *
die_strdup(const char *s)
{
	return or_die(strdup(s));
}

/* glibc gathers its lists of small free blocks anew at each large request,
 * which is a tenth of the time on a large catalog; without them it need not. */
static void
tune_malloc(void)
{
#if defined(__GLIBC__) && defined(M_MXFAST)
	mallopt(M_MXFAST, 0);
#endif
}

void
memory_install(void)
{
	tune_malloc();
	xmlMemSetup(free, memory_get, memory_resize, die_strdup);
}

void *
arena_alloc(struct arena *a, size_t count, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct arena_block *b = a->head;

	if (size != 0 && count > (SIZE_MAX / 2) / size)
		memory_die();
	size_t need = (count * size + align - 1) / align * align;
	if (b == NULL || b->size - b->used < need) {
		size_t room = need > BLOCK_SIZE ? need : BLOCK_SIZE;

		b = or_die(calloc(1, sizeof *b + room));
		b->next = a->head;
		b->size = room;
		a->head = b;
	}
	void *p = b->data + b->used;
	b->used += need;
	return p;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *copy = arena_alloc(a, n + 1, 1);

	memcpy(copy, s, n);
	return copy;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *format, ...)
{
	va_list args, again;
	char *text;
	int length;

	va_start(args, format);
	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		memory_die();
	text = arena_alloc(a, (size_t)length + 1, 1);
	vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

void
arena_free(struct arena *a)
{
	for (struct arena_block *b = a->head, *next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	a->head = NULL;
}
