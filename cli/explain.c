/* SPDX-License-Identifier: MIT */
/* explain.c - mailerr explain: what a line says */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A longer line is read to its end, but only this much of it is looked at. */
#define LINE_BYTES ((size_t)1 << 20)
#define CHUNK_BYTES ((size_t)1 << 16)

/* ---- words ---- */

/* NULL where there is none. */
static const char *
or_null(const char *s)
{
	return *s == '\0' ? NULL : s;
}

static const char *
word(enum mailerr_words set, int value)
{
	return or_null(mailerr_word(set, value));
}

/* The first fields of the outputs for programs, in their order. */
struct fields {
	char reply[8], status[24], retry_after[16];
	const char *notice, *command;
};

static void
fields_of(const mailerr_verdict *v, struct fields *f)
{
	const mailerr_notice *notice = mailerr_notice_find(v->notice);
	const mailerr_command *command = mailerr_command_find(v->command);

	*f = (struct fields){ .notice = NULL };
	if (v->reply != 0)
		snprintf(f->reply, sizeof f->reply, "%d", v->reply);
	if (v->status_class != 0)
		snprintf(f->status, sizeof f->status, "%d.%d.%d",
		    v->status_class, v->status_subject, v->status_detail);
	if (v->retry_after != 0)
		snprintf(f->retry_after, sizeof f->retry_after, "%lu",
		    (unsigned long)v->retry_after);
	if (notice != NULL)
		f->notice = mailerr_id(&notice->entry);
	if (command != NULL)
		f->command = mailerr_id(&command->entry);
}

static const char *
reason_id(const mailerr_verdict *v)
{
	return mailerr_id(&mailerr_reason_find(v->reason)->entry);
}

/* ---- tab-separated ---- */

static void
print_tsv(const mailerr_verdict *v)
{
	struct fields f;
	const char *columns[14];

	fields_of(v, &f);
	columns[0] = or_null(f.reply);
	columns[1] = or_null(f.status);
	columns[2] = f.notice;
	columns[3] = reason_id(v);
	columns[4] = word(MAILERR_WORDS_CLASS, (int)v->cls);
	columns[5] = word(MAILERR_WORDS_DECIDED, (int)v->decided_by);
	columns[6] = f.command;
	columns[7] = word(MAILERR_WORDS_DSN_ACTION, (int)v->action);
	columns[8] = word(MAILERR_WORDS_BOUNCE, (int)v->bounce);
	columns[9] = word(MAILERR_WORDS_RETRY, (int)v->retry);
	columns[10] = or_null(f.retry_after);
	columns[11] = word(MAILERR_WORDS_SUPPRESS, (int)v->suppress);
	columns[12] = word(MAILERR_WORDS_ABOUT, (int)v->about);
	columns[13] = word(MAILERR_WORDS_CERTAINTY, (int)v->certainty);
	for (size_t i = 0; i < 14; i++) {
		if (i > 0)
			putchar('\t');
		fputs(columns[i] == NULL ? "-" : columns[i], stdout);
	}
	putchar('\n');
}

/* ---- JSON ---- */

/* The size of the UTF-8 sequence at s; 0 where it is none. */
static size_t
utf8_size(const unsigned char *s, size_t size)
{
	size_t n = *s < 0x80 ? 1 : *s < 0xc2 ? 0 : *s < 0xe0 ? 2
	    : *s < 0xf0 ? 3 : *s < 0xf5 ? 4 : 0;

	if (n == 0 || n > size)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] > 0x9f) ||
	    (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] > 0x8f))
		return 0;
	return n;
}

static void
print_json_string(const char *text, size_t size)
{
	const unsigned char *s = (const unsigned char *)text;

	putchar('"');
	while (size > 0) {
		size_t n = utf8_size(s, size);

		if (n == 0) {
			fputs("\\ufffd", stdout);
			n = 1;
		} else if (*s == '"' || *s == '\\') {
			printf("\\%c", *s);
		} else if (*s < 0x20 || *s == 0x7f) {
			printf("\\u%04x", *s);
		} else {
			fwrite(s, 1, n, stdout);
		}
		s += n;
		size -= n;
	}
	putchar('"');
}

static void
print_json_field(const char *name, const char *value)
{
	printf(",\"%s\":", name);
	if (value == NULL)
		fputs("null", stdout);
	else
		print_json_string(value, strlen(value));
}

