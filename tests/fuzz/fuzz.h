/* SPDX-License-Identifier: MIT */
/* fuzz.h - what the fuzz targets share */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* What libFuzzer calls: never fails but by ending the process. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Ends the process, so that the input is kept, where a promise is broken. */
#define require(promise) \
	do { \
		if (!(promise)) { \
			fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, \
			    __LINE__, #promise); \
			abort(); \
		} \
	} while (0)

#endif
