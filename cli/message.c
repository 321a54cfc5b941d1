/* SPDX-License-Identifier: MIT */
#include "message.h"

#include <stdatomic.h>
#include <stdio.h>

#include <gmime/gmime.h>

#include "charset.h"
#include "fields.h"
#include "markup.h"

/* Who nests deeper than that has nothing to tell. */
#define DEPTH_MAX 20
/* More of a part is not looked at. */
#define PART_BYTES ((size_t)1 << 20)
/* Nor behind so many lines that begin with "--". */
#define BOUNDARIES_MAX 20000

static atomic_bool charset_told;

/* ---- text ---- */

/* Once a run: a thousand messages of one kind are one fact. */
static void
tell_charset(const char *charset)
{
	struct text name = { 0 };

	if (charset == NULL || atomic_exchange(&charset_told, true))
		return;
	for (size_t i = 0; i < 40 && charset[i] != '\0'; i++)
		text_byte(&name, is_alpha(charset[i]) || is_digit(charset[i]) ||
		    strchr("-_.:+", charset[i]) != NULL ? charset[i] : '?');
	fprintf(stderr, "mailerr: no characters known for the charset \"%s\"; "
	    "its text is guessed\n", text_end(&name));
	text_free(&name);
}

static void
decode(struct text *out, const char *charset, struct slice bytes)
{
	if (!charset_decode(out, charset, bytes))
		tell_charset(charset);
}

/* Adds a header as one line.  Encoded words are decoded; raw bytes of any
 * charset are guessed. */
static void
add_header(struct text *out, const char *name, const char *value)
{
	struct text plain = { 0 };
	char *words = NULL;

	if (name == NULL || value == NULL)
		return;
	if (strstr(value, "=?") != NULL) {
		char *line = g_mime_utils_header_unfold(value);

		words = g_mime_utils_header_decode_text(NULL, line);
		g_free(line);
	}
	charset_decode(&plain, words == NULL ? NULL : "utf-8",
	    slice_of(words == NULL ? value : words));
	g_free(words);
	text_string(out, name);
	text_string(out, ": ");
	for (size_t i = 0; i < plain.size; i++)
		if (plain.bytes[i] != '\r')
			text_byte(out, plain.bytes[i] == '\n' ? ' '
			    : plain.bytes[i]);
	text_byte(out, '\n');
	text_free(&plain);
}

static void
add_headers(struct text *out, GMimeObject *object)
{
	GMimeHeaderList *list = g_mime_object_get_header_list(object);
	int count = g_mime_header_list_get_count(list);

	for (int i = 0; i < count; i++) {
		GMimeHeader *header = g_mime_header_list_get_header_at(list, i);

		add_header(out, g_mime_header_get_name(header),
		    g_mime_header_get_raw_value(header));
	}
}

/* ---- parts ---- */

/* What was found on the walk, in the order of the parts. */
struct walk {
	struct message *m;
	struct text later; /* words behind the returned message */
	bool returned;     /* that one was seen */
	GMimeMessage *inner; /* it, where it is a part; owned by the message */
	int depth;
};

/* The bytes of a part, its transfer encoding undone; the caller frees. */
static struct text
content_of(GMimePart *part)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	GMimeStream *stream;
	GByteArray *bytes;
	struct text all = { 0 };

	if (content == NULL)
		return all;
	stream = g_mime_stream_mem_new();
	g_mime_data_wrapper_write_to_stream(content, stream);
	bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
	text_add(&all, bytes->data,
	    bytes->len < PART_BYTES ? bytes->len : PART_BYTES);
	g_object_unref(stream);
	return all;
}

/* Adds a part as text, an empty line behind it. */
static void
add_text(struct text *out, GMimePart *part, bool html)
{
	struct text bytes = content_of(part), text = { 0 };

	decode(html ? &text : out, g_mime_object_get_content_type_parameter(
	    GMIME_OBJECT(part), "charset"), slice_text(&bytes));
	if (html)
		markup_text(out, slice_text(&text));
	if (out->size > 0)
		text_string(out, out->bytes[out->size - 1] == '\n' ? "\n"
		    : "\n\n");
	text_free(&bytes);
	text_free(&text);
}

