/* SPDX-License-Identifier: 0BSD */
/* ---- Where phrases may stand --------------------------------------------- */

/* Looking for a thousand phrases at every byte takes too long.  So a text is
 * probed at every fourth byte only, and each phrase has a window of eleven
 * bytes, seven where it is short, that no probe can miss: one of the first four
 * bytes of the window is a multiple of four.  A probe of four bytes is looked
 * up in a small table, and where it and the next one may be the two halves of
 * a window, the eight bytes are looked up among the entries.  What is left is
 * a hint: a phrase, and where the eight bytes stand.  phrase_fits() decides.
 *
 * A phrase has one blank where a text may have many, or a joint.  So probes
 * look through a lens: a copy of a block of text with all blanks made one.
 * Nearly all of a text is copied as it is; only where a byte below ' ' stands,
 * a blank behind a blank, or where a joint may begin, gap_end() tells what
 * belongs to the blank, as it tells those who compare byte by byte.  Probes
 * begin anew with a block, and blocks overlap by what a window needs. */

#define LENS_BYTES 512u
#define PROBES (LENS_BYTES / STRIDE)
#define AHEAD WIDE_BYTES /* what the last probe of a block looks at */
#define HINTS 64u

/* A phrase or mark whose window, from its turn-th byte on, may stand at `at`. */
struct hint {
	uint32_t number;
	uint32_t turn;
	size_t at;
};

struct scan {
	const struct tables *t;
	const struct view *v;
	struct told *told;    /* gets the marks; NULL: they are passed by */
	size_t next;          /* where the next block begins */

	/* the block: where its bytes are from; the origin of every fourth,
	 * as long as it is not straight from there on */
	char lens[LENS_BYTES + AHEAD + 16];
	size_t size, from;
	bool straight;
	size_t origin[PROBES + 3];

	/* probes of the block that are still to be looked at, and of the last
	 * one the entries that are */
	uint8_t halves[PROBES + 10];
	uint64_t open[PROBES / 64];
	size_t probe;
	bool is_short;        /* entries of one gram are to be looked at, too */
	uint32_t entry, entries_end, tag;
	size_t at;

	struct hint hints[HINTS];
	size_t count;
	bool ended;           /* no hint will follow these */
	bool plain;           /* so far every block was straight */
	uint64_t codes[LENS_BYTES / 64], statuses[LENS_BYTES / 64];
	bool again, walked;   /* how next_hints() goes on */
	bool layered;         /* the layers are known */
};

static void
scan_start(struct scan *scan, const struct tables *t, const struct view *v,
    struct told *told)
{
	scan->t = t;
	scan->v = v;
	scan->told = told;
	scan->next = 0;
	scan->open[0] = scan->open[1] = 0;
	scan->is_short = false;
	scan->entry = scan->entries_end = 0;
	scan->count = 0;
	scan->ended = false;
	scan->plain = true;
}

/* ---- The lens ---- */

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

static bool
ends_joint(char c)
{
	return is_digit(c) || c == '-';
}

