/* SPDX-License-Identifier: MIT */
#include "po_places.h"

#include <string.h>

#include <libxml/hash.h>

#include "buffer.h"

struct po_places {
	xmlHashTable *spots;    /* msgid, context -> struct po_spot */
	struct place unclosed;
};

/* Steps over the bytes of a string, which may be several pieces in quotes. */
struct cursor {
	const char *bytes;
	size_t at;              /* what comes next */
	size_t quotes;          /* that opened the piece */
	size_t byte;            /* where the last byte stood */
	bool inside;
};

/* ---- strings ---- */

static int
digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

/* Digits of a base, at most so many. */
static int
read_number(struct cursor *c, int base, size_t most)
{
	unsigned value = 0;

	for (; most > 0 && digit_of(c->bytes[c->at]) < base; most--)
		value = value * base + digit_of(c->bytes[c->at++]);
	return (unsigned char)value;
}

/* What stands behind a backslash, read as gettext does. */
static int
read_escape(struct cursor *c)
{
	static const char names[] = "abfnrtv", values[] = "\a\b\f\n\r\t\v";
	char letter = c->bytes[c->at];
	const char *name;

	if (digit_of(letter) < 8)
		return read_number(c, 8, 3);
	if (letter == '\0' || letter == '\n')
		return '\\';
	c->at++;
	if (letter == 'x')
		return read_number(c, 16, (size_t)-1);
	name = strchr(names, letter);
	return (unsigned char)(name == NULL ? letter : values[name - names]);
}

/* Steps to the next piece if the cursor is in none.  False behind the last. */
static bool
is_in_piece(struct cursor *c)
{
	while (!c->inside || c->bytes[c->at] == '"') {
		c->at += c->inside;
		c->at += strspn(c->bytes + c->at, " \t\r\f\v\n");
		c->inside = c->bytes[c->at] == '"';
		if (!c->inside)
			return false;
		c->quotes = c->at++;
	}
	return true;
}

/* The next byte, or -1 behind the last one.  inside stays true where the quotes
 * are not closed on the line. */
static int
next_byte(struct cursor *c, size_t size)
{
	if (!is_in_piece(c) || c->at == size || c->bytes[c->at] == '\n')
		return -1;
	c->byte = c->at++;
	return c->bytes[c->byte] == '\\' ? read_escape(c)
	    : (unsigned char)c->bytes[c->byte];
}

static struct cursor
cursor_at(const struct source *source, size_t string)
{
	return (struct cursor){ .bytes = source->bytes, .at = string };
}

/* Leaves the cursor behind the string. */
static const char *
read_string(struct arena *arena, struct cursor *c, size_t size, size_t *length)
{
	struct buffer text = { 0 };
	const char *copy;
	int byte;

	while ((byte = next_byte(c, size)) >= 0)
		buffer_byte(&text, (char)byte);
	*length = text.size;
	copy = arena_strdup(arena, buffer_string(&text));
	buffer_free(&text);
	return copy;
}

const char *
po_places_string(struct arena *arena, const struct source *source,
    size_t string, size_t *length)
{
	struct cursor c = cursor_at(source, string);

	return read_string(arena, &c, source->size, length);
}

struct place
po_places_byte(const struct source *source, size_t string, size_t n)
{
	struct cursor c = cursor_at(source, string);

	c.byte = string;
	while (next_byte(&c, source->size) >= 0 && n > 0)
		n--;
	return (struct place){ source, c.byte, 1 };
}

/* ---- messages ---- */

struct scan {
	struct arena *arena;
	const struct source *source;
	struct po_places *places;
	struct place word;      /* the last one; its source NULL: a string came */
	const char *context;    /* of the message that begins, or NULL */
	struct po_spot *spot;   /* of the message that is being read, or NULL */
};

static bool
is_word(const struct scan *s, const char *word)
{
	return s->word.source != NULL && s->word.length == strlen(word) &&
	    memcmp(s->source->bytes + s->word.offset, word,
	    s->word.length) == 0;
}

/* The string that stands there, by the word before it. */
static void
take_string(struct scan *s, size_t at, const char *text)
{
	if (is_word(s, "msgctxt")) {
		s->context = text;
	} else if (is_word(s, "msgid")) {
		s->spot = arena_alloc(s->arena, 1, sizeof *s->spot);
		s->spot->msgid = s->word;
		xmlHashAddEntry2(s->places->spots, (const xmlChar *)text,
		    (const xmlChar *)s->context, s->spot);
		s->context = NULL;
	} else if (is_word(s, "msgstr") && s->spot != NULL &&
	    s->spot->msgstr.source == NULL) {
		s->spot->msgstr = s->word;
		s->spot->string = at;
	}
	s->word.source = NULL;
}

static size_t
scan_string(struct scan *s, size_t at)
{
	struct cursor c = cursor_at(s->source, at);
	size_t length;

	take_string(s, at, read_string(s->arena, &c, s->source->size, &length));
	if (c.inside && s->places->unclosed.source == NULL)
		s->places->unclosed = (struct place){ s->source, c.quotes, 1 };
	return c.at;
}

static size_t
scan_word(struct scan *s, size_t at)
{
	size_t length = strspn(s->source->bytes + at,
	    "abcdefghijklmnopqrstuvwxyz_");

	s->word = (struct place){ s->source, at, length };
	return at + length;
}

struct po_places *
po_places_find(struct arena *arena, const struct source *source)
{
	struct po_places *p = arena_alloc(arena, 1, sizeof *p);
	struct scan s = { .arena = arena, .source = source, .places = p };

	p->spots = xmlHashCreate(1024);
	if (p->spots == NULL)
		memory_die();
	for (size_t at = 0; at < source->size;) {
		char c = source->bytes[at];

		if (c == '"')
			at = scan_string(&s, at);
		else if (c == '#') /* of obsolete messages too */
			at += strcspn(source->bytes + at, "\n");
		else if (c >= 'a' && c <= 'z')
			at = scan_word(&s, at);
		else
			at++;
	}
	return p;
}

void
po_places_free(struct po_places *p)
{
	xmlHashFree(p->spots, NULL);
}

const struct po_spot *
po_places_get(const struct po_places *p, const char *msgid,
    const char *context)
{
	return xmlHashLookup2(p->spots, (const xmlChar *)msgid,
	    (const xmlChar *)context);
}

struct place
po_places_unclosed(const struct po_places *p)
{
	return p->unclosed;
}
