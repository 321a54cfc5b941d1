/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "output_private.h"

#define NAME_BYTES_MAX 255
#define PATH_BYTES_MAX 2048

struct file {
	const char *target, *path;
	const char *full; /* "target/path" */
	const char *bytes;
	size_t size;
};

/* A full path that is taken, by a file or by a folder that files need. */
struct taken {
	const char *path;
	bool folder;
};

struct output {
	struct arena *arena;
	struct file *files;
	size_t count, room;
	struct taken *table; /* by hash, open addressing */
	size_t used, mask;
};

struct output *
output_new(struct arena *arena)
{
	struct output *o = arena_alloc(arena, 1, sizeof *o);

	o->arena = arena;
	o->mask = 255;
	o->table = arena_alloc(arena, o->mask + 1, sizeof *o->table);
	return o;
}

/* ---- which paths are taken ---- */

/* FNV-1a */
static size_t
hash(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h;
}

static struct taken *
slot_of(const struct output *o, const char *path)
{
	size_t i = hash(path) & o->mask;

	while (o->table[i].path != NULL && strcmp(o->table[i].path, path) != 0)
		i = (i + 1) & o->mask;
	return &o->table[i];
}

static void
grow_table(struct output *o)
{
	struct taken *old = o->table;
	size_t count = o->mask + 1;

	o->mask = count * 2 - 1;
	o->table = arena_alloc(o->arena, count * 2, sizeof *o->table);
	for (size_t i = 0; i < count; i++)
		if (old[i].path != NULL)
			*slot_of(o, old[i].path) = old[i];
}

static void
take(struct output *o, const char *path, bool folder)
{
	if (++o->used > o->mask / 2)
		grow_table(o);
	*slot_of(o, path) = (struct taken){ path, folder };
}

bool
output_has(const struct output *o, const char *full_path)
{
	const struct taken *t = slot_of(o, full_path);

	return t->path != NULL && !t->folder;
}

/* Takes all folders above a file.  False where one of them is a file. */
static bool
take_folders(struct output *o, const char *full)
{
	for (const char *p = strchr(full, '/'); p != NULL;
	     p = strchr(p + 1, '/')) {
		const char *folder =
		    arena_strndup(o->arena, full, (size_t)(p - full));
		const struct taken *t = slot_of(o, folder);

		if (t->path != NULL && !t->folder)
			return false;
		if (t->path == NULL)
			take(o, folder, true);
	}
	return true;
}

/* ---- paths ---- */

static const char *
name_fault(const char *name, size_t size)
{
	static const char ok[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789._+-";

	if (size == 0)
		return "has an empty name in it";
	if (size > NAME_BYTES_MAX)
		return "has a name in it that is too long";
	if (strspn(name, ok) < size)
		return "holds a character other than A-Z a-z 0-9 . _ + - /";
	if (strncmp(name, "..", size) == 0)
		return "has . or .. in it";
	if (*name == '-')
		return "has a name in it that begins with '-'";
	if (strncmp(name, TEMPORARY_PREFIX, strlen(TEMPORARY_PREFIX)) == 0)
		return "has the name of a temporary file";
	return NULL;
}

const char *
output_path_fault(const char *path)
{
	const char *fault = NULL;

	if (*path == '\0')
		return "is empty";
	if (*path == '/')
		return "is absolute";
	if (strlen(path) > PATH_BYTES_MAX)
		return "is too long";
	while (fault == NULL) {
		size_t n = strcspn(path, "/");

		fault = name_fault(path, n);
		if (path[n] == '\0')
			break;
		path += n + 1;
	}
	return fault;
}

/* ---- files ---- */

static void
append(struct output *o, struct file file)
{
	if (o->count == o->room) {
		size_t room = o->room == 0 ? 64 : o->room * 2;
		struct file *files =
		    arena_alloc(o->arena, room, sizeof *files);

		if (o->count > 0)
			memcpy(files, o->files, o->count * sizeof *files);
		o->files = files;
		o->room = room;
	}
	o->files[o->count++] = file;
}

const char *
output_adopt(struct output *o, const char *target, const char *path,
    const void *bytes, size_t size)
{
	const char *fault = output_path_fault(path), *full;
	const struct taken *t;

	if (fault == NULL)
		fault = name_fault(target, strlen(target));
	if (fault != NULL)
		return fault;
	full = arena_printf(o->arena, "%s/%s", target, path);
	t = slot_of(o, full);
	if (t->path != NULL)
		return t->folder ? "is a folder of another file"
		    : "is made twice";
	if (!take_folders(o, full))
		return "stands in a folder that is a file as well";
	take(o, full, false);
	append(o, (struct file){ arena_strdup(o->arena, target),
	    full + strlen(target) + 1, full, bytes, size });
	return NULL;
}

const char *
output_add(struct output *o, const char *target, const char *path,
    const void *bytes, size_t size)
{
	return output_adopt(o, target, path,
	    arena_strndup(o->arena, size == 0 ? "" : bytes, size), size);
}

static int
compare(const void *a, const void *b)
{
	const struct file *x = a, *y = b;
	int targets = strcmp(x->target, y->target);

	return targets != 0 ? targets : strcmp(x->path, y->path);
}

void
output_sort(struct output *o)
{
	if (o->count > 1)
		qsort(o->files, o->count, sizeof *o->files, compare);
}

size_t
output_count(const struct output *o)
{
	return o->count;
}

void
output_get(const struct output *o, size_t n, const char **target,
    const char **path, const char **bytes, size_t *size)
{
	const struct file *f = &o->files[n];

	if (target != NULL)
		*target = f->target;
	if (path != NULL)
		*path = f->path;
	if (bytes != NULL)
		*bytes = f->bytes;
	if (size != NULL)
		*size = f->size;
}

const char *
output_full_path(const struct output *o, size_t n)
{
	return o->files[n].full;
}
