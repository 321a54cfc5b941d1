/* SPDX-License-Identifier: MIT */
/* escape.c - any bytes through every escaper, and back through a reader of that
 * language: what comes out is what went in, or nothing was added */
#include <stdbool.h>
#include <string.h>

#include "buffer.h"
#include "escape.h"
#include "fuzz.h"
#include "unicode.h"

/* What is read, and where: past the end there are NULs, which no escaper
 * writes. */
struct reader {
	const char *at;
	struct buffer back;
};

static void
skip(struct reader *r, char c)
{
	require(*r->at == c);
	r->at++;
}

static bool
take(struct reader *r, const char *escape, const char *means)
{
	size_t n = strlen(escape);

	if (strncmp(r->at, escape, n) != 0)
		return false;
	r->at += n;
	buffer_text(&r->back, means);
	return true;
}

static bool
take_one_of(struct reader *r, const char *const (*pairs)[2])
{
	for (; (*pairs)[0] != NULL; pairs++)
		if (take(r, (*pairs)[0], (*pairs)[1]))
			return true;
	return false;
}

/* ---- a reader for each language ---- */

static void
read_c_byte(struct reader *r)
{
	int value = 0;

	skip(r, '\\');
	if (*r->at == '"' || *r->at == '\\') {
		buffer_byte(&r->back, *r->at++);
		return;
	}
	for (int i = 0; i < 3; i++, r->at++) {
		require(*r->at >= '0' && *r->at <= '7');
		value = value * 8 + (*r->at - '0');
	}
	require(value > 0 && value < 256);
	buffer_byte(&r->back, (char)value);
}

/* Literals one after the other, with a line feed and blanks between. */
static void
read_c(struct reader *r)
{
	require(strstr(r->at, "\?\?") == NULL);
	do {
		const char *start = r->at;

		skip(r, '"');
		while (*r->at != '"') {
			require(*r->at >= ' ' && *r->at <= '~');
			if (*r->at == '\\')
				read_c_byte(r);
			else
				buffer_byte(&r->back, *r->at++);
		}
		skip(r, '"');
		require(r->at - start <= 4000);
		if (*r->at != '\0')
			skip(r, '\n');
		while (*r->at == '\t' || *r->at == ' ')
			r->at++;
	} while (*r->at != '\0');
}

static void
read_roff_to(struct reader *r, char end)
{
	static const char *const pairs[][2] = {
		{ "\\e", "\\" }, { "\\-", "-" }, { "\\(aq", "'" },
		{ "\\(ga", "`" }, { "\\(ha", "^" }, { "\\(ti", "~" },
		{ "\\(dq", "\"" }, { "\\&", "" }, { "\\:", "" }, { NULL, NULL },
	};

	while (*r->at != end) {
		require(*r->at != '\0' && *r->at != '\'' && *r->at != '"');
		if (*r->at == '\\') {
			require(take_one_of(r, pairs));
			continue;
		}
		buffer_byte(&r->back, *r->at++);
	}
}

/* A line that begins with a point would be a request. */
static void
read_roff(struct reader *r)
{
	static const char *const quote[][2] = { { "\"", "\"" }, { NULL, NULL } };

	require(*r->at != '.' && strstr(r->at, "\n.") == NULL);
	/* in running text a quote stands for itself */
	while (*r->at != '\0') {
		const char *end = strchr(r->at, '"');
		char *piece = end == NULL ? strdup(r->at)
		    : strndup(r->at, (size_t)(end - r->at));
		struct reader inner = { .at = piece, .back = r->back };

		require(piece != NULL);
		read_roff_to(&inner, '\0');
		r->back = inner.back;
		r->at += strlen(piece);
		free(piece);
		take_one_of(r, quote);
	}
}

static void
read_roff_argument(struct reader *r)
{
	require(strchr(r->at, '\n') == NULL);
	skip(r, '"');
	read_roff_to(r, '"');
	skip(r, '"');
}

static void
read_quoted(struct reader *r, const char *const (*pairs)[2])
{
	skip(r, '"');
	while (*r->at != '"') {
		require((unsigned char)*r->at >= ' ');
		if (*r->at == '\\')
			require(take_one_of(r, pairs));
		else
			buffer_byte(&r->back, *r->at++);
	}
	skip(r, '"');
}

static void
read_po(struct reader *r)
{
	static const char *const pairs[][2] = {
		{ "\\\"", "\"" }, { "\\\\", "\\" }, { "\\n", "\n" },
		{ "\\t", "\t" }, { NULL, NULL },
	};

	read_quoted(r, pairs);
}

static void
read_json(struct reader *r)
{
	static const char *const pairs[][2] = {
		{ "\\\"", "\"" }, { "\\\\", "\\" }, { "\\n", "\n" },
		{ "\\t", "\t" }, { "\\u003c", "<" }, { "\\u0026", "&" },
		{ "\\u2028", "\xe2\x80\xa8" }, { "\\u2029", "\xe2\x80\xa9" },
		{ NULL, NULL },
	};

	require(strpbrk(r->at, "<&") == NULL);
	require(strstr(r->at, "\xe2\x80\xa8") == NULL);
	require(strstr(r->at, "\xe2\x80\xa9") == NULL);
	read_quoted(r, pairs);
}

/* One field; a formula's apostrophe is taken off by the caller. */
static void
read_csv(struct reader *r)
{
	static const char *const pairs[][2] = { { "\"\"", "\"" }, { NULL, NULL } };

	if (*r->at != '"') {
		require(strpbrk(r->at, ",\"\r\n") == NULL);
		buffer_text(&r->back, r->at);
		r->at += strlen(r->at);
		return;
	}
	skip(r, '"');
	for (;;) {
		if (take_one_of(r, pairs))
			continue;
		if (*r->at == '"')
			break;
		require(*r->at != '\0');
		buffer_byte(&r->back, *r->at++);
	}
	skip(r, '"');
}

