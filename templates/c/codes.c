/* SPDX-License-Identifier: 0BSD */
/* ---- Finding codes ------------------------------------------------------- */

/* Three digits are a code only where they stand as one: sizes, ports, times,
 * dates and addresses are full of such digits. */

/* Bits for small letters. */
#define LETTER(c) (UINT32_C(1) << ((c) - 'a'))

/* Whether the text at s begins with one of the words of a list: each ended by
 * a NUL, the list by another.  letters: those that they begin with. */
static bool
begins_any(const char *s, size_t size, uint32_t letters, const char *words)
{
	char first = size > 0 ? fold(*s) : '\0';
	size_t length;

	if (first < 'a' || first > 'z' || (letters & LETTER(first)) == 0)
		return false;
	for (; *words != '\0'; words += length + 1) {
		length = size_of(words);
		if (*words == first && begins(s, size, words) &&
		    (length == size || !is_alnum(s[length])))
			return true;
	}
	return false;
}

/* Whether what follows makes the number before it an amount. */
static bool
is_amount(const char *s, size_t end, size_t p)
{
	static const char measures[] =
	    "bytes\0byte\0kb\0mb\0gb\0kib\0mib\0octets\0seconds\0second\0"
	    "secs\0sec\0minutes\0minute\0min\0hours\0hour\0days\0day\0"
	    "hops\0lines\0characters\0chars\0times\0percent\0";

	p = skip_set(s, end, p, IN_LOW(' ') | IN_LOW('\t'), 0);
	if (p < end && s[p] == '%')
		return end - p == 1 || !is_alnum(s[p + 1]);
	return begins_any(s + p, end - p, LETTER('b') | LETTER('k') |
	    LETTER('m') | LETTER('g') | LETTER('o') | LETTER('s') |
	    LETTER('h') | LETTER('d') | LETTER('l') | LETTER('c') |
	    LETTER('t') | LETTER('p'), measures);
}

/* The same for what is counted; at the beginning of a line "550 Messages from
 * you are refused" is an answer all the same. */
static bool
is_count(const char *s, size_t end, size_t p)
{
	static const char counted[] =
	    "messages\0mails\0emails\0recipients\0connections\0attempts\0"
	    "users\0sessions\0addresses\0per\0max\0of\0";

	p = skip_set(s, end, p, IN_LOW(' ') | IN_LOW('\t'), 0);
	return begins_any(s + p, end - p, LETTER('m') | LETTER('e') |
	    LETTER('r') | LETTER('c') | LETTER('a') | LETTER('u') |
	    LETTER('s') | LETTER('p') | LETTER('o'), counted);
}

/* Whether no more than a word follows: "550 users". */
static bool
is_last_word(const char *s, size_t end, size_t p)
{
	p = skip_set(s, end, p, IN_LOW(' '), HIGH_LETTERS);
	return skip_set(s, end, p, LOW_BLANKS | IN_LOW('\n') | IN_LOW('.'),
	    0) == end;
}

/* Whether the digits at p are a part of an IPv6 address or of a time. */
static bool
is_in_colons(const char *s, size_t end, size_t p)
{
	const uint64_t low = LOW_DIGITS | IN_LOW(':');
	const uint64_t a_to_f = UINT64_C(0x7e0000007e);
	size_t from = p, colons = 0;

	while (from > 0 && is_in(s[from - 1], low, a_to_f))
		from--;
	for (p = from; p < end && is_in(s[p], low, a_to_f); p++) {
		colons += s[p] == ':';
		if (s[p] == ':' && p > from && s[p - 1] == ':')
			return true;
	}
	return colons > 2 || (colons == 2 && s[from] != ':' &&
	    (from == 0 || !is_alnum(s[from - 1])));
}

/* Whether the '-' at p goes on with digits, as in a telephone number: "550-5511",
 * "555-550-1"; not so "550-5.1.1", "550-192.0.2.1 is listed". */
