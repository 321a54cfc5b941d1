/* SPDX-License-Identifier: MIT */
#include "escape.h"

#include <string.h>

#include "unicode.h"

/* What a language carries beside what can be seen. */
enum {
	LINE_FEED = 1,
	TAB = 2,
	SEPARATORS = 4, /* U+2028, U+2029 */
};

/* The shortest limit that a C compiler may have is 4,095 bytes. */
#define LITERAL_MAX ((size_t)4000)

/* ---- what is refused ---- */

/* The blanks of a typographer are no danger, if no blank for a program. */
static bool
is_blank(unsigned long code)
{
	return code == 0xa0 || code == 0x1680 || code == 0x3000 ||
	    (code >= 0x2000 && code <= 0x200a) || code == 0x202f ||
	    code == 0x205f;
}

static const char *
refused(unsigned long code, unsigned carried)
{
	if ((code == '\n' && (carried & LINE_FEED)) ||
	    (code == '\t' && (carried & TAB)) ||
	    ((code == 0x2028 || code == 0x2029) && (carried & SEPARATORS)) ||
	    is_blank(code))
		return NULL;
	return unicode_refused(code);
}

static const char *
first_refused(const char *s, size_t size, unsigned carried,
    unsigned long *code)
{
	const char *why;

	for (size_t i = 0, n; i < size; i += n) {
		n = 1;
		if (s[i] >= 0x20 && s[i] < 0x7f)
			continue;
		n = unicode_decode(s + i, size - i, code);
		if (n == 0) {
			*code = 0;
			return "no UTF-8";
		}
		why = refused(*code, carried);
		if (why != NULL)
			return why;
	}
	return NULL;
}

static bool
carries(const char *s, size_t size, unsigned carried)
{
	unsigned long code;

	return first_refused(s, size, carried, &code) == NULL;
}

unsigned long
escape_refused(const char *s, size_t size, const char **why)
{
	unsigned long code = 0;

	*why = first_refused(s, size, LINE_FEED | TAB | SEPARATORS, &code);
	if (*why == NULL) /* then it is one that only some carry */
		*why = first_refused(s, size, 0, &code);
	return code;
}

/* Adds s with each byte that has one replaced by its row of the table. */
static void
replace(struct buffer *out, const char *s, size_t size,
    const char *const table[256])
{
	size_t done = 0;

	for (size_t i = 0; i < size; i++) {
		const char *to = table[(unsigned char)s[i]];

		if (to == NULL)
			continue;
		buffer_add(out, s + done, i - done);
		buffer_text(out, to);
		done = i + 1;
	}
	buffer_add(out, s + done, size - done);
}

/* ---- C ---- */

/* Bytes that mean themselves in a literal, in every standard.  The question
 * mark is looked at apart. */
static bool
is_plain(char c)
{
	return c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '?';
}

static void
add_c_byte(struct buffer *out, char c, char before)
{
	unsigned char byte = (unsigned char)c;

	if (is_plain(c) || (c == '?' && before != '?')) {
		buffer_byte(out, c);
		return;
	}
	buffer_byte(out, '\\');
	if (c == '"' || c == '\\') {
		buffer_byte(out, c);
		return;
	}
	buffer_byte(out, (char)('0' + (byte >> 6)));
	buffer_byte(out, (char)('0' + (byte >> 3 & 7)));
	buffer_byte(out, (char)('0' + (byte & 7)));
}

/* Bytes of s that stay on one line: a code point, or an ASCII word with the
 * blanks after it.  Endless words are cut. */
static size_t
unit_size(const char *s, size_t size)
{
	size_t n = 0;

	if ((unsigned char)*s >= 0x80) {
		n = 1;
		while (n < size && ((unsigned char)s[n] & 0xc0) == 0x80)
			n++;
		return n;
	}
	while (n < size && n < 64 && (unsigned char)s[n] < 0x80 && s[n] != ' ')
		n++;
	while (n < size && n < 64 && s[n] == ' ')
		n++;
	return n;
}

static void
add_c_unit(struct buffer *out, const char *s, size_t size, char before)
{
	for (size_t i = 0; i < size; i++) {
		add_c_byte(out, s[i], before);
		before = s[i];
	}
}

