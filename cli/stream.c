/* SPDX-License-Identifier: MIT */
#include "stream.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#define BATCH_BYTES ((size_t)256 << 10)

/* How often a reader that waits looks whether it is still wanted. */
#define PATIENCE_MS 200

struct stream {
	int fd, problem;
	bool end;
	struct text carry; /* the beginning of the next batch's first line */
};

struct stream *
stream_open(int fd)
{
	struct stream *s = memory_get(sizeof *s);

	*s = (struct stream){ .fd = fd };
	return s;
}

static bool
is_ready(const struct stream *s, int milliseconds)
{
	struct pollfd p = { .fd = s->fd, .events = POLLIN };

	return poll(&p, 1, milliseconds) != 0; /* a fault shows in read() */
}

/* Adds what one read gives; false at the end. */
static bool
read_some(struct stream *s, struct text *to, bool (*stopping)(void *),
    void *of)
{
	ssize_t n;

	if (s->end)
		return false;
	while (stopping != NULL && !is_ready(s, PATIENCE_MS))
		if (stopping(of))
			return false;
	text_reserve(to, BATCH_BYTES);
	do
		n = read(s->fd, to->bytes + to->size, BATCH_BYTES);
	while (n < 0 && (errno == EINTR || (errno == EAGAIN &&
	    is_ready(s, -1))));
	if (n < 0)
		s->problem = errno;
	s->end = n <= 0;
	to->size += n <= 0 ? 0 : (size_t)n;
	return n > 0;
}

/* The place behind the last line feed at or after `from`; 0: none. */
static size_t
last_line(const struct text *t, size_t from)
{
	size_t n = t->size;

	while (n > from)
		if (t->bytes[--n] == '\n')
			return n + 1;
	return 0;
}

/* Drops the rest of a line that is too long. */
static void
drop_line(struct stream *s, struct text *batch, bool (*stopping)(void *),
    void *of)
{
	batch->size = LINE_BYTES;
	text_byte(batch, '\n');
	for (;;) {
		const char *end;

		text_clear(&s->carry);
		if (!read_some(s, &s->carry, stopping, of))
			return;
		end = memchr(s->carry.bytes, '\n', s->carry.size);
		if (end != NULL) {
			size_t n = (size_t)(end - s->carry.bytes) + 1;

			s->carry.size -= n;
			memmove(s->carry.bytes, s->carry.bytes + n,
			    s->carry.size);
			return;
		}
	}
}

/* Keeps what stands behind `end` for the next batch. */
static void
cut(struct stream *s, struct text *batch, size_t end)
{
	text_clear(&s->carry);
	text_add(&s->carry, batch->bytes + end, batch->size - end);
	batch->size = end;
}

bool
stream_lines(struct stream *s, struct text *batch, bool (*stopping)(void *),
    void *of)
{
	size_t end, seen = 0;

	text_clear(batch);
	text_slice(batch, slice_text(&s->carry));
	text_clear(&s->carry);
	end = last_line(batch, 0);
	for (;;) {
		if (end > 0 && (batch->size >= BATCH_BYTES || s->end ||
		    !is_ready(s, 0))) {
			cut(s, batch, end);
			return true;
		}
		if (end == 0 && batch->size >= LINE_BYTES) {
			drop_line(s, batch, stopping, of);
			return true;
		}
		seen = batch->size;
		if (!read_some(s, batch, stopping, of))
			break;
		if (last_line(batch, seen) > 0)
			end = last_line(batch, seen);
	}
	/* the last line, which nothing ends; unless nobody wants it */
	return batch->size > 0 && s->end;
}

int
stream_problem(const struct stream *s)
{
	return s->problem;
}

void
stream_close(struct stream *s)
{
	if (s == NULL)
		return;
	text_free(&s->carry);
	free(s);
}

bool
stream_write(int fd, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = write(fd, bytes, size);

		if (n < 0 && errno == EAGAIN) {
			struct pollfd p = { .fd = fd, .events = POLLOUT };

			poll(&p, 1, -1);
		} else if (n < 0 && errno != EINTR) {
			return false;
		} else if (n > 0) {
			bytes += n;
			size -= (size_t)n;
		}
	}
	return true;
}