static bool
goes_on(const char *s, size_t end, size_t p)
{
	size_t q = skip_set(s, end, p + 1, LOW_DIGITS, 0), digits = q - p - 1;

	if (digits == 3)
		return end - q > 1 && s[q] == '-' && is_digit(s[q + 1]);
	return digits > 3 && (q == end ||
	    !(is_alnum(s[q]) || s[q] == '.' || s[q] == ':'));
}

/* Whether the number at p is that of something else, as the words before it
 * say: "version 5.1.1", "RFC 5321 (4.2.2)", "HTTP error: 503". */
static bool
is_numbered(const char *s, size_t p)
{
	static const char words[] =
	    "version\0release\0kernel\0section\0chapter\0rfc\0http\0";
	size_t from, far = p > 24 ? p - 24 : 0;
	int n;

	for (n = 0; n < 2; n++, p = from) {
		while (p > far && !is_alnum(s[p - 1]))
			p--;
		while (p > far && is_digit(s[p - 1]))
			p--;
		while (p > far && (s[p - 1] == ' ' || s[p - 1] == '-'))
			p--;
		for (from = p; from > far && is_alnum(s[from - 1]); from--)
			continue;
		if (begins_any(s + from, p - from, LETTER('v') | LETTER('r') |
		    LETTER('k') | LETTER('s') | LETTER('c') | LETTER('h'),
		    words))
			return true;
		if (!begins(s + from, p - from, "error") &&
		    !begins(s + from, p - from, "status"))
			return false;
	}
	return false;
}

/* The reply code at p; 0 where the digits there are none. */
static int
reply_code_at(const char *s, size_t end, size_t p)
{
	char next;

	if (p > end || end - p < 3 || s[p] < '2' || s[p] > '5' ||
	    !is_digit(s[p + 1]) || !is_digit(s[p + 2]))
		return 0;
	next = end - p > 3 ? s[p + 3] : ' ';
	if (is_alnum(next) || next == '@' ||
	    (next == '-' && goes_on(s, end, p + 3)) || ((next == ':' ||
	    (p > 0 && s[p - 1] == ':')) && is_in_colons(s, end, p)))
		return 0;
	if ((next == '_' || next == '/' || ((next == '.' || next == ',') &&
	    end - p > 4 && is_digit(s[p + 4]))) && (next == '.' ||
	    status_length(s, end, p + 4) == 0)) /* not "550/5.1.1" */
		return 0;
	if (is_amount(s, end, p + 3))
		return 0;
	return (s[p] - '0') * 100 + (s[p + 1] - '0') * 10 + (s[p + 2] - '0');
}

/* Reads the "5.1.1" that status_length() has seen at p. */
static void
read_status(const char *s, size_t length, mailerr_codes *codes)
{
	size_t n;

	codes->cls = s[0] - '0';
	codes->subject = 0;
	codes->detail = 0;
	for (n = 2; s[n] != '.'; n++)
		codes->subject = codes->subject * 10 + (s[n] - '0');
	for (n++; n < length; n++)
		codes->detail = codes->detail * 10 + (s[n] - '0');
}

/* Where it goes on behind the reply code from p to q: "550-", "550:",
 * "550/5.1.1", "[550] 5.1.1", "550, '5.1.1" as Python has it. */
static size_t
behind_reply(const char *s, size_t end, size_t p, size_t q)
{
	size_t r;

	if (q < end && p > 0 && ((s[p - 1] == '[' && s[q] == ']') ||
	    (s[p - 1] == '(' && s[q] == ')')))
		q++;
	if (q < end && (s[q] == '-' || s[q] == ':' || s[q] == '/' ||
	    s[q] == '_'))
		return q + 1;
	if (q == end || s[q] != ',')
		return q;
	r = skip_set(s, end, q + 1, IN_LOW(' '), 0);
	if (status_length(s, end, r) != 0)
		return r;
	if (r < end && s[r] == 'b')
		r++;
	return r < end && (s[r] == '\'' || s[r] == '"') ? r + 1 : q;
}

