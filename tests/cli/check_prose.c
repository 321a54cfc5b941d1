/* SPDX-License-Identifier: MIT */
#include "prose.h"
#include "suites.h"

/* Where the returned message begins: at "@@", which is taken out. */
static const char *const parts[] = {
	"words\n",
	"words\n\n@@--- Below this line is a copy of the message.\n\nA: b\n",
	("words\n@@------ This is a copy of the message, including all the "
	"headers. ------\nx\n"),
	"words\n\n@@   ----- Original message follows -----\nx\n",
	"words\n\n@@-----Original Message-----\nFrom: a\n",
	"Your original message told us\nso much.\n",
	"Your message\n\n  To: a\n  Subject: b\n\ndid not reach\n",
	"The original message was received at noon\nfrom here\n",
	"words\n\n@@Received: from a\n\tby b\nFrom: a\nTo: b\n\ntext\n",
	"words\n\n@@From: a\nTo: b\nSubject: c\nDate: d\n\ntext\n",
	"Final-Recipient: rfc822; a\nAction: failed\nStatus: 5.1.1\n",
	"配信できません。\n\n@@-- 元のメッセージ --\nReceived: from a\n",
	"words\n@@> Original message:\n> From: a\n",
};

START_TEST(returned_message_is_parted)
{
	const char *mark = strstr(parts[_i], "@@");
	size_t size = mark == NULL ? strlen(parts[_i])
	    : (size_t)(mark - parts[_i]);
	struct text text = { 0 };
	struct prose_parts p;

	text_add(&text, parts[_i], size);
	if (mark != NULL)
		text_string(&text, mark + 2);
	p = prose_part(slice_text(&text));
	ck_assert_uint_eq(p.words.size, size);
	ck_assert_uint_eq(p.original.size, text.size - size);
	text_free(&text);
}
END_TEST

static const struct { const char *line, *address; } lines[] = {
	{ "<a@example.org>:", "a@example.org" },
	{ "  a@example.org", "a@example.org" },
	{ "'a@example.org' on 3/2/2026", "a@example.org" },
	{ "a@example.org... User unknown", "a@example.org" },
	{ "a@example.org: 550 no", "a@example.org" },
	{ "To: a@example.org", "a@example.org" },
	{ "Recipient address: a@example.org", "a@example.org" },
	{ ">>> RCPT TO:<a@example.org>", "a@example.org" },
	{ "Could not be delivered to: <a@example.org>", "a@example.org" },
	{ "宛先：a@example.jp", "a@example.jp" },
	{ "550 <a@example.org> no", "" },
	{ "ask a@example.org for help", "" },
	{ "a@example.org will help you", "" },
	{ "to whom it concerns", "" },
	{ "", "" },
};

START_TEST(address_lines_are_known)
{
	struct slice address = { "", 0 };

	if (!prose_address_line(slice_of(lines[_i].line), &address))
		address.size = 0;
	ck_assert_slice(address, lines[_i].address);
}
END_TEST

/* The statements, each with "|" behind it. */
static const struct { const char *words, *want; } statements[] = {
	{ "one\ntwo\n\nthree\n", "one two|one|two|three|" },
	{ "<<< 550-a\n<<< 550 b\n", "550-a\n550 b|550-a|550 b|" },
	{ ">>> RCPT\n<<< 550 a\n", ">>> RCPT|550 a|>>> RCPT\n550 a|" },
	{ "メール\n配信\n", "メール配信|メール|配信|" },
	{ "<a@x.org>:\nno\n", "<a@x.org>: no|<a@x.org>:|no|" },
	{ "a@x.org\n  (reason: 550 no)\n",
	  "a@x.org|(reason: 550 no)|a@x.org (reason: 550 no)|" },
	/* set in below an address it is its, whatever it begins with */
	{ "<a@x.org>: said: 550\n    <a@x.org>: no\n<b@x.org>: 550 no\n",
	  "<a@x.org>: said: 550 <a@x.org>: no|<a@x.org>: said: 550|"
	  "<a@x.org>: no|<b@x.org>: 550 no|"
	  "<a@x.org>: said: 550 <a@x.org>: no <b@x.org>: 550 no|" },
	{ "  a@x.org\n    after RCPT TO:<a@x.org>:\n    host mx: 550 no\n",
	  "a@x.org after RCPT TO:<a@x.org>: host mx: 550 no|a@x.org|"
	  "after RCPT TO:<a@x.org>:|host mx: 550 no|" },
	{ "", "" }, { "\n \n", "" },
};

START_TEST(statements_are_made)
{
	struct prose p;
	struct text all = { 0 };

	prose_read(&p, slice_of(statements[_i].words));
	for (size_t i = 0; i < p.count; i++) {
		text_slice(&all, slice_text(&p.statements[i].text));
		text_byte(&all, '|');
		ck_assert_uint_le(p.statements[i].first, p.statements[i].last);
		ck_assert_uint_lt(p.statements[i].last, p.line_count);
	}
	prose_free(&p);
	ck_assert_text(all, statements[_i].want);
}
END_TEST

Suite *
prose_suite(void)
{
	Suite *s = suite_create("prose");
	TCase *tc = tcase_create("prose");

	tcase_add_loop_test(tc, returned_message_is_parted, 0,
	    sizeof parts / sizeof *parts);
	tcase_add_loop_test(tc, address_lines_are_known, 0,
	    sizeof lines / sizeof *lines);
	tcase_add_loop_test(tc, statements_are_made, 0,
	    sizeof statements / sizeof *statements);
	suite_add_tcase(s, tc);
	return s;
}
