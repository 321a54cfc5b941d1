/* SPDX-License-Identifier: MIT */
/* linear.c - that time grows with the length of a line and no faster.  Not the
 * clock is asked: mailerr.c is compiled with -fsanitize-coverage=trace-pc, which
 * calls the function below at every step that it takes. */
#include "mailerr.h"
#include "test.h"

#include <stdlib.h>

#define FIRST ((size_t)10000)
#define LAST ((size_t)1000000)
#define HUGE_LINE ((size_t)10000000)
#define STEPS_A_BYTE 700u /* at the worst; mostly 5 to 50 */

static unsigned long long steps;

void __sanitizer_cov_trace_pc(void);

void
__sanitizer_cov_trace_pc(void)
{
	steps++;
}

/* Bytes of which a line is made, over and over. */
static const struct kind {
	const char *piece;
	bool huge; /* also as a line of 10 MB */
} kinds[] = {
	{ "a", true }, { " ", true }, { "\t", false }, { "\n", false },
	{ "\xff", false }, { "7", false }, { "7 ", false }, { "(", false },
	{ "[", false }, { "[rcp", false }, { "a  b", true },
	/* what is nearly there */
	{ "User unknow ", true }, { "user unknown, ", false },
	{ "user  unknown ", false }, { "MAILER-DAEMO", false },
	{ "-----", false }, { "----- The following addr", false },
	{ "Copy of your messag ", false }, { "original message", false },
	{ "after mai ", false }, { "in reply to ", false },
	/* texts that may end anywhere, one in another */
	{ "Host or domain name not found. Name service error for name=",
	    true },
	{ "Name service error for name=a type=b: Host not foun ", false },
	{ "unknown user: \"", false }, { "a@b", false },
	{ "<a@b>... User unknow ", false }, { "1:", false },
	{ "mailbox for 5 days, ", false },
	/* codes, and what they are joined by */
	{ "550 ", true }, { "550-", false }, { "550-5.1.1 ", false },
	{ "550-\n", false }, { "550-a\r\n550 b\r\n", false },
	{ "said: 550 ", true }, { "said: 550 5.1.1 ", false },
	{ ": 550", false }, { "(#5.1.", false }, { "5.1.1 ", false },
	{ "550          ", false }, { "|550", true }, { ">550 x ", true },
	{ ":550-5.1.1", true }, { "http://a:550-5.1.1,", false },
	{ "x#5.1.1", false },
	/* addresses of the web */
	{ "http://a/", true }, { "MAILER-DAEMON;", true }, { "http://a/550-5.1.1:user unknown", false },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static unsigned long long
explain(const char *line, size_t size)
{
	mailerr_verdict verdict;

	steps = 0;
	mailerr_explain(line, size, &verdict);
	return steps;
}

static unsigned long long
phrases(const char *line, size_t size)
{
	mailerr_hit hit;

	steps = 0;
	mailerr_phrases(line, size, &hit, 1);
	return steps;
}

static unsigned long long
best_phrase(const char *line, size_t size)
{
	mailerr_hit hit;

	steps = 0;
	mailerr_best_phrase(line, size, &hit);
	return steps;
}

static unsigned long long
parse(const char *line, size_t size)
{
	mailerr_codes codes;

	steps = 0;
	mailerr_parse(line, size, &codes);
	return steps;
}

static unsigned long long (*const readers[])(const char *, size_t) = {
	explain, phrases, best_phrase, parse
};

/* Ten times the line, ten times the steps; a kind that is worse is followed no
 * further. */
static void
check_growth(const struct kind *kind, const char *line, size_t reader)
{
	size_t size = FIRST, last = kind->huge && reader == 0 ? HUGE_LINE : LAST;
	unsigned long long few, many = readers[reader](line, size);
	unsigned before = failed;

	CHECK(many > 0);
	while (size < last && failed == before) {
		few = many;
		size *= 10;
		many = readers[reader](line, size);
		CHECK(many < 11 * few + 1000);
		CHECK(many < STEPS_A_BYTE * (unsigned long long)size);
		if (failed != before)
			printf("    reader %u, %lu bytes of \"%s\": %llu, "
			    "then %llu\n", (unsigned)reader,
			    (unsigned long)size, kind->piece, few, many);
	}
}

int
main(void)
{
	char *line = malloc(HUGE_LINE + 64);
	size_t k, n, size;

	CHECK(line != NULL);
	for (k = 0; k < COUNT(kinds) && line != NULL; k++) {
		size = strlen(kinds[k].piece);
		for (n = 0; n < HUGE_LINE; n += size)
			memcpy(line + n, kinds[k].piece, size);
		for (n = 0; n < COUNT(readers); n++)
			check_growth(&kinds[k], line, n);
	}
	free(line);
	return test_end("linear");
}
