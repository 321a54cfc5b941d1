/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mailbox.h"
#include "stream.h"
#include "suites.h"

static char folder[] = "/tmp/mailerr-mailbox.XXXXXX";

static void
begin(void)
{
	strcpy(folder + strlen(folder) - 6, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
}

static void
end(void)
{
	struct text command = { 0 };

	ck_assert_int_eq(chdir("/"), 0);
	text_printf(&command, "rm -rf '%s'", folder);
	ck_assert_int_eq(system(text_end(&command)), 0);
	text_free(&command);
}

static void
write_file(const char *name, const char *text)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	ck_assert_int_ge(fd, 0);
	ck_assert(stream_write(fd, text, strlen(text)));
	close(fd);
}

/* Each message as "name.number=text|". */
static struct text
read_all(int count, const char *const *names, bool *failed)
{
	char *copies[8];
	struct text all = { 0 }, message = { 0 };
	const char *name;
	struct mailbox *m;
	size_t number;

	for (int i = 0; i < count; i++)
		copies[i] = strdup(names[i]);
	m = mailbox_open(count, copies);
	while (mailbox_next(m, &message, &name, &number)) {
		text_printf(&all, "%s.%zu=", name, number);
		text_slice(&all, slice_text(&message));
		text_byte(&all, '|');
	}
	*failed = mailbox_failed(m);
	mailbox_close(m);
	text_free(&message);
	for (int i = 0; i < count; i++)
		free(copies[i]);
	return all;
}

static const struct { const char *text, *want; } files[] = {
	{ "A: b\n\nc\n", "f.1=A: b\n\nc\n|" },
	{ "", "" },
	{ "no line feed", "f.1=no line feed|" },
	{ "From a Thu Jan  1 00:00:00 2026\nA: 1\n\nx\n\n"
	  "From b Thu Jan  1 00:00:00 2026\nB: 2\n\ny\n",
	  "f.1=A: 1\n\nx\n\n|f.2=B: 2\n\ny\n|" },
	/* a sentence, and a line that no empty one stands before */
	{ "From a Thu Jan  1 00:00:00 2026\n\n\nFrom now on\n"
	  "From b Thu Jan  1 00:00:00 2026\n",
	  "f.1=\n\nFrom now on\nFrom b Thu Jan  1 00:00:00 2026\n|" },
	/* in one message it is text */
	{ "A: 1\n\nFrom b Thu Jan  1 00:00:00 2026\n",
	  "f.1=A: 1\n\nFrom b Thu Jan  1 00:00:00 2026\n|" },
	{ "From a Thu Jan  1 00:00:00 2026\r\nA: 1\r\n\r\n"
	  "From b Thu Jan  1 00:00:00 2026\r\nB: 2\r\n",
	  "f.1=A: 1\r\n\r\n|f.2=B: 2\r\n|" },
};

START_TEST(files_are_split)
{
	static const char *const name[] = { "f" };
	struct text all;
	bool failed;

	write_file("f", files[_i].text);
	all = read_all(1, name, &failed);
	ck_assert(!failed);
	ck_assert_text(all, files[_i].want);
}
END_TEST

START_TEST(folders_are_read)
{
	static const char *const names[] = { "box", "plain/" };
	struct text all;
	bool failed;

	mkdir("box", 0700);
	mkdir("box/new", 0700);
	mkdir("box/cur", 0700);
	mkdir("box/tmp", 0700);
	mkdir("plain", 0700);
	mkdir("plain/sub", 0700);
	write_file("box/new/2", "n2");
	write_file("box/new/1", "n1");
	write_file("box/cur/0:2,S", "c0");
	write_file("box/tmp/3", "t3");
	write_file("box/other", "o");
	write_file("plain/b", "pb");
	write_file("plain/a", "pa");
	write_file("plain/.hidden", "h");
	all = read_all(2, names, &failed);
	ck_assert(!failed);
	ck_assert_text(all, "box/new/1.1=n1|box/new/2.1=n2|"
	    "box/cur/0:2,S.1=c0|plain/a.1=pa|plain/b.1=pb|");
}
END_TEST

START_TEST(faults_are_passed_over)
{
	static const char *const names[] = { "missing", "f" };
	struct text all;
	bool failed;

	write_file("f", "x");
	all = read_all(2, names, &failed);
	ck_assert(failed);
	ck_assert_text(all, "f.1=x|");
}
END_TEST

START_TEST(large_ones_are_cut)
{
	static const char *const name[] = { "f" };
	struct text in = { 0 }, all;
	bool failed;

	text_string(&in, "From a Thu Jan  1 00:00:00 2026\n");
	for (int i = 0; i < 40 << 10; i++) {
		for (int k = 0; k < 1023; k++)
			text_byte(&in, 'x');
		text_byte(&in, '\n');
	}
	text_string(&in, "\nFrom b Thu Jan  1 00:00:00 2026\nend\n");
	write_file("f", text_end(&in));
	all = read_all(1, name, &failed);
	ck_assert_uint_lt(all.size, (32 << 20) + 2000);
	ck_assert_uint_gt(all.size, 32 << 20);
	ck_assert_str_eq(text_end(&all) + all.size - 10, "|f.2=end\n|");
	text_free(&in);
	text_free(&all);
}
END_TEST

Suite *
mailbox_suite(void)
{
	Suite *s = suite_create("mailbox");
	TCase *tc = tcase_create("mailbox");

	tcase_add_checked_fixture(tc, begin, end);
	tcase_add_loop_test(tc, files_are_split, 0,
	    sizeof files / sizeof *files);
	tcase_add_test(tc, folders_are_read);
	tcase_add_test(tc, faults_are_passed_over);
	tcase_add_test(tc, large_ones_are_cut);
	tcase_set_timeout(tc, 60);
	suite_add_tcase(s, tc);
	return s;
}
