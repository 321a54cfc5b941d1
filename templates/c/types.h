/* SPDX-License-Identifier: 0BSD */
/* ---- What the words of a verdict mean ------------------------------------ */

/* The first digit of a status, and of a reply (RFC 5321, 4.2.1; RFC 3463, 2).
 * INFO has no digit: the text reports and asks for nothing. */
enum mailerr_class {
	MAILERR_CLASS_NONE = 0,         /* nothing settles it */
	MAILERR_CLASS_SUCCESS = 2,
	MAILERR_CLASS_INTERMEDIATE = 3, /* replies only: the dialogue goes on */
	MAILERR_CLASS_TRANSIENT = 4,    /* a later try may succeed */
	MAILERR_CLASS_PERMANENT = 5,    /* the same mail would fail again */
	MAILERR_CLASS_INFO = 6,
	MAILERR_CLASS_MAX_ = 0x7fffffff
};

/* How a sender of bulk mail counts it. */
enum mailerr_bounce {
	MAILERR_BOUNCE_NONE = 0,  /* no bounce at all */
	MAILERR_BOUNCE_HARD = 1,  /* the address or domain is not there */
	MAILERR_BOUNCE_SOFT = 2,  /* something that passes */
	MAILERR_BOUNCE_BLOCK = 3, /* sender, host or message was not wanted */
	MAILERR_BOUNCE_ADMIN = 4, /* never left the own house */
	MAILERR_BOUNCE_MAX_ = 0x7fffffff
};

/* Whether and when to send the same mail again. */
enum mailerr_retry {
	MAILERR_RETRY_NONE = 0,   /* nothing to repeat */
	MAILERR_RETRY_NO = 1,
	MAILERR_RETRY_LATER = 2,
	MAILERR_RETRY_SLOWER = 3, /* later, and less in the same time */
	MAILERR_RETRY_WAIT = 4,   /* the server still tries by itself */
	MAILERR_RETRY_FIXED = 5,  /* after what is wrong was put right */
	MAILERR_RETRY_SPLIT = 6,  /* with fewer recipients at a time */
	MAILERR_RETRY_MAX_ = 0x7fffffff
};

/* Whether to stop writing to the address.  YES and CONFIRM are only ever said
 * of a recipient or a domain, and never because of one 4yz answer. */
enum mailerr_suppress {
	MAILERR_SUPPRESS_NO = 0,
	MAILERR_SUPPRESS_YES = 1,
	MAILERR_SUPPRESS_CONFIRM = 2, /* at the second such answer, a day or
	                               * more after the first */
	MAILERR_SUPPRESS_REPEAT = 3,  /* after several such answers */
	MAILERR_SUPPRESS_ALREADY = 4, /* a list on this side holds it already */
	MAILERR_SUPPRESS_MAX_ = 0x7fffffff
};

/* Whom or what the answer is about. */
enum mailerr_about {
	MAILERR_ABOUT_NONE = 0,
	MAILERR_ABOUT_RECIPIENT = 1, /* this address */
	MAILERR_ABOUT_DOMAIN = 2,    /* the domain behind its @ */
	MAILERR_ABOUT_ROUTE = 3,     /* what lies between the servers */
	MAILERR_ABOUT_SENDER = 4,    /* the sender's address, or login */
	MAILERR_ABOUT_HOST = 5,      /* the host that delivers */
	MAILERR_ABOUT_MESSAGE = 6,   /* this message: size, form, content */
	MAILERR_ABOUT_RECEIVER = 7,  /* the host that receives */
	MAILERR_ABOUT_SESSION = 8,   /* this SMTP dialogue */
	MAILERR_ABOUT_MAX_ = 0x7fffffff
};

