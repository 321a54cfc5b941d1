/* SPDX-License-Identifier: 0BSD */
/* The catalog's words for the values of the enums, in their order; a row for
 * each of enum mailerr_words, which ends with a line feed. */
static const char words[] =
    "\0\0success\0intermediate\0transient\0permanent\0info\0"
    "\n\0"
    "none\0hard\0soft\0block\0admin\0"
    "\n\0"
    "none\0no\0later\0slower\0wait\0fixed\0split\0"
    "\n\0"
    "no\0yes\0confirm\0repeat\0already\0"
    "\n\0"
    "none\0recipient\0domain\0route\0sender\0host\0message\0receiver\0"
    "session\0"
    "\n\0"
    "\0guess\0likely\0sure\0"
    "\n\0"
    "\0phrase\0status\0reply\0command\0digit\0"
    "\n\0"
    "\0failed\0delayed\0delivered\0relayed\0expanded\0"
    "\n\0"
    "\0cause\0generic\0wrapper\0frame\0"
    "\n\0"
    "\0strong\0weak\0wrapper\0"
    "\n\0"
    "current\0obsolete\0historic\0deprecated\0"
    "\n\0"
    "none\0recipient\0way\0sender\0trust\0volume\0message\0machines\0"
    "\n\0"
    "\0obsolete\0draft\0myth\0vendor\0wrong-example\0other-protocol\0typo\0"
    "\n\0"
    "\0mta\0service\0carrier\0client\0filter\0library\0gateway\0"
    "\n\0"
    "\0number\0duration\0address\0host\0ip\0word\0text\0"
    "\n\0"
    "\0reason\0reply\0status\0notice\0sense\0mistake\0keyword\0command\0"
    "emitter\0status-class\0subject\0vocabulary\0"
    "\n\0";

static const char *
nth_word(int set, int value)
{
	const char *word = words;

	for (; word < words + sizeof words - 1; word += size_of(word) + 1) {
		if (*word == '\n')
			set--;
		else if (set == 0 && value-- == 0)
			return word;
	}
	return "";
}
