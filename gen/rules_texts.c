/* SPDX-License-Identifier: MIT */
/* Rules of texts: each language has one, it is a line, and its markup says the
 * same in every language. */
#include "rules_internal.h"

#include <string.h>

#include "grammar.h"
#include "marks.h"
#include "nearest.h"
#include "unicode.h"

#define TITLE_COLUMNS 60
#define TEXT_CODE_POINTS 600
#define TEXT_BYTES 4000

/* ---- languages ---- */

static const struct language *
language_of(const struct rules *r, const char *code)
{
	for (size_t i = 0; i < r->language_count; i++)
		if (strcmp(r->languages[i].code, code) == 0)
			return &r->languages[i];
	return NULL;
}

/* The complete language that has no text, and is nearest to an unknown one;
 * taken[] keeps those that another unknown one stands for. */
static const char *
missing_language(const struct rules *r, const xmlNode *field, const char *code,
    bool *taken)
{
	size_t best = r->language_count, best_distance = 0;

	for (size_t i = 0; i < r->language_count; i++) {
		const struct language *l = &r->languages[i];
		size_t distance = nearest_distance(code, l->code);

		if (!l->complete || taken[i] || catalog_text(field, l->code) != NULL)
			continue;
		if (best == r->language_count || distance < best_distance) {
			best = i;
			best_distance = distance;
		}
	}
	if (best == r->language_count)
		return NULL;
	taken[best] = true;
	return r->languages[best].code;
}

/* One that stands for a missing language is told each time, others once. */
static void
tell_unknown_language(struct rules *r, const xmlNode *field,
    const xmlNode *text, bool *taken)
{
	const char *code = catalog_attribute(text, "xml:lang");
	struct nearest near = { .asked = code };
	const char *meant = missing_language(r, field, code, taken);
	struct place at = place_of_value_of(text, "xml:lang");
	struct diag *fault = xmlHashLookup2(r->told, (const xmlChar *)code,
	    (const xmlChar *)"language");

	if (names_in_doubt(r->names, KIND_LANGUAGE, code))
		return;
	if (fault != NULL && meant == NULL) {
		diag_add_note(r->d, fault, at, "also used here");
		return;
	}
	fault = diag_error(r->d, "unknown-language", at,
	    "there is no language \"%s\"", code);
	if (meant == NULL)
		xmlHashAddEntry2(r->told, (const xmlChar *)code,
		    (const xmlChar *)"language", fault);
	for (size_t i = 0; meant == NULL && i < r->language_count; i++)
		if (catalog_text(field, r->languages[i].code) == NULL)
			nearest_offer(&near, r->languages[i].code);
	diag_suggest(r->d, fault, meant != NULL ? meant : near.word);
}

/* A language given twice stands for one that is missing. */
static void
tell_repeated_language(struct rules *r, const xmlNode *field,
    const xmlNode *text, bool *taken)
{
	const char *code = catalog_attribute(text, "xml:lang");
	struct diag *fault = diag_error(r->d, "repeated-language",
	    place_of_value_of(text, "xml:lang"),
	    "the language \"%s\" is given twice", code);

	diag_suggest(r->d, fault, missing_language(r, field, code, taken));
	diag_add_note(r->d, fault, place_of_value_of(catalog_text(field, code),
	    "xml:lang"), "first given here");
}

static void
tell_language_order(struct rules *r, const xmlNode *field)
{
	size_t last = 0;

	for (xmlNode *n = catalog_child(field, "text"); n != NULL;
	     n = catalog_next(n, "text")) {
		const struct language *l = language_of(r,
		    catalog_attribute(n, "xml:lang"));
		size_t at = l == NULL ? last : (size_t)(l - r->languages);

		if (at < last) {
			diag_error(r->d, "language-order",
			    place_of_element(n),
			    "\"%s\" comes before \"%s\", as in languages",
			    r->languages[at].code, r->languages[last].code);
			return;
		}
		last = at;
	}
}

