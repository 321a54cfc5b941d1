/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define WORDS 8

/* What is complained of; NULL: nothing. */
static const struct {
	const char *words[WORDS];
	const char *complaint;
} cases[] = {
	{ { "check", "c.xml" }, NULL },
	{ { "check", "--format=json", "c.xml" }, NULL },
	{ { "check", "--format", "json", "c.xml" }, NULL },
	{ { "check", "--", "--odd.xml" }, NULL },
	{ { "build", "-o", "dir", "c.xml" }, NULL },
	{ { "build", "-odir", "--target=c,man", "--lang=en", "c.xml" }, NULL },
	{ { "check", "--overlay", "a", "--overlay=b", "c" }, NULL },
	{ { "build", "--overlay=a", "c" }, NULL },
	{ { "check", "--overlay=", "c" }, "a value is missing" },
	{ { "compare", "--overlay=a", "b", "c" }, "unknown option" },
	{ { "merge-po", "c.xml", "a.po", "--format=json", "b.po" }, NULL },
	{ { "merge-po" }, "a catalog is missing behind \"merge-po\"" },
	{ { "merge-po", "c.xml" }, "a PO file is missing behind \"c.xml\"" },
	{ { "merge-po", "--overlay=a", "c", "d" }, "unknown option" },
	{ { "mergepo", "c", "d" }, "did you mean \"merge-po\"?" },
	{ { "schema" }, NULL }, { { "targets", "--templates", "t" }, NULL },
	{ { "--help" }, NULL }, { { "--version" }, NULL },
	{ { "check", "--help" }, NULL }, { { "build", "-V" }, NULL },
	{ { NULL }, "a command is missing" },
	{ { "chekc", "c.xml" }, "did you mean \"check\"?" },
	{ { "check" }, "a catalog is missing" },
	{ { "check", "a", "b" }, "one argument too many: \"b\"" },
	{ { "schema", "a" }, "one argument too many: \"a\"" },
	{ { "check", "--fromat=json", "c" }, "did you mean \"--format\"?" },
	{ { "check", "--format=jsno", "c" }, "did you mean \"json\"?" },
	{ { "check", "--format" }, "a value is missing" },
	{ { "check", "--format=", "c" }, "a value is missing" },
	{ { "check", "--verify", "c" }, "unknown option \"--verify\"" },
	{ { "build", "--verify=x", "c" }, "no value is taken" },
	{ { "build", "--target=,", "c" }, "no name in" },
	{ { "build", "--prefix=Foo", "c" }, "no lower-case C identifier" },
	{ { "build", "--prefix=foo_2", "--depfile=d", "c" }, NULL },
	{ { "build", "--depfile=d", "--depfile-target=s", "c" }, NULL },
	{ { "build", "--depfile-target=s", "c" }, "--depfile is missing" },
	{ { "check", "--depfile-target=s", "c" }, "unknown option" },
	{ { "check", "--format=sarif", "c" }, NULL },
	{ { "compare", "--format=sarif", "a", "b" }, "unknown format" },
	{ { "compare", "a" }, "a catalog is missing" },
	{ { "compare", "--fail-on=x", "a", "b" }, "--fail-on takes" },
	{ { "compare", "--fail-on=break", "a", "b" }, NULL },
	{ { "build", "-x", "c" }, "unknown option \"-x\"" },
	{ { "check", "-o", "x", "c" }, "unknown option \"-o\"" },
};

START_TEST(reads)
{
	const char *argv[WORDS + 2] = { "mailerr-gen" };
	int argc = 1;
	struct arena arena = { 0 };
	struct options o;
	char *said = NULL;
	size_t size;
	FILE *err = open_memstream(&said, &size);
	bool ok;

	while (argc <= WORDS && cases[_i].words[argc - 1] != NULL) {
		argv[argc] = cases[_i].words[argc - 1];
		argc++;
	}
	ok = options_read(&arena, argc, argv, &o, err);
	fclose(err);
	if (cases[_i].complaint == NULL) {
		ck_assert(ok);
		ck_assert_str_eq(said, "");
	} else {
		ck_assert(!ok);
		ck_assert_msg(strstr(said, cases[_i].complaint) != NULL, "%s",
		    said);
	}
	free(said);
	arena_free(&arena);
}
END_TEST

START_TEST(keeps_overlays_in_their_order)
{
	static const char *const argv[] = { "mailerr-gen", "check",
		"--overlay=b", "--overlay", "a", "--overlay=b", "c.xml" };
	struct arena arena = { 0 };
	struct options o;

	ck_assert(options_read(&arena, 7, argv, &o, stderr));
	ck_assert_str_eq(o.overlays[0], "b");
	ck_assert_str_eq(o.overlays[1], "a");
	ck_assert_str_eq(o.overlays[2], "b");
	ck_assert_ptr_null(o.overlays[3]);
	ck_assert_str_eq(o.catalog, "c.xml");
	arena_free(&arena);
}
END_TEST

START_TEST(keeps_po_files)
{
	static const char *const argv[] = { "mailerr-gen", "merge-po", "c.xml",
		"b.po", "--", "-a.po" };
	struct arena arena = { 0 };
	struct options o;

	ck_assert(options_read(&arena, 6, argv, &o, stderr));
	ck_assert_str_eq(o.catalog, "c.xml");
	ck_assert_str_eq(o.po_files[0], "b.po");
	ck_assert_str_eq(o.po_files[1], "-a.po");
	ck_assert_ptr_null(o.po_files[2]);
	arena_free(&arena);
}
END_TEST

START_TEST(keeps_what_it_reads)
{
	static const char *const argv[] = { "mailerr-gen", "build", "--target=c,man", "--lang",
		"ja", "-o", "there", "--templates=mine", "--verify",
		"--format=json", "c.xml", NULL };
	struct arena arena = { 0 };
	struct options o;

	ck_assert(options_read(&arena, 11, argv, &o, stderr));
	ck_assert_int_eq(o.command, COMMAND_BUILD);
	ck_assert_str_eq(o.targets[0], "c");
	ck_assert_str_eq(o.targets[1], "man");
	ck_assert_ptr_null(o.targets[2]);
	ck_assert_str_eq(o.languages[0], "ja");
	ck_assert_ptr_null(o.languages[1]);
	ck_assert_str_eq(o.output, "there");
	ck_assert_str_eq(o.templates, "mine");
	ck_assert_str_eq(o.catalog, "c.xml");
	ck_assert(o.verify);
	ck_assert_int_eq(o.format, DIAG_JSON);
	arena_free(&arena);
}
END_TEST

START_TEST(helps)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	options_print_help((enum command)_i, out);
	fclose(out);
	ck_assert_ptr_nonnull(strstr(text, "Usage: mailerr-gen "));
	for (const char *line = text; *line != '\0';
	     line += strcspn(line, "\n") + 1)
		ck_assert_msg(strcspn(line, "\n") <= 100, "%.100s", line);
	free(text);
}
END_TEST

Suite *
options_suite(void)
{
	Suite *s = suite_create("options");
	TCase *tc = tcase_create("options");

	tcase_add_loop_test(tc, reads, 0, COUNT(cases));
	tcase_add_test(tc, keeps_overlays_in_their_order);
	tcase_add_test(tc, keeps_po_files);
	tcase_add_test(tc, keeps_what_it_reads);
	tcase_add_loop_test(tc, helps, 0, COMMAND_COUNT + 1);
	suite_add_tcase(s, tc);
	return s;
}
