/* SPDX-License-Identifier: MIT */
/* Runs the rules: those that look at the catalog as a whole first and last,
 * between them one walk over the tree, each element through the rules of its
 * name. */
#include "rules.h"

#include <string.h>

#include "grammar.h"
#include "rules_internal.h"

/* The rules of names run on an element before its children, so that the first
 * use of a name comes first; the others after them, so that a text knows of the
 * faults of its links. */
static const struct rule *const before[] = { rules_of_names, NULL };
static const struct rule *const after[] = { rules_of_texts, rules_of_terms,
	rules_of_entries, rules_of_phrases, NULL };

int
rules_skip(const xmlNode *element, void *user)
{
	bool is_part = element->parent == xmlDocGetRootElement(element->doc);

	(void)user;
	if (is_part) /* one bad entry does not take the others along */
		return 0;
	return catalog_is(element, "phrase") ? grammar_has_fault_inside(element)
	    : grammar_is_faulty(element);
}

/* Adds the string value of a node's children; returns its length. */
static size_t
append_string(const xmlNode *element, char *to)
{
	size_t length = 0;

	for (const xmlNode *n = element->children; n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE) {
			length += append_string(n, to == NULL ? NULL
			    : to + length);
		} else if (n->content != NULL) {
			size_t size = strlen((const char *)n->content);

			if (to != NULL)
				memcpy(to + length, n->content, size);
			length += size;
		}
	}
	return length;
}

const char *
rules_string(const struct rules *r, const xmlNode *element)
{
	const xmlNode *child = element->children;
	char *text;

	if (child == NULL)
		return "";
	if (child->next == NULL && child->type == XML_TEXT_NODE)
		return (const char *)child->content;
	text = arena_alloc(r->arena, append_string(element, NULL) + 1, 1);
	append_string(element, text);
	return text;
}

static void
read_languages(struct rules *r)
{
	size_t count = names_count(r->names, KIND_LANGUAGE);

	r->languages = arena_alloc(r->arena, count, sizeof *r->languages);
	for (size_t i = 0; i < count; i++) {
		const xmlNode *n = names_entry(r->names, KIND_LANGUAGE, i);
		const char *code = catalog_attribute(n, "code");
		const char *complete = catalog_attribute(n, "complete");

		if (code == NULL)
			continue;
		r->languages[r->language_count++] = (struct language){ code,
			catalog_file(n) == 0 && complete != NULL &&
			strcmp(complete, "yes") == 0 };
	}
}

/* ---- which rules an element has ---- */

#define ELEMENTS_MAX 64
#define RULES_MAX 32

/* The rules by element of the grammar, so that no name is compared a second
 * time in a walk over a million elements. */
struct plan {
	rule_function *of[ELEMENTS_MAX][RULES_MAX + 1]; /* NULL-ended */
};

static void
plan_element(rule_function **list, const char *name,
    const struct rule *const *themes)
{
	size_t n = 0;

	for (; *themes != NULL; themes++)
		for (const struct rule *rule = *themes; rule->check != NULL;
		     rule++)
			if ((strcmp(rule->element, EVERY_ELEMENT) == 0 ||
			    strcmp(rule->element, name) == 0) && n < RULES_MAX)
				list[n++] = rule->check;
}

static struct plan *
make_plan(struct arena *arena, const struct rule *const *themes)
{
	struct plan *plan = arena_alloc(arena, 1, sizeof *plan);
	const struct element_rule *element;

	for (size_t i = 0; i < ELEMENTS_MAX &&
	     (element = grammar_element_at(i)) != NULL; i++)
		plan_element(plan->of[i], element->name, themes);
	return plan;
}

static void
check_one(struct rules *r, xmlNode *element, rule_function *const *list)
{
	r->element = element;
	r->text = NULL;
	for (; *list != NULL && !grammar_is_faulty(element); list++)
		(*list)(r, element);
}

static void
run_once(struct rules *r, const char *when, xmlNode *root,
    const struct rule *const *themes)
{
	for (; *themes != NULL; themes++)
		for (const struct rule *rule = *themes; rule->check != NULL;
		     rule++)
			if (strcmp(rule->element, when) == 0)
				rule->check(r, root);
}

struct walk {
	struct rules *r;
	const struct plan *before, *after;
	size_t file;                /* whose elements are checked */
};

/* An element that the grammar does not know is not looked into. */
static void
walk(const struct walk *w, xmlNode *element)
{
	const struct element_rule *rule = grammar_element(
	    (const char *)element->name);
	bool asked = catalog_file(element) == w->file;
	size_t i;

	if (rule == NULL || catalog_is_passed_over(element))
		return;
	i = grammar_index(rule);
	if (asked)
		check_one(w->r, element, w->before->of[i]);
	for (xmlNode *n = element->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE)
			walk(w, n);
	if (asked)
		check_one(w->r, element, w->after->of[i]);
}

/* The catalog first, then overlay by overlay: of two that differ the later file
 * is told. */
static void
walk_files(struct walk *w, xmlNode *root)
{
	walk(w, root);
	for (const struct catalog *o = w->r->c->overlays; o != NULL;
	     o = o->next) {
		w->file++;
		walk(w, root);
	}
}

xmlHashTable *
rules_new_table(void)
{
	xmlHashTable *table = xmlHashCreate(256);

	if (table == NULL)
		memory_die();
	return table;
}

void
rules_check(const struct catalog *c, struct diags *d)
{
	struct arena scratch = { 0 };
	struct rules r = { .c = c, .d = d, .arena = &scratch };
	xmlNode *root = xmlDocGetRootElement(c->doc);

	r.names = names_collect(&scratch, c);
	r.told = rules_new_table();
	r.translations = rules_new_table();
	read_languages(&r);
	run_once(&r, FIRST, root, before);
	run_once(&r, FIRST, root, after);
	walk_files(&(struct walk){ &r, make_plan(&scratch, before),
	    make_plan(&scratch, after), 0 }, root);
	run_once(&r, LAST, root, after);
	xmlHashFree(r.translations, NULL);
	xmlHashFree(r.told, NULL);
	names_free(r.names);
	arena_free(&scratch);
}
