/* SPDX-License-Identifier: MIT */
/* Rules of names: each given once, in order, and every reference to one finds
 * it. */
#include "rules_internal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "grammar.h"
#include "sequence.h"

/* Words that C23 or C++23 reserve, or that their headers define as macros. */
static const char *const reserved[] = {
	"ALIGNAS", "ALIGNOF", "AND", "AND_EQ", "ASM", "ASSERT", "AUTO",
	"BITAND", "BITOR", "BOOL", "BREAK", "BUFSIZ", "CASE", "CATCH", "CHAR",
	"CHAR16_T", "CHAR32_T", "CHAR8_T", "CLASS", "COMPL", "CONCEPT",
	"CONST", "CONSTEVAL", "CONSTEXPR", "CONSTINIT", "CONST_CAST",
	"CONTINUE", "CO_AWAIT", "CO_RETURN", "CO_YIELD", "DECLTYPE", "DEFAULT",
	"DELETE", "DO", "DOUBLE", "DYNAMIC_CAST", "ELSE", "ENUM", "EOF",
	"ERRNO", "EXPLICIT", "EXPORT", "EXTERN", "FALSE", "FLOAT", "FOR",
	"FRIEND", "GOTO", "IF", "INLINE", "INT", "LONG", "MUTABLE",
	"NAMESPACE", "NEW", "NOEXCEPT", "NOT", "NOT_EQ", "NULL", "NULLPTR",
	"OPERATOR", "OR", "OR_EQ", "PRIVATE", "PROTECTED", "PUBLIC",
	"REGISTER", "REINTERPRET_CAST", "REQUIRES", "RESTRICT", "RETURN",
	"SHORT", "SIGNED", "SIZEOF", "STATIC", "STATIC_ASSERT", "STATIC_CAST",
	"STRUCT", "SWITCH", "TEMPLATE", "THIS", "THREAD_LOCAL", "THROW",
	"TRUE", "TRY", "TYPEDEF", "TYPEID", "TYPENAME", "TYPEOF",
	"TYPEOF_UNQUAL", "UNION", "UNSIGNED", "USING", "VIRTUAL", "VOID",
	"VOLATILE", "WCHAR_T", "WHILE", "XOR", "XOR_EQ",
};

static int
compare_words(const void *key, const void *word)
{
	return strcmp(key, *(const char *const *)word);
}

static void
rule_reserved_symbol(struct rules *r, xmlNode *element)
{
	const char *symbol = catalog_attribute(element, "symbol");

	if (bsearch(symbol, reserved, sizeof reserved / sizeof *reserved,
	    sizeof *reserved, compare_words) != NULL)
		diag_error(r->d, "reserved-symbol",
		    place_of_value_of(element, "symbol"),
		    "%s is reserved in C or C++", symbol);
}

/* Each entry has a page of its own beside the page "index" of its kind. */
static void
rule_reserved_id(struct rules *r, xmlNode *element)
{
	if (strcmp(catalog_attribute(element, "id"), "index") == 0)
		diag_error(r->d, "reserved-id",
		    place_of_value_of(element, "id"),
		    "\"index\" is the name of the page of all entries");
}

/* ---- given twice ---- */

/* Tells of a value that an earlier entry has; true where it does. */
static bool
tell_duplicate(struct rules *r, xmlHashTable *seen, xmlNode *entry,
    const char *attribute, const char *noun, const char *rule)
{
	const char *value = catalog_attribute(entry, attribute);
	const xmlNode *first;
	struct diag *fault;

	if (value == NULL)
		return false;
	if (xmlHashAddEntry2(seen, (const xmlChar *)value,
	    (const xmlChar *)attribute, entry) == 0)
		return false;
	first = xmlHashLookup2(seen, (const xmlChar *)value,
	    (const xmlChar *)attribute);
	fault = diag_error(r->d, rule, place_of_value_of(entry, attribute),
	    "%s %s is given twice", noun, value);
	catalog_pass_over(entry);
	diag_add_note(r->d, fault, place_of_value_of(first, attribute),
	    "first given here");
	return true;
}

static void
tell_misplaced(struct rules *r, enum kind kind, xmlNode *const *entries,
    size_t count)
{
	const struct kind_rule *k = &kinds[kind];
	unsigned long *keys = arena_alloc(r->arena, count, sizeof *keys);
	bool *misplaced = arena_alloc(r->arena, count, sizeof *misplaced);

	for (size_t i = 0; i < count; i++)
		keys[i] = names_order(catalog_attribute(entries[i], k->order_by));
	sequence_misplaced(r->arena, keys, count, true, misplaced);
	for (size_t i = 0; i < count; i++)
		if (misplaced[i])
			diag_warning(r->d, "out-of-order",
			    place_of_element(entries[i]),
			    "%s %s is out of order: entries ascend by %s",
			    k->noun, catalog_attribute(entries[i], k->key),
			    k->order_by);
}

