/* SPDX-License-Identifier: MIT */
/* Reads PO files with libgettextpo, which decides what they say.  Where a
 * message stands it does not tell: po_places.c looks it up by its msgid. */
#include "po.h"

#include <errno.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <gettext-po.h>

#include "catalog.h"
#include "po_places.h"
#include "unicode.h"

struct reader {
	struct arena *arena;
	const struct source *source;
	struct diags *d;
	struct po_places *places;
	struct po_file *file;
	const char *header;     /* NULL: the file has none */
	const struct po_spot *header_spot;
	bool told;              /* the first fault; others follow from it */
	bool unreadable;
	jmp_buf fatal;
};

/* The handlers of libgettextpo are given no pointer of ours, and there is no
 * other way to give them one.  Set for the time of one call, in parse() alone. */
static _Thread_local struct reader *reading;

/* ---- faults ---- */

/* libgettextpo counts the columns of a terminal. */
static struct place
place_at_column(const struct source *s, size_t line, size_t column)
{
	size_t at = s->lines[line - 1], width = 1, n;
	unsigned long code;

	while (at < s->size && s->bytes[at] != '\n' && width < column) {
		n = unicode_decode(s->bytes + at, s->size - at, &code);
		if (code == '\t' && n > 0)
			width += 8 - (width - 1) % 8;
		else
			width += n == 0 ? 1 : (size_t)unicode_width(code);
		at += n == 0 ? 1 : n;
	}
	return (struct place){ s, at, 1 };
}

/* Without a column: what the line begins with; but quotes that are not closed
 * on their line are told at the next one, so those are found. */
static struct place
place_in_line(const struct reader *r, size_t line)
{
	struct place open = po_places_unclosed(r->places);
	const struct source *s = r->source;
	size_t at = s->lines[line - 1];

	if (open.source != NULL && source_line(s, open.offset) + 1 == line)
		return open;
	at += strspn(s->bytes + at, " \t");
	return (struct place){ s, at, 1 };
}

static struct diag *
tell(struct reader *r, size_t line, size_t column, const char *text)
{
	static const char format[] = "%.*s; mend the PO file here";
	int length = (int)strcspn(text, "\n");

	if (line == 0 || line > r->source->line_count) /* -1: not known */
		return diag_error_in(r->d, "po-syntax", r->source->name, 0,
		    format, length, text);
	return diag_error(r->d, "po-syntax", column == (size_t)-1
	    ? place_in_line(r, line) : place_at_column(r->source, line, column),
	    format, length, text);
}

static void
on_fault(int severity, po_message_t message, const char *file, size_t line,
    size_t column, int several_lines, const char *text)
{
	struct reader *r = reading;

	(void)message, (void)several_lines;
	if (severity == PO_SEVERITY_FATAL_ERROR) { /* may not return */
		diag_error_in(r->d, "cannot-read", r->source->name, 0,
		    "cannot read: %.*s", (int)strcspn(text, "\n"), text);
		r->unreadable = true;
		longjmp(r->fatal, 1);
	}
	if (severity == PO_SEVERITY_ERROR && !r->told)
		tell(r, file == NULL ? 0 : line, column, text);
	r->told = r->told || severity == PO_SEVERITY_ERROR;
}

static const struct po_spot *
spot_of(const struct reader *r, po_message_t m)
{
	return po_places_get(r->places, po_message_msgid(m),
	    po_message_msgctxt(m));
}

/* Two messages clash: the second is the fault. */
static void
on_pair(int severity, po_message_t message, const char *file, size_t line,
    size_t column, int several_lines, const char *text, po_message_t first,
    const char *first_file, size_t first_line, size_t first_column,
    int first_several_lines, const char *first_text)
{
	struct reader *r = reading;
	size_t count = r->d->count;
	const struct po_spot *spot = first == NULL ? NULL : spot_of(r, first);

	(void)first_file, (void)first_line, (void)first_column;
	(void)first_several_lines, (void)first_text;
	on_fault(severity, message, file, line, column, several_lines, text);
	if (r->d->count > count && spot != NULL)
		diag_add_note(r->d, r->d->items[count], spot->msgid,
		    "first given here");
}

