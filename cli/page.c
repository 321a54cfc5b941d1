/* SPDX-License-Identifier: MIT */
/* page.c - all that the catalog knows about one entry */
#include "cli.h"

#include <string.h>

#define LABEL(name) MAILERR_LABEL_##name

/* ---- words ---- */

static const enum mailerr_label_id classes[] = { LABEL(NONE), LABEL(NONE),
	LABEL(CLASS_SUCCESS), LABEL(CLASS_INTERMEDIATE),
	LABEL(CLASS_TRANSIENT), LABEL(CLASS_PERMANENT), LABEL(CLASS_INFO) };
static const enum mailerr_label_id bounces[] = { LABEL(BOUNCE_NONE),
	LABEL(BOUNCE_HARD), LABEL(BOUNCE_SOFT), LABEL(BOUNCE_BLOCK),
	LABEL(BOUNCE_ADMIN) };
static const enum mailerr_label_id retries[] = { LABEL(RETRY_NONE_MEANS),
	LABEL(RETRY_NO_MEANS), LABEL(RETRY_LATER_MEANS),
	LABEL(RETRY_SLOWER_MEANS), LABEL(RETRY_WAIT_MEANS),
	LABEL(RETRY_FIXED_MEANS), LABEL(RETRY_SPLIT_MEANS) };
static const enum mailerr_label_id suppressions[] = {
	LABEL(SUPPRESS_NO_MEANS), LABEL(SUPPRESS_YES_MEANS),
	LABEL(SUPPRESS_CONFIRM_MEANS), LABEL(SUPPRESS_REPEAT_MEANS),
	LABEL(SUPPRESS_ALREADY_MEANS) };
static const enum mailerr_label_id abouts[] = { LABEL(ABOUT_NONE),
	LABEL(ABOUT_RECIPIENT), LABEL(ABOUT_DOMAIN), LABEL(ABOUT_ROUTE),
	LABEL(ABOUT_SENDER), LABEL(ABOUT_HOST), LABEL(ABOUT_MESSAGE),
	LABEL(ABOUT_RECEIVER), LABEL(ABOUT_SESSION) };
static const enum mailerr_label_id certainties[] = { LABEL(NONE),
	LABEL(CERTAINTY_GUESS), LABEL(CERTAINTY_LIKELY), LABEL(CERTAINTY_SURE) };
static const enum mailerr_label_id decisions[] = { LABEL(NONE),
	LABEL(DECIDED_PHRASE), LABEL(DECIDED_STATUS), LABEL(DECIDED_REPLY),
	LABEL(DECIDED_COMMAND), LABEL(DECIDED_DIGIT) };
static const enum mailerr_label_id standings[] = { LABEL(NONE),
	LABEL(STANDING_OBSOLETE), LABEL(STANDING_HISTORIC),
	LABEL(STANDING_DEPRECATED) };
static const enum mailerr_label_id mistakes[] = { LABEL(NONE),
	LABEL(MISTAKE_OBSOLETE), LABEL(MISTAKE_DRAFT), LABEL(MISTAKE_MYTH),
	LABEL(MISTAKE_VENDOR), LABEL(MISTAKE_WRONG_EXAMPLE),
	LABEL(MISTAKE_OTHER_PROTOCOL), LABEL(MISTAKE_TYPO) };
static const enum mailerr_label_id kinds[] = { LABEL(NONE), LABEL(REASON),
	LABEL(REPLY), LABEL(STATUS), LABEL(NOTICE), LABEL(NONE), LABEL(MISTAKE),
	LABEL(KEYWORD), LABEL(COMMAND), LABEL(EMITTER) };