bool
escape_c_string_split(struct buffer *out, const char *s, size_t size,
    size_t width, const char *indent)
{
	struct buffer unit = { 0 };
	size_t start = out->size;

	if (!carries(s, size, LINE_FEED | TAB | SEPARATORS))
		return false;
	if (width > LITERAL_MAX)
		width = LITERAL_MAX;
	buffer_byte(out, '"');
	for (size_t i = 0, n; i < size; i += n) {
		n = unit_size(s + i, size - i);
		buffer_clear(&unit);
		add_c_unit(&unit, s + i, n, i == 0 ? ' ' : s[i - 1]);
		if (out->size - start + unit.size + 1 > width &&
		    out->size - start > 1) {
			buffer_text(out, "\"\n");
			buffer_text(out, indent);
			start = out->size;
			buffer_byte(out, '"');
		}
		buffer_add(out, unit.bytes, unit.size);
	}
	buffer_byte(out, '"');
	buffer_free(&unit);
	return true;
}

bool
escape_c_string(struct buffer *out, const char *s, size_t size)
{
	return escape_c_string_split(out, s, size, LITERAL_MAX, "");
}

/* True where both bytes in a row would mean something to a compiler. */
static bool
must_part(char before, char c)
{
	return (before == '*' && c == '/') || (before == '/' && c == '*') ||
	    (before == '?' && c == '?');
}

/* A backslash at the end of a line joins it to the next. */
static bool
ends_line(const char *s, size_t size, size_t at)
{
	return at + 1 == size || s[at + 1] == '\n' || s[at + 1] == ' ';
}

bool
escape_c_comment(struct buffer *out, const char *s, size_t size)
{
	char before = '*'; /* as if right after the opening */

	if (!carries(s, size, LINE_FEED))
		return false;
	for (size_t i = 0; i < size; i++) {
		char c = (unsigned char)s[i] < 0x80 ? s[i] : '?';

		/* one question mark for a run of foreign text */
		if (c != s[i] && i > 0 && (unsigned char)s[i - 1] >= 0x80)
			continue;
		if (must_part(before, c))
			buffer_byte(out, ' ');
		before = c;
		if (c == '\\' && ends_line(s, size, i))
			buffer_text(out, "[\\]");
		else
			buffer_byte(out, c);
	}
	if (size > 0 && (before == '*' || before == '/'))
		buffer_byte(out, ' '); /* the closing may follow at once */
	return true;
}

