/* SPDX-License-Identifier: 0BSD */
/* ---- Choosing phrases ---------------------------------------------------- */

static const mailerr_reason *
reason_of(const struct tables *t, uint32_t number)
{
	return reason_in(t->reasons, t->reason_at, t->reasons_low,
	    t->reasons_high, number);
}

/* What the answered command speaks of, as far as that is known. */
static unsigned
command_about(const struct tables *t, const struct known *k)
{
	return k->subject == 0 ? (unsigned)MAILERR_ABOUT_NONE :
	    t->commands[k->subject - 1].about;
}

static bool
is_of_address(unsigned about)
{
	return about == MAILERR_ABOUT_RECIPIENT ||
	    about == MAILERR_ABOUT_DOMAIN;
}

/* A code of one program that is about the sender, as Courier's 517: such an
 * answer speaks of what MAIL speaks of, whatever words stand in it. */
static void
see_code(const struct tables *t, struct known *k)
{
	const mailerr_reason *reason;
	uint32_t n;

	if (CODES_ALONE || k->subject != 0 || k->inner.reply == 0 ||
	    reply_in(t->replies, t->reply_at, k->inner.reply) != NULL)
		return;
	for (n = 0; n < t->mistake_count; n++) {
		if ((int)t->mistakes[n].reply != k->inner.reply)
			continue;
		reason = reason_of(t, t->mistakes[n].reason);
		if (reason != NULL && reason->about == MAILERR_ABOUT_SENDER)
			k->subject = command_named(t, "MAIL", 4);
		return;
	}
}

/* Whether a refusal of the command cannot mean that: MAIL speaks of the
 * sender, EHLO of the host. */
static bool
is_excluded(const struct tables *t, const struct known *k, unsigned about)
{
	unsigned of = command_about(t, k);

	return is_of_address(about) && (of == MAILERR_ABOUT_SENDER ||
	    of == MAILERR_ABOUT_HOST || of == MAILERR_ABOUT_SESSION);
}

/* A success is no failure, whatever its text holds, nor the reverse. */
static bool
contradicts(const struct tables *t, const struct known *k, uint32_t number)
{
	const mailerr_reason *reason = reason_of(t, number);
	bool failure;

	if (number == 0 || reason == NULL || k->cls == MAILERR_CLASS_NONE)
		return false;
	failure = reason->bounce != MAILERR_BOUNCE_NONE;
	return failure != (k->cls == MAILERR_CLASS_TRANSIENT ||
	    k->cls == MAILERR_CLASS_PERMANENT);
}

/* Whether the emitter is known, or shows in the text: in the answer itself, or
 * around it, where a server shows itself that passes the answer on. */
static bool
shows(const struct known *k, unsigned emitter, bool around)
{
	if (emitter == k->emitter)
		return true;
	return emitter < 256 &&
	    (k->emitters[around][emitter / 32] >> emitter % 32 & 1) != 0;
}

/* What speaks for a reason or names a notice; of the phrases the best of each
 * is kept. */
enum step {
	STEP_MET,     /* a cause whose conditions are met */
	STEP_CAUSE,
	STEP_OUTCOME, /* "expired", "delayed": only where no cause is known */
	STEP_GENERIC,
	STEP_WRAPPER,
	STEP_FRAME,
	STEPS
};

struct choices {
	struct found best[STEPS];
	bool any[STEPS];
	bool around[STEPS]; /* not in the innermost answer */
	bool settled;       /* a cause will decide: no later step is asked */
	struct found probe; /* says that the answer inside is to a probe */
	bool probed;
	unsigned turned;    /* about whom a cause speaks that the command
	                     * excludes */
};

/* The best ones are large, and read only where there is any. */
static void
choices_start(struct choices *c)
{
	clear(c->any, sizeof c->any);
	c->settled = c->probed = false;
	c->turned = MAILERR_ABOUT_NONE;
}

#ifndef MAILERR_NO_PHRASES
/* How a phrase's conditions stand: -1 one is broken, 1 all are met, 0. */
static int
conditions_met(const struct known *k, const struct condition *c,
    const mailerr_codes *near, bool around)
{
	int reply = near->reply != 0 ? near->reply : k->field.reply;
	const mailerr_codes *status = near->cls != 0 ? near : &k->field;
	bool any = false, all = true;

	if (c->reply != 0) {
		if (reply != 0 && (int)c->reply != reply)
			return -1;
		any = true;
		all = reply != 0;
	}
	if (c->status != NO_STATUS) {
		if (status->cls != 0 && (c->status != STATUS_NUMBER(
		    status->subject, status->detail) || (c->status_class != 0 &&
		    c->status_class != status->cls)))
			return -1;
		any = true;
		all = all && status->cls != 0;
	}
	if (c->command != 0) {
		if (k->command != 0 && c->command != k->command)
			return -1;
		any = true;
		all = all && k->command != 0;
	}
	if (c->emitter != 0) {
		any = true;
		all = all && shows(k, c->emitter, around);
	}
	return any && all ? 1 : 0;
}