static void
print_json(const mailerr_verdict *v, const struct options *o)
{
	struct fields f;

	fields_of(v, &f);
	printf("{\"reply\":%s", *f.reply == '\0' ? "null" : f.reply);
	print_json_field("status", or_null(f.status));
	print_json_field("notice", f.notice);
	print_json_field("reason", reason_id(v));
	print_json_field("class", word(MAILERR_WORDS_CLASS, (int)v->cls));
	print_json_field("decided_by", word(MAILERR_WORDS_DECIDED,
	    (int)v->decided_by));
	print_json_field("command", f.command);
	print_json_field("action", word(MAILERR_WORDS_DSN_ACTION,
	    (int)v->action));
	print_json_field("bounce", word(MAILERR_WORDS_BOUNCE, (int)v->bounce));
	print_json_field("retry", word(MAILERR_WORDS_RETRY, (int)v->retry));
	printf(",\"retry_after\":%s",
	    *f.retry_after == '\0' ? "null" : f.retry_after);
	print_json_field("suppress", word(MAILERR_WORDS_SUPPRESS,
	    (int)v->suppress));
	print_json_field("about", word(MAILERR_WORDS_ABOUT, (int)v->about));
	print_json_field("certainty", word(MAILERR_WORDS_CERTAINTY,
	    (int)v->certainty));
	fputs(",\"args\":{", stdout);
	for (size_t i = 0; i < v->argument_count; i++) {
		const mailerr_argument *a = &v->arguments[i];

		if (i > 0)
			putchar(',');
		print_json_string(a->name, strlen(a->name));
		putchar(':');
		print_json_string(a->value, a->length);
	}
	putchar('}');
	print_json_field("title", or_null(title_of(v->entry, o->language)));
	fputs("}\n", stdout);
}

/* ---- for people ---- */

static const char *
label(enum mailerr_words set, int value, const struct options *o)
{
	return mailerr_label(label_of(set, value), o->language);
}

/* "mailbox-full: Mailbox full (temporary, 450 4.2.2)" */
static void
print_summary(const mailerr_verdict *v, const struct options *o)
{
	const char *before = " (", *cls = label(MAILERR_WORDS_CLASS,
	    (int)v->cls, o), *title = title_of(v->entry, o->language);
	struct fields f;

	fields_of(v, &f);
	printf("%s: %s", reason_id(v), *title == '\0' ? mailerr_label(
	    MAILERR_LABEL_NOT_RECOGNISED, o->language) : title);
	if (*cls != '\0') {
		printf("%s%s", before, cls);
		before = ", ";
	}
	if (*f.reply != '\0' || *f.status != '\0') {
		printf("%s%s%s%s", before, f.reply, *f.reply != '\0' &&
		    *f.status != '\0' ? " " : "", f.status);
		before = ", ";
	}
	puts(*before == ',' ? ")" : "");
}

static void
print_pair(enum mailerr_label_id name, const char *value,
    const struct options *o)
{
	char line[512];

	if (value == NULL || *value == '\0')
		return;
	snprintf(line, sizeof line, "%s: %s", mailerr_label(name, o->language),
	    value);
	layout_wrap("  ", line);
}

static void
print_arguments(const mailerr_verdict *v)
{
	for (size_t i = 0; i < v->argument_count; i++) {
		char line[512];

		snprintf(line, sizeof line, "%s: %.*s", v->arguments[i].name,
		    (int)(v->arguments[i].length < 400
		        ? v->arguments[i].length : 400),
		    v->arguments[i].value);
		layout_wrap("  ", line);
	}
}

static void
print_details(const mailerr_verdict *v, const struct options *o)
{
	struct fields f;
	const mailerr_reason *reason = mailerr_reason_find(v->reason);

	fields_of(v, &f);
	putchar('\n');
	print_pair(MAILERR_LABEL_REPLY, f.reply, o);
	print_pair(MAILERR_LABEL_STATUS, f.status, o);
	print_pair(MAILERR_LABEL_COMMAND, f.command, o);
	print_pair(MAILERR_LABEL_NOTICE, f.notice, o);
	print_pair(MAILERR_LABEL_REASON, mailerr_id(&reason->entry), o);
	print_pair(MAILERR_LABEL_ABOUT, label(MAILERR_WORDS_ABOUT,
	    (int)v->about, o), o);
	print_pair(MAILERR_LABEL_BOUNCE, label(MAILERR_WORDS_BOUNCE,
	    (int)v->bounce, o), o);
	print_pair(MAILERR_LABEL_RETRY, label(MAILERR_WORDS_RETRY,
	    (int)v->retry, o), o);
	print_pair(MAILERR_LABEL_RETRY_AFTER, f.retry_after, o);
	print_pair(MAILERR_LABEL_SUPPRESS, label(MAILERR_WORDS_SUPPRESS,
	    (int)v->suppress, o), o);
	print_pair(MAILERR_LABEL_CERTAINTY, label(MAILERR_WORDS_CERTAINTY,
	    (int)v->certainty, o), o);
	print_pair(MAILERR_LABEL_DECIDED_BY, label(MAILERR_WORDS_DECIDED,
	    (int)v->decided_by, o), o);
	print_arguments(v);
}

