/* SPDX-License-Identifier: MIT */
/* Holds a document against the tables of grammar.c.  One fault, one message:
 * what is unknown or given twice stands for what is missing. */
#include "grammar.h"

#include <stdint.h>
#include <string.h>

#include "lexer.h"
#include "nearest.h"
#include "pattern.h"
#include "sequence.h"

struct validator {
	struct diags *d;
	struct arena *arena;
	const char *root;       /* "catalog" or "overlay" */
};

bool
grammar_is_faulty(const xmlNode *element)
{
	return ((const struct tag *)element->_private)->faulty;
}

bool
grammar_has_fault_inside(const xmlNode *element)
{
	return ((const struct tag *)element->_private)->faulty_inside;
}

/* ---- attributes ---- */

/* The name as it stands in the file, prefix and all. */
static const char *
qualified(struct arena *arena, const xmlAttr *attr)
{
	if (attr->ns == NULL || attr->ns->prefix == NULL)
		return (const char *)attr->name;
	return arena_printf(arena, "%s:%s", attr->ns->prefix, attr->name);
}

static bool
is_word_of(const struct value_type *type, const char *word)
{
	for (const char *const *w = type->words; *w != NULL; w++)
		if (strcmp(*w, word) == 0)
			return true;
	return false;
}

static bool
is_of_type(const struct value_type *type, const char *word)
{
	if (type->words != NULL)
		return is_word_of(type, word);
	return strlen(word) <= type->max_length &&
	    pattern_matches(type->pattern, word);
}

/* "a, b or c" of the words of a type. */
static const char *
expected(struct arena *arena, const struct value_type *type)
{
	const char *text;

	if (type->words == NULL)
		return type->expected;
	text = type->words[0];
	for (size_t i = 1; type->words[i] != NULL; i++)
		text = arena_printf(arena, "%s%s%s", text,
		    type->words[i + 1] == NULL ? " or " : ", ",
		    type->words[i]);
	return text;
}

static void
tell_bad_value(struct validator *v, const xmlAttr *attr,
    const struct value_type *type, const char *word, size_t at)
{
	struct nearest near = { .asked = word };
	size_t length = strlen(word);
	struct diag *fault;

	if (length > 64)
		word = arena_printf(v->arena, "%.60s...", word);
	fault = diag_error(v->d, "bad-value",
	    place_of_value(attr, at, length),
	    "\"%s\" is no value for %s: expected %s", word,
	    qualified(v->arena, attr), expected(v->arena, type));
	for (const char *const *w = type->words; w != NULL && *w != NULL; w++)
		nearest_offer(&near, *w);
	diag_suggest(v->d, fault, near.word);
	catalog_mark(attr->parent);
}

static void
check_value(struct validator *v, const xmlAttr *attr,
    const struct value_type *type)
{
	const char *value = attr->children == NULL ? ""
	    : (const char *)attr->children->content;
	size_t at = 0, length;
	bool any = false;

	if (grammar_is_faulty(attr->parent)) /* by a bad character in it */
		return;
	for (; grammar_next_word(type, value, &at, &length); at += length) {
		const char *word = type->list
		    ? arena_strndup(v->arena, value + at, length) : value;

		any = true;
		if (!is_of_type(type, word))
			tell_bad_value(v, attr, type, word, at);
	}
	if (!any)
		tell_bad_value(v, attr, type, "", 0);
}

/* "reply, status or notice": the names with that presence. */
static const char *
names_with(struct arena *arena, const struct element_rule *rule,
    enum presence presence)
{
	const char *text = NULL, *last = NULL;

	for (const struct attribute_rule *a = rule->attributes;
	     a->name != NULL; a++) {
		if (a->presence != presence)
			continue;
		if (last != NULL)
			text = text == NULL ? last
			    : arena_printf(arena, "%s, %s", text, last);
		last = a->name;
	}
	return arena_printf(arena, "%s or %s", text, last);
}

/* What a group of alternatives lacks, or has too much of.  False where it
 * lacks them all: what goes with one of them is then not told. */
static bool
check_choice(struct validator *v, xmlNode *element,
    const struct element_rule *rule, bool misspelt)
{
	size_t given = 0;
	enum presence kind = REQUIRED;

	for (const struct attribute_rule *a = rule->attributes;
	     a->name != NULL; a++) {
		const xmlAttr *attr;

		if (a->presence != ONE_OF && a->presence != ANY_OF)
			continue;
		kind = a->presence;
		attr = catalog_attribute_node(element, a->name);
		if (attr == NULL || (++given < 2 || kind == ANY_OF))
			continue;
		diag_error(v->d, "conflicting-attribute",
		    place_of_attribute(attr),
		    "%s has more than one of %s", rule->name,
		    names_with(v->arena, rule, kind));
		catalog_mark(element);
	}
	if (kind == REQUIRED || given > 0)
		return true;
	if (misspelt)
		return false;
	diag_error(v->d, "missing-attribute", place_of_element(element),
	    "%s needs %s", rule->name, names_with(v->arena, rule, kind));
	catalog_mark(element);
	return false;
}

