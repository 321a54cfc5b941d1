/* SPDX-License-Identifier: MIT */
#include "templates.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "embedded.h"
#include "source.h"

#define FILE_BYTES_MAX ((size_t)64 * 1024 * 1024)
#define DEPTH_MAX 16 /* of folders; a bind mount could be endless */

/* Paths or names; the array lives in the arena. */
struct list {
	const char **items;
	size_t count, room;
};

struct templates {
	struct arena *arena;
	const char *dir;   /* as the user gave it, or NULL */
	const char *real;  /* without links; NULL where there is none */
	const char *fault, *fault_at; /* what went wrong first */
	struct list inputs;
};

static void
list_add(struct arena *arena, struct list *l, const char *item)
{
	if (l->count == l->room) {
		size_t room = l->room == 0 ? 16 : l->room * 2;
		const char **items = arena_alloc(arena, room, sizeof *items);

		for (size_t i = 0; i < l->count; i++)
			items[i] = l->items[i];
		l->items = items;
		l->room = room;
	}
	l->items[l->count++] = item;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
list_sort(struct list *l)
{
	size_t kept = 0;

	if (l->count > 1)
		qsort(l->items, l->count, sizeof *l->items, compare);
	for (size_t i = 0; i < l->count; i++)
		if (kept == 0 || strcmp(l->items[kept - 1], l->items[i]) != 0)
			l->items[kept++] = l->items[i];
	l->count = kept;
}

/* ---- where files are ---- */

static const char *
real_path(struct arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy = real == NULL ? NULL : arena_strdup(arena, real);

	free(real);
	return copy;
}

static const char *
folder_fault(struct arena *arena, const char *dir)
{
	struct stat st;

	if (stat(dir, &st) != 0)
		return arena_strdup(arena, strerror(errno));
	return S_ISDIR(st.st_mode) ? NULL : "not a folder";
}

struct templates *
templates_open(struct arena *arena, const char *dir)
{
	struct templates *t = arena_alloc(arena, 1, sizeof *t);

	t->arena = arena;
	if (dir == NULL)
		return t;
	t->dir = arena_strdup(arena, dir);
	t->fault = folder_fault(arena, dir);
	t->fault_at = t->dir;
	if (t->fault == NULL)
		t->real = real_path(arena, dir);
	return t;
}

const char *
templates_fault(const struct templates *t, const char **where)
{
	*where = t->fault_at;
	return t->fault;
}

/* Names with other bytes mean something in an address or to a shell. */
static bool
is_safe(const char *path)
{
	static const char ok[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789._+-";

	while (*path != '\0') {
		size_t n = strspn(path, ok);

		if (n == 0 || (n == 1 && path[0] == '.') ||
		    (n == 2 && path[0] == '.' && path[1] == '.'))
			return false;
		path += n;
		if (*path == '/' && path[1] != '\0')
			path++;
		else if (*path != '\0')
			return false;
	}
	return true;
}

static int
compare_embedded(const void *key, const void *item)
{
	return strcmp(key, ((const struct embedded_file *)item)->path);
}

static const struct embedded_file *
find_embedded(const char *path)
{
	return bsearch(path, embedded_files, embedded_count,
	    sizeof *embedded_files, compare_embedded);
}

static bool
is_inside(const char *real, const char *folder)
{
	size_t n = strlen(folder);

	return strncmp(real, folder, n) == 0 &&
	    (real[n] == '/' || (n == 1 && real[0] == '/'));
}

static const char *
user_path(const struct templates *t, const char *path)
{
	return arena_printf(t->arena, "%s/%s", t->dir, path);
}

/* A file that is there but cannot be looked at must not count as missing:
 * the built-in one would silently take its place. */
static void
note_fault(struct templates *t, const char *path)
{
	if (errno == ENOENT || errno == ENOTDIR || t->fault != NULL)
		return;
	t->fault = arena_strdup(t->arena, strerror(errno));
	t->fault_at = user_path(t, path);
}

static bool
user_stat(struct templates *t, const char *path, struct stat *st)
{
	if (t->real == NULL)
		return false;
	if (stat(user_path(t, path), st) == 0)
		return true;
	note_fault(t, path);
	return false;
}

static bool
user_has(struct templates *t, const char *path)
{
	struct stat st;

	return user_stat(t, path, &st) && !S_ISDIR(st.st_mode);
}

bool
templates_have(struct templates *t, const char *path)
{
	return is_safe(path) && *path != '\0' &&
	    (user_has(t, path) || find_embedded(path) != NULL);
}

bool
templates_is_user(struct templates *t, const char *path)
{
	return user_has(t, path);
}

const char *
templates_name(struct templates *t, const char *path)
{
	if (user_has(t, path))
		return user_path(t, path);
	return arena_printf(t->arena, "templates/%s", path);
}

/* ---- reading ---- */

void
templates_add_input(struct templates *t, const char *name)
{
	list_add(t->arena, &t->inputs, arena_strdup(t->arena, name));
}

size_t
templates_inputs(struct templates *t, const char *const **names)
{
	list_sort(&t->inputs);
	*names = t->inputs.items;
	return t->inputs.count;
}

static const char *
read_user(struct templates *t, const char *path, struct template_file *file)
{
	const char *name = user_path(t, path);
	const char *real = real_path(t->arena, name);
	const struct source *s;

	if (real == NULL)
		return arena_strdup(t->arena, strerror(errno));
	if (!is_inside(real, t->real))
		return "leads outside of the templates folder";
	s = source_read(t->arena, real, FILE_BYTES_MAX);
	if (s == NULL)
		return arena_strdup(t->arena, errno == EINVAL
		    ? "not a regular file" : strerror(errno));
	*file = (struct template_file){ name, s->bytes, s->size };
	templates_add_input(t, name);
	return NULL;
}

const char *
templates_read(struct templates *t, const char *path,
    struct template_file *file)
{
	const struct embedded_file *e;

	if (!is_safe(path) || *path == '\0')
		return "not a path below the templates folder";
	if (user_has(t, path))
		return read_user(t, path, file);
	if (t->fault != NULL)
		return t->fault;
	e = find_embedded(path);
	if (e == NULL)
		return "there is no such template file";
	*file = (struct template_file){ templates_name(t, path),
		(const char *)e->bytes, e->size };
	return NULL;
}

/* ---- lists ---- */

/* The part of an embedded path that the list names, or NULL. */
static const char *
part_listed(struct arena *arena, const char *path, const char *folder)
{
	size_t n = strlen(folder);
	const char *slash = strchr(path, '/');

	if (n == 0)
		return slash == NULL ? NULL
		    : arena_strndup(arena, path, (size_t)(slash - path));
	return strncmp(path, folder, n) == 0 && path[n] == '/' ? path : NULL;
}

static void
list_embedded(const struct templates *t, const char *folder, struct list *l)
{
	for (size_t i = 0; i < embedded_count; i++) {
		const char *part =
		    part_listed(t->arena, embedded_files[i].path, folder);

		if (part != NULL)
			list_add(t->arena, l, part);
	}
}

static bool
is_folder(struct templates *t, const char *path)
{
	struct stat st;

	return user_stat(t, path, &st) && S_ISDIR(st.st_mode);
}

static void list_user(struct templates *t, const char *folder, int depth,
    struct list *l);

/* Whatever a name holds: who uses it will say what is wrong with it. */
static void
list_entry(struct templates *t, const char *folder, const char *name,
    int depth, struct list *l)
{
	bool top = *folder == '\0';
	const char *path = top ? arena_strdup(t->arena, name)
	    : arena_printf(t->arena, "%s/%s", folder, name);
	bool is_dir;

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return;
	is_dir = is_folder(t, path);
	if (is_dir == top) {
		list_add(t->arena, l, path);
	} else if (is_dir && depth > 0) {
		list_user(t, path, depth - 1, l);
	} else if (is_dir) {
		errno = ELOOP;
		note_fault(t, path);
	}
}

static void
list_user(struct templates *t, const char *folder, int depth, struct list *l)
{
	DIR *dir = opendir(user_path(t, folder));
	const struct dirent *entry;

	if (dir == NULL) {
		note_fault(t, folder);
		return;
	}
	while (errno = 0, (entry = readdir(dir)) != NULL)
		list_entry(t, folder, entry->d_name, depth, l);
	if (errno != 0)
		note_fault(t, folder);
	closedir(dir);
}

size_t
templates_list(struct templates *t, const char *folder,
    const char *const **paths)
{
	struct list l = { 0 };

	list_embedded(t, folder, &l);
	if (t->real != NULL)
		list_user(t, folder, DEPTH_MAX, &l);
	list_sort(&l);
	*paths = l.items;
	return l.count;
}