bool
escape_c_identifier(struct buffer *out, const char *s, size_t size)
{
	static const char from[] = "abcdefghijklmnopqrstuvwxyz-.";
	static const char to[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ__";
	static const char same[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";

	for (size_t i = 0; i < size; i++)
		if (s[i] == '\0' ||
		    (strchr(from, s[i]) == NULL && strchr(same, s[i]) == NULL))
			return false;
	for (size_t i = 0; i < size; i++) {
		const char *p = strchr(from, s[i]);

		buffer_byte(out, p == NULL ? s[i] : to[p - from]);
	}
	return size > 0;
}

/* ---- roff ---- */

/* Without these a formatter shows typographic signs in their place, which
 * nobody can paste into a shell. */
static const char *const roff_table[256] = {
	['\\'] = "\\e", ['-'] = "\\-", ['\''] = "\\(aq", ['`'] = "\\(ga",
	['^'] = "\\(ha", ['~'] = "\\(ti",
};

static const char *const roff_argument_table[256] = {
	['\\'] = "\\e", ['-'] = "\\-", ['\''] = "\\(aq", ['`'] = "\\(ga",
	['^'] = "\\(ha", ['~'] = "\\(ti", ['"'] = "\\(dq",
};

/* Punctuation after which Japanese may break, in UTF-8: 、。・」』】，．）.
 * groff breaks after it only where Japanese follows; before Latin letters it
 * has to be told, or the line cannot be broken at all. */
static bool
ends_japanese(const char *s, size_t left)
{
	static const char marks[][4] = { "\xe3\x80\x81", "\xe3\x80\x82",
		"\xe3\x83\xbb", "\xe3\x80\x8d", "\xe3\x80\x8f",
		"\xe3\x80\x91", "\xef\xbc\x8c", "\xef\xbc\x8e",
		"\xef\xbc\x89" };

	for (size_t i = 0; left >= 3 && i < sizeof marks / sizeof *marks; i++)
		if (memcmp(s, marks[i], 3) == 0)
			return true;
	return false;
}

/* Replaces, and allows a break after such a mark where no further Japanese
 * follows in this piece. */
static void
replace_breaking(struct buffer *out, const char *s, size_t size)
{
	size_t from = 0;

	for (size_t i = 0; i < size; i++) {
		size_t after = i + 3;

		if ((unsigned char)s[i] < 0xe3)
			continue;
		if (!ends_japanese(s + i, size - i) || (after < size &&
		    ((unsigned char)s[after] >= 0x80 || s[after] == '\n')))
			continue;
		replace(out, s + from, after - from, roff_table);
		buffer_text(out, "\\:");
		from = after;
	}
	replace(out, s + from, size - from, roff_table);
}

bool
escape_roff(struct buffer *out, const char *s, size_t size)
{
	const char *end = s + size;

	if (!carries(s, size, LINE_FEED))
		return false;
	while (s < end) {
		const char *next = memchr(s, '\n', (size_t)(end - s));

		next = next == NULL ? end : next + 1;
		/* an apostrophe would open a request, too, but is replaced */
		if (*s == '.')
			buffer_text(out, "\\&");
		replace_breaking(out, s, (size_t)(next - s));
		s = next;
	}
	return true;
}

bool
escape_roff_argument(struct buffer *out, const char *s, size_t size)
{
	if (!carries(s, size, 0))
		return false;
	buffer_byte(out, '"');
	replace(out, s, size, roff_argument_table);
	buffer_byte(out, '"');
	return true;
}

/* ---- PO, JSON, CSV ---- */

bool
escape_po_string(struct buffer *out, const char *s, size_t size)
{
	static const char *const table[256] = {
		['"'] = "\\\"", ['\\'] = "\\\\", ['\n'] = "\\n", ['\t'] = "\\t",
	};

	if (!carries(s, size, LINE_FEED | TAB))
		return false;
	buffer_byte(out, '"');
	replace(out, s, size, table);
	buffer_byte(out, '"');
	return true;
}

/* U+2028 and U+2029 end a line in old JavaScript: E2 80 A8 and A9. */
static const char *
next_separator(const char *s, const char *end)
{
	while ((s = memchr(s, 0xe2, (size_t)(end - s))) != NULL) {
		if (s[1] == '\x80' && (s[2] == '\xa8' || s[2] == '\xa9'))
			return s;
		s++;
	}
	return end;
}

bool
escape_json_string(struct buffer *out, const char *s, size_t size)
{
	static const char *const table[256] = {
		['"'] = "\\\"", ['\\'] = "\\\\", ['\n'] = "\\n", ['\t'] = "\\t",
		['<'] = "\\u003c", ['&'] = "\\u0026",
	};
	const char *end = s + size;

	if (!carries(s, size, LINE_FEED | TAB | SEPARATORS))
		return false;
	buffer_byte(out, '"');
	while (s < end) {
		const char *next = next_separator(s, end);

		replace(out, s, (size_t)(next - s), table);
		if (next < end) {
			buffer_text(out, next[2] == '\xa8' ? "\\u2028"
			    : "\\u2029");
			next += 3;
		}
		s = next;
	}
	buffer_byte(out, '"');
	return true;
}

static bool
needs_quotes(const char *s, size_t size)
{
	return memchr(s, ',', size) != NULL || memchr(s, '"', size) != NULL ||
	    s[0] == ' ' || s[size - 1] == ' ';
}

bool
escape_csv_field(struct buffer *out, const char *s, size_t size)
{
	static const char *const table[256] = { ['"'] = "\"\"" };
	bool quotes;

	if (!carries(s, size, 0))
		return false;
	if (size == 0)
		return true;
	quotes = needs_quotes(s, size);
	if (quotes)
		buffer_byte(out, '"');
	if (strchr("=+-@", s[0]) != NULL)
		buffer_byte(out, '\'');
	replace(out, s, size, table);
	if (quotes)
		buffer_byte(out, '"');
	return true;
}

/* ---- XML and HTML ---- */

bool
escape_xml_text(struct buffer *out, const char *s, size_t size)
{
	static const char *const table[256] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;",
	};

	if (!carries(s, size, LINE_FEED | TAB))
		return false;
	replace(out, s, size, table);
	return true;
}

bool
escape_xml_attribute(struct buffer *out, const char *s, size_t size)
{
	static const char *const table[256] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;",
		['"'] = "&quot;", ['\n'] = "&#10;", ['\t'] = "&#9;",
	};

	if (!carries(s, size, LINE_FEED | TAB))
		return false;
	replace(out, s, size, table);
	return true;
}