static void
check_companions(struct validator *v, xmlNode *element,
    const struct element_rule *rule)
{
	for (const struct attribute_rule *a = rule->attributes;
	     a->name != NULL; a++) {
		const xmlAttr *attr;

		if (a->presence != WITH_REFERENCE)
			continue;
		attr = catalog_attribute_node(element, a->name);
		if (attr == NULL ||
		    catalog_attribute_node(element, "reference") != NULL)
			continue;
		diag_error(v->d, "conflicting-attribute",
		    place_of_attribute(attr),
		    "%s goes only with reference", a->name);
		catalog_mark(element);
	}
}

/* The required attribute that is missing and nearest to an unknown name;
 * taken[] keeps those that another unknown name stands for already. */
static const char *
missing_attribute(const struct element_rule *rule, const xmlNode *element,
    const char *name, bool *taken)
{
	size_t best = SIZE_MAX, best_distance = SIZE_MAX;

	for (size_t i = 0; rule->attributes[i].name != NULL; i++) {
		const struct attribute_rule *a = &rule->attributes[i];
		size_t distance = nearest_distance(name, a->name);

		if (a->presence != REQUIRED || taken[i] ||
		    catalog_attribute_node(element, a->name) != NULL)
			continue;
		if (best == SIZE_MAX || distance < best_distance) {
			best = i;
			best_distance = distance;
		}
	}
	if (best == SIZE_MAX)
		return NULL;
	taken[best] = true;
	return rule->attributes[best].name;
}

static const char *
similar_attribute(const struct element_rule *rule, const xmlNode *element,
    const char *name)
{
	struct nearest near = { .asked = name };

	for (const struct attribute_rule *a = rule->attributes;
	     a->name != NULL; a++)
		if (catalog_attribute_node(element, a->name) == NULL)
			nearest_offer(&near, a->name);
	return near.word;
}

/* True where the word stands for one of a group of alternatives. */
static bool
stands_for_choice(const struct element_rule *rule, const char *word)
{
	const struct attribute_rule *a =
	    word == NULL ? NULL : grammar_attribute(rule, word);

	return a != NULL && (a->presence == ONE_OF || a->presence == ANY_OF);
}

static void
check_attributes(struct validator *v, xmlNode *element,
    const struct element_rule *rule)
{
	bool taken[GRAMMAR_ATTRIBUTES] = { false }, misspelt = false;

	for (xmlAttr *attr = element->properties; attr != NULL;
	     attr = attr->next) {
		const char *name = qualified(v->arena, attr), *meant;
		const struct attribute_rule *a = grammar_attribute(rule, name);
		struct diag *fault;

		if (a != NULL) {
			check_value(v, attr, a->type);
			continue;
		}
		meant = missing_attribute(rule, element, name, taken);
		if (meant == NULL)
			meant = similar_attribute(rule, element, name);
		misspelt = misspelt || stands_for_choice(rule, meant);
		fault = diag_error(v->d, "unknown-attribute",
		    place_of_attribute(attr),
		    "%s has no attribute \"%s\"", rule->name, name);
		diag_suggest(v->d, fault, meant);
		catalog_mark(element);
	}
	for (size_t i = 0; rule->attributes[i].name != NULL; i++) {
		const struct attribute_rule *a = &rule->attributes[i];

		if (a->presence != REQUIRED || taken[i] ||
		    catalog_attribute_node(element, a->name) != NULL)
			continue;
		diag_error(v->d, "missing-attribute",
		    place_of_element(element),
		    "%s needs the attribute \"%s\"", rule->name, a->name);
		catalog_mark(element);
	}
	if (check_choice(v, element, rule, misspelt))
		check_companions(v, element, rule);
}

/* ---- content ---- */

static size_t
child_rule_count(const struct element_rule *rule)
{
	size_t n = 0;

	while (n < GRAMMAR_CHILDREN && rule->children[n].name != NULL)
		n++;
	return n;
}

static const struct child_rule *
rule_for(const struct element_rule *rule, const xmlNode *child)
{
	const struct child_rule *r = grammar_child(rule,
	    (const char *)child->name);

	return r != NULL && catalog_is(child, r->name) ? r : NULL;
}

