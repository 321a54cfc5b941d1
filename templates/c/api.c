/* SPDX-License-Identifier: 0BSD */
/* ---- Finding ------------------------------------------------------------- */

/* Every table ends with a row of zeroes, since none may be empty. */
#define COUNT(table) (sizeof (table) / sizeof (table)[0] - 1)
#define NEXT(table, after) \
	((after) == NULL ? COUNT(table) != 0 ? (table) : NULL : \
	 (size_t)((after) - (table)) + 1 != COUNT(table) ? (after) + 1 : NULL)

const mailerr_reply *
mailerr_reply_find(int code)
{
	return reply_in(replies, reply_at, code);
}

const mailerr_status *
mailerr_status_find(int cls, int subject, int detail)
{
	if (cls != 0 && cls != 2 && cls != 4 && cls != 5)
		return NULL;
	return status_in(statuses, status_at, status_row, subject, detail);
}

const mailerr_notice *
mailerr_notice_find(enum mailerr_notice_id id)
{
	unsigned place = place_in(notice_at, NOTICES_LOW, NOTICES_HIGH,
	    (uint32_t)id);

	return place == 0 ? NULL : &notices[place - 1];
}

const mailerr_reason *
mailerr_reason_find(enum mailerr_reason_id id)
{
	return reason_in(reasons, reason_at, REASONS_LOW, REASONS_HIGH,
	    (uint32_t)id);
}

const mailerr_command *
mailerr_command_find(enum mailerr_command_id id)
{
	uint32_t place = (uint32_t)id;

	return place == 0 || place > COUNT(commands) ? NULL :
	    &commands[place - 1];
}

const mailerr_emitter *
mailerr_emitter_find(enum mailerr_emitter_id id)
{
	uint32_t place = (uint32_t)id;

	return place == 0 || place > COUNT(emitters) ? NULL :
	    &emitters[place - 1];
}

static const mailerr_entry *
entry_numbered(const mailerr_entry *table, size_t count, int number)
{
	size_t n;

	for (n = 0; n < count; n++)
		if ((int)table[n].number == number)
			return &table[n];
	return NULL;
}

const mailerr_entry *
mailerr_status_class_find(int digit)
{
	return entry_numbered(status_classes, COUNT(status_classes), digit);
}

const mailerr_entry *
mailerr_subject_find(int subject)
{
	return entry_numbered(subjects, COUNT(subjects), subject);
}

const mailerr_reply *
mailerr_reply_next(const mailerr_reply *after)
{
	return NEXT(replies, after);
}

const mailerr_status *
mailerr_status_next(const mailerr_status *after)
{
	return NEXT(statuses, after);
}

const mailerr_notice *
mailerr_notice_next(const mailerr_notice *after)
{
	return NEXT(notices, after);
}

const mailerr_reason *
mailerr_reason_next(const mailerr_reason *after)
{
	return NEXT(reasons, after);
}

const mailerr_mistake *
mailerr_mistake_next(const mailerr_mistake *after)
{
	return NEXT(mistakes, after);
}

const mailerr_keyword *
mailerr_keyword_next(const mailerr_keyword *after)
{
	return NEXT(keywords, after);
}

const mailerr_command *
mailerr_command_next(const mailerr_command *after)
{
	return NEXT(commands, after);
}

const mailerr_emitter *
mailerr_emitter_next(const mailerr_emitter *after)
{
	return NEXT(emitters, after);
}

const mailerr_sense *
mailerr_sense_next(const mailerr_entry *of, const mailerr_sense *after)
{
	size_t n = after == NULL ? 0 : (size_t)(after - senses) + 1;

	for (; !CODES_ALONE && of != NULL && n != COUNT(senses); n++)
		if (senses[n].of_kind == of->kind && senses[n].of == of->number)
			return &senses[n];
	return NULL;
}

