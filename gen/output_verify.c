/* SPDX-License-Identifier: MIT */
/* output_verify.c - is what stands on disk what would be written? */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "output_private.h"

struct verifier {
	const struct output *o;
	struct diags *d;
	struct arena arena; /* paths, for this one call */
	const char *dir;
	bool same;
};

struct names {
	const char **items;
	size_t count, room;
};

static void
tell(struct verifier *v, const char *rule, const char *path, const char *what)
{
	diag_error_in(v->d, rule,
	    arena_printf(&v->arena, "%s/%s", v->dir, path), 0, "%s", what);
	v->same = false;
}

/* ---- files that should be there ---- */

static void
verify_file(struct verifier *v, struct folder *folder, size_t n)
{
	const char *path = output_full_path(v->o, n), *name, *bytes;
	struct stat st;
	size_t size;

	output_get(v->o, n, NULL, NULL, &bytes, &size);
	if (!folder_of(folder, path, &name))
		tell(v, "output-outdated", path, errno == ENOENT
		    ? "is missing" : folder->why);
	else if (fstatat(folder->fd, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		tell(v, "output-outdated", path, "is missing");
	else if (!folder_has(folder->fd, name, bytes, size))
		tell(v, "output-outdated", path,
		    "is not what would be written");
}

/* ---- files that should not ---- */

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
add_name(struct arena *arena, struct names *names, const char *name)
{
	if (names->count == names->room) {
		size_t room = names->room == 0 ? 64 : names->room * 2;
		const char **items = arena_alloc(arena, room, sizeof *items);

		for (size_t i = 0; i < names->count; i++)
			items[i] = names->items[i];
		names->items = items;
		names->room = room;
	}
	names->items[names->count++] = arena_strdup(arena, name);
}

/* What is in a folder, sorted: the order on disk is anyone's guess. */
static struct names
names_in(struct verifier *v, const char *path)
{
	struct names names = { 0 };
	DIR *dir = opendir(arena_printf(&v->arena, "%s/%s", v->dir, path));
	const struct dirent *entry;

	if (dir == NULL) {
		tell(v, "output-stray", path, strerror(errno));
		return names;
	}
	while ((entry = readdir(dir)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			add_name(&v->arena, &names, entry->d_name);
	closedir(dir);
	if (names.count > 1)
		qsort(names.items, names.count, sizeof *names.items, compare);
	return names;
}

static bool
is_folder(struct verifier *v, const char *path)
{
	struct stat st;

	if (lstat(arena_printf(&v->arena, "%s/%s", v->dir, path), &st) == 0)
		return S_ISDIR(st.st_mode);
	if (errno != ENOENT)
		tell(v, "output-stray", path, strerror(errno));
	return false;
}

static void
verify_folder(struct verifier *v, const char *path)
{
	struct names names = names_in(v, path);
	long pid;

	for (size_t i = 0; i < names.count; i++) {
		const char *full = arena_printf(&v->arena, "%s/%s", path,
		    names.items[i]);

		if (is_folder(v, full))
			verify_folder(v, full);
		else if (!output_has(v->o, full) &&
		    !output_is_temporary(names.items[i], &pid))
			tell(v, "output-stray", full,
			    "is not made by this target");
	}
}

bool
output_verify(const struct output *o, const char *dir, struct diags *d)
{
	struct verifier v = { .o = o, .d = d, .dir = dir, .same = true };
	struct folder folder = folder_start(&v.arena, dir, false);
	const char *target, *before = "";

	for (size_t n = 0; n < output_count(o); n++)
		verify_file(&v, &folder, n);
	for (size_t n = 0; n < output_count(o); n++) {
		output_get(o, n, &target, NULL, NULL, NULL);
		if (strcmp(target, before) != 0 && is_folder(&v, target))
			verify_folder(&v, target);
		before = target;
	}
	folder_end(&folder);
	arena_free(&v.arena);
	return v.same;
}
