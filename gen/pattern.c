/* SPDX-License-Identifier: MIT */
#include "pattern.h"

#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Patterns are ours and short; backtracking is the simplest that is right.
 * A match goes on with what follows it: the rest of the pattern, then, when
 * that ends, the enclosing groups from inside out. */
struct rest {
	const char *pattern, *end;
	const struct rest *outer;
	/* a repeated group: how often it was matched, and its range */
	const char *group, *group_end;
	int count, min, max;
	const char *started; /* an empty round must not repeat for ever */
};

static bool match(const char *p, const char *end, const char *text,
    const struct rest *rest);

/* The end of the atom at p: a literal, an escape, a class or a group. */
static const char *
atom_end(const char *p)
{
	int depth = 0;

	if (*p == '\\')
		return p + 2;
	if (*p == '[') {
		while (*p != ']')
			p += *p == '\\' ? 2 : 1;
		return p + 1;
	}
	if (*p != '(')
		return p + 1;
	do {
		if (*p == '[') {
			p = atom_end(p);
			continue;
		}
		if (*p == '\\')
			p++;
		else if (*p == '(')
			depth++;
		else if (*p == ')')
			depth--;
		p++;
	} while (depth > 0);
	return p;
}

/* Reads "?", "*", "+", "{n}" or "{n,m}" at *p, if one stands there. */
static void
read_range(const char **p, int *min, int *max)
{
	*min = *max = 1;
	switch (**p) {
	case '?': *min = 0; ++*p; break;
	case '*': *min = 0; *max = INT_MAX; ++*p; break;
	case '+': *max = INT_MAX; ++*p; break;
	case '{': {
		char *after;

		*min = *max = (int)strtol(*p + 1, &after, 10);
		if (*after == ',')
			*max = (int)strtol(after + 1, &after, 10);
		*p = after + 1;
		break;
	}
	default: break;
	}
}

static bool
in_class(const char *p, const char *end, char c)
{
	bool negated = *++p == '^', found = false;

	if (negated)
		p++;
	while (p < end - 1) {
		char low = *p == '\\' ? *++p : *p, high = low;

		if (p[1] == '-' && p + 2 < end - 1) {
			high = p[2];
			p += 2;
		}
		found = found || ((unsigned char)c >= (unsigned char)low &&
		    (unsigned char)c <= (unsigned char)high);
		p++;
	}
	return found != negated;
}

static bool
matches_one(const char *atom, const char *end, char c)
{
	if (c == '\0')
		return false;
	if (*atom == '.')
		return c != '\n' && c != '\r';
	if (*atom == '[')
		return in_class(atom, end, c);
	return c == (*atom == '\\' ? atom[1] : *atom);
}

static bool match_rest(const char *text, const struct rest *rest);

/* One of the alternatives of the group between start and end. */
static bool
match_group(const char *start, const char *end, const char *text,
    const struct rest *rest)
{
	const char *from = start, *p = start;

	while (p < end) {
		if (*p == '|') {
			if (match(from, p, text, rest))
				return true;
			from = ++p;
		} else {
			p = atom_end(p);
		}
	}
	return match(from, end, text, rest);
}

/* A group has been matched count times: once more, or what follows it. */
static bool
match_rest(const char *text, const struct rest *rest)
{
	if (rest == NULL)
		return *text == '\0';
	if (rest->group != NULL && rest->count < rest->max &&
	    rest->started != text) {
		struct rest again = *rest;

		again.count++;
		again.started = text;
		if (match_group(rest->group, rest->group_end, text, &again))
			return true;
	}
	if (rest->count < rest->min)
		return false;
	return match(rest->pattern, rest->end, text, rest->outer);
}

static bool
match(const char *p, const char *end, const char *text,
    const struct rest *rest)
{
	const char *atom = p, *after;
	int min, max, n = 0;

	if (p == end)
		return match_rest(text, rest);
	after = p = atom_end(atom);
	read_range(&p, &min, &max);
	if (*atom == '(') {
		struct rest group = { p, end, rest, atom + 1, after - 1, 0,
			min, max, NULL };

		return match_rest(text, &group);
	}
	while (n < max && matches_one(atom, after, text[n]))
		n++;
	for (; n >= min; n--)
		if (match(p, end, text + n, rest))
			return true;
	return false;
}

bool
pattern_matches(const char *pattern, const char *text)
{
	return match_group(pattern, pattern + strlen(pattern), text, NULL);
}
