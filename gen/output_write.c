/* SPDX-License-Identifier: MIT */
/* output_write.c - the set of files goes to disk: all under temporary names
 * first, then each is renamed into place */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "output_private.h"

#define NO_NUMBER 0 /* temporary files count from 1 */

struct writer {
	const struct output *o;
	struct diags *d;
	struct arena arena;      /* paths, for this one call */
	struct folder folder;
	unsigned long *numbers;  /* of each file's temporary one */
	unsigned long last;
	struct output_result result;
};

/* ---- signals ---- */

/* The handler only takes note.  Who writes looks here between two files, so
 * that temporary files are removed by ordinary code. */
static volatile sig_atomic_t caught;

static const int ending[] = { SIGINT, SIGTERM, SIGHUP };
#define ENDING_COUNT (sizeof ending / sizeof *ending)

struct dispositions {
	struct sigaction ending[ENDING_COUNT];
};

static void
on_signal(int number)
{
	caught = number;
}

/* Without SA_RESTART, so that a slow disk does not hold a signal up. */
static void
signals_hold(struct dispositions *old)
{
	struct sigaction note = { .sa_handler = on_signal };

	caught = 0;
	for (size_t i = 0; i < ENDING_COUNT; i++) {
		sigaction(ending[i], NULL, &old->ending[i]);
		if (old->ending[i].sa_handler != SIG_IGN) /* nohup */
			sigaction(ending[i], &note, NULL);
	}
}

static void
signals_release(const struct dispositions *old)
{
	for (size_t i = 0; i < ENDING_COUNT; i++)
		sigaction(ending[i], &old->ending[i], NULL);
	if (caught != 0)
		raise(caught);
}

/* ---- what goes wrong ---- */

static bool
fail(struct writer *w, const char *path, const char *why)
{
	diag_error_in(w->d, "output-failed", NULL, 0, "cannot write %s: %s",
	    path, why);
	w->result.failed = true;
	return false;
}

static bool
fail_file(struct writer *w, size_t n, int error)
{
	return fail(w, arena_printf(&w->arena, "%s/%s", w->folder.base,
	    output_full_path(w->o, n)), strerror(error));
}

static bool
open_folder(struct writer *w, size_t n, const char **name)
{
	return folder_of(&w->folder, output_full_path(w->o, n), name) ||
	    fail(w, w->folder.where, w->folder.why);
}

/* ---- temporary files ---- */

struct temporary_name {
	char text[sizeof TEMPORARY_PREFIX + 48]; /* and two numbers */
};

/* Not in the arena: while files stand under such names no memory is asked
 * for, since without it the process ends. */
static struct temporary_name
temporary_name(unsigned long number)
{
	struct temporary_name name;

	snprintf(name.text, sizeof name.text, TEMPORARY_PREFIX "%ld.%lu",
	    (long)getpid(), number);
	return name;
}

bool
output_is_temporary(const char *name, long *pid)
{
	static const char digits[] = "0123456789";
	size_t n = strlen(TEMPORARY_PREFIX), pid_size, number_size;

	if (strncmp(name, TEMPORARY_PREFIX, n) != 0)
		return false;
	name += n;
	pid_size = strspn(name, digits);
	if (pid_size == 0 || pid_size > 10 || name[pid_size] != '.')
		return false;
	number_size = strspn(name + pid_size + 1, digits);
	*pid = strtol(name, NULL, 10);
	return *pid > 0 && number_size > 0 &&
	    name[pid_size + 1 + number_size] == '\0';
}

static bool
is_left_over(int folder, const char *name)
{
	struct stat st;
	long pid;

	return output_is_temporary(name, &pid) &&
	    kill((pid_t)pid, 0) != 0 && errno == ESRCH &&
	    fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISREG(st.st_mode);
}

/* Removes what a killed run has left; one that still runs is let be. */
static void
sweep(int folder)
{
	int fd = dup(folder);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *entry;

	if (dir == NULL) {
		if (fd >= 0)
			close(fd);
		return;
	}
	rewinddir(dir);
	while ((entry = readdir(dir)) != NULL)
		if (is_left_over(folder, entry->d_name))
			unlinkat(folder, entry->d_name, 0);
	closedir(dir);
}

static bool
write_all(int fd, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = write(fd, bytes, size);

		if (n < 0 && errno == EINTR && caught == 0)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		size -= (size_t)n;
	}
	return true;
}

/* A new file for the n-th one; -1 with errno. */
static int
open_temporary(struct writer *w, size_t n)
{
	int fd;

	do {
		fd = openat(w->folder.fd, temporary_name(++w->last).text,
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		    0666);
	} while (fd < 0 && errno == EEXIST);
	if (fd >= 0)
		w->numbers[n] = w->last;
	return fd;
}

static bool
write_temporary(struct writer *w, size_t n)
{
	const char *bytes;
	size_t size;
	int fd = open_temporary(w, n);
	bool written;
	int error;

	if (fd < 0)
		return fail_file(w, n, errno);
	output_get(w->o, n, NULL, NULL, &bytes, &size);
	written = write_all(fd, bytes, size);
	error = errno;
	/* a full disk may show only here */
	if (close(fd) != 0 && written) {
		written = false;
		error = errno;
	}
	return written || fail_file(w, n, error);
}

