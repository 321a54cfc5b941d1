/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* "ja" for "ja_JP.UTF-8"; NULL for a language that is not in the catalog. */
const char *
language_known(const char *wanted)
{
	const char *code, *best = NULL;
	size_t size;

	for (size_t n = 0; *(code = mailerr_language(n)) != '\0'; n++) {
		char plain[64];

		snprintf(plain, sizeof plain, "%s", wanted);
		for (char *c = plain; *c != '\0'; c++)
			if (*c == '_')
				*c = '-';
		size = strlen(code);
		if (strncasecmp(plain, code, size) == 0 &&
		    !isalnum((unsigned char)plain[size]) &&
		    (best == NULL || size > strlen(best)))
			best = code;
	}
	return best;
}

static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value == NULL ? "" : value;
}

/* The first known one of a list like "ja:en". */
static const char *
first_known(const char *list)
{
	while (*list != '\0') {
		size_t size = strcspn(list, ":");
		char one[64];
		const char *code;

		snprintf(one, sizeof one, "%.*s", (int)(size < 60 ? size : 60),
		    list);
		code = language_known(one);
		if (code != NULL)
			return code;
		list += size + (list[size] == ':');
	}
	return NULL;
}

/* As gettext has it: LANGUAGE counts where there is a locale other than C. */
const char *
language_of_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *locale = "", *code = NULL;

	for (size_t i = 0; *locale == '\0' && i < 3; i++)
		locale = variable(names[i]);
	if (*locale == '\0' || strcmp(locale, "C") == 0 ||
	    strcmp(locale, "POSIX") == 0)
		return mailerr_language(0);
	code = first_known(variable("LANGUAGE"));
	if (code == NULL)
		code = language_known(locale);
	return code == NULL ? mailerr_language(0) : code;
}