enum mailerr_certainty {
	MAILERR_CERTAINTY_NONE = 0,   /* nothing was recognised */
	MAILERR_CERTAINTY_GUESS = 1,
	MAILERR_CERTAINTY_LIKELY = 2, /* a known phrase, or a telling code */
	MAILERR_CERTAINTY_SURE = 3,   /* both, and they agree */
	MAILERR_CERTAINTY_MAX_ = 0x7fffffff
};

/* What settled the reason. */
enum mailerr_decided {
	MAILERR_DECIDED_NONE = 0,
	MAILERR_DECIDED_PHRASE = 1,
	MAILERR_DECIDED_STATUS = 2,
	MAILERR_DECIDED_REPLY = 3,
	MAILERR_DECIDED_COMMAND = 4, /* what was refused, nothing else known */
	MAILERR_DECIDED_DIGIT = 5,   /* the first digit alone */
	MAILERR_DECIDED_MAX_ = 0x7fffffff
};

/* Action of a delivery status notification (RFC 3464, 2.3.3). */
enum mailerr_dsn_action {
	MAILERR_DSN_ACTION_NONE = 0,
	MAILERR_DSN_ACTION_FAILED = 1,
	MAILERR_DSN_ACTION_DELAYED = 2,
	MAILERR_DSN_ACTION_DELIVERED = 3,
	MAILERR_DSN_ACTION_RELAYED = 4,
	MAILERR_DSN_ACTION_EXPANDED = 5,
	MAILERR_DSN_ACTION_MAX_ = 0x7fffffff
};

/* What a text tells.  Only causes and generics have a reason. */
enum mailerr_rank {
	MAILERR_RANK_NONE = 0,
	MAILERR_RANK_CAUSE = 1,
	MAILERR_RANK_GENERIC = 2, /* "rejected", and no more */
	MAILERR_RANK_WRAPPER = 3, /* passes another server's answer on */
	MAILERR_RANK_FRAME = 4,   /* a heading, sender or subject */
	MAILERR_RANK_MAX_ = 0x7fffffff
};

/* How much a status alone settles. */
enum mailerr_trust {
	MAILERR_TRUST_NONE = 0,
	MAILERR_TRUST_STRONG = 1,
	MAILERR_TRUST_WEAK = 2,    /* met with many reasons */
	MAILERR_TRUST_WRAPPER = 3, /* covers another server's answer */
	MAILERR_TRUST_MAX_ = 0x7fffffff
};

enum mailerr_standing {
	MAILERR_STANDING_CURRENT = 0,
	MAILERR_STANDING_OBSOLETE = 1,
	MAILERR_STANDING_HISTORIC = 2,
	MAILERR_STANDING_DEPRECATED = 3,
	MAILERR_STANDING_MAX_ = 0x7fffffff
};

/* The families of reasons. */
enum mailerr_group {
	MAILERR_GROUP_NONE = 0, /* no failure */
	MAILERR_GROUP_RECIPIENT = 1,
	MAILERR_GROUP_WAY = 2,
	MAILERR_GROUP_SENDER = 3,
	MAILERR_GROUP_TRUST = 4,
	MAILERR_GROUP_VOLUME = 5,
	MAILERR_GROUP_MESSAGE = 6,
	MAILERR_GROUP_MACHINES = 7,
	MAILERR_GROUP_MAX_ = 0x7fffffff
};

/* What kind of thing a code is that no standard defines. */
enum mailerr_mistake_kind {
	MAILERR_MISTAKE_NONE = 0,
	MAILERR_MISTAKE_OBSOLETE = 1,
	MAILERR_MISTAKE_DRAFT = 2,
	MAILERR_MISTAKE_MYTH = 3,
	MAILERR_MISTAKE_VENDOR = 4,
	MAILERR_MISTAKE_WRONG_EXAMPLE = 5,
	MAILERR_MISTAKE_OTHER_PROTOCOL = 6,
	MAILERR_MISTAKE_TYPO = 7,
	MAILERR_MISTAKE_MAX_ = 0x7fffffff
};