enum mailerr_label_id
label_of(enum mailerr_words set, int value)
{
	static const struct {
		enum mailerr_words set;
		const enum mailerr_label_id *labels;
		int count;
	} all[] = {
#define ROW(set, labels) \
	{ MAILERR_WORDS_##set, labels, (int)(sizeof labels / sizeof *labels) }
		ROW(CLASS, classes), ROW(BOUNCE, bounces),
		ROW(RETRY, retries), ROW(SUPPRESS, suppressions),
		ROW(ABOUT, abouts), ROW(CERTAINTY, certainties),
		ROW(DECIDED, decisions), ROW(STANDING, standings),
		ROW(MISTAKE, mistakes), ROW(KIND, kinds),
#undef ROW
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (all[i].set == set && value >= 0 && value < all[i].count)
			return all[i].labels[value];
	return MAILERR_LABEL_NONE;
}

static const char *
word(enum mailerr_words set, int value, const struct options *o)
{
	return mailerr_label(label_of(set, value), o->language);
}

const char *
title_of(const mailerr_entry *entry, const char *language)
{
	const char *title;

	if (entry == NULL)
		return "";
	title = mailerr_text(entry, MAILERR_FIELD_TITLE, 0, language);
	if (*title != '\0')
		return title;
	if (entry->kind == MAILERR_KIND_SENSE) {
		const mailerr_sense *s = (const mailerr_sense *)(const void *)
		    entry;

		return title_of(s->of_kind == MAILERR_KIND_REPLY
		    ? &mailerr_reply_find(s->of)->entry
		    : &mailerr_status_find(0, s->of / 1000,
		        s->of % 1000)->entry, language);
	}
	return entry->kind == MAILERR_KIND_EMITTER ? mailerr_symbol(entry)
	    : mailerr_id(entry);
}

/* ---- the line under the title ---- */

static void
add(char *line, size_t size, const char *before, const char *s)
{
	size_t at = strlen(line);

	if (*s != '\0')
		snprintf(line + at, size - at, "%s%s", before, s);
}

static void
add_code(char *line, size_t size, const char *before, int reply, int cls,
    int status)
{
	char code[32];

	if (reply != 0) {
		snprintf(code, sizeof code, "%d", reply);
		add(line, size, before, code);
		before = " ";
	}
	if (cls != 0) {
		snprintf(code, sizeof code, "%d.%d.%d", cls, status / 1000,
		    status % 1000);
		add(line, size, before, code);
	}
}

static void
add_classes(char *line, size_t size, int bits, const struct options *o)
{
	for (int cls = 2; cls <= 5; cls++)
		if ((bits >> cls & 1) != 0)
			add(line, size, signs_of(o->language)->comma,
			    word(MAILERR_WORDS_CLASS, cls, o));
}

/* What an entry of its kind has to say in few words. */
static void
describe(char *line, size_t size, const mailerr_entry *entry,
    const struct options *o)
{
	const char *comma = signs_of(o->language)->comma;
	const void *whole = entry;
	int standing = 0;

	if (entry->kind == MAILERR_KIND_REPLY) {
		const mailerr_reply *r = whole;

		standing = r->standing;
		add_classes(line, size, 1 << r->cls, o);
	} else if (entry->kind == MAILERR_KIND_STATUS) {
		const mailerr_status *s = whole;

		standing = s->standing;
		add_classes(line, size, s->classes, o);
	} else if (entry->kind == MAILERR_KIND_NOTICE) {
		const mailerr_notice *n = whole;

		standing = n->standing;
		add(line, size, comma, word(MAILERR_WORDS_CLASS, n->cls, o));
		add_code(line, size, comma, n->reply, n->status_class,
		    n->status);
	} else if (entry->kind == MAILERR_KIND_REASON) {
		standing = ((const mailerr_reason *)whole)->standing;
	} else if (entry->kind == MAILERR_KIND_MISTAKE) {
		add(line, size, comma, word(MAILERR_WORDS_MISTAKE,
		    ((const mailerr_mistake *)whole)->kind, o));
	} else if (entry->kind == MAILERR_KIND_KEYWORD) {
		const mailerr_keyword *k = whole;
		char value[16];

		snprintf(value, sizeof value, "%d", k->value);
		add(line, size, " = ", k->value < 0 ? "" : value);
		add_code(line, size, comma, k->reply, k->status_class,
		    k->status);
	}
	add(line, size, comma, word(MAILERR_WORDS_STANDING, standing, o));
}

static void
print_head(const mailerr_entry *entry, const struct options *o)
{
	char line[512] = "";
	const char *symbol = mailerr_symbol(entry);

	layout_title(title_of(entry, o->language));
	add(line, sizeof line, "", word(MAILERR_WORDS_KIND, entry->kind, o));
	add(line, sizeof line, " ", mailerr_id(entry));
	if (entry->kind == MAILERR_KIND_REPLY ||
	    entry->kind == MAILERR_KIND_STATUS)
		add(line, sizeof line, " ", symbol);
	describe(line, sizeof line, entry, o);
	if (*mailerr_retired(entry) != '\0') {
		add(line, sizeof line, signs_of(o->language)->comma,
		    mailerr_label(LABEL(RETIRED), o->language));
		add(line, sizeof line, " ", mailerr_retired(entry));
	}
	layout_dim(line);
}

/* ---- fields ---- */

static void
print_texts(const mailerr_entry *entry, enum mailerr_field field,
    enum mailerr_label_id heading, const struct options *o)
{
	size_t count = mailerr_text_count(entry, field);

	if (count > 0)
		layout_heading(mailerr_label(heading, o->language));
	for (size_t i = 0; i < count; i++)
		layout_wrap("  - ", mailerr_text(entry, field, i, o->language));
}

/* "(sender, postmaster) " */
static void
audience(char *line, size_t size, unsigned bits, const struct options *o)
{
	static const enum mailerr_label_id labels[] = {
		LABEL(SENDER), LABEL(RECIPIENT),
		LABEL(POSTMASTER), LABEL(DEVELOPER)
	};
	const struct signs *signs = signs_of(o->language);
	const char *before = signs->before;

	*line = '\0';
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		if ((bits >> i & 1) == 0)
			continue;
		add(line, size, before, mailerr_label(labels[i], o->language));
		before = signs->comma;
	}
	if (*line != '\0')
		add(line, size, "", signs->after);
}

void
page_actions(const mailerr_entry *entry, const struct options *o)
{
	size_t count = mailerr_text_count(entry, MAILERR_FIELD_ACTION);

	if (count > 0)
		layout_heading(mailerr_label(LABEL(ACTIONS), o->language));
	for (size_t i = 0; i < count; i++) {
		char line[8192];

		audience(line, sizeof line,
		    mailerr_action_audience(entry, i), o);
		add(line, sizeof line, "", mailerr_text(entry,
		    MAILERR_FIELD_ACTION, i, o->language));
		layout_wrap("  - ", line);
	}
}

static void
print_senses(const mailerr_entry *entry, const struct options *o)
{
	const mailerr_sense *s = mailerr_sense_next(entry, NULL);

	if (s != NULL)
		layout_heading(mailerr_label(LABEL(OTHER_MEANINGS), o->language));
	for (; s != NULL; s = mailerr_sense_next(entry, s)) {
		const mailerr_command *c = mailerr_command_find(
		    (enum mailerr_command_id)s->command);
		const mailerr_emitter *e = mailerr_emitter_find(
		    (enum mailerr_emitter_id)s->emitter);
		mailerr_source source = { "", "", "", "" };
		char line[8192] = "";

		mailerr_source_get(&s->entry, 0, &source);
		add(line, sizeof line, "", c != NULL ? mailerr_id(&c->entry)
		    : e != NULL ? mailerr_symbol(&e->entry) : source.label);
		add(line, sizeof line, ", ",
		    word(MAILERR_WORDS_CLASS, s->cls, o));
		add(line, sizeof line, *line == '\0' ? "" : ": ",
		    mailerr_text(&s->entry, MAILERR_FIELD_TITLE, 0,
		    o->language));
		add(line, sizeof line, ": ", mailerr_text(&s->entry,
		    MAILERR_FIELD_MEANING, 0, o->language));
		layout_wrap("  - ", line);
		for (size_t i = 0; i < mailerr_text_count(&s->entry,
		     MAILERR_FIELD_ACTION); i++)
			layout_wrap("      ", mailerr_text(&s->entry,
			    MAILERR_FIELD_ACTION, i, o->language));
	}
}

/* ---- for programs ---- */

static void
print_pair(enum mailerr_label_id label, const char *value,
    const struct options *o)
{
	char line[1024] = "";

	add(line, sizeof line, "", mailerr_label(label, o->language));
	add(line, sizeof line, ": ", value);
	layout_wrap("  ", line);
}

static void
print_reason(unsigned number, const struct options *o)
{
	const mailerr_reason *r = mailerr_reason_find(
	    (enum mailerr_reason_id)number);
	const struct signs *signs = signs_of(o->language);
	char line[512] = "";

	if (number == 0 || r == NULL)
		return;
	add(line, sizeof line, "", title_of(&r->entry, o->language));
	add(line, sizeof line, signs->open, mailerr_id(&r->entry));
	add(line, sizeof line, "", signs->close);
	print_pair(LABEL(REASON), line, o);
}

static void
print_advice(unsigned reason, int bounce, int retry, int suppress, int about,
    const struct options *o)
{
	layout_heading(mailerr_label(LABEL(ADVICE), o->language));
	print_reason(reason, o);
	print_pair(LABEL(BOUNCE), word(MAILERR_WORDS_BOUNCE, bounce, o), o);
	print_pair(LABEL(RETRY), word(MAILERR_WORDS_RETRY, retry, o), o);
	print_pair(LABEL(SUPPRESS), word(MAILERR_WORDS_SUPPRESS, suppress, o),
	    o);
	print_pair(LABEL(ABOUT), word(MAILERR_WORDS_ABOUT, about, o), o);
}

static void
print_meant(const mailerr_mistake *m, const struct options *o)
{
	char line[64] = "";

	add_code(line, sizeof line, "", m->meant_reply, m->meant_class,
	    m->meant_status);
	if (*line == '\0')
		return;
	layout_heading(mailerr_label(LABEL(WHAT_WAS_MEANT), o->language));
	layout_wrap("  ", line);
}

/* The codes that go with a reply, or a status. */
static void
print_partners(const mailerr_entry *entry, const struct options *o)
{
	const void *whole = entry;
	char line[2048] = "";

	if (entry->kind == MAILERR_KIND_REPLY) {
		const mailerr_reply *r = whole;
		const mailerr_status *s;

		for (size_t n = 0; (s = mailerr_reply_status(r, n)) != NULL; n++)
			add_code(line, sizeof line, n == 0 ? "" : " ", 0,
			    r->cls, s->entry.number);
	} else if (entry->kind == MAILERR_KIND_STATUS) {
		for (int cls = 2; cls <= 5; cls++) {
			const mailerr_reply *r;

			for (size_t n = 0; (r = mailerr_status_reply(whole, cls,
			     n)) != NULL; n++)
				add(line, sizeof line,
				    *line == '\0' ? "" : " ",
				    mailerr_id(&r->entry));
		}
	}
	if (*line == '\0')
		return;
	layout_heading(mailerr_label(LABEL(GOES_WITH), o->language));
	layout_wrap("  ", line);
}

static void
print_for_programs(const mailerr_entry *entry, const struct options *o)
{
	const void *whole = entry;

	if (entry->kind == MAILERR_KIND_REASON) {
		const mailerr_reason *r = whole;

		print_advice(0, r->bounce, r->retry, r->suppress, r->about, o);
	} else if (entry->kind == MAILERR_KIND_NOTICE) {
		const mailerr_notice *n = whole;

		if (n->reason != 0)
			print_advice(n->reason, n->bounce, n->retry,
			    n->suppress, n->about, o);
	} else if (entry->kind == MAILERR_KIND_MISTAKE) {
		print_meant(whole, o);
	}
	print_partners(entry, o);
}

/* ---- evidence ---- */

static const char *
emitter_name(enum mailerr_emitter_id id)
{
	const mailerr_emitter *e = mailerr_emitter_find(id);

	return e == NULL ? "" : mailerr_symbol(&e->entry);
}

static void
print_wordings(const mailerr_entry *entry, const struct options *o)
{
	mailerr_wording w;

	for (size_t n = 0; mailerr_wording_get(entry, n, &w); n++) {
		char line[8192] = "";

		if (n == 0)
			layout_heading(mailerr_label(LABEL(AS_IT_APPEARS),
			    o->language));
		add(line, sizeof line, "", w.text);
		add(line, sizeof line, " - ", emitter_name(w.emitter));
		layout_wrap("  - ", line);
	}
}

static void
print_known_as(const mailerr_entry *entry, const struct options *o)
{
	enum mailerr_emitter_id emitter;
	const char *name;

	for (size_t n = 0; *(name = mailerr_known_as(entry, n, &emitter)) !=
	     '\0'; n++) {
		char line[512] = "";

		if (n == 0)
			layout_heading(mailerr_label(LABEL(KNOWN_AS),
			    o->language));
		add(line, sizeof line, "", emitter_name(emitter));
		add(line, sizeof line, ": ", name);
		layout_wrap("  - ", line);
	}
}

static void
print_treatments(const mailerr_entry *entry, const struct options *o)
{
	const char *comma = signs_of(o->language)->comma;
	mailerr_treatment t;

	for (size_t n = 0; mailerr_treatment_get(entry, n, &t); n++) {
		char line[1024] = "";

		if (n == 0)
			layout_heading(mailerr_label(LABEL(TREATMENTS),
			    o->language));
		add(line, sizeof line, "", emitter_name(t.emitter));
		add(line, sizeof line, ": ", word(MAILERR_WORDS_CLASS,
		    (int)t.cls, o));
		add_code(line, sizeof line, comma, t.reply, t.status_class,
		    t.status_subject * 1000 + t.status_detail);
		add(line, sizeof line, comma, t.says);
		layout_wrap("  - ", line);
	}
}

static void
print_sources(const mailerr_entry *entry, const struct options *o)
{
	mailerr_source source;

	for (size_t n = 0; mailerr_source_get(entry, n, &source); n++) {
		char line[2048] = "", address[1024];

		if (n == 0)
			layout_heading(mailerr_label(LABEL(SOURCES),
			    o->language));
		mailerr_source_href(entry, n, address, sizeof address);
		add(line, sizeof line, "", source.label);
		add(line, sizeof line, signs_of(o->language)->comma,
		    source.section);
		add(line, sizeof line, " ", address);
		layout_wrap("  - ", line);
	}
}

static void
print_related(const mailerr_entry *entry, const struct options *o)
{
	const mailerr_entry *other;

	for (size_t n = 0; (other = mailerr_related(entry, n)) != NULL; n++) {
		char line[512] = "";

		if (n == 0)
			layout_heading(mailerr_label(LABEL(SEE_ALSO),
			    o->language));
		add(line, sizeof line, "", mailerr_word(MAILERR_WORDS_KIND,
		    other->kind));
		add(line, sizeof line, ":", mailerr_id(other));
		add(line, sizeof line, " ", title_of(other, o->language));
		layout_wrap("  - ", line);
	}
}

void
page_print(const mailerr_entry *entry, const struct options *o)
{
	const char *meaning = mailerr_text(entry, MAILERR_FIELD_MEANING, 0,
	    o->language);

	print_head(entry, o);
	if (*meaning != '\0') {
		putchar('\n');
		layout_wrap("", meaning);
	}
	print_texts(entry, MAILERR_FIELD_CAUSE, LABEL(CAUSES), o);
	page_actions(entry, o);
	print_senses(entry, o);
	print_texts(entry, MAILERR_FIELD_NOTE, LABEL(NOTES), o);
	print_for_programs(entry, o);
	print_wordings(entry, o);
	print_known_as(entry, o);
	print_treatments(entry, o);
	print_sources(entry, o);
	print_related(entry, o);
}
