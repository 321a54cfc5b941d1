/* SPDX-License-Identifier: MIT */
#include "bounce.h"
#include "suites.h"

#define FROM "From: MAILER-DAEMON@example.com\nSubject: Returned mail\n\n"

/* Each row as "recipient=reason ". */
static const struct { const char *message, *want; } samples[] = {
	/* nothing, and no bounce */
	{ "", "=unknown " },
	{ "\n", "=unknown " },
	{ "Subject: User unknown\n\nUser unknown\n", "=unknown " },
	{ "Subject: returned mail?\n\nWhat is a returned mail?\n", "=unknown " },
	{ "From: a@example.org\nSubject: Re: Undelivered mail\n\n"
	  "550 5.1.1 User unknown could not be delivered\n", "=unknown " },
	{ "From: a@example.org\nSubject: Auto: x\nAuto-Submitted: auto-replied\n"
	  "\nUser unknown\n", "a@example.org=auto-reply " },
	/* bounces of few words */
	{ FROM "<a@example.org>: 550 5.1.1 User unknown\n",
	  "a@example.org=user-unknown " },
	{ FROM "554 Too many hops 26\n", "=mail-loop " },
	{ FROM "could not be delivered\n", "=other " },
	{ "\xef\xbb\xbf\r\n\n" FROM "554 Too many hops 26\n", "=mail-loop " },
	{ "X-Failed-Recipients: a@example.org\n\n550 5.1.1 User unknown\n",
	  "a@example.org=user-unknown " },
	/* the returned message explains nothing */
	{ FROM "554 Too many hops 26\n\n----- Original message follows "
	  "-----\nTo: a@example.org\nFrom: b@example.com\n\nUser unknown\n",
	  "a@example.org=mail-loop " },
	/* each its own */
	{ FROM "<a@example.org>:\n550 5.1.1 User unknown\n\n"
	  "<b@example.org>:\n554 5.4.6 Too many hops 26\n",
	  "a@example.org=user-unknown b@example.org=mail-loop " },
	{ FROM "The following addresses failed:\na@example.org\nb@example.org\n"
	  "\n550 5.1.1 <b@example.org>... User unknown\n"
	  "554 5.4.6 <a@example.org>... Too many hops 26\n",
	  "a@example.org=mail-loop b@example.org=user-unknown " },
	/* a vague text weighs no more than what the other server said */
	{ FROM ">>> RCPT To:<a@example.org>\n<<< 550 5.7.1 no\n"
	  "554 5.0.0 Service unavailable\n", "a@example.org=policy " },
	/* one reason for all */
	{ FROM "a@example.org\nb@example.org\n\n550 5.1.1 User unknown\n",
	  "a@example.org=user-unknown b@example.org=user-unknown " },
	/* fields among the words */
	{ FROM "Final-Recipient: rfc822; a@example.org\nAction: failed\n"
	  "Status: 5.1.1\n", "a@example.org=user-unknown " },
	{ "From: x\n\n\0\0", "=unknown " },
};

START_TEST(recipients_get_reasons)
{
	struct message m;
	struct bounce b;
	struct text all = { 0 };

	message_read(&m, slice_of(samples[_i].message));
	bounce_read(&b, &m);
	ck_assert_uint_ge(b.count, 1);
	for (size_t i = 0; i < b.count; i++) {
		text_slice(&all, slice_text(&b.rows[i].recipient));
		text_printf(&all, "=%s ", mailerr_id(&mailerr_reason_find(
		    b.rows[i].verdict.reason)->entry));
	}
	bounce_free(&b);
	message_free(&m);
	ck_assert_text(all, samples[_i].want);
}
END_TEST

/* What no report says is not told as if one did. */
START_TEST(action_is_a_reports)
{
	struct message m;
	struct bounce b;

	message_read(&m, slice_of(FROM "<a@example.org>: User unknown\n"));
	bounce_read(&b, &m);
	ck_assert_int_eq(b.rows[0].verdict.action, MAILERR_DSN_ACTION_NONE);
	ck_assert_int_eq(b.rows[0].verdict.cls, MAILERR_CLASS_PERMANENT);
	bounce_free(&b);
	message_free(&m);
}
END_TEST

Suite *
bounce_suite(void)
{
	Suite *s = suite_create("bounce");
	TCase *tc = tcase_create("bounce");

	tcase_add_loop_test(tc, recipients_get_reasons, 0,
	    sizeof samples / sizeof *samples);
	tcase_add_test(tc, action_is_a_reports);
	suite_add_tcase(s, tc);
	return s;
}
