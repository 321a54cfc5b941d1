/* SPDX-License-Identifier: MIT */
/* Reads PO files, the text format of GNU gettext: words, strings and comments
 * make messages; a comment begins at '#' wherever a word may stand. */
#include "po.h"

#include <errno.h>
#include <string.h>

#include <libxml/hash.h>

#include "buffer.h"
#include "catalog.h"
#include "unicode.h"

/* A word and the strings behind it. */
enum word { MSGCTXT, MSGID, MSGID_PLURAL, MSGSTR, WORD_COUNT };

static const char *const words[WORD_COUNT] = {
	[MSGCTXT] = "msgctxt", [MSGID] = "msgid",
	[MSGID_PLURAL] = "msgid_plural", [MSGSTR] = "msgstr",
};

/* The message that is being read. */
struct draft {
	const char *strings[WORD_COUNT]; /* NULL: not given */
	struct place places[WORD_COUNT];
	const size_t *offsets;           /* of the first msgstr */
	bool fuzzy, obsolete;
};

struct reader {
	struct arena *arena;
	struct source *source;
	struct diags *d;
	const char *bytes;
	size_t size, at;
	bool obsolete;         /* the line began with "#~" */
	bool fuzzy;            /* "#, fuzzy" stood before */
	struct draft draft;
	struct po_file *file;
	size_t room;
	xmlHashTable *seen;    /* msgid, context -> the place of its msgid */
	const char *header;    /* NULL until it was read */
};

static bool
fail(struct reader *r, size_t at, const char *message)
{
	diag_error(r->d, "po-syntax", (struct place){ r->source, at, 1 }, "%s",
	    message);
	return false;
}

/* ---- comments and blanks ---- */

/* "#, fuzzy, no-c-format" */
static bool
holds_fuzzy(const char *line, size_t length)
{
	for (size_t i = 2; i < length; i++) {
		size_t flag;

		i += strspn(line + i, " \t\r,");
		flag = strcspn(line + i, " \t\r,\n");
		if (flag == 5 && memcmp(line + i, "fuzzy", 5) == 0)
			return true;
		i += flag;
	}
	return false;
}

/* What stands behind "#~" are the words of an obsolete message, but for
 * "#~|", which like "#|" keeps an older English text. */
static void
skip_comment(struct reader *r)
{
	const char *line = r->bytes + r->at;
	size_t length = strcspn(line, "\n");

	if (length >= 2 && line[1] == '~' && line[2] != '|') {
		r->obsolete = true;
		r->at += 2;
		return;
	}
	if (length >= 2 && line[1] == ',')
		r->fuzzy = r->fuzzy || holds_fuzzy(line, length);
	r->at += length;
}

static void
skip_blanks(struct reader *r)
{
	for (; r->at < r->size; r->at++) {
		while (r->at < r->size && r->bytes[r->at] == '#')
			skip_comment(r);
		if (r->at == r->size ||
		    strchr(" \t\r\f\v\n", r->bytes[r->at]) == NULL)
			return;
		if (r->bytes[r->at] == '\n')
			r->obsolete = false;
	}
}

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

/* Digits of a base, at most so many; they end before at. */
static char
read_number(struct reader *r, int base, int most)
{
	int value = 0;

	for (; most > 0 && digit_of(r->bytes[r->at]) < base; most--)
		value = value * base + digit_of(r->bytes[r->at++]);
	return (char)value;
}

/* What stands behind a backslash. */
static bool
read_escape(struct reader *r, char *c)
{
	static const char names[] = "abfnrtv\\\"'?";
	static const char values[] = "\a\b\f\n\r\t\v\\\"'?";
	const char *name;

	r->at++;
	*c = r->bytes[r->at];
	if (*c == 'x' && digit_of(r->bytes[r->at + 1]) < 16) {
		r->at++;
		*c = read_number(r, 16, 2);
		return *c != '\0' || fail(r, r->at - 1, "a string holds no NUL");
	}
	if (digit_of(*c) < 8) {
		*c = read_number(r, 8, 3);
		return *c != '\0' || fail(r, r->at - 1, "a string holds no NUL");
	}
	name = *c == '\0' ? NULL : strchr(names, *c);
	if (name == NULL)
		return fail(r, r->at - 1, "no escape sequence; write \"\\\\\" for a backslash");
	*c = values[name - names];
	r->at++;
	return true;
}

