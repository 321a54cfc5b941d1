/* SPDX-License-Identifier: MIT */
#include "diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "unicode.h"

/* How much of a long line is shown, in columns. */
#define SHOWN 76

static const char *const severity_names[] = {
	[DIAG_NOTE] = "note",
	[DIAG_WARNING] = "warning",
	[DIAG_ERROR] = "error",
};

const char *
diag_severity_name(enum diag_severity severity)
{
	return severity_names[severity];
}

static char *format_message(struct arena *arena, const char *format,
    va_list args) __attribute__((format(printf, 2, 0)));

static char *
format_message(struct arena *arena, const char *format, va_list args)
{
	va_list again;
	int length;
	char *text;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		memory_die();
	text = arena_alloc(arena, (size_t)length + 1, 1);
	vsnprintf(text, (size_t)length + 1, format, args);
	return text;
}

static struct diag *
add(struct diags *d, enum diag_severity severity, const char *rule,
    struct place at, const char *message)
{
	struct diag *item = arena_alloc(d->arena, 1, sizeof *item);

	if (d->count == d->room) {
		size_t room = d->room == 0 ? 16 : d->room * 2;
		struct diag **items =
		    arena_alloc(d->arena, room, sizeof(struct diag *));

		if (d->count > 0)
			memcpy(items, d->items, d->count * sizeof *items);
		d->items = items;
		d->room = room;
	}
	item->severity = severity;
	item->rule = arena_strdup(d->arena, rule);
	item->message = message;
	item->place = at;
	item->order = d->count;
	d->items[d->count++] = item;
	if (severity == DIAG_ERROR)
		d->errors++;
	else if (severity == DIAG_WARNING)
		d->warnings++;
	return item;
}

struct diag *
diag_error(struct diags *d, const char *rule, struct place at,
    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	const char *message = format_message(d->arena, format, args);
	va_end(args);
	return add(d, DIAG_ERROR, rule, at, message);
}

struct diag *
diag_warning(struct diags *d, const char *rule, struct place at,
    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	const char *message = format_message(d->arena, format, args);
	va_end(args);
	return add(d, DIAG_WARNING, rule, at, message);
}

struct diag *
diag_error_in(struct diags *d, const char *rule, const char *file, size_t line,
    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	const char *message = format_message(d->arena, format, args);
	va_end(args);
	struct diag *item = add(d, DIAG_ERROR, rule, (struct place){ 0 },
	    message);
	item->file = file == NULL ? NULL : arena_strdup(d->arena, file);
	item->line = line;
	return item;
}

void
diag_add_note(struct diags *d, struct diag *of, struct place at,
    const char *format, ...)
{
	struct diag_note **end = &of->notes;
	struct diag_note *note = arena_alloc(d->arena, 1, sizeof *note);
	va_list args;

	va_start(args, format);
	note->message = format_message(d->arena, format, args);
	va_end(args);
	note->place = at;
	while (*end != NULL)
		end = &(*end)->next;
	*end = note;
}

void
diag_suggest(struct diags *d, struct diag *of, const char *word)
{
	if (word != NULL)
		of->suggestion = arena_strdup(d->arena, word);
}

static const char *
file_of(const struct diag *d)
{
	if (d->place.source != NULL)
		return d->place.source->name;
	return d->file == NULL ? "" : d->file;
}

static int
compare(const void *a, const void *b)
{
	const struct diag *x = *(struct diag *const *)a;
	const struct diag *y = *(struct diag *const *)b;
	int files = x->place.source == y->place.source && x->file == y->file
	    ? 0 : strcmp(file_of(x), file_of(y));

	if (files != 0)
		return files;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->place.offset != y->place.offset)
		return x->place.offset < y->place.offset ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

void
diag_sort(struct diags *d)
{
	if (d->count > 1)
		qsort(d->items, d->count, sizeof(struct diag *), compare);
}

/* ---- text ---- */

/* The bytes of one source line that are shown, and what of them is marked. */
struct excerpt {
	const char *bytes;
	size_t start, end;     /* offsets in the line */
	size_t mark, mark_end;
};