/* Children of one parent while their sequence is checked. */
struct family {
	const struct element_rule *rule;
	xmlNode *parent;
	size_t found[GRAMMAR_CHILDREN];  /* how often each stands there */
	bool excused[GRAMMAR_CHILDREN];  /* missing, but another fault says so */
};

/* The child that is required, missing, and nearest to a word. */
static const char *
missing_child(struct family *f, const char *word)
{
	size_t best = SIZE_MAX, best_distance = SIZE_MAX;

	for (size_t i = 0; i < child_rule_count(f->rule); i++) {
		const struct child_rule *r = &f->rule->children[i];
		size_t distance = nearest_distance(word, r->name);

		if (f->found[i] > 0 || f->excused[i] ||
		    (r->occurrence != ONE && r->occurrence != SOME))
			continue;
		if (best == SIZE_MAX || distance < best_distance) {
			best = i;
			best_distance = distance;
		}
	}
	if (best == SIZE_MAX)
		return NULL;
	f->excused[best] = true;
	return f->rule->children[best].name;
}

static bool
is_ours(const xmlNode *element)
{
	return element->ns != NULL &&
	    strcmp((const char *)element->ns->href, CATALOG_NAMESPACE) == 0;
}

/* The child that an unknown one stands for, or nearly spells; NULL: none. */
static const char *
meant_child(struct family *f, const char *name)
{
	struct nearest near = { .asked = name };
	const char *missing = missing_child(f, name);

	if (missing != NULL)
		return missing;
	for (size_t i = 0; i < child_rule_count(f->rule); i++)
		nearest_offer(&near, f->rule->children[i].name);
	return near.word;
}

static void
tell_unknown_child(struct validator *v, struct family *f, xmlNode *child)
{
	const char *name = (const char *)child->name;
	const char *meant = meant_child(f, name);

	if (is_ours(child))
		diag_suggest(v->d, diag_error(v->d, "unknown-element",
		    place_of_element(child),
		    "\"%s\" may not stand in %s", name, f->rule->name), meant);
	else
		diag_error(v->d, "unknown-element",
		    place_of_element(child),
		    "\"%s\" is not of the namespace %s", name,
		    CATALOG_NAMESPACE);
	catalog_mark(child);
	catalog_mark(f->parent);
}

static void
tell_repeated_child(struct validator *v, struct family *f, xmlNode *child)
{
	struct diag *fault = diag_error(v->d, "repeated-element",
	    place_of_element(child), "%s stands in %s twice",
	    child->name, f->rule->name);

	diag_suggest(v->d, fault, missing_child(f, (const char *)child->name));
	diag_add_note(v->d, fault, place_of_element(catalog_child(f->parent,
	    (const char *)child->name)),
	    "first given here");
	catalog_mark(f->parent);
}

static void
tell_repeated_children(struct validator *v, struct family *f)
{
	for (xmlNode *n = f->parent->children; n != NULL; n = n->next) {
		const struct child_rule *r = n->type != XML_ELEMENT_NODE
		    ? NULL : rule_for(f->rule, n);

		if (r != NULL && f->found[r - f->rule->children] > 1 &&
		    (r->occurrence == ONE || r->occurrence == MAYBE) &&
		    n != catalog_child(f->parent, r->name))
			tell_repeated_child(v, f, n);
	}
}

static void
tell_missing_children(struct validator *v, struct family *f)
{
	for (size_t i = 0; i < child_rule_count(f->rule); i++) {
		const struct child_rule *r = &f->rule->children[i];

		if (f->found[i] > 0 || f->excused[i] ||
		    (r->occurrence != ONE && r->occurrence != SOME))
			continue;
		diag_error(v->d, "missing-element",
		    place_of_element(f->parent),
		    "%s needs the element \"%s\"", f->rule->name, r->name);
		catalog_mark(f->parent);
	}
}

/* The name of the kind of child that must stand behind the n-th kind. */
static const char *
follower(const struct family *f, size_t n)
{
	for (size_t i = n + 1; i < child_rule_count(f->rule); i++)
		if (f->found[i] > 0)
			return f->rule->children[i].name;
	return NULL;
}

