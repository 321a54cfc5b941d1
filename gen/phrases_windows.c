/* SPDX-License-Identifier: MIT */
/* phrases_windows.c - how phrases are found: a window for each, and the tables
 * that scan.c probes.  The windows are those whose bytes are rarest in what
 * lines are made of: the phrases, their examples, and what logs put around
 * them. */
#include "phrases_private.h"

#include <stdlib.h>
#include <string.h>

/* Phrases fill a byte of `grams` each with a few bits; at this density chance
 * makes a hint of about one probe in a hundred. */
#define GRAMS_A_PHRASE 8u
#define GRAM_BITS_MIN 8u
#define SLOT_BITS_MIN 4u
#define FREQUENCY_BITS_MAX 22u

/* What else stands in lines, so that no window is chosen for being rare only
 * in a catalog. */
static const char *const sample[] = {
	"Nov 25 07:03:12 mx1 postfix/smtp[12345]: 4F3A21C05D: "
	    "to=<b@example.jp>, relay=mx.example.jp[192.0.2.1]:25, delay=1.2, "
	    "delays=0.1/0.02/0.5/0.6, dsn=5.1.1, status=bounced (host "
	    "mx.example.jp[192.0.2.1] said: 550 5.1.1 <b@example.jp>: "
	    "(in reply to RCPT TO command))",
	"postfix/qmgr[987]: 4F3A21C05D: from=<a@example.com>, size=12345, "
	    "nrcpt=1 (queue active)",
	"postfix/smtpd[987]: connect from mail.example.org[192.0.2.10]",
	"dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9B1C2D3E4F)",
	"sendmail[4567]: x8J0qL12: to=<b@example.jp>, delay=00:00:03, "
	    "xdelay=00:00:02, mailer=esmtp, pri=123456, "
	    "relay=mx.example.jp. [192.0.2.1], dsn=5.1.1, stat=",
	"2024-11-25 07:03:12 1abcde-0000xy-AB ** b@example.jp "
	    "R=dnslookup T=remote_smtp H=mx.example.jp [192.0.2.1]: SMTP error "
	    "from remote mail server after RCPT TO:<b@example.jp>: 550",
	"Diagnostic-Code: smtp; 550-5.7.1 Final-Recipient: rfc822; "
	    "Remote-MTA: dns; Action: failed Status: 5.1.1 Reporting-MTA: ",
};

/* A literal: a piece of a phrase's text, or the whole of a mark. */
struct piece {
	const char *text;
	size_t length;
	size_t before; /* bytes of the phrase's text */
	unsigned token;
};

struct chosen {
	uint32_t number; /* of the phrase or mark */
	size_t longest;  /* of its literals */
	struct piece piece;
	size_t at;       /* the window, in the piece */
	unsigned group;
};

struct windows {
	struct arena *arena;
	struct phrases *p;
	uint8_t *grams;
	uint32_t *wide;            /* how often eight bytes occur, by hash */
	unsigned wide_bits;
	uint32_t *single;          /* and four bytes */
	uint32_t load[GROUPS];     /* phrases in each group */
	struct chosen *chosen;
	size_t count;
};

/* ---- bytes ---- */

static uint32_t
hash_of(const struct windows *w, const char *s)
{
	uint32_t gram = 0;

	for (size_t i = GRAM_BYTES; i-- > 0;)
		gram = gram << 8 | (unsigned char)s[i];
	return GRAM_HASH(gram | GRAM_FOLD, w->p->t.gram_bits);
}

static uint32_t
short_hash_of(const char *s)
{
	uint32_t gram = 0;

	for (size_t i = GRAM_BYTES; i-- > 0;)
		gram = gram << 8 | (unsigned char)s[i];
	return SHORT_HASH(gram | GRAM_FOLD);
}

static uint64_t
wide_hash_of(const char *s)
{
	uint64_t wide = 0;

	for (size_t i = WIDE_BYTES; i-- > 0;)
		wide = wide << 8 | (unsigned char)s[i];
	return WIDE_HASH(wide | WIDE_FOLD);
}

/* ---- how often they occur ---- */

static void
count_text(struct windows *w, const char *s, size_t size)
{
	for (size_t i = 0; i + GRAM_BYTES <= size; i++)
		w->single[hash_of(w, s + i)]++;
	for (size_t i = 0; i + WIDE_BYTES <= size; i++)
		w->wide[wide_hash_of(s + i) >> (64 - w->wide_bits)]++;
}

static void
count_examples(struct windows *w, int (*skip)(const xmlNode *, void *),
    void *user)
{
	for (size_t i = 0; i < w->p->phrase_count; i++) {
		const xmlNode *phrase = w->p->matches[i]->parent;

		for (const xmlNode *n = catalog_child(phrase, "example");
		     n != NULL; n = catalog_next(n, "example"))
			if ((skip == NULL || skip(n, user) == 0) &&
			    n->children != NULL && n->children->content != NULL)
				count_text(w, (const char *)n->children->content,
				    strlen((const char *)n->children->content));
	}
}

