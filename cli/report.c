/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <stdlib.h>

#include "address.h"
#include "fields.h"

/* A message with more recipients has its first ones explained. */
#define RECIPIENTS_MAX 10000

enum kind { FINAL, ORIGINAL, ACTION, STATUS, DIAGNOSTIC, HOST, NOTHING };

static enum kind
kind_of(struct slice name)
{
	static const struct { const char *name; enum kind kind; } all[] = {
		{ "Final-Recipient", FINAL },
		{ "Original-Recipient", ORIGINAL },
		{ "X-Actual-Recipient", ORIGINAL }, { "Action", ACTION },
		{ "Status", STATUS }, { "Diagnostic-Code", DIAGNOSTIC },
		{ "X-Supplementary-Info", DIAGNOSTIC },
		{ "Remote-MTA", HOST },
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (slice_is(name, all[i].name))
			return all[i].kind;
	return NOTHING;
}

struct report_recipient *
report_add(struct report *r)
{
	if (r->count == r->room) {
		r->room = r->room == 0 ? 4 : r->room * 2;
		r->recipients = memory_resize(r->recipients,
		    r->room * sizeof *r->recipients);
	}
	r->recipients[r->count] = (struct report_recipient){ .final = false };
	return &r->recipients[r->count++];
}

size_t
report_find(const struct report *r, struct slice address)
{
	size_t place = 0;

	while (place < r->count && !address_same(address,
	    slice_text(&r->recipients[place].address)))
		place++;
	return place;
}

/* Whether the field speaks of another recipient than the last one.  What
 * parts them by the book is an empty line; but some write none, and some one
 * after each field. */
static bool
begins_another(const struct report_recipient *last, enum kind kind, bool gap)
{
	switch (kind) {
	case FINAL:
		return last->final;
	case ORIGINAL:
		return last->address.size > 0 && gap;
	case ACTION:
		return last->action.size > 0 && gap;
	default:
		return false;
	}
}

/* The first word: "failed" of "failed (no such user)". */
static struct slice
first_word(struct slice value)
{
	size_t n = 0;

	while (n < value.size && !is_blank(value.s[n]) && value.s[n] != '(' &&
	    value.s[n] != ';')
		n++;
	return (struct slice){ value.s, n };
}

/* "mx.example.org" of "dns; mx.example.org (192.0.2.1)". */
static struct slice
host_of(struct slice value)
{
	size_t type = slice_find(value, ";");

	if (type < value.size)
		value = slice_from(value, type + 1);
	return first_word(slice_trim(value));
}

static void
set_once(struct text *to, struct slice value)
{
	if (to->size == 0)
		text_slice(to, value);
}

static void
take(struct report_recipient *to, enum kind kind, struct slice value)
{
	switch (kind) {
	case FINAL:
		to->final = true;
		text_clear(&to->address);
		text_slice(&to->address, address_of_field(value));
		break;
	case ORIGINAL:
		set_once(&to->address, address_of_field(value));
		break;
	case ACTION:
		set_once(&to->action, first_word(value));
		break;
	case STATUS:
		set_once(&to->status, slice_trim((struct slice){ value.s,
		    slice_find(value, "(") }));
		break;
	case DIAGNOSTIC:
		if (to->diagnostic.size > 0)
			text_byte(&to->diagnostic, '\n');
		text_slice(&to->diagnostic, value);
		break;
	case HOST:
		set_once(&to->host, host_of(value));
		break;
	case NOTHING:
		break;
	}
}

void
report_read(struct report *r, struct slice fields)
{
	size_t first = r->count;
	struct text value = { 0 };
	struct slice name;
	bool gap, any_gap = false;

	while (fields_next(&fields, &name, &value, &gap)) {
		enum kind kind = kind_of(name);

		any_gap = any_gap || gap;
		if (kind == NOTHING)
			continue;
		if (r->count == first || begins_another(
		    &r->recipients[r->count - 1], kind, any_gap)) {
			if (r->count >= RECIPIENTS_MAX)
				break;
			report_add(r);
		}
		any_gap = false;
		take(&r->recipients[r->count - 1], kind, slice_text(&value));
	}
	text_free(&value);
}

void
report_free(struct report *r)
{
	for (size_t i = 0; i < r->count; i++) {
		text_free(&r->recipients[i].address);
		text_free(&r->recipients[i].action);
		text_free(&r->recipients[i].status);
		text_free(&r->recipients[i].diagnostic);
		text_free(&r->recipients[i].host);
	}
	free(r->recipients);
	*r = (struct report){ 0 };
}
