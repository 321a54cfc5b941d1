/* SPDX-License-Identifier: MIT */
/* Rules of phrases: each can be matched, none twice, and its examples are
 * explained as its own notice, by the code that ships. */
#include "rules_internal.h"

#include <stdlib.h>
#include <string.h>

#include "grammar.h"
#include "phrases.h"
#include "rules.h"
#include "signature.h"

#define LITERAL_MIN 7
#define ARGUMENTS_MAX 8 /* MAILERR_ARGUMENTS_MAX of mailerr.h */

/* Bytes of a literal, a run of blanks counting as one. */
static size_t
literal_length(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += !(*s == ' ' && s[1] == ' ');
	return n;
}

static void
rule_long_enough(struct rules *r, xmlNode *match)
{
	size_t longest = 0, run = 0;

	for (const xmlNode *n = match->children; n != NULL; n = n->next) {
		run = n->type == XML_ELEMENT_NODE ? 0
		    : run + literal_length((const char *)n->content);
		if (run > longest)
			longest = run;
	}
	if (longest >= LITERAL_MIN || match->children == NULL)
		return;
	diag_error(r->d, "short-phrase", place_of_element(match),
	    "a phrase needs at least %d bytes of literal text in a run; this has %zu",
	    LITERAL_MIN, longest);
	catalog_mark(match);
}

/* Text may stand in the match or the example as a line does. */
static void
rule_line_of_mail(struct rules *r, xmlNode *element)
{
	const char *text = rules_string(r, element);
	size_t at = strcspn(text, "\n");

	if (element->children == NULL)
		diag_error(r->d, "empty-text", place_of_element(element),
		    "%s is empty", element->name);
	else if (text[at] != '\0')
		diag_error(r->d, "line-break",
		    place_of_text(element, at, 1),
		    "%s is one line", element->name);
	else
		return;
	catalog_mark(element);
}

/* The byte of a blank too many in a piece of literal text, or its length. */
static size_t
bad_blank(const char *s, bool first, bool last)
{
	size_t length = strlen(s);
	const char *two = strstr(s, "  ");

	if (first && *s == ' ')
		return 0;
	if (two != NULL)
		return (size_t)(two - s) + 1;
	if (last && length > 0 && s[length - 1] == ' ')
		return length - 1;
	return length;
}

static void
rule_blanks_of_match(struct rules *r, xmlNode *match)
{
	size_t before = 0;

	for (const xmlNode *n = match->children; n != NULL; n = n->next) {
		const char *s = (const char *)n->content;
		size_t at;

		if (n->type == XML_ELEMENT_NODE)
			continue;
		at = bad_blank(s, n->prev == NULL, n->next == NULL);
		if (s[at] != '\0') {
			diag_error(r->d, "bad-blank",
			    place_of_text(match, before + at, 1),
			    "a blank too many: one stands for any number, none at the ends");
			return;
		}
		before += strlen(s);
	}
}

static void
rule_arguments(struct rules *r, xmlNode *match)
{
	for (xmlNode *a = catalog_child(match, "arg"); a != NULL;
	     a = catalog_next(a, "arg")) {
		const char *name = catalog_attribute(a, "name");

		if (name == NULL || grammar_is_faulty(a))
			continue;
		if (a->prev != NULL && catalog_is(a->prev, "arg"))
			diag_error(r->d, "adjacent-arguments",
			    place_of_element(a),
			    "two arguments need text between them");
		for (xmlNode *b = catalog_child(match, "arg"); b != a;
		     b = catalog_next(b, "arg")) {
			const char *other = catalog_attribute(b, "name");

			if (other == NULL || strcmp(other, name) != 0)
				continue;
			diag_error(r->d, "repeated-argument",
			    place_of_value_of(a, "name"),
			    "the argument \"%s\" is given twice", name);
			break;
		}
	}
}

static void
rule_few_arguments(struct rules *r, xmlNode *match)
{
	size_t count = 0;

	for (xmlNode *a = catalog_child(match, "arg"); a != NULL;
	     a = catalog_next(a, "arg")) {
		if (++count != ARGUMENTS_MAX + 1)
			continue;
		diag_error(r->d, "too-many-arguments",
		    place_of_element(a),
		    "a phrase has at most %d arguments", ARGUMENTS_MAX);
		catalog_mark(match);
	}
}

/* ---- equal phrases ---- */

