/* SPDX-License-Identifier: MIT */
/* Nanoseconds a line: finding phrases beside Hyperscan, which has the same
 * phrases (caseless, any blanks, whole words, placeholders as expressions), one
 * call a line.  The engines take turns, so that a ratio is that of neighbours;
 * medians of paired rounds.  What they find is held against each other first.
 * A second Hyperscan does less, to see the least it could take: it looks for
 * the longest literal of each phrase, byte for byte.
 *
 * usage: match PHRASES [LINES]      PHRASES as phrases.xsl prints them */
#define _DEFAULT_SOURCE
#include <hs.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "mailerr.h"

#define ROUNDS 11
#define PARTS 24
#define PHRASES 8192
#define EXPRESSION_BYTES 16384
#define LINE_BYTES 4096
#define HITS 256

/* ---- the phrases ---- */

struct phrase {
	char *parts[PARTS]; /* "=text" or a type */
	size_t count, literal;
	unsigned notice, rank;
};

static struct phrase phrases[PHRASES];
static size_t phrase_count;

static void
die(const char *what)
{
	fprintf(stderr, "match: %s\n", what);
	exit(EXIT_FAILURE);
}

static unsigned
rank_of(const char *word)
{
	static const char *const ranks[] = { "", "cause", "generic",
		"wrapper", "frame" };

	for (unsigned i = 1; i < sizeof ranks / sizeof *ranks; i++)
		if (strcmp(word, ranks[i]) == 0)
			return i;
	die("a rank that is none");
	return 0;
}

/* A phrase that must be the whole line has no like in Hyperscan's terms. */
static void
read_phrase(char *line)
{
	struct phrase *p = &phrases[phrase_count];
	char *rest = line + strcspn(line, "\n"), *part;
	size_t column;

	*rest = '\0';
	for (column = 0; (part = strsep(&line, "\t")) != NULL; column++) {
		if (column == 0)
			p->notice = (unsigned)strtoul(part, NULL, 10);
		else if (column == 1)
			p->rank = rank_of(part);
		else if (column == 2 && strcmp(part, "-") != 0)
			return;
		else if (column > 2 && p->count < PARTS)
			p->parts[p->count++] = part;
		if (column > 2 && *part == '=')
			p->literal += strlen(part + 1);
	}
	phrase_count++;
}

static int
compare_phrases(const void *a, const void *b)
{
	const struct phrase *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->literal != y->literal)
		return x->literal > y->literal ? -1 : 1;
	return x->notice < y->notice ? -1 : x->notice > y->notice;
}

/* What says most comes first, so that the lowest number is the best. */
static void
read_phrases(const char *path)
{
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;

	if (f == NULL)
		die("no phrases");
	while (phrase_count < PHRASES && getline(&line, &room, f) > 0) {
		read_phrase(line);
		line = NULL;
		room = 0;
	}
	free(line);
	fclose(f);
	qsort(phrases, phrase_count, sizeof *phrases, compare_phrases);
}

/* ---- lines ---- */

static uint32_t seed = 1;

static uint32_t
any(uint32_t below)
{
	seed = seed * 1664525 + 1013904223;
	return (uint32_t)(((uint64_t)(seed >> 8) * below) >> 24);
}

#define ANY(array) ((array)[any(sizeof (array) / sizeof *(array))])

struct line {
	char bytes[LINE_BYTES];
	size_t size;
};

