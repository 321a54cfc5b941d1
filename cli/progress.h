/* SPDX-License-Identifier: MIT */
/* progress.h - how far it is, for who waits at a terminal */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct progress {
	bool shown, wanted;
	struct timespec start, last;
	size_t total; /* bytes of input; 0: not known */
};

/* Nothing is shown unless standard error is a terminal and standard output is
 * none.  `fd` is the input, whose size is asked for; -1: it has none. */
void progress_begin(struct progress *p, int fd);

/* Shows, from the second second on and a few times a second at most, what was
 * read so far and how many of them. */
void progress_show(struct progress *p, size_t bytes, size_t count);
void progress_end(struct progress *p); /* wipes it away */

#endif