/* Reads codes that stand at p: "550", "550-5.1.1", "550 (#5.1.1)", "5.1.1",
 * "450 450 4.2.2", "550 - 5.1.1". */
static bool
codes_at(const char *s, size_t end, size_t p, mailerr_codes *codes)
{
	size_t q = p, status;

	clear(codes, sizeof *codes);
	codes->at = p;
	codes->reply = reply_code_at(s, end, p);
	if (codes->reply != 0) {
		q += 3;
		codes->more = q < end && s[q] == '-';
		q = behind_reply(s, end, p, q);
		p = skip_set(s, end, q, IN_LOW(' ') | IN_LOW('\t'), 0);
		if (p > q && reply_code_at(s, end, p) == codes->reply)
			q = p + 3;
		p = skip_set(s, end, q, IN_LOW(' ') | IN_LOW('\t') |
		    IN_LOW('\'') | IN_LOW('"') | IN_LOW('#') |
		    IN_LOW('(') | IN_LOW('<'), IN_HIGH('['));
		if (end - p > 2 && s[p] == '-' && s[p + 1] == ' ' &&
		    status_length(s, end, p + 2) != 0)
			p += 2;
	}
	status = p < end ? status_length(s, end, p) : 0;
	if (status != 0) {
		read_status(s + p, status, codes);
		q = skip_set(s, end, p + status, IN_LOW(')') | IN_LOW('>'),
		    IN_HIGH(']'));
	}
	codes->text = skip_set(s, end, q, LOW_BLANKS | IN_LOW(':') | IN_LOW('-'),
	    0);
	return codes->reply != 0 || codes->cls != 0;
}

/* Whether the words before p speak of an answer; the nearest does so most
 * often. */
static bool
speaks_of_answer(const char *s, size_t p)
{
	static const char words[] =
	    "said\0host\0server\0smtp\0response\0respond\0responded\0reply\0"
	    "replied\0returned\0result\0reason\0error\0failed\0failure\0"
	    "answer\0answered\0rcpt\0mail\0data\0ehlo\0status\0code\0"
	    "rejected\0generated\0command\0connection\0talk\0recipient\0";
	size_t from = p, far = p > 120 ? p - 120 : 0;

	while (from-- > far)
		if ((from == 0 || !is_alnum(s[from - 1])) &&
		    begins_any(s + from, p - from, LETTER('s') |
		        LETTER('h') | LETTER('r') | LETTER('e') | LETTER('f') |
		        LETTER('a') | LETTER('m') | LETTER('d') | LETTER('c') |
		        LETTER('g') | LETTER('t'), words))
			return true;
	return false;
}

/* Whether the codes that were read at p, where a text begins or behind the name
 * of a field, are those of an answer: not "550 users", "Version: 5.1.1",
 * "order: 550". */
static bool
is_leading(const char *s, size_t end, size_t p, const mailerr_codes *codes,
    bool first)
{
	bool counts = codes->cls == 0 && is_count(s, end, codes->text);

	if (first)
		return !counts || !is_last_word(s, end, codes->text);
	return !counts && !is_numbered(s, p) && (codes->cls != 0 ||
	    codes->text < end || speaks_of_answer(s, p));
}

/* The codes at the beginning, behind "smtp;", "Diagnostic-Code: smtp;" and the
 * like. */
