/* SPDX-License-Identifier: MIT */
/* The tables.  How a document is held against them: validate.c; how they are
 * printed for editors: schema.c.  docs/catalog.md explains each name. */
#include "grammar.h"

#include <string.h>

#define WORDS(...) .words = (const char *const[]){ __VA_ARGS__, NULL }

#define DETAIL "(0|[1-9][0-9]{0,2})"

static const struct value_type
    id = { "id", "lower-case words joined by \"-\"",
	"[a-z][a-z0-9]*(-[a-z0-9]+)*", 64, false, NULL },
    symbol = { "symbol", "upper-case words joined by \"_\"",
	"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", 64, false, NULL },
    number = { "number", "a number from 0 to 65535 without leading zero",
	"(0|[1-9][0-9]{0,4})", 5, false, NULL },
    digit = { "digit", "one digit", "[0-9]", 1, false, NULL },
    integer = { "integer", "a number without leading zero",
	"(0|[1-9][0-9]{0,8})", 9, false, NULL },
    reply_code = { "reply-code", "three digits, 200 to 559",
	"[2-5][0-5][0-9]", 3, false, NULL },
    status_full = { "status", "class, subject and detail, like 5.1.1",
	"[245]\\." DETAIL "\\." DETAIL, 9, false, NULL },
    status_list = { "statuses", "class, subject and detail, like 5.1.1",
	"[245]\\." DETAIL "\\." DETAIL, 9, true, NULL },
    status_code = { "status-code", "X, subject and detail, like X.1.1",
	"X\\." DETAIL "\\." DETAIL, 9, false, NULL },
    status_code_list = { "status-codes", "X, subject and detail, like X.1.1",
	"X\\." DETAIL "\\." DETAIL, 9, true, NULL },
    status_any = { "any-status", "a status like 5.1.1 or X.1.1",
	"[245X]\\." DETAIL "\\." DETAIL, 9, false, NULL },
    any_code = { "any-code", "three digits, or a status like 5.1.1 or X.1.1",
	"([1-9][0-9]{2}|[245X]\\." DETAIL "\\." DETAIL ")", 9, false, NULL },
    class_digits = { "class-digits", "2, 4 or 5", "[245]", 1, true, NULL },
    command = { "command", "an upper-case name like DATA-END",
	"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*", 32, false, NULL },
    command_list = { "commands", "an upper-case name like DATA-END",
	"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*", 32, true, NULL },
    keyword_name = { "keyword-name", "a keyword like EX_NOUSER or failed",
	"[A-Za-z][A-Za-z0-9_\\-]*", 64, false, NULL },
    version = { "version", "two or three numbers like 0.1",
	"[0-9]+\\.[0-9]+(\\.[0-9]+)?", 32, false, NULL },
    date = { "date", "a date like 2026-12-01",
	"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", 10, false,
	NULL },
    address = { "address", "an address that begins with https:// or http://",
	"https?://[!-~]+", 1000, false, NULL },
    section_number = { "section-number", "a section like 4.2.3 or A",
	"[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*", 32, false, NULL },
    language_code = { "language-code", "a language code like ja",
	"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", 35, false, NULL },
    line = { "line", "a line of text", ".+", 4000, false, NULL },
    yes_no = { "yes-no", NULL, NULL, 0, false, WORDS("yes", "no") },
    anchor = { "anchor", NULL, NULL, 0, false, WORDS("line") },
    reference_kind = { "reference-kind", NULL, NULL, 0, false,
	WORDS("rfc", "registry", "software", "vendor", "page") },
    emitter_kind = { "emitter-kind", NULL, NULL, 0, false,
	WORDS("mta", "service", "carrier", "client", "filter", "library",
	    "gateway") },
    group = { "group", NULL, NULL, 0, false,
	WORDS("recipient", "way", "sender", "trust", "volume", "message",
	    "machines", "none") },
    bounce = { "bounce", NULL, NULL, 0, false,
	WORDS("hard", "soft", "block", "admin", "none") },
    retry = { "retry", NULL, NULL, 0, false,
	WORDS("later", "slower", "wait", "fixed", "split", "no", "none") },
    suppress = { "suppress", NULL, NULL, 0, false,
	WORDS("yes", "confirm", "repeat", "already", "no") },
    about = { "about", NULL, NULL, 0, false,
	WORDS("recipient", "domain", "route", "sender", "host", "message",
	    "receiver", "session", "none") },
    standing = { "standing", NULL, NULL, 0, false,
	WORDS("current", "obsolete", "historic", "deprecated") },
    class_name = { "class", NULL, NULL, 0, false,
	WORDS("success", "intermediate", "transient", "permanent", "info") },
    status_class_name = { "status-class", NULL, NULL, 0, false,
	WORDS("success", "transient", "permanent") },
    trust = { "trust", NULL, NULL, 0, false,
	WORDS("strong", "weak", "wrapper") },
    rank = { "rank", NULL, NULL, 0, false,
	WORDS("cause", "generic", "wrapper", "frame") },
    where = { "where", NULL, NULL, 0, true,
	WORDS("subject", "body", "from", "reply", "diagnostic", "log") },
    audience = { "audience", NULL, NULL, 0, true,
	WORDS("sender", "recipient", "postmaster", "developer") },
    argument_type = { "argument-type", NULL, NULL, 0, false,
	WORDS("number", "duration", "address", "host", "ip", "word", "text") },
    mistake_kind = { "mistake-kind", NULL, NULL, 0, false,
	WORDS("obsolete", "draft", "myth", "vendor", "wrong-example",
	    "other-protocol", "typo") };

