/* SPDX-License-Identifier: 0BSD */
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