/* Whether the phrase counts for nothing here, wherever it stands.  Short or
 * vague texts are met in all kinds of mail. */
static bool
is_void(const struct tables *t, const struct known *k, const struct phrase *p)
{
	const mailerr_notice *notice = &t->notices[p->notice];

	return ((p->literal < 12 || p->rank == MAILERR_RANK_GENERIC) &&
	    !k->beside) || contradicts(t, k, notice->reason) ||
	    is_excluded(t, k, notice->about);
}

static enum step
step_of(const struct tables *t, const struct phrase *p, bool met)
{
	unsigned reason = t->notices[p->notice].reason;

	switch (p->rank) {
	case MAILERR_RANK_CAUSE:
		return reason == t->expired || reason == t->delayed ?
		    STEP_OUTCOME : met ? STEP_MET : STEP_CAUSE;
	case MAILERR_RANK_GENERIC: return STEP_GENERIC;
	case MAILERR_RANK_WRAPPER: return STEP_WRAPPER;
	default: return STEP_FRAME;
	}
}

/* Whether the phrase speaks of the other side of the dialogue. */
static bool
is_of_sender(const struct tables *t, const struct phrase *p)
{
	unsigned about = t->notices[p->notice].about;

	return p->rank == MAILERR_RANK_CAUSE &&
	    (about == MAILERR_ABOUT_SENDER || about == MAILERR_ABOUT_HOST ||
	     about == MAILERR_ABOUT_SESSION);
}

/* Whether it would change nothing that the phrase stands there, in the answer
 * or around it: the step has a better one, or will not be asked for. */
static bool
is_idle(const struct tables *t, const struct known *k, const struct choices *c,
    const struct phrase *p, bool around)
{
	int met = conditions_met(k, &t->conditions[p->condition],
	    around ? &k->outer : &k->inner, around);
	enum step step = step_of(t, p, met > 0);

	if (around && met >= 0 && k->layered && is_of_sender(t, p) &&
	    (!c->probed || p->literal >= c->probe.phrase->literal))
		return false;

	return met < 0 || (step >= STEP_OUTCOME && c->settled) ||
	    (c->any[step] && !c->around[step] &&
	     p->literal < c->best[step].phrase->literal);
}

/* Whether it stands outside of the innermost answer. */
static bool
is_around(const struct layers *l, const struct found *found)
{
	return found->start < l->inner.at || found->start >= l->inner_end;
}

static void
weigh(const struct tables *t, const struct known *k, const struct layers *l,
    const struct found *found, struct choices *c)
{
	const struct phrase *p = found->phrase;
	bool around = is_around(l, found);
	int met = conditions_met(k, &t->conditions[p->condition],
	    around ? &k->outer : &k->inner, around);
	enum step step = step_of(t, p, met > 0);

	if (met < 0)
		return;
	/* "Sender address rejected: undeliverable address: host mx said: 550
	 * User unknown": what is said inside is said of the sender */
	if (k->layered && found->start < l->inner.at && is_of_sender(t, p) &&
	    (!c->probed || says_more(t, found, &c->probe))) {
		c->probe = *found;
		c->probed = true;
	}
	if (c->any[step] && (around != c->around[step] ? around :
	    !says_more(t, found, &c->best[step])))
		return;
	c->best[step] = *found;
	c->around[step] = around;
	c->any[step] = true;
	if (step <= STEP_CAUSE &&
	    reason_of(t, t->notices[p->notice].reason) != NULL)
		c->settled = true;
}

/* A program shows itself in what it says itself; the name of a service may as
 * well be that of the host which it asked. */
static void
see_emitter(const struct tables *t, unsigned emitter, bool around,
    struct known *k)
{
	bool both = !k->layered ||
	    t->emitters[emitter - 1].kind != MAILERR_EMITTER_KIND_MTA;
	uint32_t bit = (uint32_t)1 << emitter % 32;

	if (both || around)
		k->emitters[1][emitter / 32] |= bit;
	if (both || !around)
		k->emitters[0][emitter / 32] |= bit;
}

/* Frames and wrappers tell whose words these are. */
static void
see_emitters(const struct tables *t, const struct view *v,
    const struct layers *l, struct scan *scan, struct known *k)
{
	const struct phrase *p;
	struct found found;
	unsigned emitter;
	size_t n;

	while (next_hints(scan))
		for (n = 0; n < scan->count; n++) {
			p = &t->phrases[scan->hints[n].number];
			emitter = t->conditions[p->condition].emitter;
			if (p->rank >= MAILERR_RANK_WRAPPER && emitter != 0 &&
			    emitter < 256 && (!shows(k, emitter, false) ||
			     !shows(k, emitter, true)) &&
			    phrase_fits(t, v, &scan->hints[n], &found))
				see_emitter(t, emitter, is_around(l, &found),
				    k);
		}
	rewind_hints(scan);
}

