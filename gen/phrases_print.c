/* SPDX-License-Identifier: MIT */
#include "phrases_private.h"

#include <string.h>

#include <libxml/hash.h>

#include "escape.h"

#define A_LINE 16 /* numbers */

static void
print_u16(struct buffer *out, const char *name, const uint16_t *at,
    size_t count)
{
	buffer_printf(out, "static const uint16_t %s[] = {", name);
	for (size_t i = 0; i < count; i++)
		buffer_printf(out, "%s%u,", i % A_LINE == 0 ? "\n\t" : " ",
		    (unsigned)at[i]);
	buffer_printf(out, "%s\n};\n", count == 0 ? "\n\t0" : "");
}

static void
print_u32(struct buffer *out, const char *name, const uint32_t *at,
    size_t count)
{
	buffer_printf(out, "static const uint32_t %s[] = {", name);
	for (size_t i = 0; i < count; i++)
		buffer_printf(out, "%s%lu,", i % A_LINE == 0 ? "\n\t" : " ",
		    (unsigned long)at[i]);
	buffer_printf(out, "%s\n};\n", count == 0 ? "\n\t0" : "");
}

static void
print_u8(struct buffer *out, const char *name, const uint8_t *at, size_t count)
{
	buffer_printf(out, "static const uint8_t %s[] = {", name);
	for (size_t i = 0; i < count; i++)
		buffer_printf(out, "%s%u,", i % A_LINE == 0 ? "\n\t" : " ",
		    (unsigned)at[i]);
	buffer_text(out, "\n};\n");
}

static void
print_indexes(struct buffer *out, const struct phrases *p)
{
	const struct tables *t = &p->t;

	buffer_text(out, "/* Where in its table an entry stands, plus one. */\n");
	buffer_text(out, "#ifndef MAILERR_CODES_ALONE_\n");
	print_u16(out, "reply_at", t->reply_at, REPLY_MAX - REPLY_MIN + 1);
	print_u16(out, "reason_at", p->reasons.at,
	    (size_t)p->reasons.low + p->reasons.high);
	buffer_text(out, "#else\nstatic const uint16_t reply_at[] = { 0 };\n"
	    "static const uint16_t reason_at[] = { 0 };\n#endif\n");
	print_u16(out, "status_row", t->status_row, SUBJECTS + 1);
	print_u16(out, "status_at", t->status_at, t->status_row[SUBJECTS]);
	buffer_printf(out, "#define REASONS_LOW %luu\n#define REASONS_HIGH %luu\n",
	    (unsigned long)p->reasons.low, (unsigned long)p->reasons.high);
	buffer_printf(out, "#ifndef MAILERR_CODES_ALONE_\n"
	    "#define NOTICES_LOW %luu\n#define NOTICES_HIGH %luu\n",
	    (unsigned long)p->notices.low, (unsigned long)p->notices.high);
	print_u16(out, "notice_at", p->notices.at,
	    (size_t)p->notices.low + p->notices.high);
	buffer_text(out, "/* Which senses an entry has. */\n");
	print_u16(out, "reply_senses", t->reply_senses, p->reply_count + 1);
	print_u16(out, "status_senses", t->status_senses, p->status_count + 1);
	buffer_printf(out, "#else\n#define NOTICES_LOW 0u\n"
	    "#define NOTICES_HIGH 0u\n"
	    "static const uint16_t notice_at[] = { 0 };\n#endif\n\n"
	    "/* The reasons that a first digit gives, the outcomes, and those\n"
	    " * that the command has a say in. */\n"
	    "#define DELIVERED %u\n#define IN_PROGRESS %u\n#define OTHER %u\n"
	    "#define EXPIRED %u\n#define DELAYED %u\n#define POLICY %u\n"
	    "#define SENDER_INVALID %u\n#define HOST_IDENTITY %u\n\n",
	    t->delivered, t->in_progress, t->other, t->expired, t->delayed,
	    t->policy, t->sender_invalid, t->host_identity);
}