/* Rows that several kinds of entry share. */
#define LIFE \
	{ "standing", &standing, OPTIONAL }, { "since", &version, OPTIONAL }, \
	{ "retired", &version, OPTIONAL }
#define ADVICE(presence) \
	{ "bounce", &bounce, presence }, { "retry", &retry, presence }, \
	{ "suppress", &suppress, presence }, { "about", &about, presence }
#define TARGETS \
	{ "reply", &reply_code, ONE_OF }, { "status", &status_any, ONE_OF }, \
	{ "notice", &id, ONE_OF }, { "reason", &id, ONE_OF }, \
	{ "reference", &id, ONE_OF }, \
	{ "section", &section_number, WITH_REFERENCE }
#define PARTS \
	{ "labels", MAYBE }, { "sections", MAYBE }, { "references", MAYBE }, \
	{ "commands", MAYBE }, { "emitters", MAYBE }, { "reasons", MAYBE }, \
	{ "replies", MAYBE }, { "statuses", MAYBE }, { "notices", MAYBE }, \
	{ "mistaken", MAYBE }, { "vocabularies", MAYBE }
#define FIELDS \
	{ "title", ONE }, { "meaning", ONE }, { "cause", MANY }, \
	{ "action", MANY }, { "note", MANY }
#define FIELD { { "text", SOME } }

