/* SPDX-License-Identifier: MIT */
/* Rules of the glossary: a language names the words that its texts do not use,
 * and those that stand for them. */
#include "rules_internal.h"

#include <string.h>

#include "grammar.h"

/* Terms by the byte that tells most of them apart: Japanese begins with much
 * the same two. */
#define HEADS 256

struct term {
	const char *use, *avoid;
	size_t length;            /* of avoid */
	const struct term *next;  /* with the same key */
};

/* Those of one language. */
struct terms {
	const char *language;
	const struct term *heads[HEADS];
	struct terms *next;
};

static char
fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

static unsigned char
key_of(const char *s)
{
	bool wide = (unsigned char)s[0] >= 0xE0 && s[1] != '\0';

	return (unsigned char)(wide ? s[2] : fold(s[0]));
}

static bool
begins(const char *s, const char *word, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (fold(s[i]) != fold(word[i]))
			return false;
	return true;
}

static const struct term *
term_named(const struct terms *t, const char *avoid)
{
	const struct term *term = t->heads[key_of(avoid)];

	while (term != NULL && strcmp(term->avoid, avoid) != 0)
		term = term->next;
	return term;
}

static const struct terms *
terms_in(const struct rules *r, const char *language)
{
	const struct terms *t = r->terms;

	while (t != NULL && (language == NULL ||
	    strcmp(t->language, language) != 0))
		t = t->next;
	return t;
}

static void
add_term(struct rules *r, struct terms *t, const xmlNode *n)
{
	const char *use = catalog_attribute(n, "use");
	const char *avoid = catalog_attribute(n, "not");
	struct term *term;

	if (use == NULL || avoid == NULL || grammar_is_faulty(n))
		return;
	if (strcmp(use, avoid) == 0 ||
	    term_named(t, avoid) != NULL) {
		diag_error(r->d, "bad-term", place_of_value_of(n, "not"),
		    strcmp(use, avoid) == 0
		    ? "\"%s\" cannot stand for itself"
		    : "\"%s\" has its term already", avoid);
		return;
	}
	term = arena_alloc(r->arena, 1, sizeof *term);
	*term = (struct term){ use, avoid, strlen(avoid),
		t->heads[key_of(avoid)] };
	t->heads[key_of(avoid)] = term;
}

static void
rule_collect_terms(struct rules *r, xmlNode *root)
{
	const xmlNode *languages = catalog_child(root, "languages");

	if (languages == NULL)
		return;
	for (const xmlNode *l = catalog_child(languages, "language");
	     l != NULL; l = catalog_next(l, "language")) {
		const char *code = catalog_attribute(l, "code");
		struct terms *t;

		if (code == NULL || catalog_child(l, "term") == NULL)
			continue;
		t = arena_alloc(r->arena, 1, sizeof *t);
		t->language = code;
		t->next = r->terms;
		r->terms = t;
		for (const xmlNode *n = catalog_child(l, "term"); n != NULL;
		     n = catalog_next(n, "term"))
			add_term(r, t, n);
	}
}

/* Whether what is found at p is a part of the right word. */
static bool
is_part_of_use(const struct term *t, const char *start, const char *p)
{
	size_t length = strlen(t->use);

	for (size_t at = 0; at + t->length <= length; at++)
		if (begins(t->use + at, t->avoid, t->length) &&
		    (size_t)(p - start) >= at &&
		    strncmp(p - at, t->use, length) == 0)
			return true;
	return false;
}

static bool
stands_here(const struct term *t, const char *start, const char *p)
{
	return begins(p, t->avoid, t->length) &&
	    !(is_letter(p[t->length - 1]) && is_letter(p[t->length])) &&
	    !is_part_of_use(t, start, p);
}

/* Where a word may begin: not behind a letter, nor inside of a character. */
static bool
may_begin(const char *start, const char *p)
{
	return ((unsigned char)*p & 0xC0) != 0x80 &&
	    !(is_letter(*p) && p > start && is_letter(p[-1]));
}

/* Looks at one run of characters; at is its byte in the text. */
static void
look_for_terms(struct rules *r, const struct terms *terms, const char *s,
    size_t at)
{
	for (const char *p = s; *p != '\0'; p++) {
		const struct term *t = may_begin(s, p)
		    ? terms->heads[key_of(p)] : NULL;

		for (; t != NULL; t = t->next)
			if (stands_here(t, s, p))
				diag_suggest(r->d, diag_error(r->d, "wrong-term",
				    place_of_text(r->element,
				    at + (size_t)(p - s), t->length),
				    "\"%s\" is not the term", t->avoid),
				    t->use);
	}
}

/* What is marked as code is what a program says, in its own words; a link holds
 * a title, which is looked at where it stands. */
static void
rule_terms(struct rules *r, xmlNode *text)
{
	const struct terms *terms = terms_in(r, catalog_attribute(text,
	    "xml:lang"));
	size_t at = 0;

	if (terms == NULL || grammar_has_fault_inside(text))
		return;
	for (const xmlNode *n = text->children; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE) {
			at += strlen(rules_string(r, n));
			continue;
		}
		look_for_terms(r, terms, (const char *)n->content, at);
		at += strlen((const char *)n->content);
	}
}

const struct rule rules_of_terms[] = {
	{ FIRST, rule_collect_terms },
	{ "text", rule_terms },
	{ NULL, NULL },
};