/* "User unknown", said to MAIL: the phrase is void, but not what it says. */
static void
turn_phrase(const struct tables *t, const struct view *v,
    const struct layers *l, const struct hint *hint, const struct known *k,
    struct choices *c)
{
	const struct phrase *p = &t->phrases[hint->number];
	const mailerr_notice *notice = &t->notices[p->notice];
	struct found found;

	if (c->turned == MAILERR_ABOUT_NONE && k->beside &&
	    p->rank <= MAILERR_RANK_GENERIC &&
	    notice->bounce == MAILERR_BOUNCE_HARD &&
	    is_excluded(t, k, notice->about) &&
	    !contradicts(t, k, notice->reason) &&
	    conditions_met(k, &t->conditions[p->condition], &k->inner,
	        false) >= 0 &&
	    phrase_fits(t, v, hint, &found) && !is_around(l, &found))
		c->turned = notice->about;
}

static void
choose_phrases(const struct tables *t, const struct view *v,
    const struct layers *l, struct scan *scan, struct known *k,
    struct choices *c)
{
	const struct phrase *p;
	struct found found;
	size_t n;

	see_emitters(t, v, l, scan, k);
	while (next_hints(scan)) {
		sort_hints(scan);
		for (n = 0; n < scan->count; n++) {
			p = &t->phrases[scan->hints[n].number];
			if (is_void(t, k, p)) {
				turn_phrase(t, v, l, &scan->hints[n], k, c);
				continue;
			}
			if (is_idle(t, k, c, p, false) &&
			    is_idle(t, k, c, p, true))
				continue;
			if (phrase_fits(t, v, &scan->hints[n], &found))
				weigh(t, k, l, &found, c);
		}
	}
}
#endif

/* ---- Deciding ------------------------------------------------------------ */

struct decision {
	const struct found *found; /* the phrase that decided, or NULL */
	const mailerr_entry *entry;
	unsigned reason;
	enum mailerr_decided by;
	enum mailerr_certainty certainty;
	unsigned bounce, retry, suppress, about;
};

static bool
decide(const struct tables *t, struct decision *d, enum mailerr_decided by,
    const mailerr_entry *entry, unsigned number,
    enum mailerr_certainty certainty)
{
	const mailerr_reason *reason = reason_of(t, number);

	if (number == 0 || reason == NULL)
		return false;
	d->found = NULL;
	d->entry = entry == NULL ? &reason->entry : entry;
	d->reason = number;
	d->by = by;
	d->certainty = certainty;
	d->bounce = reason->bounce;
	d->retry = reason->retry;
	d->suppress = reason->suppress;
	d->about = reason->about;
	return true;
}

/* What a status means; reason 0: nothing.  An unknown one means what its
 * subject does (RFC 3463, 2), which is little. */
struct meaning {
	const mailerr_entry *entry;
	unsigned reason, trust;
};

static struct meaning
meaning_of(const struct tables *t, const mailerr_codes *c)
{
	struct meaning m = { NULL, 0, MAILERR_TRUST_WEAK };
	const mailerr_status *status;
	uint32_t n;

	if (c->cls == 0)
		return m;
	status = status_in(t->statuses, t->status_at, t->status_row,
	    c->subject, c->detail);
	for (n = 0; !CODES_ALONE && status == NULL && n < t->mistake_count;
	    n++) {
		const mailerr_mistake *wrong = &t->mistakes[n];

		if (wrong->reply == 0 && wrong->reason != 0 &&
		    wrong->status == STATUS_NUMBER(c->subject, c->detail) &&
		    (wrong->status_class == 0 ||
		     wrong->status_class == c->cls)) {
			m.entry = &wrong->entry;
			m.reason = wrong->reason;
			m.trust = MAILERR_TRUST_NONE;
			return m;
		}
	}
	if (status != NULL)
		m.trust = status->trust;
	else
		status = status_in(t->statuses, t->status_at, t->status_row,
		    c->subject, 0);
	if (status != NULL) {
		m.entry = &status->entry;
		m.reason = status->reason;
	}
	return m;
}

static const mailerr_reply *
reply_known(const struct tables *t, const struct known *k)
{
	return reply_in(t->replies, t->reply_at, k->inner.reply != 0 ?
	    k->inner.reply : k->field.reply);
}

