/* SPDX-License-Identifier: MIT */
/* folder.h - folders on disk, reached without following a link */
#ifndef GEN_FOLDER_H
#define GEN_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

/* The folder that was opened last, kept for the next file in it. */
struct folder {
	struct arena *arena;
	const char *base;  /* as the user gave it; links in it are followed */
	bool make;         /* make what is missing */
	int fd;            /* -1: none */
	const char *path;  /* below base, of fd; its first path_size bytes */
	size_t path_size;
	bool fresh;        /* fd was opened by the last folder_of() */
	const char *where; /* after a failure: the path that it is about */
	const char *why;
};

struct folder folder_start(struct arena *arena, const char *base, bool make);
void folder_end(struct folder *f);

/* Opens the folder in which base/full_path is; false after setting where,
 * why and errno.  *name points to the last name of full_path, which must live
 * as long as f.  Asks for memory only to make base and to tell what failed: who
 * writes could no longer undo what it has written. */
bool folder_of(struct folder *f, const char *full_path, const char **name);

/* True where the name in a folder is that of a regular file with these
 * bytes. */
bool folder_has(int folder, const char *name, const char *bytes, size_t size);

#endif