static void
rule_languages(struct rules *r, xmlNode *field)
{
	bool *taken = arena_alloc(r->arena, r->language_count, sizeof *taken);
	size_t errors = r->d->errors;

	if (grammar_has_fault_inside(field))
		return;
	for (xmlNode *n = catalog_child(field, "text"); n != NULL;
	     n = catalog_next(n, "text")) {
		const char *code = catalog_attribute(n, "xml:lang");

		if (language_of(r, code) == NULL)
			tell_unknown_language(r, field, n, taken);
		else if (catalog_text(field, code) != n)
			tell_repeated_language(r, field, n, taken);
	}
	for (size_t i = 0; i < r->language_count; i++) {
		const struct language *l = &r->languages[i];

		if (l->complete && !taken[i] && catalog_text(field, l->code) == NULL)
			diag_error(r->d, "missing-language",
			    place_of_element(field),
			    "%s has no text in \"%s\"", field->name, l->code);
	}
	if (r->d->errors == errors)
		tell_language_order(r, field);
}

static void
rule_english_first(struct rules *r, xmlNode *root)
{
	const xmlNode *first;

	if (grammar_has_fault_inside(root) && r->language_count == 0)
		return;
	if (r->language_count == 0)
		return;
	first = names_entry(r->names, KIND_LANGUAGE, 0);
	if (grammar_is_faulty(first))
		return;
	if (strcmp(r->languages[0].code, "en") != 0)
		diag_error(r->d, "english-first",
		    place_of_value_of(first, "code"),
		    "the first language is \"en\": its texts are the msgids");
	else if (!r->languages[0].complete)
		diag_error(r->d, "english-first",
		    place_of_value_of(first, "complete"),
		    "English is complete: its texts are the msgids");
}

/* The texts of the catalog cannot all be in a language that it does not know;
 * read_languages() holds it for incomplete whatever it says. */
static void
rule_overlay_language(struct rules *r, xmlNode *language)
{
	if (catalog_file(language) > 0 &&
	    strcmp(catalog_attribute(language, "complete"), "yes") == 0)
		diag_error(r->d, "overlay-language",
		    place_of_value_of(language, "complete"),
		    "a language that an overlay brings is not complete");
}

/* ---- a line ---- */

static struct place
text_place(const struct rules *r, size_t byte, size_t length)
{
	return place_of_text(r->element, byte, length);
}

/* The rules of one text share its string value. */
static const char *
text_of(struct rules *r, xmlNode *element)
{
	if (r->text == NULL)
		r->text = rules_string(r, element);
	return r->text;
}

static void
rule_not_empty(struct rules *r, xmlNode *element)
{
	if (text_of(r, element)[0] == '\0')
		diag_error(r->d, "empty-text", place_of_element(element),
		    "%s is empty", element->name);
}

static void
rule_one_line(struct rules *r, xmlNode *element)
{
	const char *text = text_of(r, element);
	size_t at = strcspn(text, "\n\t");

	if (text[at] != '\0')
		diag_error(r->d, "line-break", text_place(r, at, 1),
		    "a text is one line without tab");
}

static void
rule_blanks(struct rules *r, xmlNode *element)
{
	const char *text = text_of(r, element), *two = strstr(text, "  ");
	size_t length = strlen(text);

	/* a line break and its indentation are one fault, told above */
	if (length == 0 || strpbrk(text, "\n\t") != NULL)
		return;
	if (text[0] == ' ')
		diag_error(r->d, "bad-blank", text_place(r, 0, 1),
		    "the text begins with a blank");
	else if (two != NULL)
		diag_error(r->d, "bad-blank",
		    text_place(r, (size_t)(two - text) + 1, 1),
		    "two blanks in a row");
	if (length > 1 && text[length - 1] == ' ' && text[0] != ' ')
		diag_error(r->d, "bad-blank", text_place(r, length - 1, 1),
		    "the text ends with a blank");
}

/* A spreadsheet takes such a field of the CSV files for a formula. */
static void
rule_no_formula(struct rules *r, xmlNode *element)
{
	const char *text = text_of(r, element);

	if (text[0] != '\0' && strchr("=+-@", text[0]) != NULL)
		diag_error(r->d, "formula-start", text_place(r, 0, 1),
		    "a text may not begin with \"%c\"", text[0]);
}

