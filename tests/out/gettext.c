/* SPDX-License-Identifier: MIT */
/* Asks gettext for every English string of the C tables, and the tables for
 * their own translation: both must agree.
 *
 * usage: LANGUAGE=ja LC_ALL=C.UTF-8 gettext LOCALE-FOLDER */
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "mailerr.h"

static unsigned long passed, failed;

static void
compare(const char *english, const char *japanese)
{
	if (*english == '\0')
		return;
	if (strcmp(dgettext("mailerr", english), japanese) == 0) {
		passed++;
		return;
	}
	failed++;
	printf("FAIL gettext has no \"%s\"\n", english);
}

static void
compare_entry(const mailerr_entry *entry)
{
	size_t n, count;
	int field;

	for (field = MAILERR_FIELD_TITLE; field <= MAILERR_FIELD_NOTE; field++) {
		count = mailerr_text_count(entry, (enum mailerr_field)field);
		for (n = 0; n < count; n++)
			compare(mailerr_text(entry, (enum mailerr_field)field,
			    n, "en"), mailerr_text(entry,
			    (enum mailerr_field)field, n, "ja"));
	}
}

static void
compare_senses(const mailerr_entry *of)
{
	const mailerr_sense *s = NULL;

	while ((s = mailerr_sense_next(of, s)) != NULL)
		compare_entry(&s->entry);
}

#define EACH(kind, more) do { \
	const mailerr_##kind *e = NULL; \
	while ((e = mailerr_##kind##_next(e)) != NULL) { \
		compare_entry(&e->entry); \
		more; \
	} \
} while (0)

int
main(int argc, char **argv)
{
	if (argc != 2 || setlocale(LC_ALL, "") == NULL ||
	    bindtextdomain("mailerr", argv[1]) == NULL ||
	    bind_textdomain_codeset("mailerr", "UTF-8") == NULL)
		return 2;
	EACH(reason, (void)0);
	EACH(reply, compare_senses(&e->entry));
	EACH(status, compare_senses(&e->entry));
	EACH(notice, (void)0);
	EACH(mistake, (void)0);
	EACH(keyword, (void)0);
	EACH(command, (void)0);
#define X(symbol, number, id) \
	compare(mailerr_label(MAILERR_LABEL_##symbol, "en"), \
	    mailerr_label(MAILERR_LABEL_##symbol, "ja"));
	MAILERR_LABEL_LIST(X)
#undef X
	printf("gettext: %lu passed, %lu failed\n", passed, failed);
	return failed == 0 && passed > 2000 ? 0 : 1;
}