static bool
leading_codes(const char *s, size_t end, mailerr_codes *codes)
{
	size_t p = 0, q;
	int words;

	for (words = 0; words < 4; words++) {
		p = skip_set(s, end, p, LOW_BLANKS | IN_LOW('\n') | IN_LOW(':') |
		    IN_LOW(';') | IN_LOW('#') | IN_LOW('<') | IN_LOW('>') |
		    IN_LOW('(') | IN_LOW('"') | IN_LOW('\'') | IN_LOW('*') |
		    IN_LOW('=') | IN_LOW('-'), IN_HIGH('['));
		if (codes_at(s, end, p, codes) &&
		    is_leading(s, end, p, codes, words == 0))
			return true;
		for (q = p; q < end && q - p < 24; q++)
			if (!is_alnum(s[q]) && s[q] != '-' && s[q] != '_')
				break;
		q = skip_set(s, end, q, IN_LOW(' '), 0);
		if (q == p || q >= end || (s[q] != ':' && s[q] != ';'))
			break;
		p = q + 1;
	}
	clear(codes, sizeof *codes);
	return false;
}

/* Whether the word that ends at p announces a code: "error 550". */
static bool
announces(const char *s, size_t p)
{
	static const char words[] =
	    "error\0code\0responsecode\0status\0response\0reply\0said\0with\0"
	    "returned\0responded\0answered\0";
	size_t from = p;

	while (from > 0 && p - from < 16 && is_alnum(s[from - 1]))
		from--;
	return p > from && begins_any(s + from, p - from, LETTER('e') |
	    LETTER('c') | LETTER('r') | LETTER('s') | LETTER('w') |
	    LETTER('a'), words);
}

/* Whether the bracket or sign at q opens the codes of an answer, where no status
 * shows that it does: "[550 ...", but not "[550]"; "mx.example.org #550 no",
 * but not "ticket #550"; "(550, 'no')", "Error (550): no". */
static bool
opens_answer(const char *s, size_t end, size_t q, const mailerr_codes *c)
{
	size_t p = c->at + 3;
	bool host = false;

	if (s[q] == '#') {
		while (q > 0 && s[q - 1] == ' ')
			q--;
		while (q > 0 && !is_blank(s[q - 1]) && s[q - 1] != '\n')
			host = s[--q] == '.' || host;
		return host;
	}
	if (end - p > 1 && s[p] == ')' && s[p + 1] == ':')
		return speaks_of_answer(s, q);
	return p < end && (is_blank(s[p]) || s[p] == '-' ||
	    (s[p] == ',' && c->text > p));
}

/* Whether the codes, found inside a text, are those of an answer that is told
 * there.  begin: where the text of the answer around them begins.  *nested:
 * that answer passes this one on; else they stand side by side. */
static bool
is_answer(const char *s, size_t end, size_t begin, const mailerr_codes *c,
    bool *nested)
{
	size_t p = c->at, q, r;
	bool whole = c->cls != 0, marked;

	if (c->reply == 0 || c->reply / 10 % 10 > 5 || (!whole &&
	    (c->reply < 400 || is_count(s, end, c->text) ||
	     is_numbered(s, p))))
		return false;
	for (q = p; q > begin && is_in(s[q - 1], IN_LOW('\'') | IN_LOW('"') |
	    IN_LOW('<') | IN_LOW('(') | IN_LOW('#'),
	    IN_HIGH('[') | IN_HIGH('{')); q--)
		continue;
	for (r = q; r > begin && (is_blank(s[r - 1]) || s[r - 1] == '\n'); r--)
		continue;
	*nested = true;
	if (r == begin)
		return true;
	if (q < p)
		return whole || opens_answer(s, end, q, c);
	if (r > begin + 1 && ((s[r - 1] == '>' && s[r - 2] == '-') ||
	    (s[r - 1] == '<' && s[r - 2] == '<')))
		return true; /* "-> 550", "<<< 550" */
	marked = is_in(s[r - 1], IN_LOW(':') | IN_LOW(';') | IN_LOW('>') |
	    IN_LOW('<') | IN_LOW('='), IN_HIGH('|'));
	if (marked && (whole || ((r < q || s[r - 1] == '>') &&
	    (c->more || speaks_of_answer(s, r)))))
		return true;
	if (marked && s[r - 1] != '>' && s[r - 1] != '<') {
		q = r--; /* "ERROR_CODE :550" */
		while (r > begin && is_blank(s[r - 1]))
			r--;
	}
	if (r < q && announces(s, r))
		return true;
	*nested = false;
	return whole;
}

