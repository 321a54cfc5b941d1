/* SPDX-License-Identifier: MIT */
#include "unicode.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "arena.h"

size_t
unicode_decode(const char *p, size_t left, unsigned long *code)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	if (left > 0 && (unsigned char)*p < 0x80) {
		*code = (unsigned char)*p;
		return 1;
	}
	n = utf8proc_iterate((const utf8proc_uint8_t *)p,
	    (utf8proc_ssize_t)left, &c);
	if (n <= 0)
		return 0;
	*code = (unsigned long)c;
	return (size_t)n;
}

static const char *
refused_format(unsigned long code)
{
	if ((code >= 0x202a && code <= 0x202e) ||
	    (code >= 0x2066 && code <= 0x2069) ||
	    code == 0x200e || code == 0x200f || code == 0x061c)
		return "a bidirectional control";
	if ((code >= 0x200b && code <= 0x200d) || code == 0x2060 ||
	    code == 0xfeff)
		return "a zero-width character";
	return "an invisible format character";
}

const char *
unicode_refused(unsigned long code)
{
	if (code >= 0x20 && code < 0x7f)
		return NULL;
	/* kana and the ideographs of nearly every text, unlooked up */
	if ((code > 0x3000 && code < 0x3100) || (code >= 0x4e00 && code < 0xa000))
		return NULL;
	if ((code & 0xfffe) == 0xfffe || (code >= 0xfdd0 && code <= 0xfdef))
		return "no character";
	switch (utf8proc_category((utf8proc_int32_t)code)) {
	case UTF8PROC_CATEGORY_CC:
		return "a control character";
	case UTF8PROC_CATEGORY_CF:
		return refused_format(code);
	case UTF8PROC_CATEGORY_CO:
		return "a private-use character";
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return "a line or paragraph separator";
	case UTF8PROC_CATEGORY_ZS:
		return code == ' ' ? NULL : "a blank other than U+0020";
	default:
		return NULL;
	}
}

int
unicode_width(unsigned long code)
{
	return utf8proc_charwidth((utf8proc_int32_t)code);
}

size_t
unicode_columns(const char *text)
{
	size_t left = strlen(text), sum = 0, n;
	unsigned long code;

	for (; left > 0; text += n, left -= n) {
		n = unicode_decode(text, left, &code);
		if (n == 0)
			n = 1;
		else
			sum += (size_t)unicode_width(code);
	}
	return sum;
}

size_t
unicode_length(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

/* True where the code point may compose with what stands before it, or is
 * itself written otherwise in form C; most are neither. */
static bool
suspicious(unsigned long code)
{
	const utf8proc_property_t *p =
	    utf8proc_get_property((utf8proc_int32_t)code);

	if (p->category == UTF8PROC_CATEGORY_MN ||
	    p->category == UTF8PROC_CATEGORY_MC || p->combining_class != 0 ||
	    p->comp_exclusion || (code >= 0x1161 && code <= 0x11ff))
		return true;
	/* compatibility ideographs and the like: canonical singletons */
	return (code >= 0xf900 && code <= 0xfaff) || code >= 0x2f800 ||
	    (code >= 0x1f71 && code <= 0x1ffd) || code == 0x2126 ||
	    code == 0x212a || code == 0x212b || code == 0x2000 ||
	    code == 0x2001 || code == 0x2329 || code == 0x232a ||
	    code == 0x037e || code == 0x0374 || code == 0x0387;
}

static size_t
first_difference(const char *text, size_t length)
{
	utf8proc_uint8_t *form = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text,
	    (utf8proc_ssize_t)length, &form,
	    UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	size_t i = 0;

	if (n == UTF8PROC_ERROR_NOMEM)
		memory_die();
	if (n < 0)
		return length;
	while (i < length && i < (size_t)n && (unsigned char)text[i] == form[i])
		i++;
	if (i == length && (size_t)n == length) {
		free(form);
		return length;
	}
	while (i > 0 && ((unsigned char)text[i] & 0xc0) == 0x80)
		i--;
	free(form);
	return i;
}

size_t
unicode_not_nfc(const char *text, size_t length)
{
	unsigned long code;

	for (size_t i = 0, n; i < length; i += n) {
		n = unicode_decode(text + i, length - i, &code);
		if (n == 0)
			return length;
		if (code >= 0x300 && suspicious(code))
			return first_difference(text, length);
	}
	return length;
}
