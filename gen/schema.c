/* SPDX-License-Identifier: MIT */
/* Prints the tables of grammar.c as RELAX NG, for editors. */
#include "grammar.h"

#include <string.h>

static void
print_escaped(FILE *out, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '&')
			fputs("&amp;", out);
		else if (*s == '<')
			fputs("&lt;", out);
		else
			fputc(*s, out);
	}
}

static void
print_type(FILE *out, const struct value_type *type)
{
	if (type->list)
		fputs("<list><oneOrMore>", out);
	if (type->words != NULL) {
		fputs("<choice>", out);
		for (const char *const *w = type->words; *w != NULL; w++)
			fprintf(out, "<value type=\"string\">%s</value>", *w);
		fputs("</choice>", out);
	} else {
		fputs("<data type=\"string\"><param name=\"pattern\">", out);
		print_escaped(out, type->pattern);
		fprintf(out, "</param><param name=\"maxLength\">%zu</param>"
		    "</data>", type->max_length);
	}
	if (type->list)
		fputs("</oneOrMore></list>", out);
}

static void
print_attribute(FILE *out, const struct attribute_rule *a, bool optional)
{
	fprintf(out, "      %s<attribute name=\"%s\">",
	    optional ? "<optional>" : "", a->name);
	print_type(out, a->type);
	fprintf(out, "</attribute>%s\n", optional ? "</optional>" : "");
}

/* "section", which goes only with "reference". */
static void
print_companions(FILE *out, const struct element_rule *rule)
{
	for (const struct attribute_rule *a = rule->attributes;
	     a->name != NULL; a++)
		if (a->presence == WITH_REFERENCE)
			print_attribute(out, a, true);
}

static bool
is_reference(const struct attribute_rule *a)
{
	return strcmp(a->name, "reference") == 0;
}

/* One alternative that begins with the attribute; of an ANY_OF group those
 * after it may follow. */
static void
print_alternative(FILE *out, const struct element_rule *rule,
    const struct attribute_rule *first)
{
	fputs("      <group>\n", out);
	print_attribute(out, first, false);
	if (is_reference(first))
		print_companions(out, rule);
	for (const struct attribute_rule *a = first + 1; a->name != NULL; a++) {
		if (first->presence != ANY_OF || a->presence != ANY_OF)
			continue;
		if (!is_reference(a)) {
			print_attribute(out, a, true);
			continue;
		}
		fputs("      <optional><group>\n", out);
		print_attribute(out, a, false);
		print_companions(out, rule);
		fputs("      </group></optional>\n", out);
	}
	fputs("      </group>\n", out);
}

static void
print_choice(FILE *out, const struct element_rule *rule)
{
	bool any = false;

	for (const struct attribute_rule *a = rule->attributes;
	     a->name != NULL; a++) {
		if (a->presence != ONE_OF && a->presence != ANY_OF)
			continue;
		if (!any)
			fputs("      <choice>\n", out);
		any = true;
		print_alternative(out, rule, a);
	}
	if (any)
		fputs("      </choice>\n", out);
}

static void
print_children(FILE *out, const struct element_rule *rule)
{
	static const char *const wrappers[] = {
		[ONE] = NULL, [MAYBE] = "optional", [MANY] = "zeroOrMore",
		[SOME] = "oneOrMore",
	};
	bool mixed = rule->content == MIXED;

	if (rule->content == TEXT)
		fputs("      <text/>\n", out);
	if (mixed)
		fputs("      <zeroOrMore><choice><text/>", out);
	for (size_t i = 0; i < GRAMMAR_CHILDREN &&
	     rule->children[i].name != NULL; i++) {
		const struct child_rule *r = &rule->children[i];
		const char *wrapper = mixed ? NULL : wrappers[r->occurrence];

		if (mixed)
			fprintf(out, "<ref name=\"%s\"/>", r->name);
		else if (wrapper == NULL)
			fprintf(out, "      <ref name=\"%s\"/>\n", r->name);
		else
			fprintf(out, "      <%s><ref name=\"%s\"/></%s>\n",
			    wrapper, r->name, wrapper);
	}
	if (mixed)
		fputs("</choice></zeroOrMore>\n", out);
	else if (rule->content == ELEMENTS && rule->children[0].name == NULL)
		fputs("      <empty/>\n", out);
}

static void
print_element(FILE *out, const struct element_rule *rule)
{
	fprintf(out, "  <define name=\"%s\">\n    <element name=\"%s\">\n",
	    rule->name, rule->name);
	for (const struct attribute_rule *a = rule->attributes;
	     a->name != NULL; a++)
		if (a->presence == REQUIRED || a->presence == OPTIONAL)
			print_attribute(out, a, a->presence == OPTIONAL);
	print_choice(out, rule);
	print_children(out, rule);
	fputs("    </element>\n  </define>\n", out);
}

void
grammar_print_schema(FILE *out)
{
	const struct element_rule *rule;

	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<!-- SPDX-License-Identifier: MIT\n"
	    "     Printed by \"mailerr-gen schema\" from gen/grammar.c; do not edit. -->\n"
	    "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
	    "    ns=\"" CATALOG_NAMESPACE "\"\n"
	    "    datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
	    "  <start><choice><ref name=\"catalog\"/><ref name=\"overlay\"/></choice></start>\n", out);
	for (size_t i = 0; (rule = grammar_element_at(i)) != NULL; i++)
		print_element(out, rule);
	fputs("</grammar>\n", out);
}
