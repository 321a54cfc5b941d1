/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "stream.h"
#include "suites.h"

/* A descriptor from which these bytes come. */
static int
file_of(struct slice bytes)
{
	char name[] = "/tmp/mailerr-check.XXXXXX";
	int fd = mkstemp(name);

	ck_assert_int_ge(fd, 0);
	unlink(name);
	ck_assert(stream_write(fd, bytes.s, bytes.size));
	ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
	return fd;
}

/* All that comes out again; each batch must end with a line. */
static struct text
read_all(int fd)
{
	struct stream *s = stream_open(fd);
	struct text batch = { 0 }, all = { 0 };
	bool ended = false;

	while (stream_lines(s, &batch, NULL, NULL)) {
		ck_assert(!ended);
		ck_assert_uint_gt(batch.size, 0);
		ended = batch.bytes[batch.size - 1] != '\n';
		text_slice(&all, slice_text(&batch));
	}
	ck_assert_int_eq(stream_problem(s), 0);
	text_free(&batch);
	stream_close(s);
	close(fd);
	return all;
}

static const char *const inputs[] = { "", "a", "a\n", "a\nb", "\n\n", "\r\n",
	"a\n\nb\n" };

START_TEST(lines_come_whole)
{
	struct text all = read_all(file_of(slice_of(inputs[_i])));

	ck_assert_text(all, inputs[_i]);
}
END_TEST

START_TEST(lines_of_any_length)
{
	struct text in = { 0 }, all;

	for (size_t n = 1; n < LINE_BYTES; n = n * 5 + 3) {
		for (size_t i = 0; i < n; i++)
			text_byte(&in, (char)('a' + n % 26));
		text_string(&in, "\n\n");
	}
	text_byte(&in, '\0');
	all = read_all(file_of(slice_text(&in)));
	ck_assert_uint_eq(all.size, in.size);
	ck_assert_int_eq(memcmp(all.bytes, in.bytes, in.size), 0);
	text_free(&in);
	text_free(&all);
}
END_TEST

START_TEST(longer_ones_are_cut)
{
	struct text in = { 0 }, all;

	text_string(&in, "first\n");
	for (size_t i = 0; i < 3 * LINE_BYTES; i++)
		text_byte(&in, 'x');
	text_string(&in, "\nlast");
	all = read_all(file_of(slice_text(&in)));
	ck_assert_uint_eq(all.size, 6 + LINE_BYTES + 1 + 4);
	ck_assert_str_eq(text_end(&all) + all.size - 5, "\nlast");
	text_free(&in);
	text_free(&all);
}
END_TEST

START_TEST(faults_are_told)
{
	struct stream *s = stream_open(-1);
	struct text batch = { 0 };

	ck_assert(!stream_lines(s, &batch, NULL, NULL));
	ck_assert_int_eq(stream_problem(s), EBADF);
	stream_close(s);
	text_free(&batch);
	ck_assert(!stream_write(-1, "x", 1));
	ck_assert_int_eq(errno, EBADF);
}
END_TEST

static bool
stop(void *calls)
{
	return ++*(int *)calls >= 2;
}

START_TEST(waiting_ends)
{
	int ends[2], calls = 0;
	struct stream *s;
	struct text batch = { 0 };

	ck_assert_int_eq(pipe(ends), 0);
	s = stream_open(ends[0]);
	ck_assert(!stream_lines(s, &batch, stop, &calls));
	ck_assert_int_eq(calls, 2);
	ck_assert(stream_write(ends[1], "a\nb", 3));
	ck_assert(stream_lines(s, &batch, NULL, NULL));
	ck_assert_text(batch, "a\n"); /* at once, not when b ends */
	close(ends[0]);
	close(ends[1]);
	stream_close(s);
}
END_TEST

Suite *
stream_suite(void)
{
	Suite *s = suite_create("stream");
	TCase *tc = tcase_create("stream");

	tcase_add_loop_test(tc, lines_come_whole, 0,
	    sizeof inputs / sizeof *inputs);
	tcase_add_test(tc, lines_of_any_length);
	tcase_add_test(tc, longer_ones_are_cut);
	tcase_add_test(tc, faults_are_told);
	tcase_add_test(tc, waiting_ends);
	tcase_set_timeout(tc, 60);
	suite_add_tcase(s, tc);
	return s;
}