/* ---- the stages ---- */

static bool
is_folder(int folder, const char *name)
{
	struct stat st;

	return fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISDIR(st.st_mode);
}

static bool
prepare_file(struct writer *w, size_t n)
{
	const char *name, *bytes;
	size_t size;

	if (!open_folder(w, n, &name))
		return false;
	if (w->folder.fresh)
		sweep(w->folder.fd);
	output_get(w->o, n, NULL, NULL, &bytes, &size);
	if (folder_has(w->folder.fd, name, bytes, size)) {
		w->result.unchanged++;
		return true;
	}
	if (is_folder(w->folder.fd, name))
		return fail_file(w, n, EISDIR);
	return write_temporary(w, n);
}

static bool
prepare_all(struct writer *w)
{
	for (size_t n = 0; n < output_count(w->o); n++) {
		if (caught != 0)
			return fail(w, w->folder.base, "interrupted");
		if (!prepare_file(w, n))
			return false;
	}
	return caught == 0 || fail(w, w->folder.base, "interrupted");
}

/* Nothing stops this half-way but a fault of the disk, and a kill. */
static bool
rename_all(struct writer *w)
{
	const char *name;

	for (size_t n = 0; n < output_count(w->o); n++) {
		if (w->numbers[n] == NO_NUMBER)
			continue;
		if (!open_folder(w, n, &name))
			return false;
		if (renameat(w->folder.fd, temporary_name(w->numbers[n]).text,
		    w->folder.fd, name) != 0)
			return fail_file(w, n, errno);
		w->numbers[n] = NO_NUMBER;
		w->result.written++;
	}
	return true;
}

/* By its path, where no file may be opened any more. */
static void
remove_by_path(struct writer *w, size_t n)
{
	const char *path = output_full_path(w->o, n);
	const char *slash = strrchr(path, '/');

	unlink(arena_printf(&w->arena, "%s/%.*s/%s", w->folder.base,
	    slash == NULL ? 0 : (int)(slash - path), path,
	    temporary_name(w->numbers[n]).text));
}

static void
remove_temporaries(struct writer *w)
{
	const char *name;

	w->folder.make = false;
	for (size_t n = 0; n < output_count(w->o); n++) {
		if (w->numbers[n] == NO_NUMBER)
			continue;
		if (folder_of(&w->folder, output_full_path(w->o, n), &name))
			unlinkat(w->folder.fd,
			    temporary_name(w->numbers[n]).text, 0);
		else
			remove_by_path(w, n);
	}
}

/* ---- one file ---- */

/* The bytes, safely on disk, with the permissions of the file that they replace;
 * false with errno. */
static bool
write_like(int fd, const struct stat *old, const char *bytes, size_t size)
{
	bool ok = write_all(fd, bytes, size) &&
	    fchmod(fd, old->st_mode & 07777) == 0 && fsync(fd) == 0;
	int error = errno;

	if (close(fd) != 0 && ok)
		return false;
	errno = error;
	return ok;
}

static bool
replace(const char *path, const char *temporary, const char *bytes, size_t size)
{
	struct stat old;
	int fd, error;

	if (stat(path, &old) != 0)
		return false;
	fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
	    O_CLOEXEC, 0600);
	if (fd < 0)
		return false;
	errno = 0;
	if (write_like(fd, &old, bytes, size) && caught == 0 &&
	    rename(temporary, path) == 0)
		return true;
	error = caught != 0 ? EINTR : errno;
	unlink(temporary);
	errno = error;
	return false;
}

bool
output_replace(const char *path, const void *bytes, size_t size,
    struct diags *d)
{
	struct arena arena = { 0 };
	char *real = realpath(path, NULL);
	const char *name = real == NULL ? NULL : strrchr(real, '/');
	struct dispositions old;
	bool ok = name != NULL;

	signals_hold(&old);
	if (ok)
		ok = replace(real, arena_printf(&arena, "%.*s/"
		    TEMPORARY_PREFIX "%ld.1", (int)(name - real), real,
		    (long)getpid()), bytes, size);
	if (!ok)
		diag_error_in(d, "output-failed", path, 0, "cannot write: %s",
		    strerror(errno));
	signals_release(&old);
	free(real);
	arena_free(&arena);
	return ok;
}

struct output_result
output_write(const struct output *o, const char *dir, struct diags *d)
{
	struct writer w = { .o = o, .d = d };
	struct dispositions old;

	w.folder = folder_start(&w.arena, dir, true);
	w.numbers = arena_alloc(&w.arena, output_count(o), sizeof *w.numbers);
	signals_hold(&old);
	if (!prepare_all(&w) || !rename_all(&w))
		remove_temporaries(&w);
	folder_end(&w.folder);
	signals_release(&old);
	arena_free(&w.arena);
	return w.result;
}