/* ---- the header ---- */

static bool
tell_no_header(struct reader *r)
{
	diag_error(r->d, "po-header", r->file->header,
	    "the file has no header; begin with what \"mailerr-gen build --target=po\" makes");
	return false;
}

/* Before all else, because nothing else can be read in another encoding. */
static void
find_header(struct reader *r)
{
	const struct po_spot *spot = po_places_get(r->places, "", NULL);
	size_t length;

	r->file->header = (struct place){ r->source, 0, 1 };
	if (spot == NULL)
		return;
	r->file->header = spot->msgid;
	if (spot->msgstr.source == NULL)
		return;
	r->header_spot = spot;
	r->header = po_places_string(r->arena, r->source, spot->string,
	    &length);
}

static bool
is_in_utf8(struct reader *r)
{
	const char *charset = strstr(r->header, "charset=");
	struct place place;
	size_t length;

	if (charset == NULL) {
		diag_error(r->d, "po-header", r->header_spot->msgstr,
		    "the header does not say \"Content-Type: text/plain; charset=UTF-8\\n\"");
		return false;
	}
	charset += strlen("charset=");
	length = strcspn(charset, " ;\n");
	if (length == 5 && (memcmp(charset, "UTF-8", 5) == 0 ||
	    memcmp(charset, "utf-8", 5) == 0))
		return true;
	place = po_places_byte(r->source, r->header_spot->string,
	    (size_t)(charset - r->header));
	place.length = length == 0 ? 1 : length;
	diag_error(r->d, "po-header", place,
	    "the charset must be UTF-8; \"msgconv -t UTF-8\" converts a file");
	return false;
}

/* The catalog writes "pt-BR", a locale is called "pt_BR". */
static bool
read_language(struct reader *r)
{
	char *field = po_header_field(r->header, "Language");
	char *code = arena_strdup(r->arena, field == NULL ? "" : field);

	free(field);
	for (char *p = code; *p != '\0'; p++)
		*p = *p == '_' ? '-' : *p;
	r->file->language = code;
	if (*code != '\0')
		return true;
	diag_error(r->d, "po-header", r->file->header,
	    "the header names no language; add \"Language: ja\\n\", with the language's code");
	return false;
}

/* ---- messages ---- */

/* Only where the bytes say what libgettextpo says is their place known. */
static bool
find_string(struct reader *r, const struct po_spot *spot, struct po_message *m)
{
	const char *text;
	size_t length;

	m->id_place = spot == NULL ? r->file->header : spot->msgid;
	m->place = m->id_place;
	if (spot == NULL || spot->msgstr.source == NULL || m->foreign)
		return true;
	text = po_places_string(r->arena, r->source, spot->string, &length);
	if (strcmp(text, m->msgstr) != 0)
		return true;
	m->place = spot->msgstr;
	m->string = spot->string;
	if (length == strlen(text))
		return true;
	diag_error(r->d, "po-syntax", po_places_byte(r->source, spot->string,
	    strlen(text)), "a translation holds no NUL; mend the PO file here");
	return false;
}

static bool
take_translated(struct reader *r, po_message_t from)
{
	struct po_message *m = &r->file->messages[r->file->count++];

	m->msgid = arena_strdup(r->arena, po_message_msgid(from));
	m->msgstr = arena_strdup(r->arena, po_message_msgstr(from));
	m->foreign = po_message_msgctxt(from) != NULL ||
	    po_message_msgid_plural(from) != NULL;
	return find_string(r, spot_of(r, from), m);
}