static void
count_all(struct windows *w, int (*skip)(const xmlNode *, void *), void *user)
{
	const struct tables *t = &w->p->t;
	size_t bytes = 1;

	for (size_t i = 0; i < w->p->phrase_count; i++)
		bytes += t->phrases[i].literal;
	for (w->wide_bits = 12; w->wide_bits < FREQUENCY_BITS_MAX &&
	     (size_t)1 << w->wide_bits < 4 * bytes;)
		w->wide_bits++;
	w->wide = arena_alloc(w->arena, (size_t)1 << w->wide_bits,
	    sizeof *w->wide);
	w->single = arena_alloc(w->arena, (size_t)1 << t->gram_bits,
	    sizeof *w->single);
	for (size_t i = 0; i < w->p->phrase_count; i++)
		count_text(w, t->literals + t->phrases[i].text,
		    t->phrases[i].literal);
	count_examples(w, skip, user);
	for (size_t i = 0; i < sizeof sample / sizeof *sample; i++)
		count_text(w, sample[i], strlen(sample[i]));
}

/* ---- choosing a window ---- */

/* Tries the windows of a piece; *least is what the best so far costs. */
static void
try_short(const struct windows *w, const struct piece *piece,
    struct chosen *c, uint64_t *least)
{
	for (size_t at = 0; at + SHORT_BYTES <= piece->length; at++) {
		uint64_t cost = at;

		for (size_t i = 0; i < STRIDE; i++) {
			uint32_t h = hash_of(w, piece->text + at + i);

			if ((w->grams[h] >> SHORT_GROUP & 1) == 0)
				cost += 100 * (uint64_t)w->single[h];
		}
		if (cost >= *least)
			continue;
		*least = cost;
		c->piece = *piece;
		c->at = at;
		c->group = SHORT_GROUP;
	}
}

/* What it costs to let the grams of a window into a group: how often each that
 * is not there yet occurs. */
static uint64_t
cost_in_group(const struct windows *w, const char *s, unsigned group)
{
	uint64_t cost = 10 * (uint64_t)w->load[group];

	for (size_t i = 0; i < STRIDE; i++) {
		uint32_t first = hash_of(w, s + i);
		uint32_t second = hash_of(w, s + i + GRAM_BYTES);

		if ((w->grams[first] >> group & 1) == 0)
			cost += 100 * (uint64_t)w->single[first];
		if ((w->grams[second] >> (group + 4) & 1) == 0)
			cost += 100 * (uint64_t)w->single[second];
	}
	return cost;
}

static void
try_wide(const struct windows *w, const struct piece *piece, struct chosen *c,
    uint64_t *least)
{
	for (size_t at = 0; at + WINDOW_BYTES <= piece->length; at++) {
		const char *s = piece->text + at;
		uint64_t base = at;

		for (size_t i = 0; i < STRIDE; i++)
			base += 8000 * (uint64_t)w->wide[wide_hash_of(s + i) >>
			    (64 - w->wide_bits)];
		for (unsigned g = 0; base < *least && g < GROUPS; g++) {
			uint64_t cost = base + cost_in_group(w, s, g);

			if (cost >= *least)
				continue;
			*least = cost;
			c->piece = *piece;
			c->at = at;
			c->group = g;
		}
	}
}

/* Calls try with each literal of what c is. */
static void
each_piece(const struct windows *w, struct chosen *c,
    void (*try)(const struct windows *w, const struct piece *piece,
    struct chosen *c, uint64_t *least), uint64_t *least)
{
	const struct tables *t = &w->p->t;
	const struct phrase *p = &t->phrases[c->number];
	struct piece piece = { 0 };

	if (c->number >= w->p->phrase_count) {
		piece.text = w->p->mark_texts[c->number - w->p->phrase_count];
		piece.length = strlen(piece.text);
		try(w, &piece, c, least);
		return;
	}
	for (; piece.token < p->token_count; piece.token++) {
		const struct token *token = &t->tokens[p->token + piece.token];

		if (token->kind != 0)
			continue;
		piece.text = t->literals + p->text + piece.before;
		piece.length = token->length;
		try(w, &piece, c, least);
		piece.before += token->length;
	}
}

static void
measure(const struct windows *w, const struct piece *piece, struct chosen *c,
    uint64_t *least)
{
	(void)w, (void)least;
	if (piece->length > c->longest)
		c->longest = piece->length;
}

static void
choose(struct windows *w, struct chosen *c)
{
	uint64_t least = UINT64_MAX;
	const char *s;

	each_piece(w, c, c->longest < WINDOW_BYTES ? try_short : try_wide,
	    &least);
	s = c->piece.text + c->at;
	for (size_t i = 0; i < STRIDE; i++) {
		w->grams[hash_of(w, s + i)] |= (uint8_t)(1u << c->group);
		if (c->group < GROUPS)
			w->grams[hash_of(w, s + i + GRAM_BYTES)] |=
			    (uint8_t)(1u << (c->group + 4));
	}
	if (c->group < GROUPS)
		w->load[c->group]++;
}

