/* SPDX-License-Identifier: MIT */
#include "progress.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_MS 1000
#define STEP_MS 200

void
progress_begin(struct progress *p, int fd)
{
	struct stat s;

	*p = (struct progress){ .wanted = isatty(STDERR_FILENO) == 1 &&
	    isatty(STDOUT_FILENO) != 1 };
	clock_gettime(CLOCK_MONOTONIC, &p->start);
	p->last = p->start;
	if (fd >= 0 && fstat(fd, &s) == 0 && S_ISREG(s.st_mode) &&
	    s.st_size > 0)
		p->total = (size_t)s.st_size;
}

static long
milliseconds(const struct timespec *from, const struct timespec *to)
{
	return (long)(to->tv_sec - from->tv_sec) * 1000 +
	    (to->tv_nsec - from->tv_nsec) / 1000000;
}

void
progress_show(struct progress *p, size_t bytes, size_t count)
{
	struct timespec now;

	if (!p->wanted)
		return;
	clock_gettime(CLOCK_MONOTONIC, &now);
	if (milliseconds(&p->start, &now) < FIRST_MS ||
	    milliseconds(&p->last, &now) < STEP_MS)
		return;
	p->last = now;
	p->shown = true;
	fprintf(stderr, "\r\033[Kmailerr: %zu MB, %zu", bytes / 1000000,
	    count);
	if (p->total > 0 && bytes <= p->total)
		fprintf(stderr, ", %d %%", (int)((double)bytes * 100 /
		    (double)p->total));
	fflush(stderr);
}

void
progress_end(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
