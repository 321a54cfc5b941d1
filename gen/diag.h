/* SPDX-License-Identifier: MIT */
/* diag.h - messages for the person who edits the catalog or a template */
#ifndef GEN_DIAG_H
#define GEN_DIAG_H

#include <stdbool.h>
#include <stdio.h>

#include "arena.h"
#include "source.h"

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };
enum diag_format { DIAG_TEXT, DIAG_JSON, DIAG_SARIF };

struct diag_note {
	struct place place;
	const char *message;
	struct diag_note *next;
};

struct diag {
	enum diag_severity severity;
	const char *rule;       /* the stable name, "duplicate-code" */
	const char *message;
	const char *suggestion; /* the nearest known word, or NULL */
	const char *file;       /* where place.source is NULL: a name, or NULL */
	size_t line;            /* of that file, 0 where unknown */
	struct place place;
	struct diag_note *notes;
	size_t order;           /* of coming, so that sorting is stable */
};

struct diags {
	struct arena *arena;
	struct diag **items;
	size_t count, room;
	size_t errors, warnings;
};

/* Adds a fault at a place.  All strings are copied into the arena. */
struct diag *diag_error(struct diags *d, const char *rule, struct place at,
    const char *format, ...) __attribute__((format(printf, 4, 5)));
struct diag *diag_warning(struct diags *d, const char *rule, struct place at,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A fault in a file of which only name and line are known (a stylesheet), or
 * in none (file NULL).  line 0: the whole file. */
struct diag *diag_error_in(struct diags *d, const char *rule, const char *file,
    size_t line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

void diag_add_note(struct diags *d, struct diag *of, struct place at,
    const char *format, ...) __attribute__((format(printf, 4, 5)));
void diag_suggest(struct diags *d, struct diag *of, const char *word);

/* By file, then position, then coming. */
void diag_sort(struct diags *d);

/* colour: use SGR sequences (the caller knows about terminal and NO_COLOR). */
void diag_print_text(const struct diags *d, FILE *out, bool colour);
void diag_print_json(const struct diags *d, FILE *out);

/* SARIF 2.1.0; version: of mailerr-gen. */
void diag_print_sarif(const struct diags *d, const char *version, FILE *out);

/* "note", "warning", "error". */
const char *diag_severity_name(enum diag_severity severity);

/* Adds a JSON string with its quotes (RFC 8259).  Bytes that are no UTF-8 (a
 * file's name may hold any) become U+FFFD. */
struct buffer;
void diag_add_json_string(struct buffer *b, const char *s);

#endif
