/* SPDX-License-Identifier: MIT */
/* Rules of entries: what their attributes ask of each other. */
#include "rules_internal.h"

#include <string.h>

#include "grammar.h"

static bool
has_word(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = list; p != NULL && (p = strstr(p, word)) != NULL;
	     p++)
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

/* ---- advice where mail fails or waits ---- */

static bool
is_failure(const xmlNode *entry)
{
	const char *class = catalog_attribute(entry, "class");
	const char *code = catalog_attribute(entry, "code");
	const char *classes = catalog_attribute(entry, "classes");
	const char *bounce = catalog_attribute(entry, "bounce");

	if (catalog_is(entry, "reply"))
		return code[0] == '4' || code[0] == '5';
	if (catalog_is(entry, "status"))
		return has_word(classes, "4") || has_word(classes, "5");
	if (catalog_is(entry, "reason"))
		return strcmp(bounce, "none") != 0;
	return class != NULL && (strcmp(class, "transient") == 0 ||
	    strcmp(class, "permanent") == 0);
}

static void
rule_advice(struct rules *r, xmlNode *entry)
{
	bool cause = catalog_child(entry, "cause") != NULL;
	bool action = catalog_child(entry, "action") != NULL;
	bool overridden = catalog_is_overridden(catalog_attribute_node(entry,
	    "bounce"));
	struct diag *fault;

	if (!is_failure(entry) || (cause && action))
		return;
	fault = diag_error(r->d, "missing-advice", overridden
	    ? place_of_value_of(entry, "bounce") : place_of_element(entry),
	    "%s speaks of a failure and needs %s", entry->name,
	    cause ? "an action" : action ? "a cause" :
	    "a cause and an action");
	if (overridden)
		diag_add_note(r->d, fault, place_of_element(entry),
		    "of this %s", entry->name);
}

/* ---- sources ---- */

static bool
has_source(const xmlNode *entry)
{
	for (const xmlNode *n = catalog_child(entry, "see"); n != NULL;
	     n = catalog_next(n, "see"))
		if (catalog_attribute(n, "reference") != NULL)
			return true;
	for (const xmlNode *n = catalog_child(entry, "phrase"); n != NULL;
	     n = catalog_next(n, "phrase"))
		if (catalog_attribute(n, "source") != NULL)
			return true;
	return false;
}

static void
rule_source(struct rules *r, xmlNode *entry)
{
	if (!grammar_has_fault_inside(entry) && !has_source(entry))
		diag_error(r->d, "missing-source", place_of_element(entry),
		    "%s names no source: add a see with a reference%s",
		    entry->name, catalog_is(entry, "notice")
		    ? ", or the source of a phrase" : "");
}

/* ---- notices ---- */

static bool
rank_has_reason(const char *rank)
{
	return strcmp(rank, "cause") == 0 || strcmp(rank, "generic") == 0;
}

static void
rule_rank_reason(struct rules *r, xmlNode *notice)
{
	const char *rank = catalog_attribute(notice, "rank");
	const char *reason = catalog_attribute(notice, "reason");

	if (rank_has_reason(rank) && reason == NULL) {
		diag_error(r->d, "rank-reason", place_of_element(notice),
		    "a notice of rank %s needs a reason", rank);
		catalog_mark(notice);
	} else if (!rank_has_reason(rank) && reason != NULL)
		diag_error(r->d, "rank-reason",
		    place_of_value_of(notice, "reason"),
		    "a notice of rank %s has no reason", rank);
}

/* ---- suppression ---- */

/* The attribute of the element itself, or of the reason that it names. */
static const char *
advice_of(const struct rules *r, const xmlNode *element, const char *name)
{
	const char *own = catalog_attribute(element, name);
	const char *reason = catalog_attribute(element, "reason");
	const xmlNode *entry = own != NULL || reason == NULL ? NULL
	    : names_find(r->names, KIND_REASON, reason);

	if (own != NULL)
		return own;
	return entry == NULL || grammar_is_faulty(entry) ? NULL
	    : catalog_attribute(entry, name);
}

