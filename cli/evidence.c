/* SPDX-License-Identifier: MIT */
#include "evidence.h"

#include "address.h"

/* An error mail says in its first words what it is. */
#define FIRST_WORDS 3000

static bool
has_any(struct slice s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (slice_has(s, *words))
			return true;
	return false;
}

static bool
begins_any(struct slice s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (slice_begins(s, *words))
			return true;
	return false;
}

/* ---- error mails ---- */

static const char *const senders[] = { "mailer-daemon", "mailerdaemon",
	"mailer_daemon", "mail-daemon", "maildaemon", "mailer daemon",
	"postmaster", "post_master", "mail delivery", "maildelivery",
	"mail administrator",
	"mailadmin", "system administrator", "post office", "postoffice",
	"non-delivery", "nondelivery", "delivery subsystem", "mail system",
	"mail-system", "daemon@", "mailsystem", "microsoft exchange",
	"smtp server", "smtp-server", "smtpserver", "mail router",
	"mail server", "mailserver", "root@", "uucp@", "mmdf@",
	"delivery notification", "internet mail", "returned mail",
	"mail-error", "bounce", "mail gateway", "virus", "symantec",
	"interscan", "mimesweeper", "surfcontrol", "mailmarshal",
	"mail filter", "mail deliver", "ndr@", "mms-", "mms@",
	"メールシステム", NULL };

/* Others answer from these, too. */
static const char *const programs[] = { "no-reply", "noreply", "do-not-reply",
	"donotreply", "admin@", "-admin@", "support@", NULL };

static const char *const subjects[] = { "undeliver", "undelivr",
	"returned mail", "return mail", "returned to sender",
	"return to sender", "returning", "failure notice", "failure delivery",
	"delivery status", "delivery fail", "delivery notif",
	"delivery report", "delivery problem", "delivery error",
	"delivery has failed", "delivery final", "delivery incomplete",
	"mail delivery", "mail fail", "mail error", "mail system error",
	"mail status", "message status", "message delivery",
	"nondeliver", "non-deliver", "non deliver", "not deliver",
	"not be deliver", "could not send", "couldn't be deliver",
	"cannot deliver", "cannot be deliver", "can't deliver",
	"unable to deliver", "delivery delayed", "delayed mail",
	"mail delayed", "message delayed", "warning: message",
	"warning: could not", "user unknown", "unknown user",
	"unknown recipient", "unknown address", "no such user",
	"permanent delivery", "temporary delivery", "rejected mail",
	"rejected:", "mail rejected", "message rejected", "reject",
	"bounced", "bounce", "mail could not", "message could not",
	"email could not", "message not sent", "mail not sent",
	"failed mail", "failed delivery", "failed:", "ndn:", "ndr",
	"mailbox full", "mailbox is full", "quota", "unzustellbar",
	"rücksendung", "non remis", "non distribu", "nicht zustellbar",
	"zustellung", "échec", "entregad", "entrega", "mancato recapito",
	"не доставлено", "недоставлен", "onbestelbaar", "退信",
	"delivery of your message", "problem delivering",
	"not member", "not a member",
	"error sending", "error delivering", "send error",
	"error mail", "error in delivering", "エラー", "配信", "配送",
	"不達", "届け", "届き", "送信でき", "送信失敗", "返送", "送達",
	"未配", "宛先不明", NULL };

static const char *const openings[] = { "qmail-send", "could not be delivered",
	"couldn't be delivered", "cannot be delivered", "can not be delivered",
	"can't be delivered", "not been delivered", "was not delivered",
	"were not delivered", "not be delivered", "undeliverable",
	"undelivered", "unable to deliver", "unable to be delivered",
	"delivery failed", "delivery failure", "delivery has failed",
	"delivery to the following", "delivery attempt", "failed to deliver",
	"did not reach", "unable to reach", "could not reach",
	"addresses failed", "address failed", "address(es) failed",
	"transcript of session", "permanent fatal errors",
	"transient non-fatal errors", "had delivery problems",
	"delivery problem", "returned to sender", "mail system at host",
	"message could not be sent",
	"message was rejected", "was rejected by", "has been rejected",
	"could not deliver", "couldn't deliver", "cannot deliver",
	"can't deliver", "message not delivered", "mail not delivered",
	"delivering your message", "delivery error", "delivery status",
	"error has occurred while attempting to deliver",
	"trouble delivering", "non-delivery", "nondelivery",
	"rejected recipient", "failed recipient",
	"server message", "failure reasons", "message bounced",
	"not in member list", "may not have permission to post",
	"remote host said", "recipients was rejected", "error message below",
	"konnte nicht zugestellt", "nicht zugestellt", "pas pu être",
	"no se pudo entregar", "no ha podido", "配信できません",
	"配信でき", "配送でき", "届きません", "届けでき", "送信できません",
	"送信でき", "送信に失敗", "配信に失敗", "配送に失敗", "お届け",
	"届かなかった", "送れません", "配信エラー", "配信不能",
	"宛先に送信", "エラーが発生", "存在しません", NULL };

/* "Re: ", "Fwd: ": somebody writes about an error mail. */
static bool
is_answer(struct slice subject)
{
	static const char *const marks[] = { "re:", "fw:", "fwd:", "aw:",
		"wg:", "sv:", "tr:", "res:", "返信", "転送", NULL };

	return begins_any(subject, marks);
}

static bool
is_null_path(struct slice path)
{
	path = slice_trim(path);
	return slice_is(path, "<>") || slice_is(path, "<#@[]>");
}

