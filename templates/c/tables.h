/* SPDX-License-Identifier: 0BSD */
/* What the matcher works on.  mailerr.c fills it with its constant arrays, the
 * generator with those of a catalog that it is checking, so that both run the
 * same code.  No pointer stands in a constant array: they need no relocation,
 * and processes share them. */

/* A phrase is literals and placeholders in turn. */
struct token {
	uint16_t length; /* a literal's; of an argument where its name is */
	uint8_t kind;    /* 0: literal, else enum mailerr_argument_type */
	uint8_t which;   /* argument: from 0 */
};

#define NO_STATUS 0xffffu /* 0 is X.0.0 */

/* What must hold beside the text; 0: anything.  Many phrases share a row. */
struct condition {
	uint16_t emitter;
	uint16_t command;
	uint16_t reply;
	uint16_t status;      /* NO_STATUS: any */
	uint8_t status_class;
	uint8_t whole_line;
};

/* Sorted by what they say: by rank, then the one with more text first, then as
 * in the catalog. */
struct phrase {
	uint32_t token;       /* the first one */
	uint32_t text;        /* of its literals, one behind the other */
	uint16_t notice;      /* its place in the table */
	uint16_t literal;     /* bytes of that text */
	uint16_t window;      /* where in it the window begins, */
	uint16_t condition;
	uint8_t token_count;
	uint8_t anchor;       /* and which token that is in */
	uint8_t rank;
	uint8_t argument_count;
};

/* What a text tells beside its phrases is found in the same walk: phrases and
 * marks are numbered in one row, the marks behind. */
struct mark {
	uint8_t window;  /* where in it the window begins */
	uint8_t kind;
	uint8_t last;    /* where its last byte is, and which: "following */
	char byte;       /* auth" is no "following addresses" */
};

enum mark_kind {
	MARK_ORIGINAL, /* the message that came back begins */
	MARK_COMMAND,  /* "in reply to RCPT TO" */
	MARK_SENDER    /* "sender": the text speaks of the other side */
};

/* How a phrase is found (see scan.c).  Its window is WINDOW_BYTES of its text;
 * four probes, each four bytes apart, fall into it, and which of its bytes
 * they hit first, 0 to 3, is the turn.  For each turn there is an entry in
 * `entries`, sorted by the hash of the WIDE_BYTES from there on, or of the
 * GRAM_BYTES where the text is too short for a full window. */
#define STRIDE 4u
#define GRAM_BYTES 4u
#define WIDE_BYTES 8u
#define WINDOW_BYTES (WIDE_BYTES + STRIDE - 1)
#define SHORT_BYTES (GRAM_BYTES + STRIDE - 1)
#define SHORT_BITS 8u
#define TAG_BITS 9u
#define TURN_BITS 2u

/* All but letters is folded together with something, too; it is only asked
 * for what cannot be there. */
#define GRAM_FOLD UINT32_C(0x20202020)
#define WIDE_FOLD UINT64_C(0x2020202020202020)
#define GRAM_HASH(gram, bits) \
	((uint32_t)((gram) * UINT32_C(0x9e3779b1)) >> (32 - (bits)))
#define SHORT_HASH(gram) ((uint32_t)((gram) * UINT32_C(0x85ebca6b)))
#define WIDE_HASH(wide) ((uint64_t)((wide) * UINT64_C(0x9e3779b97f4a7c15)))
#define SHORT_SLOT(hash) ((hash) >> (32 - SHORT_BITS))
#define SHORT_TAG(hash) \
	((hash) >> (32 - SHORT_BITS - TAG_BITS) & ((1u << TAG_BITS) - 1))
#define WIDE_SLOT(hash, bits) ((uint32_t)((hash) >> (64 - (bits))))
#define WIDE_TAG(hash, bits) \
	((uint32_t)((hash) >> (64 - (bits) - TAG_BITS)) & \
	 ((1u << TAG_BITS) - 1))

/* A byte of `grams`: in its low half bits for grams that may begin a window,
 * in its high half for those that may be its other half.  Phrases are dealt out
 * to three bits, so that the halves of two phrases seldom make one; the fourth
 * is for windows of one gram, which need no other half. */
#define GROUPS 3u
#define SHORT_GROUP 3u
#define ANY_SECOND 0x80u

/* An entry in 32 bits: number, tag, turn. */
#define ENTRY_OF(number, tag, turn) \
	((uint32_t)(number) << (TAG_BITS + TURN_BITS) | \
	 (uint32_t)(tag) << TURN_BITS | (uint32_t)(turn))
#define ENTRY_NUMBER(entry) ((entry) >> (TAG_BITS + TURN_BITS))
#define ENTRY_TAG(entry) ((entry) >> TURN_BITS & ((1u << TAG_BITS) - 1))
#define ENTRY_TURN(entry) ((entry) & ((1u << TURN_BITS) - 1))

struct tables {
	const char *names;     /* of all entries; facts[first_text] is */
	const uint32_t *facts; /* where an entry's name begins */

	const mailerr_reason *reasons;
	const uint16_t *reason_at; /* by number: place + 1, 0: none */
	uint32_t reasons_low, reasons_high;
	const mailerr_reply *replies;
	const uint16_t *reply_at; /* by code, from REPLY_MIN on */
	const mailerr_status *statuses;
	const uint16_t *status_at;
	const uint16_t *status_row; /* by subject: its row in status_at */
	const mailerr_notice *notices;
	const mailerr_sense *senses;
	const uint16_t *reply_senses; /* by place: its first one; the next */
	const uint16_t *status_senses; /* place's is past its last */
	const mailerr_mistake *mistakes;
	uint32_t mistake_count;
	const mailerr_command *commands;
	uint32_t command_count;
	const mailerr_emitter *emitters;
	uint32_t emitter_count;

	uint16_t delivered, in_progress, other; /* reasons by first digit */
	uint16_t expired, delayed;              /* outcomes, no causes */
	uint16_t policy;                        /* a rule, and no more told */
	uint16_t sender_invalid, host_identity; /* what a cause becomes that
	                                         * is said to MAIL, EHLO */

	const struct phrase *phrases;
	uint32_t phrase_count;
	const struct token *tokens;
	const struct condition *conditions; /* the first: none */
	const char *literals; /* lower case, a blank for each run */
	const char *arguments; /* their names */
	const struct mark *marks;
	const uint8_t *grams; /* by GRAM_HASH */
	const uint32_t *entries;
	const uint16_t *slots; /* by the hash, the first entry; then the short */
	const uint32_t *wide_slots; /* instead, where 16 bits are too few */
	uint32_t gram_bits, slot_bits;
};

#define REPLY_MIN 200
#define REPLY_MAX 559
#define SUBJECTS 10

/* A status as one number: 1001 for X.1.1. */
#define STATUS_NUMBER(subject, detail) ((uint16_t)((subject) * 1000 + (detail)))

/* Numbers of overlays begin here; in an index by number they follow the low
 * ones of the catalog. */
#define OVERLAY_MIN 32768

/* One phrase at one place of a text. */
struct found {
	const struct phrase *phrase;
	size_t start, end;
	size_t from[MAILERR_ARGUMENTS_MAX], to[MAILERR_ARGUMENTS_MAX];
};

/* Neither texts nor phrases: no notices, senses, mistakes, emitters, names. */
#ifdef MAILERR_CODES_ALONE_
#define CODES_ALONE 1
#else
#define CODES_ALONE 0
#endif
