/* SPDX-License-Identifier: MIT */
#include "qmail.h"

/* What ends the part of the line that is as it is. */
static const char *const outcomes[] = { "success: ", "failure: ",
	"deferral: " };

/* Where the report of a delivery begins, or the length of the line. */
static size_t
report_at(struct slice line)
{
	static const char delivery[] = "delivery ";
	size_t p = 0, left;

	while (p + sizeof delivery < line.size &&
	    memcmp(line.s + p, delivery, sizeof delivery - 1) != 0)
		p++;
	p += sizeof delivery - 1;
	while (p < line.size && line.s[p] >= '0' && line.s[p] <= '9')
		p++;
	if (p + 2 >= line.size || memcmp(line.s + p, ": ", 2) != 0)
		return line.size;
	p += 2;
	left = line.size - p;
	for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++)
		if (left > strlen(outcomes[i]) && memcmp(line.s + p,
		    outcomes[i], strlen(outcomes[i])) == 0)
			return p + strlen(outcomes[i]);
	return line.size;
}

/* A slash before a capital letter, or at the end, was the end of a line. */
static char
meant(struct slice line, size_t p)
{
	bool ends = p + 1 == line.size ||
	    (line.s[p + 1] >= 'A' && line.s[p + 1] <= 'Z');

	return line.s[p] == '_' || (line.s[p] == '/' && ends) ? ' ' : line.s[p];
}

void
explain_line(struct slice line, struct text *plain, mailerr_verdict *v)
{
	size_t at = line.size == 0 || memchr(line.s, '_', line.size) == NULL
	    ? line.size : report_at(line);

	if (at == line.size) {
		mailerr_explain(line.s, line.size, v);
		return;
	}
	text_clear(plain);
	for (size_t p = at; p < line.size; p++)
		text_byte(plain, meant(line, p));
	mailerr_explain(text_end(plain), plain->size, v);
}
