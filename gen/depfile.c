/* SPDX-License-Identifier: MIT */
#include "depfile.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buffer.h"

void
depfile_add(struct depfile *f, const char *path)
{
	if (f->count == f->room) {
		size_t room = f->room == 0 ? 16 : f->room * 2;
		const char **inputs = arena_alloc(f->arena, room,
		    sizeof *inputs);

		for (size_t i = 0; i < f->count; i++)
			inputs[i] = f->inputs[i];
		f->inputs = inputs;
		f->room = room;
	}
	f->inputs[f->count++] = arena_strdup(f->arena, path);
}

/* As gcc writes them, which make and ninja both read. */
static void
add_path(struct buffer *b, const char *path)
{
	for (const char *p = path; *p != '\0'; p++) {
		if (*p == '$')
			buffer_byte(b, '$');
		else if (*p == ' ' || *p == '\t' || *p == '#' || *p == '\\')
			buffer_byte(b, '\\');
		buffer_byte(b, *p);
	}
}

static void
add_files(const char *dir, const struct output *o, struct buffer *b)
{
	for (size_t i = 0; i < output_count(o); i++) {
		const char *target, *path;

		output_get(o, i, &target, &path, NULL, NULL);
		add_path(b, dir);
		buffer_printf(b, "/%s/%s%s", target, path,
		    i + 1 < output_count(o) ? " \\\n " : "");
	}
}

static void
add_rules(const struct depfile *f, struct buffer *b)
{
	buffer_byte(b, ':');
	for (size_t i = 0; i < f->count; i++) {
		buffer_text(b, " \\\n ");
		add_path(b, f->inputs[i]);
	}
	buffer_byte(b, '\n');
	for (size_t i = 0; i < f->count; i++) {
		add_path(b, f->inputs[i]);
		buffer_text(b, ":\n");
	}
}

static bool
write_bytes(const char *path, const struct buffer *b)
{
	FILE *out = fopen(path, "wb");
	bool ok;

	if (out == NULL)
		return false;
	ok = fwrite(b->bytes, 1, b->size, out) == b->size;
	return fclose(out) == 0 && ok; /* a full disk may show only here */
}

/* A device or a pipe is written to; a file in its place would be the end of,
 * say, /dev/null. */
static bool
is_replaced(const char *path)
{
	struct stat st;

	return stat(path, &st) != 0 || S_ISREG(st.st_mode);
}

static bool
replace_file(const char *path, const char *temporary, const struct buffer *b)
{
	int error;

	if (write_bytes(temporary, b) && rename(temporary, path) == 0)
		return true;
	error = errno;
	unlink(temporary);
	errno = error;
	return false;
}

bool
depfile_write(const struct depfile *f, const char *path, const char *depends,
    const char *dir, const struct output *o, struct diags *d)
{
	const char *temporary = arena_printf(f->arena, "%s.mailerr-gen.%ld",
	    path, (long)getpid());
	struct buffer b = { 0 };
	bool ok;

	if (depends != NULL)
		add_path(&b, depends);
	else
		add_files(dir, o, &b);
	add_rules(f, &b);
	ok = is_replaced(path) ? replace_file(path, temporary, &b)
	    : write_bytes(path, &b);
	if (!ok)
		diag_error_in(d, "output-failed", path, 0, "cannot write: %s",
		    strerror(errno));
	buffer_free(&b);
	return ok;
}
