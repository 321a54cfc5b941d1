/* SPDX-License-Identifier: MIT */
/* output.h - a set of files in memory, and the one place that writes to disk */
#ifndef GEN_OUTPUT_H
#define GEN_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "diag.h"

struct output;

struct output *output_new(struct arena *arena);

/* NULL, or what is wrong with the path of a file below a target's folder
 * ("ja/man7/mailerr.7"): it is empty, absolute, leaves the folder, has a name
 * that is too long or begins with '-' or ".mailerr-gen.", or holds a byte
 * other than [A-Za-z0-9._+-/]. */
const char *output_path_fault(const char *path);

/* Adds a file.  NULL, or what is wrong with its path: as above, or it is
 * given twice, or is a folder as well.  The bytes are copied by output_add(),
 * those of output_adopt() must live as long as o. */
const char *output_add(struct output *o, const char *target, const char *path,
    const void *bytes, size_t size);
const char *output_adopt(struct output *o, const char *target,
    const char *path, const void *bytes, size_t size);

/* By target, then path; until then, files stand in the order of coming. */
void output_sort(struct output *o);

size_t output_count(const struct output *o);
/* The n-th file; any of the pointers may be NULL. */
void output_get(const struct output *o, size_t n, const char **target,
    const char **path, const char **bytes, size_t *size);

/* True where "target/path" is a file of the set. */
bool output_has(const struct output *o, const char *full_path);

struct output_result {
	size_t written, unchanged; /* files */
	bool failed;               /* told to d; each file is old or new */
};

/* Makes folders, writes all changed files under temporary names
 * (.mailerr-gen.PID.N) and closes them, then renames each into place.  A link
 * at a file's place is replaced, not followed; a link where a folder below dir
 * should be is refused.  What a killed run has left in these folders is
 * removed.  Until the renames SIGINT, SIGTERM and SIGHUP remove the temporary
 * files and end the process by the same signal; during them they wait.
 *
 * A file is old or new, and whole, after a kill of the process, and where two
 * runs write at once.  That is not promised for a loss of power: one fsync()
 * a file takes longer than all the rest of a run. */
struct output_result output_write(const struct output *o, const char *dir,
    struct diags *d);

/* Replaces one file that exists: written beside it, flushed, given its
 * permissions, and renamed over it.  A link is followed, and what it leads to
 * replaced.  Signals as above.  False after telling d; the file is then the old
 * one. */
bool output_replace(const char *path, const void *bytes, size_t size,
    struct diags *d);

/* Compares without writing; tells d of each file that is missing, differs, or
 * stands in a target's folder without being made.  True where nothing does. */
bool output_verify(const struct output *o, const char *dir, struct diags *d);

#endif
