/* SPDX-License-Identifier: 0BSD */
/* All that an entry has any number of is a run of words in `facts`: first the
 * place of its name, then tags with values (the number of a text, a place in a
 * table, an offset), then an END.  Without texts only the names are left, and
 * where codes are all that is asked for, only those of commands. */
#ifndef MAILERR_NO_TEXT
#define RUN(of, ...) (uint32_t)offsetof(struct names, of), __VA_ARGS__
#define LENGTH(facts) ((facts) + 1)
#else
#define RUN(of, ...) (uint32_t)offsetof(struct names, of)
#define LENGTH(facts) 0
#endif

#define FACT(tag, value) ((uint32_t)(tag) << 28 | (uint32_t)(value))
#define FACT_TAG(fact) ((fact) >> 28)
#define FACT_VALUE(fact) ((fact) & 0xfffffff)

enum fact_tag {
	TAG_END,
	TAG_TITLE, /* from here as enum mailerr_field, plus one */
	TAG_MEANING,
	TAG_CAUSE,
	TAG_ACTION,
	TAG_NOTE,
	TAG_SOURCE,
	TAG_SEE,
	TAG_WORDING,
	TAG_KNOWN_AS,
	TAG_TREATMENT,
	TAG_SINCE,
	TAG_RETIRED
};

#define END FACT(TAG_END, 0)
#define TITLE(text) FACT(TAG_TITLE, text)
#define MEANING(text) FACT(TAG_MEANING, text)
#define CAUSE(text) FACT(TAG_CAUSE, text)
#define ACTION(text, who) FACT(TAG_ACTION, (uint32_t)(who) << 24 | (text))
#define NOTE(text) FACT(TAG_NOTE, text)
#define SOURCE(reference, section) \
	FACT(TAG_SOURCE, (uint32_t)(reference) << 16 | (uint32_t)(section))
#define SEE(kind, number) \
	FACT(TAG_SEE, (uint32_t)(kind) << 16 | (uint32_t)(number))
#define SEE_REPLY(code) SEE(MAILERR_KIND_REPLY, code)
#define SEE_STATUS(subject, detail) \
	SEE(MAILERR_KIND_STATUS, STATUS_NUMBER(subject, detail))
#define SEE_NOTICE(id) SEE(MAILERR_KIND_NOTICE, MAILERR_NOTICE_##id)
#define SEE_REASON(id) SEE(MAILERR_KIND_REASON, MAILERR_REASON_##id)
#define WORDING(place) FACT(TAG_WORDING, place)
#define KNOWN_AS(place) FACT(TAG_KNOWN_AS, place)
#define TREATMENT(place) FACT(TAG_TREATMENT, place)
#define SINCE(version) FACT(TAG_SINCE, version)
#define RETIRED(version) FACT(TAG_RETIRED, version)

/* Who can do an action. */
enum {
	sender = MAILERR_AUDIENCE_SENDER,
	recipient = MAILERR_AUDIENCE_RECIPIENT,
	postmaster = MAILERR_AUDIENCE_POSTMASTER,
	developer = MAILERR_AUDIENCE_DEVELOPER
};

/* A text is said by `emitter`; its source follows it in `at`. */
struct saying {
	uint32_t at;
	uint16_t emitter;
};

struct treatment {
	uint32_t says;
	uint16_t emitter, reply, status;
	uint8_t cls, status_class;
};

struct sysexit {
	uint16_t status;  /* becomes the exit status of */
	uint16_t keyword; /* its place */
};

#define NO_TEXT 0xffffffffu /* not translated */
