/* SPDX-License-Identifier: MIT */
#include "merge.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "buffer.h"
#include "grammar.h"
#include "marks.h"
#include "names.h"
#include "nearest.h"
#include "po_places.h"
#include "rules.h"
#include "texts.h"
#include "unicode.h"

/* Bytes of the catalog that others stand for. */
struct change {
	size_t start, end;
	const char *bytes;
	size_t size;
	size_t rank;              /* among those at one place */
};

struct translation {
	const struct po_message *message;
	struct merged *of;
	bool refused;             /* told, at one of its places */
};

/* What came of a file. */
struct merged {
	const struct po_file *po;
	size_t language;          /* its place among the catalog's */
	size_t changed, places, same, unknown;
	struct merged *next;
};

struct merge {
	struct arena *arena;
	const struct catalog *c;
	struct diags *d;
	struct texts *texts;
	struct names *names;
	xmlHashTable *known;      /* msgid, language -> translation */
	struct merged *files, **end;
	struct change *changes;
	size_t count, room;
};

struct merge *
merge_start(struct arena *arena, const struct catalog *c, struct diags *d)
{
	struct merge *m = arena_alloc(arena, 1, sizeof *m);

	m->arena = arena;
	m->c = c;
	m->d = d;
	m->texts = texts_new(arena, c);
	m->names = names_collect(arena, c);
	m->known = xmlHashCreate(1024);
	if (m->known == NULL)
		memory_die();
	m->end = &m->files;
	return m;
}

void
merge_free(struct merge *m)
{
	if (m == NULL)
		return;
	xmlHashFree(m->known, NULL);
	names_free(m->names);
}

static struct translation *
find(const struct merge *m, const char *msgid, const char *language)
{
	return xmlHashLookup2(m->known, (const xmlChar *)msgid,
	    (const xmlChar *)language);
}

/* ---- taking ---- */

/* Where the language stands among all; the count where it does not. */
static size_t
language_rank(const struct merge *m, const char *code)
{
	size_t count = names_count(m->names, KIND_LANGUAGE), i = 0;

	while (i < count && strcmp(catalog_attribute(names_entry(m->names,
	    KIND_LANGUAGE, i), "code"), code) != 0)
		i++;
	return i;
}

static bool
is_language_usable(struct merge *m, const struct po_file *po)
{
	struct diag *fault;

	if (strcmp(po->language, "en") == 0) {
		diag_error(m->d, "po-header", po->header,
		    "English texts are the msgids: change them in the catalog");
		return false;
	}
	if (names_find(m->names, KIND_LANGUAGE, po->language) != NULL)
		return true;
	fault = diag_error(m->d, "unknown-language", po->header,
	    "the catalog has no language \"%s\"; add <language code=\"%s\" name=\"...\" complete=\"no\"/> to its languages",
	    po->language, po->language);
	diag_suggest(m->d, fault, names_nearest(m->names, KIND_LANGUAGE,
	    po->language));
	return false;
}

/* How many bytes two strings share at their ends. */
static size_t
shared(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t least = a_length < b_length ? a_length : b_length;
	size_t head = 0, tail = 0;

	while (head < least && a[head] == b[head])
		head++;
	while (tail < least - head &&
	       a[a_length - 1 - tail] == b[b_length - 1 - tail])
		tail++;
	return head + tail;
}

/* The text that was perhaps meant: a word of it was changed, so that it shares
 * beginning and end, at least half of the longer one. */
static xmlNode *
nearest_text(const struct merge *m, const char *msgid)
{
	size_t best = texts_count(m->texts), best_shared = 0;
	size_t length = strlen(msgid);

	for (size_t i = 0; i < texts_count(m->texts); i++) {
		const char *text = texts_value(m->arena,
		    texts_get(m->texts, i));
		size_t other = strlen(text);
		size_t both = shared(msgid, length, text, other);

		if (both * 2 < (length > other ? length : other) ||
		    both <= best_shared)
			continue;
		best = i;
		best_shared = both;
	}
	return best == texts_count(m->texts) ? NULL
	    : texts_get(m->texts, best);
}

static void
tell_unknown(struct merge *m, struct merged *of, const struct po_message *p)
{
	struct diag *warning;
	xmlNode *near;

	of->unknown++;
	if (p->foreign) {
		diag_warning(m->d, "po-unknown", p->id_place,
		    "no text of the catalog has a context or a plural");
		return;
	}
	warning = diag_warning(m->d, "po-unknown", p->id_place,
	    "the catalog has no such text");
	near = nearest_text(m, p->msgid);
	if (near == NULL)
		return;
	diag_suggest(m->d, warning, texts_value(m->arena, near));
	diag_add_note(m->d, warning, place_of_text(near, 0, 1),
	    "the nearest text is here");
}

