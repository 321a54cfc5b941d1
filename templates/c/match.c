/* SPDX-License-Identifier: 0BSD */
/* ---- Whether a phrase stands there ---------------------------------------- */

/* No argument but a text is longer: a path of RFC 5321, 4.5.3.1.3 and some. */
#define ARGUMENT_BYTES 320u
#define TEXT_BYTES 1000u
#define DURATION_BYTES 80u
/* Bounds what a phrase with several texts may try at one place. */
#define TRIES 4000u

/* Whether the line ends at p. */
static bool
line_ends(const struct view *v, size_t p)
{
	return p >= v->end || (v->s[p] == '\n' && joint(v, p + 1) == 0);
}

struct attempt {
	const struct tables *t;
	const struct view *v;
	struct found *found;
	unsigned tries;
};

/* ASCII letters of eight bytes in lower case. */
static inline uint64_t
fold64(uint64_t x)
{
	uint64_t low = x & ~HIGH_BITS;
	uint64_t from_a = low + EACH_BYTE * (0x80 - 'A');
	uint64_t past_z = low + EACH_BYTE * (0x80 - 'Z' - 1);

	return x | (from_a & ~past_z & ~x & HIGH_BITS) >> 2;
}

/* Whether the bytes at s are those of the literal, case apart. */
static bool
same_bytes(const char *s, const char *literal, size_t size)
{
	size_t n;

	if (size < 8) {
		for (n = 0; n < size; n++)
			if (fold(s[n]) != literal[n])
				return false;
		return true;
	}
	for (n = 0; size - n > 8; n += 8)
		if (fold64(load64(s + n)) != load64(literal + n))
			return false;
	return fold64(load64(s + size - 8)) == load64(literal + size - 8);
}

/* Moves *p over the literal, to the right or to the left, with all that stands
 * for its blanks.  To the left a joint may come unexpected: "550-" is none of
 * a literal that begins with '-'. */
static bool
walk_right(const struct view *v, const char *literal, size_t size, size_t *p)
{
	size_t n, q = *p, past;

	for (n = 0; n < size; n++) {
		if (literal[n] == ' ') {
			past = gap_end(v, q);
			if (past == q)
				return false;
			q = past;
		} else if (q < v->end && fold(v->s[q]) == literal[n]) {
			q++;
		} else {
			return false;
		}
	}
	*p = q;
	return true;
}

static bool
walk_left(const struct view *v, const char *literal, size_t size, size_t *p)
{
	size_t n, q = *p, from;

	for (n = size; n > 0; n--) {
		if (literal[n - 1] == ' ') {
			from = gap_start(v, q);
			if (from == q)
				return false;
			q = from;
		} else if (q > 0 && fold(v->s[q - 1]) == literal[n - 1] &&
		    (!v->joined || !ends_joint(v->s[q - 1]) ||
		     gap_start(v, q) == q)) {
			q--;
		} else {
			return false;
		}
	}
	*p = q;
	return true;
}

/* In a text without odd blanks a blank is a byte like another. */
static bool
literal_fits(const struct view *v, const char *literal, size_t size, int step,
    size_t *p)
{
	if (!v->plain)
		return step > 0 ? walk_right(v, literal, size, p) :
		    walk_left(v, literal, size, p);
	if (step > 0 ? v->end - *p < size || !same_bytes(v->s + *p, literal,
	    size) : *p < size || !same_bytes(v->s + *p - size, literal, size))
		return false;
	*p = step > 0 ? *p + size : *p - size;
	return true;
}

/* Whether a text that goes to the right (step 1) or to the left (-1) can take
 * the byte that comes at p.  One that opens a phrase begins behind the codes. */
static bool
text_goes_on(const struct view *v, size_t p, int step, bool opens)
{
	if (step > 0)
		return !line_ends(v, p);
	return p > 0 && !(opens && (p == v->text || p == v->inner)) &&
	    !line_ends(v, p - 1);
}

