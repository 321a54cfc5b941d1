/* SPDX-License-Identifier: MIT */
/* The matcher that looks at every fourth byte, held against one that tries
 * every phrase at every byte, over lines that are made to be hard: blanks of
 * all kinds, joints, cuts, near misses, lines longer than a block. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../gen/phrases_private.h"
#include "suites.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include "../../templates/c/find.c"
#include "../../templates/c/text.c"
#include "../../templates/c/words.c"
#include "../../templates/c/codes.c"
#include "../../templates/c/known.c"
#include "../../templates/c/arguments.c"
#include "../../templates/c/scan.c"
#include "../../templates/c/match.c"
#include "../../templates/c/choose.c"
#include "../../templates/c/decide.c"
#include "../../templates/c/explain.c"
#pragma GCC diagnostic pop

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define FOUND_MAX 4096
#define LINE_MAX_BYTES 4096

static struct arena arena;
static struct diags diags;
static struct catalog *catalog;
static struct phrases *phrases;

#define PHRASE(text) "<phrase><match>" text "</match></phrase>"
#define SAID(conditions, text) \
	"<phrase " conditions "><match>" text "</match></phrase>"
#define ARG(type) "<arg name=\"" type "\" type=\"" type "\"/>"
#define NOTICE(number, rest, phrases) \
    "<notice id=\"n" #number "\" number=\"" #number "\" " rest ">" phrases \
    "</notice>\n"
#define CAUSE(reason) "rank=\"cause\" reason=\"" reason "\""

static const char bytes[] =
    "<catalog xmlns=\"urn:mailerr:catalog:1\" name=\"mailerr\">\n"
    "<languages><language code=\"en\"/></languages>\n"
    "<commands><command name=\"MAIL\" about=\"sender\"/>"
    "<command name=\"RCPT\" about=\"recipient\"/>"
    "<command name=\"DATA-END\" about=\"message\"/>"
    "<command name=\"CONNECT\" about=\"host\"/></commands>\n"
    "<emitters><emitter id=\"postfix\"/><emitter id=\"qmail\"/></emitters>\n"
    "<reasons>"
    "<reason id=\"unknown\" number=\"0\" bounce=\"none\"/>"
    "<reason id=\"user-unknown\" number=\"1\" bounce=\"hard\""
    " suppress=\"confirm\" about=\"recipient\"/>"
    "<reason id=\"mail-loop\" number=\"2\" bounce=\"soft\" about=\"route\"/>"
    "<reason id=\"expired\" number=\"3\" bounce=\"soft\"/>"
    "<reason id=\"delivered\" number=\"4\" bounce=\"none\"/>"
    "<reason id=\"other\" number=\"47\" bounce=\"soft\"/>"
    "</reasons>\n<notices>\n"
    /* seven bytes, eight, ten, eleven, twelve */
    NOTICE(1, CAUSE("user-unknown"), PHRASE("no user") PHRASE("mbox off")
        PHRASE("over quota") PHRASE("user is bad") PHRASE("User unknown"))
    /* blanks everywhere a window may be */
    NOTICE(2, CAUSE("mail-loop"), PHRASE("a b c d e f g h i j k l m")
        PHRASE("x y z no us er") PHRASE("too many hops " ARG("number")
            " (" ARG("number") " max): from " ARG("address") " via "
            ARG("host") ", to " ARG("address")))
    NOTICE(3, CAUSE("mail-loop"), PHRASE("too many hops")
        PHRASE("many hops " ARG("number") " in the way"))
    /* equal and nearly equal */
    NOTICE(4, CAUSE("user-unknown"), PHRASE("mailbox unavailable")
        PHRASE("mailbox unavailable or not local"))
    NOTICE(5, CAUSE("mail-loop"), SAID("reply=\"550\"",
        "mailbox unavailable") SAID("emitter=\"postfix\"",
        "mailbox unavailable"))
    /* runs of one byte */
    NOTICE(6, "rank=\"frame\"", PHRASE("----- The following addresses")
        PHRASE("------------") PHRASE("[NO_USER] or {host}") SAID("emitter=\"qmail\"",
        "Hi. This is the qmail-send program at"))
    NOTICE(7, CAUSE("expired"), PHRASE("begin of it " ARG("text")
        " end of it") PHRASE(ARG("text") " is much too old")
        PHRASE("it waited for " ARG("duration")))
    NOTICE(8, CAUSE("mail-loop"), PHRASE("配送できませんでした")
        SAID("anchor=\"line\"", "whole line only"))
    NOTICE(9, "rank=\"generic\" reason=\"other\"", PHRASE("message rejected")
        PHRASE("rejected as " ARG("word") ", sorry"))
    NOTICE(10, "rank=\"wrapper\"", SAID("emitter=\"postfix\"",
        "the host " ARG("host") " said:"))
    NOTICE(11, CAUSE("user-unknown"),
        PHRASE("&lt;" ARG("address") ">: user unknown")
        PHRASE(ARG("address") "... User unknown")
        SAID("command=\"RCPT\"", "no such user here")
        PHRASE("5.1.1 nobody"))
    "</notices></catalog>\n";

