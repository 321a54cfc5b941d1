/* SPDX-License-Identifier: MIT */
/* Prints diagnostics as SARIF 2.1.0 (OASIS). */
#include "diag.h"

#include <string.h>

#include "buffer.h"

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/" \
	"sarif-schema-2.1.0.json"

/* A path as a relative or absolute URI: RFC 3986. */
static void
add_uri(struct buffer *b, const char *path)
{
	buffer_byte(b, '"');
	if (path[0] == '/')
		buffer_text(b, "file://");
	for (const char *p = path; *p != '\0'; p++) {
		if ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') ||
		    (*p >= '0' && *p <= '9') || strchr("-._~/", *p) != NULL)
			buffer_byte(b, *p);
		else
			buffer_printf(b, "%%%02X", (unsigned)(unsigned char)*p);
	}
	buffer_byte(b, '"');
}

static void
add_region(struct buffer *b, struct place at)
{
	size_t end = at.offset + at.length;
	size_t line = source_line(at.source, at.offset);

	buffer_printf(b, ",\"region\":{\"startLine\":%zu,\"startColumn\":%zu",
	    line, source_column(at.source, at.offset));
	if (at.length > 0 && end <= at.source->size &&
	    source_line(at.source, end) == line)
		buffer_printf(b, ",\"endColumn\":%zu",
		    source_column(at.source, end));
	buffer_byte(b, '}');
}

static void
add_location(struct buffer *b, struct place at, const char *file, size_t line,
    const char *message)
{
	buffer_text(b, "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":");
	add_uri(b, at.source != NULL ? at.source->name : file);
	buffer_byte(b, '}');
	if (at.source != NULL)
		add_region(b, at);
	else if (line > 0)
		buffer_printf(b, ",\"region\":{\"startLine\":%zu}", line);
	buffer_byte(b, '}');
	if (message != NULL) {
		buffer_text(b, ",\"message\":{\"text\":");
		diag_add_json_string(b, message);
		buffer_byte(b, '}');
	}
	buffer_byte(b, '}');
}

static bool
is_first_of_rule(const struct diags *d, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(d->items[i]->rule, d->items[n]->rule) == 0)
			return false;
	return true;
}

/* The place of a rule among those that were broken. */
static size_t
rule_index(const struct diags *d, const char *rule)
{
	size_t index = 0;

	for (size_t i = 0; strcmp(d->items[i]->rule, rule) != 0; i++)
		index += is_first_of_rule(d, i);
	return index;
}

static void
add_rules(struct buffer *b, const struct diags *d)
{
	const char *separator = "";

	buffer_text(b, "\"rules\":[");
	for (size_t i = 0; i < d->count; i++) {
		if (!is_first_of_rule(d, i))
			continue;
		buffer_printf(b, "%s{\"id\":", separator);
		diag_add_json_string(b, d->items[i]->rule);
		buffer_byte(b, '}');
		separator = ",";
	}
	buffer_byte(b, ']');
}

static const char *
text_of(struct arena *arena, const struct diag *item)
{
	return item->suggestion == NULL ? item->message
	    : arena_printf(arena, "%s; did you mean \"%s\"?", item->message,
	    item->suggestion);
}

static void
add_result(struct buffer *b, const struct diags *d, size_t n)
{
	const struct diag *item = d->items[n];

	buffer_text(b, "{\"ruleId\":");
	diag_add_json_string(b, item->rule);
	buffer_printf(b, ",\"ruleIndex\":%zu,\"level\":\"%s\",\"message\":{\"text\":",
	    rule_index(d, item->rule), diag_severity_name(item->severity));
	diag_add_json_string(b, text_of(d->arena, item));
	buffer_text(b, "},\"locations\":[");
	if (item->place.source != NULL || item->file != NULL)
		add_location(b, item->place, item->file, item->line, NULL);
	buffer_byte(b, ']');
	if (item->notes != NULL) {
		buffer_text(b, ",\"relatedLocations\":[");
		for (const struct diag_note *note = item->notes; note != NULL;
		     note = note->next) {
			add_location(b, note->place, "", 0, note->message);
			if (note->next != NULL)
				buffer_byte(b, ',');
		}
		buffer_byte(b, ']');
	}
	buffer_byte(b, '}');
}

void
diag_print_sarif(const struct diags *d, const char *version, FILE *out)
{
	struct buffer b = { 0 };

	buffer_text(&b, "{\"$schema\":\"" SCHEMA "\",\"version\":\"2.1.0\","
	    "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"mailerr-gen\","
	    "\"version\":");
	diag_add_json_string(&b, version);
	buffer_byte(&b, ',');
	add_rules(&b, d);
	buffer_text(&b, "}},\"columnKind\":\"unicodeCodePoints\",\"results\":[");
	for (size_t i = 0; i < d->count; i++) {
		buffer_text(&b, i == 0 ? "\n" : ",\n");
		add_result(&b, d, i);
	}
	buffer_text(&b, "\n]}]}\n");
	fwrite(b.bytes, 1, b.size, out);
	buffer_free(&b);
}
