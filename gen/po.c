/* SPDX-License-Identifier: MIT */
/* Reads PO files with libgettextpo.  That tells no places but of faults, so the
 * bytes are walked once more: the n-th msgid is the n-th message. */
#include "po.h"

#include <errno.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <gettext-po.h>

#include "catalog.h"

struct message_places {
	struct place id, str;   /* a NULL source: it has none */
};

struct reader {
	struct arena *arena;
	struct source *source;
	struct diags *d;
	struct message_places *places; /* of each message */
	size_t place_count;
	bool told;              /* the first fault; others follow from it */
	jmp_buf fatal;
};

/* The handlers of libgettextpo are given no pointer of ours.  Set for the time
 * of one call, in po_read() alone. */
static struct reader *reading;

/* ---- faults ---- */

static struct place
place_of(const struct source *s, size_t line, size_t column)
{
	size_t at = s->lines[line - 1];
	size_t end = line < s->line_count ? s->lines[line] - 1 : s->size;

	for (; column > 1 && at < end; at++)
		column -= ((unsigned char)s->bytes[at + 1] & 0xc0) != 0x80;
	return (struct place){ s, at, 1 };
}

static void
tell(struct reader *r, size_t line, size_t column, const char *text)
{
	int length = (int)strcspn(text, "\n");

	r->told = true;
	if (line == 0 || line > r->source->line_count)
		diag_error_in(r->d, "po-syntax", r->source->name, 0, "%.*s",
		    length, text);
	else
		diag_error(r->d, "po-syntax", place_of(r->source, line,
		    column == (size_t)-1 ? 1 : column), "%.*s", length, text);
}

static void
on_fault(int severity, po_message_t message, const char *file, size_t line,
    size_t column, int several_lines, const char *text)
{
	struct reader *r = reading;

	(void)message, (void)file, (void)several_lines;
	if (severity != PO_SEVERITY_WARNING && !r->told)
		tell(r, line, column, text);
	if (severity == PO_SEVERITY_FATAL_ERROR) /* may not return */
		longjmp(r->fatal, 1);
}

/* Two messages that clash: the second is the fault. */
static void
on_pair(int severity, po_message_t message, const char *file, size_t line,
    size_t column, int several_lines, const char *text, po_message_t message2,
    const char *file2, size_t line2, size_t column2, int several_lines2,
    const char *text2)
{
	struct reader *r = reading;
	size_t count = r->d->count;

	(void)message2, (void)file2, (void)several_lines2, (void)text2;
	on_fault(severity, message, file, line, column, several_lines, text);
	if (r->d->count > count && line2 > 0 && line2 <= r->source->line_count)
		diag_add_note(r->d, r->d->items[count], place_of(r->source,
		    line2, column2 == (size_t)-1 ? 1 : column2),
		    "the other is here");
}

/* ---- places ---- */

/* Steps over a string with its quotes. */
static size_t
skip_string(const char *b, size_t at, size_t size)
{
	for (at++; at < size && b[at] != '"' && b[at] != '\n'; at++)
		if (b[at] == '\\' && at + 1 < size)
			at++;
	return at < size ? at + 1 : at;
}

/* A comment up to the end of its line; but what stands behind "#~" are the
 * words of an obsolete message. */
static size_t
skip_comment(const char *b, size_t at, size_t size)
{
	if (size - at > 2 && b[at + 1] == '~' && b[at + 2] != '|')
		return at + 2;
	while (at < size && b[at] != '\n')
		at++;
	return at;
}

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || c == '_';
}

static void
note_word(struct reader *r, size_t at, size_t length)
{
	const char *word = r->source->bytes + at;

	struct place place = { r->source, at, length };

	if (length == 5 && memcmp(word, "msgid", 5) == 0)
		r->places[r->place_count++].id = place;
	if (length == 6 && memcmp(word, "msgstr", 6) == 0 &&
	    r->place_count > 0 &&
	    r->places[r->place_count - 1].str.source == NULL)
		r->places[r->place_count - 1].str = place;
}

static void
find_places(struct reader *r)
{
	const char *b = r->source->bytes;
	size_t size = r->source->size, at = 0;

	r->places = arena_alloc(r->arena, size / 5 + 1, sizeof *r->places);
	while (at < size) {
		size_t start = at;

		if (b[at] == '"') {
			at = skip_string(b, at, size);
		} else if (b[at] == '#') {
			at = skip_comment(b, at, size);
		} else if (is_word_byte(b[at])) {
			while (at < size && is_word_byte(b[at]))
				at++;
			note_word(r, start, at - start);
		} else {
			at++;
		}
	}
}

/* ---- the header ---- */

static const char *
field_of(struct reader *r, const char *header, const char *name)
{
	char *value = header == NULL ? NULL : po_header_field(header, name);
	const char *copy;

	if (value == NULL)
		return "";
	copy = arena_strdup(r->arena, value);
	free(value);
	return copy;
}