static bool
take(struct reader *r, po_message_t m)
{
	if (po_message_is_obsolete(m))
		r->file->obsolete++;
	else if (*po_message_msgid(m) == '\0' && po_message_msgctxt(m) == NULL)
		return true; /* the header */
	else if (*po_message_msgstr(m) == '\0')
		r->file->untranslated++;
	else if (po_message_is_fuzzy(m))
		r->file->fuzzy++;
	else
		return take_translated(r, m);
	return true;
}

static size_t
count_messages(po_file_t po, const char *domain)
{
	po_message_iterator_t all = po_message_iterator(po, domain);
	size_t count = 0;

	while (po_next_message(all) != NULL)
		count++;
	po_message_iterator_free(all);
	return count;
}

static bool
take_all(struct reader *r, po_file_t po)
{
	po_message_iterator_t all = po_message_iterator(po, NULL);
	bool good = true;
	po_message_t m;

	r->file->messages = arena_alloc(r->arena, count_messages(po, NULL) + 1,
	    sizeof *r->file->messages);
	while (good && (m = po_next_message(all)) != NULL)
		good = take(r, m);
	po_message_iterator_free(all);
	return good;
}

/* What stands behind a line 'domain "x"' would be lost. */
static bool
has_one_domain(struct reader *r, po_file_t po)
{
	const char *const *domain = po_file_domains(po);

	for (; *domain != NULL; domain++)
		if (strcmp(*domain, "messages") != 0 &&
		    count_messages(po, *domain) > 0) {
			diag_error(r->d, "po-syntax", r->file->header,
			    "the file has messages of a domain \"%s\"; take out the line that begins it",
			    *domain);
			return false;
		}
	return true;
}

/* ---- the whole ---- */

/* The handlers report to r while it runs.  A path: "-" would be the standard
 * input.  A fatal fault leaves the library's file open and its memory lost; the
 * run ends soon. */
static po_file_t
parse(struct reader *r)
{
	static const struct po_xerror_handler handler = { on_fault, on_pair };
	const char *path = arena_printf(r->arena, "%s%s",
	    *r->source->name == '/' ? "" : "./", r->source->name);
	po_file_t po;

	reading = r;
	po = setjmp(r->fatal) == 0 ? po_file_read(path, &handler) : NULL;
	reading = NULL;
	return po;
}

static const char *
read_fault(void)
{
	return errno == EFBIG ? "it is larger than 256 MB"
	    : errno == EINVAL ? "it is not a regular file" : strerror(errno);
}

static bool
tell_unreadable(struct reader *r, const char *path)
{
	if (!r->unreadable)
		diag_error_in(r->d, "cannot-read", path, 0, "cannot read: %s",
		    read_fault());
	r->unreadable = true;
	return false;
}

/* libgettextpo would speak of a syntax error. */
static bool
has_no_mark(struct reader *r)
{
	if (strncmp(r->source->bytes, "\xef\xbb\xbf", 3) != 0)
		return true;
	diag_error(r->d, "po-syntax", (struct place){ r->source, 0, 1 },
	    "a byte order mark; save the file without one");
	return false;
}

static bool
read_messages(struct reader *r)
{
	po_file_t po;
	bool good;

	find_header(r);
	if (!has_no_mark(r) || (r->header != NULL && !is_in_utf8(r)))
		return false;
	po = parse(r);
	if (po == NULL)
		return tell_unreadable(r, r->source->name);
	good = !r->told && (r->header != NULL || tell_no_header(r)) &&
	    read_language(r) && has_one_domain(r, po) && take_all(r, po);
	po_file_free(po);
	return good;
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
		tell_unreadable(&r, path);
		return NULL;
	}
	r.file = arena_alloc(arena, 1, sizeof *r.file);
	r.file->source = r.source;
	r.places = po_places_find(arena, r.source);
	good = read_messages(&r);
	po_places_free(r.places);
	*unreadable = r.unreadable;
	return good ? r.file : NULL;
}