static void
add_byte(struct buffer *to, struct buffer *offsets, char c, size_t at)
{
	buffer_byte(to, c);
	buffer_add(offsets, &at, sizeof at);
}

/* One piece in quotes. */
static bool
read_piece(struct reader *r, struct buffer *to, struct buffer *offsets)
{
	size_t start = r->at++;

	while (r->at < r->size && r->bytes[r->at] != '"') {
		size_t at = r->at;
		char c = r->bytes[at];

		if (c == '\n')
			break;
		if (c == '\\' && !read_escape(r, &c))
			return false;
		r->at += r->at == at;
		add_byte(to, offsets, c, at);
	}
	if (r->at == r->size || r->bytes[r->at] != '"')
		return fail(r, start, "the quotes opened here are not closed on the line");
	r->at++;
	return true;
}

/* All pieces that stand here, as one string. */
static bool
read_string(struct reader *r, const char **string, const size_t **offsets)
{
	struct buffer text = { 0 }, places = { 0 };
	size_t *copy;
	bool ok = true;

	skip_blanks(r);
	if (r->at == r->size || r->bytes[r->at] != '"')
		return fail(r, r->at, "a string in quotes is expected here");
	while (ok && r->at < r->size && r->bytes[r->at] == '"') {
		ok = read_piece(r, &text, &places);
		skip_blanks(r);
	}
	*string = arena_strndup(r->arena, text.size == 0 ? "" : text.bytes,
	    text.size);
	copy = arena_alloc(r->arena, text.size + 1, sizeof *copy);
	if (text.size > 0)
		memcpy(copy, places.bytes, places.size);
	*offsets = copy;
	buffer_free(&text);
	buffer_free(&places);
	return ok;
}

/* ---- messages ---- */

/* A line of the header, up to its end; "" where it is not there. */
static const char *
field_of(struct reader *r, const char *name)
{
	const char *p = r->header == NULL ? "" : r->header;
	size_t length = strlen(name);

	for (; *p != '\0'; p += strcspn(p, "\n"), p += *p == '\n') {
		if (strncmp(p, name, length) != 0 || p[length] != ':')
			continue;
		p += length + 1;
		p += strspn(p, " ");
		return arena_strndup(r->arena, p, strcspn(p, "\n"));
	}
	return "";
}

/* The bytes are UTF-8, that was seen before: the header must say so too. */
static bool
take_header(struct reader *r, const struct draft *m)
{
	const char *charset = strstr(m->strings[MSGSTR], "charset=");
	size_t length;

	r->header = m->strings[MSGSTR];
	r->file->header = m->places[MSGID];
	if (charset == NULL) {
		diag_error(r->d, "po-header", m->places[MSGSTR],
		    "the header does not say \"Content-Type: text/plain; charset=UTF-8\\n\"");
		return false;
	}
	charset += strlen("charset=");
	length = strcspn(charset, " ;\n");
	if (length == 5 && (memcmp(charset, "UTF-8", 5) == 0 ||
	    memcmp(charset, "utf-8", 5) == 0))
		return true;
	diag_error(r->d, "po-header", (struct place){ r->source,
	    m->offsets[charset - r->header], length == 0 ? 1 : length },
	    "the charset must be UTF-8; \"msgconv -t UTF-8\" converts a file");
	return false;
}

static struct po_message *
new_message(struct reader *r)
{
	struct po_file *file = r->file;
	struct po_message *larger;

	if (file->count == r->room) {
		r->room = r->room == 0 ? 256 : r->room * 2;
		larger = arena_alloc(r->arena, r->room, sizeof *larger);
		if (file->count > 0)
			memcpy(larger, file->messages,
			    file->count * sizeof *larger);
		file->messages = larger;
	}
	return &file->messages[file->count++];
}