/* What is retired may stand elsewhere, or come back with other arguments. */
static void
rule_distinct(struct rules *r, xmlNode *phrase)
{
	const xmlChar *kind = (const xmlChar *)"phrase";
	const char *key;
	xmlNode *match = catalog_child(phrase, "match"), *first;

	if (grammar_has_fault_inside(phrase) ||
	    catalog_attribute(phrase, "retired") != NULL ||
	    (r->c->phrases_in_doubt && catalog_file(phrase) > 0))
		return;
	key = phrase_signature(r->arena, phrase, true);
	first = xmlHashLookup2(r->translations, (const xmlChar *)key, kind);
	if (first == NULL) {
		xmlHashAddEntry2(r->translations, (const xmlChar *)key, kind,
		    match);
		return;
	}
	diag_add_note(r->d, diag_error(r->d, "duplicate-phrase",
	    place_of_element(match),
	    "the phrase stands in the catalog twice, with equal conditions"),
	    place_of_element(first), "first given here");
	catalog_mark(match);
}

/* ---- examples ---- */

static const char *
notice_of_number(const struct rules *r, unsigned number)
{
	for (size_t i = 0; i < names_count(r->names, KIND_NOTICE); i++) {
		const xmlNode *n = names_entry(r->names, KIND_NOTICE, i);
		const char *text = catalog_attribute(n, "number");

		if (text != NULL && strtoul(text, NULL, 10) == number)
			return catalog_attribute(n, "id");
	}
	return "?";
}

/* An overlay's phrase that explains an example of the catalog, or of an earlier
 * overlay, is where the fault lies. */
static bool
tell_taken_away(struct rules *r, const struct phrases *p,
    const xmlNode *example, const char *line, unsigned number)
{
	const xmlNode *match = phrases_winner(p, number, line, strlen(line));

	if (match == NULL || catalog_file(match) <= catalog_file(example))
		return false;
	diag_add_note(r->d, diag_error(r->d, "wrong-example",
	    place_of_element(match),
	    "the phrase explains an example of another notice as \"%s\"",
	    notice_of_number(r, number)), place_of_element(example),
	    "the example is here");
	return true;
}

static void
check_example(struct rules *r, const struct phrases *p, const xmlNode *example,
    const xmlNode *notice)
{
	const char *line = rules_string(r, example);
	unsigned number = phrases_explain(p, line, strlen(line));
	unsigned own = (unsigned)strtoul(catalog_attribute(notice, "number"),
	    NULL, 10);

	if (number == own || *line == '\0' ||
	    tell_taken_away(r, p, example, line, number))
		return;
	diag_error(r->d, "wrong-example", place_of_element(example),
	    number == 0 ? "no notice explains the example%s%s" :
	    "the example is explained as \"%s\", not as \"%s\"",
	    number == 0 ? "" : notice_of_number(r, number),
	    number == 0 ? "" : catalog_attribute(notice, "id"));
}

/* A notice that cannot be what explains: it is retired, or spoilt by a fault of
 * its own or of its reason. */
static bool
is_out(const struct rules *r, const xmlNode *notice)
{
	const char *id = catalog_attribute(notice, "reason");
	const xmlNode *reason = id == NULL ? NULL
	    : names_find(r->names, KIND_REASON, id);

	return grammar_is_faulty(notice) ||
	    catalog_attribute(notice, "retired") != NULL ||
	    (reason != NULL && grammar_is_faulty(reason));
}

static void
check_examples(struct rules *r, const struct phrases *p, const xmlNode *notice)
{
	for (const xmlNode *phrase = catalog_child(notice, "phrase");
	     phrase != NULL; phrase = catalog_next(phrase, "phrase")) {
		if (grammar_has_fault_inside(phrase) ||
		    catalog_attribute(phrase, "retired") != NULL)
			continue;
		for (const xmlNode *n = catalog_child(phrase, "example");
		     n != NULL; n = catalog_next(n, "example"))
			check_example(r, p, n, notice);
	}
}

static void
rule_examples(struct rules *r, xmlNode *root)
{
	const struct phrases *p;

	(void)root;
	if (r->c->phrases_in_doubt)
		return;
	p = phrases_build(r->arena, r->c, rules_skip, NULL);
	for (size_t i = 0; i < names_count(r->names, KIND_NOTICE); i++) {
		const xmlNode *n = names_entry(r->names, KIND_NOTICE, i);

		if (!is_out(r, n))
			check_examples(r, p, n);
	}
}

const struct rule rules_of_phrases[] = {
	{ "match", rule_line_of_mail }, { "example", rule_line_of_mail },
	{ "match", rule_long_enough }, { "match", rule_blanks_of_match },
	{ "match", rule_arguments }, { "match", rule_few_arguments }, { "phrase", rule_distinct },
	{ LAST, rule_examples },
	{ NULL, NULL },
};
