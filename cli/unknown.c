/* SPDX-License-Identifier: MIT */
#include "cli.h"
int
explain_unknown(const struct options *o)
{
	(void)o;
	return EXIT_USAGE;
}
