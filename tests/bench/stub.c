/* SPDX-License-Identifier: MIT */
/* What explain costs beside the library: its place is taken by one answer. */
#include <stddef.h>

#include "mailerr.h"

enum mailerr_reason_id __wrap_mailerr_explain(const char *text, size_t length,
    mailerr_verdict *v);

enum mailerr_reason_id
__wrap_mailerr_explain(const char *text, size_t length, mailerr_verdict *v)
{
	const mailerr_reason *reason = mailerr_reason_find(
	    MAILERR_REASON_USER_UNKNOWN);

	(void)text, (void)length;
	v->reply = 550;
	v->status_class = 5;
	v->status_subject = v->status_detail = 1;
	v->reason = MAILERR_REASON_USER_UNKNOWN;
	v->notice = MAILERR_NOTICE_USER_UNKNOWN;
	v->cls = MAILERR_CLASS_PERMANENT;
	v->decided_by = MAILERR_DECIDED_PHRASE;
	v->command = (enum mailerr_command_id)0;
	v->action = MAILERR_DSN_ACTION_NONE;
	v->bounce = MAILERR_BOUNCE_HARD;
	v->retry = MAILERR_RETRY_NO;
	v->suppress = MAILERR_SUPPRESS_CONFIRM;
	v->about = MAILERR_ABOUT_RECIPIENT;
	v->certainty = MAILERR_CERTAINTY_SURE;
	v->retry_after = 0;
	v->argument_count = 0;
	v->entry = &reason->entry;
	return v->reason;
}