/* The byte at which count code points, or columns, are used up. */
static size_t
offset_after(const char *text, size_t count, bool columns)
{
	size_t left = strlen(text), at = 0, n;
	unsigned long code;

	while (left > at && (n = unicode_decode(text + at, left - at, &code))) {
		size_t width = columns ? (size_t)unicode_width(code) : 1;

		if (width > count)
			break;
		count -= width;
		at += n;
	}
	return at;
}

static void
rule_length(struct rules *r, xmlNode *element)
{
	const char *text = text_of(r, element);
	size_t bytes = strlen(text);
	bool title = catalog_is(element->parent, "title");

	if (title && bytes > TITLE_COLUMNS &&
	    unicode_columns(text) > TITLE_COLUMNS)
		diag_error(r->d, "too-long", text_place(r,
		    offset_after(text, TITLE_COLUMNS, true), 1),
		    "a title has at most %d columns; this has %zu",
		    TITLE_COLUMNS, unicode_columns(text));
	else if (!title && bytes > TEXT_CODE_POINTS &&
	    unicode_length(text) > TEXT_CODE_POINTS)
		diag_error(r->d, "too-long", text_place(r,
		    offset_after(text, TEXT_CODE_POINTS, false), 1),
		    "a text has at most %d characters; this has %zu",
		    TEXT_CODE_POINTS, unicode_length(text));
	else if (bytes > TEXT_BYTES)
		diag_error(r->d, "too-long", text_place(r, TEXT_BYTES, 1),
		    "a text has at most %d bytes; this has %zu", TEXT_BYTES,
		    bytes);
}

/* ---- translations ---- */

/* The same English has the same translation everywhere: gettext knows no
 * context here.  One message an English text; further uses are its notes. */
static void
rule_one_translation(struct rules *r, xmlNode *element)
{
	const char *code = catalog_attribute(element, "xml:lang");
	const char *english, *first;
	const xmlNode *source;
	xmlNode *before;
	struct diag *fault;

	if (strcmp(code, "en") == 0 ||
	    (source = catalog_text(element->parent, "en")) == NULL ||
	    grammar_has_fault_inside(element->parent))
		return;
	english = rules_string(r, source);
	before = xmlHashLookup2(r->translations, (const xmlChar *)english,
	    (const xmlChar *)code);
	if (before == NULL) {
		xmlHashAddEntry2(r->translations, (const xmlChar *)english,
		    (const xmlChar *)code, element);
		return;
	}
	first = rules_string(r, before);
	if (strcmp(first, text_of(r, element)) == 0)
		return;
	fault = xmlHashLookup3(r->told, (const xmlChar *)english,
	    (const xmlChar *)code, (const xmlChar *)"translation");
	if (fault != NULL) {
		diag_add_note(r->d, fault, text_place(r, 0, 1), "and here");
		return;
	}
	fault = diag_error(r->d, "two-translations", text_place(r, 0, 1),
	    "the same English has another translation elsewhere");
	diag_add_note(r->d, fault, place_of_text(before, 0, 1),
	    "translated here as \"%s\"", first);
	xmlHashAddEntry3(r->told, (const xmlChar *)english,
	    (const xmlChar *)code, (const xmlChar *)"translation", fault);
}

/* ---- markup ---- */

static bool
same_target(const xmlNode *a, const xmlNode *b)
{
	static const char *const targets[] = { "reply", "status", "notice",
		"reason", "reference", "section" };

	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
		const char *x = catalog_attribute(a, targets[i]);
		const char *y = catalog_attribute(b, targets[i]);

		if ((x == NULL) != (y == NULL) ||
		    (x != NULL && strcmp(x, y) != 0))
			return false;
	}
	return true;
}

static bool
same_mark(const struct rules *r, const xmlNode *a, const xmlNode *b)
{
	if (strcmp((const char *)a->name, (const char *)b->name) != 0)
		return false;
	if (catalog_is(a, "link"))
		return same_target(a, b);
	return strcmp(rules_string(r, a), rules_string(r, b)) == 0;
}

