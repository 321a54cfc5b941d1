/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "stream.h"

void
output_begin(void)
{
	signal(SIGPIPE, SIG_IGN);
	fflush(stdout);
}

bool
output_write(struct text *t)
{
	bool done = stream_write(STDOUT_FILENO, t->bytes, t->size);

	if (!done && errno != EPIPE)
		fprintf(stderr, "mailerr: standard output: %s\n",
		    strerror(errno));
	text_clear(t);
	return done;
}
