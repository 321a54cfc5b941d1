/* SPDX-License-Identifier: MIT */
#include "markup.h"

#include <stdint.h>

/* A longer tag is none: so hostile HTML costs no more than its length. */
#define TAG_BYTES 4096

/* ---- entities ---- */

static void
add_code_point(struct text *out, uint32_t c)
{
	if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		c = 0xfffd;
	if (c == 0xa0)
		c = ' ';
	if (c < 0x80) {
		text_byte(out, (char)c);
	} else if (c < 0x800) {
		text_byte(out, (char)(0xc0 | c >> 6));
		text_byte(out, (char)(0x80 | (c & 63)));
	} else {
		if (c < 0x10000) {
			text_byte(out, (char)(0xe0 | c >> 12));
		} else {
			text_byte(out, (char)(0xf0 | c >> 18));
			text_byte(out, (char)(0x80 | (c >> 12 & 63)));
		}
		text_byte(out, (char)(0x80 | (c >> 6 & 63)));
		text_byte(out, (char)(0x80 | (c & 63)));
	}
}

/* "&#12354;" and "&#x3042;"; 0 where it is none. */
static size_t
numeric(struct text *out, struct slice s)
{
	bool hex = s.size > 2 && slice_fold(s.s[2]) == 'x';
	size_t n = hex ? 3 : 2, first = n;
	uint32_t c = 0;

	for (; n < s.size && n < first + 8; n++) {
		char digit = slice_fold(s.s[n]);

		if (is_digit(digit))
			c = c * (hex ? 16 : 10) + (uint32_t)(digit - '0');
		else if (hex && digit >= 'a' && digit <= 'f')
			c = c * 16 + (uint32_t)(digit - 'a') + 10;
		else
			break;
	}
	if (n == first)
		return 0;
	add_code_point(out, c);
	return n + (n < s.size && s.s[n] == ';');
}

/* The size of the entity at s, whose character was added; 0: none. */
static size_t
entity(struct text *out, struct slice s)
{
	static const struct { const char *name, *is; } all[] = {
		{ "&lt;", "<" }, { "&gt;", ">" }, { "&amp;", "&" },
		{ "&quot;", "\"" }, { "&apos;", "'" }, { "&nbsp;", " " },
		{ "&lsquo;", "'" }, { "&rsquo;", "'" }, { "&ldquo;", "\"" },
		{ "&rdquo;", "\"" }, { "&ndash;", "-" }, { "&mdash;", "-" },
		{ "&copy;", "(c)" }, { "&hellip;", "..." }, { "&bull;", "*" },
		{ "&shy;", "" }, { "&zwnj;", "" },
	};

	if (s.size > 2 && s.s[1] == '#')
		return numeric(out, s);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (slice_begins(s, all[i].name)) {
			text_string(out, all[i].is);
			return strlen(all[i].name);
		}
	return 0;
}

/* ---- tags ---- */

static struct slice
tag_name(struct slice tag)
{
	size_t n = 1 + (tag.size > 1 && tag.s[1] == '/'), first = n;

	while (n < tag.size && (is_alpha(tag.s[n]) || is_digit(tag.s[n])))
		n++;
	return (struct slice){ tag.s + first, n - first };
}

static bool
is_one_of(struct slice name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (slice_is(name, *names))
			return true;
	return false;
}

/* The size of the tag at s, its quoted values included; 0: a plain "<", as
 * in "<user@example.org>". */
static size_t
tag_size(struct slice s)
{
	char quote = '\0';
	size_t n = 1;

	if (slice_begins(s, "<!--")) {
		n = slice_find(s, "-->");
		return n < s.size ? n + 3 : s.size;
	}
	if (s.size > TAG_BYTES)
		s.size = TAG_BYTES;
	if (s.size < 3 || !(is_alpha(s.s[1]) || s.s[1] == '/' ||
	    s.s[1] == '!' || s.s[1] == '?'))
		return 0;
	for (; n < s.size; n++) {
		char c = s.s[n];

		if ((c == '@' || c == '<') && quote == '\0')
			return 0;
		if (quote != '\0')
			quote = c == quote ? '\0' : quote;
		else if ((c == '"' || c == '\'') && s.s[n - 1] == '=')
			quote = c;
		else if (c == '>')
			return n + 1;
	}
	return 0;
}

/* Where the element ends whose content is no text; 0: it is text. */
static size_t
hidden(struct slice s, struct slice name)
{
	static const struct { const char *name, *end; } all[] = {
		{ "script", "</script" }, { "style", "</style" },
		{ "title", "</title" },
	};

	for (size_t i = 0; s.s[1] != '/' &&
	     i < sizeof all / sizeof *all; i++)
		if (slice_is(name, all[i].name))
			return slice_find(s, all[i].end);
	return 0;
}

static void
add_break(struct text *out, bool empty_line)
{
	while (out->size > 0 && out->bytes[out->size - 1] == ' ')
		out->size--;
	if (out->size > 0 && out->bytes[out->size - 1] != '\n')
		text_byte(out, '\n');
	if (empty_line && out->size > 1 && out->bytes[out->size - 2] != '\n')
		text_byte(out, '\n');
}

static size_t
take_tag(struct text *out, struct slice s, bool *pre)
{
	static const char *const lines[] = { "br", "div", "tr", "li", "dt",
		"dd", "ul", "ol", "hr", NULL };
	static const char *const blocks[] = { "p", "table", "h1", "h2", "h3",
		"h4", "h5", "h6", "pre", "blockquote", "body", "dl", NULL };
	size_t size = tag_size(s), end;
	struct slice name;

	if (size == 0)
		return 0;
	name = tag_name((struct slice){ s.s, size });
	end = hidden(s, name);
	if (end > 0)
		return end;
	if (slice_is(name, "pre"))
		*pre = s.s[1] != '/';
	if (slice_is(name, "br"))
		text_byte(out, '\n');
	else if (is_one_of(name, blocks))
		add_break(out, true);
	else if (is_one_of(name, lines))
		add_break(out, false);
	else if (slice_is(name, "td") || slice_is(name, "th"))
		text_byte(out, ' ');
	return size;
}

void
markup_text(struct text *out, struct slice s)
{
	bool pre = false;
	size_t size;

	for (; s.size > 0; s = slice_from(s, size)) {
		char c = *s.s;

		size = c == '<' ? take_tag(out, s, &pre) : c == '&'
		    ? entity(out, s) : 0;
		if (size > 0)
			continue;
		size = 1;
		if (!pre && (is_blank(c) || c == '\n')) {
			if (out->size > 0 &&
			    out->bytes[out->size - 1] != ' ' &&
			    out->bytes[out->size - 1] != '\n')
				text_byte(out, ' ');
		} else {
			text_byte(out, c);
		}
	}
	text_byte(out, '\n');
}
