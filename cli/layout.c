/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_DEFAULT 80
#define WIDTH_MIN 20

static bool colour;
static int width = WIDTH_DEFAULT;

void
layout_begin(void)
{
	const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
	bool terminal = isatty(STDOUT_FILENO) == 1;
	struct winsize size;

	colour = terminal && (none == NULL || *none == '\0') &&
	    term != NULL && strcmp(term, "dumb") != 0;
	if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
	    size.ws_col > 0)
		width = size.ws_col < WIDTH_MIN ? WIDTH_MIN : size.ws_col;
}

bool
layout_colour(void)
{
	return colour;
}

int
layout_width(void)
{
	return width;
}

/* ---- code points ---- */

/* Reads one code point; a byte that is none counts as one. */
static size_t
decode(const char *s, uint32_t *code)
{
	const unsigned char *b = (const unsigned char *)s;
	size_t more = *b >= 0xf0 ? 3 : *b >= 0xe0 ? 2 : *b >= 0xc0 ? 1 : 0;

	*code = more == 3 ? *b & 7u : more == 2 ? *b & 15u
	    : more == 1 ? *b & 31u : *b;
	for (size_t i = 1; i <= more; i++) {
		if ((b[i] & 0xc0) != 0x80)
			return 1;
		*code = *code << 6 | (b[i] & 63u);
	}
	return more + 1;
}

static bool
is_wide(uint32_t c)
{
	static const uint32_t ranges[][2] = {
		{ 0x1100, 0x115f }, { 0x2e80, 0x303e }, { 0x3041, 0xa4cf },
		{ 0xac00, 0xd7a3 }, { 0xf900, 0xfaff }, { 0xfe30, 0xfe6f },
		{ 0xff00, 0xff60 }, { 0xffe0, 0xffe6 }, { 0x1f300, 0x1faff },
		{ 0x20000, 0x3fffd },
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return true;
	return false;
}

int
layout_columns(const char *s)
{
	uint32_t code;
	int columns = 0;

	while (*s != '\0') {
		s += decode(s, &code);
		columns += is_wide(code) ? 2 : 1;
	}
	return columns;
}

/* Whether the code point that s begins with is one of a set. */
static bool
is_one_of(const char *s, const char *set)
{
	uint32_t code;
	size_t size = decode(s, &code);

	for (; *set != '\0'; set += decode(set, &code))
		if (strncmp(s, set, size) == 0)
			return true;
	return false;
}

/* A line must not begin with these, nor end with those. */
static bool
may_break(const char *before, const char *after)
{
	return !is_one_of(after, "、。，．・：；？！）」』】〉》〕］｝々ー"
	    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヶ),.:;?!]}") &&
	    !is_one_of(before, "（「『【〈《〔［｛([{");
}

/* ---- lines ---- */

/* The size of the next piece of s that stays on one line: a word, or a wide
 * character with what must stay beside it. */
static size_t
piece(const char *s)
{
	const char *last = s, *next;
	uint32_t code, other;

	for (next = s + decode(s, &code); *next != '\0' && *next != ' ';
	     next += decode(last, &code)) {
		decode(next, &other);
		if ((is_wide(code) || is_wide(other)) && may_break(last, next))
			break;
		last = next;
	}
	return (size_t)(next - s);
}

static int
columns_of(const char *s, size_t size)
{
	const char *end = s + size;
	uint32_t code;
	int columns = 0;

	while (s < end) {
		s += decode(s, &code);
		columns += is_wide(code) ? 2 : 1;
	}
	return columns;
}

void
layout_wrap(const char *first, const char *s)
{
	int indent = layout_columns(first), at = indent;
	bool blank = false;

	fputs(first, stdout);
	while (*s != '\0') {
		size_t size = *s == ' ' ? 1 : piece(s);
		int columns = columns_of(s, size) + (blank ? 1 : 0);

		if (*s == ' ') {
			blank = true;
		} else {
			if (at > indent && at + columns > width) {
				printf("\n%*s", indent, "");
				at = indent;
				columns -= blank ? 1 : 0;
				blank = false;
			}
			printf("%s%.*s", blank ? " " : "", (int)size, s);
			at += columns;
			blank = false;
		}
		s += size;
	}
	putchar('\n');
}

static void
print_line(const char *start, const char *s)
{
	printf("%s%s%s\n", colour ? start : "", s, colour ? "\033[0m" : "");
}

void
layout_title(const char *s)
{
	print_line("\033[1m", s);
}

void
layout_heading(const char *s)
{
	putchar('\n');
	print_line("\033[1m", s);
}

void
layout_dim(const char *s)
{
	print_line("\033[2m", s);
}

const struct signs *
signs_of(const char *language)
{
	static const struct signs narrow = { " (", ")", "(", ") ", ", " };
	static const struct signs wide = { "（", "）", "（", "）", "、" };

	return strncmp(language, "ja", 2) == 0 ||
	    strncmp(language, "zh", 2) == 0 ? &wide : &narrow;
}
