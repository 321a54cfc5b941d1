/* SPDX-License-Identifier: MIT */
/* memory.c - makes one request for memory fail.  To be preloaded:
 *
 *	FAULT_MEMORY=N       the N-th request fails
 *	FAULT_COUNT=FILE     at the end, how many requests there were
 *	FAULT_MEMORY_TRACE=1 tells on standard error that it has failed one */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* What malloc() and its like are in the GNU C library. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static unsigned long requests, failing;
static int counting; /* what happens before main() is not ours */

__attribute__((constructor)) static void
start(void)
{
	const char *n = getenv("FAULT_MEMORY");

	if (n != NULL)
		failing = strtoul(n, NULL, 10);
	counting = 1;
}

__attribute__((destructor)) static void
end(void)
{
	const char *path = getenv("FAULT_COUNT");
	FILE *to;

	counting = 0;
	to = path == NULL ? NULL : fopen(path, "w");
	if (to == NULL)
		return;
	fprintf(to, "memory %lu\n", requests);
	fclose(to);
}

static int
fails(void)
{
	static const char said[] = "memory.c: refused\n";

	if (!counting || ++requests != failing)
		return 0;
	if (getenv("FAULT_MEMORY_TRACE") != NULL &&
	    write(2, said, sizeof said - 1) < 0)
		_exit(99);
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}
