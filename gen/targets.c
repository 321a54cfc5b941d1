/* SPDX-License-Identifier: MIT */
/* targets.c - which targets there are, and what they say of themselves */
#include <string.h>

#include "render_private.h"

static const xmlNode *
find_declaration(const xmlDoc *doc)
{
	const xmlNode *n = xmlDocGetRootElement(doc)->children;

	while (n != NULL && (n->type != XML_ELEMENT_NODE || n->ns == NULL ||
	    strcmp((const char *)n->ns->href, GEN_NAMESPACE) != 0 ||
	    strcmp((const char *)n->name, "target") != 0))
		n = n->next;
	return n;
}

static const char *
attribute(struct arena *arena, const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
	const char *copy = arena_strdup(arena,
	    value == NULL ? "" : (const char *)value);

	xmlFree(value);
	return copy;
}

/* <gen:target name="man" description="..." runs="once"/> */
static bool
read_declaration(struct renderer *r, const xmlDoc *doc, const char *name,
    struct target *t)
{
	const xmlNode *n = find_declaration(doc);
	const char *runs;

	if (n == NULL) {
		said_fault(&r->said, xmlDocGetRootElement(doc),
		    "a target.xsl declares itself with a gen:target");
		return false;
	}
	runs = attribute(r->arena, n, "runs");
	t->name = attribute(r->arena, n, "name");
	t->description = attribute(r->arena, n, "description");
	t->per_language = strcmp(runs, "language") == 0;
	if (strcmp(t->name, name) != 0)
		said_fault(&r->said, n,
		    "the name of this target is that of its folder: %s", name);
	else if (*t->description == '\0')
		said_fault(&r->said, n, "a target has a description");
	else if (!t->per_language && strcmp(runs, "once") != 0)
		said_fault(&r->said, n, "runs= is once or language");
	else
		return true;
	return false;
}

bool
target_load(struct renderer *r, const char *name, struct loaded *l)
{
	bool ok = false;

	*l = (struct loaded){ 0 };
	l->path = arena_printf(r->arena, "%s/target.xsl", name);
	said_begin(&r->said, l->path, NULL);
	l->doc = stylesheet_parse(&r->said, l->path, NULL);
	if (l->doc != NULL)
		ok = read_declaration(r, l->doc, name, &l->target);
	l->target.user = templates_is_user(r->templates, l->path);
	return said_end(&r->said) && ok;
}

/* The names of all targets, by name. */
static size_t
list_names(struct renderer *r, const char ***names)
{
	const char *const *folders;
	size_t all = templates_list(r->templates, "", &folders), count = 0;

	*names = arena_alloc(r->arena, all + 1, sizeof **names);
	for (size_t i = 0; i < all; i++)
		if (templates_have(r->templates, arena_printf(r->arena,
		    "%s/target.xsl", folders[i])))
			(*names)[count++] = folders[i];
	return count;
}

bool
templates_check(struct renderer *r)
{
	const char *where;
	const char *fault = templates_fault(r->templates, &where);

	if (fault != NULL)
		diag_error_in(r->diags, TEMPLATE_FAILED, where, 0,
		    "cannot read templates: %s", fault);
	return fault == NULL;
}

bool
targets_list(struct arena *arena, const char *templates,
    struct targets *list, struct diags *d)
{
	struct renderer r;
	const char **names;
	size_t count;
	bool ok;

	renderer_begin(&r, arena, templates, d);
	count = list_names(&r, &names);
	ok = templates_check(&r);
	if (!ok) /* then nothing can be read */
		count = 0;
	list->items = arena_alloc(arena, count, sizeof *list->items);
	list->count = 0;
	for (size_t i = 0; i < count; i++) {
		struct loaded l;

		if (target_load(&r, names[i], &l))
			list->items[list->count++] = l.target;
		else
			ok = false;
		xmlFreeDoc(l.doc);
	}
	renderer_end(&r);
	return ok;
}


static bool
contains(const char **names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* ---- which are wanted ---- */

bool
targets_choose(struct renderer *r, const char ***chosen, size_t *count)
{
	const char **all;
	size_t all_count = list_names(r, &all);
	const char *const *wanted = r->request->targets;
	bool ok = true;

	*chosen = all;
	*count = all_count;
	if (wanted == NULL)
		return true;
	*chosen = arena_alloc(r->arena, all_count, sizeof **chosen);
	*count = 0;
	for (size_t i = 0; wanted[i] != NULL; i++) {
		if (contains(all, all_count, wanted[i]))
			continue;
		diag_error_in(r->diags, TEMPLATE_FAILED, NULL, 0,
		    "there is no target \"%s\"", wanted[i]);
		ok = false;
	}
	for (size_t i = 0; i < all_count; i++)
		for (size_t w = 0; wanted[w] != NULL; w++)
			if (strcmp(all[i], wanted[w]) == 0 &&
			    !contains(*chosen, *count, all[i]))
				(*chosen)[(*count)++] = all[i];
	return ok;
}
