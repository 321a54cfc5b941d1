/* SPDX-License-Identifier: 0BSD */
/* ---- Finding phrases ----------------------------------------------------- */

/* No argument but a text is longer: a path of RFC 5321, 4.5.3.1.3 and some. */
#define ARGUMENT_BYTES 320u
#define TEXT_BYTES 1000u
#define DURATION_BYTES 80u
/* Bounds what a phrase with several texts may try at one place. */
#define TRIES 4000u

/* The end of the blank that begins at p, or p. */
static size_t
gap_end(const struct view *v, size_t p)
{
	size_t length;

	for (;;) {
		while (p < v->end && is_blank(v->s[p]))
			p++;
		if (p < v->end && v->s[p] == '\n' && joint(v, p + 1) > 0)
			p++;
		length = joint(v, p);
		if (length == 0)
			return p;
		p += length;
	}
}

/* The same to the left: the beginning of the blank that ends at p. */
static size_t
gap_start(const struct view *v, size_t p)
{
	size_t length;

	for (;;) {
		while (p > 0 && is_blank(v->s[p - 1]))
			p--;
		if (!v->joined)
			return p;
		for (length = 3; length <= 14; length++)
			if (length <= p && joint(v, p - length) == length)
				break;
		if (length > 14)
			return p;
		p -= length;
		if (p > 0 && v->s[p - 1] == '\n')
			p--;
	}
}

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

/* Moves *p over the literal, to the right (step 1) or to the left (-1). */
static bool
literal_fits(const struct view *v, const char *literal, size_t size, int step,
    size_t *p)
{
	size_t n, q = *p, r;
	char want;

	for (n = 0; n < size; n++) {
		want = literal[step > 0 ? n : size - 1 - n];
		if (want == ' ') {
			r = step > 0 ? gap_end(v, q) : gap_start(v, q);
			if (r == q)
				return false;
			q = r;
		} else if (step > 0) {
			if (q >= v->end || fold(v->s[q]) != want)
				return false;
			q++;
		} else {
			if (q == 0 || fold(v->s[q - 1]) != want)
				return false;
			q--;
		}
	}
	*p = q;
	return true;
}

/* How far an argument of that type could reach from p.  A text that opens a
 * phrase begins behind the codes. */
static size_t
reach(const struct view *v, unsigned type, size_t p, int step)
{
	bool text = type == MAILERR_ARGUMENT_TEXT;
	size_t n = 0, most = text ? TEXT_BYTES :
	    type == MAILERR_ARGUMENT_DURATION ? DURATION_BYTES : ARGUMENT_BYTES;

	while (n < most) {
		size_t q = step > 0 ? p + n : p - n - 1;

		if (step > 0 ? q >= v->end : p == n)
			break;
		if (text ? line_ends(v, q) : !may_hold(type, v->s[q]))
			break;
		if (text && step < 0 &&
		    (q + 1 == v->text || q + 1 == v->inner))
			break;
		n++;
	}
	return n;
}

static bool tokens_fit(struct attempt *a, const struct token *token,
    unsigned left, int step, size_t p);

/* A text at the edge of a phrase takes the whole rest of the line, between two
 * literals the shortest that fits. */
static bool
text_fits(struct attempt *a, const struct token *token, unsigned left, int step,
    size_t p)
{
	size_t n, most = reach(a->v, token->kind, p, step);

	for (n = left == 1 && most > 0 ? most : 1; n <= most; n++) {
		size_t q = step > 0 ? p + n : p - n;

		if (a->tries == 0)
			return false;
		a->tries--;
		if (!tokens_fit(a, token + step, left - 1, step, q))
			continue;
		if (token->length < MAILERR_ARGUMENTS_MAX) {
			a->found->from[token->length] = step > 0 ? p : q;
			a->found->to[token->length] = step > 0 ? q : p;
		}
		return true;
	}
	return false;
}

/* Anything else takes the longest. */
static bool
argument_fits(struct attempt *a, const struct token *token, unsigned left,
    int step, size_t p)
{
	size_t n, most = reach(a->v, token->kind, p, step);

	for (n = most; n > 0; n--) {
		size_t q = step > 0 ? p + n : p - n, from = step > 0 ? p : q;

		if (a->tries == 0)
			return false;
		a->tries--;
		if (is_argument(token->kind, a->v->s + from, n) &&
		    tokens_fit(a, token + step, left - 1, step, q)) {
			if (token->length < MAILERR_ARGUMENTS_MAX) {
				a->found->from[token->length] = from;
				a->found->to[token->length] = from + n;
			}
			return true;
		}
		if (token->kind == MAILERR_ARGUMENT_NUMBER)
			return false; /* no part of a number */
	}
	return false;
}

