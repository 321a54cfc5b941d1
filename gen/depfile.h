/* SPDX-License-Identifier: MIT */
/* depfile.h - what the files of a run depend on, for make and ninja */
#ifndef GEN_DEPFILE_H
#define GEN_DEPFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "diag.h"
#include "output.h"

struct depfile {
	struct arena *arena;
	const char **inputs;
	size_t count, room;
};

/* Adds an input; the path is copied. */
void depfile_add(struct depfile *f, const char *path);

/* Writes one rule: what depends, or where that is NULL every file of the set
 * below dir, a colon, every input, then an empty rule an input, so that a
 * deleted one does not stop make.  Replaced in one step, unless it is a device
 * or a pipe.  False after telling d. */
bool depfile_write(const struct depfile *f, const char *path,
    const char *depends, const char *dir, const struct output *o,
    struct diags *d);

#endif
