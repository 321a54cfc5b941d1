/* SPDX-License-Identifier: MIT */
#include "lexer.h"

#include <string.h>

#include "unicode.h"

#define DEPTH_MAX 200           /* libxml2 itself stops at 256 */
#define TAG_ATTRIBUTES_MAX 64

struct lexer {
	struct arena *arena;
	const struct source *source;
	struct diags *d;
	const char *bytes;
	size_t size;                /* up to the first bad byte */
	size_t at;
	struct lexed *out;
	size_t tag_room, attribute_room, bad_room;
	size_t open[DEPTH_MAX];     /* tags not yet closed, by index */
	size_t depth;
	bool failed;
	bool ran_out;               /* the fault is that the bytes end */
	size_t failed_at;
	const char *rule, *message; /* of the fault */
};

/* Keeps the first fault only: what comes after it would be guesswork. */
static bool
fail(struct lexer *l, size_t at, const char *rule, const char *message)
{
	if (!l->failed) {
		l->failed = true;
		l->failed_at = at;
		l->rule = rule;
		l->message = message;
	}
	return false;
}

static bool
malformed(struct lexer *l, size_t at, const char *message)
{
	return fail(l, at, "not-well-formed", message);
}

/* The bytes end too early, or at a bad byte, which is then the fault. */
static bool
runs_out(struct lexer *l, size_t at, const char *message)
{
	l->ran_out = l->ran_out || !l->failed;
	return malformed(l, at, message);
}

static bool
looking_at(const struct lexer *l, const char *word)
{
	size_t n = strlen(word);

	return l->size - l->at >= n && memcmp(l->bytes + l->at, word, n) == 0;
}

/* The offset of the word at or after from, or the size where it is not. */
static size_t
find(const struct lexer *l, size_t from, const char *word)
{
	size_t n = strlen(word);
	const char *end = l->bytes + l->size;

	for (const char *p = l->bytes + from;
	     (p = memchr(p, word[0], (size_t)(end - p))) != NULL; p++)
		if ((size_t)(end - p) >= n && memcmp(p, word, n) == 0)
			return (size_t)(p - l->bytes);
	return l->size;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool
skip_space(struct lexer *l)
{
	size_t from = l->at;

	while (l->at < l->size && is_space(l->bytes[l->at]))
		l->at++;
	return l->at > from;
}

static bool
is_name_byte(char c, bool first)
{
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	    c == ':' || ((unsigned char)c & 0x80) != 0)
		return true;
	return !first && ((c >= '0' && c <= '9') || c == '-' || c == '.');
}

static struct span
read_name(struct lexer *l)
{
	struct span name = { l->at, l->at };

	while (l->at < l->size &&
	       is_name_byte(l->bytes[l->at], l->at == name.start))
		l->at++;
	name.end = l->at;
	return name;
}

static bool
same_span(const struct lexer *l, struct span a, struct span b)
{
	return a.end - a.start == b.end - b.start &&
	    memcmp(l->bytes + a.start, l->bytes + b.start,
	    a.end - a.start) == 0;
}

/* An array of the arena that has room for one more. */
static void *
grow(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
{
	void *larger;

	if (count < *room)
		return items;
	*room = *room == 0 ? 256 : *room * 2;
	larger = arena_alloc(arena, *room, size);
	if (count > 0)
		memcpy(larger, items, count * size);
	return larger;
}

static void
note_bad(struct lexer *l, struct span where, unsigned long code)
{
	struct lexed *out = l->out;

	out->bad = grow(l->arena, out->bad, out->bad_count, &l->bad_room,
	    sizeof *out->bad);
	out->bad[out->bad_count++] = (struct bad_character){ where, code };
}

/* ---- references ---- */

static int
digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return 99;
}

/* The number of "&#65;" or "&#x41;" between start and end (its ';'); over the
 * last code point where it is none. */