/* The byte-th byte of the translation as it stands in the file. */
static struct place
place_of_byte(const struct po_message *p, size_t byte)
{
	return p->string == 0 ? p->place
	    : po_places_byte(p->place.source, p->string, byte);
}

/* What may not even be put into XML; the rules see to the rest. */
static bool
has_good_characters(struct merge *m, const struct po_message *p)
{
	size_t left = strlen(p->msgstr), at = 0, n;
	unsigned long code;

	for (; left > at; at += n) {
		n = unicode_decode(p->msgstr + at, left - at, &code);
		if (n > 0 && (code == '\n' || code == '\t' ||
		    unicode_refused(code) == NULL))
			continue;
		if (n == 0)
			diag_error(m->d, "not-utf8", place_of_byte(p, at),
			    "the translation holds a byte that is not UTF-8");
		else
			diag_error(m->d, "bad-character", place_of_byte(p, at),
			    "the translation holds U+%04lX, %s", code,
			    unicode_refused(code));
		return false;
	}
	return true;
}

static void
take_message(struct merge *m, struct merged *of, const struct po_message *p)
{
	const char *language = of->po->language;
	struct translation *t = find(m, p->msgid, language);

	if (p->foreign || texts_number(m->texts, p->msgid) ==
	    texts_count(m->texts)) {
		tell_unknown(m, of, p);
	} else if (t != NULL) {
		if (strcmp(t->message->msgstr, p->msgstr) != 0)
			diag_add_note(m->d, diag_error(m->d,
			    "two-translations", p->place,
			    "another file translates this text otherwise"),
			    t->message->place, "translated here");
	} else if (has_good_characters(m, p)) {
		t = arena_alloc(m->arena, 1, sizeof *t);
		t->message = p;
		t->of = of;
		xmlHashAddEntry2(m->known, (const xmlChar *)p->msgid,
		    (const xmlChar *)language, t);
	}
}

void
merge_take(struct merge *m, const struct po_file *po)
{
	struct merged *of = arena_alloc(m->arena, 1, sizeof *of);

	if (!is_language_usable(m, po))
		return;
	of->po = po;
	of->language = language_rank(m, po->language);
	*m->end = of;
	m->end = &of->next;
	for (size_t i = 0; i < po->count; i++)
		take_message(m, of, &po->messages[i]);
}

/* ---- marks ---- */

/* What the title of an entry is in the language, after the merge. */
static const char *
title_of(const struct merge *m, const xmlNode *entry, const char *language)
{
	const xmlNode *title = catalog_child(entry, "title");
	const xmlNode *own = catalog_text(title, language);
	const char *english = texts_value(m->arena, catalog_text(title, "en"));
	const struct translation *t = find(m, english, language);

	if (t != NULL)
		return t->message->msgstr;
	return own == NULL ? english : texts_value(m->arena, own);
}

/* What a mark says in the language: a title is translated, all else is not. */
static const char *
content_of(const struct merge *m, const xmlNode *mark, const char *language)
{
	const char *notice = catalog_attribute(mark, "notice");
	const char *reason = catalog_attribute(mark, "reason");

	if (catalog_is(mark, "link") && notice != NULL)
		return title_of(m, names_find(m->names, KIND_NOTICE, notice),
		    language);
	if (catalog_is(mark, "link") && reason != NULL)
		return title_of(m, names_find(m->names, KIND_REASON, reason),
		    language);
	return texts_value(m->arena, mark);
}

/* The marks of a text, with what they say in the language. */
static struct marks
marks_of(const struct merge *m, const xmlNode *text, const char *language)
{
	size_t count = 0;
	struct mark *items;

	for (const xmlNode *n = text->children; n != NULL; n = n->next)
		count += n->type == XML_ELEMENT_NODE;
	items = arena_alloc(m->arena, count, sizeof *items);
	count = 0;
	for (const xmlNode *n = text->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE)
			items[count++] = (struct mark){ n,
				content_of(m, n, language) };
	return (struct marks){ items, count };
}

static void
tell_no_mark(struct merge *m, struct translation *t, const struct mark *mark,
    const struct marks *marks, size_t times)
{
	const char *notice = catalog_attribute(mark->element, "notice");
	const char *reason = catalog_attribute(mark->element, "reason");
	size_t wanted = 0;
	struct diag *fault;

	for (size_t i = 0; i < marks->count; i++)
		wanted += strcmp(marks->items[i].content, mark->content) == 0;
	fault = diag_error(m->d, "markup-differs", t->message->place,
	    "the translation must hold \"%s\"%s%s%s%s %s, as the English text does; it is there %zu times",
	    mark->content, notice != NULL || reason != NULL
	    ? ", the title of " : "", notice != NULL ? "notice "
	    : reason != NULL ? "reason " : "", notice != NULL ? notice
	    : reason != NULL ? reason : "", notice != NULL || reason != NULL
	    ? "," : "", wanted == 1 ? "once" : arena_printf(m->arena,
	    "%zu times", wanted), times);
	diag_add_note(m->d, fault, place_of_element(mark->element),
	    "it is marked here");
	t->refused = true;
}