/* Matches the tokens on one side of the anchor, outwards.  The last of them
 * sets the edge of the phrase, which must not cut a word in two. */
static bool
tokens_fit(struct attempt *a, const struct token *token, unsigned left,
    int step, size_t p)
{
	const struct view *v = a->v;

	if (left == 0) {
		if (p > 0 && p < v->end && is_alnum(v->s[p - 1]) &&
		    is_alnum(v->s[p]))
			return false;
		*(step > 0 ? &a->found->end : &a->found->start) = p;
		return true;
	}
	if (token->kind == 0)
		return literal_fits(v, a->t->literals + token->at,
		    token->length, step, &p) &&
		    tokens_fit(a, token + step, left - 1, step, p);
	if (token->kind == MAILERR_ARGUMENT_TEXT)
		return text_fits(a, token, left, step, p);
	return argument_fits(a, token, left, step, p);
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

/* Whether the phrase stands where its window ends at p. */
static bool
phrase_fits(const struct tables *t, const struct view *v,
    const struct phrase *phrase, size_t p, struct found *found)
{
	const struct token *anchor = &t->tokens[phrase->token + phrase->anchor];
	const char *literal = t->literals + anchor->at;
	size_t right = p, left = p;
	struct attempt a;

	a.t = t;
	a.v = v;
	a.found = found;
	a.tries = TRIES;
	found->phrase = phrase;
	return literal_fits(v, literal, phrase->anchor_end, -1, &left) &&
	    literal_fits(v, literal + phrase->anchor_end,
	        (size_t)(anchor->length - phrase->anchor_end), 1, &right) &&
	    tokens_fit(&a, anchor + 1,
	        phrase->token_count - phrase->anchor - 1u, 1, right) &&
	    tokens_fit(&a, anchor - 1, phrase->anchor, -1, left) &&
	    (phrase->whole_line == 0 ||
	     is_whole_line(v, found->start, found->end));
}

/* A walk through the text that stops at each phrase. */
struct scan {
	const struct tables *t;
	const struct view *v;
	size_t p;
	uint64_t window;      /* the last seven bytes, blanks made one */
	uint32_t tag;
	uint32_t next, past;  /* phrases that may end their window at p */
};

static void
scan_start(struct scan *scan, const struct tables *t, const struct view *v)
{
	clear(scan, sizeof *scan);
	scan->t = t;
	scan->v = v;
}

static void
scan_step(struct scan *scan)
{
	const struct view *v = scan->v;
	size_t p = gap_end(v, scan->p);
	uint64_t hash;
	char c = ' ';

	if (p == scan->p) {
		c = fold(v->s[p]);
		p++;
	}
	scan->p = p;
	/* no window holds a NUL, so none reaches over the end of a line */
	scan->window = c == '\n' ? 0 : (scan->window << 8 |
	    (unsigned char)c) & WINDOW_MASK;
	hash = WINDOW_HASH(scan->window);
	scan->tag = (uint32_t)hash;
	hash >>= 64 - scan->t->slot_bits;
	scan->next = scan->t->slots[hash];
	scan->past = scan->t->slots[hash + 1];
}

static bool
scan_next(struct scan *scan, struct found *found)
{
	const struct tables *t = scan->t;

	for (;;) {
		while (scan->next < scan->past) {
			const struct window *w = &t->windows[scan->next++];

			if (w->tag == scan->tag &&
			    phrase_fits(t, scan->v, &t->phrases[w->phrase],
			        scan->p, found) &&
			    !inside_url(scan->v, found->start))
				return true;
		}
		if (scan->p >= scan->v->end)
			return false;
		scan_step(scan);
	}
}

static size_t
arguments_of(const struct tables *t, const struct view *v,
    const struct found *found, mailerr_argument *to)
{
	const struct phrase *phrase = found->phrase;
	size_t n, which, from, past;

	for (n = 0; n < phrase->token_count; n++) {
		const struct token *token = &t->tokens[phrase->token + n];

		which = token->length;
		if (token->kind == 0 || which >= MAILERR_ARGUMENTS_MAX)
			continue;
		from = found->from[which];
		past = found->to[which];
		while (from < past && is_blank(v->s[from]))
			from++;
		while (from < past && is_blank(v->s[past - 1]))
			past--;
		to[which].name = t->literals + token->at;
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
	hit->emitter = (enum mailerr_emitter_id)phrase->emitter;
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