/* Whether an answer somewhere says "not now", whatever the class came to. */
static bool
is_later(const struct known *k)
{
	return k->cls == MAILERR_CLASS_TRANSIENT || k->inner.reply / 100 == 4 ||
	    k->outer.reply / 100 == 4 || k->field.reply / 100 == 4 ||
	    k->inner.cls == 4 || k->outer.cls == 4 || k->field.cls == 4;
}

/* What the code of the reply means in general. */
static bool
by_reply(const struct tables *t, const struct known *k, struct decision *d)
{
	int code = k->inner.reply != 0 ? k->inner.reply : k->field.reply;
	const mailerr_reply *reply = reply_known(t, k);
	const mailerr_reason *reason;
	uint32_t n;

	if (reply != NULL) {
		reason = reason_of(t, reply->reason);
		return (reason == NULL || !is_excluded(t, k, reason->about)) &&
		    decide(t, d, MAILERR_DECIDED_REPLY, &reply->entry,
		    reply->reason, MAILERR_CERTAINTY_GUESS);
	}
	for (n = 0; !CODES_ALONE && code != 0 && n < t->mistake_count; n++)
		if ((int)t->mistakes[n].reply == code)
			return decide(t, d, MAILERR_DECIDED_REPLY,
			    &t->mistakes[n].entry, t->mistakes[n].reason,
			    MAILERR_CERTAINTY_GUESS);
	return false;
}

/* What a refused command speaks of, where a refusal for good is all that is
 * known: "not now" may be about anything, and most codes say more.  It never
 * costs an address: many servers put off to RCPT what they hold against the
 * host or the sender. */
static bool
by_command(const struct tables *t, const struct known *k, struct decision *d)
{
	const mailerr_reply *reply = reply_known(t, k);
	const mailerr_reason *says = reply == NULL ? NULL :
	    reason_of(t, reply->reason);

	if (k->command == 0 || k->cls != MAILERR_CLASS_PERMANENT ||
	    is_later(k) || (says != NULL && reply->reason != t->other &&
	    !is_excluded(t, k, says->about)))
		return false;
	if (!decide(t, d, MAILERR_DECIDED_COMMAND, NULL,
	    t->commands[k->command - 1].reason, MAILERR_CERTAINTY_GUESS))
		return false;
	d->suppress = MAILERR_SUPPRESS_NO;
	return true;
}

/* Whether what a weak status or a vague phrase says is less than the command
 * does, or the code of a login: refused by a rule, no matter which; or the
 * sender and the message, of which nothing was known yet. */
static bool
gives_way(const struct tables *t, const struct known *k, unsigned number,
    unsigned about, struct decision *d)
{
	unsigned of = command_about(t, k);
	const mailerr_reply *reply = reply_known(t, k);

	if (k->command != 0 && number == t->commands[k->command - 1].reason)
		return false;
	if (number != t->policy && (
	    (about != MAILERR_ABOUT_SENDER && about != MAILERR_ABOUT_MESSAGE) ||
	    (of != MAILERR_ABOUT_HOST && of != MAILERR_ABOUT_SESSION)))
		return false;
	if (reply != NULL && reply->code / 10 == 53 &&
	    reply->reason != t->other)
		return by_reply(t, k, d);
	return by_command(t, k, d);
}

static bool
by_status(const struct tables *t, const struct known *k,
    const struct meaning *means, struct decision *d, unsigned trust,
    enum mailerr_certainty certainty)
{
	const mailerr_reason *reason;
	size_t n;

	for (n = 0; n < 3; n++) {
		const struct meaning *m = &means[n];

		if (m->trust != trust || m->reason == 0 ||
		    (trust == MAILERR_TRUST_WEAK && m->reason == t->other))
			continue;
		reason = reason_of(t, m->reason);
		if (reason == NULL || contradicts(t, k, m->reason) ||
		    is_excluded(t, k, reason->about))
			continue;
		if (trust == MAILERR_TRUST_WEAK && gives_way(t, k, m->reason,
		    reason->about, d))
			return true;
		return decide(t, d, MAILERR_DECIDED_STATUS, m->entry,
		    m->reason, certainty);
	}
	return false;
}

/* The special meaning that a code has under what is known: one of the senses
 * from n on.  The values of enum mailerr_class are the digits. */
static bool
by_sense_of(const struct tables *t, const struct known *k, struct decision *d,
    unsigned kind, size_t n, size_t past, int digit, bool around)
{
	for (; n < past; n++) {
		const mailerr_sense *s = &t->senses[n];

		if ((s->emitter == 0 && s->command == 0) ||
		    (s->emitter != 0 && !shows(k, s->emitter, around)) ||
		    (s->command != 0 && s->command != k->command) ||
		    (s->cls != 0 && (int)s->cls != digit) ||
		    is_excluded(t, k, s->about))
			continue;
		if (!decide(t, d, kind == MAILERR_KIND_STATUS ?
		    MAILERR_DECIDED_STATUS : MAILERR_DECIDED_REPLY, &s->entry,
		    s->reason, MAILERR_CERTAINTY_LIKELY))
			continue;
		d->bounce = s->bounce;
		d->retry = s->retry;
		d->suppress = s->suppress;
		d->about = s->about;
		return true;
	}
	return false;
}

