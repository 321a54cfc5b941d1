/* SPDX-License-Identifier: MIT */
#include "weigh.h"

int
weight_of(const mailerr_verdict *v)
{
	int weight = v->certainty == MAILERR_CERTAINTY_SURE ? 6
	    : v->certainty == MAILERR_CERTAINTY_LIKELY ? 4 : 2;

	if (v->reason == MAILERR_REASON_UNKNOWN)
		return 0;
	/* a yes among the replies to a mail that failed */
	if (v->reason == MAILERR_REASON_OTHER ||
	    v->reason == MAILERR_REASON_DELIVERED ||
	    v->reason == MAILERR_REASON_IN_PROGRESS ||
	    v->reason == MAILERR_REASON_FORWARDED)
		return 1;
	/* a vague text guesses no better than a vague status */
	if (v->decided_by == MAILERR_DECIDED_PHRASE)
		weight += v->certainty >= MAILERR_CERTAINTY_LIKELY ? 2 : 1;
	else if (v->decided_by == MAILERR_DECIDED_STATUS)
		weight += 1;
	/* outcomes: a cause says more */
	if ((v->reason == MAILERR_REASON_EXPIRED ||
	    v->reason == MAILERR_REASON_DELAYED) && weight > 3)
		weight = 3;
	return weight;
}

int
weigh(const mailerr_context *c, struct slice words, mailerr_verdict *v)
{
	if (words.size > STATEMENT_BYTES)
		words.size = STATEMENT_BYTES;
	mailerr_explain_in(c, words.size == 0 ? "" : words.s, words.size, v);
	return weight_of(v);
}