static void
check_order(struct validator *v, const struct family *f)
{
	size_t count = 0, i = 0;
	unsigned long *keys;
	bool *misplaced;

	for (xmlNode *n = f->parent->children; n != NULL; n = n->next)
		count += n->type == XML_ELEMENT_NODE &&
		    rule_for(f->rule, n) != NULL;
	keys = arena_alloc(v->arena, count, sizeof *keys);
	misplaced = arena_alloc(v->arena, count, sizeof *misplaced);
	for (xmlNode *n = f->parent->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE && rule_for(f->rule, n) != NULL)
			keys[i++] = (unsigned long)(rule_for(f->rule, n) -
			    f->rule->children);
	sequence_misplaced(v->arena, keys, count, false, misplaced);
	i = 0;
	for (xmlNode *n = f->parent->children; n != NULL; n = n->next) {
		const char *next;

		if (n->type != XML_ELEMENT_NODE || rule_for(f->rule, n) == NULL)
			continue;
		if (misplaced[i++]) {
			next = follower(f, keys[i - 1]);
			diag_error(v->d, "misplaced-element",
			    place_of_element(n),
			    "%s stands in the wrong place: it comes %s %s",
			    n->name, next != NULL ? "before" : "last in",
			    next != NULL ? next : f->rule->name);
			catalog_mark(f->parent);
		}
	}
}

static size_t
first_visible(const char *text)
{
	return strspn(text, " \t\n");
}

/* Text where only elements may stand; blank nodes are not in the tree. */
static void
tell_unexpected_text(struct validator *v, xmlNode *element)
{
	for (xmlNode *n = element->children; n != NULL; n = n->next) {
		if (n->type != XML_TEXT_NODE)
			continue;
		diag_error(v->d, "unexpected-text",
		    place_of_text_node(n, first_visible(
		    (const char *)n->content)),
		    "text may not stand in %s", element->name);
		catalog_mark(element);
	}
}

static void
check_children(struct validator *v, xmlNode *element,
    const struct element_rule *rule)
{
	struct family f = { .rule = rule, .parent = element };
	bool ordered = true;
	size_t last = 0;

	for (xmlNode *n = element->children; n != NULL; n = n->next) {
		const struct child_rule *r;

		if (n->type != XML_ELEMENT_NODE ||
		    (r = rule_for(rule, n)) == NULL)
			continue;
		f.found[r - rule->children]++;
		ordered = ordered && (size_t)(r - rule->children) >= last;
		last = (size_t)(r - rule->children);
	}
	for (xmlNode *n = element->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE && rule_for(rule, n) == NULL)
			tell_unknown_child(v, &f, n);
	if (rule->content != ELEMENTS)
		return;
	tell_repeated_children(v, &f);
	if (!ordered)
		check_order(v, &f);
	tell_missing_children(v, &f);
}

static void
check_element(struct validator *v, xmlNode *element,
    const struct element_rule *rule)
{
	check_attributes(v, element, rule);
	check_children(v, element, rule);
	if (rule->content == ELEMENTS)
		tell_unexpected_text(v, element);
	for (xmlNode *n = element->children; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE && rule_for(rule, n) != NULL)
			check_element(v, n, grammar_element(
			    (const char *)n->name));
}

/* ---- the root ---- */

static bool
refuse_root(struct validator *v, xmlNode *root)
{
	const char *namespace = root->ns == NULL ? ""
	    : (const char *)root->ns->href;

	if (strcmp(namespace, CATALOG_NAMESPACE) != 0) {
		diag_error(v->d, "wrong-namespace",
		    place_of_element(root),
		    "the root element is of the namespace \"%s\"; expected \"%s\" with schema-version %s",
		    namespace, CATALOG_NAMESPACE, CATALOG_SCHEMA_VERSION);
		return true;
	}
	if (catalog_is(root, v->root))
		return false;
	diag_error(v->d, "unknown-element", place_of_element(root),
	    "the root element is \"%s\"; expected \"%s\"%s", root->name,
	    v->root, catalog_is(root, "overlay")
	    ? ": an overlay goes with --overlay" : "");
	return true;
}

static bool
refuse_version(struct validator *v, xmlNode *root)
{
	const xmlAttr *attr = catalog_attribute_node(root, "schema-version");
	const char *value = attr == NULL ? NULL
	    : catalog_attribute(root, "schema-version");

	if (value == NULL || strcmp(value, CATALOG_SCHEMA_VERSION) == 0 ||
	    !pattern_matches("[0-9]+\\.[0-9]+(\\.[0-9]+)?", value))
		return false;
	diag_error(v->d, "schema-version",
	    place_of_value(attr, 0, strlen(value)),
	    "the %s has schema-version %s; this mailerr-gen reads %s", v->root,
	    value, CATALOG_SCHEMA_VERSION);
	return true;
}

bool
grammar_check(const struct catalog *c, struct diags *d)
{
	struct arena scratch = { 0 };
	xmlNode *root = xmlDocGetRootElement(c->doc);
	struct validator v = { d, &scratch,
		catalog_file(root) == 0 ? "catalog" : "overlay" };
	bool usable = !refuse_root(&v, root) && !refuse_version(&v, root);

	if (usable)
		check_element(&v, root, grammar_element(v.root));
	arena_free(&scratch);
	return usable;
}