static void
say(struct line *l, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void
say(struct line *l, const char *format, ...)
{
	va_list ap;
	int n;

	va_start(ap, format);
	n = vsnprintf(l->bytes + l->size, LINE_BYTES - l->size, format, ap);
	va_end(ap);
	if (n < 0 || (size_t)n >= LINE_BYTES - l->size)
		die("a line too long");
	l->size += (size_t)n;
}

static const char *const names[] = { "alice", "bob.smith", "info", "t.yamada",
	"sales-7", "k_tanaka", "postmaster", "a1b2c3", "webmaster", "noreply" };
static const char *const hosts[] = { "mx", "mail", "smtp-in", "mx01", "relay2",
	"gw", "inbound-smtp", "aspmx" };
static const char *const domains[] = { "example.com", "example.jp",
	"example.org", "sub.example.net", "mail.example.co.jp" };

static void
say_host(struct line *l)
{
	say(l, "%s%u.%s", ANY(hosts), (unsigned)any(40), ANY(domains));
}

static void
say_ip(struct line *l)
{
	if (any(8) == 0)
		say(l, "2001:db8::%x", (unsigned)any(65535) + 1);
	else
		say(l, "192.0.2.%u", (unsigned)any(256));
}

static void
say_address(struct line *l)
{
	say(l, "%s%u@%s", ANY(names), (unsigned)any(100), ANY(domains));
}

static void
say_argument(struct line *l, const char *type)
{
	static const char *const units[] = { "seconds", "minutes", "hours",
		"days" };
	static const char *const texts[] = { "what the server said",
		"nothing more", "reason 17", "see below" };

	if (strcmp(type, "number") == 0)
		say(l, "%u", (unsigned)any(100000));
	else if (strcmp(type, "duration") == 0)
		say(l, "%u %s", (unsigned)any(60) + 2, ANY(units));
	else if (strcmp(type, "address") == 0)
		say_address(l);
	else if (strcmp(type, "host") == 0)
		say_host(l);
	else if (strcmp(type, "ip") == 0)
		say_ip(l);
	else if (strcmp(type, "word") == 0)
		say(l, "%08x", (unsigned)any(1u << 24) * 3u);
	else
		say(l, "%s", ANY(texts));
}

static void
say_phrase(struct line *l, const struct phrase *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (*p->parts[i] == '=')
			say(l, "%s", p->parts[i] + 1);
		else
			say_argument(l, p->parts[i]);
}

/* The phrases' own words in another order: what a filter must see through.  No
 * addresses of the web, in which we look for no phrase. */
static void
say_words(struct line *l)
{
	for (uint32_t n = 5 + any(8); n > 0; n--) {
		const struct phrase *p = &phrases[any((uint32_t)phrase_count)];
		const char *s = p->parts[any((uint32_t)p->count)];
		size_t length = strlen(s), at = any((uint32_t)length);

		while (at > 1 && s[at - 1] != ' ')
			at--;
		if (*s == '=' && strstr(s, "://") == NULL)
			say(l, " %.*s", (int)strcspn(s + at + (at == 0), " "),
			    s + at + (at == 0));
	}
}

static void
say_codes(struct line *l)
{
	static const char *const codes[] = { "550 5.1.1 ", "550 5.7.1 ",
		"554 5.7.1 ", "550 ", "451 4.7.1 ", "450 4.2.2 ", "552 5.2.2 ",
		"421 4.7.0 ", "571 5.7.1 ", "553 " };

	say(l, "%s", ANY(codes));
}

/* What stands in a Diagnostic-Code, 82 in 100 of them with a phrase. */
static void
say_diagnostic(struct line *l)
{
	uint32_t way = any(10);
	bool phrase = any(100) < 82;

	if (way < 3)
		say(l, "smtp; ");
	else if (way == 3) {
		say(l, "host ");
		say_host(l);
		say(l, "[");
		say_ip(l);
		say(l, "] said: ");
	}
	if (way == 5 && phrase) /* else it might be a word of one */
		say(l, "550-5.7.1 ");
	else if (way != 4)
		say_codes(l);
	if (any(4) == 0) {
		say(l, "<");
		say_address(l);
		say(l, ">... ");
	}
	if (phrase)
		say_phrase(l, &phrases[any((uint32_t)phrase_count)]);
	else
		say_words(l);
	if (way == 3)
		say(l, " (in reply to RCPT TO command)");
}

static void
say_time(struct line *l)
{
	static const char *const months[] = { "Jan", "Apr", "Jul", "Nov" };

	say(l, "%s %2u %02u:%02u:%02u mx%u ", ANY(months),
	    (unsigned)any(28) + 1, (unsigned)any(24), (unsigned)any(60),
	    (unsigned)any(60), (unsigned)any(4));
}

/* A line that postfix logs of an attempt. */
static void
say_attempt(struct line *l)
{
	say(l, "postfix/smtp[%u]: %08X: to=<", (unsigned)any(30000),
	    (unsigned)any(1u << 24) * 7u);
	say_address(l);
	say(l, ">, relay=");
	say_host(l);
	say(l, "[");
	say_ip(l);
	say(l, "]:25, delay=%u.%u, delays=0.%02u/0.01/%u.%u/0.%u, ",
	    (unsigned)any(9), (unsigned)any(9), (unsigned)any(99),
	    (unsigned)any(9), (unsigned)any(9), (unsigned)any(99));
	if (any(10) < 7) {
		say(l, "dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as %08X)",
		    (unsigned)any(1u << 24) * 5u);
		return;
	}
	say(l, "dsn=5.1.1, status=bounced (host ");
	say_host(l);
	say(l, "[");
	say_ip(l);
	say(l, "] said: ");
	say_codes(l);
	say_phrase(l, &phrases[any((uint32_t)phrase_count)]);
	say(l, " (in reply to RCPT TO command))");
}

static void
say_log(struct line *l)
{
	say_time(l);
	switch (any(6)) {
	case 0:
		say(l, "postfix/qmgr[%u]: %08X: from=<", (unsigned)any(30000),
		    (unsigned)any(1u << 24) * 7u);
		say_address(l);
		say(l, ">, size=%u, nrcpt=1 (queue active)",
		    (unsigned)any(900000));
		break;
	case 1:
		say(l, "postfix/smtpd[%u]: connect from ",
		    (unsigned)any(30000));
		say_host(l);
		say(l, "[");
		say_ip(l);
		say(l, "]");
		break;
	case 2:
		say(l, "sendmail[%u]: x%08X: to=<", (unsigned)any(30000),
		    (unsigned)any(1u << 24));
		say_address(l);
		say(l, ">, delay=00:00:%02u, xdelay=00:00:%02u, mailer=esmtp, "
		    "pri=%u, relay=", (unsigned)any(60), (unsigned)any(60),
		    (unsigned)any(100000));
		say_host(l);
		say(l, ". [");
		say_ip(l);
		say(l, "], dsn=2.0.0, stat=Sent (ok %u)", (unsigned)any(9999));
		break;
	default:
		say_attempt(l);
	}
}

struct lines {
	const char *name;
	char *bytes;
	size_t *at; /* count + 1 of them */
	size_t count;
};

static void
make_lines(struct lines *lines, const char *name, size_t count,
    void (*make)(struct line *l))
{
	static struct line l;
	size_t size = 0, room = 0;

	lines->name = name;
	lines->count = count;
	lines->at = calloc(count + 1, sizeof *lines->at);
	for (size_t i = 0; i < count; i++) {
		l.size = 0;
		make(&l);
		if (size + l.size > room) {
			room = 2 * (size + l.size);
			lines->bytes = realloc(lines->bytes, room);
		}
		if (lines->at == NULL || lines->bytes == NULL)
			die("out of memory");
		memcpy(lines->bytes + size, l.bytes, l.size);
		lines->at[i] = size;
		size += l.size;
	}
	lines->at[count] = size;
}

/* ---- Hyperscan ---- */

static hs_database_t *whole, *literals; /* what is looked for */
static hs_scratch_t *scratch;

static bool
is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z');
}

