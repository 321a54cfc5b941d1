/* SPDX-License-Identifier: MIT */
#include "pipeline.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "text.h"

/* A batch goes round: empty, full, taken by a thread, done, empty. */
enum state { EMPTY, FULL, TAKEN, DONE };

struct ring {
	struct pipeline *p;
	pthread_mutex_t lock;
	pthread_cond_t full;   /* a batch is, or the input ended */
	pthread_cond_t empty;
	enum state *states;
	size_t in, next, out;  /* batches filled, taken, drained so far */
	bool ended, draining;
};

bool
pipeline_stopping(const struct pipeline *p)
{
	return atomic_load(&p->stop);
}

/* The thread that finds the next batch done drains it, and those behind it;
 * the lock is held, but not while draining. */
static void
drain(struct ring *r)
{
	struct pipeline *p = r->p;

	if (r->draining)
		return;
	r->draining = true;
	while (r->states[r->out % p->count] == DONE) {
		void *batch = p->batches[r->out % p->count];

		pthread_mutex_unlock(&r->lock);
		if (!pipeline_stopping(p) && !p->drain(p->all, batch))
			atomic_store(&p->stop, true);
		pthread_mutex_lock(&r->lock);
		r->states[r->out % p->count] = EMPTY;
		r->out++;
		pthread_cond_signal(&r->empty);
	}
	r->draining = false;
}

static void *
worker(void *ring)
{
	struct ring *r = ring;
	struct pipeline *p = r->p;

	pthread_mutex_lock(&r->lock);
	for (;;) {
		size_t mine;

		while (r->next == r->in && !r->ended)
			pthread_cond_wait(&r->full, &r->lock);
		if (r->next == r->in)
			break;
		mine = r->next++ % p->count;
		r->states[mine] = TAKEN;
		pthread_mutex_unlock(&r->lock);
		if (!pipeline_stopping(p))
			p->work(p->all, p->batches[mine]);
		pthread_mutex_lock(&r->lock);
		r->states[mine] = DONE;
		drain(r);
	}
	pthread_mutex_unlock(&r->lock);
	return NULL;
}

static void
feed(struct ring *r)
{
	struct pipeline *p = r->p;
	bool more = true;

	while (more && !pipeline_stopping(p)) {
		void *batch = p->batches[r->in % p->count];

		pthread_mutex_lock(&r->lock);
		while (r->states[r->in % p->count] != EMPTY)
			pthread_cond_wait(&r->empty, &r->lock);
		pthread_mutex_unlock(&r->lock);
		more = p->fill(p->all, batch);
		pthread_mutex_lock(&r->lock);
		if (more) {
			r->states[r->in % p->count] = FULL;
			r->in++;
			pthread_cond_signal(&r->full);
		}
		pthread_mutex_unlock(&r->lock);
	}
}

static void
run_alone(struct pipeline *p)
{
	while (!pipeline_stopping(p) && p->fill(p->all, p->batches[0])) {
		p->work(p->all, p->batches[0]);
		if (!p->drain(p->all, p->batches[0]))
			atomic_store(&p->stop, true);
	}
}

void
pipeline_run(struct pipeline *p)
{
	struct ring r = { .p = p, .lock = PTHREAD_MUTEX_INITIALIZER,
		.full = PTHREAD_COND_INITIALIZER,
		.empty = PTHREAD_COND_INITIALIZER };
	pthread_t *threads;
	unsigned started = 0;

	atomic_init(&p->stop, false);
	if (p->jobs <= 1) {
		run_alone(p);
		return;
	}
	r.states = memory_get(p->count * sizeof *r.states);
	for (size_t i = 0; i < p->count; i++)
		r.states[i] = EMPTY;
	threads = memory_get(p->jobs * sizeof *threads);
	while (started < p->jobs && pthread_create(&threads[started], NULL,
	    worker, &r) == 0)
		started++;
	if (started == 0)
		run_alone(p); /* slower is better than not at all */
	else
		feed(&r);
	pthread_mutex_lock(&r.lock);
	r.ended = true;
	pthread_cond_broadcast(&r.full);
	pthread_mutex_unlock(&r.lock);
	while (started > 0)
		pthread_join(threads[--started], NULL);
	free(threads);
	free(r.states);
}
