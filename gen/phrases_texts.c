/* SPDX-License-Identifier: MIT */
/* phrases_texts.c - the texts as C tables.  A stylesheet could do it, but they
 * are most of what the C target prints. */
#include "phrases_private.h"

#include <string.h>

#include "escape.h"
#include "texts.h"

/* One language: its texts by number, NULL where there is none. */
struct language {
	const char *code, *id; /* "pt-BR", pt_BR */
	const char **texts;
	size_t count;
};

static void
read_language(struct arena *arena, const struct texts *texts,
    struct language *l)
{
	char *id = arena_strdup(arena, l->code);
	bool first = strcmp(l->code, "en") == 0;

	for (char *c = id; *c != '\0'; c++)
		if (*c == '-')
			*c = '_';
	l->id = id;
	l->count = texts_count(texts);
	l->texts = arena_alloc(arena, l->count + 1, sizeof *l->texts);
	for (size_t i = 0; i < l->count; i++) {
		const char *text = texts_value(arena, texts_get(texts, i));

		l->texts[i] = first ? text
		    : texts_translation(texts, text, l->code);
	}
}

/* A struct of arrays: no string comes near the limits of compilers, and the
 * offsets need no relocation. */
static void
print_language(struct buffer *out, const struct language *l)
{
	buffer_printf(out, "/* Texts in %s */\n"
	    "static const struct texts_%s {\n\tchar none[1];\n", l->code,
	    l->id);
	for (size_t i = 0; i < l->count; i++)
		if (l->texts[i] != NULL)
			buffer_printf(out, "\tchar t%zu[%zu];\n", i,
			    strlen(l->texts[i]) + 1);
	buffer_printf(out, "} texts_%s = {\n\t\"\"", l->id);
	for (size_t i = 0; i < l->count; i++) {
		if (l->texts[i] == NULL)
			continue;
		buffer_text(out, ",\n\t");
		escape_c_string_split(out, l->texts[i], strlen(l->texts[i]),
		    78, "\t");
	}
	buffer_printf(out, "\n};\n\n"
	    "static const uint32_t texts_%s_at[] = {\n", l->id);
	for (size_t i = 0; i < l->count; i++) {
		if (l->texts[i] == NULL)
			buffer_text(out, "\tNO_TEXT,\n");
		else
			buffer_printf(out,
			    "\toffsetof(struct texts_%s, t%zu),\n", l->id, i);
	}
	buffer_text(out, "\tNO_TEXT\n};\n/* End of texts */\n");
}

void
phrases_print_texts(struct arena *arena, struct buffer *out,
    const struct catalog *c)
{
	const struct texts *texts = texts_new(arena, c);
	const xmlNode *all = catalog_child(xmlDocGetRootElement(c->doc),
	    "languages");

	for (const xmlNode *n = all == NULL ? NULL
	     : catalog_child(all, "language"); n != NULL;
	     n = catalog_next(n, "language")) {
		struct language l = { .code = catalog_attribute(n, "code") };

		if (l.code == NULL)
			continue;
		read_language(arena, texts, &l);
		print_language(out, &l);
	}
}
