/* SPDX-License-Identifier: 0BSD */
/* The catalog's words for the values of the enums, in their order; a list ends
 * with a line feed. */
static const char *
words_of(int set)
{
	switch (set) {
	case MAILERR_WORDS_CLASS:
		return "\0\0success\0intermediate\0transient\0permanent\0"
		    "info\0\n";
	case MAILERR_WORDS_BOUNCE:
		return "none\0hard\0soft\0block\0admin\0\n";
	case MAILERR_WORDS_RETRY:
		return "none\0no\0later\0slower\0wait\0fixed\0split\0\n";
	case MAILERR_WORDS_SUPPRESS:
		return "no\0yes\0confirm\0repeat\0already\0\n";
	case MAILERR_WORDS_ABOUT:
		return "none\0recipient\0domain\0route\0sender\0host\0"
		    "message\0receiver\0session\0\n";
	case MAILERR_WORDS_CERTAINTY:
		return "\0guess\0likely\0sure\0\n";
	case MAILERR_WORDS_DECIDED:
		return "\0phrase\0status\0reply\0command\0digit\0\n";
	case MAILERR_WORDS_DSN_ACTION:
		return "\0failed\0delayed\0delivered\0relayed\0expanded\0\n";
#ifndef MAILERR_CODES_ALONE_
	case MAILERR_WORDS_RANK:
		return "\0cause\0generic\0wrapper\0frame\0\n";
	case MAILERR_WORDS_TRUST:
		return "\0strong\0weak\0wrapper\0\n";
	case MAILERR_WORDS_STANDING:
		return "current\0obsolete\0historic\0deprecated\0\n";
	case MAILERR_WORDS_GROUP:
		return "none\0recipient\0way\0sender\0trust\0volume\0"
		    "message\0machines\0\n";
	case MAILERR_WORDS_MISTAKE:
		return "\0obsolete\0draft\0myth\0vendor\0wrong-example\0"
		    "other-protocol\0typo\0\n";
	case MAILERR_WORDS_EMITTER:
		return "\0mta\0service\0carrier\0client\0filter\0library\0"
		    "gateway\0\n";
	case MAILERR_WORDS_ARGUMENT:
		return "\0number\0duration\0address\0host\0ip\0word\0"
		    "text\0\n";
	case MAILERR_WORDS_KIND:
		return "\0reason\0reply\0status\0notice\0sense\0mistake\0"
		    "keyword\0command\0emitter\0status-class\0subject\0"
		    "vocabulary\0\n";
#endif
	default:
		return "\n";
	}
}

static const char *
nth_word(int set, int value)
{
	const char *word = words_of(set);

	for (; value >= 0 && *word != '\n'; word += size_of(word) + 1)
		if (value-- == 0)
			return word;
	return "";
}