/* The deciding entry, or where it has nothing to say its reason. */
static void
print_answer(const mailerr_verdict *v, const struct options *o, bool again)
{
	const mailerr_reason *reason = mailerr_reason_find(v->reason);
	const char *meaning = mailerr_text(v->entry, MAILERR_FIELD_MEANING, 0,
	    o->language);
	const char *cls = label(MAILERR_WORDS_CLASS, (int)v->cls, o);
	char title[512];

	if (again)
		putchar('\n');
	if (v->entry == NULL) {
		layout_title(mailerr_label(MAILERR_LABEL_NOT_RECOGNISED,
		    o->language));
		return;
	}
	snprintf(title, sizeof title, "%s%s%s%s",
	    title_of(v->entry, o->language), *cls == '\0' ? "" : " (", cls,
	    *cls == '\0' ? "" : ")");
	layout_title(title);
	layout_wrap("", meaning);
	page_actions(mailerr_text_count(v->entry, MAILERR_FIELD_ACTION) > 0
	    ? v->entry : &reason->entry, o);
	print_details(v, o);
}

/* ---- lines ---- */

struct asked {
	const struct options *o;
	bool details;  /* a page for each line, not a line */
	bool answered; /* all of them */
	size_t count;
};

static void
answer(struct asked *a, const char *line, size_t size)
{
	mailerr_verdict v;

	mailerr_explain(line, size, &v);
	if (v.entry == NULL)
		a->answered = false;
	if (a->o->format == FORMAT_JSON)
		print_json(&v, a->o);
	else if (a->o->format == FORMAT_TSV)
		print_tsv(&v);
	else if (!a->details)
		print_summary(&v, a->o);
	else
		print_answer(&v, a->o, a->count > 0);
	a->count++;
}

/* Reads whatever lines there are, of any length, in one buffer. */
struct reader {
	char *line;
	size_t size;  /* of the line so far */
	bool pending; /* a line has begun */
};

static void
take(struct reader *r, const char *bytes, size_t size)
{
	size_t room = LINE_BYTES - r->size;

	if (size > room)
		size = room;
	memcpy(r->line + r->size, bytes, size);
	r->size += size;
	r->pending = true;
}

static void
end_line(struct reader *r, struct asked *a)
{
	answer(a, r->line, r->size);
	r->size = 0;
	r->pending = false;
}

static void
take_chunk(struct reader *r, struct asked *a, const char *bytes, size_t size)
{
	while (size > 0) {
		const char *end = memchr(bytes, '\n', size);
		size_t n = end == NULL ? size : (size_t)(end - bytes);

		if (end != NULL && !r->pending) {
			answer(a, bytes, n); /* no need of a copy */
		} else {
			take(r, bytes, n);
			if (end != NULL)
				end_line(r, a);
		}
		n += end != NULL;
		bytes += n;
		size -= n;
	}
}

static int
answer_input(struct asked *a)
{
	struct reader r = { .line = malloc(LINE_BYTES) };
	char *chunk = malloc(CHUNK_BYTES);
	ssize_t n = -1;

	if (r.line == NULL || chunk == NULL) {
		fputs("mailerr: out of memory\n", stderr);
	} else {
		do {
			/* who waits for an answer gets it */
			if (fflush(stdout) != 0)
				break;
			n = read(STDIN_FILENO, chunk, CHUNK_BYTES);
			if (n > 0)
				take_chunk(&r, a, chunk, (size_t)n);
		} while (n > 0 || (n < 0 && errno == EINTR));
		if (n < 0 && !ferror(stdout))
			fprintf(stderr, "mailerr: standard input: %s\n",
			    strerror(errno));
		if (r.pending)
			end_line(&r, a);
	}
	free(r.line);
	free(chunk);
	return n < 0 ? EXIT_IO : a->answered ? EXIT_FOUND : EXIT_NOT_FOUND;
}

/* The words of the command line are one line. */
static int
answer_words(int count, char **words, struct asked *a)
{
	size_t size = 0, at = 0;
	char *line;

	for (int i = 0; i < count; i++)
		size += strlen(words[i]) + 1;
	line = malloc(size);
	if (line == NULL) {
		fputs("mailerr: out of memory\n", stderr);
		return EXIT_IO;
	}
	for (int i = 0; i < count; i++) {
		size_t n = strlen(words[i]);

		memcpy(line + at, words[i], n);
		line[at + n] = ' ';
		at += n + 1;
	}
	answer(a, line, size - 1);
	free(line);
	return a->answered ? EXIT_FOUND : EXIT_NOT_FOUND;
}

int
command_explain(int count, char **texts, const struct options *o)
{
	struct asked a = { .o = o, .answered = true,
		.details = count > 0 || isatty(STDIN_FILENO) == 1 };

	return count > 0 ? answer_words(count, texts, &a) : answer_input(&a);
}