static const char *
expression_of_type(const char *type)
{
	static const char *const table[][2] = {
		{ "number", "\\d+" },
		{ "duration", "(?:\\d[\\w ,.()-]*\\w|too long)" },
		{ "address", "[^\\s<>,;()@]+@[\\w.-]*\\w" },
		{ "host", "(?:\\w[\\w.-]*|\\[[0-9a-f.:]+\\])" },
		{ "ip", "[0-9a-f.:]*[0-9a-f]" },
		{ "word", "\\S+" },
		{ "text", "[^\\n]+" },
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (strcmp(type, table[i][0]) == 0)
			return table[i][1];
	die("an argument without expression");
	return NULL;
}

/* Text at an edge is true of anything: one byte of it says as much. */
static void
add_part(char **to, const char *part, bool edge)
{
	if (*part != '=') {
		*to += sprintf(*to, "%s", edge && strcmp(part, "text") == 0 ?
		    "[^\\n]" : expression_of_type(part));
		return;
	}
	for (part++; *part != '\0'; part++)
		*to += sprintf(*to, *part == ' ' ? "\\s+" :
		    is_word_byte(*part) || (unsigned char)*part >= 0x80 ?
		    "%c" : "\\x%02x", (unsigned char)*part);
}

static char *
expression_of(const struct phrase *p)
{
	static char expression[EXPRESSION_BYTES];
	const char *first = p->parts[0], *last = p->parts[p->count - 1];
	char *to = expression;

	if (*first == '=' ? is_word_byte(first[1]) : strcmp(first, "text") != 0)
		to += sprintf(to, "\\b");
	for (size_t i = 0; i < p->count; i++)
		add_part(&to, p->parts[i], i == 0 || i + 1 == p->count);
	if (*last == '=' ? is_word_byte(last[strlen(last) - 1]) :
	    strcmp(last, "text") != 0)
		sprintf(to, "\\b");
	return strdup(expression);
}

static char *
longest_literal_of(const struct phrase *p)
{
	static char expression[EXPRESSION_BYTES];
	const char *longest = "=";
	char *to = expression;

	for (size_t i = 0; i < p->count; i++)
		if (*p->parts[i] == '=' &&
		    strlen(p->parts[i]) > strlen(longest))
			longest = p->parts[i];
	for (longest++; *longest != '\0'; longest++)
		to += sprintf(to, "\\x%02x", (unsigned char)*longest);
	return strdup(expression);
}

static hs_database_t *
compile(char *(*expression)(const struct phrase *p))
{
	const char **expressions = calloc(phrase_count, sizeof *expressions);
	unsigned *flags = calloc(phrase_count, sizeof *flags);
	unsigned *ids = calloc(phrase_count, sizeof *ids);
	hs_compile_error_t *error = NULL;
	hs_database_t *database = NULL;
	size_t bytes = 0;

	if (expressions == NULL || flags == NULL || ids == NULL)
		die("out of memory");
	for (size_t i = 0; i < phrase_count; i++) {
		expressions[i] = expression(&phrases[i]);
		flags[i] = HS_FLAG_CASELESS | HS_FLAG_SINGLEMATCH;
		ids[i] = (unsigned)i;
	}
	if (hs_compile_multi(expressions, flags, ids, (unsigned)phrase_count,
	    HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
		fprintf(stderr, "match: Hyperscan: %s: %s\n", error->message,
		    error->expression < 0 ? "" : expressions[error->expression]);
		exit(EXIT_FAILURE);
	}
	if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
		die("no scratch");
	hs_database_size(database, &bytes);
	printf("-- Hyperscan's database: %zu bytes\n", bytes);
	return database;
}

struct seen {
	unsigned ids[HITS], best;
	size_t count;
};

static int
on_match(unsigned id, unsigned long long from, unsigned long long to,
    unsigned flags, void *user)
{
	struct seen *seen = user;

	(void)from, (void)to, (void)flags;
	if (id < seen->best)
		seen->best = id;
	if (seen->count < HITS)
		seen->ids[seen->count++] = id;
	return 0;
}

/* ---- the engines ---- */

static uintptr_t
scan_with(const hs_database_t *database, const char *s, size_t size)
{
	struct seen seen = { .best = UINT32_MAX };

	hs_scan(database, s, (unsigned)size, 0, scratch, on_match, &seen);
	return seen.best;
}

static uintptr_t
run_hyperscan(const char *s, size_t size)
{
	return scan_with(whole, s, size);
}

static uintptr_t
run_literals(const char *s, size_t size)
{
	return scan_with(literals, s, size);
}

static uintptr_t
run_best(const char *s, size_t size)
{
	mailerr_hit hit;

	return mailerr_best_phrase(s, size, &hit) ? hit.notice : 0;
}

static uintptr_t
run_phrases(const char *s, size_t size)
{
	mailerr_hit hits[16];

	return mailerr_phrases(s, size, hits, 16);
}

static uintptr_t
run_explain(const char *s, size_t size)
{
	mailerr_verdict verdict;

	return mailerr_explain(s, size, &verdict);
}

/* ---- whether they find the same ---- */

static bool
has_notice(const unsigned *notices, size_t count, unsigned notice)
{
	for (size_t i = 0; i < count; i++)
		if (notices[i] == notice)
			return true;
	return false;
}

static size_t
notices_of_hyperscan(const char *s, size_t size, unsigned *notices,
    struct seen *seen)
{
	size_t count = 0;

	seen->best = UINT32_MAX;
	seen->count = 0;
	hs_scan(whole, s, (unsigned)size, 0, scratch, on_match, seen);
	for (size_t i = 0; i < seen->count; i++) {
		unsigned notice = phrases[seen->ids[i]].notice;

		if (!has_notice(notices, count, notice))
			notices[count++] = notice;
	}
	return count;
}

static bool
agrees(const char *s, size_t size)
{
	static mailerr_hit hits[HITS];
	unsigned theirs[HITS], ours[HITS];
	struct seen seen;
	mailerr_hit best;
	size_t n, m = 0, count = mailerr_phrases(s, size, hits, HITS);
	const struct phrase *p;

	n = notices_of_hyperscan(s, size, theirs, &seen);
	for (size_t i = 0; i < count && i < HITS; i++)
		if (!has_notice(ours, m, (unsigned)hits[i].notice))
			ours[m++] = (unsigned)hits[i].notice;
	if (n != m)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!has_notice(ours, m, theirs[i]))
			return false;
	if (mailerr_best_phrase(s, size, &best) != (n > 0))
		return false;
	p = n > 0 ? &phrases[seen.best] : NULL;
	return p == NULL || ((unsigned)best.rank == p->rank &&
	    best.literal == p->literal);
}

static void
cross_check(const struct lines *l)
{
	size_t different = 0, hit = 0;
	mailerr_hit best;

	for (size_t i = 0; i < l->count; i++) {
		const char *s = l->bytes + l->at[i];
		size_t size = l->at[i + 1] - l->at[i];

		hit += mailerr_best_phrase(s, size, &best);
		if (agrees(s, size))
			continue;
		if (different++ < 5)
			fprintf(stderr, "match: differs: %.*s\n", (int)size, s);
	}
	printf("-- %s: %zu lines, mean %zu bytes, %zu in 100 have a phrase, "
	    "%zu differ\n", l->name, l->count, l->at[l->count] / l->count,
	    hit * 100 / l->count, different);
	/* codes are glue for our matcher and text for Hyperscan: "550-5.7.1 550
	 * OU-002", or "550-5.7.1" as the word of a placeholder */
	if (different > l->count / 500)
		exit(EXIT_FAILURE);
}

/* ---- measuring ---- */

static const struct {
	const char *name;
	uintptr_t (*run)(const char *s, size_t size);
} engines[] = {
	{ "Hyperscan", run_hyperscan },
	{ "its literals alone", run_literals },
	{ "mailerr_best_phrase", run_best },
	{ "mailerr_phrases", run_phrases },
	{ "mailerr_explain", run_explain },
};

#define ENGINES (sizeof engines / sizeof *engines)

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static double
measure(uintptr_t (*run)(const char *, size_t), const struct lines *l,
    size_t from, size_t past)
{
	volatile uintptr_t sum = 0;
	double start = now();

	for (size_t i = from; i < past; i++)
		sum += run(l->bytes + l->at[i], l->at[i + 1] - l->at[i]);
	return now() - start;
}

static int
compare_doubles(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double
median(double *values)
{
	qsort(values, ROUNDS, sizeof *values, compare_doubles);
	return values[ROUNDS / 2];
}

/* Turns of a few thousand lines: what disturbs one engine disturbs all. */
static void
compare_engines(const struct lines *l)
{
	enum { TURN = 4000 };
	double ns[ENGINES][ROUNDS] = { { 0 } }, ratio[ENGINES][ROUNDS];

	for (int round = 0; round < ROUNDS; round++) {
		for (size_t from = 0; from < l->count; from += TURN)
			for (size_t e = 0; e < ENGINES; e++)
				ns[e][round] += measure(engines[e].run, l, from,
				    from + TURN < l->count ? from + TURN :
				    l->count) / (double)l->count;
		for (size_t e = 0; e < ENGINES; e++)
			ratio[e][round] = ns[0][round] / ns[e][round];
	}
	for (size_t e = 0; e < ENGINES; e++)
		printf("%-22s %7.1f ns a line %6.2f x\n", engines[e].name,
		    median(ns[e]), median(ratio[e]));
}

int
main(int argc, char **argv)
{
	size_t count = argc > 2 ? strtoul(argv[2], NULL, 10) : 200000;
	static struct lines diagnostics, log;

	if (argc < 2 || count == 0)
		die("usage: match PHRASES [LINES]");
	read_phrases(argv[1]);
	if (phrase_count == 0)
		die("no phrases");
	make_lines(&diagnostics, "diagnostics", count, say_diagnostic);
	make_lines(&log, "mail log", count, say_log);
	printf("-- %zu phrases\n", phrase_count);
	whole = compile(expression_of);
	literals = compile(longest_literal_of);
	cross_check(&diagnostics);
	cross_check(&log);
	compare_engines(&diagnostics);
	compare_engines(&log);
	return 0;
}