static bool
is_unsafe(const char *suppress, const char *about)
{
	return suppress != NULL && about != NULL &&
	    (strcmp(suppress, "yes") == 0 || strcmp(suppress, "confirm") == 0)
	    && strcmp(about, "recipient") != 0 && strcmp(about, "domain") != 0;
}

/* Whether the reason that an element names is unsafe by itself. */
static bool
is_reason_unsafe(const struct rules *r, const xmlNode *element)
{
	const char *id = catalog_attribute(element, "reason");
	const xmlNode *reason = id == NULL ? NULL
	    : names_find(r->names, KIND_REASON, id);

	return reason != NULL && is_unsafe(catalog_attribute(reason,
	    "suppress"), catalog_attribute(reason, "about"));
}

/* Of the attributes from which an unsafe verdict comes that which an overlay
 * has set, be it at the element or at its reason; NULL where none has. */
static const xmlAttr *
overridden_cause(const struct rules *r, const xmlNode *element)
{
	static const char *const names[] = { "suppress", "about", "reason" };
	const char *id = catalog_attribute(element, "reason");
	const xmlNode *places[] = { element, id == NULL ? NULL
	    : names_find(r->names, KIND_REASON, id) };

	for (size_t i = 0; i < 2; i++)
		for (size_t n = 0; places[i] != NULL && n < 3; n++) {
			const xmlAttr *attr = catalog_attribute_node(places[i],
			    names[n]);

			if (catalog_is_overridden(attr))
				return attr;
		}
	return NULL;
}

static const char *
cause_key(const struct rules *r, const xmlAttr *cause)
{
	struct place at = place_of_attribute(cause);

	return arena_printf(r->arena, "unsafe %s %zu", at.source->name,
	    at.offset);
}

/* The worst error is to call a good address dead: only a verdict about the
 * recipient or its domain may take an address off a list. */
static void
rule_safe_suppress(struct rules *r, xmlNode *element)
{
	const char *suppress = advice_of(r, element, "suppress");
	const char *about = advice_of(r, element, "about");
	const char *at = catalog_attribute(element, "suppress") != NULL
	    ? "suppress" : "about";
	const xmlAttr *cause;
	struct diag *fault;

	if (catalog_attribute(element, at) == NULL ||
	    !is_unsafe(suppress, about) || is_reason_unsafe(r, element))
		return;
	cause = overridden_cause(r, element);
	/* what an overlay has set is one fault, however many it spoils */
	fault = cause == NULL ? NULL : xmlHashLookup(r->told,
	    (const xmlChar *)cause_key(r, cause));
	if (fault == NULL)
		fault = diag_error(r->d, "unsafe-suppress", cause == NULL
		    ? place_of_value_of(element, at)
		    : place_of_value_of(cause->parent,
		    (const char *)cause->name),
		    "suppress \"%s\" with about \"%s\": only what is about the recipient or domain may suppress an address",
		    suppress, about);
	if (cause == NULL)
		return;
	diag_add_note(r->d, fault, place_of_element(element), "of this %s",
	    element->name);
	xmlHashAddEntry(r->told, (const xmlChar *)cause_key(r, cause), fault);
}

/* ---- statuses ---- */

static void
rule_reply_statuses(struct rules *r, xmlNode *reply)
{
	const xmlAttr *attr = catalog_attribute_node(reply, "statuses");
	const char *code = catalog_attribute(reply, "code");
	const char *value = attr == NULL ? NULL
	    : catalog_attribute(reply, "statuses");

	for (const char *p = value; p != NULL && *p != '\0';) {
		size_t length = strcspn(p, " ");

		if (length > 0 && *p != code[0])
			diag_error(r->d, "class-not-allowed",
			    place_of_value(attr, (size_t)(p - value),
			    length), "%.*s is of another class than reply %s",
			    (int)length, p, code);
		p += length;
		p += strspn(p, " ");
	}
}

static bool
has_digit(const struct rules *r, enum kind kind, char digit)
{
	const char key[] = { digit, '\0' };

	return names_find(r->names, kind, key) != NULL ||
	    names_in_doubt(r->names, kind, key);
}