static size_t
count_mark(const struct rules *r, const xmlNode *text, const xmlNode *mark)
{
	size_t n = 0;

	for (const xmlNode *x = text->children; x != NULL; x = x->next)
		n += x->type == XML_ELEMENT_NODE && same_mark(r, x, mark);
	return n;
}

/* What is marked in one text and not as often in the other. */
static const xmlNode *
surplus_mark(const struct rules *r, const xmlNode *text, const xmlNode *other)
{
	for (const xmlNode *x = text->children; x != NULL; x = x->next)
		if (x->type == XML_ELEMENT_NODE &&
		    count_mark(r, text, x) > count_mark(r, other, x))
			return x;
	return NULL;
}

static void
rule_same_markup(struct rules *r, xmlNode *element)
{
	const char *code = catalog_attribute(element, "xml:lang");
	const xmlNode *english, *surplus, *missing, *mark;
	struct diag *fault;

	if (strcmp(code, "en") == 0 || catalog_is(element->parent, "label") ||
	    grammar_has_fault_inside(element->parent) ||
	    (english = catalog_text(element->parent, "en")) == NULL)
		return;
	surplus = surplus_mark(r, element, english);
	missing = surplus_mark(r, english, element);
	mark = surplus != NULL ? surplus : missing;
	if (mark == NULL)
		return;
	fault = diag_error(r->d, "markup-differs",
	    place_of_element(surplus != NULL ? surplus : element),
	    surplus != NULL ? "%s \"%s\" does not stand in the English text"
	    : "%s \"%s\" of the English text is missing",
	    mark->name, rules_string(r, mark));
	if (missing != NULL)
		diag_add_note(r->d, fault, place_of_element(missing),
		    "the English text has it here");
}

static const char *
find_word(const char *text, const char *word)
{
	for (const char *p = text; (p = strstr(p, word)) != NULL; p++)
		if (marks_stands_alone(text, p, word))
			return p;
	return NULL;
}

/* The first place outside of marks where the word stands; the byte of the
 * text's string value, or the length where it does not. */
static size_t
find_unmarked(const xmlNode *text, const char *word, size_t length)
{
	size_t at = 0;

	for (const xmlNode *n = text->children; n != NULL; n = n->next) {
		const char *s, *found;

		if (n->type == XML_ELEMENT_NODE) {
			for (const xmlNode *x = n->children; x != NULL;
			     x = x->next)
				at += strlen((const char *)x->content);
			continue;
		}
		s = (const char *)n->content;
		found = find_word(s, word);
		if (found != NULL)
			return at + (size_t)(found - s);
		at += strlen(s);
	}
	return length;
}

static bool
is_first_of_its_kind(const struct rules *r, const xmlNode *mark)
{
	for (const xmlNode *n = mark->parent->children; n != mark; n = n->next)
		if (n->type == XML_ELEMENT_NODE &&
		    strcmp(rules_string(r, n), rules_string(r, mark)) == 0)
			return false;
	return true;
}

/* What is marked once is marked each time, so that a translation of the bare
 * text can be given its marks back. */
static void
rule_marked_throughout(struct rules *r, xmlNode *element)
{
	const char *text = text_of(r, element);
	size_t length = strlen(text);

	if (grammar_has_fault_inside(element))
		return;
	for (const xmlNode *n = element->children; n != NULL; n = n->next) {
		const char *word;
		size_t at;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		word = rules_string(r, n);
		if (*word == '\0' || !is_first_of_its_kind(r, n))
			continue;
		at = find_unmarked(element, word, length);
		if (at < length)
			diag_error(r->d, "unmarked", text_place(r, at,
			    strlen(word)), "\"%s\" is marked as %s elsewhere "
			    "in this text and must be so here too", word,
			    n->name);
	}
}

static void
rule_mark_not_empty(struct rules *r, xmlNode *element)
{
	if (rules_string(r, element)[0] == '\0')
		diag_error(r->d, "empty-text", place_of_element(element),
		    "%s is empty", element->name);
}