/* The n-th entry of a kind, NULL after the last, where walks end. */
static const mailerr_entry *
entry_at(unsigned kind, size_t n)
{
#define AT(table) return n != COUNT(table) ? &table[n].entry : NULL
	switch (kind) {
	case MAILERR_KIND_REASON: AT(reasons);
	case MAILERR_KIND_REPLY: AT(replies);
	case MAILERR_KIND_STATUS: AT(statuses);
	case MAILERR_KIND_NOTICE: AT(notices);
	case MAILERR_KIND_MISTAKE: AT(mistakes);
	case MAILERR_KIND_KEYWORD: AT(keywords);
	case MAILERR_KIND_COMMAND: AT(commands);
	case MAILERR_KIND_EMITTER: AT(emitters);
	default: return NULL;
	}
#undef AT
}

#ifndef MAILERR_CODES_ALONE_
static bool
has_name(const mailerr_entry *entry, const char *name, size_t size)
{
	const char *id = mailerr_id(entry);

	if (same_word(name, size, id) ||
	    (entry->kind != MAILERR_KIND_EMITTER && size > 0 &&
	     same_word(name, size, mailerr_symbol(entry))))
		return true;
	/* 5.1.1 is met as X.1.1 */
	return entry->kind == MAILERR_KIND_STATUS &&
	    status_length(name, size, 0) == size &&
	    same_word(name + 1, size - 1, id + 1);
}

#endif

const mailerr_entry *
mailerr_find(const char *name, const mailerr_entry *after)
{
#ifndef MAILERR_CODES_ALONE_
	static const uint8_t order[] = {
		MAILERR_KIND_NOTICE, MAILERR_KIND_REPLY, MAILERR_KIND_STATUS,
		MAILERR_KIND_REASON, MAILERR_KIND_MISTAKE,
		MAILERR_KIND_KEYWORD, MAILERR_KIND_COMMAND,
		MAILERR_KIND_EMITTER
	};
	const mailerr_entry *entry;
	size_t k, n, colon = 0, size = size_of(name);
	bool passed = after == NULL;

	while (colon < size && name[colon] != ':')
		colon++;
	for (k = 0; size > 0 && k < sizeof order; k++) {
		size_t from = 0;

		if (colon < size && same_word(name, colon,
		    nth_word(MAILERR_WORDS_KIND, order[k])))
			from = colon + 1;
		else if (colon < size)
			continue;
		for (n = 0; (entry = entry_at(order[k], n)) != NULL; n++) {
			if (passed && has_name(entry, name + from, size - from))
				return entry;
			passed = passed || entry == after;
		}
	}
#else
	(void)name, (void)after;
#endif
	return NULL;
}

/* ---- Names and texts ----------------------------------------------------- */

const char *
mailerr_id(const mailerr_entry *entry)
{
	return entry == NULL ? "" :
	    (const char *)&names + facts[entry->first_text];
}

const char *
mailerr_symbol(const mailerr_entry *entry)
{
	const char *id = mailerr_id(entry);

	return entry == NULL ? id : id + size_of(id) + 1;
}

const char *
mailerr_word(enum mailerr_words set, int value)
{
	return nth_word((int)set, value);
}

const char *
mailerr_version(void)
{
	return MAILERR_VERSION_STRING;
}

/* The n-th fact of that kind that an entry has; END where it has fewer. */
static uint32_t
fact_of(const mailerr_entry *entry, unsigned tag, size_t n)
{
#ifndef MAILERR_NO_TEXT
	const uint32_t *fact = &facts[entry == NULL ? 0 : entry->first_text];

	for (fact++; *fact != END; fact++)
		if (FACT_TAG(*fact) == tag && n-- == 0)
			return *fact;
#else
	(void)entry, (void)tag, (void)n;
#endif
	return END;
}

/* The n-th string in a row of strings. */
static const char *
string_after(const char *s, size_t n)
{
	while (n-- > 0)
		s += size_of(s) + 1;
	return s;
}

/* The language that is meant, of those compiled in: the longest code with
 * which it begins, so ja for "ja_JP.UTF-8".  The first where there is none. */