static unsigned long
reference_code(const char *bytes, size_t start, size_t end)
{
	unsigned long code = 0;
	int base = 10;
	size_t i = start + 2;

	if (i < end && bytes[i] == 'x') {
		base = 16;
		i++;
	}
	if (i >= end)
		return 0x110000;
	for (; i < end; i++) {
		int digit = digit_value(bytes[i]);

		if (digit >= base)
			return 0x110000;
		code = code * (unsigned)base + (unsigned)digit;
		if (code > 0x10ffff)
			return 0x110000;
	}
	return code;
}

/* XML 1.0, production 2. */
static bool
is_xml_character(unsigned long c)
{
	return c == 9 || c == 10 || c == 13 || (c >= 0x20 && c <= 0xd7ff) ||
	    (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

static unsigned long
entity_code(const char *bytes, size_t start, size_t end)
{
	static const struct {
		const char *name;
		unsigned long code;
	} known[] = {
		{ "amp", '&' }, { "lt", '<' }, { "gt", '>' },
		{ "quot", '"' }, { "apos", '\'' },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strlen(known[i].name) == end - start - 1 &&
		    memcmp(known[i].name, bytes + start + 1,
		    end - start - 1) == 0)
			return known[i].code;
	return 0x110000;
}

/* Steps over "&...;"; what it stands for must be an XML character. */
static bool
read_reference(struct lexer *l)
{
	size_t start = l->at, end = start + 1;
	unsigned long code;

	while (end < l->size && end - start < 12 && l->bytes[end] != ';')
		end++;
	if (end >= l->size || l->bytes[end] != ';')
		return malformed(l, start,
		    "\"&\" begins a reference; write \"&amp;\" for the sign");
	if (l->bytes[start + 1] == '#') {
		code = reference_code(l->bytes, start, end);
		if (!is_xml_character(code))
			return malformed(l, start,
			    "a reference to a character that XML does not allow");
		if (unicode_refused(code) != NULL)
			note_bad(l, (struct span){ start, end + 1 }, code);
	} else if (entity_code(l->bytes, start, end) > 0x10ffff) {
		return malformed(l, start,
		    "an entity that is not defined; only amp, lt, gt, quot and apos are");
	}
	l->at = end + 1;
	return true;
}

/* ---- tags ---- */

static bool
read_value(struct lexer *l, struct span *value)
{
	char quote;

	if (l->at >= l->size || (l->bytes[l->at] != '"' &&
	    l->bytes[l->at] != '\''))
		return malformed(l, l->at, "an attribute's value in quotes is expected here");
	quote = l->bytes[l->at++];
	value->start = l->at;
	while (l->at < l->size && l->bytes[l->at] != quote) {
		if (l->bytes[l->at] == '<')
			return malformed(l, l->at,
			    "\"<\" in an attribute's value; write \"&lt;\", or close the quotes before");
		if (l->bytes[l->at] == '&') {
			if (!read_reference(l))
				return false;
		} else {
			l->at++;
		}
	}
	if (l->at >= l->size)
		return runs_out(l, value->start - 1, "the quotes opened here are not closed");
	value->end = l->at++;
	return true;
}

static bool
is_repeated(const struct lexer *l, const struct tag *tag, struct span name)
{
	for (size_t i = 0; i < tag->attribute_count; i++)
		if (same_span(l, l->out->attributes[tag->attribute + i].name,
		    name))
			return true;
	return false;
}

static bool
read_attribute(struct lexer *l, struct tag *tag)
{
	struct lexed *out = l->out;
	struct tag_attribute a;

	a.name = read_name(l);
	if (a.name.end == a.name.start)
		return malformed(l, l->at, "an attribute's name, \"/>\" or \">\" is expected here");
	if (is_repeated(l, tag, a.name))
		return malformed(l, a.name.start, "the attribute is given twice");
	if (tag->attribute_count == TAG_ATTRIBUTES_MAX)
		return malformed(l, a.name.start, "too many attributes");
	skip_space(l);
	if (l->at >= l->size || l->bytes[l->at] != '=')
		return malformed(l, l->at, "\"=\" is expected after the attribute's name");
	l->at++;
	skip_space(l);
	if (!read_value(l, &a.value))
		return false;
	out->attributes = grow(l->arena, out->attributes, out->attribute_count,
	    &l->attribute_room, sizeof *out->attributes);
	out->attributes[out->attribute_count++] = a;
	tag->attribute_count++;
	return true;
}

static bool
read_attributes(struct lexer *l, struct tag *tag)
{
	tag->attribute = l->out->attribute_count;
	for (;;) {
		bool space = skip_space(l);

		if (l->at >= l->size)
			return runs_out(l, tag->name.start - 1, "the tag opened here is not closed");
		if (l->bytes[l->at] == '>' || looking_at(l, "/>"))
			return true;
		if (!space)
			return malformed(l, l->at, "a blank, \"/>\" or \">\" is expected here");
		if (!read_attribute(l, tag))
			return false;
	}
}

static bool
read_start_tag(struct lexer *l)
{
	struct lexed *out = l->out;
	size_t start = l->at++;
	struct tag tag = { .of = out };

	tag.name = read_name(l);
	if (tag.name.end == tag.name.start)
		return malformed(l, start, "\"<\" begins a tag; write \"&lt;\" for the sign");
	if (l->depth == DEPTH_MAX)
		return malformed(l, start, "elements are nested too deeply");
	if (!read_attributes(l, &tag))
		return false;
	out->tags = grow(l->arena, out->tags, out->tag_count, &l->tag_room,
	    sizeof *out->tags);
	tag.parent = l->depth == 0 ? 0 : l->open[l->depth - 1];
	if (l->bytes[l->at] == '/')
		l->at++;
	else
		l->open[l->depth++] = out->tag_count;
	l->at++;
	tag.content = tag.close = l->at;
	out->tags[out->tag_count++] = tag;
	return true;
}

static bool
read_end_tag(struct lexer *l)
{
	size_t start = l->at;
	struct tag *tag = &l->out->tags[l->open[l->depth - 1]];
	struct span name;

	l->at += 2;
	name = read_name(l);
	if (!same_span(l, tag->name, name)) {
		if (name.end < l->size)
			return malformed(l, start, arena_printf(l->arena,
			    "\"</%.*s>\" is expected here, for the \"<%.*s\" on line %zu",
			    (int)(tag->name.end - tag->name.start),
			    l->bytes + tag->name.start,
			    (int)(tag->name.end - tag->name.start),
			    l->bytes + tag->name.start,
			    source_line(l->source, tag->name.start)));
		return runs_out(l, l->size, "the file ends inside a tag");
	}
	skip_space(l);
	if (l->at >= l->size || l->bytes[l->at] != '>')
		return malformed(l, l->at, "\">\" is expected here");
	l->at++;
	tag->close = start;
	l->depth--;
	return true;
}

static bool
read_comment(struct lexer *l)
{
	size_t start = l->at, end = find(l, start + 4, "--");

	if (end == l->size)
		return runs_out(l, start, "the comment opened here is not closed");
	if (end + 2 >= l->size || l->bytes[end + 2] != '>')
		return malformed(l, end, "\"--\" may not stand in a comment");
	l->at = end + 3;
	return true;
}

static bool
read_cdata(struct lexer *l)
{
	size_t end = find(l, l->at, "]]>");

	if (end == l->size)
		return runs_out(l, l->at, "the CDATA section opened here is not closed");
	l->at = end + 3;
	return true;
}

static bool
refuse_instruction(struct lexer *l)
{
	if (looking_at(l, "<!DOCTYPE"))
		return fail(l, l->at, "doctype", "DOCTYPE is not allowed");
	if (looking_at(l, "<?"))
		return fail(l, l->at, "processing-instruction",
		    "a processing instruction is not allowed");
	return malformed(l, l->at, "\"<!\" begins nothing that is allowed here");
}

static bool
read_text(struct lexer *l)
{
	while (l->at < l->size && l->bytes[l->at] != '<') {
		if (l->bytes[l->at] == '&') {
			if (!read_reference(l))
				return false;
		} else if (looking_at(l, "]]>")) {
			return malformed(l, l->at, "\"]]>\" in a text; write \"]]&gt;\"");
		} else {
			l->at++;
		}
	}
	return true;
}

/* ---- the whole ---- */

static bool
read_element(struct lexer *l)
{
	bool ok = read_start_tag(l);

	while (ok && l->depth > 0) {
		if (l->at >= l->size) {
			const struct tag *tag =
			    &l->out->tags[l->open[l->depth - 1]];

			return runs_out(l, l->size, arena_printf(l->arena,
			    "the file ends before \"</%.*s>\", for the \"<%.*s\" on line %zu",
			    (int)(tag->name.end - tag->name.start),
			    l->bytes + tag->name.start,
			    (int)(tag->name.end - tag->name.start),
			    l->bytes + tag->name.start,
			    source_line(l->source, tag->name.start)));
		}
		if (l->bytes[l->at] != '<')
			ok = read_text(l);
		else if (looking_at(l, "</"))
			ok = read_end_tag(l);
		else if (looking_at(l, "<!--"))
			ok = read_comment(l);
		else if (looking_at(l, "<![CDATA["))
			ok = read_cdata(l);
		else if (looking_at(l, "<!") || looking_at(l, "<?"))
			ok = refuse_instruction(l);
		else
			ok = read_start_tag(l);
	}
	return ok;
}

/* The value of the XML declaration that comes next, where it has that name;
 * {0,0} where it has not. */
static bool
read_declared(struct lexer *l, const char *name, struct span *value)
{
	size_t start = l->at;
	const char *quote;

	*value = (struct span){ 0, 0 };
	if (!skip_space(l) || !looking_at(l, name)) {
		l->at = start;
		return true;
	}
	l->at += strlen(name);
	skip_space(l);
	if (!looking_at(l, "="))
		return malformed(l, l->at, "\"=\" is expected here");
	l->at++;
	skip_space(l);
	if (!looking_at(l, "\"") && !looking_at(l, "'"))
		return malformed(l, l->at, "a value in quotes is expected here");
	quote = l->bytes + l->at;
	value->start = value->end = ++l->at;
	while (value->end < l->size && l->bytes[value->end] != *quote)
		value->end++;
	l->at = value->end < l->size ? value->end + 1 : l->size;
	return true;
}

static bool
is_utf8_name(const char *name, size_t length)
{
	static const char upper[] = "UTF-8", lower[] = "utf-8";

	if (length != sizeof upper - 1)
		return false;
	for (size_t i = 0; i < length; i++)
		if (name[i] != upper[i] && name[i] != lower[i])
			return false;
	return true;
}

static bool
is_word(const struct lexer *l, struct span value, const char *word)
{
	size_t n = strlen(word);

	return value.end - value.start == n &&
	    memcmp(l->bytes + value.start, word, n) == 0;
}

static bool
read_declaration(struct lexer *l)
{
	struct span version, encoding, alone;

	if (!looking_at(l, "<?xml") || l->size < 6 || !is_space(l->bytes[5]))
		return true;
	if (find(l, 0, "?>") == l->size)
		return runs_out(l, 0, "the XML declaration is not closed");
	l->at += 5;
	if (!read_declared(l, "version", &version))
		return false;
	if (!is_word(l, version, "1.0"))
		return malformed(l, version.start,
		    "the XML version must be 1.0");
	if (!read_declared(l, "encoding", &encoding))
		return false;
	if (encoding.end > 0 && !is_utf8_name(l->bytes + encoding.start,
	    encoding.end - encoding.start))
		return fail(l, encoding.start, "not-utf8",
		    "the encoding must be UTF-8");
	if (!read_declared(l, "standalone", &alone))
		return false;
	if (alone.end > 0 && !is_word(l, alone, "yes") &&
	    !is_word(l, alone, "no"))
		return malformed(l, alone.start, "yes or no is expected here");
	skip_space(l);
	if (!looking_at(l, "?>"))
		return malformed(l, l->at,
		    "the end of the XML declaration, \"?>\", is expected here");
	l->at += 2;
	return true;
}

/* Comments, blanks and one xml-model before the root. */
static bool
read_prolog(struct lexer *l)
{
	bool model = false;

	if (!read_declaration(l))
		return false;
	for (;;) {
		skip_space(l);
		if (l->at >= l->size)
			return runs_out(l, l->size, "there is no element in the file");
		if (looking_at(l, "<!--")) {
			if (!read_comment(l))
				return false;
		} else if (!model && looking_at(l, "<?xml-model") &&
		    l->at + 11 < l->size && is_space(l->bytes[l->at + 11])) {
			model = true;
			l->at = find(l, l->at, "?>");
			if (l->at == l->size)
				return runs_out(l, l->size, "the file ends inside a processing instruction");
			l->at += 2;
		} else if (looking_at(l, "<!") || looking_at(l, "<?")) {
			return refuse_instruction(l);
		} else if (l->bytes[l->at] != '<') {
			return malformed(l, l->at, "\"<\" is expected here, the start of the root element");
		} else {
			return true;
		}
	}
}

static bool
read_epilog(struct lexer *l)
{
	size_t end = l->at;

	for (;;) {
		skip_space(l);
		if (l->at >= l->size)
			break;
		if (looking_at(l, "<!--")) {
			if (!read_comment(l))
				return false;
		} else if (looking_at(l, "<!") || looking_at(l, "<?")) {
			return refuse_instruction(l);
		} else {
			return malformed(l, l->at, "nothing may stand after the root element");
		}
	}
	if (l->size != end + 1 || l->bytes[end] != '\n')
		diag_error(l->d, "file-end", (struct place){ l->source, end, 1 },
		    "the file must end with the root's end tag and one newline");
	return true;
}

/* ---- bytes ---- */

static const char *
foreign_encoding(const struct source *s)
{
	const unsigned char *b = (const unsigned char *)s->bytes;

	if (s->size >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf)
		return "the file begins with a byte order mark; save it as UTF-8 without one";
	if (s->size >= 2 && ((b[0] == 0xff && b[1] == 0xfe) ||
	    (b[0] == 0xfe && b[1] == 0xff)))
		return "the file is UTF-16; save it as UTF-8 without byte order mark";
	if (s->size >= 4 && (b[0] == 0 || b[1] == 0))
		return "the file is UTF-16 or UTF-32; save it as UTF-8 without byte order mark";
	if (s->size >= 2 && b[0] == 0x4c && b[1] == 0x6f)
		return "the file is EBCDIC; save it as UTF-8 without byte order mark";
	return NULL;
}

/* What is wrong with the code point as a byte of an XML file. */
static const char *
byte_fault(unsigned long code)
{
	if (code == '\r')
		return "a carriage return; save the file with line ends of LF alone";
	if (code < 0x20 && code != '\t' && code != '\n')
		return "a control character that XML does not allow";
	if (code == 0xfffe || code == 0xffff)
		return "a code point that is no character";
	return NULL;
}

/* Finds the first byte that no catalog may hold (the size where there is none)
 * and lists the characters that XML allows and texts must not hold. */
static size_t
scan_bytes(struct lexer *l, const char **rule, const char **message)
{
	unsigned long code;
	size_t i = 0;

	while (i < l->source->size) {
		unsigned char byte = (unsigned char)l->bytes[i];
		size_t n;

		if (byte >= 0x20 && byte < 0x7f) {
			i++;
			continue;
		}
		n = unicode_decode(l->bytes + i, l->source->size - i, &code);
		*rule = n == 0 ? "not-utf8" : "bad-byte";
		*message = n == 0 ? "a byte that is not UTF-8" : byte_fault(code);
		if (*message != NULL)
			break;
		if (code != '\n' && code != '\t' &&
		    unicode_refused(code) != NULL)
			note_bad(l, (struct span){ i, i + n }, code);
		i += n;
	}
	return i;
}

bool
lex(struct arena *arena, const struct source *source, struct lexed *result,
    struct diags *d)
{
	struct lexer l = { .arena = arena, .source = source, .d = d,
		.bytes = source->bytes, .out = result };
	const char *foreign = foreign_encoding(source);
	const char *rule = NULL, *bad = NULL;

	*result = (struct lexed){ .source = source };
	if (foreign != NULL) {
		diag_error(d, "not-utf8", (struct place){ source, 0, 1 }, "%s",
		    foreign);
		return false;
	}
	l.size = scan_bytes(&l, &rule, &bad);
	if (read_prolog(&l) && read_element(&l))
		read_epilog(&l);
	if (bad != NULL && (!l.failed || l.ran_out || l.failed_at >= l.size)) {
		l.failed = true;
		l.failed_at = l.size;
		l.rule = rule;
		l.message = bad;
	}
	if (l.failed)
		diag_error(d, l.rule, (struct place){ source, l.failed_at, 1 },
		    "%s", l.message);
	return !l.failed;
}

void
lexed_mark(struct lexed *l, size_t tag)
{
	l->tags[tag].faulty = true;
	for (;; tag = l->tags[tag].parent) {
		l->tags[tag].faulty_inside = true;
		if (l->tags[tag].parent == tag)
			break;
	}
}

size_t
lexed_tag_around(const struct lexed *l, size_t offset)
{
	size_t low = 0, high = l->tag_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (l->tags[middle].name.start <= offset)
			low = middle;
		else
			high = middle;
	}
	while (offset >= l->tags[low].content &&
	       offset >= l->tags[low].close && l->tags[low].parent != low)
		low = l->tags[low].parent;
	return low;
}

/* Bytes that the code point takes in UTF-8. */
static size_t
encoded_length(unsigned long code)
{
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/* Steps over what is no character of the value: a tag, a comment, the marks of
 * a CDATA section.  False where a character stands at *at. */
static bool
step_over(const char *b, size_t *at, size_t end, bool *cdata)
{
	char quote = 0;

	if (*cdata) {
		if (end - *at < 3 || memcmp(b + *at, "]]>", 3) != 0)
			return false;
		*cdata = false;
		*at += 3;
		return true;
	}
	if (b[*at] != '<')
		return false;
	if (end - *at >= 9 && memcmp(b + *at, "<![CDATA[", 9) == 0) {
		*cdata = true;
		*at += 9;
		return true;
	}
	if (end - *at >= 4 && memcmp(b + *at, "<!--", 4) == 0) {
		while (memcmp(b + *at, "-->", 3) != 0)
			++*at;
		*at += 3;
		return true;
	}
	for (; quote != 0 || b[*at] != '>'; ++*at) {
		if (quote == 0 && (b[*at] == '"' || b[*at] == '\''))
			quote = b[*at];
		else if (quote == b[*at])
			quote = 0;
	}
	++*at;
	return true;
}

size_t
lexed_offset(const struct source *source, struct span raw, size_t byte,
    size_t *width)
{
	const char *b = source->bytes;
	size_t at = raw.start, have = 0;
	bool cdata = false;

	*width = 1;
	while (at < raw.end) {
		size_t written = 1, stands_for = 1;

		if (step_over(b, &at, raw.end, &cdata))
			continue;
		if (b[at] == '&' && !cdata) {
			size_t end = at;

			while (end < raw.end && b[end] != ';')
				end++;
			written = end + 1 - at;
			stands_for = b[at + 1] == '#' ? encoded_length(
			    reference_code(b, at, end)) : 1;
		}
		if (have + stands_for > byte) {
			*width = written;
			return at;
		}
		have += stands_for;
		at += written;
	}
	return at;
}