enum mailerr_emitter_kind {
	MAILERR_EMITTER_KIND_NONE = 0,
	MAILERR_EMITTER_KIND_MTA = 1,
	MAILERR_EMITTER_KIND_SERVICE = 2,
	MAILERR_EMITTER_KIND_CARRIER = 3,
	MAILERR_EMITTER_KIND_CLIENT = 4,
	MAILERR_EMITTER_KIND_FILTER = 5,
	MAILERR_EMITTER_KIND_LIBRARY = 6,
	MAILERR_EMITTER_KIND_GATEWAY = 7,
	MAILERR_EMITTER_KIND_MAX_ = 0x7fffffff
};

/* Who can do what an action asks for: any of these bits. */
enum mailerr_audience {
	MAILERR_AUDIENCE_SENDER = 1,
	MAILERR_AUDIENCE_RECIPIENT = 2,
	MAILERR_AUDIENCE_POSTMASTER = 4, /* of either side */
	MAILERR_AUDIENCE_DEVELOPER = 8,  /* of the program that speaks */
	MAILERR_AUDIENCE_MAX_ = 0x7fffffff
};

/* What may stand where a phrase has a placeholder. */
enum mailerr_argument_type {
	MAILERR_ARGUMENT_NONE = 0,
	MAILERR_ARGUMENT_NUMBER = 1,   /* ASCII digits */
	MAILERR_ARGUMENT_DURATION = 2, /* "5 days", "1 week, 2 days" */
	MAILERR_ARGUMENT_ADDRESS = 3,  /* a Mailbox (RFC 5321, 4.1.2) */
	MAILERR_ARGUMENT_HOST = 4,     /* a Domain or address literal */
	MAILERR_ARGUMENT_IP = 5,       /* IPv4, IPv6 (RFC 5321, 4.1.3) */
	MAILERR_ARGUMENT_WORD = 6,     /* no blank */
	MAILERR_ARGUMENT_TEXT = 7,     /* anything, as little as fits */
	MAILERR_ARGUMENT_MAX_ = 0x7fffffff
};

/* ---- The entries --------------------------------------------------------- */

enum mailerr_kind {
	MAILERR_KIND_NONE = 0,
	MAILERR_KIND_REASON = 1,
	MAILERR_KIND_REPLY = 2,
	MAILERR_KIND_STATUS = 3,
	MAILERR_KIND_NOTICE = 4,
	MAILERR_KIND_SENSE = 5,        /* another meaning of a code */
	MAILERR_KIND_MISTAKE = 6,      /* a code that no standard defines */
	MAILERR_KIND_KEYWORD = 7,      /* EX_NOUSER */
	MAILERR_KIND_COMMAND = 8,      /* RCPT */
	MAILERR_KIND_EMITTER = 9,      /* sendmail */
	MAILERR_KIND_STATUS_CLASS = 10,
	MAILERR_KIND_SUBJECT = 11,     /* the second number of a status */
	MAILERR_KIND_VOCABULARY = 12,
	MAILERR_KIND_MAX_ = 0x7fffffff
};

enum mailerr_field {
	MAILERR_FIELD_TITLE = 0,   /* a name, not a sentence */
	MAILERR_FIELD_MEANING = 1,
	MAILERR_FIELD_CAUSE = 2,   /* the most frequent first */
	MAILERR_FIELD_ACTION = 3,  /* what to do, and who */
	MAILERR_FIELD_NOTE = 4,
	MAILERR_FIELD_MAX_ = 0x7fffffff
};

/* Every struct below begins with this one.  All live in constant tables, are
 * reached by pointer only, and may grow at their end: never copy one, never
 * count on its size. */
typedef struct mailerr_entry {
	uint16_t kind;       /* enum mailerr_kind */
	uint16_t number;     /* 550; 1001 for X.1.1; an id's value; else the
	                      * place in its table, from 1 */
	uint32_t first_text; /* for the functions below */
} mailerr_entry;

