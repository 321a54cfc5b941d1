/* SPDX-License-Identifier: MIT */
/* prose_part.c - where the words of an error mail end, and the returned
 * message begins */
#include "prose.h"

#include "fields.h"

/* These alone say it: the line begins so, behind dashes and the like. */
static const char *const sure[] = {
	"below this line is a copy of the message",
	"this is a copy of the message, including all the headers",
	"this is a copy of your message, including all the headers",
	"this is a copy of the headers", "unsent message follows",
	"unsent message is", "unsent mail follows", "original message follows",
	"the original message follows", "original message headers follow",
	"message header follows", "message headers follow",
	"message follows", "returned message follows", "returned mail follows",
	"undelivered message follows", "start of returned message",
	"start of forwarded message", "below is a copy of the original",
	"below is the original message", "a copy of the original message below",
	"the header of the original message is following",
	"the following is the original message",
	"included is a copy of the message header",
	"message text follows", "text of your message follows",
	"mail header follows", "---original message---", NULL
};

/* These only where a header stands behind them. */
static const char *const likely[] = {
	"original message", "original mail", "your original message",
	"copy of the original", "copy of original", "a copy of the",
	"a copy of your", "returned message", "returned mail",
	"undelivered message", "undeliverable message", "forwarded message",
	"message header", "mail header", "header of", "headers of",
	"the header of", "the headers of", "content of", "the text of",
	"received headers", "received header", "headers", "original header",
	"rejected message", "message contents", "start of",
	"failed message", "bounced message",
	"元のメ", "元メッセージ", "送信メール", "送信されたメ", "オリジナル",
	"以下のメール", "以下は送信", "エラーとなったメ", "メールヘッダ",
	"原文", NULL
};

static bool
begins_any(struct slice s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (slice_begins(s, *words))
			return true;
	return false;
}

/* Without dashes, stars and bars before it. */
static struct slice
bare(struct slice line)
{
	size_t n = 0;

	while (n < line.size && strchr(" \t-=*_>|#+:.[(<~\r",
	    line.s[n]) != NULL && line.s[n] != '\0')
		n++;
	return slice_from(line, n);
}

/* A line of a mail's header; "> " may stand before it.  Lines that are set
 * in tell of the mail ("Subject: hello was not delivered"). */
static bool
is_mail_header(struct slice line)
{
	static const char *const names[] = { "received:", "from:", "to:",
		"subject:", "date:", "message-id:", "return-path:",
		"mime-version:", "content-type:", "x-", "dkim-signature:",
		"delivered-to:", "reply-to:", "sender:", "cc:", "arc-",
		"authentication-results:", "received-spf:", NULL };

	while (line.size > 0 && (*line.s == '>' || *line.s == '|')) {
		line = slice_from(line, 1);
		if (line.size > 0 && *line.s == ' ')
			line = slice_from(line, 1);
	}
	return begins_any(line, names) || (line.size > 5 &&
	    memcmp(line.s, "From ", 5) == 0 && slice_has(line, ":"));
}

/* Whether the first line with anything in it is a header. */
static bool
header_follows(struct slice rest)
{
	struct slice line;
	int lines = 0;

	while (lines++ < 6 && slice_line(&rest, &line)) {
		struct slice words = slice_trim(bare(line));

		if (words.size > 0)
			return is_mail_header(line);
	}
	return false;
}

/* Whether a whole header begins here: several of its lines, one of them a
 * trace or an id. */
static bool
is_header_block(struct slice rest)
{
	int fields = 0, traces = 0, basics = 0;
	struct slice line;

	while (slice_line(&rest, &line) && line.size > 0) {
		if (is_blank(*line.s) && fields > 0)
			continue;
		if (!fields_is_header(line) ||
		    slice_begins(line, "final-recipient:") ||
		    slice_begins(line, "diagnostic-code:") ||
		    slice_begins(line, "reporting-mta:"))
			break;
		fields++;
		traces += slice_begins(line, "received:") ||
		    slice_begins(line, "message-id:");
		basics += slice_begins(line, "from:") ||
		    slice_begins(line, "to:") || slice_begins(line, "date:") ||
		    slice_begins(line, "subject:");
	}
	return fields >= 3 && (traces > 0 || basics == 4);
}

/* `inside`: the line stands in a block of fields that was looked at already. */
static bool
begins_original(struct slice line, struct slice rest, struct slice from_here,
    bool inside)
{
	struct slice words = bare(line);

	if (words.size == 0)
		return false;
	if (begins_any(words, sure))
		return true;
	if (begins_any(words, likely) && words.size < 200 &&
	    header_follows(rest))
		return true;
	return is_mail_header(line) && !is_blank(*line.s) && !inside &&
	    is_header_block(from_here);
}

struct prose_parts
prose_part(struct slice text)
{
	struct prose_parts parts = { .words = text };
	struct slice rest = text, line;
	bool inside = false;

	for (;;) {
		struct slice here = rest;

		if (!slice_line(&rest, &line))
			break;
		if (begins_original(line, rest, here, inside)) {
			parts.words.size = (size_t)(here.s - text.s);
			parts.original = here;
			break;
		}
		inside = line.size > 0 && (is_mail_header(line) ||
		    (inside && (is_blank(*line.s) ||
		    fields_is_header(line))));
	}
	return parts;
}
