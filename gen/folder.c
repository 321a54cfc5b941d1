/* SPDX-License-Identifier: MIT */
#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define OPEN_FOLDER (O_RDONLY | O_DIRECTORY | O_CLOEXEC)

struct folder
folder_start(struct arena *arena, const char *base, bool make)
{
	return (struct folder){ .arena = arena, .base = base, .make = make,
		.fd = -1 };
}

void
folder_end(struct folder *f)
{
	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
	f->path = NULL;
}

static bool
fail(struct folder *f, const char *where, const char *why)
{
	int saved = errno;

	f->where = arena_strdup(f->arena, where);
	f->why = why != NULL ? why : arena_strdup(f->arena, strerror(saved));
	folder_end(f);
	errno = saved;
	return false;
}

static void
make_one(const char *path, int *error)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		*error = errno;
}

/* As mkdir -p does.  *error is why something could not be made. */
static void
make_all(struct arena *arena, const char *path, int *error)
{
	char *copy = arena_strdup(arena, path);

	for (char *p = copy; *p != '\0'; p++) {
		if (*p != '/' || p == copy)
			continue;
		*p = '\0';
		make_one(copy, error);
		*p = '/';
	}
	make_one(copy, error);
}

static bool
open_base(struct folder *f)
{
	int error = ENOENT;

	f->fd = open(f->base, OPEN_FOLDER);
	if (f->fd < 0 && errno == ENOENT && f->make) {
		make_all(f->arena, f->base, &error);
		f->fd = open(f->base, OPEN_FOLDER);
		if (f->fd < 0 && errno == ENOENT)
			errno = error;
	}
	return f->fd >= 0 || fail(f, f->base, NULL);
}

static bool
is_link(int folder, const char *name)
{
	struct stat st;

	return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISLNK(st.st_mode);
}

/* Opens a name in the folder that is open; -1 with errno. */
static int
open_in(const struct folder *f, const char *name)
{
	int fd = openat(f->fd, name, OPEN_FOLDER | O_NOFOLLOW);

	if (fd >= 0 || errno != ENOENT || !f->make)
		return fd;
	/* another run may make it at this moment */
	if (mkdirat(f->fd, name, 0777) != 0 && errno != EEXIST)
		return -1;
	return openat(f->fd, name, OPEN_FOLDER | O_NOFOLLOW);
}

static bool
fail_at(struct folder *f, const char *path, size_t end, const char *name)
{
	int saved = errno;
	const char *why = saved != ENAMETOOLONG && is_link(f->fd, name)
	    ? "a symbolic link, where a folder of the output should be" : NULL;

	errno = saved;
	return fail(f, arena_printf(f->arena, "%s/%.*s", f->base, (int)end,
	    path), why);
}

/* From the folder that is open down into the name that ends at path + end. */
static bool
enter(struct folder *f, const char *path, size_t start, size_t end)
{
	char name[NAME_MAX + 1] = "";
	int fd = -1;

	errno = ENAMETOOLONG;
	if (end - start < sizeof name) {
		memcpy(name, path + start, end - start);
		fd = open_in(f, name);
	}
	if (fd < 0)
		return fail_at(f, path, end, name);
	close(f->fd);
	f->fd = fd;
	return true;
}

/* Opens the folder base/path, one name after the other. */
static bool
open_path(struct folder *f, const char *path, size_t size)
{
	folder_end(f);
	if (!open_base(f))
		return false;
	for (size_t i = 0; i < size;) {
		size_t n = strcspn(path + i, "/");

		if (!enter(f, path, i, i + n))
			return false;
		i += n + 1;
	}
	f->path = path;
	f->path_size = size;
	f->fresh = true;
	return true;
}

bool
folder_of(struct folder *f, const char *full_path, const char **name)
{
	const char *slash = strrchr(full_path, '/');
	size_t n = slash == NULL ? 0 : (size_t)(slash - full_path);

	*name = slash == NULL ? full_path : slash + 1;
	f->fresh = false;
	if (f->path != NULL && f->path_size == n &&
	    memcmp(f->path, full_path, n) == 0)
		return true;
	return open_path(f, full_path, n);
}

static bool
same_bytes(int fd, const char *bytes, size_t size)
{
	char chunk[16384];
	size_t done = 0;

	for (;;) {
		ssize_t n = read(fd, chunk, sizeof chunk);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0 && done == size;
		if ((size_t)n > size - done ||
		    memcmp(chunk, bytes + done, (size_t)n) != 0)
			return false;
		done += (size_t)n;
	}
}

bool
folder_has(int folder, const char *name, const char *bytes, size_t size)
{
	/* not blocking, or a FIFO would hang here */
	int fd = openat(folder, name,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat st;
	bool same;

	if (fd < 0)
		return false;
	same = fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    (unsigned long long)st.st_size == size &&
	    same_bytes(fd, bytes, size);
	close(fd);
	return same;
}
