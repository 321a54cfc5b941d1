/* SPDX-License-Identifier: MIT */
/* signature.h - a phrase as a string that is equal for equal phrases */
#ifndef GEN_SIGNATURE_H
#define GEN_SIGNATURE_H

#include <stdbool.h>

#include "arena.h"
#include "catalog.h"

/* Of a phrase or a retire with a match that is sound: its text without regard to
 * ASCII case, the types of its arguments, and, if asked for, its conditions.  In
 * the arena. */
const char *phrase_signature(struct arena *arena, const xmlNode *phrase,
    bool with_conditions);

#endif