static void
tell_classes(struct rules *r, const xmlNode *status, const char *name)
{
	const xmlAttr *attr = catalog_attribute_node(status, name);
	const char *value = attr == NULL ? "" : catalog_attribute(status, name);
	const char *classes = catalog_attribute(status, "classes");
	bool met = strcmp(name, "classes") != 0;

	for (size_t i = 0; value[i] != '\0'; i++) {
		if (value[i] == ' ')
			continue;
		if (!has_digit(r, KIND_STATUS_CLASS, value[i]))
			diag_error(r->d, "dangling-reference",
			    place_of_value(attr, i, 1),
			    "there is no status class \"%c\"", value[i]);
		else if (met && strchr(classes, value[i]) != NULL)
			diag_error(r->d, "repeated-word",
			    place_of_value(attr, i, 1),
			    "\"%c\" stands in classes already", value[i]);
	}
}

static void
rule_status_parts(struct rules *r, xmlNode *status)
{
	const xmlAttr *attr = catalog_attribute_node(status, "code");
	const char *code = catalog_attribute(status, "code");

	if (!has_digit(r, KIND_SUBJECT, code[2]) || code[3] != '.')
		diag_error(r->d, "dangling-reference",
		    place_of_value(attr, 2, strcspn(code + 2, ".")),
		    "there is no status subject \"%.*s\"",
		    (int)strcspn(code + 2, "."), code + 2);
	tell_classes(r, status, "classes");
	tell_classes(r, status, "classes-met");
}

/* The class that a digit stands for, "" where none does. */
static const char *
class_of_digit(const struct rules *r, char digit)
{
	const char key[] = { digit, '\0' };
	const xmlNode *entry = names_find(r->names, KIND_STATUS_CLASS, key);

	return entry == NULL ? "" : catalog_attribute(entry, "class");
}

static bool
may_have_class(const struct rules *r, const xmlNode *entry, const char *class)
{
	const char *digits = catalog_attribute(entry, "classes");
	const char *met = catalog_attribute(entry, "classes-met");

	for (; digits != NULL && *digits != '\0'; digits++)
		if (strcmp(class_of_digit(r, *digits), class) == 0)
			return true;
	for (; met != NULL && *met != '\0'; met++)
		if (strcmp(class_of_digit(r, *met), class) == 0)
			return true;
	return false;
}

/* A reply has its class in its first digit, so no sense of it has another. */
static void
rule_sense_class(struct rules *r, xmlNode *sense)
{
	const char *class = catalog_attribute(sense, "class");

	if (class == NULL)
		return;
	if (catalog_is(sense->parent, "reply"))
		diag_error(r->d, "class-not-allowed",
		    place_of_value_of(sense, "class"),
		    "a reply has one class, its first digit; class is for the senses of a status");
	else if (!may_have_class(r, sense->parent, class))
		diag_error(r->d, "class-not-allowed",
		    place_of_value_of(sense, "class"),
		    "neither classes nor classes-met of the status allow \"%s\"",
		    class);
}

/* ---- references ---- */

static void
rule_section_address(struct rules *r, xmlNode *reference)
{
	const char *address = catalog_attribute(reference, "section-href");

	if (address != NULL && strstr(address, "{section}") == NULL)
		diag_error(r->d, "section-address",
		    place_of_value_of(reference, "section-href"),
		    "section-href must hold {section}");
}

const struct rule rules_of_entries[] = {
	{ "reply", rule_advice }, { "status", rule_advice },
	{ "reason", rule_advice }, { "notice", rule_advice },
	{ "reply", rule_source }, { "status", rule_source },
	{ "reason", rule_source }, { "notice", rule_source },
	{ "notice", rule_rank_reason },
	{ "reason", rule_safe_suppress }, { "notice", rule_safe_suppress },
	{ "sense", rule_safe_suppress }, { "sense", rule_sense_class },
	{ "reply", rule_reply_statuses }, { "status", rule_status_parts },
	{ "reference", rule_section_address },
	{ NULL, NULL },
};
