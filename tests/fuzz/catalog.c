/* SPDX-License-Identifier: MIT */
/* catalog.c - any bytes as a catalog: through lexer, parser, grammar and rules,
 * and what is found is printed in all formats */
#include <string.h>

#include <libxml/parser.h>

#include "catalog.h"
#include "fuzz.h"
#include "grammar.h"
#include "lexer.h"
#include "rules.h"

static void
check_places(const struct diags *d, const struct source *source)
{
	for (size_t i = 0; i < d->count; i++) {
		const struct diag *one = d->items[i];
		const struct place *at = &one->place;

		require(one->rule != NULL && *one->rule != '\0');
		require(one->message != NULL && *one->message != '\0');
		require(at->source == source);
		require(at->offset <= source->size);
		/* the end of the file has a place, too */
		require(at->length <= source->size - at->offset + 1);
		require(source_line(source, at->offset) <= source->line_count);
		for (const struct diag_note *n = one->notes; n != NULL;
		     n = n->next)
			require(n->place.offset <= source->size);
	}
}

/* What is printed, in the caller's hands. */
static char *
print(const struct diags *d, enum diag_format format)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	require(out != NULL);
	if (format == DIAG_JSON)
		diag_print_json(d, out);
	else if (format == DIAG_SARIF)
		diag_print_sarif(d, "0", out);
	else
		diag_print_text(d, out, true);
	require(fclose(out) == 0);
	return text;
}

/* The faults of a catalog, as text; *count is how many. */
static char *
faults_of(const char *bytes, size_t size, size_t *count)
{
	struct arena arena = { 0 };
	struct diags d = { .arena = &arena };
	struct source *source = source_new(&arena, "fuzz.xml", bytes, size);
	struct diags alone = { .arena = &arena };
	struct lexed lexed = { 0 };
	struct catalog *c = catalog_parse(&arena, source, &d);
	char *text;

	/* the first fault of the bytes, alone, which the lexer has found: what
	 * is well-formed to it is to libxml2 */
	require(c != NULL || (d.errors == 1 && d.count == 1));
	require(c != NULL || !lex(&arena, source, &lexed, &alone));
	if (c != NULL && grammar_check(c, &d))
		rules_check(c, &d);
	check_places(&d, source);
	diag_sort(&d);
	free(print(&d, DIAG_JSON));
	free(print(&d, DIAG_SARIF));
	text = print(&d, DIAG_TEXT);
	*count = d.errors + d.warnings;
	catalog_free(c);
	arena_free(&arena);
	return text;
}

int LLVMFuzzerInitialize(int *argc, char ***argv);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	memory_install();
	xmlInitParser();
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char *copy = memory_get(size + 1);
	char *first, *second;
	size_t count, again;

	if (size > 0)
		memcpy(copy, bytes, size);
	copy[size] = '\0';
	first = faults_of(copy, size, &count);
	require((count > 0) == (*first != '\0'));
	/* the same again, every 16th time: it is the slow half */
	if (size % 16 == 0) {
		second = faults_of(copy, size, &again);
		require(count == again && strcmp(first, second) == 0);
		free(second);
	}
	free(first);
	free(copy);
	return 0;
}
