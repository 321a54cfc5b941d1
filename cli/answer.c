/* SPDX-License-Identifier: MIT */
#include "answer.h"

#include <stdint.h>
#include <stdlib.h>

#include "charset.h"

/* ---- words, ready to be copied ---- */

/* Nearly all words are short: copying CELL_BYTES of them, whatever their size,
 * costs less than asking for it. */
#define CELL_BYTES 32

struct cell {
	uint32_t size;
	char bytes[CELL_BYTES];
	const char *whole; /* where it is longer */
};

enum { VALUES = 12 }; /* more than any of the sets has */

static const enum mailerr_words sets[] = { MAILERR_WORDS_CLASS,
	MAILERR_WORDS_DECIDED, MAILERR_WORDS_DSN_ACTION, MAILERR_WORDS_BOUNCE,
	MAILERR_WORDS_RETRY, MAILERR_WORDS_SUPPRESS, MAILERR_WORDS_ABOUT,
	MAILERR_WORDS_CERTAINTY };
enum { CLASS, DECIDED, ACTION, BOUNCE, RETRY, SUPPRESS, ABOUT, CERTAINTY,
	SETS };

struct answers {
	const struct options *o;
	struct cell words[SETS][VALUES];
	struct cell *notices, *reasons, *commands; /* by number */
	size_t notice_count, reason_count, command_count;
	size_t room; /* what any row of words needs */
};

static const struct cell nothing = { .size = 1, .bytes = "-" };

static void
set_cell(struct answers *a, struct cell *cell, const char *word)
{
	size_t size = strlen(word);

	if (size > CELL_BYTES)
		a->room += size;
	if (size == 0) {
		*cell = nothing;
		return;
	}
	*cell = (struct cell){ .size = (uint32_t)size, .whole = word };
	memcpy(cell->bytes, word, size < CELL_BYTES ? size : CELL_BYTES);
}

/* Room for the number, too. */
static struct cell *
number_cell(struct cell **cells, size_t *count, size_t number)
{
	if (number >= *count) {
		*cells = memory_resize(*cells, (number + 1) * sizeof **cells);
		for (size_t i = *count; i <= number; i++)
			(*cells)[i] = nothing;
		*count = number + 1;
	}
	return &(*cells)[number];
}

struct answers *
answers_new(const struct options *o)
{
	struct answers *a = memory_get(sizeof *a);
	const mailerr_notice *n = NULL;
	const mailerr_reason *r = NULL;
	const mailerr_command *c = NULL;

	*a = (struct answers){ .o = o, .room = (size_t)64 * CELL_BYTES };
	for (int set = 0; set < SETS; set++)
		for (int value = 0; value < VALUES; value++)
			set_cell(a, &a->words[set][value],
			    mailerr_word(sets[set], value));
	number_cell(&a->notices, &a->notice_count, 0);
	number_cell(&a->commands, &a->command_count, 0);
	while ((n = mailerr_notice_next(n)) != NULL)
		set_cell(a, number_cell(&a->notices, &a->notice_count,
		    n->entry.number), mailerr_id(&n->entry));
	while ((r = mailerr_reason_next(r)) != NULL)
		set_cell(a, number_cell(&a->reasons, &a->reason_count,
		    r->entry.number), mailerr_id(&r->entry));
	while ((c = mailerr_command_next(c)) != NULL)
		set_cell(a, number_cell(&a->commands, &a->command_count,
		    c->entry.number), mailerr_id(&c->entry));
	return a;
}

void
answers_free(struct answers *a)
{
	if (a == NULL)
		return;
	free(a->notices);
	free(a->reasons);
	free(a->commands);
	free(a);
}

static const struct cell *
word_cell(const struct answers *a, int set, int value)
{
	return value >= 0 && value < VALUES ? &a->words[set][value] : &nothing;
}

static const struct cell *
listed_cell(const struct cell *cells, size_t count, size_t number)
{
	return number < count ? &cells[number] : &nothing;
}

/* Adds a word; there is room for it, and for CELL_BYTES. */
static inline char *
put(char *to, const struct cell *cell)
{
	if (cell->size <= CELL_BYTES)
		memcpy(to, cell->bytes, CELL_BYTES);
	else
		memcpy(to, cell->whole, cell->size);
	return to + cell->size;
}