static bool
by_sense(const struct tables *t, const struct known *k, struct decision *d,
    unsigned kind)
{
	const mailerr_codes *order[3];
	const mailerr_status *status;
	const mailerr_reply *reply;
	const uint16_t *at = NULL;
	size_t n;

	order[0] = &k->inner;
	order[1] = &k->outer;
	order[2] = &k->field;
	for (n = 0; !CODES_ALONE && n < 3; n++, at = NULL) {
		const mailerr_codes *c = order[n];

		if (n == 1 && k->layered && c->at == k->inner.at)
			continue; /* there is no answer around this one */
		if (kind == MAILERR_KIND_STATUS && c->cls != 0) {
			status = status_in(t->statuses, t->status_at,
			    t->status_row, c->subject, c->detail);
			if (status != NULL)
				at = t->status_senses + (status - t->statuses);
		} else if (kind == MAILERR_KIND_REPLY) {
			reply = reply_in(t->replies, t->reply_at, c->reply);
			if (reply != NULL)
				at = t->reply_senses + (reply - t->replies);
		}
		if (at != NULL && by_sense_of(t, k, d, kind, at[0], at[1],
		    kind == MAILERR_KIND_STATUS ? c->cls : c->reply / 100,
		    n == 1))
			return true;
	}
	return false;
}

/* A sense that says more than that a rule refuses comes before vague words:
 * "501 Syntax error" is about what stands behind EHLO, MAIL, RCPT. */
static bool
by_telling_sense(const struct tables *t, const struct known *k,
    struct decision *d)
{
	struct decision sense;

	if (!by_sense(t, k, &sense, MAILERR_KIND_REPLY) ||
	    sense.reason == t->policy || sense.reason == t->other)
		return false;
	*d = sense;
	return true;
}

/* What is said of an address, in answer to a command that names no recipient,
 * is said of another: the sender's, or the name of the host. */
static bool
by_turned(const struct tables *t, const struct known *k,
    const struct choices *c, const struct meaning *means, struct decision *d)
{
	enum mailerr_certainty certainty = MAILERR_CERTAINTY_LIKELY;
	unsigned about = c->turned, of = command_about(t, k);
	const mailerr_reason *reason;
	size_t n;

	if (CODES_ALONE) /* the command's own default is near enough */
		return false;
	for (n = 0; about == MAILERR_ABOUT_NONE && n < 3; n++) {
		reason = reason_of(t, means[n].reason);
		if (means[n].reason == 0 || reason == NULL ||
		    reason->bounce != MAILERR_BOUNCE_HARD ||
		    contradicts(t, k, means[n].reason) ||
		    !is_excluded(t, k, reason->about))
			continue;
		about = reason->about;
		if (means[n].trust != MAILERR_TRUST_STRONG)
			certainty = MAILERR_CERTAINTY_GUESS;
	}
	if (of == MAILERR_ABOUT_SENDER && about != MAILERR_ABOUT_NONE)
		return decide(t, d, MAILERR_DECIDED_COMMAND, NULL,
		    t->sender_invalid, certainty);
	return of == MAILERR_ABOUT_HOST && about == MAILERR_ABOUT_DOMAIN &&
	    decide(t, d, MAILERR_DECIDED_COMMAND, NULL, t->host_identity,
	        certainty);
}

static bool
by_notice(const struct tables *t, const struct found *found,
    struct decision *d, enum mailerr_certainty certainty)
{
	const mailerr_notice *notice;

	if (CODES_ALONE || found == NULL)
		return false;
	notice = &t->notices[found->phrase->notice];
	if (!decide(t, d, MAILERR_DECIDED_PHRASE, &notice->entry,
	    notice->reason, certainty))
		return false;
	d->found = found;
	d->bounce = notice->bounce;
	d->retry = notice->retry;
	d->suppress = notice->suppress;
	d->about = notice->about;
	return true;
}

static bool
by_phrase(const struct tables *t, const struct choices *c, struct decision *d,
    enum step step)
{
	return by_notice(t, c->any[step] ? &c->best[step] : NULL, d,
	    step == STEP_GENERIC ? MAILERR_CERTAINTY_GUESS :
	    MAILERR_CERTAINTY_LIKELY);
}

/* The same for vague words, which may give way. */
static bool
by_generic(const struct tables *t, const struct known *k,
    const struct choices *c, struct decision *d)
{
	if (!by_phrase(t, c, d, STEP_GENERIC))
		return false;
	gives_way(t, k, d->reason, d->about, d);
	return true;
}