/* Each file has its own order; the entries come file by file. */
static void
tell_misplaced_by_file(struct rules *r, enum kind kind, xmlNode *const *entries,
    size_t count)
{
	for (size_t from = 0, to; from < count; from = to) {
		for (to = from; to < count &&
		     catalog_file(entries[to]) == catalog_file(entries[from]);)
			to++;
		tell_misplaced(r, kind, entries + from, to - from);
	}
}

/* Of two entries with one key only that is told: neither what else they share
 * nor their order. */
static void
check_kind(struct rules *r, enum kind kind)
{
	const struct kind_rule *k = &kinds[kind];
	size_t count = names_count(r->names, kind), sound = 0;
	xmlNode **entries = arena_alloc(r->arena, count, sizeof *entries);
	xmlHashTable *seen = rules_new_table();

	for (size_t i = 0; i < count; i++) {
		xmlNode *entry = names_entry(r->names, kind, i);

		if (grammar_is_faulty(entry) ||
		    tell_duplicate(r, seen, entry, k->key, k->noun, k->rule) ||
		    (k->second != NULL && tell_duplicate(r, seen, entry,
		    k->second, k->second, k->second_rule)))
			continue;
		entries[sound++] = entry;
	}
	xmlHashFree(seen, NULL);
	if (k->ordered)
		tell_misplaced_by_file(r, kind, entries, sound);
}

static void
rule_given_once(struct rules *r, xmlNode *root)
{
	(void)root;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		check_kind(r, (enum kind)kind);
}

static void
rule_keywords_given_once(struct rules *r, xmlNode *vocabulary)
{
	xmlHashTable *seen = rules_new_table();

	for (xmlNode *n = catalog_child(vocabulary, "keyword"); n != NULL;
	     n = catalog_next(n, "keyword"))
		if (!grammar_is_faulty(n))
			tell_duplicate(r, seen, n, "name", "keyword",
			    "duplicate-id");
	xmlHashFree(seen, NULL);
}

/* The numbers of a file's kind: never may a release take one that a site has. */
static void
check_range(struct rules *r, const xmlNode *entry, unsigned long number)
{
	bool overlay = catalog_file(entry) > 0;

	if (number >= (overlay ? 32768 : 1) &&
	    number <= (overlay ? 65535 : 32767))
		return;
	diag_error(r->d, "bad-number", place_of_value_of(entry, "number"),
	    overlay ? "%lu is not in the overlays' range, 32768 to 65535; the catalog has 1 to 32767"
	    : "%lu is not in the catalog's range, 1 to 32767; overlays have 32768 to 65535",
	    number);
	if (number > 65535) /* the tables cannot hold it */
		catalog_mark(entry);
}

static void
rule_number_range(struct rules *r, xmlNode *entry)
{
	const char *text = catalog_attribute(entry, "number");
	unsigned long number = strtoul(text, NULL, 10);
	bool zero = strcmp(catalog_attribute(entry, "id"), "unknown") == 0 &&
	    catalog_is(entry, "reason");

	if ((number == 0) != zero)
		diag_error(r->d, "bad-number",
		    place_of_value_of(entry, "number"), zero
		    ? "the reason \"unknown\" has the number 0"
		    : "0 is the number of the reason \"unknown\" alone");
	else if (!zero)
		check_range(r, entry, number);
}

/* ---- references ---- */

/* One message a missing target: the first use is the error, others are notes
 * of it. */
static void
tell_dangling(struct rules *r, enum kind kind, const char *key,
    struct place at)
{
	const xmlChar *x = (const xmlChar *)key;
	const xmlChar *of = (const xmlChar *)kinds[kind].element;
	struct diag *fault = xmlHashLookup2(r->told, x, of);

	if (names_in_doubt(r->names, kind, key))
		return;
	if (fault != NULL) {
		diag_add_note(r->d, fault, at, "also used here");
		return;
	}
	fault = diag_error(r->d, "dangling-reference", at,
	    "there is no %s \"%s\"", kinds[kind].noun, key);
	diag_suggest(r->d, fault, names_nearest(r->names, kind, key));
	xmlHashAddEntry2(r->told, x, of, fault);
}

/* "5.1.1" speaks of the entry X.1.1. */
static const char *
status_key(const struct rules *r, const char *status)
{
	return arena_printf(r->arena, "X%s", status + 1);
}

static bool
holds_word(const char *list, char digit)
{
	return list != NULL && strchr(list, digit) != NULL;
}

/* A full status: its entry exists and may have that class. */
static void
check_status(struct rules *r, const char *status, struct place at)
{
	const char *key = status_key(r, status);
	const xmlNode *entry = names_find(r->names, KIND_STATUS, key);

	if (entry == NULL) {
		tell_dangling(r, KIND_STATUS, key, at);
		return;
	}
	if (status[0] == 'X' || grammar_is_faulty(entry) ||
	    holds_word(catalog_attribute(entry, "classes"), status[0]) ||
	    holds_word(catalog_attribute(entry, "classes-met"), status[0]))
		return;
	diag_add_note(r->d, diag_error(r->d, "class-not-allowed", at,
	    "status %s may not have the class %c", key, status[0]),
	    place_of_value_of(entry, "classes"), "its classes are here");
}