/* Whether the byte before digits makes them part of something else: a host
 * name, a path, a query, an id. */
static bool
is_glue(char c)
{
	return is_in(c, LOW_DIGITS | IN_LOW('.') | IN_LOW('-') | IN_LOW('/') |
	    IN_LOW('%') | IN_LOW('+') | IN_LOW('&') | IN_LOW('?') |
	    IN_LOW('$'), HIGH_LETTERS | IN_HIGH('_') | IN_HIGH('@') |
	    IN_HIGH('~'));
}

#ifndef MAILERR_CODES_ALONE_
/* Which of the 64 bytes from p on are digits, the first one the lowest bit. */
static uint64_t
digits_at(const char *s, size_t end, size_t p)
{
	size_t n, left = end - p < 64 ? end - p : 64;
	uint64_t bits = 0;

	for (n = 0; left - n >= 8; n += 8)
		bits |= digit_bits(load64(s + p + n)) << n;
	if (n < left && end >= 8)
		return bits | digit_bits(load64(s + end - 8)) >>
		    (8 - (left - n)) << n;
	for (; n < left; n++)
		bits |= (uint64_t)is_digit(s[p + n]) << n;
	return bits;
}

/* Where a code may begin: three digits and no more.  d: the digits; past: those
 * behind them. */
static uint64_t
code_places(uint64_t d, uint64_t past)
{
	return d & (d >> 1 | (past & 1) << 63) & (d >> 2 | (past & 3) << 62) &
	    ~(d >> 3 | (past & 7) << 61) & ~(d + d);
}

/* And a status: a digit, one other byte and a digit. */
static uint64_t
status_places(uint64_t d, uint64_t past)
{
	return d & ~(d >> 1 | (past & 1) << 63) & (d >> 2 | (past & 3) << 62);
}

/* The next place from p on, or the end. */
static size_t
next_place(const struct view *v, size_t p, bool status)
{
	const uint64_t *known = status ? v->statuses : v->codes;
	uint64_t d, places;
	size_t size;

	for (; p < v->end; p += size) {
		if (known != NULL) {
			places = known[p / 64] >> p % 64;
			size = 64 - p % 64;
		} else {
			d = digits_at(v->s, v->end, p);
			size = v->end - p > 64 ? 60 : 64;
			places = (status ? status_places(d, 0) :
			    code_places(d, 0)) & ~UINT64_C(0) >> (64 - size);
		}
		if (places != 0) {
			p += lowest_bit(places);
			return p < v->end ? p : v->end;
		}
	}
	return v->end;
}
#else
/* The next place from p on where a code may begin, or the end. */
static size_t
next_place(const struct view *v, size_t p, bool status)
{
	const char *s = v->s;

	for (; v->end - p >= 3; p++)
		if (is_digit(s[p]) && is_digit(s[p + 2]) &&
		    is_digit(s[p + 1]) != status)
			return p;
	return v->end;
}
#endif

/* The next answer that is told inside the text from p on. */
static bool
told_answer(const struct view *v, size_t p, mailerr_codes *codes, bool *nested)
{
	size_t begin = p;

	for (;; p += 3) {
		p = next_place(v, p, false);
		if (p == v->end)
			return false;
		if ((p == 0 || !is_glue(v->s[p - 1])) && joint(v, p) == 0 &&
		    codes_at(v->s, v->end, p, codes) &&
		    is_answer(v->s, v->end, begin, codes, nested) &&
		    !inside_url(v, p))
			return true;
	}
}

/* A status that stands alone at the end or inside of a text: "(#5.1.1)",
 * "[#4.1.9]", "code: 5.2.1", "dsn=5.1.1". */
