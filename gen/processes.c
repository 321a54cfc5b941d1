/* SPDX-License-Identifier: MIT */
/* processes.c - shares the jobs of one render() with a second process.
 *
 * libxslt cannot run two stylesheets over one tree in two threads, but a
 * forked process has a tree of its own.  Both take one job after the other
 * from a pipe; the second sends what it has made through another one.  Since
 * it is a fork, pointers to what was there before it (stylesheets, the
 * catalog's bytes) mean the same in both. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "render_private.h"

/* Below that a second process costs more than it brings. */
#define CATALOG_BYTES_MIN ((size_t)100 * 1000)
#define JOBS_MAX 250 /* a job's number is one byte in the pipe */
#define WIRE_BYTES ((size_t)256 * 1024)

/* ---- what is sent ---- */

enum kind { JOB_BEGINS, FILE_MADE, FAULT_FOUND, INPUT_READ, JOB_ENDS };

/* Followed by as many bytes as the lengths say. */
struct message {
	enum kind kind;
	size_t number;         /* JOB_BEGINS, JOB_ENDS */
	bool ok;               /* JOB_ENDS */
	size_t lengths[3];
	const xmlNode *inst;   /* FILE_MADE: path, bytes */
	struct place place;    /* FAULT_FOUND: rule, message, file */
	size_t line;
};

static void
send_message(FILE *to, struct message m, const char *const parts[3])
{
	fwrite(&m, sizeof m, 1, to);
	for (int i = 0; i < 3; i++)
		if (parts[i] != NULL && m.lengths[i] > 0)
			fwrite(parts[i], 1, m.lengths[i], to);
}

static void
send_file(FILE *to, const struct made *f)
{
	const char *const parts[3] = { f->path, f->bytes, NULL };

	send_message(to, (struct message){ .kind = FILE_MADE, .inst = f->inst,
	    .lengths = { strlen(f->path), f->size, 0 } }, parts);
}

static void
send_fault(FILE *to, const struct diag *d)
{
	const char *file = d->file == NULL ? "" : d->file;
	const char *const parts[3] = { d->rule, d->message, file };

	send_message(to, (struct message){ .kind = FAULT_FOUND,
	    .place = d->place, .line = d->line, .lengths = { strlen(d->rule),
	    strlen(d->message), strlen(file) } }, parts);
}

static void
send_job(FILE *to, const struct job *job, size_t number)
{
	const char *const none[3] = { NULL };

	send_message(to, (struct message){ .kind = JOB_BEGINS,
	    .number = number }, none);
	for (const struct made *f = job->files; f != NULL; f = f->next)
		send_file(to, f);
	for (size_t i = 0; i < job->diags.count; i++)
		send_fault(to, job->diags.items[i]);
	send_message(to, (struct message){ .kind = JOB_ENDS, .number = number,
	    .ok = job->ok }, none);
}

static void
send_inputs(FILE *to, struct renderer *r)
{
	const char *const *names;
	size_t count = templates_inputs(r->templates, &names);

	for (size_t i = 0; i < count; i++) {
		const char *const parts[3] = { names[i], NULL, NULL };

		send_message(to, (struct message){ .kind = INPUT_READ,
		    .lengths = { strlen(names[i]), 0, 0 } }, parts);
	}
}

/* ---- what is received ---- */

/* The parts of a message, each with a NUL after it, in the arena. */
static bool
receive_parts(FILE *from, struct arena *arena, const struct message *m,
    const char *parts[3])
{
	for (int i = 0; i < 3; i++) {
		char *part = arena_alloc(arena, m->lengths[i] + 1, 1);

		if (fread(part, 1, m->lengths[i], from) != m->lengths[i])
			return false;
		parts[i] = part;
	}
	return true;
}

static void
add_made(struct arena *arena, struct made ***last, const struct message *m,
    const char *const parts[3])
{
	struct made *f = arena_alloc(arena, 1, sizeof *f);

	*f = (struct made){ .path = parts[0], .bytes = parts[1],
		.size = m->lengths[1], .inst = m->inst };
	**last = f;
	*last = &f->next;
}

static void
add_fault(struct job *job, const struct message *m, const char *const parts[3])
{
	if (m->place.source != NULL)
		diag_error(&job->diags, parts[0], m->place, "%s", parts[1]);
	else
		diag_error_in(&job->diags, parts[0],
		    m->lengths[2] == 0 ? NULL : parts[2], m->line, "%s",
		    parts[1]);
}

