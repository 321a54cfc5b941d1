/* SPDX-License-Identifier: MIT */
#include "signature.h"

#include "buffer.h"

static void
add_conditions(struct buffer *b, const xmlNode *phrase)
{
	static const char *const conditions[] = { "emitter", "command",
		"reply", "status", "anchor" };

	for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
		const char *value = catalog_attribute(phrase, conditions[i]);

		buffer_printf(b, "%s\n", value == NULL ? "" : value);
	}
}

const char *
phrase_signature(struct arena *arena, const xmlNode *phrase,
    bool with_conditions)
{
	struct buffer b = { 0 };
	char *copy;

	if (with_conditions)
		add_conditions(&b, phrase);
	for (const xmlNode *n = catalog_child(phrase, "match")->children;
	     n != NULL; n = n->next) {
		if (n->type == XML_ELEMENT_NODE)
			buffer_printf(&b, "\t%s\t",
			    catalog_attribute(n, "type"));
		else
			buffer_text(&b, (const char *)n->content);
	}
	copy = arena_strdup(arena, buffer_string(&b));
	buffer_free(&b);
	for (char *p = copy; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return copy;
}