static bool
stray_status(const struct view *v, size_t from, size_t end,
    mailerr_codes *codes)
{
	const char *s = v->s;
	size_t p = from, length;

	for (;; p++) {
		p = next_place(v, p, true);
		if (p >= end)
			return false;
		if (p == from || s[p + 1] != '.' || is_glue(s[p - 1]))
			continue;
		length = status_length(s, end, p);
		if (length != 0 && (is_in(s[p - 1], IN_LOW('#') | IN_LOW('(') |
		    IN_LOW(':') | IN_LOW('='), IN_HIGH('[')) ||
		    (p > from + 1 && is_blank(s[p - 1]) && s[p - 2] == ':')) &&
		    !is_numbered(s, p) && !inside_url(v, p)) {
			read_status(s + p, length, codes);
			return true;
		}
	}
}

/* ---- Layers -------------------------------------------------------------- */

/* An outer answer that passes on an inner one: "550 5.4.316 Message expired
 * (<421 4.7.0 Try again later>)".  The inner one tells the cause, the outer
 * one the outcome.  Without a second answer both are the same. */
struct layers {
	mailerr_codes outer, inner;
	size_t inner_end; /* of the inner answer's text */
};

static void
joins(struct view *v, const mailerr_codes *codes)
{
	size_t n;

	if (!codes->more)
		return;
	v->joined = true;
	for (n = 0; n < 3; n++)
		v->code[n] = v->s[codes->at + n];
}

#ifndef MAILERR_NO_PHRASES
/* What begins a quoted original, of which nothing counts. */
static const char originals[] =
    "copy of your message\0copy of the message\0copy of the original\0"
    "original message follows\0original message headers\0"
    "unsent message follows\0message header follows\0original message -\0"
    "message/rfc822\0text/rfc822-headers\0";

static bool
is_original(const char *s, size_t end, size_t p)
{
	return p > 0 && !is_alnum(s[p - 1]) && begins_any(s + p, end - p,
	    LETTER('c') | LETTER('o') | LETTER('u') | LETTER('m') |
	    LETTER('t'), originals);
}
#endif

static void
view_text(struct view *v, const char *s, size_t length)
{
	v->s = s == NULL ? "" : s;
	v->end = s == NULL ? 0 : length;
	v->text = v->inner = 0;
	v->joined = v->plain = false;
#ifndef MAILERR_CODES_ALONE_
	v->codes = v->statuses = NULL;
#endif
}

static void
find_layers(struct view *v, struct layers *l)
{
	mailerr_codes next;
	bool nested, told = false, closed = false;
	size_t p = 0;

	if (leading_codes(v->s, v->end, &l->outer)) {
		p = v->text = l->outer.text;
		joins(v, &l->outer);
	}
	l->inner = l->outer;
	l->inner_end = v->end;
	while (told_answer(v, p, &next, &nested)) {
		p = next.text;
		if (closed)
			continue;
		if (nested || (!told && v->text == 0)) {
			told = true;
			l->inner = next;
			v->inner = next.text;
			joins(v, &next);
		} else {
			l->inner_end = next.at;
			closed = true;
		}
	}
	if (v->text == 0)
		l->outer = l->inner;
	if (l->inner.cls == 0)
		stray_status(v, l->inner.text, l->inner_end, &l->inner);
	if (l->outer.cls == 0 && l->outer.at == l->inner.at)
		l->outer = l->inner;
}

static size_t
parse_codes(const char *text, size_t length, mailerr_codes *codes)
{
	struct view v;
	bool nested;

	view_text(&v, text, length);
	if (!leading_codes(v.s, v.end, codes) &&
	    !told_answer(&v, 0, codes, &nested)) {
		clear(codes, sizeof *codes);
		stray_status(&v, 0, v.end, codes);
	}
	return codes->text;
}
