/* SPDX-License-Identifier: MIT */
/* again.c - AGAIN=fopen: no PO file can be opened with fopen(); AGAIN=ferror:
 * every file that is read has a fault.  To be preloaded. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
is_chosen(const char *name)
{
	const char *again = getenv("AGAIN");

	return again != NULL && strcmp(again, name) == 0;
}

FILE *
fopen(const char *path, const char *mode)
{
	FILE *(*real)(const char *, const char *);

	*(void **)&real = dlsym(RTLD_NEXT, "fopen");
	if (!is_chosen("fopen") || strstr(path, ".po") == NULL)
		return real(path, mode);
	errno = EIO;
	return NULL;
}

int
ferror(FILE *stream)
{
	int (*real)(FILE *);

	*(void **)&real = dlsym(RTLD_NEXT, "ferror");
	if (!is_chosen("ferror") || stream == stdout || stream == stderr)
		return real(stream);
	errno = EIO;
	return 1;
}