static unsigned
language_meant(const char *wanted)
{
	size_t size = size_of(wanted), n, longest = 0;
	unsigned language, best = 0;
	const char *code;

	code = language_codes;
	for (language = 0; *code != '\0'; language++) {
		for (n = 0; n < size && code[n] != '\0'; n++)
			if (fold(wanted[n] == '_' ? '-' : wanted[n]) !=
			    fold(code[n]))
				break;
		if (code[n] == '\0' && n > longest &&
		    (n == size || !is_alnum(wanted[n]))) {
			best = language;
			longest = n;
		}
		code = string_after(code, 1);
	}
	return best;
}

/* A text by its number; the first language has it where the other lacks it. */
static const char *
text_in(unsigned language, uint32_t number)
{
	const char *text = text_at(language, number);

	if (text == NULL)
		text = text_at(0, number);
	return text == NULL ? "" : text;
}

size_t
mailerr_text_count(const mailerr_entry *entry, enum mailerr_field field)
{
	size_t n = 0;

	while (fact_of(entry, (unsigned)field + TAG_TITLE, n) != END)
		n++;
	return (unsigned)field > MAILERR_FIELD_NOTE ? 0 : n;
}

const char *
mailerr_text(const mailerr_entry *entry, enum mailerr_field field, size_t n,
    const char *language)
{
	uint32_t fact = (unsigned)field > MAILERR_FIELD_NOTE ? END :
	    fact_of(entry, (unsigned)field + TAG_TITLE, n);

	return fact == END ? "" :
	    text_in(language_meant(language), fact & 0xffffff);
}

unsigned
mailerr_action_audience(const mailerr_entry *entry, size_t n)
{
	return FACT_VALUE(fact_of(entry, TAG_ACTION, n)) >> 24;
}

const char *
mailerr_label(enum mailerr_label_id label, const char *language)
{
	size_t n = (size_t)label;

	return n >= sizeof labels / sizeof labels[0] || labels[n] == NO_TEXT ?
	    "" : text_in(language_meant(language), labels[n]);
}

const char *
mailerr_language(size_t n)
{
	const char *code = language_codes;

	while (*code != '\0' && n-- > 0)
		code = string_after(code, 1);
	return code;
}

bool
mailerr_source_get(const mailerr_entry *entry, size_t n, mailerr_source *source)
{
	uint32_t fact = fact_of(entry, TAG_SOURCE, n);
	const char *reference;

	if (CODES_ALONE || fact == END || source == NULL)
		return false;
	reference = (const char *)&references +
	    reference_at[FACT_VALUE(fact) >> 16];
	source->label = reference;
	source->title = string_after(reference, 1);
	source->href = string_after(reference, 2);
	source->section = (const char *)&strings + (fact & 0xffff);
	return true;
}

/* Adds to what snprintf would give. */
static size_t
append(char *buffer, size_t size, size_t at, const char *s, size_t length)
{
	size_t n;

	for (n = 0; n < length; n++)
		if (at + n + 1 < size)
			buffer[at + n] = s[n];
	return at + length;
}

size_t
mailerr_source_href(const mailerr_entry *entry, size_t n, char *buffer,
    size_t size)
{
	static const char hole[] = "{section}";
	mailerr_source source = { "", "", "", "" };
	const char *s;
	size_t at = 0, length;

	if (buffer == NULL)
		size = 0;
	if (!mailerr_source_get(entry, n, &source)) {
		if (size > 0)
			buffer[0] = '\0';
		return 0;
	}
	s = source.href + size_of(source.href) + 1;
	if (*s == '\0' || *source.section == '\0')
		s = source.href;
	for (; *s != '\0'; s += length) {
		length = begins(s, size_of(s), hole) ? sizeof hole - 1 : 1;
		at = length > 1 ? append(buffer, size, at, source.section,
		    size_of(source.section)) : append(buffer, size, at, s, 1);
	}
	if (size > 0)
		buffer[at < size ? at : size - 1] = '\0';
	return at;
}

/* An entry by kind and number. */
static const mailerr_entry *
entry_of(unsigned kind, unsigned number)
{
	const mailerr_entry *entry;
	size_t n;

	for (n = 0; (entry = entry_at(kind, n)) != NULL; n++)
		if (entry->number == number)
			return entry;
	return NULL;
}

