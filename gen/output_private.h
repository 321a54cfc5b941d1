/* SPDX-License-Identifier: MIT */
/* output_private.h - what output.c, output_write.c and output_verify.c share */
#ifndef GEN_OUTPUT_PRIVATE_H
#define GEN_OUTPUT_PRIVATE_H

#include "output.h"

/* ".mailerr-gen.PID.N": PID is that of the run, so that a later one can tell
 * what was left from what is being written. */
#define TEMPORARY_PREFIX ".mailerr-gen."

/* "target/path" of the n-th file. */
const char *output_full_path(const struct output *o, size_t n);

/* True where a name is that of a temporary file; *pid is whose. */
bool output_is_temporary(const char *name, long *pid);

#endif
