/* SPDX-License-Identifier: MIT */
#include "address.h"

/* Letters of two bytes (Latin, Greek, Cyrillic) are found in addresses; those
 * of three mostly stand beside one, without a blank between. */
static bool
is_letter(struct slice s, size_t n)
{
	unsigned char c = (unsigned char)s.s[n], before;

	if (c >= 0xc2 && c <= 0xdf)
		return true;
	before = n > 0 ? (unsigned char)s.s[n - 1] : 0;
	return (c & 0xc0) == 0x80 && before >= 0xc2 && before <= 0xdf;
}

static bool
is_local(struct slice s, size_t n)
{
	char c = s.s[n];

	/* '*' stands in addresses that were made unreadable on purpose */
	return is_alpha(c) || is_digit(c) || is_letter(s, n) ||
	    (c != '\0' && strchr("._%+=~!#$&'*/?^`{|}-", c) != NULL);
}

static bool
is_domain(struct slice s, size_t n)
{
	char c = s.s[n];

	return is_alpha(c) || is_digit(c) || is_letter(s, n) || c == '.' ||
	    c == '-' || c == '*' || c == '_';
}

/* Whether letters of any script stand there: "<" to "@", "@" to ">". */
static bool
is_wide(struct slice s, size_t n)
{
	return (s.s[n] & 0x80) != 0;
}

/* Where the local part begins that ends before the '@' at `at`. */
static size_t
local_begin(struct slice s, size_t low, size_t at)
{
	size_t n = at;

	if (n > low && s.s[n - 1] == '"') {
		for (n--; n > low && s.s[n - 1] != '"' && s.s[n - 1] != '\n';
		     n--)
			continue;
		return n > low && s.s[n - 1] == '"' ? n - 1 : at;
	}
	while (n > low && (is_local(s, n - 1) || (is_wide(s, at - 1) &&
	    is_wide(s, n - 1))))
		n--;
	/* a quotation mark before it is not a part of it */
	while (n < at && (s.s[n] == '\'' || s.s[n] == '`'))
		n++;
	return n;
}

static size_t
domain_end(struct slice s, size_t at)
{
	size_t n = at + 1;

	if (n < s.size && s.s[n] == '[') {
		while (n < s.size && s.s[n] != ']' && s.s[n] != '\n')
			n++;
		return n < s.size && s.s[n] == ']' ? n + 1 : at + 1;
	}
	while (n < s.size && (is_domain(s, n) || (is_wide(s, at + 1) &&
	    is_wide(s, n))))
		n++;
	while (n > at + 1 && (s.s[n - 1] == '.' || s.s[n - 1] == '-' ||
	    s.s[n - 1] == '_'))
		n--;
	return n;
}

bool
address_next(struct slice s, size_t *at, struct slice *address)
{
	size_t low = *at;

	while (low < s.size) {
		const char *sign = memchr(s.s + low, '@', s.size - low);
		size_t place, begin, end;

		if (sign == NULL)
			break;
		place = (size_t)(sign - s.s);
		begin = local_begin(s, low, place);
		end = domain_end(s, place);
		low = end > place ? end : place + 1;
		if (begin < place && end > place + 1) {
			*address = (struct slice){ s.s + begin, end - begin };
			*at = low;
			return true;
		}
	}
	*at = s.size;
	return false;
}

struct slice
address_of_field(struct slice value)
{
	size_t type = slice_find(value, ";"), at = 0, open, close;
	struct slice found;

	if (type < value.size && type < 16)
		value = slice_from(value, type + 1);
	value = slice_trim(value);
	open = slice_find(value, "<");
	close = slice_find(value, ">");
	if (open < close && close < value.size && close - open > 1)
		value = slice_trim((struct slice){ value.s + open + 1,
		    close - open - 1 });
	if (address_next(value, &at, &found))
		return found;
	return value;
}

bool
address_same(struct slice a, struct slice b)
{
	if (a.size != b.size)
		return false;
	for (size_t n = 0; n < a.size; n++)
		if (slice_fold(a.s[n]) != slice_fold(b.s[n]))
			return false;
	return true;
}

bool
address_is_role(struct slice a)
{
	static const char *const roles[] = { "postmaster@", "mailer-daemon@",
		"mailerdaemon@", "abuse@", "support@", "hostmaster@", "root@",
		"helpdesk@", "noreply@", "no-reply@", "mail-daemon@" };

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (slice_begins(a, roles[i]))
			return true;
	return false;
}