/* A phrase's text: the members of a struct of arrays lie side by side. */
static void
print_literals(struct buffer *out, const struct phrases *p)
{
	const struct phrase *phrases = p->t.phrases;

	buffer_text(out, "static const struct {\n");
	for (size_t i = 0; i < p->phrase_count; i++)
		buffer_printf(out, "\tchar at_%zu[%u];\n", i,
		    phrases[i].literal + 1u);
	buffer_printf(out, "%s} literals = {\n",
	    p->phrase_count == 0 ? "\tchar none[1];\n" : "");
	for (size_t i = 0; i < p->phrase_count; i++) {
		buffer_byte(out, '\t');
		escape_c_string_split(out, p->t.literals + phrases[i].text,
		    phrases[i].literal, SIZE_MAX, "");
		buffer_text(out, ",\n");
	}
	buffer_printf(out, "%s};\n", p->phrase_count == 0 ? "\t\"\"\n" : "");
}

/* The names of arguments, in the same way. */
static void
print_arguments(struct buffer *out, const struct phrases *p)
{
	const char *names = p->t.arguments, *name;
	size_t n;

	buffer_text(out, "\nstatic const struct {\n\tchar none[1];\n");
	for (name = names, n = 0; name < names + p->arguments_size;
	     name += strlen(name) + 1)
		buffer_printf(out, "\tchar at_%zu[%zu];\n", n++,
		    strlen(name) + 1);
	buffer_text(out, "} arguments = {\n\t\"\"");
	for (name = names; name < names + p->arguments_size;
	     name += strlen(name) + 1) {
		buffer_text(out, ",\n\t");
		escape_c_string_split(out, name, strlen(name), SIZE_MAX, "");
	}
	buffer_text(out, "\n};\n");
}

/* The phrase as the catalog has it. */
static void
print_comment(struct buffer *out, const xmlNode *match)
{
	buffer_text(out, "\t/* ");
	for (const xmlNode *n = match->children; n != NULL; n = n->next) {
		const char *s = n->type == XML_ELEMENT_NODE
		    ? catalog_attribute(n, "name") : (const char *)n->content;

		if (n->type == XML_ELEMENT_NODE)
			buffer_byte(out, '{');
		if (s != NULL)
			escape_c_comment(out, s, strlen(s));
		if (n->type == XML_ELEMENT_NODE)
			buffer_byte(out, '}');
	}
	buffer_text(out, " */\n");
}

static void
print_tokens(struct buffer *out, const struct phrases *p)
{
	buffer_text(out, "\n/* bytes or name, kind, which argument */\n"
	    "static const struct token tokens[] = {\n");
	for (size_t i = 0; i < p->phrase_count; i++) {
		const struct phrase *phrase = &p->t.phrases[i];

		print_comment(out, p->matches[i]);
		buffer_byte(out, '\t');
		for (size_t k = 0; k < phrase->token_count; k++) {
			const struct token *t =
			    &p->t.tokens[phrase->token + k];

			buffer_printf(out, "%s{ %u, %u, %u },",
			    k == 0 ? "" : " ", t->length, t->kind, t->which);
		}
		buffer_byte(out, '\n');
	}
	buffer_text(out, "\t{ 0, 0, 0 }\n};\n");
}

static void
print_conditions(struct buffer *out, const struct phrases *p)
{
	buffer_text(out, "\n/* emitter, command, reply, status, class, whole "
	    "line */\nstatic const struct condition conditions[] = {\n");
	for (size_t i = 0; i < p->condition_count; i++) {
		const struct condition *c = &p->t.conditions[i];

		buffer_printf(out, "\t{ %u, %u, %u, ", c->emitter, c->command,
		    c->reply);
		if (c->status == NO_STATUS)
			buffer_text(out, "NO_STATUS");
		else
			buffer_printf(out, "%u", c->status);
		buffer_printf(out, ", %u, %u },\n", c->status_class,
		    c->whole_line);
	}
	buffer_text(out, "};\n");
}

static void
print_phrases(struct buffer *out, const struct phrases *p)
{
	buffer_text(out, "\n/* token, text, notice, bytes of text, window, "
	    "condition; tokens, anchor,\n * rank, arguments */\n"
	    "static const struct phrase phrases[] = {\n");
	for (size_t i = 0; i < p->phrase_count; i++) {
		const struct phrase *f = &p->t.phrases[i];

		buffer_printf(out,
		    "\t{ %lu, %lu, %u, %u, %u, %u, %u, %u, %u, %u },\n",
		    (unsigned long)f->token, (unsigned long)f->text, f->notice,
		    f->literal, f->window, f->condition, f->token_count,
		    f->anchor, f->rank, f->argument_count);
	}
	buffer_text(out, "\t{ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }\n};\n\n");
}

