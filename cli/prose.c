/* SPDX-License-Identifier: MIT */
#include "prose.h"

#include <stdlib.h>

#include "address.h"

/* Words behind these are not looked at: an error mail says it early. */
#define LINES_MAX 4000

/* ---- address lines ---- */

/* What may stand before the address. */
static const char *const labels[] = {
	"could not be delivered to", "was not delivered to",
	"unable to deliver message to", "unable to deliver to",
	"undeliverable to", "undelivered to", "delivery to",
	"failed to deliver to", "failed recipient", "recipient address",
	"final-recipient", "original-recipient", "intended recipient",
	"recipient", "addressed to", "rcpt to", "unknown user", "unknown local user",
	"user unknown", "no such user", "invalid recipient", "to", "rfc822;",
	"smtp", "mailto", "address", "e-mail address", "email address",
	"email", "e-mail", "addr", "user", "宛先", "送信先", "受信者",
	"メールアドレス", "送信先アドレス", "宛先アドレス", NULL
};

static struct slice
without_junk(struct slice s)
{
	while (s.size > 0) {
		if (strchr(" \t<>\"'`*-:|[(=;", *s.s) != NULL && *s.s != '\0')
			s = slice_from(s, 1);
		else if (slice_begins(s, "：") || slice_begins(s, "・") ||
		    slice_begins(s, "　") || slice_begins(s, "「"))
			s = slice_from(s, 3);
		else
			break;
	}
	return s;
}

static struct slice
without_label(struct slice s)
{
	for (size_t i = 0; labels[i] != NULL; i++) {
		size_t size = strlen(labels[i]);

		if (slice_begins(s, labels[i]) && size < s.size &&
		    !is_alpha(s.s[size]) && !is_digit(s.s[size]) &&
		    strchr("@._+-", s.s[size]) == NULL)
			return without_junk(slice_from(s, size));
	}
	return s;
}

/* Whether what stands behind the address may: not the rest of a sentence. */
static bool
may_follow(struct slice rest)
{
	if (rest.size == 0 || strchr(">:\"',;)]<", *rest.s) != NULL)
		return true;
	if (slice_begins(rest, "..") || slice_begins(rest, "\t"))
		return true;
	rest = slice_trim(rest);
	return rest.size == 0 || slice_begins(rest, "on ") ||
	    slice_begins(rest, "invalid address") || strchr("(<[-:|",
	    *rest.s) != NULL || is_digit(*rest.s);
}

bool
prose_address_line(struct slice line, struct slice *address)
{
	struct slice s = without_junk(without_label(without_junk(line)));
	size_t at = 0;

	if (!address_next(s, &at, address) || address->s != s.s)
		return false;
	return may_follow(slice_from(s, at));
}

/* ---- lines ---- */

static int
indent_of(struct slice line)
{
	int indent = 0;

	for (size_t n = 0; n < line.size && n < 200 && is_blank(line.s[n]);
	     n++)
		indent += line.s[n] == '\t' ? 8 : 1;
	return indent;
}

static void
read_lines(struct prose *p, struct slice words)
{
	size_t room = 64;
	struct slice line;

	p->lines = memory_get(room * sizeof *p->lines);
	while (p->line_count < LINES_MAX && slice_line(&words, &line)) {
		struct prose_line *to;

		if (p->line_count == room) {
			room *= 2;
			p->lines = memory_resize(p->lines,
			    room * sizeof *p->lines);
		}
		to = &p->lines[p->line_count++];
		*to = (struct prose_line){ .text = slice_trim(line),
			.indent = indent_of(line) };
		if (!prose_address_line(to->text, &to->address))
			to->address = (struct slice){ "", 0 };
	}
}

/* What is set in deeper than the address line above it goes on with it, even
 * where a wrapped line begins with an address. */
static void
find_continuations(struct prose *p)
{
	int address = -1; /* its indent */

	for (size_t n = 0; n < p->line_count; n++) {
		struct prose_line *line = &p->lines[n];

		line->continues = line->text.size > 0 && address >= 0 &&
		    line->indent > address;
		if (line->continues)
			line->address.size = 0;
		else if (line->address.size > 0)
			address = line->indent;
		else
			address = -1;
	}
}

/* ---- statements ---- */

bool
prose_is_reply(struct slice s)
{
	return s.size > 3 && s.s[0] >= '2' && s.s[0] <= '5' &&
	    is_digit(s.s[1]) && is_digit(s.s[2]) && (s.s[3] == ' ' ||
	    s.s[3] == '-' || s.s[3] == ':');
}

