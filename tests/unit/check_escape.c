/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct buffer out, back;

static void
setup(void)
{
	out = back = (struct buffer){ 0 };
}

static void
teardown(void)
{
	buffer_free(&out);
	buffer_free(&back);
}

/* ---- texts that want to be something else ---- */

static const char *const hostile[] = {
	"", " ", "plain", "two  blanks", " blank at both ends ",
	"\"", "\"\"", "\\", "\\\\", "ends with \\", "\\n", "\\0", "\\x41",
	"say \"hi\" and '\\'", "'", "''", "`cmd`", "~user", "^A", "-rf", "--",
	"\?\?/", "\?\?=", "\?\?'", "a\?\?", "\?\?\?\?\?/", "\?", "\?\?\\",
	"*/", "/*", "/", "*", "*/*", "/*/", "**/", "// not a comment", "*\\",
	"/* \?\?/ */", "foo\\ bar", "#include <x>", "%n%s%1$s", "%",
	".sy id", ".", "..", "'br", ".\\\"", "\\*(Xx", "\\n(.z", "\\fBbold\\fR",
	"\\&", "\\(dq", "\\e", ".so /etc/passwd", "a .b", "-", "a-b-c",
	"<script>alert(1)</script>", "</script>", "</title>", "--><img>",
	"<!--", "]]>", "&amp;", "&", "&#38;", "<", ">", "a & b < c > d",
	"\" onmouseover=\"x", "=1+1", "+1", "-1", "@x", "=cmd|'/C calc'!A0",
	"a,b", ",", "\",\"", "msgid \"\"", "${jndi:x}", "$(id)", "{", "}}",
	"$1", "\"; int main(){system(\"id\");} //\\",
	"é1", "ß0", "日本語", "中継回数の超過", "「。」", "日本1語", "é",
	"\xc2\xa0", "\xe3\x80\x80", "e\xcc\x81", "\xf0\x9f\x93\xa7", "日?\?/",
	"?日?", "\xef\xbf\xbd", "\xe2\x80\xa6", "a“b",
};

static const struct {
	const char *name;
	escape_function *escape;
} escapers[] = {
	{ "c-string", escape_c_string }, { "c-comment", escape_c_comment },
	{ "c-identifier", escape_c_identifier }, { "roff", escape_roff },
	{ "roff-argument", escape_roff_argument },
	{ "po-string", escape_po_string }, { "json-string", escape_json_string },
	{ "csv-field", escape_csv_field }, { "xml-text", escape_xml_text },
	{ "xml-attribute", escape_xml_attribute },
};

/* ---- readers of each language, as small as can be ---- */

static const char *
skip(const char *s, const char *what)
{
	ck_assert_msg(strncmp(s, what, strlen(what)) == 0, "%s at \"%s\"", what,
	    s);
	return s + strlen(what);
}

static const char *
read_c_escape(const char *s)
{
	unsigned value = 0;

	if (*s == '"' || *s == '\\') {
		buffer_byte(&back, *s);
		return s + 1;
	}
	for (int i = 0; i < 3; i++, s++) {
		ck_assert(*s >= '0' && *s <= '7');
		value = value * 8 + (unsigned)(*s - '0');
	}
	ck_assert_uint_lt(value, 256);
	buffer_byte(&back, (char)value);
	return s;
}

static const char *
read_c_literal(const char *s)
{
	const char *start = s;

	s = skip(s, "\"");
	while (*s != '"') {
		ck_assert_msg(*s >= ' ' && *s <= '~', "not plain ASCII");
		if (*s == '\\')
			s = read_c_escape(s + 1);
		else
			buffer_byte(&back, *s++);
	}
	ck_assert_int_le(s + 1 - start, 4000);
	return s + 1;
}

static void
read_c(const char *s)
{
	ck_assert_ptr_null(strstr(s, "\?\?"));
	s = read_c_literal(s);
	while (*s != '\0') {
		s = skip(s, "\n");
		s += strspn(s, "\t ");
		s = read_c_literal(s);
	}
}