/* By name, for the search. */
static const struct element_rule elements[] = {
	{ "action", ELEMENTS, { { "for", &audience, REQUIRED } }, FIELD },
	{ "advice", ELEMENTS, { { "reason", &id, ANY_OF }, ADVICE(ANY_OF) },
	    { { 0 } } },
	{ "arg", ELEMENTS, { { "name", &id, REQUIRED },
	    { "type", &argument_type, REQUIRED } }, { { 0 } } },
	{ "catalog", ELEMENTS, { { "schema-version", &version, REQUIRED },
	    { "name", &id, REQUIRED }, { "version", &version, REQUIRED },
	    { "date", &date, REQUIRED } },
	    { { "languages", ONE }, PARTS } },
	{ "cause", ELEMENTS, { { 0 } }, FIELD },
	{ "code", TEXT, { { 0 } }, { { 0 } } },
	{ "command", ELEMENTS, { { "name", &command, REQUIRED },
	    { "about", &about, OPTIONAL }, { "reason", &id, OPTIONAL } },
	    { { "meaning", ONE }, { "see", MANY } } },
	{ "commands", ELEMENTS, { { 0 } }, { { "command", MANY } } },
	{ "emitter", ELEMENTS, { { "id", &id, REQUIRED },
	    { "name", &line, REQUIRED }, { "kind", &emitter_kind, REQUIRED },
	    { "href", &address, OPTIONAL } }, { { 0 } } },
	{ "emitters", ELEMENTS, { { 0 } }, { { "emitter", MANY } } },
	{ "example", TEXT, { { 0 } }, { { 0 } } },
	{ "extend", ELEMENTS, { { "label", &id, ONE_OF },
	    { "section", &id, ONE_OF }, { "command", &command, ONE_OF },
	    { "reason", &id, ONE_OF }, { "reply", &reply_code, ONE_OF },
	    { "status-class", &digit, ONE_OF }, { "subject", &digit, ONE_OF },
	    { "status", &status_code, ONE_OF }, { "notice", &id, ONE_OF },
	    { "mistake", &any_code, ONE_OF }, { "vocabulary", &id, ONE_OF },
	    { "override", &yes_no, OPTIONAL } },
	    { { "advice", MAYBE }, { "text", MANY }, { "title", MANY },
	    { "meaning", MANY }, { "cause", MANY }, { "action", MANY },
	    { "note", MANY }, { "phrase", MANY }, { "retire", MANY } } },
	{ "keyword", ELEMENTS, { { "name", &keyword_name, REQUIRED },
	    { "value", &integer, OPTIONAL }, { "reply", &reply_code, OPTIONAL },
	    { "status", &status_full, OPTIONAL },
	    { "from-statuses", &status_code_list, OPTIONAL },
	    { "reason", &id, OPTIONAL } },
	    { FIELDS, { "treatment", MANY }, { "see", MANY } } },
	{ "known-as", ELEMENTS, { { "emitter", &id, REQUIRED },
	    { "name", &line, REQUIRED } }, { { 0 } } },
	{ "label", ELEMENTS, { { "id", &id, REQUIRED } }, FIELD },
	{ "labels", ELEMENTS, { { 0 } }, { { "label", MANY } } },
	{ "language", ELEMENTS, { { "code", &language_code, REQUIRED },
	    { "name", &line, REQUIRED }, { "complete", &yes_no, REQUIRED } },
	    { { "term", MANY } } },
	{ "languages", ELEMENTS, { { 0 } }, { { "language", SOME } } },
	{ "link", TEXT, { TARGETS }, { { 0 } } },
	{ "match", MIXED, { { 0 } }, { { "arg", MANY } } },
	{ "meaning", ELEMENTS, { { 0 } }, FIELD },
	{ "mistake", ELEMENTS, { { "code", &any_code, REQUIRED },
	    { "kind", &mistake_kind, REQUIRED },
	    { "meant-reply", &reply_code, OPTIONAL },
	    { "meant-status", &status_any, OPTIONAL },
	    { "reason", &id, OPTIONAL } }, { FIELDS, { "see", MANY } } },
	{ "mistaken", ELEMENTS, { { 0 } }, { { "mistake", MANY } } },
	{ "note", ELEMENTS, { { 0 } }, FIELD },
	{ "notice", ELEMENTS, { { "id", &id, REQUIRED },
	    { "number", &number, REQUIRED }, { "rank", &rank, REQUIRED },
	    { "reason", &id, OPTIONAL }, { "reply", &reply_code, OPTIONAL },
	    { "status", &status_full, OPTIONAL },
	    { "class", &class_name, OPTIONAL }, ADVICE(OPTIONAL), LIFE },
	    { FIELDS, { "phrase", MANY }, { "see", MANY } } },
	{ "notices", ELEMENTS, { { 0 } }, { { "notice", MANY } } },
	{ "overlay", ELEMENTS, { { "schema-version", &version, REQUIRED } },
	    { { "languages", MAYBE }, PARTS, { "extend", MANY } } },
	{ "phrase", ELEMENTS, { { "emitter", &id, OPTIONAL },
	    { "command", &command, OPTIONAL }, { "reply", &reply_code, OPTIONAL },
	    { "status", &status_full, OPTIONAL }, { "where", &where, REQUIRED },
	    { "source", &line, OPTIONAL }, { "since", &line, OPTIONAL },
	    { "until", &line, OPTIONAL }, { "rank", &rank, OPTIONAL },
	    { "anchor", &anchor, OPTIONAL }, { "retired", &version, OPTIONAL } },
	    { { "match", ONE }, { "example", SOME } } },
	{ "reason", ELEMENTS, { { "id", &id, REQUIRED },
	    { "number", &number, REQUIRED }, { "group", &group, REQUIRED },
	    ADVICE(REQUIRED), LIFE },
	    { FIELDS, { "known-as", MANY }, { "see", MANY } } },
	{ "reasons", ELEMENTS, { { 0 } }, { { "reason", MANY } } },
	{ "reference", ELEMENTS, { { "id", &id, REQUIRED },
	    { "kind", &reference_kind, REQUIRED }, { "label", &line, REQUIRED },
	    { "title", &line, REQUIRED }, { "href", &address, OPTIONAL },
	    { "section-href", &address, OPTIONAL } }, { { 0 } } },
	{ "references", ELEMENTS, { { 0 } }, { { "reference", MANY } } },
	{ "replies", ELEMENTS, { { 0 } }, { { "reply", MANY } } },
	{ "reply", ELEMENTS, { { "code", &reply_code, REQUIRED },
	    { "symbol", &symbol, REQUIRED }, { "reason", &id, OPTIONAL },
	    { "commands", &command_list, OPTIONAL },
	    { "statuses", &status_list, OPTIONAL },
	    { "extensions", &command_list, OPTIONAL }, LIFE },
	    { FIELDS, { "sense", MANY }, { "see", MANY } } },
	{ "retire", ELEMENTS, { { "emitter", &id, OPTIONAL },
	    { "command", &command, OPTIONAL }, { "reply", &reply_code, OPTIONAL },
	    { "status", &status_full, OPTIONAL },
	    { "anchor", &anchor, OPTIONAL } }, { { "match", ONE } } },
	{ "section", ELEMENTS, { { "id", &id, REQUIRED } },
	    { { "title", ONE }, { "meaning", ONE } } },
	{ "sections", ELEMENTS, { { 0 } }, { { "section", MANY } } },
	{ "see", ELEMENTS, { TARGETS }, { { 0 } } },
	{ "sense", ELEMENTS, { { "command", &command, ANY_OF },
	    { "emitter", &id, ANY_OF }, { "reference", &id, ANY_OF },
	    { "section", &section_number, WITH_REFERENCE },
	    { "class", &status_class_name, OPTIONAL },
	    { "reason", &id, REQUIRED }, ADVICE(OPTIONAL) },
	    { { "title", MAYBE }, { "meaning", ONE }, { "cause", MANY },
	    { "action", MANY }, { "note", MANY }, { "see", MANY } } },
	{ "status", ELEMENTS, { { "code", &status_code, REQUIRED },
	    { "symbol", &symbol, REQUIRED },
	    { "classes", &class_digits, REQUIRED },
	    { "classes-met", &class_digits, OPTIONAL },
	    { "reason", &id, OPTIONAL }, { "trust", &trust, REQUIRED }, LIFE },
	    { FIELDS, { "sense", MANY }, { "see", MANY } } },
	{ "status-class", ELEMENTS, { { "digit", &digit, REQUIRED },
	    { "symbol", &symbol, REQUIRED },
	    { "class", &status_class_name, REQUIRED } },
	    { { "title", ONE }, { "meaning", ONE }, { "note", MANY },
	    { "see", MANY } } },
	{ "statuses", ELEMENTS, { { 0 } }, { { "status-class", MANY },
	    { "subject", MANY }, { "status", MANY } } },
	{ "subject", ELEMENTS, { { "digit", &digit, REQUIRED },
	    { "symbol", &symbol, REQUIRED } },
	    { { "title", ONE }, { "meaning", ONE }, { "note", MANY },
	    { "see", MANY } } },
	{ "term", ELEMENTS, { { "use", &line, REQUIRED },
	    { "not", &line, REQUIRED } }, { { 0 } } },
	{ "text", MIXED, { { "xml:lang", &language_code, REQUIRED } },
	    { { "code", MANY }, { "link", MANY } } },
	{ "title", ELEMENTS, { { 0 } }, FIELD },
	{ "treatment", ELEMENTS, { { "emitter", &id, REQUIRED },
	    { "class", &status_class_name, REQUIRED },
	    { "reply", &reply_code, OPTIONAL },
	    { "status", &status_full, OPTIONAL }, { "says", &line, OPTIONAL } },
	    { { 0 } } },
	{ "vocabularies", ELEMENTS, { { 0 } }, { { "vocabulary", MANY } } },
	{ "vocabulary", ELEMENTS, { { "id", &id, REQUIRED } },
	    { { "title", ONE }, { "meaning", ONE }, { "note", MANY },
	    { "see", MANY }, { "keyword", SOME } } },
};