static void
rule_plain_label(struct rules *r, xmlNode *label)
{
	for (xmlNode *n = catalog_child(label, "text"); n != NULL;
	     n = catalog_next(n, "text"))
		for (const xmlNode *x = n->children; x != NULL; x = x->next)
			if (x->type == XML_ELEMENT_NODE)
				diag_error(r->d, "label-markup",
				    place_of_element(x),
				    "a label is plain text");
}

/* ---- what a link says ---- */

/* A text that breaks a rule of lines is told as such; links to it are not. */
static bool
is_sound_line(const char *text)
{
	size_t length = strlen(text);

	return length > 0 && text[0] != ' ' && text[length - 1] != ' ' &&
	    strstr(text, "  ") == NULL && strpbrk(text, "\n\t") == NULL &&
	    strchr("=+-@", text[0]) == NULL &&
	    unicode_columns(text) <= TITLE_COLUMNS;
}

static const char *
title_of(const struct rules *r, enum kind kind, const char *id,
    const char *language)
{
	const xmlNode *entry = names_find(r->names, kind, id);
	const xmlNode *title = entry == NULL ? NULL
	    : catalog_child(entry, "title");
	const xmlNode *text;

	if (title == NULL || grammar_has_fault_inside(title))
		return NULL;
	text = catalog_text(title, language);
	if (text == NULL)
		text = catalog_text(title, "en");
	return text == NULL || !is_sound_line(rules_string(r, text)) ? NULL
	    : rules_string(r, text);
}

/* The content that the link must have; NULL where its target is not sound. */
static const char *
link_text(const struct rules *r, const xmlNode *link, const char *language)
{
	const char *id = catalog_attribute(link, "reply");
	const xmlNode *entry;

	if (id != NULL || (id = catalog_attribute(link, "status")) != NULL)
		return id;
	if ((id = catalog_attribute(link, "notice")) != NULL)
		return title_of(r, KIND_NOTICE, id, language);
	if ((id = catalog_attribute(link, "reason")) != NULL)
		return title_of(r, KIND_REASON, id, language);
	entry = names_find(r->names, KIND_REFERENCE,
	    catalog_attribute(link, "reference"));
	return entry == NULL || grammar_is_faulty(entry) ? NULL
	    : catalog_attribute(entry, "label");
}

/* One message for a wrong text and target: a title that changed makes all
 * links to it wrong. */
static void
rule_link_text(struct rules *r, xmlNode *link)
{
	const char *language, *want, *have = rules_string(r, link);
	struct diag *fault;

	if (!catalog_is(link->parent, "text") ||
	    grammar_is_faulty(link->parent))
		return;
	language = catalog_attribute(link->parent, "xml:lang");
	want = link_text(r, link, language);
	if (want == NULL || *have == '\0' || strcmp(want, have) == 0)
		return;
	fault = xmlHashLookup3(r->told, (const xmlChar *)want,
	    (const xmlChar *)have, (const xmlChar *)"link");
	catalog_mark(link);
	if (fault != NULL) {
		diag_add_note(r->d, fault, place_of_text(link, 0,
		    strlen(have)), "and here");
		return;
	}
	fault = diag_error(r->d, "link-text", place_of_text(link, 0,
	    strlen(have)), "the link says \"%s\"; its target is called \"%s\"",
	    have, want);
	xmlHashAddEntry3(r->told, (const xmlChar *)want, (const xmlChar *)have,
	    (const xmlChar *)"link", fault);
}

const struct rule rules_of_texts[] = {
	{ FIRST, rule_english_first }, { "language", rule_overlay_language },
	{ "title", rule_languages }, { "meaning", rule_languages },
	{ "cause", rule_languages }, { "action", rule_languages },
	{ "note", rule_languages }, { "label", rule_languages },
	{ "label", rule_plain_label },
	{ "text", rule_not_empty }, { "text", rule_one_line },
	{ "text", rule_blanks }, { "text", rule_no_formula },
	{ "text", rule_length }, { "text", rule_one_translation },
	{ "text", rule_same_markup }, { "text", rule_marked_throughout },
	{ "code", rule_mark_not_empty }, { "link", rule_mark_not_empty },
	{ "link", rule_link_text },
	{ NULL, NULL },
};
