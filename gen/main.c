/* SPDX-License-Identifier: MIT */
#include <signal.h>
#include <stdio.h>

#include <libxml/parser.h>
#include <libxslt/xslt.h>

#include "arena.h"
#include "cli.h"

int
main(int argc, char **argv)
{
	memory_install();
	/* a file over the limit is an error to tell, and not the end */
	signal(SIGXFSZ, SIG_IGN);
	int status = (int)cli_run(argc, (const char *const *)argv,
	    stdout, stderr);

	xsltCleanupGlobals();
	xmlCleanupParser();
	return status;
}