static bool
by_digit(const struct tables *t, const struct known *k, struct decision *d)
{
	unsigned reason = k->cls == MAILERR_CLASS_SUCCESS ? t->delivered :
	    k->cls == MAILERR_CLASS_INTERMEDIATE ? t->in_progress :
	    k->action == MAILERR_DSN_ACTION_DELAYED ? t->delayed :
	    k->cls == MAILERR_CLASS_NONE ? 0u : t->other;

	return decide(t, d, MAILERR_DECIDED_DIGIT, NULL, reason,
	    MAILERR_CERTAINTY_GUESS);
}

/* Whether a code says what the phrase says.  A code that says nothing of its
 * own agrees with all that fails. */
static bool
code_agrees(const struct tables *t, const struct known *k, unsigned reason)
{
	struct meaning m;

	if (!k->beside)
		return false;
	m = meaning_of(t, &k->inner);
	return m.reason == 0 || m.reason == reason || m.reason == t->other ||
	    m.trust == MAILERR_TRUST_WEAK;
}

static void
decide_reason(const struct tables *t, const struct known *k,
    const struct choices *c, struct decision *d)
{
	/* the innermost answer tells the cause, met conditions or not */
	enum step first = c->any[STEP_MET] && (!c->any[STEP_CAUSE] ||
	    c->around[STEP_CAUSE] || !c->around[STEP_MET]) ?
	    STEP_MET : STEP_CAUSE;
	struct meaning means[3];

	if (by_phrase(t, c, d, first) && !(c->probed &&
	    is_of_address(d->about))) {
		if (code_agrees(t, k, d->reason))
			d->certainty = MAILERR_CERTAINTY_SURE;
		return;
	}
	if (by_notice(t, c->probed ? &c->probe : NULL, d,
	    MAILERR_CERTAINTY_LIKELY))
		return;
	means[0] = meaning_of(t, &k->inner);
	means[1] = meaning_of(t, &k->outer);
	means[2] = meaning_of(t, &k->field);
	if (by_sense(t, k, d, MAILERR_KIND_STATUS) ||
	    by_status(t, k, means, d, MAILERR_TRUST_STRONG,
	        MAILERR_CERTAINTY_LIKELY) ||
	    by_status(t, k, means, d, MAILERR_TRUST_NONE,
	        MAILERR_CERTAINTY_LIKELY) ||
	    by_turned(t, k, c, means, d) ||
	    by_phrase(t, c, d, STEP_OUTCOME) ||
	    by_status(t, k, means, d, MAILERR_TRUST_WRAPPER,
	        MAILERR_CERTAINTY_LIKELY) ||
	    by_status(t, k, means, d, MAILERR_TRUST_WEAK,
	        MAILERR_CERTAINTY_GUESS) ||
	    by_telling_sense(t, k, d) || by_generic(t, k, c, d) ||
	    by_sense(t, k, d, MAILERR_KIND_REPLY) ||
	    by_command(t, k, d) || by_reply(t, k, d))
		return;
	by_digit(t, k, d);
}

/* X.1.7, X.1.8 and the like are about the sender, whatever words stand beside
 * them. */
static bool
is_status_of_sender(const struct tables *t, const mailerr_codes *codes)
{
	const mailerr_reason *reason = codes->cls == 0 ? NULL :
	    reason_of(t, meaning_of(t, codes).reason);

	return reason != NULL && reason->about == MAILERR_ABOUT_SENDER;
}

/* Whether the text speaks of the sending side where it was decided: in the line
 * of the phrase up to a few bytes behind it, or else anywhere in the answer. */
static bool
speaks_of_sender(const struct tables *t, const struct view *v,
    const struct layers *l, const struct told *told, const struct found *found)
{
	size_t from = l->inner.at, past = l->inner_end, n;

	if (CODES_ALONE)
		return false; /* no words are looked for */
	if (is_status_of_sender(t, &l->inner))
		return true;
	if (told->senders > SENDERS_MAX)
		return true;
	if (found != NULL) {
		for (from = found->start; from > 0 && v->s[from - 1] != '\n';)
			from--;
		past = found->end + 16;
	}
	for (n = 0; n < told->senders; n++)
		if (told->sender[n] >= from && told->sender[n] < past)
			return true;
	return false;
}

/* Where the command settles of what is spoken, a rule without further words is
 * about that. */
static void
mind_command(const struct tables *t, const struct known *k, struct decision *d)
{
	unsigned of = command_about(t, k);

	if (d->reason == t->policy && d->about == MAILERR_ABOUT_MESSAGE &&
	    (of == MAILERR_ABOUT_SENDER || of == MAILERR_ABOUT_HOST ||
	     of == MAILERR_ABOUT_SESSION))
		d->about = of;
	/* the message is there, so its recipient had been taken: some servers
	 * look for the mailbox only then, others mean a filter by it */
	if (of == MAILERR_ABOUT_MESSAGE && is_of_address(d->about) &&
	    d->bounce == MAILERR_BOUNCE_HARD)
		d->certainty = MAILERR_CERTAINTY_GUESS;
}

