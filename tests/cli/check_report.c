/* SPDX-License-Identifier: MIT */
#include "report.h"
#include "suites.h"

/* Recipients as "address,action,status,host,diagnostic" and a line feed. */
static const struct { const char *fields, *want; } samples[] = {
	{ "Reporting-MTA: dns; mx.example.org\n\n"
	  "Final-Recipient: rfc822; a@example.org\nAction: failed\n"
	  "Status: 5.1.1 (no such user)\nRemote-MTA: dns; mx (192.0.2.1)\n"
	  "Diagnostic-Code: smtp; 550-5.1.1 no\n 550 5.1.1 user\n",
	  "a@example.org,failed,5.1.1,mx,smtp; 550-5.1.1 no 550 5.1.1 user\n" },
	/* two recipients, as the book has it */
	{ "Original-Recipient: rfc822;o@x.org\n"
	  "Final-Recipient: rfc822;f@x.org\nAction: failed\n\n"
	  "Original-Recipient: rfc822;p@x.org\n"
	  "Final-Recipient: rfc822;g@x.org\nAction: delayed\n",
	  "f@x.org,failed,,,\ng@x.org,delayed,,,\n" },
	/* no empty line between them */
	{ "Final-Recipient: rfc822; a@x.org\nStatus: 5.1.1\n"
	  "Final-Recipient: rfc822; b@x.org\nStatus: 5.2.2\n",
	  "a@x.org,,5.1.1,,\nb@x.org,,5.2.2,,\n" },
	/* one after each field */
	{ "Final-Recipient: rfc822; a@x.org\n\nAction: Failed\n\n"
	  "Status: 5.1.1\n\nDiagnostic-Code: x\n",
	  "a@x.org,Failed,5.1.1,,x\n" },
	{ "Original-Recipient: rfc822; a@x.org\nAction: failed\n",
	  "a@x.org,failed,,,\n" },
	{ "Final-Recipient: rfc822; a@x.org\nDiagnostic-Code: x\n"
	  "Diagnostic-Code: y\n", "a@x.org,,,,x\ny\n" },
	{ "Final-Recipient: X400; /s=a/\nAction: failed (it is)\n",
	  "/s=a/,failed,,,\n" },
	{ "Reporting-MTA: dns; x\nArrival-Date: today\n", "" },
	{ "", "" }, { "what is this\n", "" },
};

START_TEST(recipients_are_read)
{
	struct report r = { 0 };
	struct text all = { 0 };

	report_read(&r, slice_of(samples[_i].fields));
	for (size_t i = 0; i < r.count; i++) {
		struct report_recipient *to = &r.recipients[i];

		text_printf(&all, "%s,%s,%s,%s,%s\n", text_end(&to->address),
		    text_end(&to->action), text_end(&to->status),
		    text_end(&to->host), text_end(&to->diagnostic));
		ck_assert_uint_eq(report_find(&r, slice_text(&to->address)),
		    i);
	}
	ck_assert_uint_eq(report_find(&r, slice_of("nobody")), r.count);
	report_free(&r);
	ck_assert_text(all, samples[_i].want);
}
END_TEST

Suite *
report_suite(void)
{
	Suite *s = suite_create("report");
	TCase *tc = tcase_create("report");

	tcase_add_loop_test(tc, recipients_are_read, 0,
	    sizeof samples / sizeof *samples);
	suite_add_tcase(s, tc);
	return s;
}
