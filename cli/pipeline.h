/* SPDX-License-Identifier: MIT */
/* pipeline.h - batches through several threads, in and out in one order */
#ifndef CLI_PIPELINE_H
#define CLI_PIPELINE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/* What happens to a batch.  fill and drain are called for one batch at a time
 * and in the order of the input, work for several at once. */
struct pipeline {
	bool (*fill)(void *all, void *batch);  /* false: the input ended */
	void (*work)(void *all, void *batch);
	bool (*drain)(void *all, void *batch); /* false: no more is wanted */
	void *all;
	void **batches; /* that go round */
	size_t count;   /* of them; at least 2 for each job */
	unsigned jobs;  /* threads that work; 1: the caller's alone */
	atomic_bool stop;
};

/* Runs until the input ends or no more is wanted; fill is called by the
 * caller's thread. */
void pipeline_run(struct pipeline *p);

/* Whether no more is wanted: a fill that waits for input is to give up. */
bool pipeline_stopping(const struct pipeline *p);

#endif