/* ---- changes ---- */

static void
add_change(struct merge *m, struct change change)
{
	if (m->count == m->room) {
		size_t room = m->room == 0 ? 64 : m->room * 2;
		struct change *larger = arena_alloc(m->arena, room,
		    sizeof *larger);

		if (m->count > 0)
			memcpy(larger, m->changes, m->count * sizeof *larger);
		m->changes = larger;
		m->room = room;
	}
	m->changes[m->count++] = change;
}

/* The last text of the field whose language comes before that one. */
static const xmlNode *
text_before(const struct merge *m, const xmlNode *field, size_t language)
{
	const xmlNode *before = catalog_text(field, "en");

	for (const xmlNode *n = before; n != NULL; n = catalog_next(n, "text"))
		if (language_rank(m, catalog_attribute(n, "xml:lang")) <
		    language)
			before = n;
	return before;
}

/* The line break and the blanks before an element that begins a line. */
static void
add_indentation(struct buffer *to, struct place element)
{
	const char *bytes = element.source->bytes;
	size_t start = element.offset;

	while (start > 0 && (bytes[start - 1] == ' ' ||
	    bytes[start - 1] == '\t'))
		start--;
	if (start > 0 && bytes[start - 1] == '\n')
		buffer_add(to, bytes + start - 1, element.offset - start + 1);
}

/* A further text, on a line of its own where the others are so. */
static void
insert_text(struct merge *m, const xmlNode *field, const struct merged *of,
    const struct buffer *content)
{
	const xmlNode *before = text_before(m, field, of->language);
	struct place whole = place_of_whole(before);
	struct place name = place_of_element(before);
	const char *tag = name.source->bytes + name.offset + 1;
	struct buffer b = { 0 };

	add_indentation(&b, whole);
	buffer_printf(&b, "<%.*s xml:lang=\"%s\">", (int)name.length - 1, tag,
	    of->po->language);
	buffer_add(&b, content->bytes, content->size);
	buffer_printf(&b, "</%.*s>", (int)name.length - 1, tag);
	add_change(m, (struct change){ whole.offset + whole.length,
	    whole.offset + whole.length,
	    arena_strndup(m->arena, b.bytes, b.size), b.size, of->language });
	buffer_free(&b);
}

static void
change_text(struct merge *m, const xmlNode *own, const struct buffer *content)
{
	struct place old = place_of_content(own);

	add_change(m, (struct change){ old.offset, old.offset + old.length,
	    arena_strndup(m->arena, content->bytes, content->size),
	    content->size, 0 });
}

/* One place at which the English text stands.  True where it changes there. */
static bool
apply_at(struct merge *m, struct translation *t, const xmlNode *english)
{
	const char *language = t->of->po->language;
	const xmlNode *own = catalog_text(english->parent, language);
	struct marks marks = marks_of(m, own != NULL ? own : english, language);
	struct buffer content = { 0 };
	const struct mark *lost;
	size_t times;

	if (own != NULL && strcmp(texts_value(m->arena, own),
	    t->message->msgstr) == 0)
		return false;
	lost = marks_put_back(m->arena, &marks, t->message->msgstr, &content,
	    &times);
	if (lost != NULL)
		tell_no_mark(m, t, lost, &marks, times);
	else if (own != NULL)
		change_text(m, own, &content);
	else
		insert_text(m, english->parent, t->of, &content);
	buffer_free(&content);
	return lost == NULL;
}

static void
apply(struct merge *m, struct translation *t)
{
	size_t number = texts_number(m->texts, t->message->msgid), places = 0;
	const xmlNode *english;

	for (size_t i = 0; !t->refused &&
	     (english = texts_same(m->texts, number, i)) != NULL; i++)
		places += apply_at(m, t, english);
	t->of->places += places;
	t->of->changed += places > 0;
	t->of->same += places == 0;
}

static void
apply_all(struct merge *m)
{
	for (const struct merged *of = m->files; of != NULL; of = of->next)
		for (size_t i = 0; i < of->po->count; i++) {
			const struct po_message *p = &of->po->messages[i];
			struct translation *t = find(m, p->msgid,
			    of->po->language);

			if (t != NULL && t->message == p)
				apply(m, t);
		}
}