#define ELEMENT_COUNT (sizeof elements / sizeof *elements)

const struct element_rule *
grammar_element(const char *name)
{
	size_t low = 0, high = ELEMENT_COUNT;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(name, elements[middle].name);

		if (order == 0)
			return &elements[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct element_rule *
grammar_element_at(size_t n)
{
	return n < ELEMENT_COUNT ? &elements[n] : NULL;
}

size_t
grammar_index(const struct element_rule *rule)
{
	return (size_t)(rule - elements);
}

const struct attribute_rule *
grammar_attribute(const struct element_rule *rule, const char *name)
{
	for (const struct attribute_rule *a = rule->attributes;
	     a->name != NULL; a++)
		if (strcmp(a->name, name) == 0)
			return a;
	return NULL;
}

const struct child_rule *
grammar_child(const struct element_rule *rule, const char *name)
{
	for (const struct child_rule *r = rule->children;
	     r < rule->children + GRAMMAR_CHILDREN && r->name != NULL; r++)
		if (strcmp(r->name, name) == 0)
			return r;
	return NULL;
}

bool
grammar_next_word(const struct value_type *type, const char *value, size_t *at,
    size_t *length)
{
	if (!type->list) {
		*length = strlen(value + *at);
		return *at == 0 && *length > 0;
	}
	*at += strspn(value + *at, " ");
	*length = strcspn(value + *at, " ");
	return *length > 0;
}
