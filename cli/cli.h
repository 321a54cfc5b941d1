/* SPDX-License-Identifier: MIT */
/* cli.h - what the files of the command share */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "mailerr.h"

enum { EXIT_FOUND = 0, EXIT_NOT_FOUND = 1, EXIT_USAGE = 2, EXIT_IO = 3 };

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_TSV };

struct options {
	const char *language; /* a code of the catalog's */
	enum format format;
	bool message; /* explain: whole messages */
	bool unknown; /* explain: count what was not recognised */
	unsigned jobs;
};

/* options.c: the language that the environment asks for; a code of the
 * catalog's for what a user gave, or NULL. */
const char *language_of_environment(void);
const char *language_known(const char *wanted);

/* layout.c: text for people, on standard output. */
void layout_begin(void);
bool layout_colour(void);
int layout_width(void);
/* Columns that s takes on a terminal. */
int layout_columns(const char *s);
/* Prints s, wrapped; `first` stands before its first line, as many blanks
 * before the others. */
void layout_wrap(const char *first, const char *s);
void layout_heading(const char *s); /* after an empty line */
void layout_title(const char *s);
void layout_dim(const char *s);     /* a line that matters less */

/* layout.c: how a language writes what stands between words. */
struct signs {
	const char *open, *close; /* parentheses behind a word */
	const char *before;       /* the first of two, at the line's beginning */
	const char *after;        /* the second, with words behind it */
	const char *comma;
};
const struct signs *signs_of(const char *language);

/* page.c: all about an entry. */
void page_print(const mailerr_entry *entry, const struct options *o);
/* What to do, and who. */
void page_actions(const mailerr_entry *entry, const struct options *o);
/* Its title, or its name where it has none. */
const char *title_of(const mailerr_entry *entry, const char *language);
enum mailerr_label_id label_of(enum mailerr_words set, int value);

/* The commands: each gives the exit status. */
int command_names(int count, char **names, const struct options *o);
int command_explain(int count, char **texts, const struct options *o);
int explain_unknown(const struct options *o);
int explain_messages(int count, char **names, const struct options *o);
int command_list(int count, char **kinds, const struct options *o);

#endif