static bool
is_type(GMimeObject *object, const char *type, const char *subtype)
{
	GMimeContentType *t = g_mime_object_get_content_type(object);

	return t != NULL && g_mime_content_type_is_type(t, type, subtype);
}

/* Where the fields of a part of that type go; NULL: it has none. */
static struct text *
fields_for(struct message *m, GMimeObject *part)
{
	if (is_type(part, "message", "delivery-status") ||
	    is_type(part, "message", "global-delivery-status") ||
	    is_type(part, "text", "delivery-status"))
		return &m->report;
	if (is_type(part, "message", "feedback-report"))
		return &m->feedback;
	if (is_type(part, "message", "disposition-notification") ||
	    is_type(part, "message", "global-disposition-notification"))
		return &m->disposition;
	return NULL;
}

static bool
is_returned(GMimeObject *part)
{
	return is_type(part, "text", "rfc822-headers") ||
	    is_type(part, "text", "rfc822-header") ||
	    is_type(part, "message", "*");
}

/* The headers of a returned message that is kept as plain bytes. */
static void
add_returned(struct text *out, GMimePart *part)
{
	struct text bytes = content_of(part), value = { 0 }, name = { 0 };
	struct slice rest = slice_text(&bytes), field;
	size_t end = slice_find(rest, "\n\n");

	rest.size = end;
	end = slice_find(rest, "\n\r\n");
	rest.size = end;
	while (fields_next(&rest, &field, &value, NULL)) {
		text_clear(&name);
		text_slice(&name, field);
		add_header(out, text_end(&name), text_end(&value));
	}
	text_free(&bytes);
	text_free(&value);
	text_free(&name);
}

static void
walk_leaf(struct walk *w, GMimePart *part)
{
	GMimeObject *object = GMIME_OBJECT(part);
	struct text *fields = fields_for(w->m, object);

	if (fields != NULL) {
		add_text(fields, part, false);
	} else if (is_returned(object)) {
		if (w->m->original.size == 0)
			add_returned(&w->m->original, part);
		w->returned = true;
	} else if (is_type(object, "text", "*")) {
		add_text(w->returned ? &w->later : &w->m->words, part,
		    is_type(object, "text", "html"));
	}
}

static void walk_part(struct walk *w, GMimeObject *part);

/* Of the same words in several forms, the plain one. */
static void
walk_alternative(struct walk *w, GMimeMultipart *parts)
{
	int count = g_mime_multipart_get_count(parts);
	struct text *to = w->returned ? &w->later : &w->m->words;

	for (int i = 0; i < count; i++) {
		size_t before = to->size;
		GMimeObject *part = g_mime_multipart_get_part(parts, i);

		walk_part(w, part);
		if (is_type(part, "text", "*") && slice_trim((struct slice){
		    to->bytes + before, to->size - before }).size > 0)
			break;
	}
}

static void
walk_parts(struct walk *w, GMimeMultipart *parts)
{
	int count = g_mime_multipart_get_count(parts);

	if (is_type(GMIME_OBJECT(parts), "multipart", "alternative")) {
		walk_alternative(w, parts);
		return;
	}
	for (int i = 0; i < count; i++)
		walk_part(w, g_mime_multipart_get_part(parts, i));
}

static void
walk_part(struct walk *w, GMimeObject *part)
{
	if (part == NULL || w->depth >= DEPTH_MAX)
		return;
	w->depth++;
	if (GMIME_IS_MULTIPART(part)) {
		walk_parts(w, GMIME_MULTIPART(part));
	} else if (GMIME_IS_MESSAGE_PART(part)) {
		GMimeMessage *message = g_mime_message_part_get_message(
		    GMIME_MESSAGE_PART(part));

		if (message != NULL && w->m->original.size == 0) {
			add_headers(&w->m->original, GMIME_OBJECT(message));
			w->inner = message;
		}
		w->returned = true;
	} else if (GMIME_IS_PART(part)) {
		walk_leaf(w, GMIME_PART(part));
	}
	w->depth--;
}

