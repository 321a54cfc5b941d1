/* SPDX-License-Identifier: MIT */
/* calls.c - makes one call to the system fail.  To be preloaded:
 *
 *	FAULT=CALL:N:WHAT   the N-th such call fails ("N+": and all after it)
 *	FAULT_BYTES=N       the disk is full after N bytes
 *	FAULT_COUNT=FILE    at the end, how often each call was made
 *	FAULT_OPENED=FILE   the name of each file that was opened
 *
 * WHAT is an errno ("ENOSPC"), "SHORT" (half is written or read), or a signal
 * ("SIGINT"), which is raised before the call is made as it should be. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum call {
	CALL_WRITE, CALL_READ, CALL_OPEN, CALL_CLOSE, CALL_RENAME, CALL_MKDIR,
	CALL_UNLINK, CALL_FSYNC, CALL_STAT, CALL_DUP, CALL_PIPE, CALL_FORK,
	CALL_SOCKET, CALL_COUNT
};

static const char *const names[CALL_COUNT] = {
	"write", "read", "open", "close", "rename", "mkdir", "unlink", "fsync",
	"stat", "dup", "pipe", "fork", "socket",
};

static const struct {
	const char *name;
	int value;
	bool is_signal;
} faults[] = {
	{ "ENOSPC", ENOSPC, false }, { "EIO", EIO, false },
	{ "EDQUOT", EDQUOT, false }, { "EINTR", EINTR, false },
	{ "EACCES", EACCES, false }, { "EROFS", EROFS, false },
	{ "EMFILE", EMFILE, false }, { "ENFILE", ENFILE, false },
	{ "ENOMEM", ENOMEM, false }, { "EAGAIN", EAGAIN, false },
	{ "SHORT", 0, false },
	{ "SIGINT", SIGINT, true }, { "SIGTERM", SIGTERM, true },
	{ "SIGHUP", SIGHUP, true }, { "SIGKILL", SIGKILL, true },
};

static unsigned long counts[CALL_COUNT];
static enum call chosen = CALL_COUNT;
static unsigned long chosen_at;
static bool on_from_there;
static size_t what;
static long bytes_left = -1;
static bool ended; /* what comes now is our own */

static void
misused(const char *why)
{
	fprintf(stderr, "calls.c: %s\n", why);
	_exit(99);
}

static void
choose(const char *spec)
{
	char call[16], at[24], fault[16], *end;

	if (sscanf(spec, "%15[^:]:%23[^:]:%15s", call, at, fault) != 3)
		misused("FAULT is not CALL:N:WHAT");
	for (chosen = 0; chosen < CALL_COUNT; chosen++)
		if (strcmp(names[chosen], call) == 0)
			break;
	for (what = 0; what < sizeof faults / sizeof *faults; what++)
		if (strcmp(faults[what].name, fault) == 0)
			break;
	chosen_at = strtoul(at, &end, 10);
	on_from_there = *end == '+';
	if (chosen == CALL_COUNT || what == sizeof faults / sizeof *faults ||
	    chosen_at == 0)
		misused("FAULT names nothing known");
}

__attribute__((constructor)) static void
start(void)
{
	const char *spec = getenv("FAULT"), *bytes = getenv("FAULT_BYTES");

	if (spec != NULL && *spec != '\0')
		choose(spec);
	if (bytes != NULL)
		bytes_left = strtol(bytes, NULL, 10);
}

__attribute__((destructor)) static void
end(void)
{
	const char *path = getenv("FAULT_COUNT");
	FILE *to;

	ended = true;
	to = path == NULL ? NULL : fopen(path, "w");
	for (int i = 0; to != NULL && i < CALL_COUNT; i++)
		fprintf(to, "%s %lu\n", names[i], counts[i]);
	if (to != NULL)
		fclose(to);
}

/* True where this call is to fail; errno is set, 0 for a short one. */
static bool
fails(enum call call)
{
	unsigned long n;

	if (ended)
		return false;
	n = ++counts[call];
	if (call != chosen || n < chosen_at || (n > chosen_at && !on_from_there))
		return false;
	errno = faults[what].value;
	if (!faults[what].is_signal)
		return true;
	raise(faults[what].value);
	return false;
}

static void
note_opened(const char *path)
{
	const char *log = getenv("FAULT_OPENED");
	long fd;

	if (log == NULL || ended)
		return;
	fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND,
	    0666);
	syscall(SYS_write, fd, path, strlen(path));
	syscall(SYS_write, fd, "\n", 1);
	syscall(SYS_close, fd);
}

/* ---- the calls ---- */

ssize_t
write(int fd, const void *bytes, size_t size)
{
	if (fails(CALL_WRITE)) {
		if (errno != 0)
			return -1;
		size = (size + 1) / 2;
	}
	if (bytes_left == 0 && size > 0) {
		errno = ENOSPC;
		return -1;
	}
	if (bytes_left > 0 && size > (size_t)bytes_left)
		size = (size_t)bytes_left;
	if (bytes_left > 0)
		bytes_left -= (long)size;
	return syscall(SYS_write, fd, bytes, size);
}

