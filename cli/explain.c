/* SPDX-License-Identifier: MIT */
/* explain.c - mailerr explain: what a line or a message says */
#include "cli.h"

#include <stdlib.h>
#include <unistd.h>

#include "answer.h"
#include "lines.h"
#include "output.h"
#include "qmail.h"
#include "stream.h"

/* The words of the command line are one line. */
static int
explain_words(int count, char **words, const struct options *o)
{
	struct text line = { 0 }, out = { 0 }, plain = { 0 };
	struct answers *answers = answers_new(o);
	mailerr_verdict v;
	int status;

	for (int i = 0; i < count; i++) {
		text_string(&line, i > 0 ? " " : "");
		text_string(&line, words[i]);
	}
	explain_line(slice_text(&line), &plain, &v);
	status = v.entry == NULL ? EXIT_NOT_FOUND : EXIT_FOUND;
	if (o->format == FORMAT_TEXT)
		answer_page(&v, o);
	else if (o->format == FORMAT_TSV)
		answer_tsv(answers, &out, &v);
	else
		answer_json(answers, &out, &v);
	if (o->format != FORMAT_TEXT) {
		text_string(&out, o->format == FORMAT_TSV ? "\n" : "}\n");
		fwrite(out.bytes, 1, out.size, stdout);
	}
	text_free(&line);
	text_free(&plain);
	text_free(&out);
	answers_free(answers);
	return status;
}

/* Who types lines gets a page for each. */
static int
explain_typed(const struct options *o)
{
	struct stream *input = stream_open(STDIN_FILENO);
	struct text batch = { 0 }, plain = { 0 };
	bool answered = true, first = true;
	int problem;

	while (stream_lines(input, &batch, NULL, NULL)) {
		struct slice rest = slice_text(&batch), line;
		mailerr_verdict v;

		while (slice_line(&rest, &line)) {
			explain_line(line, &plain, &v);
			answered = answered && v.entry != NULL;
			if (!first)
				putchar('\n');
			first = false;
			answer_page(&v, o);
		}
		fflush(stdout);
	}
	problem = stream_problem(input);
	if (problem != 0)
		fprintf(stderr, "mailerr: standard input: %s\n",
		    strerror(problem));
	text_free(&batch);
	text_free(&plain);
	stream_close(input);
	return problem != 0 ? EXIT_IO : answered ? EXIT_FOUND : EXIT_NOT_FOUND;
}

/* ---- as a filter ---- */

struct filter {
	const struct options *o;
	struct answers *answers;
};

static bool
answer_line(const void *of, struct text *out, struct slice line)
{
	const struct filter *f = of;
	struct text plain = { 0 };
	mailerr_verdict v;

	explain_line(line, &plain, &v);
	if (f->o->format == FORMAT_TSV) {
		answer_tsv(f->answers, out, &v);
	} else if (f->o->format == FORMAT_JSON) {
		answer_json(f->answers, out, &v);
		text_byte(out, '}');
	} else {
		answer_summary(out, &v, f->o);
	}
	text_byte(out, '\n');
	text_free(&plain);
	return v.entry != NULL;
}

static bool
write_out(void *of, struct text *out)
{
	(void)of;
	return output_write(out);
}

static int
explain_lines(const struct options *o)
{
	struct filter f = { .o = o, .answers = answers_new(o) };
	struct lines use = { .answer = answer_line, .take = write_out,
		.of = &f };
	int status;

	output_begin();
	status = lines_run(&use, o->jobs);
	answers_free(f.answers);
	return status;
}

int
command_explain(int count, char **texts, const struct options *o)
{
	if (o->message)
		return explain_messages(count, texts, o);
	if (o->unknown)
		return explain_unknown(o);
	if (count > 0)
		return explain_words(count, texts, o);
	if (o->format == FORMAT_TEXT && isatty(STDIN_FILENO) == 1)
		return explain_typed(o);
	return explain_lines(o);
}
