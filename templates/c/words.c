/* SPDX-License-Identifier: 0BSD */
/* The catalog's words for the values of the enums, in their order. */
static const char words_class[] =
    "\0\0success\0intermediate\0transient\0permanent\0info\0";
static const char words_bounce[] = "none\0hard\0soft\0block\0admin\0";
static const char words_retry[] =
    "none\0no\0later\0slower\0wait\0fixed\0split\0";
static const char words_suppress[] = "no\0yes\0confirm\0repeat\0already\0";
static const char words_about[] =
    "none\0recipient\0domain\0route\0sender\0host\0message\0receiver\0"
    "session\0";
static const char words_certainty[] = "\0guess\0likely\0sure\0";
static const char words_decided[] =
    "\0phrase\0status\0reply\0command\0digit\0";
static const char words_dsn_action[] =
    "\0failed\0delayed\0delivered\0relayed\0expanded\0";
static const char words_rank[] = "\0cause\0generic\0wrapper\0frame\0";
static const char words_trust[] = "\0strong\0weak\0wrapper\0";
static const char words_standing[] =
    "current\0obsolete\0historic\0deprecated\0";
static const char words_group[] =
    "none\0recipient\0way\0sender\0trust\0volume\0message\0machines\0";
static const char words_mistake[] =
    "\0obsolete\0draft\0myth\0vendor\0wrong-example\0other-protocol\0typo\0";
static const char words_emitter[] =
    "\0mta\0service\0carrier\0client\0filter\0library\0gateway\0";
static const char words_argument[] =
    "\0number\0duration\0address\0host\0ip\0word\0text\0";
static const char words_kind[] =
    "\0reason\0reply\0status\0notice\0sense\0mistake\0keyword\0command\0"
    "emitter\0status-class\0subject\0vocabulary\0";

static const char *
word_list(int set, size_t *size)
{
#define WORDS(list) *size = sizeof list - 1; return list
	switch (set) {
	case MAILERR_WORDS_CLASS: WORDS(words_class);
	case MAILERR_WORDS_BOUNCE: WORDS(words_bounce);
	case MAILERR_WORDS_RETRY: WORDS(words_retry);
	case MAILERR_WORDS_SUPPRESS: WORDS(words_suppress);
	case MAILERR_WORDS_ABOUT: WORDS(words_about);
	case MAILERR_WORDS_CERTAINTY: WORDS(words_certainty);
	case MAILERR_WORDS_DECIDED: WORDS(words_decided);
	case MAILERR_WORDS_DSN_ACTION: WORDS(words_dsn_action);
	case MAILERR_WORDS_RANK: WORDS(words_rank);
	case MAILERR_WORDS_TRUST: WORDS(words_trust);
	case MAILERR_WORDS_STANDING: WORDS(words_standing);
	case MAILERR_WORDS_GROUP: WORDS(words_group);
	case MAILERR_WORDS_MISTAKE: WORDS(words_mistake);
	case MAILERR_WORDS_EMITTER: WORDS(words_emitter);
	case MAILERR_WORDS_ARGUMENT: WORDS(words_argument);
	case MAILERR_WORDS_KIND: WORDS(words_kind);
	default: *size = 0; return "";
	}
#undef WORDS
}

static const char *
nth_word(int set, int value)
{
	size_t size, at = 0;
	const char *list = word_list(set, &size);
	int n;

	for (n = 0; at < size; n++) {
		if (n == value)
			return list + at;
		while (list[at] != '\0')
			at++;
		at++;
	}
	return "";
}