const mailerr_entry *
mailerr_related(const mailerr_entry *entry, size_t n)
{
	uint32_t fact = fact_of(entry, TAG_SEE, n);

	return fact == END ? NULL :
	    entry_of(FACT_VALUE(fact) >> 16, fact & 0xffff);
}

static const char *
version_of(const mailerr_entry *entry, unsigned tag)
{
	return (const char *)&strings + FACT_VALUE(fact_of(entry, tag, 0));
}

const char *
mailerr_since(const mailerr_entry *entry)
{
	return version_of(entry, TAG_SINCE);
}

const char *
mailerr_retired(const mailerr_entry *entry)
{
	return version_of(entry, TAG_RETIRED);
}

bool
mailerr_wording_get(const mailerr_entry *notice, size_t n,
    mailerr_wording *wording)
{
	uint32_t fact = fact_of(notice, TAG_WORDING, n);
	const struct saying *row = &sayings[FACT_VALUE(fact)];

	if (CODES_ALONE || fact == END || wording == NULL)
		return false;
	wording->text = (const char *)&said + row->at;
	wording->source = string_after(wording->text, 1);
	wording->emitter = (enum mailerr_emitter_id)row->emitter;
	return true;
}

const char *
mailerr_known_as(const mailerr_entry *reason, size_t n,
    enum mailerr_emitter_id *emitter)
{
	uint32_t fact = fact_of(reason, TAG_KNOWN_AS, n);
	const struct saying *row = &sayings[FACT_VALUE(fact)];

	if (fact == END)
		return "";
	if (emitter != NULL)
		*emitter = (enum mailerr_emitter_id)row->emitter;
	return (const char *)&said + row->at;
}

bool
mailerr_treatment_get(const mailerr_entry *keyword, size_t n,
    mailerr_treatment *treatment)
{
	uint32_t fact = fact_of(keyword, TAG_TREATMENT, n);
	const struct treatment *row = &treatments[FACT_VALUE(fact)];

	if (CODES_ALONE || fact == END || treatment == NULL)
		return false;
	treatment->emitter = (enum mailerr_emitter_id)row->emitter;
	treatment->cls = (enum mailerr_class)row->cls;
	treatment->reply = row->reply;
	treatment->status_class = row->status_class;
	treatment->status_subject = row->status / 1000;
	treatment->status_detail = row->status % 1000;
	treatment->says = (const char *)&said + row->says;
	return true;
}

/* ---- For those who answer ------------------------------------------------ */

bool
mailerr_status_allows(const mailerr_status *status, int cls)
{
	return status != NULL && cls >= 2 && cls <= 5 &&
	    (status->classes >> cls & 1) != 0;
}

const mailerr_status *
mailerr_reply_status(const mailerr_reply *reply, size_t n)
{
	const uint16_t *pair;

	if (reply == NULL)
		return NULL;
	for (pair = &pairs[reply->first_pair]; *pair != NO_STATUS; pair++)
		if (n-- == 0)
			return status_in(statuses, status_at, status_row,
			    *pair / 1000, *pair % 1000);
	return NULL;
}

const mailerr_reply *
mailerr_status_reply(const mailerr_status *status, int cls, size_t n)
{
	const mailerr_reply *reply = NULL;
	const uint16_t *pair;

	if (status == NULL)
		return NULL;
	while ((reply = mailerr_reply_next(reply)) != NULL) {
		if (reply->cls != cls)
			continue;
		for (pair = &pairs[reply->first_pair]; *pair != NO_STATUS;
		    pair++)
			if (*pair == status->entry.number && n-- == 0)
				return reply;
	}
	return NULL;
}

const mailerr_keyword *
mailerr_sysexit_find(int exit_status)
{
	size_t n;

	for (n = 0; n < COUNT(keywords); n++)
		if (keywords[n].vocabulary == SYSEXITS &&
		    keywords[n].value == exit_status && exit_status >= 0)
			return &keywords[n];
	return NULL;
}

/* As sendmail has it: a success is EX_OK, what is transient EX_TEMPFAIL, and
 * what no other keyword stands for EX_UNAVAILABLE. */
