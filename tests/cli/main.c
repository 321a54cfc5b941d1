/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "message.h"
#include "suites.h"

int
main(void)
{
	static Suite *(*const suites[])(void) = {
		address_suite, bounce_suite, broken_suite, charset_suite,
		counts_suite, fields_suite, mailbox_suite, markup_suite,
		mask_suite, pipeline_suite, prose_suite, report_suite,
		stream_suite, text_suite,
	};
	SRunner *runner = srunner_create(NULL);
	int failed;

	message_begin();
	for (size_t i = 0; i < sizeof suites / sizeof *suites; i++)
		srunner_add_suite(runner, suites[i]());
	srunner_run_all(runner, CK_ENV);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