static bool
is_first_of_its_name(struct reader *r, const struct draft *m)
{
	const xmlChar *id = (const xmlChar *)m->strings[MSGID];
	const xmlChar *context = (const xmlChar *)m->strings[MSGCTXT];
	struct place *place = arena_alloc(r->arena, 1, sizeof *place);

	*place = m->places[MSGID];
	if (xmlHashAddEntry2(r->seen, id, context, place) == 0)
		return true;
	diag_add_note(r->d, diag_error(r->d, "po-syntax", m->places[MSGID],
	    "the message is given twice"), *(struct place *)xmlHashLookup2(
	    r->seen, id, context), "first given here");
	return false;
}

static bool
take(struct reader *r, const struct draft *m)
{
	if (m->obsolete) {
		r->file->obsolete++;
		return true;
	}
	if (!is_first_of_its_name(r, m))
		return false;
	if (*m->strings[MSGID] == '\0' && m->strings[MSGCTXT] == NULL)
		return take_header(r, m);
	if (r->header == NULL) {
		diag_error(r->d, "po-header", m->places[MSGID],
		    "the file has no header; begin with what \"mailerr-gen build --target=po\" makes");
		return false;
	}
	if (*m->strings[MSGSTR] == '\0') {
		r->file->untranslated++;
	} else if (m->fuzzy) {
		r->file->fuzzy++;
	} else {
		*new_message(r) = (struct po_message){ m->strings[MSGID],
			m->strings[MSGSTR], m->strings[MSGCTXT] != NULL ||
			m->strings[MSGID_PLURAL] != NULL, m->places[MSGID],
			m->places[MSGSTR], m->offsets };
	}
	return true;
}

/* ---- words ---- */

static size_t
word_length(const struct reader *r)
{
	size_t length = 0;

	while ((r->bytes[r->at + length] >= 'a' &&
	    r->bytes[r->at + length] <= 'z') ||
	    r->bytes[r->at + length] == '_')
		length++;
	return length;
}

static bool
read_word(struct reader *r, enum word *word, struct place *place)
{
	size_t length = word_length(r);

	*place = (struct place){ r->source, r->at, length };
	for (int i = 0; i < WORD_COUNT; i++)
		if (strlen(words[i]) == length &&
		    memcmp(r->bytes + r->at, words[i], length) == 0) {
			*word = (enum word)i;
			r->at += length;
			return true;
		}
	return fail(r, r->at,
	    "\"msgid\" or another word of PO files is expected here");
}

/* "[1]" behind the msgstr of a plural, and only there. */
static bool
read_index(struct reader *r)
{
	bool plural = r->draft.strings[MSGID_PLURAL] != NULL;

	skip_blanks(r);
	if ((r->bytes[r->at] == '[') != plural)
		return fail(r, r->at, plural
		    ? "\"[0]\" or another number is expected here"
		    : "a string in quotes is expected here");
	if (!plural)
		return true;
	r->at++;
	while (digit_of(r->bytes[r->at]) < 10)
		r->at++;
	if (r->bytes[r->at] != ']')
		return fail(r, r->at, "\"]\" is expected here");
	r->at++;
	return true;
}

/* Whether the word may follow what the draft has. */
static bool
fits(struct reader *r, enum word word, size_t at)
{
	const struct draft *m = &r->draft;
	bool begun = m->strings[MSGID] != NULL;

	if (word == MSGSTR ? !begun || (m->strings[MSGSTR] != NULL &&
	    m->strings[MSGID_PLURAL] == NULL) : word == MSGID_PLURAL
	    ? !begun || m->strings[MSGSTR] != NULL : m->strings[word] != NULL ||
	    (word == MSGCTXT && begun))
		return fail(r, at, arena_printf(r->arena,
		    "\"%s\" is not expected here", words[word]));
	return true;
}

