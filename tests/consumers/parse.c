/* SPDX-License-Identifier: MIT */
/* parse.c - what is a code in a line, and what only looks like one */
#include "mailerr.h"
#include "test.h"

static const struct {
	const char *line;
	int reply;
	const char *status;
	const char *text; /* what follows */
} rows[] = {
	/* replies */
	{ "550 no", 550, "", "no" },
	{ "550", 550, "", "" }, { "550 ", 550, "", "" },
	{ "550\r\n", 550, "", "\n" }, { "  550 no", 550, "", "no" },
	{ "550 5.1.1 no", 550, "5.1.1", "no" },
	{ "550-5.1.1 no\r\n550 5.1.1 yes", 550, "5.1.1",
	    "no\r\n550 5.1.1 yes" },
	{ "550-no", 550, "", "no" }, { "550: no", 550, "", "no" },
	{ "550: : User unknown", 550, "", "User unknown" },
	{ "550 #5.1.0 no", 550, "5.1.0", "no" },
	{ "550 (5.7.1) no", 550, "5.7.1", "no" },
	{ "550 (#5.1.1) no", 550, "5.1.1", "no" },
	{ "#550 5.1.1 no", 550, "5.1.1", "no" },
	{ "450 450 4.2.2 no", 450, "4.2.2", "no" },
	{ "550 5.7.1 550 no", 550, "5.7.1", "550 no" },
	{ "220 mx.example.org ESMTP", 220, "", "mx.example.org ESMTP" },
	{ "571 no", 571, "", "no" },
	/* statuses alone */
	{ "5.1.1 no", 0, "5.1.1", "no" }, { "5.1.1", 0, "5.1.1", "" },
	{ "2.0.0 OK", 0, "2.0.0", "OK" },
	{ "5.1.351 no", 0, "5.1.351", "no" },
	{ "5.7.1.", 0, "5.7.1", "." },
	{ "5.7.1-no", 0, "5.7.1", "no" },
	/* what may stand before */
	{ "smtp; 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "smtp;550 no", 550, "", "no" }, { "SMTP ; 550 no", 550, "", "no" },
	{ "x-unix; 550 no", 550, "", "no" },
	{ "Diagnostic-Code: smtp; 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "Status: 5.1.1 (no)", 0, "5.1.1", "(no)" },
	{ ": 550 no", 550, "", "no" }, { "<<< 550 no", 550, "", "no" },
	{ "[550 no]", 550, "", "no]" }, { "'550 no'", 550, "", "no'" },
	{ "ERROR: 550 no", 550, "", "no" },
	{ "- 550 no", 550, "", "no" },
	/* told by another server */
	{ "host mx said: 450 4.2.2 full", 450, "4.2.2", "full" },
	{ "host mx.example.org[192.0.2.1] said: 550-5.1.1 no", 550, "5.1.1",
	    "no" },
	{ "Remote host said: 550 no", 550, "", "no" },
	{ "mx.example.org [192.0.2.1] did not like our RCPT TO:550 5.1.1 no",
	    550, "5.1.1", "no" },
	{ "SMTP error from remote mail server after RCPT TO:<a@example.com>: "
	    "host mx.example.org [192.0.2.1]: 550 no", 550, "", "no" },
	{ "SMTP error from remote mail server after MAIL FROM:<> SIZE=1024: "
	    "554 5.7.1 no", 554, "5.7.1", "no" },
	{ "responded with failure: 552 full", 552, "", "full" },
	{ "The error that the other server returned was: 550 550 5.2.2 full",
	    550, "5.2.2", "full" },
	{ "Remote Server returned '550 5.1.10 not found'", 550, "5.1.10",
	    "not found'" },
	{ "It responded as follows: [550 5.1.1 User unknown]", 550, "5.1.1",
	    "User unknown]" },
	{ "deferred <421 4.7.0 later>", 421, "4.7.0", "later>" },
	{ "no luck -> 550 : User unknown", 550, "", "User unknown" },
	{ "address, ERROR_CODE :550, ERROR_CODE :5.2.1 no", 550, "",
	    ", ERROR_CODE :5.2.1 no" },
	{ "SMTP error 550 from it", 550, "", "from it" },
	/* a status at the end, as qmail has it */
	{ "no such user (#5.1.1)", 0, "5.1.1", "no such user (#5.1.1)" },
	{ "no such user (#5.1.1 - chk)", 0, "5.1.1",
	    "no such user (#5.1.1 - chk)" },
	{ "later, please [#4.1.9].", 0, "4.1.9", "later, please [#4.1.9]." },
	{ "to=<a@example.com>, dsn=5.1.1, stat=User unknown", 0, "5.1.1",
	    "to=<a@example.com>, dsn=5.1.1, stat=User unknown" },
	{ "#5.1.1", 0, "5.1.1", "" }, { "(#5.1.1)", 0, "5.1.1", "" },
	/* sizes, amounts, ports, times */
	{ "552 bytes", 0, "", "552 bytes" },
	{ "450 KB is too much", 0, "", "450 KB is too much" },
	{ "the limit is 500 messages", 0, "", "the limit is 500 messages" },
	{ "rejected: limit: 500 messages per hour", 0, "",
	    "rejected: limit: 500 messages per hour" },
	{ "error: 450 seconds later", 0, "", "error: 450 seconds later" },
	{ "connect to mx.example.org[192.0.2.1]:443: refused", 0, "",
	    "connect to mx.example.org[192.0.2.1]:443: refused" },
	{ "at 12:34:56.550 it said no", 0, "", "at 12:34:56.550 it said no" },
	{ "0x550 x550 550x", 0, "", "0x550 x550 550x" },
	/* dates */
	{ "2024-02-19T09:30:25.255Z", 0, "", "2024-02-19T09:30:25.255Z" },
	{ "Thu, 29 Apr 2010 23:34:45 +0500", 0, "",
	    "Thu, 29 Apr 2010 23:34:45 +0500" },
	/* addresses, versions, numbers */
	{ "192.0.2.1 no", 0, "", "192.0.2.1 no" },
	{ "5.1.1.9 no", 0, "", "5.1.1.9 no" },
	{ "version 8.12.3", 0, "", "version 8.12.3" },
	{ "sendmail v5.1.1", 0, "", "sendmail v5.1.1" },
	{ "2.1 no", 0, "", "2.1 no" }, { "3.1.1 no", 0, "", "3.1.1 no" },
	{ "6.1.1 no", 0, "", "6.1.1 no" },
	{ "5.1.1000 no", 0, "", "5.1.1000 no" },
	{ "5.1111.1 no", 0, "", "5.1111.1 no" },
	{ "5.1.1a no", 0, "", "5.1.1a no" }, { "5..1 no", 0, "", "5..1 no" },
	{ "550.1 no", 0, "", "550.1 no" }, { "5500 no", 0, "", "5500 no" },
	{ "150 no", 0, "", "150 no" }, { "650 no", 0, "", "650 no" },
	{ "55 no", 0, "", "55 no" }, { "", 0, "", "" },
	{ "+550 no", 0, "", "+550 no" },
	{ "\xef\xbc\x95\xef\xbc\x95\xef\xbc\x90 no", 0, "",
	    "\xef\xbc\x95\xef\xbc\x95\xef\xbc\x90 no" },
	/* ids and addresses of the web */
	{ "see https://example.com/550/5.1.1?code=550", 0, "",
	    "see https://example.com/550/5.1.1?code=550" },
	{ "id 7d39-550-99 [550]", 0, "", "id 7d39-550-99 [550]" },
	{ "user550@example.com 550@example.com", 0, "",
	    "user550@example.com 550@example.com" },
	{ "mx550.example.org is away", 0, "", "mx550.example.org is away" },
	/* as programs, logs and reports have them */
	{ "no mailbox here by that name #5.1.1", 0, "5.1.1",
	    "no mailbox here by that name #5.1.1" },
	{ "#5.1.1 no mailbox", 0, "5.1.1", "no mailbox" },
	{ "Sorry, no mailbox here by that name. (#5.1.1)", 0, "5.1.1",
	    "Sorry, no mailbox here by that name. (#5.1.1)" },
	{ "sorry, you are not allowed (#5.7.1 - chkuser)", 0, "5.7.1",
	    "sorry, you are not allowed (#5.7.1 - chkuser)" },
	{ "smtp; 550 no", 550, "", "no" },
	{ "smtp;550 5.1.1 no", 550, "5.1.1", "no" },
	{ "smtp; 550-5.1.1 one 550 5.1.1 two", 550, "5.1.1",
	    "one 550 5.1.1 two" },
	{ "host mx.example.org[192.0.2.1] said: 550 5.1.1 no (in reply to"
	    " RCPT TO command)", 550, "5.1.1",
	    "no (in reply to RCPT TO command)" },
	{ "550-5.7.1 one\r\n550-5.7.1 two\r\n550 5.7.1 three", 550, "5.7.1",
	    "one\r\n550-5.7.1 two\r\n550 5.7.1 three" },
	{ "5.7.1 (delivery attempts: 0)", 0, "5.7.1", "(delivery attempts: 0)" },
	{ "5.1.0 - Unknown address error 550-'5.7.1 not allowed' (delivery"
	    " attempts: 0)", 0, "5.1.0",
	    "Unknown address error 550-'5.7.1 not allowed' (delivery"
	    " attempts: 0)" },
	{ "[554] 5.7.1 no", 554, "5.7.1", "no" },
	{ "[554 5.7.1] no", 554, "5.7.1", "no" },
	{ "SMTP error from remote server after RCPT TO: 550 no", 550, "", "no" },
	{ "SMTP error from remote mail server after RCPT TO:<a@example.com>:"
	    " 550 no", 550, "", "no" },
	{ "host mx.example.org [192.0.2.1]: 550 no", 550, "", "no" },
	{ "reply: 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "reply: 550 no", 550, "", "no" },
	{ "SMTP reply: 550", 550, "", "" },
	{ "dsn=5.1.1, stat=User unknown", 0, "5.1.1",
	    "dsn=5.1.1, stat=User unknown" },
	{ "to=<a@example.com>, delay=00:00:01, mailer=esmtp, pri=120345,"
	    " relay=mx.example.org. [192.0.2.1], dsn=5.1.1, reply=550 5.1.1"
	    " no, stat=User unknown", 550, "5.1.1", "no, stat=User unknown" },
	{ "to=<a@example.com>, relay=mx.example.org[192.0.2.1]:25,"
	    " delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.1.1, status=bounced"
	    " (host mx.example.org[192.0.2.1] said: 550 5.1.1 no (in reply"
	    " to RCPT TO command))", 550, "5.1.1",
	    "no (in reply to RCPT TO command))" },
	{ "to=<a@example.com>, relay=none, delay=30, delays=0.1/0/30/0,"
	    " dsn=4.4.1, status=deferred (connect to"
	    " mx.example.org[192.0.2.1]:25: Connection timed out)", 0, "4.4.1",
	    "to=<a@example.com>, relay=none, delay=30,"
	    " delays=0.1/0/30/0, dsn=4.4.1, status=deferred (connect to"
	    " mx.example.org[192.0.2.1]:25: Connection timed out)" },
	{ "<<< 550 5.1.1 no", 550, "5.1.1", "no" },
	{ ">>> RCPT To:<a@example.com>\n<<< 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "... while talking to mx.example.org.:\n>>> RCPT"
	    " To:<a@example.com>\n<<< 550 5.1.1 <a@example.com>... User"
	    " unknown\n550 5.1.1 <a@example.com>... User unknown", 550, "5.1.1",
	    "<a@example.com>... User unknown\n550 5.1.1"
	    " <a@example.com>... User unknown" },
	{ "Remote Server returned '550 5.1.10"
	    " RESOLVER.ADR.RecipientNotFound; not found'", 550, "5.1.10",
	    "RESOLVER.ADR.RecipientNotFound; not found'" },
	{ "Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not"
	    " found'", 550, "5.1.1", "RESOLVER.ADR.RecipNotFound; not found'" },
	{ "mx.example.org gave this error:\n550 5.7.1 no", 550, "5.7.1", "no" },
	{ "mx.example.org #550 5.7.1 no ##", 550, "5.7.1", "no ##" },
	{ "mx.example.org #<mx.example.org #5.1.1 smtp; 550 5.1.1 no> #SMTP#",
	    550, "5.1.1", "no> #SMTP#" },
	{ "#5.1.1 X-Postfix; unknown user", 0, "5.1.1",
	    "X-Postfix; unknown user" },
	{ "Diagnostic-Code: x-unix; 5.1.1 no", 0, "5.1.1", "no" },
	{ "Diagnostic-Code: X-Unix; 550 no", 550, "", "no" },
	{ "Diagnostic-Code: smtp;550-5.1.1 one\n 550 5.1.1 two", 550, "5.1.1",
	    "one\n 550 5.1.1 two" },
	{ "Diagnostic-Code: smtp; 5.1.1 (550 5.1.1 no)", 0, "5.1.1",
	    "(550 5.1.1 no)" },
	{ "Status: 5.1.1", 0, "5.1.1", "" },
	{ "Status: 5.1.1 (bad destination mailbox address)", 0, "5.1.1",
	    "(bad destination mailbox address)" },
	{ "Status: 4.4.7 (delivery time expired)", 0, "4.4.7",
	    "(delivery time expired)" },
	{ "The response from the remote server was:\n550 5.2.1 no", 550,
	    "5.2.1", "no" },
	{ "The error that the other server returned was:\n550-5.1.1 one\n550"
	    " 5.1.1 two", 550, "5.1.1", "one\n550 5.1.1 two" },
	{ "192.0.2.1 does not like recipient.\nRemote host said: 554 5.7.1"
	    " no\nGiving up on 192.0.2.1.", 554, "5.7.1",
	    "no\nGiving up on 192.0.2.1." },
	{ "192.0.2.1 failed after I sent the message.\nRemote host said: 550"
	    " no", 550, "", "no" },
	{ "Connected to 192.0.2.1 but greeting failed.\nRemote host said:"
	    " 421 4.7.0 later", 421, "4.7.0", "later" },
	{ "The following message to <a@example.com> was undeliverable.\nThe"
	    " reason for the problem:\n5.1.0 - Unknown address error"
	    " 550-'5.7.1 no'", 550, "5.7.1", "no'" },
	{ "Unknown address error 550-'5.1.1 <a@example.com>: no'", 550, "5.1.1",
	    "<a@example.com>: no'" },
	{ "Error: 550 5.4.1 no", 550, "5.4.1", "no" },
	{ "SMTP Error (550): no", 550, "", "no" },
	{ "(550, '5.1.1 no')", 550, "5.1.1", "no')" },
	{ "SMTPRecipientsRefused: {'a@example.com': (550, b'5.1.1 no')}", 550,
	    "5.1.1", "no')}" },
	{ "smtplib.SMTPDataError: (550, b'no')", 550, "", "no')" },
	{ "Message failed: 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "Server returned: 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "Server responded 550 5.7.1 no", 550, "5.7.1", "no" },
	{ "responseCode: 550, response: '550 5.1.1 no'", 550, "",
	    ", response: '550 5.1.1 no'" },
	{ "\"550 5.1.1 no\"", 550, "5.1.1", "no\"" },
	{ "code=550 status=5.1.1", 550, "", "status=5.1.1" },
	{ "smtp_code=550, dsn=5.1.1", 550, "", ", dsn=5.1.1" },
	{ "550/5.1.1 no", 550, "5.1.1", "no" },
	{ "550_5.1.1 no", 550, "5.1.1", "no" },
	{ "550,5.1.1 no", 550, "5.1.1", "no" },
	{ "550 - 5.1.1 no", 550, "5.1.1", "no" },
	{ "550 <5.1.1> no", 550, "5.1.1", "no" },
	{ "550 [5.1.1] no", 550, "5.1.1", "no" },
	{ "550 5.1.1: no", 550, "5.1.1", "no" },
	{ "550 5.1.1, no", 550, "5.1.1", ", no" },
	{ "550 \"5.1.1 no\"", 550, "5.1.1", "no\"" },
	{ "Mail server for \"example.com\" said: 550 5.1.1 no", 550, "5.1.1",
	    "no" },
	{ "452-4.2.2 one 452 4.2.2 two", 452, "4.2.2", "one 452 4.2.2 two" },
	{ "421 mx.example.org closing", 421, "", "mx.example.org closing" },
	{ "421-4.7.0 [192.0.2.1      15] later", 421, "4.7.0",
	    "[192.0.2.1      15] later" },
	{ "552 5.2.2 Over quota (555 of 500 MB)", 552, "5.2.2",
	    "Over quota (555 of 500 MB)" },
	{ "550 5.4.316 Message expired", 550, "5.4.316", "Message expired" },
	{ "451 4.4.0 Temporary server error. SMTP; 451", 451, "4.4.0",
	    "Temporary server error. SMTP; 451" },
	{ "550 5.0.350 Remote server returned an error -> 550 Message"
	    " rejected", 550, "5.0.350",
	    "Remote server returned an error -> 550 Message rejected" },
	{ "Remote server returned '550 5.0.350 Remote server returned an"
	    " error -> 550 no'", 550, "5.0.350",
	    "Remote server returned an error -> 550 no'" },
	{ "X-Failed: a@example.com: 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "530 5.7.57 SMTP; no", 530, "5.7.57", "SMTP; no" },
	{ "535-5.7.8 one\n535 5.7.8 two", 535, "5.7.8", "one\n535 5.7.8 two" },
	{ "SMTP server response: 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "SMTP protocol returned a permanent error 550 no", 550, "", "no" },
	{ "permanent failure: [550] 5.1.1 no", 550, "5.1.1", "no" },
	{ "delivery failed; will not continue trying\nmx.example.org: 550"
	    " 5.1.1 no", 550, "5.1.1", "no" },
	{ "The mail system\n\n<a@example.com>: host"
	    " mx.example.org[2001:db8::25] said: 550 5.1.1 no", 550, "5.1.1",
	    "no" },
	{ "<a@example.com>... Deferred: 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "generated response: 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "Recipient address: a@example.com\nReason: Remote SMTP server has"
	    " rejected address\nDiagnostic code: smtp;550 5.1.1 no\nRemote"
	    " system: dns;mx.example.org (TCP|192.0.2.1|40550|192.0.2.2|25)",
	    550, "5.1.1",
	    "no\nRemote system: dns;mx.example.org"
	    " (TCP|192.0.2.1|40550|192.0.2.2|25)" },
	{ "-> 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "=> 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "S: 550 no", 550, "", "no" },
	{ "S: 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "R=dnslookup T=remote_smtp: SMTP error from remote mail server"
	    " after RCPT TO:<a@example.com>: 550 5.1.1 no", 550, "5.1.1", "no" },
	{ "2024-05-01 10:00:00 1abcDE-000550-AB ** a@example.com R=dnslookup"
	    " T=remote_smtp H=mx.example.org [192.0.2.1]: SMTP error from"
	    " remote mail server after RCPT TO:<a@example.com>: 550 5.1.1 no",
	    550, "5.1.1", "no" },
	{ "May  5 10:00:00 mx1 postfix/smtp[5501]: 4F55012345:"
	    " to=<a@example.com>, relay=mx.example.org[192.0.2.1]:25,"
	    " delay=550, delays=550/0/0/0, dsn=5.1.1, status=bounced (host"
	    " mx.example.org[192.0.2.1] said: 550 5.1.1 no (in reply to RCPT"
	    " TO command))", 550, "5.1.1", "no (in reply to RCPT TO command))" },
	{ "NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 450 4.7.1 Client"
	    " host rejected", 450, "4.7.1", "Client host rejected" },
	{ "250 2.0.0 OK 1550000000 a550si5501550abc.550 - gsmtp", 250, "2.0.0",
	    "OK 1550000000 a550si5501550abc.550 - gsmtp" },
	{ "status=sent (250 2.1.5 OK)", 250, "2.1.5", "OK)" },
	{ "status=sent (250 2.0.0 Ok: queued as 550A550B)", 250, "2.0.0",
	    "Ok: queued as 550A550B)" },
	/* digits of all other kinds */
	{ "Date: Tue, 5 May 2025 10:55:50 +0550", 0, "",
	    "Date: Tue, 5 May 2025 10:55:50 +0550" },
	{ "2025-05-05T10:55:50.550Z it failed", 0, "",
	    "2025-05-05T10:55:50.550Z it failed" },
	{ "10:05:50 it failed", 0, "", "10:05:50 it failed" },
	{ "delivery at 5.5.2025 failed", 0, "", "delivery at 5.5.2025 failed" },
	{ "5.10.2025 no mail", 0, "", "5.10.2025 no mail" },
	{ "05.05.2025 no mail", 0, "", "05.05.2025 no mail" },
	{ "5/5/2025 no mail", 0, "", "5/5/2025 no mail" },
	{ "May 5 550 it failed", 0, "", "May 5 550 it failed" },
	{ "size=550 nrcpt=1", 0, "", "size=550 nrcpt=1" },
	{ "size=5500000, limit=550000", 0, "", "size=5500000, limit=550000" },
	{ "message size 552 KB", 0, "", "message size 552 KB" },
	{ "552 kB too big", 0, "", "552 kB too big" },
	{ "the limit is 550MB", 0, "", "the limit is 550MB" },
	{ "quota 450/500 MB used", 0, "", "quota 450/500 MB used" },
	{ "using 550 of 500 messages", 0, "", "using 550 of 500 messages" },
	{ "mailbox holds 550 messages", 0, "", "mailbox holds 550 messages" },
	{ "error: 550 users exist", 0, "", "error: 550 users exist" },
	{ "550 bytes", 0, "", "550 bytes" },
	{ "error: 500 lines", 0, "", "error: 500 lines" },
	{ "status: 450 recipients", 0, "", "status: 450 recipients" },
	{ "connect to mx.example.org[192.0.2.1]:550: no", 0, "",
	    "connect to mx.example.org[192.0.2.1]:550: no" },
	{ "connect to mx.example.org:550: no", 0, "",
	    "connect to mx.example.org:550: no" },
	{ "port 550 is closed", 0, "", "port 550 is closed" },
	{ "error: port 550 is closed", 0, "", "error: port 550 is closed" },
	{ "TCP|192.0.2.1|40550", 0, "", "TCP|192.0.2.1|40550" },
	{ "client=[192.0.2.1]:45550", 0, "", "client=[192.0.2.1]:45550" },
	{ "192.0.2.550", 0, "", "192.0.2.550" },
	{ "5.1.1.25 said no", 0, "", "5.1.1.25 said no" },
	{ "said: 5.1.1.25 no", 0, "", "said: 5.1.1.25 no" },
	{ "relay=5.1.1.2[5.1.1.2]:25", 0, "", "relay=5.1.1.2[5.1.1.2]:25" },
	{ "from 5.1.2.3 and 4.2.2.2", 0, "", "from 5.1.2.3 and 4.2.2.2" },
	{ "host [5.2.2.1]", 0, "", "host [5.2.2.1]" },
	{ "2001:db8::550 no", 0, "", "2001:db8::550 no" },
	{ "2001:db8:0:550::1 no", 0, "", "2001:db8:0:550::1 no" },
	{ "[2001:db8::550]:25 no", 0, "", "[2001:db8::550]:25 no" },
	{ "[IPv6:2001:db8:550:5::1] no", 0, "", "[IPv6:2001:db8:550:5::1] no" },
	{ "Message-ID: <550.511.5.1.1@example.com>", 0, "",
	    "Message-ID: <550.511.5.1.1@example.com>" },
	{ "Message-ID: <5.1.1.20250505@example.com>", 0, "",
	    "Message-ID: <5.1.1.20250505@example.com>" },
	{ "<20250505105550.550A@example.com>", 0, "",
	    "<20250505105550.550A@example.com>" },
	{ "id 550A550B; queued as 550550", 0, "",
	    "id 550A550B; queued as 550550" },
	{ "queued as 5.1.1@mx.example.org", 0, "",
	    "queued as 5.1.1@mx.example.org" },
	{ "id=1abcDE-000550-AB", 0, "", "id=1abcDE-000550-AB" },
	{ "call +1 555 550 5100", 0, "", "call +1 555 550 5100" },
	{ "call +44 550 511 550", 0, "", "call +44 550 511 550" },
	{ "phone: 555-550-5511", 0, "", "phone: 555-550-5511" },
	{ "tel. (555) 550-5511", 0, "", "tel. (555) 550-5511" },
	{ "Tel: 550-5511", 0, "", "Tel: 550-5511" },
	{ "call 800-555-5500", 0, "", "call 800-555-5500" },
	{ "https://example.com/550", 0, "", "https://example.com/550" },
	{ "https://example.com/?code=550&status=5.1.1", 0, "",
	    "https://example.com/?code=550&status=5.1.1" },
	{ "see http://example.com/error:550 5", 0, "",
	    "see http://example.com/error:550 5" },
	{ "www.example.com/err/5.7.1", 0, "", "www.example.com/err/5.7.1" },
	{ "example.com/550/5.1.1", 0, "", "example.com/550/5.1.1" },
	{ "see HTTPS://EXAMPLE.COM/X=(5.1.1)", 0, "",
	    "see HTTPS://EXAMPLE.COM/X=(5.1.1)" },
	{ "version 5.1.1", 0, "", "version 5.1.1" },
	{ "Version: 5.1.1", 0, "", "Version: 5.1.1" },
	{ "X-Mailer: Foo 5.5.1", 0, "", "X-Mailer: Foo 5.5.1" },
	{ "Exim 4.96.2", 0, "", "Exim 4.96.2" },
	{ "Postfix 2.11.3", 0, "", "Postfix 2.11.3" },
	{ "Microsoft ESMTP 5.0.2195", 0, "", "Microsoft ESMTP 5.0.2195" },
	{ "sendmail 8.550.1", 0, "", "sendmail 8.550.1" },
	{ "PHP/5.5.1", 0, "", "PHP/5.5.1" },
	{ "Foo/5.1.1 (Linux 5.10.1)", 0, "", "Foo/5.1.1 (Linux 5.10.1)" },
	{ "kernel (5.10.1)", 0, "", "kernel (5.10.1)" },
	{ "Thunderbird v4.5.1", 0, "", "Thunderbird v4.5.1" },
	{ "550% more", 0, "", "550% more" },
	{ "error: 550% of quota", 0, "", "error: 550% of quota" },
	{ "$550 due", 0, "", "$550 due" },
	{ "USD 550.00", 0, "", "USD 550.00" },
	{ "EUR 550 due", 0, "", "EUR 550 due" },
	{ "550,000 mails", 0, "", "550,000 mails" },
	{ "550 users", 0, "", "550 users" },
	{ "a total of 550 users", 0, "", "a total of 550 users" },
	{ "D-55011 Bonn", 0, "", "D-55011 Bonn" },
	{ "ZIP 55011", 0, "", "ZIP 55011" },
	{ "Bonn 550", 0, "", "Bonn 550" },
	{ "Box 550, Example City", 0, "", "Box 550, Example City" },
	{ "RFC 5321, RFC 550", 0, "", "RFC 5321, RFC 550" },
	{ "section 5.1.1", 0, "", "section 5.1.1" },
	{ "see section 4.5.1 of the manual", 0, "",
	    "see section 4.5.1 of the manual" },
	{ "Section: 4.5.1", 0, "", "Section: 4.5.1" },
	{ "see 4.2.2 of RFC 5321", 0, "", "see 4.2.2 of RFC 5321" },
	{ "RFC 5321 (4.2.2)", 0, "", "RFC 5321 (4.2.2)" },
	{ "rfc5321#4.2.2", 0, "", "rfc5321#4.2.2" },
	{ "ISO 8859-1 550", 0, "", "ISO 8859-1 550" },
	{ "room 550", 0, "", "room 550" },
	{ "bug #550", 0, "", "bug #550" },
	{ "ticket #550 was opened", 0, "", "ticket #550 was opened" },
	{ "case 550-511", 0, "", "case 550-511" },
	{ "order: 550", 0, "", "order: 550" },
	{ "No. 550", 0, "", "No. 550" },
	{ "item [550]", 0, "", "item [550]" },
	{ "x=550", 0, "", "x=550" },
	{ "X-Spam-Score: 5.5.1x", 0, "", "X-Spam-Score: 5.5.1x" },
	{ "score 5.1 of 5", 0, "", "score 5.1 of 5" },
	{ "score=5.0 required=4.5", 0, "", "score=5.0 required=4.5" },
	{ "a550 550b 5.1.1c x5.1.1", 0, "", "a550 550b 5.1.1c x5.1.1" },
	{ "55 0 5 1 1", 0, "", "55 0 5 1 1" },
	{ "5 1 1", 0, "", "5 1 1" },
	{ "5. 1. 1", 0, "", "5. 1. 1" },
	{ "5.1", 0, "", "5.1" },
	{ "5.1.1.1.1 no", 0, "", "5.1.1.1.1 no" },
	{ "1.5.1.1 no", 0, "", "1.5.1.1 no" },
	{ "chapter 5.1.1 of the manual", 0, "", "chapter 5.1.1 of the manual" },
	{ "550th message", 0, "", "550th message" },
	{ "the 550s", 0, "", "the 550s" },
	{ "between 500 and 600 words", 0, "", "between 500 and 600 words" },
	{ "from 450 to 500", 0, "", "from 450 to 500" },
	{ "uid=550(mail) gid=550", 0, "", "uid=550(mail) gid=550" },
	{ "pid 550", 0, "", "pid 550" },
	{ "smtpd[550]: no", 0, "", "smtpd[550]: no" },
	{ "line 550: no", 0, "", "line 550: no" },
	{ "main.c:550: no", 0, "", "main.c:550: no" },
	{ "at offset 550: no", 0, "", "at offset 550: no" },
	{ "HTTP 500", 0, "", "HTTP 500" },
	{ "HTTP/1.1 503 Service Unavailable", 0, "",
	    "HTTP/1.1 503 Service Unavailable" },
	{ "HTTP error: 404", 0, "", "HTTP error: 404" },
};

/* Of two answers the inner one counts, and what it lacks is filled in. */
static const struct {
	const char *line;
	int reply;
	const char *status;
} told[] = {
	{ "5.1.0 - Unknown address error 550-'5.7.1 not allowed' (delivery"
	    " attempts: 0)", 550, "5.7.1" },
	{ "Diagnostic-Code: smtp; 5.1.1 (550 5.1.1 no)", 550, "5.1.1" },
	{ "responseCode: 550, response: '550 5.1.1 no'", 550, "5.1.1" },
	{ "code=550 status=5.1.1", 550, "5.1.1" },
	{ "smtp_code=550, dsn=5.1.1", 550, "5.1.1" },
	{ "5.0.0 host mx.example.org said: 550 no", 550, "5.0.0" },
	{ "4.0.0 host mx.example.org said: 550 no", 550, "" },
	{ "550 5.4.316 expired (<421 4.7.0 later>)", 421, "4.7.0" },
	{ "550 5.7.1 no -> 554 5.6.0 no", 554, "5.6.0" },
	{ "552 5.2.2 Over quota (555 of 500 MB)", 552, "5.2.2" },
	{ "550 5.1.1 no, call 555-550-5511", 550, "5.1.1" },
	{ "550 5.1.1 [2001:db8::450] is no friend", 550, "5.1.1" },
	{ "550 5.1.1 see https://example.com/450/4.2.2", 550, "5.1.1" },
	{ "550 no, see section: 4.2.2", 550, "" },
	{ "550 no (#5.7.1)", 550, "5.7.1" },
};

static void
check_row(size_t n)
{
	size_t length = strlen(rows[n].line), at;
	char status[48] = "";
	mailerr_codes codes;
	unsigned before = failed;

	at = mailerr_parse(rows[n].line, length, &codes);
	if (codes.cls != 0)
		snprintf(status, sizeof status, "%d.%d.%d", codes.cls,
		    codes.subject, codes.detail);
	CHECK(codes.reply == rows[n].reply);
	CHECK_TEXT(status, rows[n].status);
	CHECK(at == codes.text && at <= length && codes.at <= at);
	CHECK_TEXT(rows[n].line + at, rows[n].text);
	CHECK(mailerr_parse(rows[n].line, length, NULL) == at);
	if (failed != before)
		printf("    line: \"%s\"\n", rows[n].line);
}

static void
check_told(size_t n)
{
	char status[48] = "";
	mailerr_verdict v;
	unsigned before = failed;

	mailerr_explain(told[n].line, strlen(told[n].line), &v);
	if (v.status_class != 0)
		snprintf(status, sizeof status, "%d.%d.%d", v.status_class,
		    v.status_subject, v.status_detail);
	CHECK(v.reply == told[n].reply);
	CHECK_TEXT(status, told[n].status);
	if (failed != before)
		printf("    line: \"%s\"\n", told[n].line);
}

int
main(void)
{
	mailerr_codes codes;
	size_t n;

	for (n = 0; n < sizeof rows / sizeof rows[0]; n++)
		check_row(n);
	for (n = 0; n < sizeof told / sizeof told[0]; n++)
		check_told(n);
	CHECK(mailerr_parse(NULL, 5, &codes) == 0 && codes.reply == 0);
	CHECK(mailerr_parse("550-x", 5, &codes) == 4 && codes.more);
	CHECK(mailerr_parse("550 x", 5, &codes) == 4 && !codes.more);
	/* the length ends the text, wherever that is */
	CHECK(mailerr_parse("550 5.1.1 x", 3, &codes) == 3 && codes.cls == 0);
	CHECK(mailerr_parse("550 5.1.1 x", 2, &codes) == 0);
	CHECK(mailerr_parse("550 5.1.11", 9, &codes) == 9 && codes.detail == 1);
	return test_end("parse");
}
