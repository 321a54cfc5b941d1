/* SPDX-License-Identifier: MIT */
/* lines.c - explain as a filter: a line out for each line in */
#include "cli.h"

#include <stdlib.h>
#include <unistd.h>

#include "answer.h"
#include "output.h"
#include "pipeline.h"
#include "progress.h"
#include "stream.h"

struct batch {
	struct text in, out;
	size_t lines, unanswered;
};

struct filter {
	const struct options *o;
	struct answers *answers;
	struct stream *input;
	struct pipeline pipeline;
	struct progress progress;
	size_t bytes, lines, unanswered;
	bool failed;
};

static bool
is_unwanted(void *pipeline)
{
	return pipeline_stopping(pipeline);
}

static bool
fill(void *all, void *of)
{
	struct filter *f = all;
	struct batch *b = of;

	/* alone, nobody else could find out meanwhile */
	return stream_lines(f->input, &b->in, f->pipeline.jobs > 1
	    ? is_unwanted : NULL, &f->pipeline);
}

static bool
answer_line(const struct filter *f, struct text *out, struct slice line)
{
	mailerr_verdict v;

	if (line.size > LINE_BYTES)
		line.size = LINE_BYTES;
	mailerr_explain(line.s, line.size, &v);
	if (f->o->format == FORMAT_TSV) {
		answer_tsv(f->answers, out, &v);
	} else if (f->o->format == FORMAT_JSON) {
		answer_json(f->answers, out, &v);
		text_byte(out, '}');
	} else {
		answer_summary(out, &v, f->o);
	}
	text_byte(out, '\n');
	return v.entry != NULL;
}

static void
work(void *all, void *of)
{
	const struct filter *f = all;
	struct batch *b = of;
	const char *at = b->in.bytes, *end = at + b->in.size;

	b->lines = b->unanswered = 0;
	while (at < end) {
		const char *feed = memchr(at, '\n', (size_t)(end - at));
		size_t size = (size_t)((feed == NULL ? end : feed) - at);

		b->unanswered += !answer_line(f, &b->out,
		    (struct slice){ at, size });
		b->lines++;
		at += size + (feed != NULL);
	}
}

static bool
drain(void *all, void *of)
{
	struct filter *f = all;
	struct batch *b = of;

	f->bytes += b->in.size;
	f->lines += b->lines;
	f->unanswered += b->unanswered;
	progress_show(&f->progress, f->bytes, f->lines);
	if (!output_write(&b->out))
		f->failed = true;
	return !f->failed;
}

int
explain_lines(const struct options *o)
{
	size_t count = o->jobs <= 1 ? 1 : (size_t)o->jobs * 3;
	struct batch *batches = memory_get(count * sizeof *batches);
	void **round = memory_get(count * sizeof *round);
	struct filter f = { .o = o, .answers = answers_new(o),
		.input = stream_open(STDIN_FILENO),
		.pipeline = { .fill = fill, .work = work, .drain = drain,
		    .batches = round, .count = count, .jobs = o->jobs } };
	int problem;

	for (size_t i = 0; i < count; i++) {
		batches[i] = (struct batch){ .lines = 0 };
		round[i] = &batches[i];
	}
	f.pipeline.all = &f;
	output_begin();
	progress_begin(&f.progress, STDIN_FILENO);
	pipeline_run(&f.pipeline);
	progress_end(&f.progress);
	problem = stream_problem(f.input);
	if (problem != 0 && !f.failed)
		fprintf(stderr, "mailerr: standard input: %s\n",
		    strerror(problem));
	for (size_t i = 0; i < count; i++) {
		text_free(&batches[i].in);
		text_free(&batches[i].out);
	}
	free(batches);
	free(round);
	stream_close(f.input);
	answers_free(f.answers);
	return f.failed || problem != 0 ? EXIT_IO
	    : f.unanswered == 0 ? EXIT_FOUND : EXIT_NOT_FOUND;
}