/* ---- messages ---- */

void
message_begin(void)
{
	g_mime_init();
}

/* The bytes up to a number of lines that may part something: the library
 * needs a thousand bytes for an empty part. */
static struct slice
few_parts(struct slice bytes)
{
	struct slice rest = bytes;
	int lines = 0;

	while (rest.size > 0) {
		size_t next;
		const char *feed = memchr(rest.s, '\n', rest.size);

		if (rest.size > 2 && rest.s[0] == '-' && rest.s[1] == '-' &&
		    ++lines > BOUNDARIES_MAX)
			return (struct slice){ bytes.s,
				(size_t)(rest.s - bytes.s) };
		next = feed == NULL ? rest.size : (size_t)(feed - rest.s) + 1;
		rest = slice_from(rest, next);
	}
	return bytes;
}

static GMimeMessage *
parse(struct slice bytes)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer(
	    bytes.size == 0 ? "" : bytes.s, bytes.size);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	GMimeMessage *message;

	g_mime_parser_set_persist_stream(parser, FALSE);
	message = g_mime_parser_construct_message(parser, NULL);
	g_object_unref(parser);
	g_object_unref(stream);
	return message;
}

/* A message within, in case that this one only sends it on. */
static void
take_inner(struct message *m, GMimeMessage *inner)
{
	GMimeStream *stream;
	GByteArray *bytes;

	if (inner == NULL || m->report.size + m->feedback.size +
	    m->disposition.size > 0)
		return;
	stream = g_mime_stream_mem_new();
	g_mime_object_write_to_stream(GMIME_OBJECT(inner), NULL, stream);
	bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
	text_add(&m->inner, bytes->data,
	    bytes->len < PART_BYTES ? bytes->len : PART_BYTES);
	g_object_unref(stream);
}

/* Where no part could be made out, all behind the headers is text. */
static void
take_body(struct message *m, struct slice bytes)
{
	size_t end = slice_find(bytes, "\n\n");
	size_t other = slice_find(bytes, "\n\r\n");

	bytes = slice_from(bytes, end < other ? end : other);
	if (bytes.size > PART_BYTES)
		bytes.size = PART_BYTES;
	decode(&m->words, NULL, bytes);
}

/* Without what some programs leave before the first header. */
static struct slice
without_lead(struct slice bytes)
{
	if (slice_begins(bytes, "\xef\xbb\xbf"))
		bytes = slice_from(bytes, 3);
	while (bytes.size > 0 && (*bytes.s == '\n' || *bytes.s == '\r'))
		bytes = slice_from(bytes, 1);
	return bytes;
}

void
message_read(struct message *m, struct slice whole)
{
	struct slice bytes = without_lead(whole);
	struct walk w = { .m = m };
	GMimeMessage *message = parse(few_parts(bytes));
	const char *type;

	*m = (struct message){ .headers = { 0 } };
	if (message != NULL) {
		GMimeObject *body = g_mime_message_get_mime_part(message);

		add_headers(&m->headers, GMIME_OBJECT(message));
		type = body == NULL ? NULL :
		    g_mime_object_get_content_type_parameter(body,
		    "report-type");
		text_string(&m->type, type == NULL ? "" : type);
		walk_part(&w, body);
		take_inner(m, w.inner);
		g_object_unref(message);
	}
	if (slice_trim(slice_text(&m->words)).size == 0)
		text_slice(&m->words, slice_text(&w.later));
	if (m->words.size + m->report.size + m->feedback.size +
	    m->disposition.size + m->original.size == 0)
		take_body(m, bytes);
	text_free(&w.later);
}

void
message_free(struct message *m)
{
	text_free(&m->headers);
	text_free(&m->words);
	text_free(&m->report);
	text_free(&m->feedback);
	text_free(&m->disposition);
	text_free(&m->original);
	text_free(&m->inner);
	text_free(&m->type);
}

struct slice
message_header(const struct message *m, const char *name)
{
	return fields_find(slice_text(&m->headers), name);
}