/* A bad byte stands for itself, and has this code. */
#define BAD_BYTE 0x110000ul

static size_t
columns(unsigned long code)
{
	int width = code == BAD_BYTE ? 1 : unicode_width(code);

	return width < 1 ? 1 : (size_t)width;
}

static size_t
decode(const char *p, size_t left, unsigned long *code)
{
	size_t n = unicode_decode(p, left, code);

	if (n > 0)
		return n;
	*code = BAD_BYTE;
	return 1;
}

static bool
continues(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80;
}

/* Cuts the line around the mark, so that it fits. */
static struct excerpt
cut(const struct source *s, struct place at)
{
	size_t begin = s->lines[source_line(s, at.offset) - 1];
	size_t length = strcspn(s->bytes + begin, "\n");
	struct excerpt e = { s->bytes + begin, 0, 0, at.offset - begin, 0 };
	unsigned long c;

	if (length > s->size - begin)
		length = s->size - begin;
	if (e.mark > length)
		e.mark = length;
	e.mark_end = at.length > length - e.mark ? length : e.mark + at.length;
	if (e.mark > SHOWN / 2) {
		e.start = e.mark;
		for (int back = SHOWN / 2; back > 0 && e.start > 0; e.start--)
			back -= !continues(e.bytes[e.start - 1]);
	}
	e.end = e.start;
	for (size_t width = 0; e.end < length;) {
		size_t n = decode(e.bytes + e.end, length - e.end, &c);

		width += columns(c);
		if (width > SHOWN)
			break;
		e.end += n;
	}
	return e;
}

/* A byte order mark, a bidi control or an escape sequence must not reach a
 * terminal; what no text may hold is shown as '?'. */
static bool
printable(unsigned long code)
{
	return code != BAD_BYTE && unicode_refused(code) == NULL;
}

static void
print_shown(FILE *out, const struct excerpt *e)
{
	unsigned long c;

	for (size_t i = e->start; i < e->end;) {
		size_t n = decode(e->bytes + i, e->end - i, &c);

		if (c == '\t')
			fputc(' ', out);
		else if (!printable(c))
			fputc('?', out);
		else
			fwrite(e->bytes + i, 1, n, out);
		i += n;
	}
}

static void
print_mark(FILE *out, const struct excerpt *e)
{
	unsigned long c;
	bool marked = false;

	for (size_t i = e->start; i < e->end && i < e->mark_end;) {
		size_t n = decode(e->bytes + i, e->end - i, &c);

		for (size_t w = columns(c); w > 0; w--) {
			fputc(i < e->mark ? ' ' : marked ? '~' : '^', out);
			marked = marked || i >= e->mark;
		}
		i += n;
	}
	if (!marked)
		fputc('^', out);
}

static void
print_excerpt(FILE *out, struct place at, bool colour)
{
	struct excerpt e = cut(at.source, at);

	fprintf(out, "%5zu | %s", source_line(at.source, at.offset),
	    e.start > 0 ? "…" : "");
	print_shown(out, &e);
	fprintf(out, "%s\n      | %s%s",
	    e.bytes[e.end] != '\n' && e.bytes[e.end] != '\0' ? "…" : "",
	    e.start > 0 ? " " : "", colour ? "\33[1;32m" : "");
	print_mark(out, &e);
	fprintf(out, "%s\n", colour ? "\33[0m" : "");
}

static void
print_location(FILE *out, struct place at, const char *file, size_t line)
{
	if (at.source != NULL)
		fprintf(out, "%s:%zu:%zu: ", at.source->name,
		    source_line(at.source, at.offset),
		    source_column(at.source, at.offset));
	else if (file != NULL && line > 0)
		fprintf(out, "%s:%zu: ", file, line);
	else if (file != NULL)
		fprintf(out, "%s: ", file);
	else
		fputs("mailerr-gen: ", out);
}

