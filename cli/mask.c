/* SPDX-License-Identifier: MIT */
#include "mask.h"

#include "address.h"

/* More of a line is not looked at. */
#define LOOK_BYTES 4096

/* Each of these gives the size of what stands at s.s[at] and is to be masked;
 * 0: no such thing.  What stands before is known not to belong to it. */
typedef size_t measure(struct slice s, size_t at);

static bool
is_word(char c)
{
	return is_alpha(c) || is_digit(c) || c == '_' || (c & 0x80) != 0;
}

static char
char_at(struct slice s, size_t at)
{
	return at < s.size ? s.s[at] : '\0';
}

static size_t
digits(struct slice s, size_t at)
{
	size_t n = at;

	while (n < s.size && is_digit(s.s[n]))
		n++;
	return n - at;
}

/* ---- codes, which stay ---- */

/* "5.1.1" */
static size_t
status(struct slice s, size_t at)
{
	size_t a, b;

	if (strchr("245", char_at(s, at)) == NULL || char_at(s, at) == '\0' ||
	    char_at(s, at + 1) != '.')
		return 0;
	a = digits(s, at + 2);
	if (a == 0 || a > 3 || char_at(s, at + 2 + a) != '.')
		return 0;
	b = digits(s, at + 3 + a);
	if (b == 0 || b > 3 || is_word(char_at(s, at + 3 + a + b)) ||
	    (char_at(s, at + 3 + a + b) == '.' &&
	    is_digit(char_at(s, at + 4 + a + b))))
		return 0;
	return 3 + a + b;
}

/* "550" before the text of a reply. */
static size_t
reply(struct slice s, size_t at)
{
	char next = char_at(s, at + 3);

	if (digits(s, at) != 3 || s.s[at] < '2' || s.s[at] > '5')
		return 0;
	return next == ' ' || next == '-' || next == '\0' ? 3 : 0;
}

/* ---- what is masked ---- */

static size_t
url(struct slice s, size_t at)
{
	size_t n = at;

	while (n < s.size && is_alpha(s.s[n]))
		n++;
	if (n - at < 3 || n + 3 > s.size || memcmp(s.s + n, "://", 3) != 0)
		return 0;
	while (n < s.size && !is_blank(s.s[n]) &&
	    strchr("\"'<>)]", s.s[n]) == NULL)
		n++;
	while (n > at && strchr(".,;:", s.s[n - 1]) != NULL)
		n--;
	return n - at;
}

static size_t
address(struct slice s, size_t at)
{
	struct slice found, token = slice_from(s, at);
	size_t n = 0;

	while (n < token.size && !is_blank(token.s[n]))
		n++;
	token.size = n;
	n = 0;
	if (!address_next(token, &n, &found) || found.s != token.s)
		return 0;
	return found.size;
}

/* A dotted quad, or hexadecimal groups with colons. */
static size_t
ip(struct slice s, size_t at)
{
	size_t n = at, dots = 0, colons = 0, hex = 0;

	while (n < s.size && (is_digit(s.s[n]) || s.s[n] == '.' ||
	    s.s[n] == ':' || (slice_fold(s.s[n]) >= 'a' &&
	    slice_fold(s.s[n]) <= 'f'))) {
		dots += s.s[n] == '.';
		colons += s.s[n] == ':';
		hex += is_alpha(s.s[n]);
		n++;
	}
	while (n > at && (s.s[n - 1] == '.' || (s.s[n - 1] == ':' &&
	    (n < at + 2 || s.s[n - 2] != ':')))) {
		dots -= s.s[n - 1] == '.';
		colons -= s.s[n - 1] == ':';
		n--;
	}
	if (is_word(char_at(s, n)))
		return 0;
	if (dots == 3 && colons == 0 && hex == 0 && n - at >= 7)
		return n - at;
	return colons >= 3 || (colons == 2 && hex > 0) ? n - at : 0;
}

/* Labels and dots, the last one of letters in one case. */
static size_t
host(struct slice s, size_t at)
{
	size_t n = at, end = 0, label = at;

	while (n < s.size && (is_alpha(s.s[n]) || is_digit(s.s[n]) ||
	    s.s[n] == '-' || s.s[n] == '_' || s.s[n] == '.')) {
		if (s.s[n] == '.') {
			if (n == label)
				break;
			label = n + 1;
		} else if (label > at) {
			end = n + 1;
		}
		n++;
	}
	if (end == 0)
		return 0;
	for (label = end; label > at && s.s[label - 1] != '.'; label--)
		if (!is_alpha(s.s[label - 1]) ||
		    (s.s[label - 1] ^ s.s[end - 1]) & 0x20)
			return 0;
	return end - label >= 2 ? end - at : 0;
}