static void
read_roff_words(const char *s)
{
	static const char *const escapes[][2] = {
		{ "\\e", "\\" }, { "\\-", "-" }, { "\\(aq", "'" },
		{ "\\(ga", "`" }, { "\\(ha", "^" }, { "\\(ti", "~" },
		{ "\\(dq", "\"" }, { "\\&", "" }, { "\\:", "" },
	};

	while (*s != '\0') {
		size_t i = 0;

		if (*s != '\\') {
			if (*s == '\n')
				ck_assert(s[1] != '.' && s[1] != '\'');
			buffer_byte(&back, *s++);
			continue;
		}
		while (strncmp(s, escapes[i][0], strlen(escapes[i][0])) != 0) {
			i++;
			ck_assert_uint_lt(i, COUNT(escapes));
		}
		buffer_text(&back, escapes[i][1]);
		s += strlen(escapes[i][0]);
	}
}

static void
read_roff(const char *s)
{
	ck_assert(*s != '.' && *s != '\'');
	read_roff_words(s);
}

/* What stands between the quotes at both ends, with none in between. */
static void
strip_quotes(char *s)
{
	size_t n = strlen(s);

	ck_assert_uint_ge(n, 2);
	ck_assert_int_eq(s[0], '"');
	ck_assert_int_eq(s[n - 1], '"');
	s[n - 1] = '\0';
	memmove(s, s + 1, n - 1);
}

static void
read_roff_argument(const char *s)
{
	char *copy = strdup(s);

	strip_quotes(copy);
	ck_assert_ptr_null(strchr(copy, '"'));
	ck_assert_ptr_null(strchr(copy, '\n'));
	read_roff_words(copy);
	free(copy);
}

/* JSON and PO, which is JSON without \u. */
static void
read_json(const char *s)
{
	char *copy = strdup(s);

	strip_quotes(copy);
	for (char *p = copy; *p != '\0'; p++) {
		ck_assert_int_ne(*p, '"');
		if (*p != '\\') {
			buffer_byte(&back, *p);
			continue;
		}
		p++;
		if (*p == 'n' || *p == 't') {
			buffer_byte(&back, *p == 'n' ? '\n' : '\t');
		} else if (*p == 'u') {
			char digits[5] = { p[1], p[2], p[3], p[4], '\0' };
			unsigned long code = strtoul(digits, NULL, 16);

			if (code < 0x80)
				buffer_byte(&back, (char)code);
			else
				buffer_text(&back, code == 0x2028
				    ? "\xe2\x80\xa8" : "\xe2\x80\xa9");
			p += 4;
		} else {
			ck_assert(*p == '"' || *p == '\\');
			buffer_byte(&back, *p);
		}
	}
	free(copy);
}

static void
read_json_in_html(const char *s)
{
	ck_assert_ptr_null(strpbrk(s, "<&"));
	ck_assert_ptr_null(strstr(s, "\xe2\x80\xa8"));
	read_json(s);
}

static void
read_csv(const char *s)
{
	bool quoted = *s == '"';

	for (s += quoted; *s != '\0'; s++) {
		if (quoted && *s == '"') {
			s++;
			if (*s == '\0')
				break;
			ck_assert_int_eq(*s, '"');
		}
		ck_assert(quoted || (*s != ',' && *s != '"'));
		buffer_byte(&back, *s);
	}
}