static void
print_severity(FILE *out, enum diag_severity severity, bool colour)
{
	static const char *const colours[] = {
		[DIAG_NOTE] = "\33[1;36m",
		[DIAG_WARNING] = "\33[1;35m",
		[DIAG_ERROR] = "\33[1;31m",
	};

	fprintf(out, "%s%s:%s ", colour ? colours[severity] : "",
	    severity_names[severity], colour ? "\33[0m" : "");
}

void
diag_print_text(const struct diags *d, FILE *out, bool colour)
{
	for (size_t i = 0; i < d->count; i++) {
		const struct diag *item = d->items[i];

		print_location(out, item->place, item->file, item->line);
		print_severity(out, item->severity, colour);
		fputs(item->message, out);
		if (item->suggestion != NULL)
			fprintf(out, "; did you mean \"%s\"?",
			    item->suggestion);
		fprintf(out, " [%s]\n", item->rule);
		if (item->place.source != NULL)
			print_excerpt(out, item->place, colour);
		for (const struct diag_note *n = item->notes; n != NULL;
		     n = n->next) {
			print_location(out, n->place, NULL, 0);
			print_severity(out, DIAG_NOTE, colour);
			fprintf(out, "%s\n", n->message);
		}
	}
}

/* ---- JSON ---- */

void
diag_add_json_string(struct buffer *b, const char *s)
{
	size_t left = strlen(s);
	unsigned long c;

	buffer_byte(b, '"');
	for (size_t n; left > 0; s += n, left -= n) {
		n = decode(s, left, &c);
		if (c == BAD_BYTE)
			buffer_text(b, "\\ufffd");
		else if (c == '"' || c == '\\')
			buffer_printf(b, "\\%c", (char)c);
		else if (c < 0x20 || (c < 0x10000 && !printable(c)))
			buffer_printf(b, "\\u%04lx", c);
		else
			buffer_add(b, s, n);
	}
	buffer_byte(b, '"');
}

static void
print_json_string(FILE *out, const char *s)
{
	struct buffer b = { 0 };

	diag_add_json_string(&b, s);
	fwrite(b.bytes, 1, b.size, out);
	buffer_free(&b);
}

static void
print_json_place(FILE *out, struct place at, const char *file, size_t line)
{
	fputs("\"file\":", out);
	if (at.source != NULL)
		print_json_string(out, at.source->name);
	else if (file != NULL)
		print_json_string(out, file);
	else
		fputs("null", out);
	if (at.source != NULL)
		fprintf(out, ",\"line\":%zu,\"column\":%zu",
		    source_line(at.source, at.offset),
		    source_column(at.source, at.offset));
	else if (line > 0)
		fprintf(out, ",\"line\":%zu,\"column\":null", line);
	else
		fputs(",\"line\":null,\"column\":null", out);
}

static void
print_json_item(FILE *out, const struct diag *item)
{
	fputc('{', out);
	print_json_place(out, item->place, item->file, item->line);
	fprintf(out, ",\"severity\":\"%s\",\"rule\":",
	    severity_names[item->severity]);
	print_json_string(out, item->rule);
	fputs(",\"message\":", out);
	print_json_string(out, item->message);
	fputs(",\"suggestion\":", out);
	if (item->suggestion != NULL)
		print_json_string(out, item->suggestion);
	else
		fputs("null", out);
	fputs(",\"notes\":[", out);
	for (const struct diag_note *n = item->notes; n != NULL; n = n->next) {
		fputs(n == item->notes ? "{" : ",{", out);
		print_json_place(out, n->place, NULL, 0);
		fputs(",\"message\":", out);
		print_json_string(out, n->message);
		fputc('}', out);
	}
	fputs("]}", out);
}

void
diag_print_json(const struct diags *d, FILE *out)
{
	fputc('[', out);
	for (size_t i = 0; i < d->count; i++) {
		fputs(i == 0 ? "\n" : ",\n", out);
		print_json_item(out, d->items[i]);
	}
	fputs(d->count == 0 ? "]\n" : "\n]\n", out);
}
