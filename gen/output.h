/* SPDX-License-Identifier: MIT */
/* output.h - a set of files in memory, and the one place that writes to disk */
#ifndef GEN_OUTPUT_H
#define GEN_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "arena.h"
#include "diag.h"

struct output;

struct output *output_new(struct arena *arena);

/* Adds a file below a target's folder: "man", "ja/man7/mailerr.7".  The bytes
 * are copied.  NULL, or what is wrong with the path: it is given twice, empty,
 * absolute, or leaves the folder, or holds a byte other than [A-Za-z0-9._+-/]. */
const char *output_add(struct output *o, const char *target, const char *path,
    const void *bytes, size_t size);

size_t output_count(const struct output *o);
/* The n-th file in the order of coming; any of the pointers may be NULL. */
void output_get(const struct output *o, size_t n, const char **target,
    const char **path, const char **bytes, size_t *size);

struct output_result {
	size_t written, unchanged; /* files */
	bool failed;               /* told to d, the old files are whole */
};

/* Makes folders, writes all changed files under temporary names
 * (.mailerr-gen.*), flushes and closes them, then renames each into place.
 * SIGINT and SIGTERM are held back during the renames; before that they remove the
 * temporary files and end the process by the same signal. */
struct output_result output_write(const struct output *o, const char *dir,
    struct diags *d);

/* Compares without writing; tells d of each file that is missing, differs, or
 * stands in a target's folder without being made.  True where nothing does. */
bool output_verify(const struct output *o, const char *dir, struct diags *d);

#endif