/* How far another argument could reach from p. */
static size_t
reach(const struct view *v, unsigned type, size_t p, int step)
{
	struct sieve sieve = sieve_of(type);
	size_t n = 0, most = type == MAILERR_ARGUMENT_DURATION ?
	    DURATION_BYTES : ARGUMENT_BYTES;

	if (step > 0) {
		most = v->end - p < most ? v->end - p : most;
		while (n < most && may_hold(&sieve, v->s[p + n]))
			n++;
	} else {
		most = p < most ? p : most;
		while (n < most && may_hold(&sieve, v->s[p - n - 1]))
			n++;
	}
	return n;
}

static bool tokens_fit(struct attempt *a, const struct token *token,
    unsigned left, const char *text, int step, size_t p);

/* Whether a literal that goes on from p begins with that byte, as far as one
 * look tells. */
static bool
may_follow(const struct view *v, char byte, size_t p, int step)
{
	if (byte == ' ')
		return true;
	return step > 0 ? p < v->end && fold(v->s[p]) == byte :
	    p > 0 && fold(v->s[p - 1]) == byte;
}

/* Whether the rest fits where a text from p ends at q. */
static bool
text_ends(struct attempt *a, const struct token *token, unsigned left,
    const char *text, int step, size_t p, size_t q)
{
	if (!tokens_fit(a, token + step, left - 1, text, step, q))
		return false;
	if (token->which < MAILERR_ARGUMENTS_MAX) {
		a->found->from[token->which] = step > 0 ? p : q;
		a->found->to[token->which] = step > 0 ? q : p;
	}
	return true;
}

/* A text at the edge of a phrase takes the whole rest of the line, between two
 * literals the shortest that fits. */
static bool
text_fits(struct attempt *a, const struct token *token, unsigned left,
    const char *text, int step, size_t p)
{
	const struct view *v = a->v;
	char byte = left > 1 && token[step].kind == 0 ?
	    text[step > 0 ? 0 : -1] : ' ';
	size_t n, q = p;

	for (n = 0; n < TEXT_BYTES && text_goes_on(v, q, step, left == 1);
	    n++) {
		q = step > 0 ? q + 1 : q - 1;
		if (left == 1)
			continue;
		if (a->tries == 0)
			return false;
		a->tries--;
		if (may_follow(v, byte, q, step) &&
		    text_ends(a, token, left, text, step, p, q))
			return true;
	}
	return left == 1 && q != p &&
	    text_ends(a, token, left, text, step, p, q);
}

/* Anything else takes the longest. */
static bool
argument_fits(struct attempt *a, const struct token *token, unsigned left,
    const char *text, int step, size_t p)
{
	size_t n, most = reach(a->v, token->kind, p, step);

	for (n = most; n > 0; n--) {
		size_t q = step > 0 ? p + n : p - n, from = step > 0 ? p : q;

		if (a->tries == 0)
			return false;
		a->tries--;
		if (is_argument(token->kind, a->v->s + from, n) &&
		    tokens_fit(a, token + step, left - 1, text, step, q)) {
			if (token->which < MAILERR_ARGUMENTS_MAX) {
				a->found->from[token->which] = from;
				a->found->to[token->which] = from + n;
			}
			return true;
		}
		if (token->kind == MAILERR_ARGUMENT_NUMBER)
			return false; /* no part of a number */
	}
	return false;
}

/* Matches the tokens on one side of the anchor, outwards; text is where the
 * next literal begins, or to the left where it ends.  The last token sets the
 * edge of the phrase, which must not cut a word in two. */
static bool
tokens_fit(struct attempt *a, const struct token *token, unsigned left,
    const char *text, int step, size_t p)
{
	const struct view *v = a->v;

	for (; left > 0 && token->kind == 0; left--) {
		if (step < 0)
			text -= token->length;
		if (!literal_fits(v, text, token->length, step, &p))
			return false;
		if (step > 0)
			text += token->length;
		token += step;
	}
	if (left > 0 && token->kind == MAILERR_ARGUMENT_TEXT)
		return text_fits(a, token, left, text, step, p);
	if (left > 0)
		return argument_fits(a, token, left, text, step, p);
	if (p > 0 && p < v->end && is_alnum(v->s[p - 1]) && is_alnum(v->s[p]))
		return false;
	*(step > 0 ? &a->found->end : &a->found->start) = p;
	return true;
}