static void
read_xml(const char *s)
{
	static const char *const entities[][2] = {
		{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
		{ "&quot;", "\"" }, { "&#10;", "\n" }, { "&#9;", "\t" },
	};

	while (*s != '\0') {
		size_t i = 0;

		ck_assert(*s != '<' && *s != '>');
		if (*s != '&') {
			buffer_byte(&back, *s++);
			continue;
		}
		while (strncmp(s, entities[i][0], strlen(entities[i][0])) != 0) {
			i++;
			ck_assert_uint_lt(i, COUNT(entities));
		}
		buffer_text(&back, entities[i][1]);
		s += strlen(entities[i][0]);
	}
}

static void
read_xml_attribute(const char *s)
{
	ck_assert_ptr_null(strpbrk(s, "\"\n\t"));
	read_xml(s);
}

static const struct {
	const char *name;
	escape_function *escape;
	void (*read)(const char *s);
	bool lines; /* carries a line feed */
} trips[] = {
	{ "c-string", escape_c_string, read_c, true },
	{ "roff", escape_roff, read_roff, true },
	{ "roff-argument", escape_roff_argument, read_roff_argument, false },
	{ "po-string", escape_po_string, read_json, true },
	{ "json-string", escape_json_string, read_json_in_html, true },
	{ "csv-field", escape_csv_field, read_csv, false },
	{ "xml-text", escape_xml_text, read_xml, true },
	{ "xml-attribute", escape_xml_attribute, read_xml_attribute, true },
};

static void
check_trip(size_t trip, const char *s)
{
	const char *expected = s, *got;

	buffer_clear(&out);
	buffer_clear(&back);
	ck_assert_msg(trips[trip].escape(&out, s, strlen(s)), "%s refuses \"%s\"",
	    trips[trip].name, s);
	trips[trip].read(buffer_string(&out));
	got = buffer_string(&back);
	/* a spreadsheet's formula is shown with an apostrophe */
	if (trips[trip].escape == escape_csv_field && *s != '\0' &&
	    strchr("=+-@", *s) != NULL)
		got = skip(got, "'");
	ck_assert_str_eq(got, expected);
}

START_TEST(comes_back)
{
	for (size_t i = 0; i < COUNT(hostile); i++)
		check_trip((size_t)_i, hostile[i]);
}
END_TEST

START_TEST(pairs_come_back)
{
	char both[256];

	for (size_t i = 0; i < COUNT(hostile); i++)
		for (size_t k = 0; k < COUNT(hostile); k++) {
			snprintf(both, sizeof both, "%s%s", hostile[i],
			    hostile[k]);
			check_trip((size_t)_i, both);
		}
}
END_TEST

START_TEST(lines_come_back)
{
	static const char *const lines[] = {
		"a\nb", "a\n.b", "\n", "a\n'b", "a\n\n.c", ".a\n.b\n",
	};

	for (size_t i = 0; i < COUNT(lines); i++) {
		if (trips[_i].lines)
			check_trip((size_t)_i, lines[i]);
		else
			ck_assert(!trips[_i].escape(&out, lines[i],
			    strlen(lines[i])));
	}
}
END_TEST

START_TEST(tabs_come_back_where_they_can)
{
	static escape_function *const with[] = { escape_c_string,
		escape_po_string, escape_json_string, escape_xml_text,
		escape_xml_attribute };
	bool carried = false;

	for (size_t i = 0; i < COUNT(with); i++)
		carried = carried || with[i] == trips[_i].escape;
	if (carried)
		check_trip((size_t)_i, "a\tb");
	else
		ck_assert(!trips[_i].escape(&out, "a\tb", 3));
}
END_TEST

/* ---- what nobody carries ---- */

static const struct {
	const char *text;
	size_t size;
	unsigned long code; /* 0: no UTF-8 */
} refused[] = {
	{ "a\0b", 3, 0 }, { "\x01", 1, 1 }, { "a\x1b[31m", 5, 0x1b },
	{ "a\x7f", 2, 0x7f }, { "a\rb", 3, 0x0d }, { "\b", 1, 8 },
	{ "\xc2\x80", 2, 0x80 }, { "a\xc2\x85z", 4, 0x85 }, /* NEL */
	{ "\xe2\x80\xae" "abc", 6, 0x202e }, { "\xe2\x81\xa6", 3, 0x2066 },
	{ "\xe2\x80\x8b", 3, 0x200b }, { "\xe2\x80\x8f", 3, 0x200f },
	{ "\xd8\x9c", 2, 0x61c }, { "\xef\xbb\xbf" "x", 4, 0xfeff },
	{ "\xc2\xad", 2, 0xad }, { "\xef\xb7\x90", 3, 0xfdd0 },
	{ "\xef\xbf\xbe", 3, 0xfffe }, { "\xee\x80\x80", 3, 0xe000 },
	{ "\xf3\xa0\x80\x81", 4, 0xe0001 },
	{ "\x80", 1, 0 }, { "a\xff", 2, 0 }, { "\xc0\xaf", 2, 0 },
	{ "\xc1\x81", 2, 0 }, { "\xe0\x80\xaf", 3, 0 },
	{ "\xed\xa0\x80", 3, 0 }, { "\xf4\x90\x80\x80", 4, 0 },
	{ "\xf8\x88\x80\x80\x80", 5, 0 },
	/* cut at the end */
	{ "a\xc3", 2, 0 }, { "\xe3\x81", 2, 0 }, { "\xe2\x80", 2, 0 },
	{ "\xe2", 1, 0 }, { "\xf0\x9f\x93", 3, 0 }, { "\xe3\x81" "a", 3, 0 },
};

START_TEST(refuses)
{
	for (size_t i = 0; i < COUNT(refused); i++) {
		buffer_clear(&out);
		buffer_text(&out, "kept");
		ck_assert_msg(!escapers[_i].escape(&out, refused[i].text,
		    refused[i].size), "%s carries number %zu",
		    escapers[_i].name, i);
		ck_assert_str_eq(buffer_string(&out), "kept");
	}
}
END_TEST

START_TEST(refusal_is_named)
{
	const char *why;
	unsigned long code = escape_refused(refused[_i].text, refused[_i].size,
	    &why);

	ck_assert_ptr_nonnull(why);
	ck_assert_uint_eq(code, refused[_i].code);
}
END_TEST

START_TEST(nothing_refused_is_named)
{
	const char *why;

	for (size_t i = 0; i < COUNT(hostile); i++) {
		escape_refused(hostile[i], strlen(hostile[i]), &why);
		ck_assert_ptr_null(why);
	}
	/* some carry these */
	ck_assert_uint_eq(escape_refused("a\n", 2, &why), '\n');
	ck_assert_ptr_nonnull(why);
	ck_assert_uint_eq(escape_refused("\xe2\x80\xa8", 3, &why), 0x2028);
	ck_assert_ptr_nonnull(why);
}
END_TEST

START_TEST(separators_where_they_can)
{
	static const char text[] = "a\xe2\x80\xa8" "b\xe2\x80\xa9";

	if (trips[_i].escape == escape_c_string ||
	    trips[_i].escape == escape_json_string)
		check_trip((size_t)_i, text);
	else
		ck_assert(!trips[_i].escape(&out, text, strlen(text)));
}
END_TEST

/* ---- what is special to a language ---- */

START_TEST(long_literals_are_parted)
{
	struct buffer text = { 0 };

	for (int i = 0; i < 3000; i++)
		buffer_text(&text, i % 7 == 0 ? "日本" : i % 5 == 0 ? "\?\?/ "
		    : "word ");
	for (int i = 0; i < 20000; i++)
		buffer_byte(&text, 'x');
	check_trip(0, buffer_string(&text));
	ck_assert_ptr_nonnull(strchr(buffer_string(&out), '\n'));
	buffer_free(&text);
}
END_TEST

START_TEST(literals_split_at_blanks)
{
	static const char text[] = "The mailbox is full; ask the owner to \"make\" "
	    "room, or 日本語 to wait until tomorrow.";

	ck_assert(escape_c_string_split(&out, text, strlen(text), 30, "\t    "));
	read_c(buffer_string(&out));
	ck_assert_str_eq(buffer_string(&back), text);
	for (const char *s = out.bytes; s != NULL; s = strchr(s, '\n')) {
		s += strspn(s, "\n\t ");
		ck_assert_uint_le(strcspn(s, "\n"), 30);
	}
	ck_assert_int_eq(strncmp(out.bytes,
	    "\"The mailbox is full; ask \"\n\t    \"the owner to", 43), 0);
}
END_TEST

START_TEST(comments_stay_comments)
{
	char both[256];

	for (size_t i = 0; i < COUNT(hostile); i++)
		for (size_t k = 0; k < COUNT(hostile); k++) {
			const char *s;

			snprintf(both, sizeof both, "%s%s%s", hostile[i],
			    k % 2 == 0 ? "" : "\n", hostile[k]);
			buffer_clear(&out);
			/* the tightest a stylesheet could write it */
			buffer_text(&out, "/*");
			ck_assert(escape_c_comment(&out, both, strlen(both)));
			buffer_text(&out, "*/");
			s = buffer_string(&out);
			ck_assert_ptr_eq(strstr(s + 2, "*/"),
			    s + out.size - 2);
			ck_assert_ptr_null(strstr(s + 1, "/*"));
			ck_assert_ptr_null(strstr(s, "\?\?"));
			ck_assert_ptr_null(strstr(s, "\\\n"));
			ck_assert_ptr_null(strstr(s, "\\*/"));
			for (; *s != '\0'; s++)
				ck_assert(*s == '\n' || (*s >= ' ' && *s <= '~'));
		}
}
END_TEST

static const struct {
	const char *id, *identifier; /* NULL: refused */
} identifiers[] = {
	{ "too-many-hops", "TOO_MANY_HOPS" }, { "a", "A" }, { "x-9", "X_9" },
	{ "ALREADY_ONE", "ALREADY_ONE" }, { "4xx-blocked", "4XX_BLOCKED" },
	{ "X.1.1", "X_1_1" }, { "", NULL }, { "a b", NULL }, { "a/b", NULL },
	{ "a;b", NULL }, { "a\nb", NULL }, { "é", NULL }, { "日", NULL },
	{ "a\"", NULL }, { "\xff", NULL }, { "a+b", NULL },
};

START_TEST(identifier)
{
	const char *id = identifiers[_i].id;
	bool ok = escape_c_identifier(&out, id, strlen(id));

	ck_assert_int_eq(ok, identifiers[_i].identifier != NULL);
	ck_assert_str_eq(buffer_string(&out), ok ? identifiers[_i].identifier
	    : "");
}
END_TEST

static const struct {
	escape_function *escape;
	const char *text, *escaped;
} exact[] = {
	{ escape_c_string, "a\?\?/b", "\"a?\\077/b\"" },
	{ escape_c_string, "é1", "\"\\303\\2511\"" },
	{ escape_c_string, "100% <a@b.example>", "\"100% <a@b.example>\"" },
	{ escape_c_comment, "日本語 x", "? x" },
	{ escape_c_comment, "a */ b", "a * / b" },
	{ escape_c_comment, "C:\\", "C:[\\]" },
	{ escape_c_comment, "a\\b", "a\\b" },
	{ escape_roff, ".x-y", "\\&.x\\-y" },
	{ escape_roff_argument, "say \"x\"", "\"say \\(dqx\\(dq\"" },
	{ escape_po_string, "a \"b\"", "\"a \\\"b\\\"\"" },
	{ escape_json_string, "<a&b>", "\"\\u003ca\\u0026b>\"" },
	{ escape_csv_field, "plain", "plain" },
	{ escape_csv_field, "a,b", "\"a,b\"" },
	{ escape_csv_field, "a\"b", "\"a\"\"b\"" },
	{ escape_csv_field, "=1+1", "'=1+1" },
	{ escape_csv_field, "@a,b", "\"'@a,b\"" },
	{ escape_xml_text, "<&>\"", "&lt;&amp;&gt;\"" },
	{ escape_xml_attribute, "\"\n", "&quot;&#10;" },
};

START_TEST(exactly)
{
	ck_assert(exact[_i].escape(&out, exact[_i].text,
	    strlen(exact[_i].text)));
	ck_assert_str_eq(buffer_string(&out), exact[_i].escaped);
}
END_TEST

Suite *
escape_suite(void)
{
	Suite *s = suite_create("escape");
	TCase *tc = tcase_create("core");

	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, comes_back, 0, COUNT(trips));
	tcase_add_loop_test(tc, pairs_come_back, 0, COUNT(trips));
	tcase_add_loop_test(tc, lines_come_back, 0, COUNT(trips));
	tcase_add_loop_test(tc, tabs_come_back_where_they_can, 0, COUNT(trips));
	tcase_add_loop_test(tc, separators_where_they_can, 0, COUNT(trips));
	tcase_add_loop_test(tc, refuses, 0, COUNT(escapers));
	tcase_add_loop_test(tc, refusal_is_named, 0, COUNT(refused));
	tcase_add_test(tc, nothing_refused_is_named);
	tcase_add_test(tc, long_literals_are_parted);
	tcase_add_test(tc, literals_split_at_blanks);
	tcase_add_test(tc, comments_stay_comments);
	tcase_add_loop_test(tc, identifier, 0, COUNT(identifiers));
	tcase_add_loop_test(tc, exactly, 0, COUNT(exact));
	suite_add_tcase(s, tc);
	return s;
}
