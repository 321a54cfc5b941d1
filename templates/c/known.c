/* SPDX-License-Identifier: 0BSD */
/* ---- What is known ------------------------------------------------------- */

struct known {
	mailerr_codes inner, outer, field; /* field: what the caller knows */
	unsigned command;                  /* place + 1; 0: not known */
	unsigned subject;                  /* the command, or AUTH of a 535 */
	unsigned emitter;                  /* as the caller says */
	uint32_t emitters[2][8];           /* bits: who shows; [1]: around */
	enum mailerr_dsn_action action;
	enum mailerr_class cls;            /* as codes and action have it */
	bool beside;                       /* there is a code or DSN field */
	bool layered;                      /* an answer stands in another */
};

static unsigned
command_named(const struct tables *t, const char *s, size_t size)
{
	uint32_t n;

	for (n = 0; n < t->command_count; n++)
		if (same_word(s, size, name_of(t, &t->commands[n].entry)))
			return n + 1;
	return 0;
}

#ifndef MAILERR_NO_PHRASES
/* How programs spell the points of the dialogue, each with the catalog's name
 * for it.  "rcpt" is also "RCPT TO" and "rcpt_to". */
static const char spellings[] =
    "rcpt\0RCPT\0mail\0MAIL\0data\0DATA\0"
    "end of data\0DATA-END\0end-of-data\0DATA-END\0"
    "end of message\0DATA-END\0final dot\0DATA-END\0"
    "talk to me\0CONNECT\0initial connection\0CONNECT\0greeting\0CONNECT\0"
    "ehlo\0EHLO\0helo\0HELO\0lhlo\0LHLO\0starttls\0STARTTLS\0auth\0AUTH\0"
    "bdat\0BDAT\0vrfy\0VRFY\0connect\0CONNECT\0";

/* The command that s begins with; 0 where it is none. */
static unsigned
command_at(const struct tables *t, const char *s, size_t size)
{
	char first = size > 0 ? fold(*s) : '\0';
	const char *word = spellings, *name;
	size_t length;

	if (first < 'a' || first > 'z')
		return 0;
	for (; *word != '\0'; word = name + size_of(name) + 1) {
		length = size_of(word);
		name = word + length + 1;
		if (*word == first && begins(s, size, word) &&
		    (length == size || !is_alnum(s[length])))
			return command_named(t, name, size_of(name));
	}
	return 0;
}

/* What stands before a command that a text tells of. */
static const char leads[] =
    "after \0reply to \0refused to \0our \0following \0for \0>>> \0[\0";

/* The command of which the text tells at p: "(in reply to RCPT TO command)",
 * "after end of data", "[RCPT_TO]", ">>> MAIL FROM:", "refused to talk to
 * me". */
static unsigned
told_at(const struct tables *t, const struct view *v, size_t p)
{
	const char *word = leads;
	char first = fold(v->s[p]);
	unsigned command = 0;
	size_t length;

	if (p > 0 && is_alnum(v->s[p - 1]) && is_alnum(first))
		return 0; /* "your mail" */
	if (!is_in(first, IN_LOW('>'), IN_HIGH('a') | IN_HIGH('r') |
	    IN_HIGH('o') | IN_HIGH('f') | IN_HIGH('[')))
		return 0;
	for (; *word != '\0' && command == 0; word += length + 1) {
		length = size_of(word);
		if (*word == first && begins(v->s + p, v->end - p, word))
			command = command_at(t, v->s + p + length,
			    v->end - p - length);
	}
	return command;
}

/* Words by which a text speaks of the sending side.  Near a phrase that would
 * suppress an address they are reason enough not to. */
static const char senders[] =
    "mail from\0from address\0return path\0return-path\0"
    "reverse-path\0reverse path\0callback\0callout\0call-out\0"
    "verify failed\0verification failed\0relaying\0to relay\0"
    "smtp relay\0in helo\0in ehlo\0helo name\0helo command\0"
    "helo rejected\0ehlo rejected\0attempts\0user errors\0"
    "envelope from\0envelope-from\0header from\0client host\0"
    "return address\0reply-to\0login failed\0authenticate\0helo host\0"
    "reverse dns\0ptr record\0from: address\0";