/* Nothing else may stand in the line, but codes and what opens them. */
static bool
is_whole_line(const struct view *v, size_t start, size_t end)
{
	while (end < v->end && (is_blank(v->s[end]) || v->s[end] == '.'))
		end++;
	if (!line_ends(v, end))
		return false;
	start = gap_start(v, start);
	return start == 0 || v->s[start - 1] == '\n' ||
	    (v->text > 0 && start <= v->text) ||
	    (v->inner > 0 && start <= v->inner &&
	     gap_end(v, start) >= v->inner);
}

/* Whether the phrase stands there, and not in an address of the web. */
static bool
phrase_fits(const struct tables *t, const struct view *v,
    const struct hint *hint, struct found *found)
{
	const struct phrase *phrase = &t->phrases[hint->number];
	const struct token *anchor = &t->tokens[phrase->token];
	const char *begin = t->literals + phrase->text, *middle = begin +
	    phrase->window + hint->turn;
	size_t right = hint->at, left = right, n;
	struct attempt a;

	for (n = 0; n < phrase->anchor; n++, anchor++)
		if (anchor->kind == 0)
			begin += anchor->length;
	a.t = t;
	a.v = v;
	a.found = found;
	a.tries = TRIES;
	found->phrase = phrase;
	return literal_fits(v, middle, (size_t)(begin + anchor->length -
	        middle), 1, &right) &&
	    literal_fits(v, begin, (size_t)(middle - begin), -1, &left) &&
	    tokens_fit(&a, anchor + 1, phrase->token_count - phrase->anchor -
	        1u, begin + anchor->length, 1, right) &&
	    tokens_fit(&a, anchor - 1, phrase->anchor, begin, -1, left) &&
	    (t->conditions[phrase->condition].whole_line == 0 ||
	     is_whole_line(v, found->start, found->end)) &&
	    !inside_url(v, found->start);
}

static size_t
arguments_of(const struct tables *t, const struct view *v,
    const struct found *found, mailerr_argument *to)
{
	const struct phrase *phrase = found->phrase;
	size_t n, which, from, past;

	for (n = 0; n < phrase->token_count; n++) {
		const struct token *token = &t->tokens[phrase->token + n];

		which = token->which;
		if (token->kind == 0 || which >= MAILERR_ARGUMENTS_MAX)
			continue;
		from = found->from[which];
		past = found->to[which];
		while (from < past && is_blank(v->s[from]))
			from++;
		while (from < past && is_blank(v->s[past - 1]))
			past--;
		to[which].name = t->arguments + token->length;
		to[which].value = v->s + from;
		to[which].length = past - from;
		to[which].type = (enum mailerr_argument_type)token->kind;
	}
	return phrase->argument_count < MAILERR_ARGUMENTS_MAX ?
	    phrase->argument_count : MAILERR_ARGUMENTS_MAX;
}

static void
hit_of(const struct tables *t, const struct view *v, const struct found *found,
    mailerr_hit *hit)
{
	const struct phrase *phrase = found->phrase;

	clear(hit, sizeof *hit);
	hit->start = found->start;
	hit->end = found->end;
	hit->literal = phrase->literal;
	hit->notice = (enum mailerr_notice_id)
	    t->notices[phrase->notice].entry.number;
	hit->rank = (enum mailerr_rank)phrase->rank;
	hit->emitter = (enum mailerr_emitter_id)
	    t->conditions[phrase->condition].emitter;
	hit->argument_count = arguments_of(t, v, found, hit->arguments);
}

/* More literal bytes, then the earlier place, then the lower number. */
static bool
says_more(const struct tables *t, const struct found *a, const struct found *b)
{
	const struct phrase *p = a->phrase, *q = b->phrase;

	if (p->literal != q->literal)
		return p->literal > q->literal;
	if (a->start != b->start)
		return a->start < b->start;
	return t->notices[p->notice].entry.number <
	    t->notices[q->notice].entry.number;
}
