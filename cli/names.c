/* SPDX-License-Identifier: MIT */
/* names.c - mailerr NAME... and mailerr list */
#include "cli.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- a name that is not known ---- */

#define NAME_MAX_BYTES 64

/* How many letters must change to make b from a. */
static size_t
distance(const char *a, const char *b)
{
	size_t row[NAME_MAX_BYTES + 1], size = strlen(b);

	for (size_t j = 0; j <= size; j++)
		row[j] = j;
	for (size_t i = 1; a[i - 1] != '\0'; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= size; j++) {
			size_t best = corner +
			    (strncasecmp(&a[i - 1], &b[j - 1], 1) != 0);

			corner = row[j];
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
		}
	}
	return row[size];
}

struct nearest {
	const char *name;
	size_t distance;
};

static void
consider(struct nearest *n, const char *wanted, const mailerr_entry *entry)
{
	const char *id = mailerr_id(entry);
	size_t d;

	if (strlen(id) > NAME_MAX_BYTES || strlen(wanted) > NAME_MAX_BYTES)
		return;
	d = distance(wanted, id);
	if (n->name == NULL || d < n->distance) {
		n->name = id;
		n->distance = d;
	}
}

static const char *
nearest_to(const char *wanted)
{
	struct nearest n = { NULL, 0 };

#define CONSIDER(kind) \
	for (const mailerr_##kind *e = mailerr_##kind##_next(NULL); e != NULL; \
	     e = mailerr_##kind##_next(e)) \
		consider(&n, wanted, &e->entry)
	CONSIDER(notice);
	CONSIDER(reason);
	CONSIDER(reply);
	CONSIDER(keyword);
	CONSIDER(command);
	CONSIDER(emitter);
#undef CONSIDER
	return n.name != NULL && n.distance <= strlen(wanted) / 4 + 1 ? n.name
	    : NULL;
}

/* A code that is not in the catalog still has digits that mean something. */
static void
explain_digits(const char *name, const struct options *o)
{
	mailerr_codes codes;
	const mailerr_entry *cls, *subject;

	mailerr_parse(name, strlen(name), &codes);
	cls = mailerr_status_class_find(codes.cls != 0 ? codes.cls
	    : codes.reply / 100);
	subject = codes.cls == 0 ? NULL
	    : mailerr_subject_find(codes.subject);
	if (cls != NULL)
		fprintf(stderr, "mailerr: %d: %s\n", cls->number,
		    title_of(cls, o->language));
	if (subject != NULL)
		fprintf(stderr, "mailerr: %d.%d: %s\n", codes.cls,
		    subject->number, title_of(subject, o->language));
}

static void
tell_unknown(const char *name, const struct options *o)
{
	const char *colon = strchr(name, ':');
	const char *near = nearest_to(colon == NULL ? name : colon + 1);

	fprintf(stderr, "mailerr: there is no \"%s\" in the catalog\n", name);
	explain_digits(name, o);
	if (near != NULL)
		fprintf(stderr, "mailerr: did you mean \"%s\"?\n", near);
	if (strchr(name, ' ') != NULL)
		fputs("mailerr: for a text there is \"mailerr explain TEXT\"\n",
		    stderr);
}

/* The entry, or for a number like 75 the exit status; NULL: neither. */
static const mailerr_entry *
find_first(const char *name)
{
	const mailerr_entry *entry = mailerr_find(name, NULL);
	const mailerr_keyword *status;
	size_t length = strspn(name, "0123456789");

	if (entry != NULL || length == 0 || length > 3 || name[length] != '\0')
		return entry;
	status = mailerr_sysexit_find((int)strtol(name, NULL, 10));
	return status == NULL ? NULL : &status->entry;
}

int
command_names(int count, char **names, const struct options *o)
{
	int status = EXIT_FOUND;
	bool any = false;

	for (int i = 0; i < count; i++) {
		const mailerr_entry *entry = find_first(names[i]);

		if (entry == NULL) {
			/* in the order of what is asked, on a terminal */
			fflush(stdout);
			tell_unknown(names[i], o);
			status = EXIT_NOT_FOUND;
		}
		for (; entry != NULL; entry = mailerr_find(names[i], entry)) {
			if (any)
				fputs("\n\n", stdout);
			page_print(entry, o);
			any = true;
		}
	}
	return status;
}

/* ---- list ---- */

static void
print_row(const mailerr_entry *entry, const struct options *o)
{
	if (o->format == FORMAT_TSV)
		printf("%s\t%s\t%s\t%s\n",
		    mailerr_word(MAILERR_WORDS_KIND, entry->kind),
		    mailerr_id(entry), mailerr_symbol(entry),
		    title_of(entry, o->language));
	else
		printf("%-*s %s\n", entry->kind == MAILERR_KIND_REPLY ? 5
		    : entry->kind == MAILERR_KIND_STATUS ? 8 : 28,
		    mailerr_id(entry), title_of(entry, o->language));
}

#define LIST(kind) \
	static void \
	list_##kind(const struct options *o) \
	{ \
		for (const mailerr_##kind *e = mailerr_##kind##_next(NULL); \
		     e != NULL; e = mailerr_##kind##_next(e)) \
			print_row(&e->entry, o); \
	}

LIST(reply)
LIST(status)
LIST(notice)
LIST(reason)
LIST(mistake)
LIST(keyword)
LIST(command)
LIST(emitter)

static const struct {
	const char *name;
	void (*print)(const struct options *o);
} lists[] = {
	{ "replies", list_reply }, { "statuses", list_status },
	{ "notices", list_notice }, { "reasons", list_reason },
	{ "mistakes", list_mistake }, { "keywords", list_keyword },
	{ "commands", list_command }, { "emitters", list_emitter },
};

#define LISTS (sizeof lists / sizeof *lists)

static size_t
list_named(const char *name)
{
	size_t i = 0;

	while (i < LISTS && strcmp(lists[i].name, name) != 0)
		i++;
	return i;
}

int
command_list(int count, char **kinds, const struct options *o)
{
	for (int i = 0; i < count; i++) {
		if (list_named(kinds[i]) < LISTS)
			continue;
		fprintf(stderr, "mailerr: there is no list of \"%s\"; there "
		    "are", kinds[i]);
		for (size_t k = 0; k < LISTS; k++)
			fprintf(stderr, " %s", lists[k].name);
		fputc('\n', stderr);
		return EXIT_USAGE;
	}
	for (int i = 0; i < count; i++)
		lists[list_named(kinds[i])].print(o);
	/* codes, texts and reasons; the small lists only when asked for */
	for (size_t k = 0; count == 0 && k < 4; k++)
		lists[k].print(o);
	return EXIT_FOUND;
}
