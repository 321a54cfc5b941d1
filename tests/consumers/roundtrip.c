/* SPDX-License-Identifier: MIT */
/* roundtrip.c - prints every fact of the tables, a line each, so that run.sh can
 * hold them against what roundtrip.xsl reads in the catalog */
#include <stdio.h>

#include "mailerr.h"

static const char *const fields[] = { "title", "meaning", "cause", "action",
	"note" };

static void
print_texts(const char *kind, const char *id, const mailerr_entry *entry)
{
	const char *language;
	size_t l, field, n;

	for (l = 0; *(language = mailerr_language(l)) != '\0'; l++)
		for (field = 0; field < 5; field++)
			for (n = 0; n < mailerr_text_count(entry,
			    (enum mailerr_field)field); n++)
				printf("%s\t%s\t%s\t%u\t%s\t%s\n", kind, id,
				    fields[field], (unsigned)n + 1, language,
				    mailerr_text(entry,
				    (enum mailerr_field)field, n, language));
}

static void
print_more(const char *kind, const char *id, const mailerr_entry *entry)
{
	static const char *const audiences[] = { "sender", "recipient",
		"postmaster", "developer" };
	const mailerr_entry *other;
	enum mailerr_emitter_id emitter;
	mailerr_source source;
	mailerr_wording wording;
	char address[1024];
	size_t n, a;

	for (n = 0; n < mailerr_text_count(entry, MAILERR_FIELD_ACTION); n++)
		for (a = 0; a < 4; a++)
			if ((mailerr_action_audience(entry, n) >> a & 1) != 0)
				printf("%s\t%s\tfor\t%u\t%s\n", kind, id,
				    (unsigned)n + 1, audiences[a]);
	for (n = 0; mailerr_source_get(entry, n, &source); n++) {
		mailerr_source_href(entry, n, address, sizeof address);
		printf("%s\t%s\tsource\t%s\t%s\t%s\t%s\t%s\n", kind, id,
		    source.label, source.title, source.section, source.href,
		    address);
	}
	for (n = 0; (other = mailerr_related(entry, n)) != NULL; n++)
		printf("%s\t%s\tsee\t%s\t%s\n", kind, id,
		    mailerr_word(MAILERR_WORDS_KIND, other->kind),
		    mailerr_id(other));
	for (n = 0; mailerr_wording_get(entry, n, &wording); n++)
		printf("%s\t%s\tphrase\t%s\t%s\t%s\n", kind, id, wording.text,
		    wording.source, wording.emitter == MAILERR_EMITTER_NONE ?
		    "" : mailerr_id(&mailerr_emitter_find(
		    wording.emitter)->entry));
	for (n = 0; *mailerr_known_as(entry, n, &emitter) != '\0'; n++)
		printf("%s\t%s\tknown-as\t%s\t%s\n", kind, id,
		    mailerr_id(&mailerr_emitter_find(emitter)->entry),
		    mailerr_known_as(entry, n, NULL));
	printf("%s\t%s\tversions\t%s\t%s\n", kind, id, mailerr_since(entry),
	    mailerr_retired(entry));
}

static void
print_senses(const char *id, const mailerr_entry *of)
{
	const mailerr_sense *s = NULL;

	while ((s = mailerr_sense_next(of, s)) != NULL)
		print_texts("sense", id, &s->entry);
}

static void
print_entry(const mailerr_entry *entry)
{
	const char *kind = mailerr_word(MAILERR_WORDS_KIND, entry->kind);

	print_texts(kind, mailerr_id(entry), entry);
	print_more(kind, mailerr_id(entry), entry);
	print_senses(mailerr_id(entry), entry);
}

static const char *
reason_id(unsigned number)
{
	return number == 0 ? "" : mailerr_id(&mailerr_reason_find(
	    (enum mailerr_reason_id)number)->entry);
}

static void
print_facts(void)
{
	const mailerr_reply *r = NULL;
	const mailerr_status *s = NULL;
	const mailerr_notice *n = NULL;
	const mailerr_reason *w = NULL;

	while ((r = mailerr_reply_next(r)) != NULL)
		printf("reply\t%d\tfacts\t%s\t%s\n", r->code,
		    mailerr_symbol(&r->entry), reason_id(r->reason));
	while ((s = mailerr_status_next(s)) != NULL)
		printf("status\t%s\tfacts\t%s\t%s\t%s\t%d\t%d\t%d\n",
		    mailerr_id(&s->entry), mailerr_symbol(&s->entry),
		    reason_id(s->reason), mailerr_word(MAILERR_WORDS_TRUST,
		    s->trust), mailerr_status_allows(s, 2),
		    mailerr_status_allows(s, 4), mailerr_status_allows(s, 5));
	while ((n = mailerr_notice_next(n)) != NULL)
		printf("notice\t%s\tfacts\t%u\t%s\t%s\t%s\n",
		    mailerr_id(&n->entry), n->entry.number,
		    mailerr_word(MAILERR_WORDS_RANK, n->rank),
		    reason_id(n->reason),
		    mailerr_word(MAILERR_WORDS_CLASS, n->cls));
	while ((w = mailerr_reason_next(w)) != NULL)
		printf("reason\t%s\tfacts\t%u\t%s\t%s\t%s\t%s\t%s\n",
		    mailerr_id(&w->entry), w->entry.number,
		    mailerr_word(MAILERR_WORDS_GROUP, w->group),
		    mailerr_word(MAILERR_WORDS_BOUNCE, w->bounce),
		    mailerr_word(MAILERR_WORDS_RETRY, w->retry),
		    mailerr_word(MAILERR_WORDS_SUPPRESS, w->suppress),
		    mailerr_word(MAILERR_WORDS_ABOUT, w->about));
}

static void
print_labels(void)
{
	size_t l;

	for (l = 0; *mailerr_language(l) != '\0'; l++) {
		const char *language = mailerr_language(l);

#define X(symbol, number, id) printf("label\t" id "\t%s\t%s\n", language, \
    mailerr_label(MAILERR_LABEL_##symbol, language));
		MAILERR_LABEL_LIST(X)
#undef X
	}
}

int
main(void)
{
	int digit;

#define EACH(kind) do { \
	const mailerr_##kind *e = NULL; \
	while ((e = mailerr_##kind##_next(e)) != NULL) \
		print_entry(&e->entry); \
} while (0)
	EACH(reason);
	EACH(reply);
	EACH(status);
	EACH(notice);
	EACH(mistake);
	EACH(keyword);
	EACH(command);
#undef EACH
	for (digit = 0; digit < 10; digit++) {
		if (mailerr_status_class_find(digit) != NULL)
			print_entry(mailerr_status_class_find(digit));
		if (mailerr_subject_find(digit) != NULL)
			print_entry(mailerr_subject_find(digit));
	}
	print_facts();
	print_labels();
	return fflush(stdout) == 0 ? 0 : 1;
}
