/* SPDX-License-Identifier: MIT */
/* Says why the line given as argument failed; built by make/ and ninja/. */
#include <stdio.h>
#include <string.h>

#include "mailerr.h"

int
main(int argc, char **argv)
{
	mailerr_verdict verdict;
	const char *line = argc > 1 ? argv[1] : "";

	mailerr_explain(line, strlen(line), &verdict);
	printf("%s\n", mailerr_id(&mailerr_reason_find(verdict.reason)->entry));
	return 0;
}
