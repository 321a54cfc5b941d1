/* SPDX-License-Identifier: MIT */
/* sequence.h - which members of a list are out of order */
#ifndef GEN_SEQUENCE_H
#define GEN_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

/* Marks the fewest members that must move so that the others never descend
 * (strictly ascend where strict): what is left is a longest such run.  One moved
 * entry is one mark, whichever way it was moved. */
void sequence_misplaced(struct arena *arena, const unsigned long *keys,
    size_t count, bool strict, bool *misplaced);

#endif
