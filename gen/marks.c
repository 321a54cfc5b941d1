/* SPDX-License-Identifier: MIT */
#include "marks.h"

#include <string.h>

#include "catalog.h"

struct placer {
	const struct marks *marks;
	const char *plain;
	size_t length;
	const struct mark **at; /* the mark that begins at a byte, or NULL */
	bool *taken;            /* bytes within a mark */
};

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

bool
marks_stands_alone(const char *start, const char *p, const char *word)
{
	size_t length = strlen(word);

	return (p == start || !is_word_byte(p[-1]) || !is_word_byte(*word)) &&
	    (!is_word_byte(p[length]) || !is_word_byte(word[length - 1]));
}

/* ---- places ---- */

static bool
is_free(const struct placer *p, size_t at, size_t length)
{
	for (size_t i = at; i < at + length; i++)
		if (p->taken[i])
			return false;
	return true;
}

/* The next free place of the content at or after from, or the length. */
static size_t
next_place(const struct placer *p, const char *content, size_t from, bool alone)
{
	size_t length = strlen(content);
	const char *found;

	for (; from < p->length; from++) {
		found = strstr(p->plain + from, content);
		if (found == NULL)
			break;
		from = (size_t)(found - p->plain);
		if (is_free(p, from, length) && (!alone ||
		    marks_stands_alone(p->plain, found, content)))
			return from;
	}
	return p->length;
}

static size_t
count_places(const struct placer *p, const char *content, bool alone)
{
	size_t count = 0, length = strlen(content);

	for (size_t at = next_place(p, content, 0, alone); at < p->length;
	     at = next_place(p, content, at + length, alone))
		count++;
	return count;
}

/* Gives each mark of that content the next place; the first is known. */
static void
take_places(struct placer *p, const char *content, bool alone)
{
	size_t length = strlen(content), at = 0;

	for (size_t i = 0; i < p->marks->count; i++) {
		const struct mark *m = &p->marks->items[i];

		if (strcmp(m->content, content) != 0)
			continue;
		at = next_place(p, content, at, alone);
		p->at[at] = m;
		for (size_t n = 0; n < length; n++)
			p->taken[at + n] = true;
		at += length;
	}
}

static size_t
count_marks(const struct placer *p, const char *content)
{
	size_t count = 0;

	for (size_t i = 0; i < p->marks->count; i++)
		count += strcmp(p->marks->items[i].content, content) == 0;
	return count;
}

/* Words by themselves are meant; where there are none, as in a language that
 * joins words, any will do. */
static bool
place_content(struct placer *p, const char *content, size_t *times)
{
	size_t wanted = count_marks(p, content);
	bool alone = true;

	*times = count_places(p, content, true);
	if (*times < wanted) {
		alone = false;
		*times = count_places(p, content, false);
	}
	if (*times != wanted)
		return false;
	take_places(p, content, alone);
	return true;
}

/* Of the marks not yet done the first with the longest content, or NULL. */
static const struct mark *
longest(const struct placer *p, const bool *done)
{
	const struct mark *best = NULL;

	for (size_t i = 0; i < p->marks->count; i++) {
		const struct mark *m = &p->marks->items[i];

		if (!done[i] && (best == NULL ||
		    strlen(m->content) > strlen(best->content)))
			best = m;
	}
	return best;
}

/* NULL, or the mark that has no place. */
static const struct mark *
place_all(struct arena *arena, struct placer *p, size_t *times)
{
	bool *done = arena_alloc(arena, p->marks->count, sizeof *done);
	const struct mark *m;

	while ((m = longest(p, done)) != NULL) {
		if (!place_content(p, m->content, times))
			return m;
		for (size_t i = 0; i < p->marks->count; i++)
			if (strcmp(p->marks->items[i].content, m->content) == 0)
				done[i] = true;
	}
	return NULL;
}

/* ---- bytes ---- */

static void
add_escaped(struct buffer *to, const char *s, size_t length)
{
	for (; length > 0; s++, length--) {
		if (*s == '&')
			buffer_text(to, "&amp;");
		else if (*s == '<')
			buffer_text(to, "&lt;");
		else if (*s == '>')
			buffer_text(to, "&gt;");
		else
			buffer_byte(to, *s);
	}
}

static void
add_mark(struct buffer *to, const struct mark *m)
{
	struct place tag = place_of_start_tag(m->element);
	struct place name = place_of_element(m->element);

	buffer_add(to, tag.source->bytes + tag.offset, tag.length);
	add_escaped(to, m->content, strlen(m->content));
	buffer_text(to, "</");
	buffer_add(to, name.source->bytes + name.offset + 1, name.length - 1);
	buffer_byte(to, '>');
}

const struct mark *
marks_put_back(struct arena *arena, const struct marks *marks,
    const char *plain, struct buffer *to, size_t *times)
{
	struct placer p = { .marks = marks, .plain = plain,
		.length = strlen(plain) };
	const struct mark *lost;

	p.at = arena_alloc(arena, p.length + 1, sizeof *p.at);
	p.taken = arena_alloc(arena, p.length + 1, sizeof *p.taken);
	lost = place_all(arena, &p, times);
	if (lost != NULL)
		return lost;
	for (size_t i = 0; i < p.length;) {
		if (p.at[i] != NULL) {
			add_mark(to, p.at[i]);
			i += strlen(p.at[i]->content);
		} else {
			add_escaped(to, plain + i++, 1);
		}
	}
	return NULL;
}