/* The catalog writes "pt-BR", a locale is called "pt_BR". */
static const char *
language_of(struct reader *r, const char *header)
{
	char *code = arena_strdup(r->arena, field_of(r, header, "Language"));

	for (char *p = code; *p != '\0'; p++)
		*p = *p == '_' ? '-' : *p;
	return code;
}

static bool
is_utf8(const char *charset)
{
	size_t length = strcspn(charset, " \\\"\n");

	return length == 5 && (memcmp(charset, "UTF-8", 5) == 0 ||
	    memcmp(charset, "utf-8", 5) == 0);
}

/* Looked for in the bytes: in another charset they can hardly be parsed. */
static bool
is_in_utf8(struct reader *r)
{
	const char *charset = strstr(r->source->bytes, "charset=");
	size_t at = charset == NULL ? 0
	    : (size_t)(charset - r->source->bytes) + strlen("charset=");

	if (r->place_count == 0 ||
	    (charset != NULL && is_utf8(r->source->bytes + at)))
		return true;
	if (charset == NULL)
		diag_error(r->d, "po-header", (struct place){ r->source, 0, 1 },
		    "the file has no header that says charset=UTF-8; begin with what \"mailerr-gen build --target=po\" makes");
	else
		diag_error(r->d, "po-header", (struct place){ r->source, at,
		    strcspn(r->source->bytes + at, " \\\"\n") },
		    "the charset must be UTF-8; \"msgconv -t UTF-8\" converts a file");
	return false;
}

static bool
read_header(struct reader *r, po_file_t po, struct po_file *file)
{
	const char *header = po_file_domain_header(po, NULL);

	file->header = r->place_count > 0 ? r->places[0].id
	    : (struct place){ r->source, 0, 1 };
	file->language = language_of(r, header);
	if (*file->language != '\0')
		return true;
	diag_error(r->d, "po-header", file->header, header == NULL
	    ? "the file has no header; begin with what \"mailerr-gen build --target=po\" makes"
	    : "the header names no language; add \"Language: ja\\n\", with the language's code");
	return false;
}

/* ---- messages ---- */

static void
take(struct reader *r, struct po_file *file, po_message_t m,
    const struct message_places *at)
{
	struct po_message *to = &file->messages[file->count];
	const char *msgid = po_message_msgid(m);
	const char *msgstr = po_message_msgstr(m);

	if (*msgid == '\0' && po_message_msgctxt(m) == NULL)
		return; /* the header */
	if (po_message_is_obsolete(m)) {
		file->obsolete++;
	} else if (msgstr == NULL || *msgstr == '\0') {
		file->untranslated++;
	} else if (po_message_is_fuzzy(m)) {
		file->fuzzy++;
	} else {
		to->msgid = arena_strdup(r->arena, msgid);
		to->msgstr = arena_strdup(r->arena, msgstr);
		to->foreign = po_message_msgctxt(m) != NULL ||
		    po_message_msgid_plural(m) != NULL;
		to->id_place = at->id;
		to->place = at->str.source != NULL ? at->str : at->id;
		file->count++;
	}
}

static void
take_all(struct reader *r, po_file_t po, struct po_file *file)
{
	po_message_iterator_t all = po_message_iterator(po, NULL);
	po_message_t m;

	file->messages = arena_alloc(r->arena, r->place_count + 1,
	    sizeof *file->messages);
	for (size_t n = 0; n < r->place_count &&
	     (m = po_next_message(all)) != NULL; n++)
		take(r, file, m, &r->places[n]);
	po_message_iterator_free(all);
}

/* ---- the whole ---- */

/* The handlers report to r while it runs. */
static po_file_t
parse(struct reader *r)
{
	struct po_xerror_handler handler = { .xerror = on_fault,
		.xerror2 = on_pair };
	po_file_t po = NULL;

	reading = r;
	if (setjmp(r->fatal) == 0)
		po = po_file_read(r->source->name, &handler);
	reading = NULL;
	return po;
}

struct po_file *
po_read(struct arena *arena, const char *path, struct diags *d,
    bool *unreadable)
{
	struct reader r = { .arena = arena, .d = d,
		.source = source_read(arena, path, CATALOG_BYTES_MAX) };
	struct po_file *file = arena_alloc(arena, 1, sizeof *file);
	size_t errors = d->errors;
	po_file_t po;
	bool good;

	*unreadable = r.source == NULL;
	if (r.source == NULL) {
		diag_error_in(d, "cannot-read", path, 0, "cannot read: %s",
		    errno == EFBIG ? "it is larger than 256 MB"
		    : errno == EINVAL ? "it is not a regular file"
		    : strerror(errno));
		return NULL;
	}
	file->source = r.source;
	find_places(&r);
	po = is_in_utf8(&r) ? parse(&r) : NULL;
	good = po != NULL && d->errors == errors && read_header(&r, po, file);
	if (good)
		take_all(&r, po, file);
	else if (d->errors == errors)
		diag_error_in(d, "po-syntax", path, 0, "it is no PO file");
	if (po != NULL)
		po_file_free(po);
	return good ? file : NULL;
}