static const char short_senders[] = "sender\0";

/* The same in Japanese, whose words stand side by side. */
static const char wide_senders[] =
    "\345\267\256\345\207\272\344\272\272\0"  /* sashidashinin */
    "\351\200\201\344\277\241\345\205\203\0"  /* soshinmoto */
    "\351\200\201\344\277\241\350\200\205\0"; /* soshinsha */
#endif

#define SENDERS_MAX 16u

/* What a text tells beside codes and phrases. */
struct told {
	size_t original;     /* where one begins, or the end */
	size_t at;           /* where the command is told, or the end */
	unsigned command;
	size_t sender[SENDERS_MAX];
	unsigned senders;    /* how many; more than there is room for, too */
};

#ifndef MAILERR_NO_PHRASES
/* Takes what is told at p, if that comes before all else. */
static void
take_original(struct told *told, const struct view *v, size_t p)
{
	if (p < told->original && is_original(v->s, v->end, p))
		told->original = p;
}

static void
take_command(struct told *told, const struct tables *t, const struct view *v,
    size_t p)
{
	unsigned command = p < told->at ? told_at(t, v, p) : 0;

	if (command == 0)
		return;
	told->at = p;
	told->command = command;
}

/* Whether the word at p says nothing of the sending side: "sender@example.com"
 * is an address, "returned to sender" the way back, and "delivery attempts: 3"
 * are the deliverer's own. */
static bool
is_no_sender(const struct view *v, size_t p)
{
	size_t q = skip_set(v->s, v->end, p, LOW_DIGITS | IN_LOW('.') |
	    IN_LOW('-') | IN_LOW('+'), HIGH_LETTERS | IN_HIGH('_'));

	return (q < v->end && v->s[q] == '@') ||
	    (p >= 10 && begins(v->s + p - 10, 10, "turned to ")) ||
	    (p >= 9 && begins(v->s + p - 9, 9, "delivery ") &&
	     begins(v->s + p, v->end - p, "attempts"));
}

static bool
begins_wide(const char *s, size_t size)
{
	const char *word;

	for (word = wide_senders; *word != '\0'; word += size_of(word) + 1)
		if (begins(s, size, word))
			return true;
	return false;
}

/* Whether the text has such a word at p.  Those that are too short for a window
 * of the scan count only behind a blank. */
static bool
is_sender(const struct view *v, size_t p, bool behind_blank)
{
	const char *s = v->s + p;
	size_t size = v->end - p;

	if (begins_wide(s, size))
		return true;
	if (p > 0 && is_alnum(s[-1]))
		return false;
	return (begins_any(s, size, LETTER('m') | LETTER('f') | LETTER('r') |
	    LETTER('c') | LETTER('v') | LETTER('t') | LETTER('i') |
	    LETTER('h') | LETTER('e') | LETTER('a') | LETTER('u') |
	    LETTER('l') | LETTER('p') | LETTER('s'), senders) || (behind_blank &&
	    begins_any(s, size, LETTER('s'), short_senders))) &&
	    !is_no_sender(v, p);
}

/* p: where such a word begins, or the blank before it. */
static void
take_sender(struct told *told, const struct view *v, size_t p)
{
	size_t q = p;

	while (q < v->end && is_blank(v->s[q]))
		q++;
	if (q >= told->original || !is_sender(v, q, q > p) ||
	    (told->senders > 0 &&
	    told->senders <= SENDERS_MAX &&
	    told->sender[told->senders - 1] == q))
		return;
	if (told->senders < SENDERS_MAX)
		told->sender[told->senders] = q;
	told->senders++;
}

/* Byte by byte, where no scan has done it. */
static void
find_command(struct told *told, const struct tables *t, const struct view *v)
{
	size_t p;

	told->at = v->end;
	told->command = 0;
	for (p = 0; p < told->at; p++)
		take_command(told, t, v, p);
}
#endif

