/* SPDX-License-Identifier: 0BSD */
/* ---- Bytes --------------------------------------------------------------- */

/* ASCII only: what a mail says does not depend on the locale it is read in. */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alnum(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A set of ASCII bytes as two numbers of 64 bits, one a byte. */
#define IN_LOW(c) (UINT64_C(1) << (c))
#define IN_HIGH(c) (UINT64_C(1) << ((c) - 64))
#define LOW_DIGITS (UINT64_C(0x3ff) << '0')
#define HIGH_LETTERS UINT64_C(0x07fffffe07fffffe)
#define LOW_BLANKS (IN_LOW(' ') | IN_LOW('\t') | IN_LOW('\v') | \
	IN_LOW('\f') | IN_LOW('\r'))

static bool
is_in(char c, uint64_t low, uint64_t high)
{
	unsigned byte = (unsigned char)c;

	return byte < 128 && ((byte < 64 ? low : high) >> byte % 64 & 1) != 0;
}

static size_t
skip_set(const char *s, size_t end, size_t p, uint64_t low, uint64_t high)
{
	while (p < end && is_in(s[p], low, high))
		p++;
	return p;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

static char
fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether s begins with the word, which is in lower case. */
static bool
begins(const char *s, size_t size, const char *word)
{
	size_t n;

	for (n = 0; word[n] != '\0'; n++)
		if (n >= size || fold(s[n]) != word[n])
			return false;
	return true;
}

static size_t
size_of(const char *s)
{
	size_t n = 0;

	if (s != NULL)
		while (s[n] != '\0')
			n++;
	return n;
}

static bool
same_word(const char *s, size_t size, const char *word)
{
	size_t n;

	for (n = 0; n < size; n++)
		if (word[n] == '\0' || fold(s[n]) != fold(word[n]))
			return false;
	return word[n] == '\0';
}

/* As memset and memcpy, which a freestanding compiler need not declare. */
static void
clear(void *at, size_t size)
{
	unsigned char *to = (unsigned char *)at;

	while (size-- > 0)
		*to++ = 0;
}

static void
copy(void *at, const void *from, size_t size)
{
	unsigned char *to = (unsigned char *)at;
	const unsigned char *byte = (const unsigned char *)from;

	while (size-- > 0)
		*to++ = *byte++;
}

#ifndef MAILERR_CODES_ALONE_
/* ---- Eight bytes at once -------------------------------------------------- */

#define EACH_BYTE UINT64_C(0x0101010101010101)
#define HIGH_BITS UINT64_C(0x8080808080808080)

/* The first byte is the lowest, on every machine; compilers know this for a
 * single load. */
static inline uint64_t
load64(const char *s)
{
	const unsigned char *b = (const unsigned char *)s;

	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
	    (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
	    (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

/* Bits for the bytes of x that are digits, the first one's lowest. */
static inline uint64_t
digit_bits(uint64_t x)
{
	uint64_t low = x & ~HIGH_BITS;
	uint64_t not_digit = (low + EACH_BYTE * (0x80 - '9' - 1)) | x;

	x = (low + EACH_BYTE * (0x80 - '0')) & ~not_digit & HIGH_BITS;
	/* gathers the highest bit of each byte in the highest byte */
	return x * UINT64_C(0x0002040810204081) >> 56;
}

static size_t
lowest_bit(uint64_t x)
{
#if defined(__GNUC__)
	return (size_t)__builtin_ctzll(x);
#else
	size_t n = 0;

	for (; (x & 1) == 0; x >>= 1)
		n++;
	return n;
#endif
}
#endif

/* ---- A text that is read as one line ------------------------------------- */

/* "550-5.7.1 one\r\n550 5.7.1 two" says "one two": the repeated codes are part
 * of the blank between the words.  So they are where a log or a DSN has made
 * one line of it. */
struct view {
	const char *s;
	size_t end;
	size_t text, inner; /* where the text of an answer begins */
	char code[3];
	bool joined;        /* code is that of a reply in several lines */
	bool plain;         /* no blank but single ' ', nothing below it */
#ifndef MAILERR_CODES_ALONE_
	const uint64_t *codes, *statuses; /* where they may begin, a bit for
	                                   * each byte; NULL: not known */
#endif
};

/* The length of "5.1.1" at p, 0 where none stands there. */
static size_t
status_length(const char *s, size_t end, size_t p)
{
	size_t q = p + 2, digits, part;

	if (end - p < 5 || s[p] < '2' || s[p] > '5' || s[p] == '3' ||
	    s[p + 1] != '.')
		return 0;
	for (part = 0; part < 2; part++) {
		for (digits = 0; q < end && is_digit(s[q]); q++)
			digits++;
		if (digits == 0 || digits > 3)
			return 0;
		if (part == 0 && (q >= end || s[q++] != '.'))
			return 0;
	}
	if (q < end && (is_alnum(s[q]) || s[q] == '_' || s[q] == '@' ||
	    (s[q] == '.' && q + 1 < end && is_alnum(s[q + 1]))))
		return 0;
	return q - p;
}

/* The length of the code that begins a continuation line at p, without the
 * blank behind it. */
static size_t
joint(const struct view *v, size_t p)
{
	size_t q = p + 3, status;

	if (!v->joined || p > v->end || v->end - p < 3 ||
	    v->s[p] != v->code[0] || v->s[p + 1] != v->code[1] ||
	    v->s[p + 2] != v->code[2])
		return 0;
	if (p > 0 && !is_blank(v->s[p - 1]) && v->s[p - 1] != '\n')
		return 0;
	if (q < v->end && v->s[q] == '-')
		return q + 1 - p + status_length(v->s, v->end, q + 1);
	if (q < v->end && !is_blank(v->s[q]))
		return 0;
	status = q < v->end ? status_length(v->s, v->end, q + 1) : 0;
	return status == 0 ? 3 : 4 + status;
}

/* An address of the web is no text: "?p=NoSuchUser&code=550" says nothing.  Its
 * own beginning is not inside. */
#define URL_BYTES 1000u

static bool
inside_url(const struct view *v, size_t p)
{
	size_t q;
	char c;

	for (q = p; q > 0 && p - q < URL_BYTES; q--) {
		c = v->s[q - 1];
		if ((unsigned char)c <= ' ' || c == '<' || c == '"')
			return false;
		if (c == ':' && p - q > 1 && v->s[q] == '/' &&
		    v->s[q + 1] == '/')
			return true;
	}
	return false;
}