/* The worst error is to suppress a good address. */
static void
do_no_harm(const struct known *k, enum mailerr_class cls, bool of_sender,
    struct decision *d)
{
	bool harms = d->suppress == MAILERR_SUPPRESS_YES ||
	    d->suppress == MAILERR_SUPPRESS_CONFIRM;

	if (of_sender) {
		d->suppress = MAILERR_SUPPRESS_NO;
		d->certainty = MAILERR_CERTAINTY_GUESS;
	} else if (harms && !is_of_address(d->about)) {
		d->suppress = MAILERR_SUPPRESS_NO;
	} else if (harms && (cls == MAILERR_CLASS_TRANSIENT || is_later(k) ||
	    d->certainty == MAILERR_CERTAINTY_GUESS)) {
		d->suppress = MAILERR_SUPPRESS_REPEAT;
	}
}

/* ---- The verdict --------------------------------------------------------- */

#ifndef MAILERR_NO_PHRASES
/* The notice is named by the phrase that decided, or by what there is. */
static void
name_notice(const struct tables *t, const struct view *v,
    const struct choices *c, const struct decision *d, mailerr_verdict *verdict)
{
	const mailerr_notice *notice;
	const struct found *found = d->found;
	int step;

	for (step = 0; found == NULL && step < STEPS; step++)
		if (c->any[step])
			found = &c->best[step];
	if (found == NULL)
		return;
	notice = &t->notices[found->phrase->notice];
	verdict->notice = (enum mailerr_notice_id)notice->entry.number;
	verdict->emitter = (enum mailerr_emitter_id)
	    t->conditions[found->phrase->condition].emitter;
	verdict->argument_count = arguments_of(t, v, found, verdict->arguments);
	if (verdict->cls == MAILERR_CLASS_NONE)
		verdict->cls = (enum mailerr_class)notice->cls;
	if (verdict->entry == NULL) {
		verdict->entry = &notice->entry;
		verdict->decided_by = MAILERR_DECIDED_PHRASE;
		verdict->certainty = MAILERR_CERTAINTY_GUESS;
	}
}

/* "try again in 300 seconds": arguments of that name are for programs. */
static uint32_t
retry_after(const mailerr_verdict *verdict)
{
	uint32_t seconds;
	size_t n, k;

	for (n = 0; n < verdict->argument_count; n++) {
		const mailerr_argument *a = &verdict->arguments[n];

		if (!begins(a->name, sizeof "retry", "retry"))
			continue;
		if (a->type == MAILERR_ARGUMENT_DURATION &&
		    is_duration(a->value, a->length, &seconds))
			return seconds;
		if (a->type != MAILERR_ARGUMENT_NUMBER)
			continue;
		for (seconds = 0, k = 0; k < a->length; k++)
			if (seconds < 100000000)
				seconds = seconds * 10 +
				    (uint32_t)(a->value[k] - '0');
		return seconds;
	}
	return 0;
}
#endif

/* The codes of the innermost answer; what it lacks comes from around it, as
 * long as that is of the same class. */
static void
name_codes(const struct known *k, mailerr_verdict *verdict)
{
	const mailerr_codes *order[3];
	int digit = 0;
	size_t n;

	order[0] = &k->inner;
	order[1] = &k->outer;
	order[2] = &k->field;
	for (n = 0; n < 3; n++) {
		const mailerr_codes *c = order[n];

		if (digit == 0)
			digit = c->cls != 0 ? c->cls : c->reply / 100;
		if (verdict->reply == 0 &&
		    (c->reply / 100 == digit || c == &k->inner))
			verdict->reply = c->reply;
		if (verdict->status_class == 0 && c->cls == digit) {
			verdict->status_class = c->cls;
			verdict->status_subject = c->subject;
			verdict->status_detail = c->detail;
		}
	}
}