const mailerr_keyword *
mailerr_sysexit_for(int cls, int subject, int detail)
{
	enum { ok = 0, unavailable = 69, tempfail = 75 };
	size_t n;

	if (cls == 2 || cls == 4)
		return mailerr_sysexit_find(cls == 2 ? ok : tempfail);
	if (cls != 5 || subject < 0 || detail < 0 || subject >= SUBJECTS ||
	    detail > 999)
		return NULL;
	for (n = 0; n < COUNT(sysexit_from); n++)
		if (sysexit_from[n].status == STATUS_NUMBER(subject, detail))
			return &keywords[sysexit_from[n].keyword];
	return mailerr_sysexit_find(unavailable);
}

/* ---- Reading ------------------------------------------------------------- */

static void
all_tables(struct tables *t)
{
	t->names = (const char *)&names;
	t->facts = facts;
	t->reasons = reasons;
	t->reason_at = reason_at;
	t->reasons_low = REASONS_LOW;
	t->reasons_high = REASONS_HIGH;
	t->replies = replies;
	t->reply_at = reply_at;
	t->statuses = statuses;
	t->status_at = status_at;
	t->status_row = status_row;
	t->commands = commands;
	t->command_count = (uint32_t)COUNT(commands);
	t->delivered = DELIVERED;
	t->in_progress = IN_PROGRESS;
	t->other = OTHER;
	t->expired = EXPIRED;
	t->delayed = DELAYED;
	t->policy = POLICY;
	t->sender_invalid = SENDER_INVALID;
	t->host_identity = HOST_IDENTITY;
	t->emitter_count = 0;
#ifndef MAILERR_CODES_ALONE_
	t->senses = senses;
	t->reply_senses = reply_senses;
	t->status_senses = status_senses;
	t->mistakes = mistakes;
	t->mistake_count = (uint32_t)COUNT(mistakes);
	t->emitters = emitters;
	t->emitter_count = (uint32_t)COUNT(emitters);
	t->notices = notices;
#endif
#ifndef MAILERR_NO_PHRASES
	t->phrases = phrases;
	t->phrase_count = (uint32_t)COUNT(phrases);
	t->tokens = tokens;
	t->conditions = conditions;
	t->literals = (const char *)&literals;
	t->arguments = (const char *)&arguments + 1; /* behind `none` */
	t->marks = marks;
	t->grams = grams;
	t->entries = entries;
#ifdef WIDE_SLOTS
	t->slots = NULL;
	t->wide_slots = slots;
#else
	t->slots = slots;
	t->wide_slots = NULL;
#endif
	t->gram_bits = GRAM_BITS;
	t->slot_bits = SLOT_BITS;
#endif
}

size_t
mailerr_parse(const char *text, size_t length, mailerr_codes *codes)
{
	mailerr_codes found;
	size_t at = parse_codes(text, length, &found);

	if (codes != NULL)
		*codes = found;
	return at;
}

bool
mailerr_best_phrase(const char *text, size_t length, mailerr_hit *hit)
{
#ifndef MAILERR_NO_PHRASES
	struct tables t;

	all_tables(&t);
	return best_phrase_with(&t, text, length, hit);
#else
	(void)text, (void)length, (void)hit;
	return false;
#endif
}

size_t
mailerr_phrases(const char *text, size_t length, mailerr_hit *hits, size_t max)
{
#ifndef MAILERR_NO_PHRASES
	struct tables t;

	all_tables(&t);
	return phrases_with(&t, text, length, hits, max);
#else
	(void)text, (void)length, (void)hits, (void)max;
	return 0;
#endif
}

enum mailerr_reason_id
mailerr_explain_in(const mailerr_context *known, const char *text,
    size_t length, mailerr_verdict *verdict)
{
	struct tables t;
	mailerr_verdict own;

	all_tables(&t);
	return explain_with(&t, known, text, length,
	    verdict == NULL ? &own : verdict);
}

enum mailerr_reason_id
mailerr_explain(const char *text, size_t length, mailerr_verdict *verdict)
{
	return mailerr_explain_in(NULL, text, length, verdict);
}