/* ---- the result ---- */

static int
compare_changes(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static const char *
changed_bytes(struct merge *m, size_t *size)
{
	const struct source *s = m->c->source;
	struct buffer b = { 0 };
	size_t at = 0;
	const char *copy;

	qsort(m->changes, m->count, sizeof *m->changes, compare_changes);
	for (size_t i = 0; i < m->count; i++) {
		const struct change *x = &m->changes[i];

		buffer_add(&b, s->bytes + at, x->start - at);
		buffer_add(&b, x->bytes, x->size);
		at = x->end;
	}
	buffer_add(&b, s->bytes + at, s->size - at);
	copy = arena_strndup(m->arena, b.bytes, b.size);
	*size = b.size;
	buffer_free(&b);
	return copy;
}

/* The text element around an offset, or NULL. */
static const xmlNode *
text_around(const xmlNode *element, size_t offset)
{
	for (const xmlNode *n = element->children; n != NULL; n = n->next) {
		struct place whole;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		whole = place_of_whole(n);
		if (offset >= whole.offset && offset < whole.offset +
		    whole.length)
			return catalog_is(n, "text") ? n
			    : text_around(n, offset);
	}
	return NULL;
}

/* The translation from which a text of the result comes, or NULL. */
static struct translation *
origin_of(const struct merge *m, const xmlNode *text)
{
	const xmlNode *english = text == NULL ? NULL
	    : catalog_text(text->parent, "en");

	return english == NULL ? NULL : find(m, texts_value(m->arena, english),
	    catalog_attribute(text, "xml:lang"));
}

/* What stands at an offset of the result as it stands in the PO file. */
static struct place
place_in_file(const struct po_message *p, const xmlNode *text, size_t offset)
{
	struct place content = place_of_content(text);
	size_t length = strlen(p->msgstr), byte = 0;

	if (offset < content.offset)
		return p->place;
	while (byte < length && place_of_text(text, byte, 1).offset < offset)
		byte++;
	return byte == length ? p->place : place_of_byte(p, byte);
}

/* True where that was told of the place before: a text stands at several. */
static bool
is_told(const struct merge *m, struct place at, const struct diag *fault)
{
	for (size_t i = 0; i < m->d->count; i++)
		if (m->d->items[i]->place.source == at.source &&
		    m->d->items[i]->place.offset == at.offset &&
		    strcmp(m->d->items[i]->rule, fault->rule) == 0)
			return true;
	return false;
}

/* Where a translation was refused already, the old text stands and is no fault
 * of its own. */
static void
tell_fault(struct merge *m, const struct catalog *result,
    const struct diag *fault)
{
	const xmlNode *text = result == NULL ||
	    fault->place.source != result->source ? NULL
	    : text_around(xmlDocGetRootElement(result->doc),
	    fault->place.offset);
	const struct translation *t = origin_of(m, text);
	struct place at = t == NULL ? fault->place
	    : place_in_file(t->message, text, fault->place.offset);

	if ((t == NULL || !t->refused) && !is_told(m, at, fault))
		diag_suggest(m->d, diag_error(m->d, fault->rule, at, "%s",
		    fault->message), fault->suggestion);
}

/* What the checks find in the merged catalog; its warnings it had before. */
static void
tell_faults(struct merge *m, const char *bytes, size_t size)
{
	struct diags faults = { .arena = m->arena };
	struct catalog *c = catalog_parse(m->arena, source_new(m->arena,
	    m->c->source->name, bytes, size), &faults);

	if (c != NULL && grammar_check(c, &faults))
		rules_check(c, &faults);
	for (size_t i = 0; i < faults.count; i++)
		if (faults.items[i]->severity == DIAG_ERROR)
			tell_fault(m, c, faults.items[i]);
	catalog_free(c);
}

const char *
merge_result(struct merge *m, size_t *size)
{
	const char *bytes;

	apply_all(m);
	if (m->count == 0) {
		*size = m->c->source->size;
		return m->d->errors > 0 ? NULL : m->c->source->bytes;
	}
	bytes = changed_bytes(m, size);
	tell_faults(m, bytes, *size);
	return m->d->errors > 0 ? NULL : bytes;
}

void
merge_print(const struct merge *m, FILE *out)
{
	for (const struct merged *of = m->files; of != NULL; of = of->next)
		fprintf(out,
		    "%s: %s: %zu texts changed in %zu places, %zu as before; skipped: %zu fuzzy, %zu untranslated, %zu obsolete, %zu unknown\n",
		    of->po->source->name, of->po->language, of->changed,
		    of->places, of->same, of->po->fuzzy, of->po->untranslated,
		    of->po->obsolete, of->unknown);
}
