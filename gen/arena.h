/* SPDX-License-Identifier: MIT */
/* arena.h - memory that lives exactly as long as one run */
#ifndef GEN_ARENA_H
#define GEN_ARENA_H

#include <stddef.h>
#include <stdnoreturn.h>

struct arena_block;

struct arena {
	struct arena_block *head;
};

/* Says so and ends the process with status 3: a generator without memory has
 * nothing useful left to do, and output_write() asks for none from its first
 * temporary file on. */
noreturn void memory_die(void);

/* Makes libxml2 and libxslt die the same way, so that no code of ours or
 * theirs has to live on after a NULL.  Before any other call to them. */
void memory_install(void);

/* malloc and realloc that never return NULL; free() what they give. */
void *memory_get(size_t size);
void *memory_resize(void *old, size_t size);

/* Zeroed, aligned for any type, never NULL. */
void *arena_alloc(struct arena *a, size_t count, size_t size);
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void arena_free(struct arena *a); /* the arena may be used again */

#endif