typedef struct mailerr_reason {
	mailerr_entry entry;
	uint8_t bounce, retry, suppress, about; /* the enums of those names */
	uint8_t group, standing;
} mailerr_reason;

typedef struct mailerr_reply {
	mailerr_entry entry;
	uint16_t code;       /* 200 to 559 */
	uint16_t reason;     /* where nothing else is known; 0: none */
	uint16_t first_pair; /* for mailerr_reply_status() */
	uint8_t cls;         /* enum mailerr_class: the first digit */
	uint8_t standing;
} mailerr_reply;

typedef struct mailerr_status {
	mailerr_entry entry;
	uint16_t detail;
	uint16_t reason;     /* 0: none */
	uint8_t subject;
	uint8_t classes;     /* bit n: class n is allowed by the standard */
	uint8_t classes_met; /* further ones that are met */
	uint8_t trust;       /* enum mailerr_trust */
	uint8_t standing;
} mailerr_status;

typedef struct mailerr_notice {
	mailerr_entry entry;
	uint16_t reason;      /* 0 for wrappers and frames */
	uint16_t reply;       /* it usually stands beside; 0: none */
	uint16_t status;      /* the same, 1001 for X.1.1, */
	uint8_t status_class; /* and its class, 0 where there is no status */
	uint8_t rank;         /* enum mailerr_rank */
	uint8_t cls;          /* where the text settles it, else 0 */
	uint8_t bounce, retry, suppress, about; /* the reason's, or its own */
	uint8_t standing;
} mailerr_notice;

typedef struct mailerr_sense {
	mailerr_entry entry;
	uint16_t of;      /* the entry.number of the reply or status */
	uint16_t of_kind; /* MAILERR_KIND_REPLY or _STATUS */
	uint16_t reason, command, emitter; /* 0: no such condition */
	uint8_t bounce, retry, suppress, about; /* the reason's, or its own */
	uint8_t cls; /* enum mailerr_class, a condition too; 0: none */
} mailerr_sense;

typedef struct mailerr_mistake {
	mailerr_entry entry;
	uint16_t reason;       /* 0: none */
	uint16_t reply;        /* the code 550, as it is met; 0: a status */
	uint16_t status;       /* 1001 for X.1.1, where reply is 0 */
	uint8_t status_class;  /* 0: any */
	uint8_t kind;          /* enum mailerr_mistake_kind */
	uint8_t meant_class;   /* what was meant: a status; 0: none */
	uint16_t meant_reply;  /* or a reply; 0: none */
	uint16_t meant_status;
} mailerr_mistake;

typedef struct mailerr_keyword {
	mailerr_entry entry;
	int16_t value;        /* 67 of EX_NOUSER; -1: none */
	uint16_t reason;      /* 0: none */
	uint16_t reply;       /* what it becomes; 0: nothing */
	uint16_t status;
	uint8_t status_class; /* 0: no status */
	uint8_t vocabulary;   /* its place among the vocabularies, from 1 */
} mailerr_keyword;

typedef struct mailerr_command {
	mailerr_entry entry;
	uint16_t reason; /* of a refusal, where nothing else is known; 0 */
	uint8_t about;   /* what a refusal here speaks of */
} mailerr_command;

typedef struct mailerr_emitter {
	mailerr_entry entry;
	uint8_t kind; /* enum mailerr_emitter_kind */
} mailerr_emitter;

/* ---- Finding an entry ---------------------------------------------------- */

/* All give NULL where there is no such entry, for any argument whatever. */

/* 550 */
const mailerr_reply *mailerr_reply_find(int code);

/* 5, 1, 1.  By subject and detail: 4.1.1 is met in practice, though the
 * standard has X.1.1 as permanent only (ask mailerr_status_allows).  A class
 * other than 2, 4, 5, and 0 for any, finds nothing. */
const mailerr_status *mailerr_status_find(int cls, int subject, int detail);

