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