/* A line that a machine has marked as what another one said. */
static bool
is_marked(struct slice s)
{
	static const char *const marks[] = { "<<<", "(reason:", "reason:",
		"diagnostic-code:", "diagnostic code:", "remote host said:",
		"smtp error", "the reason:", "response:", "said:",
		"error:", "smtp;", "---->", NULL };

	for (size_t i = 0; marks[i] != NULL; i++)
		if (slice_begins(s, marks[i]))
			return true;
	return prose_is_reply(s) || (s.size > 0 && (*s.s == '#' ||
	    *s.s == '<') && slice_has(s, "#5."));
}

static bool
ends_colon(struct slice s)
{
	return s.size > 0 && s.s[s.size - 1] == ':';
}

/* Whether the line says something of its own, not the rest of the one before
 * it. */
static bool
begins_statement(const struct prose *p, size_t n)
{
	static const char *const starts[] = { ">>>", "...", "(expanded",
		"----", "host ", "<", "*", "  - ", "the error", "error ", NULL };
	struct slice s = p->lines[n].text, before;

	/* "SMTP error after RCPT TO:", and in the next line what it was */
	if (n > 0 && p->lines[n].address.size == 0 &&
	    p->lines[n - 1].address.size == 0 && ends_colon(
	    p->lines[n - 1].text))
		return false;
	if (p->lines[n].continues)
		return slice_begins(s, "<<<") || slice_begins(s, ">>>") ||
		    slice_begins(s, "(reason") || slice_begins(s, "(expanded");
	if (n == 0 || p->lines[n].address.size > 0 || is_marked(s)) {
		/* but the lines of one reply are one */
		before = n == 0 ? s : p->lines[n - 1].text;
		return !(n > 0 && slice_begins(before, "<<<") ==
		    slice_begins(s, "<<<") && (prose_is_reply(s) ||
		    slice_begins(s, "<<< ")) && slice_has((struct slice){
		    before.s, before.size < 9 ? before.size : 9 }, "-") &&
		    (prose_is_reply(before) || slice_begins(before, "<<< ")));
	}
	for (size_t i = 0; starts[i] != NULL; i++)
		if (slice_begins(s, starts[i]))
			return true;
	return false;
}

static struct statement *
add_statement(struct prose *p, size_t first)
{
	if (p->count == p->room) {
		p->room = p->room == 0 ? 32 : p->room * 2;
		p->statements = memory_resize(p->statements,
		    p->room * sizeof *p->statements);
	}
	p->statements[p->count] = (struct statement){ .first = first,
		.last = first };
	return &p->statements[p->count++];
}

/* Adds a line; between words of a script without blanks none is put. */
static void
join(struct text *to, struct slice line)
{
	bool reply = slice_begins(line, "<<<");

	if (reply)
		line = slice_trim(slice_from(line, 3));
	if (to->size > 0 && line.size > 0) {
		bool wide = (to->bytes[to->size - 1] & 0x80) != 0 &&
		    (*line.s & 0x80) != 0;

		if (reply || prose_is_reply(line))
			text_byte(to, '\n');
		else if (!wide)
			text_byte(to, ' ');
	}
	text_slice(to, line);
}

static struct statement *
add_lines(struct prose *p, size_t first, size_t end)
{
	struct statement *s = add_statement(p, first);

	for (size_t n = first; n < end; n++)
		join(&s->text, p->lines[n].text);
	s->last = end - 1;
	return s;
}

/* The statements of a paragraph; then its lines, then all of it. */
static void
read_paragraph(struct prose *p, size_t first, size_t end)
{
	size_t start = first, parts = 0;

	for (size_t n = first + 1; n <= end; n++) {
		if (n < end && !begins_statement(p, n))
			continue;
		add_lines(p, start, n);
		parts++;
		if (n - start > 1)
			for (size_t k = start; k < n; k++)
				add_lines(p, k, k + 1)->fragment = true;
		start = n;
	}
	if (parts > 1)
		add_lines(p, first, end);
}

void
prose_read(struct prose *p, struct slice words)
{
	size_t first = 0;

	*p = (struct prose){ .lines = NULL };
	read_lines(p, words);
	find_continuations(p);
	for (size_t n = 0; n <= p->line_count; n++) {
		if (n < p->line_count && p->lines[n].text.size > 0)
			continue;
		if (n > first)
			read_paragraph(p, first, n);
		first = n + 1;
	}
}

void
prose_free(struct prose *p)
{
	for (size_t i = 0; i < p->count; i++)
		text_free(&p->statements[i].text);
	free(p->statements);
	free(p->lines);
	*p = (struct prose){ .lines = NULL };
}