/* Whether a line stands there as machines write them. */
static bool
has_diagnostics(struct slice words)
{
	struct slice line, address;

	while (slice_line(&words, &line)) {
		line = slice_trim(line);
		if (prose_is_reply(line) || slice_begins(line, "<<<") ||
		    prose_address_line(line, &address))
			return true;
	}
	return false;
}

/* "Automatic reply: User unknown" answers a mail, whatever that was about. */
static bool
is_auto_subject(struct slice subject)
{
	static const char *const starts[] = { "auto:", "auto reply",
		"auto-reply", "autoreply", "automatic reply", "auto response",
		"auto-response", "autoresponse", "automated response",
		"automated reply", "out of office", "out of the office",
		"vacation", "away from", "i am away", "i'm away",
		"abwesenheit", "automatische antwort", "réponse automatique",
		"respuesta automática", "risposta automatica",
		"automatisch antwoord", "自動応答", "自動返信", "自動回答",
		"不在", "自动回复", NULL };

	if (slice_begins(subject, "re:"))
		subject = slice_trim(slice_from(subject, 3));
	return begins_any(subject, starts);
}

bool
evidence_bounce(const struct message *m, struct slice words,
    bool returns_message)
{
	struct slice subject = message_header(m, "subject");
	struct slice automatic = message_header(m, "auto-submitted");
	struct slice from = message_header(m, "from");
	int weight = returns_message ? 1 : 0;

	if (message_header(m, "x-failed-recipients").size > 0)
		return true;
	if (is_auto_subject(subject))
		return false;
	if (words.size > FIRST_WORDS)
		words.size = FIRST_WORDS;
	weight += has_any(from, senders) ? 2 : has_any(from, programs) ? 1 : 0;
	weight += is_null_path(message_header(m, "return-path")) ? 1 : 0;
	weight += automatic.size > 0 && !slice_is(automatic, "no") ? 1 : 0;
	weight += has_any(words, openings) ? 1 : 0;
	weight += has_diagnostics(words) ? 1 : 0;
	if (is_answer(subject))
		weight -= 2;
	else
		weight += has_any(subject, subjects) ? 2 : 0;
	return weight >= 3;
}

/* ---- automatic replies ---- */

bool
evidence_auto_reply(const struct message *m)
{
	static const char *const headers[] = { "x-autoreply", "x-autorespond",
		"x-autoresponder", "x-autogenerated", "x-auto-reply",
		"x-vacation", "x-mail-autoreply", "x-autoreply-from", NULL };
	struct slice automatic = message_header(m, "auto-submitted");
	struct slice precedence = message_header(m, "precedence");
	struct slice subject = message_header(m, "subject");
	bool answers = slice_begins(subject, "re:") ||
	    message_header(m, "in-reply-to").size > 0;

	if (slice_begins(automatic, "auto-generated") && answers)
		return true;
	if (slice_begins(automatic, "auto-replied") ||
	    slice_begins(automatic, "auto-notified") ||
	    slice_begins(precedence, "auto_reply") ||
	    slice_begins(precedence, "auto-reply"))
		return true;
	if (slice_begins(message_header(m, "x-apple-action"), "auto-reply"))
		return true;
	for (size_t i = 0; headers[i] != NULL; i++)
		if (message_header(m, headers[i]).size > 0)
			return true;
	return is_auto_subject(subject) || slice_has(subject,
	    "自動応答") || slice_has(subject, "自動返信") ||
	    slice_has(subject, "out of office");
}

/* ---- what else shows ---- */

bool
evidence_delay(const struct message *m, struct slice words)
{
	static const char *const said[] = { "delayed", "warning: message",
		"warning: could not send", "not yet been delivered",
		"has not yet", "will continue to try", "will be retried",
		"still trying", "will keep trying", "no action is required",
		"you do not need to resend", "do not need to resend",
		"this is a warning message only", "delivery incomplete",
		"delivery is delayed", "temporary problem", "will retry for",
		"再送を続け", "遅延", NULL };
	static const char *const final[] = { "giving up", "permanent error",
		"has failed permanently", "could not be delivered",
		"i've given up", NULL };

	if (words.size > FIRST_WORDS)
		words.size = FIRST_WORDS;
	return (has_any(message_header(m, "subject"), said) ||
	    has_any(words, said)) && !has_any(words, final);
}

const char *
evidence_emitter(const struct message *m, struct slice words)
{
	static const struct { const char *words, *emitter; } said[] = {
		{ "this is the mail system at host", "postfix" },
		{ "the postfix program", "postfix" },
		{ "qmail-send", "qmail" },
		{ "created automatically by mail delivery software", "exim" },
		{ "----- the following addresses had", "sendmail" },
		{ "transcript of session follows", "sendmail" },
		{ "generating server:", "exchange" }, { "msexch:", "exchange" },
		{ "domino directory", "lotus-domino" },
		{ "this report relates to a message you sent with", 
		  "sun-messaging-server" },
		{ "google tried to deliver", "gmail" },
		{ "ezweb.ne.jp", "au" }, { "docomo.ne.jp", "docomo" },
		{ "softbank.ne.jp", "softbank" },
	};

	if (message_header(m, "x-failed-recipients").size > 0 &&
	    !slice_has(message_header(m, "from"), "googlemail"))
		return "exim";
	if (words.size > FIRST_WORDS)
		words.size = FIRST_WORDS;
	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (slice_has(words, said[i].words))
			return said[i].emitter;
	return slice_has(slice_text(&m->report), "x-postfix") ? "postfix"
	    : NULL;
}