/* A message ends where the next begins. */
static bool
end_message(struct reader *r)
{
	const struct draft m = r->draft;

	if (m.strings[MSGID] == NULL && m.strings[MSGCTXT] == NULL)
		return true;
	if (m.strings[MSGSTR] == NULL)
		return fail(r, m.strings[MSGID] == NULL
		    ? m.places[MSGCTXT].offset : m.places[MSGID].offset,
		    "the message has no msgstr");
	r->draft = (struct draft){ .fuzzy = false };
	return take(r, &m);
}

static bool
read_part(struct reader *r)
{
	struct draft *m = &r->draft;
	bool obsolete = r->obsolete;
	const size_t *offsets;
	struct place place;
	const char *string;
	enum word word;

	if (!read_word(r, &word, &place))
		return false;
	if ((word == MSGCTXT || word == MSGID) && m->strings[MSGSTR] != NULL &&
	    !end_message(r))
		return false;
	if (!fits(r, word, place.offset))
		return false;
	if (word == MSGCTXT || m->strings[MSGCTXT] == NULL) {
		m->fuzzy = m->fuzzy || r->fuzzy;
		m->obsolete = obsolete;
	}
	r->fuzzy = false;
	if ((word == MSGSTR && !read_index(r)) ||
	    !read_string(r, &string, &offsets))
		return false;
	if (m->strings[word] != NULL) /* further msgstr of a plural */
		return true;
	m->strings[word] = string;
	m->places[word] = place;
	if (word == MSGSTR)
		m->offsets = offsets;
	return true;
}

static bool
read_messages(struct reader *r)
{
	for (;;) {
		skip_blanks(r);
		if (r->at == r->size)
			return end_message(r);
		if (!read_part(r))
			return false;
	}
}

/* ---- the whole ---- */

static bool
is_text(struct reader *r)
{
	unsigned long code;

	for (size_t at = 0, n; at < r->size; at += n) {
		n = unicode_decode(r->bytes + at, r->size - at, &code);
		if (n == 0)
			return fail(r, at, "a byte that is not UTF-8; \"msgconv -t UTF-8\" converts a file");
		if (code == 0 || code == 0xfeff)
			return fail(r, at, code == 0 ? "a NUL byte"
			    : "a byte order mark; save the file without one");
	}
	return true;
}

/* The catalog writes "pt-BR", a locale is called "pt_BR". */
static bool
read_language(struct reader *r)
{
	char *code = arena_strdup(r->arena, field_of(r, "Language"));

	for (char *p = code; *p != '\0'; p++)
		*p = *p == '_' ? '-' : *p;
	r->file->language = code;
	if (*code != '\0')
		return true;
	diag_error(r->d, "po-header", r->header == NULL
	    ? (struct place){ r->source, 0, 1 } : r->file->header,
	    r->header == NULL ? "the file has no header; begin with what \"mailerr-gen build --target=po\" makes"
	    : "the header names no language; add \"Language: ja\\n\", with the language's code");
	return false;
}

static const char *
read_fault(void)
{
	return errno == EFBIG ? "it is larger than 256 MB"
	    : errno == EINVAL ? "it is not a regular file" : strerror(errno);
}

struct po_file *
po_read(struct arena *arena, const char *path, struct diags *d,
    bool *unreadable)
{
	struct reader r = { .arena = arena, .d = d,
		.source = source_read(arena, path, CATALOG_BYTES_MAX) };
	bool good;

	*unreadable = r.source == NULL;
	if (r.source == NULL) {
		diag_error_in(d, "cannot-read", path, 0, "cannot read: %s",
		    read_fault());
		return NULL;
	}
	r.bytes = r.source->bytes;
	r.size = r.source->size;
	r.file = arena_alloc(arena, 1, sizeof *r.file);
	r.file->source = r.source;
	r.seen = xmlHashCreate(1024);
	if (r.seen == NULL)
		memory_die();
	good = is_text(&r) && read_messages(&r) && read_language(&r);
	xmlHashFree(r.seen, NULL);
	return good ? r.file : NULL;
}

struct place
po_place(const struct po_message *m, size_t byte)
{
	return (struct place){ m->place.source, m->offsets[byte], 1 };
}
