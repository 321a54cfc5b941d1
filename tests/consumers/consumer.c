/* SPDX-License-Identifier: MIT */
/* consumer.c - a bounce processor as a stranger would write it: names instead
 * of numbers, a table of its own made from a list, answers in two languages.
 * run.sh knows what it prints. */
#include <stdio.h>
#include <string.h>

#include <mailerr.h>
#include <mailerr.h>

#if MAILERR_VERSION < 1
#error "an old mailerr.h"
#endif

/* A table of one's own. */
static const struct {
	int code;
	const char *name;
} replies[] = {
#define X(symbol, code) { code, #symbol },
	MAILERR_REPLY_LIST(X)
#undef X
};

static const char *
what_to_do(const mailerr_verdict *v)
{
	switch (v->suppress) {
	case MAILERR_SUPPRESS_YES:
		return "remove";
	case MAILERR_SUPPRESS_CONFIRM:
		return "count, remove at the second";
	case MAILERR_SUPPRESS_REPEAT:
		return "count";
	case MAILERR_SUPPRESS_NO:
	case MAILERR_SUPPRESS_ALREADY:
	case MAILERR_SUPPRESS_MAX_:
		break;
	}
	return v->retry == MAILERR_RETRY_LATER ? "send again" : "keep";
}

static void
process(const char *line)
{
	mailerr_verdict v;

	mailerr_explain(line, strlen(line), &v);
	printf("%s: %s\n", mailerr_id(&mailerr_reason_find(v.reason)->entry),
	    what_to_do(&v));
}

int
main(void)
{
	const mailerr_entry *full =
	    &mailerr_reply_find(MAILERR_REPLY_MAILBOX_UNAVAILABLE)->entry;

	process("550 5.1.1 <user@example.com>: User unknown");
	process("450 4.2.2 the mailbox is full");
	process("554 5.4.6 Too many hops 26");
	process("thank you");
	puts(MAILERR_REPLY_STRING_MAILBOX_UNAVAILABLE " "
	    MAILERR_STATUS_STRING_PERMANENT_BAD_MAILBOX " No such mailbox");
	printf("%d %s\n", replies[0].code, replies[0].name);
	printf("%s\n%s\n", mailerr_text(full, MAILERR_FIELD_TITLE, 0, NULL),
	    mailerr_text(full, MAILERR_FIELD_TITLE, 0, "ja_JP.UTF-8"));
	return 0;
}