static void
print_windows(struct buffer *out, const struct phrases *p)
{
	const struct tables *t = &p->t;

	buffer_text(out, "/* window, kind, last byte */\n"
	    "static const struct mark marks[] = {\n");
	for (size_t i = 0; i < p->mark_count; i++) {
		const struct mark *m = &p->marks[i];

		buffer_printf(out, (unsigned char)m->byte < 0x80
		    ? "\t{ %u, %u, %u, '%c' }, /* "
		    : "\t{ %u, %u, %u, '\\%03o' }, /* ", m->window, m->kind,
		    m->last, (unsigned)(unsigned char)m->byte);
		escape_c_comment(out, p->mark_texts[i],
		    strlen(p->mark_texts[i]));
		buffer_text(out, " */\n");
	}
	buffer_printf(out, "};\n\n"
	    "#define GRAM_BITS %lu\n#define SLOT_BITS %lu\n%s",
	    (unsigned long)t->gram_bits, (unsigned long)t->slot_bits,
	    t->wide_slots != NULL ? "#define WIDE_SLOTS\n" : "");
	print_u8(out, "grams", t->grams, (size_t)1 << t->gram_bits);
	print_u32(out, "entries", t->entries, p->entry_count);
	if (t->wide_slots != NULL)
		print_u32(out, "slots", t->wide_slots, windows_slots(t) + 1);
	else
		print_u16(out, "slots", t->slots, windows_slots(t) + 1);
}

/* ---- strings that many entries share ---- */

struct strings {
	struct buffer members, values;
	xmlHashTable *seen;
};

/* The member's name is the string, so that the stylesheet knows it. */
static void
add_string(struct strings *s, const char *value)
{
	if (value == NULL || *value == '\0' || xmlHashAddEntry(s->seen,
	    (const xmlChar *)value, (void *)s) != 0)
		return;
	buffer_text(&s->members, "\tchar s");
	for (const char *c = value; *c != '\0'; c++)
		buffer_byte(&s->members, *c == '.' || *c == '-' ? '_' : *c);
	buffer_printf(&s->members, "[%zu];\n", strlen(value) + 1);
	buffer_text(&s->values, ",\n\t");
	escape_c_string_split(&s->values, value, strlen(value), SIZE_MAX, "");
}

static void
collect_strings(struct strings *s, const xmlNode *element)
{
	for (const xmlNode *n = element->children; n != NULL; n = n->next) {
		if (n->type != XML_ELEMENT_NODE || catalog_is(n, "text"))
			continue;
		add_string(s, catalog_attribute(n, "section"));
		add_string(s, catalog_attribute(n, "since"));
		add_string(s, catalog_attribute(n, "retired"));
		collect_strings(s, n);
	}
}

/* Sections of documents, and versions. */
static void
print_strings(struct buffer *out, const xmlNode *root)
{
	struct strings s = { .seen = xmlHashCreate(256) };

	collect_strings(&s, root);
	buffer_printf(out, "\n#ifndef MAILERR_NO_TEXT\n"
	    "static const struct strings {\n"
	    "\tchar none[1];\n%s} strings = {\n\t\"\"%s\n};\n#endif\n",
	    buffer_string(&s.members), buffer_string(&s.values));
	xmlHashFree(s.seen, NULL);
	buffer_free(&s.members);
	buffer_free(&s.values);
}

const char *
phrases_as_c(struct arena *arena, const struct phrases *p)
{
	struct buffer out = { 0 };
	const char *text;

	print_indexes(&out, p);
	buffer_text(&out, "#ifndef MAILERR_NO_PHRASES\n"
	    "/* What the phrases say, and the names of their arguments. */\n");
	print_literals(&out, p);
	print_arguments(&out, p);
	print_tokens(&out, p);
	print_conditions(&out, p);
	print_phrases(&out, p);
	print_windows(&out, p);
	buffer_text(&out, "#endif\n");
	print_strings(&out, xmlDocGetRootElement(p->catalog->doc));
	phrases_print_texts(arena, &out, p->catalog);
	text = arena_strndup(arena, buffer_string(&out), out.size);
	buffer_free(&out);
	return text;
}
