/* SPDX-License-Identifier: MIT */
#include "lines.h"

#include <stdlib.h>
#include <unistd.h>

#include "pipeline.h"
#include "progress.h"
#include "stream.h"

struct batch {
	struct text in, out;
	size_t lines, unanswered;
};

struct filter {
	const struct lines *use;
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

		b->unanswered += !f->use->answer(f->use->of, &b->out,
		    (struct slice){ at, size < LINE_BYTES ? size
		        : LINE_BYTES });
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
	if (!f->use->take(f->use->of, &b->out))
		f->failed = true;
	return !f->failed;
}

int
lines_run(const struct lines *use, unsigned jobs)
{
	size_t count = jobs <= 1 ? 1 : (size_t)jobs * 3;
	struct batch *batches = memory_get(count * sizeof *batches);
	void **round = memory_get(count * sizeof *round);
	struct filter f = { .use = use, .input = stream_open(STDIN_FILENO),
		.pipeline = { .fill = fill, .work = work, .drain = drain,
		    .batches = round, .count = count, .jobs = jobs } };
	int problem;

	for (size_t i = 0; i < count; i++) {
		batches[i] = (struct batch){ .lines = 0 };
		round[i] = &batches[i];
	}
	f.pipeline.all = &f;
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
	return f.failed || problem != 0 ? EXIT_IO
	    : f.unanswered == 0 ? EXIT_FOUND : EXIT_NOT_FOUND;
}