static void
setup(void)
{
	arena = (struct arena){ 0 };
	diags = (struct diags){ .arena = &arena };
	catalog = catalog_parse(&arena, source_new(&arena, "test.xml", bytes,
	    strlen(bytes)), &diags);
	ck_assert_ptr_nonnull(catalog);
	phrases = phrases_build(&arena, catalog, NULL, NULL);
}

static void
teardown(void)
{
	catalog_free(catalog);
	arena_free(&arena);
}

/* ---- the slow matcher ---- */

struct all {
	struct found found[FOUND_MAX];
	size_t count;
};

static void
keep(struct all *all, const struct found *found)
{
	ck_assert_uint_lt(all->count, FOUND_MAX);
	all->found[all->count++] = *found;
}

/* Where a blank stands, a window that begins with one may, and only there. */
static void
find_slowly_at(const struct view *v, size_t at, bool blank, struct all *all)
{
	const struct tables *t = &phrases->t;
	struct found found;

	for (uint32_t n = 0; n < t->phrase_count; n++) {
		const struct phrase *p = &t->phrases[n];
		struct hint hint = { n, 0, at };

		if ((t->literals[p->text + p->window] == ' ') == blank &&
		    phrase_fits(t, v, &hint, &found))
			keep(all, &found);
	}
}

static void
find_slowly(const struct view *v, struct all *all)
{
	size_t at = 0, past;

	for (all->count = 0; at < v->end; at = past > at ? past : at + 1) {
		past = gap_end(v, at);
		find_slowly_at(v, at, past > at, all);
	}
}

/* The text as read_text() has it, byte by byte; never plain, so that literals
 * are walked over, too. */
static void
read_slowly(struct view *v, struct layers *l, struct told *told)
{
	told_start(told, v);
	for (size_t p = 0; p < told->original; p++) {
		take_original(told, v, p);
		take_sender(told, v, p);
	}
	v->end = told->original;
	find_command(told, &phrases->t, v);
	find_layers(v, l);
	v->plain = false;
}

/* ---- the comparison ---- */

static int
compare_found(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->phrase != y->phrase)
		return x->phrase < y->phrase ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

static const char *
shown(const char *s, size_t size)
{
	char *text = arena_alloc(&arena, size + 1, 4), *to = text;

	for (size_t i = 0; i < size; i++)
		to += sprintf(to, s[i] >= ' ' && s[i] < 127 ? "%c" : "\\x%02x",
		    (unsigned char)s[i]);
	return text;
}

static void
same_found(const char *s, size_t size, struct all *fast, struct all *slow)
{
	qsort(fast->found, fast->count, sizeof *fast->found, compare_found);
	qsort(slow->found, slow->count, sizeof *slow->found, compare_found);
	ck_assert_msg(fast->count == slow->count, "%zu, not %zu in \"%s\"",
	    fast->count, slow->count, shown(s, size));
	for (size_t i = 0; i < fast->count; i++) {
		const struct found *x = &fast->found[i], *y = &slow->found[i];

		ck_assert_msg(compare_found(x, y) == 0, "differs: \"%s\"",
		    shown(s, size));
		for (size_t k = 0; k < x->phrase->argument_count; k++)
			ck_assert_msg(x->from[k] == y->from[k] &&
			    x->to[k] == y->to[k], "argument %zu: \"%s\"", k,
			    shown(s, size));
	}
}