/* ---- numbers ---- */

static char *
put_number(char *to, unsigned long n)
{
	char digits[24];
	size_t size = 0;

	do {
		digits[size++] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	while (size > 0)
		*to++ = digits[--size];
	return to;
}

static char *
put_status(char *to, const mailerr_verdict *v)
{
	to = put_number(to, (unsigned long)v->status_class);
	*to++ = '.';
	to = put_number(to, (unsigned long)v->status_subject);
	*to++ = '.';
	return put_number(to, (unsigned long)v->status_detail);
}

/* ---- tab-separated ---- */

/* The codes, "-" where there is none, with a tab behind each. */
static inline char *
put_codes(char *to, const mailerr_verdict *v)
{
	if (v->reply != 0)
		to = put_number(to, (unsigned long)v->reply);
	else
		*to++ = '-';
	*to++ = '\t';
	if (v->status_class != 0)
		to = put_status(to, v);
	else
		*to++ = '-';
	*to++ = '\t';
	return to;
}

void
answer_tsv(const struct answers *a, struct text *out, const mailerr_verdict *v)
{
	char *to;

	text_reserve(out, a->room);
	to = put_codes(out->bytes + out->size, v);
#define COLUMN(cell) (to = put(to, cell), *to++ = '\t')
	COLUMN(listed_cell(a->notices, a->notice_count, v->notice));
	COLUMN(listed_cell(a->reasons, a->reason_count, v->reason));
	COLUMN(word_cell(a, CLASS, (int)v->cls));
	COLUMN(word_cell(a, DECIDED, (int)v->decided_by));
	COLUMN(listed_cell(a->commands, a->command_count, v->command));
	COLUMN(word_cell(a, ACTION, (int)v->action));
	COLUMN(word_cell(a, BOUNCE, (int)v->bounce));
	COLUMN(word_cell(a, RETRY, (int)v->retry));
	if (v->retry_after != 0)
		to = put_number(to, v->retry_after);
	else
		*to++ = '-';
	*to++ = '\t';
	COLUMN(word_cell(a, SUPPRESS, (int)v->suppress));
	COLUMN(word_cell(a, ABOUT, (int)v->about));
#undef COLUMN
	to = put(to, word_cell(a, CERTAINTY, (int)v->certainty));
	out->size = (size_t)(to - out->bytes);
}

void
answer_tsv_column(struct text *out, struct slice s)
{
	text_byte(out, '\t');
	if (s.size == 0)
		text_byte(out, '-');
	text_plain(out, s);
}

/* ---- JSON ---- */

/* The bytes at the beginning that stand in a JSON string as they are. */
static size_t
plain_size(struct slice s)
{
	size_t n = 0;

	while (n < s.size) {
		unsigned char c = (unsigned char)s.s[n];
		size_t size = 1;

		if (c >= 0x80)
			size = utf8_size(s.s + n, s.size - n);
		else if (c < 0x20 || c == '"' || c == '\\' || c == 0x7f)
			size = 0;
		if (size == 0)
			break;
		n += size;
	}
	return n;
}

void
answer_json_string(struct text *out, struct slice s)
{
	text_byte(out, '"');
	while (s.size > 0) {
		size_t n = plain_size(s);
		unsigned char c;

		text_add(out, s.s, n);
		s = slice_from(s, n);
		if (s.size == 0)
			break;
		c = (unsigned char)*s.s;
		if (c >= 0x80)
			text_string(out, "\\ufffd");
		else if (c == '"' || c == '\\')
			text_printf(out, "\\%c", c);
		else
			text_printf(out, "\\u%04x", c);
		s = slice_from(s, 1);
	}
	text_byte(out, '"');
}

void
answer_json_field(struct text *out, const char *name, struct slice value)
{
	text_string(out, ",\"");
	text_string(out, name);
	text_string(out, "\":");
	if (value.size == 0)
		text_string(out, "null");
	else
		answer_json_string(out, value);
}

/* Adds `,"name":` and the word: no word needs an escape. */
static inline char *
put_key_word(char *to, const char *key, size_t size, const struct cell *cell)
{
	memcpy(to, key, size);
	to += size;
	if (cell->whole == NULL) {
		memcpy(to, "null", 4);
		return to + 4;
	}
	*to++ = '"';
	to = put(to, cell);
	*to++ = '"';
	return to;
}

static char *
put_key_number(char *to, const char *key, unsigned long n)
{
	size_t size = strlen(key);

	memcpy(to, key, size);
	to += size;
	if (n != 0)
		return put_number(to, n);
	memcpy(to, "null", 4);
	return to + 4;
}

static char *
put_key_status(char *to, const mailerr_verdict *v)
{
	static const char key[] = ",\"status\":";

	if (v->status_class == 0)
		return put_key_number(to, key, 0);
	memcpy(to, key, sizeof key - 1);
	to += sizeof key - 1;
	*to++ = '"';
	to = put_status(to, v);
	*to++ = '"';
	return to;
}

static void
json_arguments(struct text *out, const mailerr_verdict *v)
{
	text_string(out, ",\"args\":{");
	for (size_t i = 0; i < v->argument_count; i++) {
		const mailerr_argument *a = &v->arguments[i];

		if (i > 0)
			text_byte(out, ',');
		answer_json_string(out, slice_of(a->name));
		text_byte(out, ':');
		answer_json_string(out, (struct slice){ a->value, a->length });
	}
	text_byte(out, '}');
}

void
answer_json(const struct answers *a, struct text *out, const mailerr_verdict *v)
{
	char *to;

	text_reserve(out, a->room);
	to = out->bytes + out->size;
	to = put_key_number(to, "{\"reply\":", (unsigned long)v->reply);
	to = put_key_status(to, v);
#define WORD(name, cell) (to = put_key_word(to, ",\"" name "\":", \
    sizeof ",\"" name "\":" - 1, cell))
	WORD("notice", listed_cell(a->notices, a->notice_count, v->notice));
	WORD("reason", listed_cell(a->reasons, a->reason_count, v->reason));
	WORD("class", word_cell(a, CLASS, (int)v->cls));
	WORD("decided_by", word_cell(a, DECIDED, (int)v->decided_by));
	WORD("command", listed_cell(a->commands, a->command_count,
	    v->command));
	WORD("action", word_cell(a, ACTION, (int)v->action));
	WORD("bounce", word_cell(a, BOUNCE, (int)v->bounce));
	WORD("retry", word_cell(a, RETRY, (int)v->retry));
	to = put_key_number(to, ",\"retry_after\":", v->retry_after);
	WORD("suppress", word_cell(a, SUPPRESS, (int)v->suppress));
	WORD("about", word_cell(a, ABOUT, (int)v->about));
	WORD("certainty", word_cell(a, CERTAINTY, (int)v->certainty));
