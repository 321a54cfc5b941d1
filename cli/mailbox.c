/* SPDX-License-Identifier: MIT */
#include "mailbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define MESSAGE_BYTES ((size_t)32 << 20)
#define CHUNK_BYTES ((size_t)64 << 10)

struct mailbox {
	int count;         /* what the caller named */
	char **names;
	int at;            /* the next of them */
	char **files;      /* of the folder that is being read */
	size_t file_count, file_at;
	char **kept;       /* names that were given out */
	size_t kept_count, kept_room;

	const char *name;  /* of the open file */
	int fd;            /* -1: none is open */
	size_t number;     /* of its messages given out */
	bool mbox, started, end;
	char *chunk;
	size_t size, place; /* of what was read */
	size_t bytes;
	struct text line;
	bool failed;
};

static void
tell(struct mailbox *m, const char *name, const char *problem)
{
	fprintf(stderr, "mailerr: %s: %s\n",
	    strcmp(name, "-") == 0 ? "standard input" : name, problem);
	m->failed = true;
}

/* ---- folders ---- */

static char *
path_in(const char *folder, const char *name)
{
	struct text path = { 0 };

	text_string(&path, folder);
	if (path.size > 0 && path.bytes[path.size - 1] != '/')
		text_byte(&path, '/');
	text_string(&path, name);
	text_end(&path);
	return path.bytes;
}

static bool
is_kind(const char *path, mode_t kind)
{
	struct stat s;

	return stat(path, &s) == 0 && (s.st_mode & S_IFMT) == kind;
}

