/* SPDX-License-Identifier: MIT */
#include "wrap.h"

#include <string.h>

#include "unicode.h"

struct wrapper {
	struct buffer *out;
	const char *prefix;
	size_t width, prefix_columns;
	size_t start;  /* of the line, in out */
	size_t column; /* of the line so far */
};

/* What stays on one line: columns wide, with blanks before it. */
struct piece {
	const char *bytes;
	size_t size, columns, blanks;
};

static bool
contains(const unsigned short *list, size_t count, unsigned long code)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == code)
			return true;
	return false;
}

/* Japanese rules (JIS X 4051, JLREQ 3.1.7), as far as texts of ours need. */
static bool
never_begins(unsigned long code)
{
	static const unsigned short list[] = {
		/* closing signs, stops, marks */
		'!', ')', ',', '.', ':', ';', '?', ']', '}', '%',
		0x2019, 0x201d, 0x2026, 0x3001, 0x3002, 0x3005, 0x3009, 0x300b,
		0x300d, 0x300f, 0x3011, 0x3015, 0x301c, 0x303b, 0xff01, 0xff05,
		0xff09, 0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff1f, 0xff3d, 0xff5d,
		0xff5e,
		/* small kana, iteration and long marks, the middle dot */
		0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085,
		0x3087, 0x308e, 0x3095, 0x3096, 0x309d, 0x309e, 0x30a1, 0x30a3,
		0x30a5, 0x30a7, 0x30a9, 0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30ee,
		0x30f5, 0x30f6, 0x30fb, 0x30fc, 0x30fd, 0x30fe,
	};

	return contains(list, sizeof list / sizeof *list, code);
}

static bool
never_ends(unsigned long code)
{
	static const unsigned short list[] = {
		'(', '[', '{', 0x2018, 0x201c, 0x3008, 0x300a, 0x300c, 0x300e,
		0x3010, 0x3014, 0xff08, 0xff3b, 0xff5b,
	};

	return contains(list, sizeof list / sizeof *list, code);
}

static bool
may_break(unsigned long before, unsigned long after)
{
	return (unicode_width(before) == 2 || unicode_width(after) == 2) &&
	    unicode_width(after) > 0 && !never_ends(before) &&
	    !never_begins(after);
}

/* The next piece at s, which neither begins nor ends with a blank but may
 * have blanks before it. */
static struct piece
next_piece(const char *s, const char *end)
{
	struct piece p = { .bytes = s };
	unsigned long before = 0, code;

	while (p.bytes < end && *p.bytes == ' ')
		p.bytes++;
	p.blanks = (size_t)(p.bytes - s);
	while (p.bytes + p.size < end && p.bytes[p.size] != ' ') {
		unsigned char byte = (unsigned char)p.bytes[p.size];
		size_t n;

		/* between ASCII signs there is no break */
		if (byte > ' ' && byte < 0x7f && before < 0x7f) {
			p.size++;
			p.columns++;
			before = byte;
			continue;
		}
		n = unicode_decode(p.bytes + p.size,
		    (size_t)(end - p.bytes) - p.size, &code);

		if (p.size > 0 && may_break(before, code))
			break;
		p.size += n;
		p.columns += (size_t)unicode_width(code);
		before = code;
	}
	return p;
}

static void
begin_line(struct wrapper *w)
{
	w->start = w->out->size;
	buffer_text(w->out, w->prefix);
	w->column = w->prefix_columns;
}

static void
add_piece(struct wrapper *w, struct piece p)
{
	if (w->column > w->prefix_columns) {
		if (w->column + p.blanks + p.columns > w->width) {
			buffer_byte(w->out, '\n');
			begin_line(w);
		} else {
			for (size_t i = 0; i < p.blanks; i++)
				buffer_byte(w->out, ' ');
			w->column += p.blanks;
		}
	}
	buffer_add(w->out, p.bytes, p.size);
	w->column += p.columns;
}

/* One line of the input. */
static void
wrap_line(struct wrapper *w, const char *s, const char *end)
{
	begin_line(w);
	while (s < end) {
		struct piece p = next_piece(s, end);

		if (p.size > 0)
			add_piece(w, p);
		s = p.bytes + p.size;
	}
	/* an empty line has a prefix without the blanks at its end */
	while (w->column == w->prefix_columns && w->out->size > w->start &&
	    w->out->bytes[w->out->size - 1] == ' ')
		w->out->size--;
}

static bool
is_utf8(const char *s, size_t size)
{
	unsigned long code;

	for (size_t i = 0, n; i < size; i += n) {
		n = unicode_decode(s + i, size - i, &code);
		if (n == 0)
			return false;
	}
	return true;
}

/* A tab goes to the next eighth column. */
static size_t
columns_of_prefix(const char *prefix)
{
	size_t n = 0, bytes = 0, left = strlen(prefix);
	unsigned long code;

	for (; left > 0; prefix += bytes, left -= bytes) {
		bytes = unicode_decode(prefix, left, &code);
		if (bytes == 0)
			bytes = 1;
		else if (code == '\t')
			n = n / 8 * 8 + 8;
		else
			n += (size_t)unicode_width(code);
	}
	return n;
}

bool
wrap_text(struct buffer *out, const char *s, size_t size, size_t width,
    const char *prefix)
{
	struct wrapper w = { .out = out, .prefix = prefix, .width = width };
	const char *end = s + size;

	if (!is_utf8(s, size))
		return false;
	w.prefix_columns = columns_of_prefix(prefix);
	for (;;) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));

		wrap_line(&w, s, stop == NULL ? end : stop);
		if (stop == NULL)
			return true;
		buffer_byte(out, '\n');
		s = stop + 1;
	}
}