static const struct {
	const char *attribute;
	enum kind kind;
} reference_attributes[] = {
	{ "reason", KIND_REASON }, { "reply", KIND_REPLY },
	{ "meant-reply", KIND_REPLY }, { "status", KIND_STATUS },
	{ "meant-status", KIND_STATUS }, { "statuses", KIND_STATUS },
	{ "from-statuses", KIND_STATUS }, { "command", KIND_COMMAND },
	{ "commands", KIND_COMMAND }, { "emitter", KIND_EMITTER },
	{ "reference", KIND_REFERENCE }, { "notice", KIND_NOTICE },
};

static void
check_references(struct rules *r, const xmlNode *element, enum kind kind,
    const xmlAttr *attr, const struct value_type *type)
{
	const char *value = catalog_attribute(element,
	    (const char *)attr->name);
	size_t at = 0, length;

	for (; grammar_next_word(type, value, &at, &length); at += length) {
		const char *key = arena_strndup(r->arena, value + at, length);
		struct place place = place_of_value(attr, at, length);

		if (kind == KIND_STATUS) {
			check_status(r, key, place);
		} else if (names_find(r->names, kind, key) == NULL) {
			tell_dangling(r, kind, key, place);
			catalog_mark(element);
		}
	}
}

static void
rule_references_resolve(struct rules *r, xmlNode *element)
{
	const struct element_rule *rule = NULL;

	for (const xmlAttr *attr = element->properties; attr != NULL;
	     attr = attr->next) {
		const char *name = (const char *)attr->name;

		for (size_t i = 0; attr->ns == NULL && i <
		     sizeof reference_attributes / sizeof *reference_attributes;
		     i++) {
			if (strcmp(name, reference_attributes[i].attribute) != 0)
				continue;
			if (rule == NULL)
				rule = grammar_element(
				    (const char *)element->name);
			check_references(r, element,
			    reference_attributes[i].kind, attr,
			    grammar_attribute(rule, name)->type);
		}
	}
}

/* ---- lists and blanks of attributes ---- */

/* A value is a line: one blank between words, none at the ends. */
static void
check_blanks(struct rules *r, const xmlAttr *attr, const char *value)
{
	size_t length = strlen(value), at = SIZE_MAX;
	const char *two = strstr(value, "  ");
	const char *control = strpbrk(value, "\t\n\r");

	if (length > 0 && value[0] == ' ')
		at = 0;
	else if (control != NULL)
		at = (size_t)(control - value);
	else if (two != NULL)
		at = (size_t)(two - value) + 1;
	else if (length > 0 && value[length - 1] == ' ')
		at = length - 1;
	if (at != SIZE_MAX)
		diag_error(r->d, "bad-blank", place_of_value(attr, at, 1),
		    "%s has a blank too many", attr->name);
}

static void
check_repeats(struct rules *r, const xmlAttr *attr,
    const struct value_type *type, const char *value)
{
	size_t at = 0, length, before, other;

	for (; grammar_next_word(type, value, &at, &length); at += length) {
		before = 0;
		while (grammar_next_word(type, value, &before, &other) &&
		       before < at) {
			if (other == length && memcmp(value + before,
			    value + at, length) == 0) {
				diag_error(r->d, "repeated-word",
				    place_of_value(attr, at, length),
				    "\"%.*s\" stands in %s twice", (int)length,
				    value + at, attr->name);
				break;
			}
			before += other;
		}
	}
}

static void
rule_values(struct rules *r, xmlNode *element)
{
	const struct element_rule *rule =
	    grammar_element((const char *)element->name);

	for (const xmlAttr *attr = element->properties; attr != NULL;
	     attr = attr->next) {
		const struct attribute_rule *a = attr->ns != NULL ? NULL
		    : grammar_attribute(rule, (const char *)attr->name);
		const char *value = a == NULL || attr->children == NULL ? ""
		    : (const char *)attr->children->content;

		if (a == NULL)
			continue;
		check_blanks(r, attr, value);
		if (a->type->list)
			check_repeats(r, attr, a->type, value);
	}
}

const struct rule rules_of_names[] = {
	{ FIRST, rule_given_once },
	{ "vocabulary", rule_keywords_given_once },
	{ "reply", rule_reserved_symbol }, { "status", rule_reserved_symbol },
	{ "status-class", rule_reserved_symbol },
	{ "subject", rule_reserved_symbol },
	{ "reason", rule_reserved_id }, { "notice", rule_reserved_id },
	{ "vocabulary", rule_reserved_id },
	{ "reason", rule_number_range }, { "notice", rule_number_range },
	{ EVERY_ELEMENT, rule_references_resolve },
	{ EVERY_ELEMENT, rule_values },
	{ NULL, NULL },
};