/* The same to the left: the beginning of the blank that ends at p. */
static size_t
gap_start(const struct view *v, size_t p)
{
	size_t length;

	for (;;) {
		while (p > 0 && is_blank(v->s[p - 1]))
			p--;
		if (!v->joined || p == 0 || !ends_joint(v->s[p - 1]))
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

static inline void
store64(char *to, uint64_t x)
{
	unsigned char *b = (unsigned char *)to;

	b[0] = (unsigned char)x;
	b[1] = (unsigned char)(x >> 8);
	b[2] = (unsigned char)(x >> 16);
	b[3] = (unsigned char)(x >> 24);
	b[4] = (unsigned char)(x >> 32);
	b[5] = (unsigned char)(x >> 40);
	b[6] = (unsigned char)(x >> 48);
	b[7] = (unsigned char)(x >> 56);
}

/* Marks the lowest byte of x that is 0, and perhaps some above it. */
static inline uint64_t
zero_bytes(uint64_t x)
{
	return (x - EACH_BYTE) & ~x & HIGH_BITS;
}

/* Whether the byte at p must be looked at by itself. */
static bool
is_odd(const struct view *v, size_t p)
{
	if (v->s[p] != ' ')
		return (unsigned char)v->s[p] < ' ';
	return v->end - p > 1 && (v->s[p + 1] == ' ' ||
	    (v->joined && v->s[p + 1] == v->code[0]));
}

/* The same of the eight bytes x, for which y are those one further on.  joint:
 * eight times what may begin one behind a blank, or another blank. */
static inline bool
any_odd(uint64_t x, uint64_t y, uint64_t joint)
{
	uint64_t blanks = x ^ EACH_BYTE * ' ';
	uint64_t two = blanks | (y ^ EACH_BYTE * ' ');
	uint64_t code = blanks | (y ^ joint);

	return ((((x - EACH_BYTE * ' ') & ~x) | ((two - EACH_BYTE) & ~two) |
	    ((code - EACH_BYTE) & ~code)) & HIGH_BITS) != 0;
}

/* Copies size bytes up to what is odd; how many. */
static inline size_t
copy_words(char *to, const char *s, size_t size, uint64_t joint)
{
	uint64_t x;
	size_t n;

	for (n = 0; size - n > 8; n += 8) {
		x = load64(s + n);
		if (any_odd(x, load64(s + n + 1), joint))
			return n;
		store64(to + n, x);
	}
	if (size <= 8 || (unsigned char)s[size - 1] < ' ' ||
	    any_odd(load64(s + size - 9), load64(s + size - 8), joint))
		return n;
	/* the last eight, some of which are there already */
	store64(to + size - 8, load64(s + size - 8));
	return size;
}

/* Copies from p on, up to what is odd, the end of the text or of the lens;
 * where it stopped. */
static size_t
copy_straight(struct scan *scan, size_t p)
{
	const struct view *v = scan->v;
	const char *s = v->s + p;
	size_t room = LENS_BYTES + AHEAD - scan->size, n;
	size_t size = v->end - p < room ? v->end - p : room;
	char *to = scan->lens + scan->size;

	/* twice, so that the one that is asked for most is the shorter */
	if (v->joined)
		n = copy_words(to, s, size, EACH_BYTE *
		    (unsigned char)v->code[0]);
	else
		n = copy_words(to, s, size, EACH_BYTE * ' ');
	for (; n < size && !is_odd(v, p + n); n++)
		to[n] = s[n];
	return p + n;
}

/* The lens gets n bytes that are from p on. */
static void
add_origin(struct scan *scan, size_t p, size_t n)
{
	size_t probe = (scan->size + STRIDE - 1) / STRIDE, size = scan->size;

	scan->size += n;
	if (scan->straight)
		return;
	for (; probe * STRIDE < scan->size; probe++)
		scan->origin[probe] = p + probe * STRIDE - size;
}

/* Takes the byte at p, which is odd, or the whole blank that it begins or goes
 * on with; what follows. */
static size_t
take_odd(struct scan *scan, size_t p)
{
	const struct view *v = scan->v;
	size_t past = gap_end(v, p), size = scan->size;

	if (scan->straight) {
		scan->size = 0;
		scan->straight = scan->plain = false;
		add_origin(scan, scan->from, size);
	}
	if (past > p && size > 0 && scan->lens[size - 1] == ' ')
		return past;
	scan->lens[size] = past > p ? ' ' : v->s[p];
	add_origin(scan, p, 1);
	return past > p ? past : p + 1;
}

static void
fill_lens(struct scan *scan)
{
	size_t p = scan->next, past, end = scan->v->end;

	scan->from = p;
	scan->size = 0;
	scan->straight = true;
	if (p == 0 && joint(scan->v, p) > 0)
		p = take_odd(scan, p);
	for (;;) {
		past = copy_straight(scan, p);
		add_origin(scan, p, past - p);
		if (past == end || scan->size == LENS_BYTES + AHEAD)
			break;
		p = take_odd(scan, past);
	}
	/* no window holds a line feed */
	store64(scan->lens + scan->size, EACH_BYTE * '\n');
	store64(scan->lens + scan->size + 8, EACH_BYTE * '\n');
	scan->next = scan->size <= LENS_BYTES ? end : scan->straight ?
	    scan->from + LENS_BYTES : scan->origin[PROBES];
}

/* ---- Probes ---- */

static uint32_t
gram_at(const char *s)
{
	const unsigned char *b = (const unsigned char *)s;

	return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
	    (uint32_t)b[3] << 24;
}

/* Opens the probes of the lens that may be the first half of a window, where
 * the next one may be the second. */
static void
probe_lens(struct scan *scan)
{
	const uint8_t *table = scan->t->grams;
	uint32_t bits = scan->t->gram_bits;
	size_t n, probes = scan->size < LENS_BYTES ?
	    (scan->size + STRIDE - 1) / STRIDE : PROBES;
	uint8_t *halves = scan->halves;
	const char *bytes = (const char *)halves;
	uint64_t x;

	for (n = 0; n <= probes; n += 2) {
		x = load64(scan->lens + n * STRIDE) | WIDE_FOLD;
		halves[n] = table[GRAM_HASH((uint32_t)x, bits)];
		halves[n + 1] = table[GRAM_HASH((uint32_t)(x >> 32), bits)];
	}
	store64((char *)halves + probes + 1, 0);
	scan->open[0] = scan->open[1] = 0;
	for (n = 0; n < probes; n += 8) {
		x = load64(bytes + n) & load64(bytes + n + 1) >> 4 &
		    EACH_BYTE * 0x0f;
		if (x == 0)
			continue;
		/* a bit for each byte that is not 0, side by side */
		x = (x + EACH_BYTE * 0x0f) >> 4 & EACH_BYTE;
		scan->open[n / 64] |= x * UINT64_C(0x0102040810204080) >> 56 <<
		    n % 64;
	}
}

static uint32_t
slot_at(const struct tables *t, uint32_t slot)
{
	return t->wide_slots != NULL ? t->wide_slots[slot] : t->slots[slot];
}

static void
list_wide(struct scan *scan, const char *window)
{
	const struct tables *t = scan->t;
	uint64_t hash = WIDE_HASH(load64(window) | WIDE_FOLD);
	uint32_t slot = WIDE_SLOT(hash, t->slot_bits);

	scan->tag = WIDE_TAG(hash, t->slot_bits);
	scan->entry = slot_at(t, slot);
	scan->entries_end = slot_at(t, slot + 1);
}

static void
list_short(struct scan *scan, const char *window)
{
	const struct tables *t = scan->t;
	uint32_t hash = SHORT_HASH(gram_at(window) | GRAM_FOLD);
	uint32_t slot = ((uint32_t)1 << t->slot_bits) + SHORT_SLOT(hash);

	scan->tag = SHORT_TAG(hash);
	scan->entry = slot_at(t, slot);
	scan->entries_end = slot_at(t, slot + 1);
	scan->is_short = false;
}

/* Lists the entries for the next probe that may be in a window; false after
 * the last one of the text. */
static bool
list_entries(struct scan *scan)
{
	size_t word;
	unsigned groups;

	if (scan->is_short) {
		list_short(scan, scan->lens + scan->probe * STRIDE);
		return true;
	}
	while ((scan->open[0] | scan->open[1]) == 0) {
		if (scan->next == scan->v->end)
			return false;
		fill_lens(scan);
		probe_lens(scan);
	}
	word = scan->open[0] == 0 ? 1 : 0;
	scan->probe = word * 64 + lowest_bit(scan->open[word]);
	scan->open[word] &= scan->open[word] - 1;
	scan->at = scan->straight ? scan->from + scan->probe * STRIDE :
	    scan->origin[scan->probe];
	groups = scan->halves[scan->probe] &
	    (unsigned)scan->halves[scan->probe + 1] >> 4;
	scan->is_short = (groups >> SHORT_GROUP & 1) != 0;
	if (groups != 1u << SHORT_GROUP)
		list_wide(scan, scan->lens + scan->probe * STRIDE);
	else
		list_short(scan, scan->lens + scan->probe * STRIDE);
	return true;
}

/* ---- Hints ---- */

static void
take_mark(struct scan *scan, uint32_t number, uint32_t turn)
{
	const struct mark *mark = &scan->t->marks[number];
	size_t at = scan->at - mark->window - turn, last = at + mark->last;

	if (scan->told == NULL || at > scan->at || last >= scan->v->end ||
	    (mark->kind != MARK_SENDER && /* a blank in it may be longer */
	     fold(scan->v->s[last]) != mark->byte))
		return;
	if (mark->kind == MARK_ORIGINAL)
		take_original(scan->told, scan->v, at);
	else if (mark->kind == MARK_SENDER)
		take_sender(scan->told, scan->v, at);
	else
		take_command(scan->told, scan->t, scan->v, at);
}

/* Fills the list of hints, in the order of the text, unless the text ends. */
static void
scan_hints(struct scan *scan)
{
	const struct tables *t = scan->t;
	uint32_t entry, number;

	for (scan->count = 0;;) {
		if (scan->entry == scan->entries_end) {
			if (list_entries(scan))
				continue;
			scan->ended = true;
			return;
		}
		if (scan->count == HINTS)
			return;
		entry = t->entries[scan->entry++];
		if (ENTRY_TAG(entry) != scan->tag)
			continue;
		number = ENTRY_NUMBER(entry);
		if (number >= t->phrase_count) {
			take_mark(scan, number - t->phrase_count,
			    ENTRY_TURN(entry));
			continue;
		}
		scan->hints[scan->count].number = number;
		scan->hints[scan->count].turn = ENTRY_TURN(entry);
		scan->hints[scan->count].at = scan->at;
		scan->count++;
	}
}

/* What says most first; of equals the earlier one. */
static void
sort_hints(struct scan *scan)
{
	struct hint hint;
	size_t n, k;

	for (n = 1; n < scan->count; n++) {
		hint = scan->hints[n];
		for (k = n; k > 0 && scan->hints[k - 1].number > hint.number;
		     k--)
			scan->hints[k] = scan->hints[k - 1];
		scan->hints[k] = hint;
	}
}

/* Where codes may begin in a text that is no longer than a lens: places_of() of
 * every 64 bytes. */
static void
find_places(struct scan *scan, struct view *v)
{
	size_t n, size = v->end;
	uint64_t d, past;

	if (size > LENS_BYTES)
		return;
	d = digits_at(v->s, size, 0);
	for (n = 0; n * 64 < size; n++, d = past) {
		past = size > (n + 1) * 64 ?
		    digits_at(v->s, size, (n + 1) * 64) : 0;
		scan->codes[n] = code_places(d, past);
		scan->statuses[n] = status_places(d, past);
	}
	v->codes = scan->codes;
	v->statuses = scan->statuses;
}

/* No lead and spelling of a command are longer. */
#define COMMAND_BYTES 40u

/* "[RCPT]" is too short for a window. */
static void
find_bracketed(struct told *told, const struct tables *t, const struct view *v)
{
	size_t p = 0;
	uint64_t found;

	while (v->end - p >= 8) {
		found = zero_bytes(load64(v->s + p) ^ EACH_BYTE * '[');
		if (found == 0) {
			p += 8;
			continue;
		}
		p += lowest_bit(found) / 8 + 1;
		if (p < v->end && is_in(v->s[p], 0, HIGH_LETTERS))
			take_command(told, t, v, p - 1);
	}
	for (; p < v->end; p++)
		if (v->s[p] == '[')
			take_command(told, t, v, p);
}

/* Whether a reply of several lines may begin somewhere. */
static bool
may_join(const struct view *v)
{
	size_t p;

	for (p = next_place(v, 0, false); p < v->end;
	     p = next_place(v, p + 3, false))
		if (v->end - p > 3 && v->s[p + 3] == '-')
			return true;
	return false;
}

/* Reads all but the phrases of a text, whose hints the scan then gives: walk
 * while (next_hints()).  all: with the command that is told, and the layers,
 * which else are looked for only where there may be joints. */
static void
read_text(struct scan *scan, const struct tables *t, struct view *v,
    struct layers *l, struct told *told, bool all)
{
	size_t length = v->end;
	bool whole;

	told_start(told, v);
	if (!all)
		told->at = 0;
	scan_start(scan, t, v, told);
	scan_hints(scan);
	whole = scan->ended;
	while (!scan->ended)
		scan_hints(scan);
	v->end = told->original;
	if (all)
		find_bracketed(told, t, v);
	if (told->at >= v->end) {
		told->command = 0;
	} else if (all && v->end < length &&
	    v->end - told->at < COMMAND_BYTES) {
		/* what was read there may have been cut off */
		find_command(told, t, v);
	}
	find_places(scan, v);
	scan->layered = all || may_join(v);
	if (scan->layered)
		find_layers(v, l);
	v->plain = scan->plain && !v->joined;
	scan->again = !whole || v->joined || v->end < length;
	scan->walked = false;
}

/* The next hints of a walk; the first are there already, unless there were too
 * many to keep or the text has proved to be another. */
static bool
next_hints(struct scan *scan)
{
	if (!scan->walked && !scan->again) {
		scan->walked = true;
		return true;
	}
	if (!scan->walked)
		scan_start(scan, scan->t, scan->v, NULL);
	else if (scan->ended)
		return false;
	scan_hints(scan);
	scan->again = scan->walked || !scan->ended;
	scan->walked = true;
	return true;
}

/* Begins the walk anew. */
static void
rewind_hints(struct scan *scan)
{
	scan->walked = false;
}
