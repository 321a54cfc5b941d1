/* SPDX-License-Identifier: MIT */
#include "said.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <libxslt/xsltutils.h>

/* The handler's argument became const in libxml2 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *xml_error;
#else
typedef xmlErrorPtr xml_error;
#endif

#define TEXT_MAX 1000 /* a fault in a loop would say it for ever */

/* ---- places ---- */

/* "gen:/man/target.xsl" is templates/man/target.xsl, or the user's. */
static const char *
name_of_url(const struct said *s, const char *url)
{
	size_t n = strlen(TEMPLATES_SCHEME);

	if (url == NULL)
		return templates_name(s->templates, s->stylesheet);
	if (strncmp(url, TEMPLATES_SCHEME, n) == 0)
		return templates_name(s->templates, url + n);
	return arena_strdup(s->diags->arena, url);
}

const char *
said_file_of(const struct said *s, const xmlNode *node)
{
	return name_of_url(s, node == NULL || node->doc == NULL ? NULL
	    : (const char *)node->doc->URL);
}

static size_t
line_of(const xmlNode *node)
{
	long line = node == NULL ? 0 : xmlGetLineNo(node);

	return line < 0 ? 0 : (size_t)line;
}

/* The overlay whose name text begins with, up to "NAME:", which is skipped;
 * else the catalog. */
static const struct source *
named_source(const struct catalog *c, const char **text)
{
	for (const struct catalog *o = c->overlays; o != NULL; o = o->next) {
		size_t length = strlen(o->source->name);

		if (strncmp(*text, o->source->name, length) != 0 ||
		    (*text)[length] != ':')
			continue;
		*text += length + 1;
		return o->source;
	}
	return c->source;
}

/* "@212 no title" is about the catalog, "@site.xml:12 no title" about an
 * overlay; NULL where it is about neither. */
static const struct source *
source_line_of(const struct said *s, const char *text, size_t *line,
    const char **rest)
{
	const struct source *source;
	char *end;

	if (s->catalog == NULL || *text++ != '@')
		return NULL;
	source = named_source(s->catalog, &text);
	if (*text < '1' || *text > '9')
		return NULL;
	*line = strtoul(text, &end, 10);
	if (*end != ' ' || *line > source->line_count)
		return NULL;
	*rest = end + 1;
	return source;
}

static struct place
place_of_line(const struct source *source, size_t line)
{
	size_t at = source->lines[line - 1];
	size_t blanks = strspn(source->bytes + at, " \t");
	size_t length = strcspn(source->bytes + at + blanks, " />\n");

	return (struct place){ source, at + blanks, length == 0 ? 1 : length };
}

/* ---- messages ---- */

static void
tell(struct said *s)
{
	size_t line;
	const char *text = buffer_string(&s->text), *rest;
	const struct source *source = source_line_of(s, text, &line, &rest);

	if (s->text.size > 0 && !s->quiet) {
		if (source != NULL)
			diag_error(s->diags, TEMPLATE_FAILED,
			    place_of_line(source, line), "%s", rest);
		else
			diag_error_in(s->diags, TEMPLATE_FAILED,
			    s->file != NULL ? s->file : name_of_url(s, NULL),
			    s->line, "%s", text);
		s->failed = true;
	}
	buffer_clear(&s->text);
	s->file = NULL;
	s->line = 0;
}

/* From here on the message speaks of this place; what was said without one
 * belongs to it as well. */
static void
set_place(struct said *s, const char *file, size_t line)
{
	if (s->file != NULL && (s->line != line || strcmp(s->file, file) != 0))
		tell(s);
	s->file = file;
	s->line = line;
}

/* What libxslt says of a recursion that does not end: its stack, and an
 * option that we do not have. */
static bool
is_noise(const char *line)
{
	return *line == '\0' || (*line == '#' && line[1] >= '0' &&
	    line[1] <= '9') ||
	    strcmp(line, "Templates:") == 0 ||
	    strcmp(line, "Variables:") == 0 ||
	    strncmp(line, "You can adjust xslt", 19) == 0;
}