#undef WORD
	out->size = (size_t)(to - out->bytes);
	json_arguments(out, v);
	answer_json_field(out, "title", slice_of(title_of(v->entry,
	    a->o->language)));
}

/* ---- for people ---- */

static const char *
label(enum mailerr_words set, int value, const struct options *o)
{
	return mailerr_label(label_of(set, value), o->language);
}

void
answer_codes(struct text *out, const mailerr_verdict *v)
{
	char room[64];

	if (v->reply != 0)
		text_add(out, room, (size_t)(put_number(room,
		    (unsigned long)v->reply) - room));
	if (v->reply != 0 && v->status_class != 0)
		text_byte(out, ' ');
	if (v->status_class != 0)
		text_add(out, room, (size_t)(put_status(room, v) - room));
}

static const char *
heading_of(const mailerr_verdict *v, const struct options *o)
{
	const char *title = title_of(v->entry, o->language);

	return *title == '\0' ? mailerr_label(MAILERR_LABEL_NOT_RECOGNISED,
	    o->language) : title;
}

void
answer_summary(struct text *out, const mailerr_verdict *v,
    const struct options *o)
{
	const struct signs *s = signs_of(o->language);
	const char *cls = label(MAILERR_WORDS_CLASS, (int)v->cls, o);
	bool codes = v->reply != 0 || v->status_class != 0;

	text_string(out, mailerr_id(&mailerr_reason_find(v->reason)->entry));
	text_string(out, ": ");
	text_string(out, heading_of(v, o));
	if (*cls == '\0' && !codes)
		return;
	text_string(out, s->open);
	text_string(out, cls);
	if (*cls != '\0' && codes)
		text_string(out, s->comma);
	answer_codes(out, v);
	text_string(out, s->close);
}

