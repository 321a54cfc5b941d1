/* SPDX-License-Identifier: MIT */
/* options.h - the command line as tables, and what was asked for */
#ifndef GEN_OPTIONS_H
#define GEN_OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

#include "arena.h"
#include "diag.h"

enum command {
	COMMAND_CHECK, COMMAND_BUILD, COMMAND_MERGE_PO, COMMAND_COMPARE,
	COMMAND_TARGETS, COMMAND_SCHEMA,
	COMMAND_COUNT
};

struct options {
	enum command command;
	bool help, version;           /* only that was asked for */
	bool verify;
	bool fail_on_break;
	enum diag_format format;
	const char *output;           /* "out" */
	const char *templates;        /* or NULL */
	const char *prefix;           /* "mailerr" */
	const char *depfile;          /* or NULL */
	const char *depfile_target;   /* or NULL: every file written */
	const char *const *targets;   /* names, NULL-ended, or NULL */
	const char *const *languages;
	const char *baseline;         /* or NULL */
	const char *const *overlays;  /* files as given, NULL-ended, or NULL */
	const char *catalog;
	const char *old_catalog;      /* of compare */
	const char *const *po_files;  /* of merge-po, NULL-ended */
};

/* Reads the arguments; false after telling err what is wrong with them. */
bool options_read(struct arena *arena, int argc, const char *const *argv,
    struct options *o, FILE *err);

/* The help of one command, or of the whole program for COMMAND_COUNT. */
void options_print_help(enum command command, FILE *out);

#endif