static void
same_best(const char *s, size_t size, const struct view *v,
    const struct all *slow)
{
	mailerr_hit hit, want;
	const struct found *best = NULL;

	for (size_t i = 0; i < slow->count; i++) {
		const struct found *f = &slow->found[i];

		if (best == NULL || (f->phrase->rank != best->phrase->rank ?
		    f->phrase->rank < best->phrase->rank :
		    says_more(&phrases->t, f, best)))
			best = f;
	}
	ck_assert_int_eq(best_phrase_with(&phrases->t, s, size, &hit),
	    best != NULL);
	if (best == NULL)
		return;
	hit_of(&phrases->t, v, best, &want);
	ck_assert_msg(hit.notice == want.notice && hit.start == want.start &&
	    hit.end == want.end && hit.literal == want.literal,
	    "another best: \"%s\"", shown(s, size));
}

/* The list of phrases is made with less reading: layers only where asked. */
static void
same_list(const char *s, size_t size, const struct all *slow)
{
	static mailerr_hit hits[FOUND_MAX];
	size_t count = phrases_with(&phrases->t, s, size, hits, FOUND_MAX);

	ck_assert_msg(count == slow->count, "%zu, not %zu listed: \"%s\"",
	    count, slow->count, shown(s, size));
	for (size_t i = 0; i < count; i++) {
		size_t k = 0;

		while (k < count && (hits[i].start != slow->found[k].start ||
		    hits[i].end != slow->found[k].end || hits[i].literal !=
		    slow->found[k].phrase->literal))
			k++;
		ck_assert_msg(k < count, "not at %zu: \"%s\"", hits[i].start,
		    shown(s, size));
	}
}

/* Weighs every phrase, and no shorter way. */
static void
same_verdict(const char *s, size_t size, const struct view *v,
    const struct layers *l, const struct told *told, const struct all *slow)
{
	const struct tables *t = &phrases->t;
	mailerr_verdict fast, want;
	struct choices c;
	struct known k;

	choices_start(&c);
	clear(&want, sizeof want);
	read_known(t, NULL, v, l, told, &k);
	see_code(t, &k);
	for (size_t i = 0; i < slow->count; i++) {
		const struct phrase *p = slow->found[i].phrase;
		unsigned emitter = t->conditions[p->condition].emitter;

		if (p->rank >= MAILERR_RANK_WRAPPER && emitter != 0)
			see_emitter(t, emitter, is_around(l, &slow->found[i]),
			    &k);
	}
	for (size_t i = 0; i < slow->count; i++)
		if (!is_void(t, &k, slow->found[i].phrase))
			weigh(t, &k, l, &slow->found[i], &c);
	conclude(t, v, l, told, &k, &c, &want);
	explain_with(t, NULL, s, size, &fast);
	ck_assert_msg(memcmp(&fast, &want, offsetof(mailerr_verdict,
	    arguments)) == 0, "notice %u, not %u: \"%s\"", fast.notice,
	    want.notice, shown(s, size));
	for (size_t i = 0; i < fast.argument_count; i++)
		ck_assert(fast.arguments[i].value == want.arguments[i].value &&
		    fast.arguments[i].length == want.arguments[i].length);
}

static struct all fast, slow;

/* Both matchers on a copy that ends where the text does. */
static void
compare_both(const char *line, size_t size)
{
	char *s = memory_get(size + 1);
	struct view v, w;
	struct layers l;
	struct told told, told_slowly;
	struct scan scan;
	struct found found;

	memcpy(s, line, size);
	s = memory_resize(s, size == 0 ? 1 : size);
	view_text(&v, s, size);
	w = v;
	read_text(&scan, &phrases->t, &v, &l, &told, true);
	fast.count = 0;
	while (next_hints(&scan))
		for (size_t n = 0; n < scan.count; n++)
			if (phrase_fits(&phrases->t, &v, &scan.hints[n],
			    &found))
				keep(&fast, &found);
	read_slowly(&w, &l, &told_slowly);
	ck_assert_msg(v.end == w.end && told.command == told_slowly.command,
	    "command %u, not %u: \"%s\"", told.command, told_slowly.command,
	    shown(s, size));
	ck_assert_msg(told.senders == told_slowly.senders &&
	    memcmp(told.sender, told_slowly.sender, sizeof *told.sender *
	    (told.senders < SENDERS_MAX ? told.senders : SENDERS_MAX)) == 0,
	    "%u words of the sender, not %u: \"%s\"", told.senders,
	    told_slowly.senders, shown(s, size));
	find_slowly(&w, &slow);
	same_found(s, size, &fast, &slow);
	same_list(s, size, &slow);
	same_best(s, size, &w, &slow);
	same_verdict(s, size, &w, &l, &told_slowly, &slow);
	free(s);
}

/* ---- lines ---- */