static void
add_files(struct mailbox *m, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t room = m->file_count;

	if (dir == NULL) {
		tell(m, folder, strerror(errno));
		return;
	}
	while ((entry = readdir(dir)) != NULL) {
		char *path;

		if (*entry->d_name == '.')
			continue;
		path = path_in(folder, entry->d_name);
		if (!is_kind(path, S_IFREG)) {
			free(path);
			continue;
		}
		if (m->file_count == room) {
			room = room == 0 ? 64 : room * 2;
			m->files = memory_resize(m->files,
			    room * sizeof *m->files);
		}
		m->files[m->file_count++] = path;
	}
	closedir(dir);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A Maildir's new mail, then its read one; of another folder what it holds. */
static void
read_folder(struct mailbox *m, const char *folder)
{
	char *parts[] = { path_in(folder, "new"), path_in(folder, "cur") };
	bool maildir = is_kind(parts[0], S_IFDIR) && is_kind(parts[1], S_IFDIR);

	free(m->files);
	m->files = NULL;
	m->file_count = m->file_at = 0;
	if (maildir) {
		size_t first;

		add_files(m, parts[0]);
		first = m->file_count;
		if (first > 0)
			qsort(m->files, first, sizeof *m->files, by_name);
		add_files(m, parts[1]);
		if (m->file_count > first)
			qsort(m->files + first, m->file_count - first,
			    sizeof *m->files, by_name);
	} else {
		add_files(m, folder);
		if (m->file_count > 0)
			qsort(m->files, m->file_count, sizeof *m->files,
			    by_name);
	}
	free(parts[0]);
	free(parts[1]);
}

/* ---- files ---- */

static void
keep_name(struct mailbox *m, char *name)
{
	if (m->kept_count == m->kept_room) {
		m->kept_room = m->kept_room == 0 ? 64 : m->kept_room * 2;
		m->kept = memory_resize(m->kept,
		    m->kept_room * sizeof *m->kept);
	}
	m->kept[m->kept_count++] = name;
}

static bool
open_file(struct mailbox *m, const char *name)
{
	m->fd = strcmp(name, "-") == 0 ? dup(STDIN_FILENO)
	    : open(name, O_RDONLY);
	m->name = name;
	m->started = m->end = m->mbox = false;
	m->size = m->place = m->number = 0;
	text_clear(&m->line);
	if (m->fd < 0)
		tell(m, name, strerror(errno));
	return m->fd >= 0;
}

static void
close_file(struct mailbox *m)
{
	if (m->fd >= 0)
		close(m->fd);
	m->fd = -1;
}

/* Opens the next file there is; false at the end of all. */
static bool
open_next(struct mailbox *m)
{
	for (;;) {
		if (m->file_at < m->file_count) {
			char *name = m->files[m->file_at++];

			keep_name(m, name);
			if (open_file(m, name))
				return true;
		} else if (m->at < m->count) {
			const char *name = m->names[m->at++];

			if (strcmp(name, "-") != 0 && is_kind(name, S_IFDIR))
				read_folder(m, name);
			else if (open_file(m, name))
				return true;
		} else {
			return false;
		}
	}
}

/* Reads on where all was taken; false at the end of the file. */
static bool
fill(struct mailbox *m)
{
	ssize_t n;

	if (m->place < m->size)
		return true;
	if (m->end)
		return false;
	do
		n = read(m->fd, m->chunk, CHUNK_BYTES);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		tell(m, m->name, strerror(errno));
	m->end = n <= 0;
	m->place = 0;
	m->size = n <= 0 ? 0 : (size_t)n;
	m->bytes += m->size;
	return n > 0;
}

/* Takes a line, its line feed too, of any length; what is over MESSAGE_BYTES
 * is dropped. */
static bool
take_line(struct mailbox *m)
{
	text_clear(&m->line);
	while (fill(m)) {
		const char *at = m->chunk + m->place;
		size_t left = m->size - m->place;
		const char *end = memchr(at, '\n', left);
		size_t n = end == NULL ? left : (size_t)(end - at) + 1;

		if (m->line.size < MESSAGE_BYTES)
			text_add(&m->line, at, n);
		m->place += n;
		if (end != NULL)
			return true;
	}
	return m->line.size > 0;
}

/* "From a@example.org Thu Jan  1 00:00:00 2026": a time must stand in it, for
 * people begin sentences so, too. */
static bool
is_from_line(struct slice line)
{
	if (line.size < 5 || memcmp(line.s, "From ", 5) != 0)
		return false;
	for (size_t n = 5; n + 4 < line.size; n++)
		if (line.s[n] == ':' && is_digit(line.s[n - 1]) &&
		    is_digit(line.s[n + 1]) && is_digit(line.s[n + 2]))
			return true;
	return false;
}

/* Reads the lines of a message; in an mbox up to the next one's From line. */
static bool
take_message(struct mailbox *m, struct text *message)
{
	bool empty = true, any = false;

	text_clear(message);
	while (take_line(m)) {
		struct slice line = slice_text(&m->line);

		if (!m->started) {
			m->started = true;
			m->mbox = line.size > 5 &&
			    memcmp(line.s, "From ", 5) == 0;
			any = true;
			if (m->mbox)
				continue;
		} else if (m->mbox && empty && is_from_line(line)) {
			return true;
		}
		any = true;
		if (message->size < MESSAGE_BYTES)
			text_slice(message, line);
		empty = slice_trim(line).size == 0;
	}
	return any;
}

bool
mailbox_next(struct mailbox *m, struct text *message, const char **name,
    size_t *number)
{
	for (;;) {
		if (m->fd < 0 && !open_next(m))
			return false;
		if (take_message(m, message)) {
			*name = m->name;
			*number = ++m->number;
			return true;
		}
		close_file(m);
	}
}

struct mailbox *
mailbox_open(int count, char **names)
{
	struct mailbox *m = memory_get(sizeof *m);

	*m = (struct mailbox){ .count = count, .names = names, .fd = -1,
		.chunk = memory_get(CHUNK_BYTES) };
	return m;
}

bool
mailbox_failed(const struct mailbox *m)
{
	return m->failed;
}

size_t
mailbox_bytes(const struct mailbox *m)
{
	return m->bytes;
}

void
mailbox_close(struct mailbox *m)
{
	if (m == NULL)
		return;
	close_file(m);
	for (size_t i = 0; i < m->kept_count; i++)
		free(m->kept[i]);
	while (m->file_at < m->file_count)
		free(m->files[m->file_at++]);
	free(m->files);
	free(m->kept);
	free(m->chunk);
	text_free(&m->line);
	free(m);
}