/* Letters and digits in turn, or many of both: the id of a queue, a session, a
 * message. */
static size_t
id(struct slice s, size_t at)
{
	size_t n = at, turns = 0, numbers = 0, letters = 0;

	while (n < s.size && (is_alpha(s.s[n]) || is_digit(s.s[n]) ||
	    strchr("_-.+/", s.s[n]) != NULL) && s.s[n] != '\0') {
		turns += n > at && ((is_digit(s.s[n]) &&
		    is_alpha(s.s[n - 1])) || (is_alpha(s.s[n]) &&
		    is_digit(s.s[n - 1])));
		numbers += is_digit(s.s[n]);
		letters += is_alpha(s.s[n]);
		n++;
	}
	while (n > at && strchr("./-+", s.s[n - 1]) != NULL)
		n--;
	return n - at >= 6 && numbers >= 2 && letters >= 1 &&
	    (turns >= 2 || n - at >= 16) ? n - at : 0;
}

static size_t
number(struct slice s, size_t at)
{
	size_t n = at + digits(s, at);

	while (n > at && n + 1 < s.size && strchr(".,:/", s.s[n]) != NULL &&
	    is_digit(s.s[n + 1]))
		n += 1 + digits(s, n + 1);
	return n - at;
}

static const struct {
	measure *size;
	const char *placeholder;
} masks[] = {
	{ url, "{word}" }, { address, "{address}" }, { ip, "{ip}" },
	{ host, "{host}" }, { id, "{word}" }, { number, "{number}" },
};

/* The size of what stands between quotation marks, without them. */
static size_t
quoted(struct slice s, size_t at)
{
	char open = s.s[at], close = open == '`' ? '\'' : open;
	size_t n = at + 1;

	if (open != '"' && open != '\'' && open != '`')
		return 0;
	while (n < s.size && s.s[n] != close && n - at < 120)
		n++;
	if (char_at(s, n) != close || is_word(char_at(s, n + 1)))
		return 0;
	return n - at - 1;
}

static size_t
mask_quoted(struct text *out, struct slice s, size_t at)
{
	size_t size = quoted(s, at);
	struct slice inside = { s.s + at + 1, size };

	if (size == 0)
		return 0;
	text_byte(out, s.s[at]);
	if (address(inside, 0) == size)
		text_string(out, "{address}");
	else if (host(inside, 0) == size)
		text_string(out, "{host}");
	else
		text_string(out, "{text}");
	text_byte(out, s.s[at + 1 + size]);
	return size + 2;
}

/* Masks, or keeps, what begins at a word's boundary; 0: nothing special. */
static size_t
mask_at(struct text *out, struct slice s, size_t at, bool first)
{
	size_t size = first ? reply(s, at) : 0;

	if (size == 0)
		size = status(s, at);
	if (size > 0) {
		text_add(out, s.s + at, size);
		return size;
	}
	for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
		size = masks[i].size(s, at);
		if (size > 0) {
			text_string(out, masks[i].placeholder);
			return size;
		}
	}
	return mask_quoted(out, s, at);
}

static void
add_char(struct text *out, char c)
{
	bool blank = (c & 0xe0) == 0 || c == ' ' || c == 0x7f;

	if (blank && (out->size == 0 || out->bytes[out->size - 1] == ' '))
		return;
	text_byte(out, blank ? ' ' : c);
	if (c == '{' || c == '}')
		text_byte(out, c);
}

void
mask_line(struct text *out, struct slice line)
{
	struct text masked = { 0 };
	struct slice s = slice_trim(line);
	size_t at = 0;
	bool boundary = true;

	if (s.size > LOOK_BYTES)
		s.size = LOOK_BYTES; /* for one mask may look far ahead */
	while (at < s.size && masked.size < MASK_BYTES) {
		size_t size = boundary ? mask_at(&masked, s, at,
		    masked.size == 0) : 0;

		if (size == 0) {
			add_char(&masked, s.s[at]);
			size = 1;
		}
		at += size;
		boundary = !is_word(s.s[at - 1]);
	}
	if (masked.size > MASK_BYTES)
		masked.size = MASK_BYTES;
	/* no half of a character */
	while (at < s.size && masked.size > 0 &&
	    (masked.bytes[masked.size - 1] & 0x80) != 0)
		masked.size--;
	text_slice(out, slice_text(&masked));
	text_free(&masked);
}