static void
told_start(struct told *told, const struct view *v)
{
	told->original = told->at = v->end;
	told->command = told->senders = 0;
}

/* "failed" of "Action: failed" in a line, or of the caller. */
static enum mailerr_dsn_action
action_named(const char *s, size_t size)
{
	size_t n = 0;
	int action;

	while (n < size && is_alnum(s[n]))
		n++;
	for (action = 1; *nth_word(MAILERR_WORDS_DSN_ACTION, action) != '\0';
	    action++)
		if (same_word(s, n, nth_word(MAILERR_WORDS_DSN_ACTION, action)))
			return (enum mailerr_dsn_action)action;
	return MAILERR_DSN_ACTION_NONE;
}

static enum mailerr_class
class_known(const struct known *k)
{
	const mailerr_codes *order[3];
	size_t n;

	if (k->action != MAILERR_DSN_ACTION_NONE)
		return k->action == MAILERR_DSN_ACTION_FAILED ?
		    MAILERR_CLASS_PERMANENT :
		    k->action == MAILERR_DSN_ACTION_DELAYED ?
		    MAILERR_CLASS_TRANSIENT : MAILERR_CLASS_SUCCESS;
	order[0] = &k->field;
	order[1] = &k->outer;
	order[2] = &k->inner;
	for (n = 0; n < 3; n++) {
		if (order[n]->cls != 0)
			return (enum mailerr_class)order[n]->cls;
		if (order[n]->reply != 0)
			return (enum mailerr_class)(order[n]->reply / 100);
	}
	return MAILERR_CLASS_NONE;
}

/* What the caller knows; the struct may be older than this code, and shorter. */
static void
read_context(const struct tables *t, const mailerr_context *given,
    struct known *k)
{
	mailerr_context c;
	size_t size;
	uint32_t n;

	if (given == NULL)
		return;
	clear(&c, sizeof c);
	copy(&c, given, given->size < sizeof c ? given->size : sizeof c);
	size = size_of(c.status);
	if (size > 0)
		leading_codes(c.status, size, &k->field);
	k->field.reply = c.reply >= 200 && c.reply <= 599 ? c.reply : 0;
	size = size_of(c.command);
	if (size > 0) {
		/* "DATA-END" is a name, and begins with another */
		k->command = command_named(t, c.command, size);
#ifndef MAILERR_NO_PHRASES
		if (k->command == 0)
			k->command = command_at(t, c.command, size);
#endif
	}
	if (c.action != NULL)
		k->action = action_named(c.action, size_of(c.action));
	size = size_of(c.emitter);
	for (n = 0; size > 0 && n < t->emitter_count; n++)
		if (same_word(c.emitter, size,
		    name_of(t, &t->emitters[n].entry)))
			k->emitter = n + 1;
}

static void
read_known(const struct tables *t, const mailerr_context *given,
    const struct view *v, const struct layers *l, const struct told *told,
    struct known *k)
{
	clear(k, sizeof *k);
	k->inner = l->inner;
	k->outer = l->outer;
	read_context(t, given, k);
	if (k->command == 0)
		k->command = told->command;
	if (k->action == MAILERR_DSN_ACTION_NONE &&
	    begins(v->s, v->end, "action: "))
		k->action = action_named(v->s + 8, v->end - 8);
	k->subject = k->command;
	if (k->subject == 0 && k->inner.reply / 10 == 53)
		k->subject = command_named(t, "AUTH", 4); /* RFC 4954, 6 */
	k->cls = class_known(k);
	k->layered = v->inner > 0;
	k->beside = k->cls != MAILERR_CLASS_NONE;
}

#ifdef MAILERR_NO_PHRASES
/* Reads the codes of a text. */
static void
read_text(struct view *v, struct layers *l, struct told *told)
{
	told_start(told, v);
	find_layers(v, l);
}
#endif
