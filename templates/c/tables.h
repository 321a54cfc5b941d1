/* SPDX-License-Identifier: 0BSD */
/* What the matcher works on.  mailerr.c fills it with its constant arrays, the
 * generator with those of a catalog that it is checking, so that both run the
 * same code.  No pointer stands in a constant array: they need no relocation,
 * and processes share them. */

struct token {
	uint32_t at;     /* of a literal, or an argument's name, in literals */
	uint16_t length; /* a literal's; of an argument which one it is */
	uint16_t kind;   /* 0: literal, else enum mailerr_argument_type */
};

#define NO_STATUS 0xffffu /* 0 is X.0.0 */

struct phrase {
	uint32_t token;        /* the first one */
	uint16_t token_count;
	uint16_t notice;       /* its place in the table */
	uint16_t literal;      /* bytes of literal text */
	uint16_t anchor;       /* the token that has the window, */
	uint16_t anchor_end;   /* and where in its literal that ends */
	uint16_t emitter;      /* conditions, 0: none */
	uint16_t command;
	uint16_t reply;
	uint16_t status;       /* NO_STATUS: none */
	uint8_t status_class;  /* 0: any */
	uint8_t rank;
	uint8_t whole_line;
	uint8_t argument_count;
};

/* Seven bytes of a phrase, by which it is found.  Windows are sorted by the
 * upper bits of their hash; slots[h] is the first one of those with h. */
#define WINDOW_BYTES 7
#define WINDOW_MASK UINT64_C(0xffffffffffffff)
#define WINDOW_HASH(w) ((w) * UINT64_C(0x9e3779b97f4a7c15))

struct window {
	uint32_t tag; /* the lower half of the hash */
	uint32_t phrase;
};

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
	uint32_t sense_count;
	const mailerr_mistake *mistakes;
	uint32_t mistake_count;
	const mailerr_command *commands;
	uint32_t command_count;
	const mailerr_emitter *emitters;
	uint32_t emitter_count;

	uint16_t delivered, in_progress, other; /* reasons by first digit */
	uint16_t expired, delayed;              /* outcomes, no causes */

	const struct phrase *phrases;
	const struct token *tokens;
	const char *literals; /* lower case, a blank for each run */
	const struct window *windows;
	const uint32_t *slots;
	uint32_t slot_bits;
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
