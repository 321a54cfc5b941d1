/* SPDX-License-Identifier: MIT */
#include "charset.h"

#include <errno.h>
#include <iconv.h>

size_t
utf8_size(const char *text, size_t size)
{
	const unsigned char *s = (const unsigned char *)text;
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

bool
utf8_valid(struct slice s)
{
	while (s.size > 0) {
		size_t n = utf8_size(s.s, s.size);

		if (n == 0)
			return false;
		s = slice_from(s, n);
	}
	return true;
}

static void
add_utf8(struct text *out, struct slice s)
{
	while (s.size > 0) {
		size_t n = utf8_size(s.s, s.size);

		if (n == 0)
			text_string(out, "\xef\xbf\xbd");
		else if (*s.s == '\0')
			text_byte(out, ' ');
		else
			text_add(out, s.s, n);
		s = slice_from(s, n == 0 ? 1 : n);
	}
}

/* ---- which set it is ---- */

/* ISO-2022-JP, which this file takes apart itself: iconv's knows none of the
 * vendors' characters, and loses its way at the first. */
#define JIS "ISO-2022-JP"

/* What mail calls a set is often a smaller one than what it uses: the larger
 * one, with the vendors' characters, reads both. */
static const char *
larger(const char *name)
{
	static const struct { const char *name, *larger; } sets[] = {
		{ "shift_jis", "CP932" }, { "shift-jis", "CP932" },
		{ "x-sjis", "CP932" }, { "sjis", "CP932" },
		{ "windows-31j", "CP932" }, { "ms_kanji", "CP932" },
		{ "euc-jp", "EUC-JP-MS" }, { "x-euc-jp", "EUC-JP-MS" },
		{ "iso-2022-jp", JIS }, { "iso-2022-jp-1", JIS },
		{ "iso-2022-jp-ms", JIS }, { "cp50220", JIS },
		{ "cp50221", JIS }, { "csiso2022jp", JIS },
		{ "ks_c_5601-1987", "CP949" }, { "euc-kr", "CP949" },
		{ "gb2312", "GB18030" }, { "gbk", "GB18030" },
		{ "big5", "BIG5-HKSCS" }, { "iso-8859-1", "CP1252" },
		{ "iso-8859-8-i", "ISO-8859-8" },
	};

	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
		if (slice_is(slice_of(name), sets[i].name))
			return sets[i].larger;
	return name;
}

static bool
says_nothing(const char *charset)
{
	static const char *const names[] = { "", "us-ascii", "ascii", "utf-8",
		"utf8", "unknown-8bit", "x-unknown", "unknown", "8bit",
		"default" };

	if (charset == NULL)
		return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(slice_of(charset), names[i]))
			return true;
	return false;
}

/* Whether every byte fits the two-byte form of Shift_JIS, or of EUC-JP. */
static bool
fits(struct slice s, bool euc)
{
	const unsigned char *b = (const unsigned char *)s.s;

	for (size_t n = 0; n < s.size; n++) {
		unsigned char c = b[n], next = n + 1 < s.size ? b[n + 1] : 0;

		if (c < 0x80 || (!euc && c >= 0xa1 && c <= 0xdf))
			continue;
		if (euc ? (c != 0x8e && c < 0xa1) || c == 0xff || next < 0xa1 ||
		    next == 0xff : c > 0xfc || c == 0xa0 || c == 0x80 ||
		    next < 0x40 || next == 0x7f || next > 0xfc)
			return false;
		n++;
	}
	return true;
}

static const char *
guess(struct slice s)
{
	if (s.size > 0 && memchr(s.s, 0x1b, s.size) != NULL &&
	    (slice_has(s, "\033$b") || slice_has(s, "\033$@") ||
	    slice_has(s, "\033(j")))
		return JIS;
	if (utf8_valid(s))
		return NULL;
	return fits(s, true) ? "EUC-JP-MS" : fits(s, false) ? "CP932"
	    : "CP1252";
}

/* ---- converting ---- */

enum jis_set { JIS_ASCII, JIS_KANJI, JIS_KANA, JIS_MORE };

/* The set that the escape sequence at s begins; 0 where it is none. */
static size_t
jis_escape(struct slice s, enum jis_set *set)
{
	static const struct { const char *bytes; enum jis_set set; } all[] = {
		{ "\033$B", JIS_KANJI }, { "\033$@", JIS_KANJI },
		{ "\033$(D", JIS_MORE }, { "\033$(B", JIS_KANJI },
		{ "\033(B", JIS_ASCII }, { "\033(J", JIS_ASCII },
		{ "\033(H", JIS_ASCII }, { "\033(I", JIS_KANA },
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		size_t size = strlen(all[i].bytes);

		if (s.size >= size && memcmp(s.s, all[i].bytes, size) == 0) {
			*set = all[i].set;
			return size;
		}
	}
	return 0;
}

/* The same characters in EUC-JP.  A line begins in ASCII. */
static void
jis_to_euc(struct text *out, struct slice s)
{
	enum jis_set set = JIS_ASCII;
	size_t size;

	for (; s.size > 0; s = slice_from(s, size)) {
		size = *s.s == '\033' ? jis_escape(s, &set) : 0;
		if (size > 0)
			continue;
		size = 1;
		if (*s.s == '\n')
			set = JIS_ASCII;
		if (set == JIS_ASCII || *s.s <= ' ') {
			text_byte(out, *s.s);
		} else if (set == JIS_KANA) {
			text_byte(out, '\x8e');
			text_byte(out, (char)(*s.s | 0x80));
		} else if (s.size > 1 && s.s[1] > ' ') {
			if (set == JIS_MORE)
				text_byte(out, '\x8f');
			text_byte(out, (char)(s.s[0] | 0x80));
			text_byte(out, (char)(s.s[1] | 0x80));
			size = 2;
		}
	}
}

/* Adds what iconv makes of it, U+FFFD where it fails. */
static void
convert(iconv_t set, struct text *out, struct slice s)
{
	char *in = (char *)(size_t)s.s; /* iconv writes nothing there */
	size_t left = s.size;

	while (left > 0) {
		char room[4096], *to = room;
		size_t to_left = sizeof room;
		size_t done = iconv(set, &in, &left, &to, &to_left);
		int problem = errno;

		add_utf8(out, (struct slice){ room, (size_t)(to - room) });
		if (done != (size_t)-1 || problem == E2BIG)
			continue;
		text_string(out, "\xef\xbf\xbd");
		in++;
		left--;
	}
}

/* What iconv_open() gives where it fails looks to gcc 12's analyzer like memory
 * that nobody frees. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

/* False where nobody knows the set; name NULL is UTF-8. */
static bool
decode(struct text *out, const char *name, struct slice bytes)
{
	struct text euc = { 0 };
	bool jis = name != NULL && strcmp(name, JIS) == 0;
	iconv_t set;
	bool known;

	if (name == NULL) {
		add_utf8(out, bytes);
		return true;
	}
	if (jis)
		jis_to_euc(&euc, bytes);
	set = iconv_open("UTF-8", jis ? "EUC-JP-MS" : name);
	known = set != (iconv_t)-1;
	if (known) {
		convert(set, out, jis ? slice_text(&euc) : bytes);
		iconv_close(set);
	}
	text_free(&euc);
	return known;
}

bool
charset_decode(struct text *out, const char *charset, struct slice bytes)
{
	if (decode(out, says_nothing(charset) ? guess(bytes)
	    : larger(charset), bytes))
		return true;
	if (!decode(out, guess(bytes), bytes))
		add_utf8(out, bytes);
	return false;
}