/* All that follows from what is known and the phrases. */
static void
conclude(const struct tables *t, const struct view *v,
    const struct layers *l, const struct told *told, const struct known *k,
    const struct choices *c, mailerr_verdict *verdict)
{
	struct decision d;

	clear(&d, sizeof d);
	decide_reason(t, k, c, &d);
	mind_command(t, k, &d);
	verdict->cls = k->cls;
	verdict->entry = d.entry;
	verdict->reason = (enum mailerr_reason_id)d.reason;
	verdict->decided_by = d.by;
	verdict->certainty = d.certainty;
	verdict->command = (enum mailerr_command_id)k->command;
	verdict->action = k->action;
	name_codes(k, verdict);
#ifndef MAILERR_NO_PHRASES
	name_notice(t, v, c, &d, verdict);
	verdict->retry_after = retry_after(verdict);
#endif
	if (verdict->cls == MAILERR_CLASS_TRANSIENT) {
		/* it may pass yet, whatever it would mean for good */
		if (d.bounce == MAILERR_BOUNCE_HARD)
			d.bounce = MAILERR_BOUNCE_SOFT;
		if (d.retry == MAILERR_RETRY_NO)
			d.retry = MAILERR_RETRY_LATER;
	}
	do_no_harm(k, verdict->cls, is_of_address(d.about) &&
	    d.suppress != MAILERR_SUPPRESS_ALREADY &&
	    speaks_of_sender(t, v, l, told, d.found), &d);
	if (d.entry != NULL)
		verdict->certainty = d.certainty;
	verdict->bounce = (enum mailerr_bounce)d.bounce;
	verdict->retry = (enum mailerr_retry)d.retry;
	verdict->suppress = (enum mailerr_suppress)d.suppress;
	verdict->about = (enum mailerr_about)d.about;
}

static enum mailerr_reason_id
explain_with(const struct tables *t, const mailerr_context *context,
    const char *text, size_t length, mailerr_verdict *verdict)
{
	struct view v;
	struct layers l;
	struct told told;
	struct known k;
	struct choices c;
#ifndef MAILERR_NO_PHRASES
	struct scan scan;
#endif

	clear(verdict, sizeof *verdict);
	choices_start(&c);
	view_text(&v, text, length);
#ifndef MAILERR_NO_PHRASES
	read_text(&scan, t, &v, &l, &told, true);
	read_known(t, context, &v, &l, &told, &k);
	see_code(t, &k);
	choose_phrases(t, &v, &l, &scan, &k, &c);
#else
	read_text(&v, &l, &told);
	read_known(t, context, &v, &l, &told, &k);
	see_code(t, &k);
#endif
	conclude(t, &v, &l, &told, &k, &c, verdict);
	return verdict->reason;
}

#ifndef MAILERR_NO_PHRASES
/* ---- Phrases alone ------------------------------------------------------- */

/* Whether where answers begin matters to the phrase: a text may begin there, or
 * the whole line. */
static bool
asks_for_layers(const struct tables *t, const struct phrase *p)
{
	unsigned n;

	for (n = 0; n < p->token_count; n++)
		if (t->tokens[p->token + n].kind == MAILERR_ARGUMENT_TEXT)
			return true;
	return t->conditions[p->condition].whole_line != 0;
}

static bool
hint_holds(const struct tables *t, struct view *v, struct layers *l,
    struct scan *scan, const struct hint *hint, struct found *found)
{
	if (!scan->layered &&
	    asks_for_layers(t, &t->phrases[hint->number])) {
		find_layers(v, l);
		scan->layered = true;
	}
	return phrase_fits(t, v, hint, found);
}

static size_t
phrases_with(const struct tables *t, const char *text, size_t length,
    mailerr_hit *hits, size_t max)
{
	struct view v;
	struct layers l;
	struct told told;
	struct scan scan;
	struct found found;
	size_t n, count = 0;

	view_text(&v, text, length);
	read_text(&scan, t, &v, &l, &told, false);
	while (next_hints(&scan))
		for (n = 0; n < scan.count; n++) {
			if (!hint_holds(t, &v, &l, &scan, &scan.hints[n],
			    &found))
				continue;
			if (count < max && hits != NULL)
				hit_of(t, &v, &found, &hits[count]);
			count++;
		}
	return count;
}

/* Phrases are sorted by what they say: once one is found, only its equals
 * need be looked at. */
static bool
best_phrase_with(const struct tables *t, const char *text, size_t length,
    mailerr_hit *hit)
{
	struct view v;
	struct layers l;
	struct told told;
	struct scan scan;
	struct found found, best;
	const struct phrase *p;
	size_t n;

	best.phrase = NULL;
	view_text(&v, text, length);
	read_text(&scan, t, &v, &l, &told, false);
	while (next_hints(&scan)) {
		sort_hints(&scan);
		for (n = 0; n < scan.count; n++) {
			p = &t->phrases[scan.hints[n].number];
			if (best.phrase != NULL && p > best.phrase &&
			    (p->rank != best.phrase->rank ||
			     p->literal != best.phrase->literal))
				break;
			if (hint_holds(t, &v, &l, &scan, &scan.hints[n],
			    &found) && (best.phrase == NULL ||
			     p->rank != best.phrase->rank ||
			     says_more(t, &found, &best)))
				best = found;
		}
	}
	if (best.phrase != NULL && hit != NULL)
		hit_of(t, &v, &best, hit);
	return best.phrase != NULL;
}
#endif