static void
read_xml(struct reader *r)
{
	static const char *const pairs[][2] = {
		{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
		{ "&quot;", "\"" }, { "&#10;", "\n" }, { "&#9;", "\t" },
		{ NULL, NULL },
	};

	while (*r->at != '\0') {
		require(*r->at != '<' && *r->at != '>');
		if (*r->at == '&')
			require(take_one_of(r, pairs));
		else
			buffer_byte(&r->back, *r->at++);
	}
}

static void
read_xml_attribute(struct reader *r)
{
	require(strpbrk(r->at, "\"\n\t") == NULL);
	read_xml(r);
}

/* ---- there and back ---- */

static const struct {
	escape_function *escape;
	void (*read)(struct reader *r);
	const char *carried; /* of the characters that not all carry */
	bool separators;     /* and U+2028 and U+2029 */
} languages[] = {
	{ escape_c_string, read_c, "\n\t", true },
	{ escape_roff, read_roff, "\n", false },
	{ escape_roff_argument, read_roff_argument, "", false },
	{ escape_po_string, read_po, "\n\t", false },
	{ escape_json_string, read_json, "\n\t", true },
	{ escape_csv_field, read_csv, "", false },
	{ escape_xml_text, read_xml, "\n\t", false },
	{ escape_xml_attribute, read_xml_attribute, "\n\t", false },
};

/* Whether an escaper must carry a text, seen from outside. */
static bool
is_carried(const char *s, size_t size, const char *carried, bool separators)
{
	const char *why;
	unsigned long code = escape_refused(s, size, &why);

	if (why == NULL)
		return true;
	/* the one that is named may be one that this language carries */
	if (code < 0x80 && (code == 0 || strchr(carried, (int)code) == NULL))
		return false;
	if (code >= 0x80 &&
	    !(separators && (code == 0x2028 || code == 0x2029)))
		return false;
	for (size_t i = 0, n; i < size; i += n) {
		n = unicode_decode(s + i, size - i, &code);
		if (n == 0)
			return false;
		if ((code == '\n' || code == '\t') &&
		    strchr(carried, (int)code) != NULL)
			continue;
		if (separators && (code == 0x2028 || code == 0x2029))
			continue;
		escape_refused(s + i, n, &why);
		if (why != NULL)
			return false;
	}
	return true;
}

static void
check_language(size_t n, const char *s, size_t size)
{
	struct buffer out = { 0 };
	struct reader r = { 0 };
	const char *back;
	bool ok;

	buffer_text(&out, "before");
	ok = languages[n].escape(&out, s, size);
	require(ok == is_carried(s, size, languages[n].carried,
	    languages[n].separators));
	buffer_string(&out);
	require(strncmp(out.bytes, "before", 6) == 0);
	if (ok) {
		r.at = out.bytes + 6;
		languages[n].read(&r);
		require(r.at == out.bytes + out.size);
		back = buffer_string(&r.back);
		if (languages[n].read == read_csv && size > 0 &&
		    strchr("=+-@", s[0]) != NULL) {
			require(*back == '\'');
			back++;
			r.back.size--;
		}
		require(r.back.size == size && memcmp(back, s, size) == 0);
	} else {
		require(out.size == 6);
	}
	buffer_free(&out);
	buffer_free(&r.back);
}

/* In pieces of any width the literals say the same. */
static void
check_split(const char *s, size_t size)
{
	struct buffer out = { 0 };
	struct reader r = { 0 };
	size_t width = size == 0 ? 0 : (unsigned char)s[0];

	if (escape_c_string_split(&out, s, size, width, "\t  ")) {
		r.at = buffer_string(&out);
		read_c(&r);
		require(r.back.size == size &&
		    (size == 0 || memcmp(r.back.bytes, s, size) == 0));
	}
	buffer_free(&out);
	buffer_free(&r.back);
}

/* A comment stays one, whatever is in it. */
static void
check_comment(const char *s, size_t size)
{
	struct buffer out = { 0 };
	char *text;

	buffer_text(&out, "/*");
	if (escape_c_comment(&out, s, size)) {
		buffer_text(&out, "*/");
		text = buffer_string(&out);
		require(strstr(text + 2, "/*") == NULL);
		require(strstr(text + 2, "*/") == text + out.size - 2);
		require(strstr(text, "\?\?") == NULL);
		require(strstr(text, "\\\n") == NULL);
		for (const char *p = text; *p != '\0'; p++)
			require(*p == '\n' || (*p >= ' ' && *p <= '~'));
	} else {
		require(out.size == 2);
	}
	buffer_free(&out);
}

static void
check_identifier(const char *s, size_t size)
{
	struct buffer out = { 0 };

	if (escape_c_identifier(&out, s, size)) {
		require(out.size == size && size > 0);
		for (size_t i = 0; i < size; i++)
			require(strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789",
			    out.bytes[i]) != NULL && out.bytes[i] != '\0');
	} else {
		require(out.size == 0);
	}
	buffer_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	/* of exactly that size, so that a byte too far is seen */
	char *copy = malloc(size == 0 ? 1 : size);

	require(copy != NULL);
	if (size > 0)
		memcpy(copy, bytes, size);
	for (size_t n = 0; n < sizeof languages / sizeof *languages; n++)
		check_language(n, copy, size);
	check_split(copy, size);
	check_comment(copy, size);
	check_identifier(copy, size);
	free(copy);
	return 0;
}