const mailerr_notice *mailerr_notice_find(enum mailerr_notice_id id);
const mailerr_reason *mailerr_reason_find(enum mailerr_reason_id id);
const mailerr_command *mailerr_command_find(enum mailerr_command_id id);
const mailerr_emitter *mailerr_emitter_find(enum mailerr_emitter_id id);

/* The digit's own entry: 5 is "Permanent failure"; subject 1 "Addressing". */
const mailerr_entry *mailerr_status_class_find(int digit);
const mailerr_entry *mailerr_subject_find(int subject);

/* By name, as in the catalog, ASCII case aside: the next one after `after`
 * that has it (NULL: the first).  "550", "5.1.1", "X.1.1", "too-many-hops",
 * "EX_NOUSER", "MAILBOX_UNAVAILABLE"; "notice:user-unknown" picks one kind of
 * reason, reply, status, notice, mistake, keyword, command, emitter.  Notices
 * come first, then codes, reasons and the rest. */
const mailerr_entry *mailerr_find(const char *name, const mailerr_entry *after);

/* Walking: NULL gives the first, the last one gives NULL. */
const mailerr_reply *mailerr_reply_next(const mailerr_reply *after);
const mailerr_status *mailerr_status_next(const mailerr_status *after);
const mailerr_notice *mailerr_notice_next(const mailerr_notice *after);
const mailerr_reason *mailerr_reason_next(const mailerr_reason *after);
const mailerr_mistake *mailerr_mistake_next(const mailerr_mistake *after);
const mailerr_keyword *mailerr_keyword_next(const mailerr_keyword *after);
const mailerr_command *mailerr_command_next(const mailerr_command *after);
const mailerr_emitter *mailerr_emitter_next(const mailerr_emitter *after);

/* The same for the other meanings of one reply or status. */
const mailerr_sense *mailerr_sense_next(const mailerr_entry *of,
    const mailerr_sense *after);

/* ---- Names and texts ----------------------------------------------------- */

/* All strings are UTF-8, NUL-ended, constant, and never NULL: "" where there
 * is nothing, and for a NULL entry. */

/* The name in the catalog: "550", "X.1.1", "too-many-hops", "EX_NOUSER". */
const char *mailerr_id(const mailerr_entry *entry);

/* The name in C, without the prefix: "MAILBOX_UNAVAILABLE"; of an emitter the
 * name that people use: "Sendmail". */
const char *mailerr_symbol(const mailerr_entry *entry);

/* How many texts the field has, and the n-th of them, from 0.  language is
 * "ja", "ja_JP.UTF-8" or the like; NULL and unknown ones mean English, and so
 * does a text that is not translated. */
size_t mailerr_text_count(const mailerr_entry *entry, enum mailerr_field field);
const char *mailerr_text(const mailerr_entry *entry, enum mailerr_field field,
    size_t n, const char *language);

/* Who can do the n-th action: bits of enum mailerr_audience; 0: no such. */
unsigned mailerr_action_audience(const mailerr_entry *entry, size_t n);

/* The words of pages and programs, "Meaning". */
const char *mailerr_label(enum mailerr_label_id label, const char *language);

/* The n-th language that is compiled in: "en", "ja"; "" after the last. */
const char *mailerr_language(size_t n);

/* Where the facts come from: the n-th source.  title and href are the
 * document's; section may be "". */
typedef struct mailerr_source {
	const char *label;   /* "RFC 5321" */
	const char *title;   /* "Simple Mail Transfer Protocol" */
	const char *section; /* "4.2.3" */
	const char *href;
} mailerr_source;
bool mailerr_source_get(const mailerr_entry *entry, size_t n,
    mailerr_source *source);

/* The address of that section.  Writes at most size bytes with the NUL, like
 * snprintf, and gives the length that the whole has; 0: no such source. */
size_t mailerr_source_href(const mailerr_entry *entry, size_t n, char *buffer,
    size_t size);

