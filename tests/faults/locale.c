/* SPDX-License-Identifier: MIT */
/* locale.c - explains each line of standard input in a locale of the user's
 *
 * usage: locale LOCALE [--check]
 * Ends with 2 where there is no such locale.  --check: ends with 0 where the
 * locale takes 'I' for the capital of another letter than 'i'. */
#include <ctype.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "mailerr.h"

static void
print(const char *line, const char *command)
{
	mailerr_context known = { 0 };
	mailerr_verdict v;

	known.size = sizeof known;
	known.command = command;
	known.action = "FAILED";
	mailerr_explain_in(&known, line, strlen(line), &v);
	printf("%d %d.%d.%d %d %d %d %d %d %d %d %d %s\n", v.reply,
	    v.status_class, v.status_subject, v.status_detail, (int)v.reason,
	    (int)v.notice, (int)v.cls, (int)v.command, (int)v.action,
	    (int)v.bounce, (int)v.suppress, (int)v.certainty,
	    mailerr_text(v.entry, MAILERR_FIELD_TITLE, 0, "JA_jp.EUC-JP"));
}

int
main(int argc, char **argv)
{
	static char line[100000];

	if (argc < 2 || setlocale(LC_ALL, argv[1]) == NULL) {
		fprintf(stderr, "there is no locale %s\n", argv[1]);
		return 2;
	}
	if (argc > 2)
		return tolower('I') != 'i' ? 0 : 1;
	while (fgets(line, sizeof line, stdin) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		print(line, "MAIL");
		print(line, "rcpt to");
		print(line, "Quit");
	}
	return 0;
}