static void
add_line(struct said *s, const char *line)
{
	size_t n;

	line += strspn(line, " \t");
	n = strlen(line);
	if (is_noise(line))
		return;
	if (s->running != NULL && s->running->inst != NULL)
		set_place(s, said_file_of(s, s->running->inst),
		    line_of(s->running->inst));
	if (s->text.size > 0)
		buffer_text(&s->text, "; ");
	if (s->text.size + n <= TEXT_MAX)
		buffer_add(&s->text, line, n);
	else
		s->text.size -= s->text.size > 0 ? 2 : 0;
}

/* libxslt's "compilation error: file F line N element E", which comes before
 * what it is about. */
static bool
is_header(struct said *s, char *line)
{
	char *file = strstr(line, "error: file "), *number, *end;

	if (file == NULL)
		return strstr(line, "error: element ") != NULL ||
		    strcmp(line, "error") == 0;
	file += strlen("error: file ");
	number = strstr(file, " line ");
	end = number != NULL ? number : strstr(file, " element ");
	if (end != NULL)
		*end = '\0';
	if (s->running == NULL)
		set_place(s, name_of_url(s, file), number == NULL ? 0
		    : strtoul(number + strlen(" line "), NULL, 10));
	return true;
}

static void
take_lines(struct said *s)
{
	char *text = buffer_string(&s->piece), *end;
	size_t left;

	while ((end = strchr(text, '\n')) != NULL) {
		*end = '\0';
		if (!is_header(s, text))
			add_line(s, text);
		text = end + 1;
	}
	left = strlen(text);
	memmove(s->piece.bytes, text, left);
	s->piece.size = left;
}

/* They hand over pieces of lines. */
static void on_text(void *user, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void
on_text(void *user, const char *format, ...)
{
	struct said *s = user;
	char piece[4096];
	va_list args;

	va_start(args, format);
	vsnprintf(piece, sizeof piece, format, args);
	va_end(args);
	s->spoke = true;
	buffer_text(&s->piece, piece);
	take_lines(s);
}

/* Faults of XML and of XPath come here. */
static void
on_xml_error(void *user, xml_error e)
{
	struct said *s = user;
	const char *message = e->message == NULL ? "out of memory" : e->message;

	if (e->domain != XML_FROM_XPATH && e->file != NULL)
		set_place(s, name_of_url(s, e->file),
		    e->line > 0 ? (size_t)e->line : 0);
	on_text(s, "%s\n", message);
}

void
said_fault(struct said *s, const xmlNode *at, const char *format, ...)
{
	va_list args;
	char message[TEXT_MAX];

	if (s->quiet)
		return;
	tell(s);
	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	diag_error_in(s->diags, TEMPLATE_FAILED, said_file_of(s, at),
	    line_of(at), "%s", message);
	s->quiet = true;
	s->failed = true;
}

void
said_reason(struct said *s, const char *about, const char *why)
{
	on_text(s, "%s: %s\n", about, why);
}

/* ---- the channels ---- */

void
said_start(struct said *s)
{
	xsltSetGenericErrorFunc(s, on_text);
	xmlSetGenericErrorFunc(s, on_text);
	xmlSetStructuredErrorFunc(s, on_xml_error);
}

void
said_stop(void)
{
	xmlSetStructuredErrorFunc(NULL, NULL);
	xmlSetGenericErrorFunc(NULL, NULL);
	xsltSetGenericErrorFunc(NULL, NULL);
}

void
said_begin(struct said *s, const char *stylesheet,
    xsltTransformContext *running)
{
	s->stylesheet = stylesheet;
	s->running = running;
	s->spoke = s->quiet = s->failed = false;
	if (running != NULL)
		xsltSetTransformErrorFunc(running, s, on_text);
}

bool
said_end(struct said *s)
{
	if (s->piece.size > 0)
		on_text(s, "\n");
	tell(s);
	if (s->spoke && !s->failed)
		said_fault(s, NULL, "a message without words");
	s->running = NULL;
	s->quiet = false;
	return !s->failed;
}

bool
said_nothing(const struct said *s)
{
	return !s->failed && s->text.size == 0 && s->piece.size == 0;
}