/* The n-th entry that it names as related; NULL after the last. */
const mailerr_entry *mailerr_related(const mailerr_entry *entry, size_t n);

/* The mailerr version that brought the entry, or took it out of use. */
const char *mailerr_since(const mailerr_entry *entry);
const char *mailerr_retired(const mailerr_entry *entry);

/* The n-th wording by which a notice is known; false after the last. */
typedef struct mailerr_wording {
	const char *text;   /* "Too many hops {hops}" */
	const char *source; /* where it was seen: "sendmail 8.18, deliver.c" */
	enum mailerr_emitter_id emitter; /* who says it; 0: many */
} mailerr_wording;
bool mailerr_wording_get(const mailerr_entry *notice, size_t n,
    mailerr_wording *wording);

/* What the n-th other classifier calls the reason; "" after the last.  Whose
 * name it is goes to *emitter (NULL is fine). */
const char *mailerr_known_as(const mailerr_entry *reason, size_t n,
    enum mailerr_emitter_id *emitter);

/* What one program makes of a keyword; false after the last. */
typedef struct mailerr_treatment {
	enum mailerr_emitter_id emitter;
	enum mailerr_class cls;
	int reply;            /* 0: none */
	int status_class, status_subject, status_detail; /* class 0: none */
	const char *says;     /* its text, "user unknown" */
} mailerr_treatment;
bool mailerr_treatment_get(const mailerr_entry *keyword, size_t n,
    mailerr_treatment *treatment);

/* The catalog's words for the values above: "hard", "later", "sender". */
enum mailerr_words {
	MAILERR_WORDS_CLASS,
	MAILERR_WORDS_BOUNCE,
	MAILERR_WORDS_RETRY,
	MAILERR_WORDS_SUPPRESS,
	MAILERR_WORDS_ABOUT,
	MAILERR_WORDS_CERTAINTY,
	MAILERR_WORDS_DECIDED,
	MAILERR_WORDS_DSN_ACTION,
	MAILERR_WORDS_RANK,
	MAILERR_WORDS_TRUST,
	MAILERR_WORDS_STANDING,
	MAILERR_WORDS_GROUP,
	MAILERR_WORDS_MISTAKE,
	MAILERR_WORDS_EMITTER,
	MAILERR_WORDS_ARGUMENT,
	MAILERR_WORDS_KIND,
	MAILERR_WORDS_MAX_ = 0x7fffffff
};
const char *mailerr_word(enum mailerr_words set, int value);

/* ---- For those who answer ------------------------------------------------ */

/* The string macros at the end of this file are for them, too. */

/* Whether the standard allows this class for the status: X.1.1 with 5. */
bool mailerr_status_allows(const mailerr_status *status, int cls);

/* The n-th status that a standard pairs with the reply; its class is the
 * reply's.  NULL after the last.  And back: the n-th reply for a status. */
const mailerr_status *mailerr_reply_status(const mailerr_reply *reply,
    size_t n);
const mailerr_reply *mailerr_status_reply(const mailerr_status *status,
    int cls, size_t n);

/* Exit statuses of delivery programs (sysexits.h): 67 is EX_NOUSER, which
 * becomes 550 5.1.1; and the one that says 5.1.1.  NULL where there is none. */
const mailerr_keyword *mailerr_sysexit_find(int exit_status);
const mailerr_keyword *mailerr_sysexit_for(int cls, int subject, int detail);

/* ---- Reading what others answered ---------------------------------------- */

/* The functions below take any bytes, also NULs and broken UTF-8; length
 * counts them.  NULL with any length is an empty text.  They keep no pointer
 * to it but in what they give back, and never fail. */

typedef struct mailerr_codes {
	int reply;   /* 550; 0: none */
	int cls;     /* enhanced status: 5 of 5.1.1; 0: none */
	int subject;
	int detail;
	bool more;   /* the code was followed by '-': further lines come */
	size_t at;   /* where the codes begin */
	size_t text; /* where the text behind them begins */
} mailerr_codes;