/* Those with the fewest windows to choose from come first. */
static int
compare_chosen(const void *a, const void *b)
{
	const struct chosen *x = a, *y = b;

	if (x->longest != y->longest)
		return x->longest < y->longest ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

/* A phrase without a literal of SHORT_BYTES, which `check` refuses, is not
 * found at all. */
static void
choose_all(struct windows *w)
{
	uint32_t all = (uint32_t)(w->p->phrase_count + w->p->mark_count);
	struct tables *t = &w->p->t;

	w->chosen = arena_alloc(w->arena, all + 1u, sizeof *w->chosen);
	for (uint32_t i = 0; i < all; i++) {
		struct chosen *c = &w->chosen[w->count];

		*c = (struct chosen){ .number = i };
		each_piece(w, c, measure, NULL);
		w->count += c->longest >= SHORT_BYTES;
	}
	qsort(w->chosen, w->count, sizeof *w->chosen, compare_chosen);
	w->grams = arena_alloc(w->arena, (size_t)1 << t->gram_bits, 1);
	memset(w->grams, ANY_SECOND, (size_t)1 << t->gram_bits);
	for (size_t i = 0; i < w->count; i++)
		choose(w, &w->chosen[i]);
	t->grams = w->grams;
}

/* ---- entries ---- */

struct placed {
	uint32_t slot, entry;
};

static int
compare_placed(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->slot != y->slot)
		return x->slot < y->slot ? -1 : 1;
	return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static struct placed
place(const struct windows *w, const struct chosen *c, unsigned turn)
{
	const char *s = c->piece.text + c->at + turn;
	uint32_t bits = w->p->t.slot_bits;

	if (c->group == SHORT_GROUP) {
		uint32_t hash = short_hash_of(s);

		return (struct placed){
			((uint32_t)1 << bits) + SHORT_SLOT(hash),
			ENTRY_OF(c->number, SHORT_TAG(hash), turn)
		};
	}
	uint64_t hash = wide_hash_of(s);

	return (struct placed){ WIDE_SLOT(hash, bits),
		ENTRY_OF(c->number, WIDE_TAG(hash, bits), turn) };
}

/* slots[h]: how many entries there are before those of h. */
static void
build_slots(struct windows *w, const struct placed *placed, size_t count)
{
	struct tables *t = &w->p->t;
	size_t slots = windows_slots(t), slot = 0;
	uint32_t *entries = arena_alloc(w->arena, count + 1, sizeof *entries);
	uint32_t *wide = arena_alloc(w->arena, slots + 1, sizeof *wide);
	uint16_t *narrow = arena_alloc(w->arena, slots + 1, sizeof *narrow);

	for (size_t i = 0; i < count; i++) {
		entries[i] = placed[i].entry;
		while (slot <= placed[i].slot)
			wide[slot++] = (uint32_t)i;
	}
	while (slot <= slots)
		wide[slot++] = (uint32_t)count;
	for (slot = 0; slot <= slots; slot++)
		narrow[slot] = (uint16_t)wide[slot];
	t->entries = entries;
	t->slots = narrow;
	t->wide_slots = count > UINT16_MAX ? wide : NULL;
	w->p->entry_count = count;
}

static void
build_entries(struct windows *w)
{
	struct phrases *p = w->p;
	struct phrase *phrases = arena_alloc(w->arena, p->phrase_count + 1,
	    sizeof *phrases);
	struct placed *placed = arena_alloc(w->arena, STRIDE * w->count + 1,
	    sizeof *placed);
	size_t count = 0;

	memcpy(phrases, p->t.phrases, p->phrase_count * sizeof *phrases);
	for (size_t i = 0; i < w->count; i++) {
		const struct chosen *c = &w->chosen[i];

		if (c->number < p->phrase_count) {
			phrases[c->number].anchor = (uint8_t)c->piece.token;
			phrases[c->number].window =
			    (uint16_t)(c->piece.before + c->at);
		} else {
			p->marks[c->number - p->phrase_count].window =
			    (uint8_t)c->at;
		}
		for (unsigned turn = 0; turn < STRIDE; turn++)
			placed[count++] = place(w, c, turn);
	}
	p->t.phrases = phrases;
	qsort(placed, count, sizeof *placed, compare_placed);
	build_slots(w, placed, count);
}

size_t
windows_slots(const struct tables *t)
{
	return ((size_t)1 << t->slot_bits) + ((size_t)1 << SHORT_BITS);
}

void
windows_build(struct arena *arena, struct phrases *p,
    int (*skip)(const xmlNode *element, void *user), void *user)
{
	struct windows w = { .arena = arena, .p = p };
	size_t count = p->phrase_count + p->mark_count;

	for (p->t.gram_bits = GRAM_BITS_MIN;
	     ((size_t)1 << p->t.gram_bits) < GRAMS_A_PHRASE * count;)
		p->t.gram_bits++;
	for (p->t.slot_bits = SLOT_BITS_MIN;
	     ((size_t)1 << p->t.slot_bits) < STRIDE * count / 2;)
		p->t.slot_bits++;
	count_all(&w, skip, user);
	choose_all(&w);
	build_entries(&w);
}