static uint32_t seed;

static uint32_t
any(uint32_t below)
{
	seed = seed * 1664525 + 1013904223;
	return (uint32_t)(((uint64_t)(seed >> 8) * below) >> 24);
}

#define ANY(array) ((array)[any(COUNT(array))])

static const char *const blanks[] = { " ", " ", " ", " ", "  ", "\t", " \t",
	"\r ", "   \v\f", " 550 ", "\r\n550-", "\r\n550 5.1.1 ", " 550-5.1.1 ",
	"\n", " \n ", "\r\n", "" };
static const char *const others[] = { "550-5.1.1 ", "550 ", "450-", "said: 550-",
	"host mx said: ", "(in reply to RCPT TO command)", "[RCPT] ", "[MAIL",
	" after end of data", "for mail ", ">>> DATA", "refused to talk to me",
	"--- Original message follows.", "message/rfc822", "Copy of your message",
	"http://a/?", "Nov  5 07:03:12 ", "----", "-", "x", "9", ".", "\xe3\x81",
	"Hi. This is the qmail-send program at " };
static const char *const arguments_of_type[] = { "", "26", "5 days",
	"b@example.jp", "mx.example.org", "192.0.2.1", "w0rd", "some text here" };

struct line {
	char bytes[LINE_MAX_BYTES];
	size_t size;
};

static void
add(struct line *l, const char *s, size_t size)
{
	if (size > sizeof l->bytes - l->size)
		size = sizeof l->bytes - l->size;
	memcpy(l->bytes + l->size, s, size);
	l->size += size;
}

static void
add_text(struct line *l, const char *s)
{
	add(l, s, strlen(s));
}

/* A literal as it may be met, and sometimes not quite. */
static void
add_literal_oddly(struct line *l, const char *s, size_t size, uint32_t oddity)
{
	for (; size > 0; s++, size--) {
		/* also what is not another case: '[' for '{' */
		char c = any(2) == 0 && ((*s >= 'a' && *s <= 'z') ||
		    any(40) < oddity) ? (char)(*s ^ 0x20) : *s;

		if (*s == ' ' && any(4) < oddity)
			add_text(l, ANY(blanks));
		else if (any(400) >= oddity)
			add(l, &c, 1);
	}
}

static void
add_phrase_oddly(struct line *l, uint32_t oddity)
{
	const struct tables *t = &phrases->t;
	const struct phrase *p = &t->phrases[any(t->phrase_count)];
	const char *text = t->literals + p->text;

	for (unsigned i = 0; i < p->token_count; i++) {
		const struct token *token = &t->tokens[p->token + i];

		if (token->kind != 0) {
			add_text(l, arguments_of_type[token->kind]);
			continue;
		}
		add_literal_oddly(l, text, token->length, oddity);
		text += token->length;
	}
}

static void
make_line(struct line *l, size_t pieces)
{
	uint32_t oddity = any(4);

	l->size = 0;
	while (pieces-- > 0) {
		if (any(3) == 0)
			add_text(l, ANY(others));
		else
			add_phrase_oddly(l, oddity);
		if (any(3) != 0)
			add_text(l, oddity == 0 ? " " : ANY(blanks));
	}
	if (any(8) == 0 && l->size > 0)
		l->bytes[any((uint32_t)l->size)] = (char)any(256);
}

/* ---- the tests ---- */

enum { ROUNDS = 20, LINES = 400 };

START_TEST(short_lines_are_the_same)
{
	struct line l;

	seed = (uint32_t)_i + 1;
	for (int n = 0; n < LINES; n++) {
		make_line(&l, 1 + any(4));
		compare_both(l.bytes, l.size);
	}
}
END_TEST

/* What chance would seldom make. */
static const char *const lines[] = { "", " ", "\n", "5", "550", "550-", "550 ",
	"450-----------", "450------------", "450-\n450-------------",
	"said: 550-no user", "550-1.1.1 no user", "no user", "xno user",
	"no user9", "no  user", "no\tuser", " no user", "no user ",
	"550-5.1.1 nobody", "550 5.1.1 nobody", "550-a\n550-5.1.1 nobody",
	"no\nuser", "550-no\n550-user", "550-no\n550 5.1.1 user",
	"550-no\n 550-\n\r\n550-user", "the host \x80 said:",
	"[no_user] or {host}", "{no_user} or [host]", "[no\x7fuser] or {host}",
	"450 5.1.1 for message/rfc822", "after end of message/rfc822" };

