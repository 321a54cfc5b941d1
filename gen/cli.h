/* SPDX-License-Identifier: MIT */
/* cli.h - options and subcommands; everything but main() */
#ifndef GEN_CLI_H
#define GEN_CLI_H

#include <stdio.h>

enum status {
	STATUS_CLEAN = 0,
	STATUS_FAULTS = 1, /* in the catalog or a template; out/ out of date */
	STATUS_USAGE = 2,
	STATUS_IO = 3      /* input or output failed */
};

/* The whole program, so that tests can call it. */
enum status cli_run(int argc, const char *const *argv, FILE *out,
    FILE *err);

#endif
