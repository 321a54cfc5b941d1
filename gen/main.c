/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include <libxml/parser.h>
#include <libxslt/xslt.h>

#include "arena.h"
#include "cli.h"

int
main(int argc, char **argv)
{
	memory_install();
	int status = (int)cli_run(argc, (const char *const *)argv,
	    stdout, stderr);

	xsltCleanupGlobals();
	xmlCleanupParser();
	return status;
}
