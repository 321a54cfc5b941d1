/* SPDX-License-Identifier: MIT */
/* two.c - two catalogs in one program, the second under a name of its own */
#include "mailerr.h"
#include "site.h"
#include "test.h"

int
main(void)
{
	mailerr_verdict v;
	site_verdict w;

	CHECK(mailerr_explain("554 5.4.6 Too many hops 26", 26, &v) ==
	    MAILERR_REASON_MAIL_LOOP);
	CHECK(site_explain("the mailbox is full for ever", 28, &w) ==
	    SITE_REASON_MAILBOX_FULL);
	CHECK(w.bounce == SITE_BOUNCE_HARD);
	CHECK_TEXT(site_version(), "1.2.3");
	CHECK_TEXT(mailerr_version(), MAILERR_VERSION_STRING);
	return test_end("two");
}
