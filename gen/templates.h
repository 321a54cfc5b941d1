/* SPDX-License-Identifier: MIT */
/* templates.h - the files that make outputs: those built into the program,
 * and over them, file by file, those of the user's --templates folder.
 *
 * A path is relative: "c/target.xsl", "html/static/style.css".  Nothing else
 * can be reached: no "..", no absolute path, no link out of the folder. */
#ifndef GEN_TEMPLATES_H
#define GEN_TEMPLATES_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

struct templates;

struct template_file {
	const char *name;  /* for messages: "templates/c/target.xsl" */
	const char *bytes;
	size_t size;
};

/* dir: the user's folder, or NULL. */
struct templates *templates_open(struct arena *arena, const char *dir);

/* NULL, or what went wrong first when the user's folder was looked at, and
 * where. */
const char *templates_fault(const struct templates *t, const char **where);

/* True where such a file is built in, or stands in the user's folder. */
bool templates_have(struct templates *t, const char *path);

bool templates_is_user(struct templates *t, const char *path);

/* NULL, or why there is no such file; the bytes live in the arena or longer. */
const char *templates_read(struct templates *t, const char *path,
    struct template_file *file);

/* How messages name a path. */
const char *templates_name(struct templates *t, const char *path);

/* The paths below a folder ("html/static"), or all top folders (folder ""):
 * sorted, each once, in the arena. */
size_t templates_list(struct templates *t, const char *folder,
    const char *const **paths);

/* The user's files that were read, by name, each once. */
size_t templates_inputs(struct templates *t, const char *const **names);
void templates_add_input(struct templates *t, const char *name);

#endif