ssize_t
read(int fd, void *bytes, size_t size)
{
	if (fails(CALL_READ)) {
		if (errno != 0)
			return -1;
		size = (size + 1) / 2;
	}
	return syscall(SYS_read, fd, bytes, size);
}

static int
open_at(int folder, const char *path, int flags, mode_t mode)
{
	if (fails(CALL_OPEN))
		return -1;
	note_opened(path);
	return (int)syscall(SYS_openat, folder, path, flags, mode);
}

/* The mode is there only where a file may be made. */
#define MODE_AFTER(last) \
	mode_t mode = 0; \
	if ((flags & (O_CREAT | O_TMPFILE)) != 0) { \
		va_list args; \
		va_start(args, last); \
		mode = va_arg(args, mode_t); \
		va_end(args); \
	}

int
open(const char *path, int flags, ...)
{
	MODE_AFTER(flags)
	return open_at(AT_FDCWD, path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	MODE_AFTER(flags)
	return open_at(AT_FDCWD, path, flags, mode);
}

int
openat(int folder, const char *path, int flags, ...)
{
	MODE_AFTER(flags)
	return open_at(folder, path, flags, mode);
}

int
openat64(int folder, const char *path, int flags, ...)
{
	MODE_AFTER(flags)
	return open_at(folder, path, flags, mode);
}

/* Linux has closed it even where it says otherwise. */
int
close(int fd)
{
	bool failed = fails(CALL_CLOSE);
	int error = errno;

	if (syscall(SYS_close, fd) != 0)
		return -1;
	errno = error;
	return failed ? -1 : 0;
}

FILE *
fopen(const char *path, const char *mode)
{
	/* POSIX has what ISO C lacks: a function's address from a void * */
	FILE *(*next)(const char *, const char *);

	*(void **)&next = dlsym(RTLD_NEXT, "fopen");
	if (fails(CALL_OPEN))
		return NULL;
	note_opened(path);
	return next(path, mode);
}

int
fclose(FILE *file)
{
	int (*next)(FILE *);
	bool failed = fails(CALL_CLOSE);
	int error = errno;

	*(void **)&next = dlsym(RTLD_NEXT, "fclose");
	if (next(file) != 0)
		return EOF;
	errno = error;
	return failed ? EOF : 0;
}

int
renameat(int from, const char *old, int to, const char *new)
{
	return fails(CALL_RENAME) ? -1
	    : (int)syscall(SYS_renameat2, from, old, to, new, 0);
}

int
rename(const char *old, const char *new)
{
	return renameat(AT_FDCWD, old, AT_FDCWD, new);
}

int
mkdirat(int folder, const char *path, mode_t mode)
{
	return fails(CALL_MKDIR) ? -1
	    : (int)syscall(SYS_mkdirat, folder, path, mode);
}

int
mkdir(const char *path, mode_t mode)
{
	return mkdirat(AT_FDCWD, path, mode);
}

int
unlinkat(int folder, const char *path, int flags)
{
	return fails(CALL_UNLINK) ? -1
	    : (int)syscall(SYS_unlinkat, folder, path, flags);
}

int
unlink(const char *path)
{
	return unlinkat(AT_FDCWD, path, 0);
}

int
fsync(int fd)
{
	return fails(CALL_FSYNC) ? -1 : (int)syscall(SYS_fsync, fd);
}

int
fdatasync(int fd)
{
	return fails(CALL_FSYNC) ? -1 : (int)syscall(SYS_fdatasync, fd);
}

int
fstatat(int folder, const char *restrict path, struct stat *restrict st,
    int flags)
{
	return fails(CALL_STAT) ? -1
	    : (int)syscall(SYS_newfstatat, folder, path, st, flags);
}

int
stat(const char *restrict path, struct stat *restrict st)
{
	return fstatat(AT_FDCWD, path, st, 0);
}

int
lstat(const char *restrict path, struct stat *restrict st)
{
	return fstatat(AT_FDCWD, path, st, AT_SYMLINK_NOFOLLOW);
}

int
fstat(int fd, struct stat *st)
{
	return fails(CALL_STAT) ? -1 : (int)syscall(SYS_fstat, fd, st);
}

int
dup(int fd)
{
	return fails(CALL_DUP) ? -1 : (int)syscall(SYS_dup, fd);
}

int
pipe(int fds[2])
{
	return fails(CALL_PIPE) ? -1 : (int)syscall(SYS_pipe2, fds, 0);
}

int
socket(int domain, int type, int protocol)
{
	return fails(CALL_SOCKET) ? -1
	    : (int)syscall(SYS_socket, domain, type, protocol);
}

/* The C library has more to do than the system call. */
extern pid_t __libc_fork(void);

pid_t
fork(void)
{
	return fails(CALL_FORK) ? -1 : __libc_fork();
}
