/* SPDX-License-Identifier: 0BSD */
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