START_TEST(known_lines_are_the_same)
{
	compare_both(lines[_i], strlen(lines[_i]));
}
END_TEST

/* Places of codes, looked for byte by byte. */
static size_t
place_slowly(const struct view *v, size_t p, bool status)
{
	for (; v->end - p >= 3; p++)
		if (is_digit(v->s[p]) && is_digit(v->s[p + 2]) &&
		    is_digit(v->s[p + 1]) != status && (status ||
		    ((p == 0 || !is_digit(v->s[p - 1])) &&
		     (v->end - p == 3 || !is_digit(v->s[p + 3])))))
			return p;
	return v->end;
}

/* No place may be missed; one too many does no harm, since what stands there is
 * looked at. */
START_TEST(places_are_the_same)
{
	static const char set[] = "0123456789..  -x\xe3/:";
	char text[700];
	struct scan scan;
	struct view v;

	seed = (uint32_t)_i + 4000;
	for (int n = 0; n < 100; n++) {
		size_t size = any(sizeof text);

		for (size_t i = 0; i < size; i++)
			text[i] = set[any(any(3) == 0 ? sizeof set - 1 : 10)];
		view_text(&v, text, size);
		for (int known = 0; known < 2; known++) {
			for (size_t p = 0; p < size; p++) {
				size_t place = place_slowly(&v, p, _i % 2 == 0);

				if (p > 0 && is_digit(text[p - 1]))
					continue;
				ck_assert_uint_le(next_place(&v, p,
				    _i % 2 == 0), place);
			}
			find_places(&scan, &v);
		}
	}
}
END_TEST

/* Longer than a block, and with more phrases than are kept at a time. */
START_TEST(long_lines_are_the_same)
{
	struct line l;

	seed = (uint32_t)_i + 1000;
	for (int n = 0; n < 10; n++) {
		make_line(&l, 20 + any(100));
		compare_both(l.bytes, l.size);
	}
}
END_TEST

START_TEST(cut_lines_are_the_same)
{
	struct line l;

	seed = (uint32_t)_i + 2000;
	make_line(&l, 6);
	for (size_t n = 0; n <= l.size; n++) {
		compare_both(l.bytes, n);
		compare_both(l.bytes + n, l.size - n);
	}
}
END_TEST

/* Every phrase at every place of a block and across its end, behind bytes that
 * may stand there by themselves, or make blanks that are not straight. */
static const char *const fillers[] = { ".", "x ", "\t", " .", "a  b", "\n",
	"no use ", "------", "\xff" };

START_TEST(places_in_a_block_are_the_same)
{
	struct line l;
	size_t filler = strlen(fillers[_i]);

	seed = (uint32_t)_i + 3000;
	for (size_t before = 0; before < 540; before += before < 480 ? 7 : 1) {
		l.size = 0;
		while (l.size < before)
			add(&l, fillers[_i], filler);
		add_text(&l, " ");
		add_phrase_oddly(&l, any(3));
		add_text(&l, " ");
		add_phrase_oddly(&l, 0);
		compare_both(l.bytes, l.size);
	}
}
END_TEST

/* More hints for one place, and for one block, than there is room for. */
static const char *const crowds[] = { "mailbox unavailable or not local ",
	"no user ", "----", "user unknown", "550-5.1.1 no user\r\n",
	"over quota\t" };

START_TEST(crowds_are_the_same)
{
	struct line l = { .size = 0 };

	while (l.size < 3000)
		add_text(&l, crowds[_i]);
	compare_both(l.bytes, l.size);
}
END_TEST

Suite *
match_suite(void)
{
	Suite *s = suite_create("match");
	TCase *tc = tcase_create("core");

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_set_timeout(tc, 120);
	tcase_add_loop_test(tc, known_lines_are_the_same, 0, COUNT(lines));
	tcase_add_loop_test(tc, short_lines_are_the_same, 0, ROUNDS);
	tcase_add_loop_test(tc, places_are_the_same, 0, 8);
	tcase_add_loop_test(tc, long_lines_are_the_same, 0, ROUNDS);
	tcase_add_loop_test(tc, cut_lines_are_the_same, 0, ROUNDS);
	tcase_add_loop_test(tc, places_in_a_block_are_the_same, 0,
	    COUNT(fillers));
	tcase_add_loop_test(tc, crowds_are_the_same, 0, COUNT(crowds));
	suite_add_tcase(s, tc);
	return s;
}
