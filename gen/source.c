/* SPDX-License-Identifier: MIT */
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads size bytes, or fewer where the file has shrunk meanwhile. */
static ssize_t
read_all(int fd, char *to, size_t size)
{
	size_t have = 0;

	while (have < size) {
		ssize_t n = read(fd, to + have, size - have);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		have += (size_t)n;
	}
	return (ssize_t)have;
}

/* The size of a regular file within the limit, else -1 with errno. */
static off_t
size_of(int fd, size_t limit)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return -1;
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return -1;
	}
	if (!S_ISREG(st.st_mode)) {
		errno = EINVAL;
		return -1;
	}
	if ((unsigned long long)st.st_size > limit) {
		errno = EFBIG;
		return -1;
	}
	return st.st_size;
}

struct source *
source_read(struct arena *arena, const char *path, size_t limit)
{
	/* not blocking, or a FIFO would hang here instead of being refused */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct source *s = NULL;
	char *bytes;
	ssize_t have;
	off_t size;
	int saved;

	if (fd < 0)
		return NULL;
	size = size_of(fd, limit);
	if (size >= 0) {
		bytes = arena_alloc(arena, (size_t)size + 1, 1);
		have = read_all(fd, bytes, (size_t)size);
		if (have >= 0)
			s = source_new(arena, path, bytes, (size_t)have);
	}
	saved = errno;
	close(fd);
	errno = saved;
	return s;
}

static size_t
count_lines(const char *bytes, size_t size)
{
	size_t n = 1;
	const char *end = bytes + size;

	for (const char *p = bytes;
	     (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
		n++;
	return n;
}

struct source *
source_new(struct arena *arena, const char *name, const char *bytes,
    size_t size)
{
	struct source *s = arena_alloc(arena, 1, sizeof *s);
	const char *end = bytes + size;

	s->name = arena_strdup(arena, name);
	s->bytes = bytes;
	s->size = size;
	s->lines = arena_alloc(arena, count_lines(bytes, size),
	    sizeof *s->lines);
	s->line_count = 1;
	for (const char *p = bytes;
	     (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
		s->lines[s->line_count++] = (size_t)(p + 1 - bytes);
	return s;
}

size_t
source_line(const struct source *s, size_t offset)
{
	size_t low = 0, high = s->line_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (s->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low + 1;
}

size_t
source_column(const struct source *s, size_t offset)
{
	size_t column = 1;

	for (size_t i = s->lines[source_line(s, offset) - 1]; i < offset; i++)
		column += ((unsigned char)s->bytes[i] & 0xc0) != 0x80;
	return column;
}
