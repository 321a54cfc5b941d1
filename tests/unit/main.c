/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "arena.h"
#include "suites.h"

int
main(void)
{
	static Suite *(*const suites[])(void) = {
		buffer_suite, catalog_suite, cli_suite, diag_suite,
		escape_suite, grammar_suite, html_suite, lexer_suite,
		marks_suite, match_suite, nearest_suite, options_suite,
		output_suite, overlay_suite, pattern_suite, phrases_suite,
		po_suite, render_suite, sequence_suite, unicode_suite,
		wrap_suite,
	};
	SRunner *runner = srunner_create(NULL);
	int failed;

	memory_install();
	for (size_t i = 0; i < sizeof suites / sizeof *suites; i++)
		srunner_add_suite(runner, suites[i]());
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
