/* SPDX-License-Identifier: MIT */
/* embedded.h - the files of templates/, built into the program.  The table is
 * made by gen/embed.c when the program is built. */
#ifndef GEN_EMBEDDED_H
#define GEN_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
	const char *path; /* below templates/: "c/target.xsl" */
	const unsigned char *bytes;
	size_t size;
};

/* Sorted by path, in the order of strcmp(). */
extern const struct embedded_file embedded_files[];
extern const size_t embedded_count;

#endif