/* A job counts only when its end was received: until then it is as if nobody
 * had done it. */
static void
receive_all(FILE *from, struct renderer *r)
{
	struct job job = { 0 };
	struct made **last = &job.files;
	struct message m;
	const char *parts[3];

	while (fread(&m, sizeof m, 1, from) == 1 &&
	    receive_parts(from, r->arena, &m, parts)) {
		if (m.kind == JOB_BEGINS) {
			job = r->jobs[m.number];
			last = &job.files;
		} else if (m.kind == FILE_MADE) {
			add_made(r->arena, &last, &m, parts);
		} else if (m.kind == FAULT_FOUND) {
			add_fault(&job, &m, parts);
		} else if (m.kind == INPUT_READ) {
			templates_add_input(r->templates, parts[0]);
		} else {
			job.ok = m.ok;
			job.done = true;
			r->jobs[m.number] = job;
		}
	}
}

/* ---- who does what ---- */

struct pipes {
	int queue[2];   /* numbers of jobs, to be taken */
	int results[2];
};

static void
close_both(int fds[2])
{
	for (int i = 0; i < 2; i++)
		if (fds[i] >= 0)
			close(fds[i]);
}

/* All jobs are in the queue before anyone takes one, the long ones first: so
 * both processes end at about the same time. */
static bool
fill_queue(const struct renderer *r, int to)
{
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < r->job_count; i++) {
			unsigned char number = (unsigned char)i;
			bool is_long = r->jobs[i].of->target.per_language;

			if (is_long == (pass == 0) &&
			    write(to, &number, 1) != 1)
				return false;
		}
	return true;
}

static bool
open_pipes(const struct renderer *r, struct pipes *p)
{
	*p = (struct pipes){ { -1, -1 }, { -1, -1 } };
	if (pipe(p->queue) == 0 && pipe(p->results) == 0 &&
	    fill_queue(r, p->queue[1])) {
		close(p->queue[1]); /* so that an empty queue is an ended one */
		p->queue[1] = -1;
		return true;
	}
	close_both(p->queue);
	close_both(p->results);
	return false;
}

static void
do_from_queue(struct renderer *r, int queue)
{
	unsigned char number;
	ssize_t n;

	while ((n = read(queue, &number, 1)) == 1 ||
	    (n < 0 && errno == EINTR))
		if (n == 1)
			run_job(r, &r->jobs[number]);
}

/* The second process: does its jobs, sends them, and is gone. */
static _Noreturn void
be_second(struct renderer *r, struct pipes *p)
{
	FILE *to = fdopen(p->results[1], "wb");

	close(p->results[0]);
	if (to == NULL)
		_exit(1);
	setvbuf(to, NULL, _IOFBF, WIRE_BYTES);
	do_from_queue(r, p->queue[0]);
	for (size_t i = 0; i < r->job_count; i++)
		if (r->jobs[i].done)
			send_job(to, &r->jobs[i], i);
	send_inputs(to, r);
	/* no exit(): buffers and handlers are those of the first process */
	_exit(fflush(to) == 0 ? 0 : 1);
}

static void
be_first(struct renderer *r, struct pipes *p, pid_t second)
{
	FILE *from = fdopen(p->results[0], "rb");

	close(p->results[1]);
	p->results[1] = -1;
	do_from_queue(r, p->queue[0]);
	if (from != NULL) {
		setvbuf(from, NULL, _IOFBF, WIRE_BYTES);
		receive_all(from, r);
		fclose(from);
		p->results[0] = -1;
	}
	while (waitpid(second, NULL, 0) < 0 && errno == EINTR)
		continue;
}

static bool
is_worth_it(const struct renderer *r)
{
	return r->job_count > 1 && r->job_count <= JOBS_MAX &&
	    r->request->catalog->source->size > CATALOG_BYTES_MIN;
}

static void
share_jobs(struct renderer *r)
{
	struct pipes p;
	pid_t second;

	if (!open_pipes(r, &p))
		return;
	second = fork();
	if (second == 0)
		be_second(r, &p);
	if (second > 0)
		be_first(r, &p, second);
	close_both(p.queue);
	close_both(p.results);
}

void
run_jobs(struct renderer *r)
{
	if (is_worth_it(r))
		share_jobs(r);
	/* all of them, or what the second process has not brought */
	for (size_t i = 0; i < r->job_count; i++)
		if (!r->jobs[i].done)
			run_job(r, &r->jobs[i]);
}
