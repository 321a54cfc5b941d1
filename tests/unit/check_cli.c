/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct {
	const char *words[5];
	enum status status;
	const char *out, *err; /* begin so */
} cases[] = {
	{ { "--version" }, STATUS_CLEAN, "mailerr-gen ", "" },
	{ { "--help" }, STATUS_CLEAN, "Usage: mailerr-gen COMMAND", "" },
	{ { "build", "--help" }, STATUS_CLEAN, "Usage: mailerr-gen build", "" },
	{ { "schema" }, STATUS_CLEAN, "<?xml ", "" },
	{ { "targets" }, STATUS_CLEAN, "c ", "" },
	{ { "frobnicate" }, STATUS_USAGE, "", "mailerr-gen: unknown command" },
	{ { "check", "/nonexistent" }, STATUS_IO, "",
	    "/nonexistent: error: cannot read: No such file" },
	{ { "check", "--format=json", "/nonexistent" }, STATUS_IO,
	    "[\n{\"file\":\"/nonexistent\"", "" },
	{ { "check", "/dev/null" }, STATUS_IO, "", "/dev/null: error: " },
	{ { "build", "-o", "/tmp", "/nonexistent" }, STATUS_IO, "",
	    "/nonexistent: error: " },
};

START_TEST(answers)
{
	const char *argv[7] = { "mailerr-gen" }, *told;
	char *said = NULL;
	size_t size;
	int argc = 1;
	FILE *out = open_memstream(&said, &size);
	FILE *err = tmpfile();
	enum status status;
	char line[200] = "";

	while (argc < 6 && cases[_i].words[argc - 1] != NULL) {
		argv[argc] = cases[_i].words[argc - 1];
		argc++;
	}
	status = cli_run(argc, argv, out, err);
	fclose(out);
	rewind(err);
	told = fgets(line, sizeof line, err);
	fclose(err);
	ck_assert_int_eq(status, cases[_i].status);
	ck_assert_msg(strncmp(said, cases[_i].out, strlen(cases[_i].out)) == 0,
	    "%.80s", said);
	ck_assert_msg(strncmp(line, cases[_i].err, strlen(cases[_i].err)) == 0,
	    "%s", line);
	ck_assert((told == NULL) == (cases[_i].err[0] == '\0'));
	free(said);
}
END_TEST

START_TEST(notices_a_full_disk)
{
	static const char *const argv[] = { "mailerr-gen", "schema" };
	FILE *full = fopen("/dev/full", "w"), *err = tmpfile();

	ck_assert_ptr_nonnull(full);
	ck_assert_int_eq(cli_run(2, argv, full, err), STATUS_IO);
	fclose(full);
	fclose(err);
}
END_TEST

Suite *
cli_suite(void)
{
	Suite *s = suite_create("cli");
	TCase *tc = tcase_create("cli");

	tcase_add_loop_test(tc, answers, 0, COUNT(cases));
	tcase_add_test(tc, notices_a_full_disk);
	suite_add_tcase(s, tc);
	return s;
}