/* The codes of an answer, after what may stand before them ("smtp;", "host mx
 * said:", "Diagnostic-Code:"), and where its text begins: the result, which is
 * the length where no text follows.  0 and all codes 0: there are none. */
size_t mailerr_parse(const char *text, size_t length, mailerr_codes *codes);

/* A placeholder of a phrase, as it is filled in the text given. */
typedef struct mailerr_argument {
	const char *name;  /* "hops", NUL-ended, constant */
	const char *value; /* into the text given, not NUL-ended */
	size_t length;
	enum mailerr_argument_type type;
} mailerr_argument;

#define MAILERR_ARGUMENTS_MAX 8

/* A known phrase in a text. */
typedef struct mailerr_hit {
	size_t start, end;      /* in the text given */
	unsigned literal;       /* bytes of it that were given, not filled in */
	enum mailerr_notice_id notice;
	enum mailerr_rank rank;
	enum mailerr_emitter_id emitter; /* who is known to say so; 0 */
	size_t argument_count;
	mailerr_argument arguments[MAILERR_ARGUMENTS_MAX];
} mailerr_hit;

/* The phrase that says most: a cause before a generic, wrapper or frame, then
 * the one with more literal bytes, then the earlier one. */
bool mailerr_best_phrase(const char *text, size_t length, mailerr_hit *hit);

/* Every phrase in the text, roughly in the order of coming: one that is longer
 * may be found later than one that begins behind it.  At most max are written;
 * the result counts all. */
size_t mailerr_phrases(const char *text, size_t length, mailerr_hit *hits,
    size_t max);

/* What is known beside the text.  Set size to sizeof(mailerr_context) and
 * the rest to 0 or NULL where it is not known. */
typedef struct mailerr_context {
	size_t size;
	int reply;           /* 550 */
	const char *status;  /* "5.1.1", the Status field of a DSN */
	const char *command; /* what was answered: "RCPT", "end of DATA" */
	const char *action;  /* "failed", the Action field of a DSN */
	const char *host;    /* who answered; no rule asks for it yet */
	const char *emitter; /* the program that answered: "postfix" */
} mailerr_context;

typedef struct mailerr_verdict {
	int reply;                    /* of the innermost answer; 0: none */
	int status_class, status_subject, status_detail; /* class 0: none */
	enum mailerr_reason_id reason;
	enum mailerr_notice_id notice; /* 0: none */
	enum mailerr_class cls;
	enum mailerr_decided decided_by;
	enum mailerr_command_id command; /* that was refused; 0: not known */
	enum mailerr_dsn_action action;
	enum mailerr_bounce bounce;
	enum mailerr_retry retry;
	enum mailerr_suppress suppress;
	enum mailerr_about about;
	enum mailerr_certainty certainty;
	enum mailerr_emitter_id emitter; /* whose phrase it is; 0: any */
	uint32_t retry_after;       /* seconds, where the text states them */
	const mailerr_entry *entry; /* what decided: its title; or NULL */
	size_t argument_count;      /* of the notice's phrase */
	mailerr_argument arguments[MAILERR_ARGUMENTS_MAX];
} mailerr_verdict;

/* What a line says: "550-5.1.1 <a@b>: user unknown", "smtp; 550 ...", "host mx
 * said: 450 4.2.2 ...", a Subject, any text.  The result is the reason, which
 * is _UNKNOWN where nothing was recognised; all else is in the verdict, which
 * the caller owns (NULL is fine). */
enum mailerr_reason_id mailerr_explain(const char *text, size_t length,
    mailerr_verdict *verdict);

/* The same, with what is known beside the text (NULL: nothing). */
enum mailerr_reason_id mailerr_explain_in(const mailerr_context *known,
    const char *text, size_t length, mailerr_verdict *verdict);

/* The version of the catalog that the code was made from. */
const char *mailerr_version(void);
