/* SPDX-License-Identifier: MIT */
/* stream.h - lines in, bytes out, by large steps */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include "text.h"

/* Only this much of a line is looked at; the rest of it is read and dropped. */
#define LINE_BYTES ((size_t)1 << 20)

struct stream; /* lines of a file descriptor */

struct stream *stream_open(int fd);

/* Puts whole lines into batch, each with its line feed (the last line of the
 * input may have none): as many as there are without waiting, at most some
 * hundred thousand bytes, at least one.  A NULL `stopping` never stops.  False
 * at the end of the input, or when it stops. */
bool stream_lines(struct stream *s, struct text *batch,
    bool (*stopping)(void *), void *of);

/* The errno of a failed read; 0. */
int stream_problem(const struct stream *s);
void stream_close(struct stream *s);

/* Writes all; false where that fails, with errno set. */
bool stream_write(int fd, const char *bytes, size_t size);

#endif