static void
print_pair(enum mailerr_label_id name, const char *value,
    const struct options *o)
{
	struct text line = { 0 };

	if (value == NULL || *value == '\0')
		return;
	text_string(&line, mailerr_label(name, o->language));
	text_string(&line, ": ");
	text_string(&line, value);
	layout_wrap("  ", text_end(&line));
	text_free(&line);
}

static void
print_arguments(const mailerr_verdict *v)
{
	for (size_t i = 0; i < v->argument_count; i++) {
		struct text line = { 0 };
		size_t size = v->arguments[i].length;

		text_string(&line, v->arguments[i].name);
		text_string(&line, ": ");
		text_plain(&line, (struct slice){ v->arguments[i].value,
		    size < 400 ? size : 400 });
		layout_wrap("  ", text_end(&line));
		text_free(&line);
	}
}

static void
print_details(const mailerr_verdict *v, const struct options *o)
{
	char reply[24] = "", status[64] = "", wait[24] = "";
	const mailerr_reason *reason = mailerr_reason_find(v->reason);
	const mailerr_notice *notice = mailerr_notice_find(v->notice);
	const mailerr_command *command = mailerr_command_find(v->command);

	if (v->reply != 0)
		*put_number(reply, (unsigned long)v->reply) = '\0';
	if (v->status_class != 0)
		*put_status(status, v) = '\0';
	if (v->retry_after != 0)
		*put_number(wait, v->retry_after) = '\0';
	putchar('\n');
#define LABEL(name) MAILERR_LABEL_##name
#define WORDS(name, value) \
	print_pair(LABEL(name), label(MAILERR_WORDS_##name, (int)value, o), o)
	print_pair(LABEL(REPLY), reply, o);
	print_pair(LABEL(STATUS), status, o);
	print_pair(LABEL(COMMAND), command == NULL ? NULL
	    : mailerr_id(&command->entry), o);
	print_pair(LABEL(NOTICE), notice == NULL ? NULL
	    : mailerr_id(&notice->entry), o);
	print_pair(LABEL(REASON), mailerr_id(&reason->entry), o);
	WORDS(ABOUT, v->about);
	WORDS(BOUNCE, v->bounce);
	WORDS(RETRY, v->retry);
	print_pair(LABEL(RETRY_AFTER), wait, o);
	WORDS(SUPPRESS, v->suppress);
	WORDS(CERTAINTY, v->certainty);
	print_pair(LABEL(DECIDED_BY), label(MAILERR_WORDS_DECIDED,
	    (int)v->decided_by, o), o);
#undef WORDS
#undef LABEL
	print_arguments(v);
}

/* The deciding entry, or where it has nothing to say its reason. */
void
answer_body(const mailerr_verdict *v, const struct options *o)
{
	const mailerr_reason *reason = mailerr_reason_find(v->reason);

	layout_wrap("", mailerr_text(v->entry, MAILERR_FIELD_MEANING, 0,
	    o->language));
	page_actions(mailerr_text_count(v->entry, MAILERR_FIELD_ACTION) > 0
	    ? v->entry : &reason->entry, o);
	print_details(v, o);
}

void
answer_page(const mailerr_verdict *v, const struct options *o)
{
	const struct signs *s = signs_of(o->language);
	const char *cls = label(MAILERR_WORDS_CLASS, (int)v->cls, o);
	struct text title = { 0 };

	text_string(&title, heading_of(v, o));
	if (v->entry != NULL && *cls != '\0') {
		text_string(&title, s->open);
		text_string(&title, cls);
		text_string(&title, s->close);
	}
	layout_title(text_end(&title));
	if (v->entry != NULL)
		answer_body(v, o);
	text_free(&title);
}
