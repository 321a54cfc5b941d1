/* SPDX-License-Identifier: MIT */
/* mailerr.c - the command: options, and which of its parts is meant */
#include "cli.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>

#ifndef MAILERR_CLI_VERSION
#define MAILERR_CLI_VERSION "0"
#endif

static const char help[] =
"Usage: mailerr [--lang=LANG] NAME...\n"
"       mailerr explain [--lang=LANG] [--format=text|json|tsv] [TEXT...]\n"
"       mailerr list [--lang=LANG] [--format=text|tsv] [KIND...]\n"
"\n"
"What mail systems say when they answer or bounce: meaning, causes, what to do.\n"
"\n"
"A NAME is a reply code (550), an enhanced status code (5.1.1), the name of an\n"
"error mail's text (too-many-hops), of a reason (user-unknown), of an exit status\n"
"(EX_NOUSER), a command, a program.  Every entry that has the name is shown;\n"
"notice:user-unknown picks one kind: reply, status, notice, reason, mistake,\n"
"keyword, command, emitter.\n"
"\n"
"Commands:\n"
"  explain            say what a line of a bounce, a reply or a log means\n"
"  list               list the entries\n"
"\n"
"Options:\n"
"  -l, --lang=LANG    language: en, ja, ja_JP.UTF-8 (default: the locale's)\n"
"  -h, --help         print this help; \"mailerr explain --help\" has more\n"
"  -V, --version      print the version\n"
"\n"
"Exit status: 0 found, 1 not found, 2 wrong use, 3 input or output failed.\n";

static const char help_explain[] =
"Usage: mailerr explain [--lang=LANG] [--format=text|json|tsv] [TEXT...]\n"
"\n"
"Says what a mail system means: a reply, a line of an error mail or a log, a\n"
"Subject.  TEXT, joined by blanks, is one line; without TEXT, each line of\n"
"standard input is answered by one line (of the first MiB of it).\n"
"\n"
"Options:\n"
"  -l, --lang=LANG      language of titles and texts\n"
"  -f, --format=FORMAT  text (default): for people\n"
"                       json: an object a line; keys reply, status, notice,\n"
"                       reason, class, decided_by, command, action, bounce,\n"
"                       retry, retry_after, suppress, about, certainty, args,\n"
"                       title, in this order, null where there is none\n"
"                       tsv: the same up to certainty, - where there is none\n"
"  -h, --help           print this help\n"
"  -V, --version        print the version\n"
"\n"
"Exit status: 0 every line was answered, 1 some were not, 2 wrong use, 3 input\n"
"or output failed.\n";

static const char help_list[] =
"Usage: mailerr list [--lang=LANG] [--format=text|tsv] [KIND...]\n"
"\n"
"Lists the entries of the catalog.  A KIND is replies, statuses, notices,\n"
"reasons (these four where none is given), mistakes, keywords, commands,\n"
"emitters.\n"
"\n"
"Options:\n"
"  -l, --lang=LANG      language of the titles\n"
"  -f, --format=FORMAT  text (default), or tsv: kind, name, symbol, title\n"
"  -h, --help           print this help\n"
"  -V, --version        print the version\n"
"\n"
"Exit status: 0, 2 wrong use, 3 output failed.\n";

typedef int command_function(int count, char **words, const struct options *o);

static const struct command {
	const char *name, *help;
	command_function *run;
	const char *formats; /* what --format may be */
} commands[] = {
	{ "explain", help_explain, command_explain, "text json tsv" },
	{ "list", help_list, command_list, "text tsv" },
	{ "", help, command_names, "text" },
};

static int
complain(const struct command *c, const char *what, const char *value)
{
	fprintf(stderr, "mailerr: %s \"%s\"\nSee \"mailerr%s%s --help\".\n",
	    what, value, *c->name == '\0' ? "" : " ", c->name);
	return EXIT_USAGE;
}

static bool
read_format(const struct command *c, const char *name, struct options *o)
{
	static const char *const names[] = { "text", "json", "tsv" };

	for (int i = 0; i < 3; i++)
		if (strcmp(name, names[i]) == 0 &&
		    strstr(c->formats, name) != NULL) {
			o->format = (enum format)i;
			return true;
		}
	return false;
}

/* What was printed must have arrived: a full disk shows only here. */
static int
finish(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fprintf(stderr, "mailerr: standard output: %s\n", strerror(errno));
	return EXIT_IO;
}

static int
print_version(void)
{
	printf("mailerr %s (catalog %s of %s)\n", MAILERR_CLI_VERSION,
	    mailerr_version(), MAILERR_VERSION_DATE);
	return finish(EXIT_FOUND);
}

static int
print_help(const struct command *c)
{
	fputs(c->help, stdout);
	return finish(EXIT_FOUND);
}

static int
run(const struct command *c, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "lang", required_argument, NULL, 'l' },
		{ "format", required_argument, NULL, 'f' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 },
	};
	struct options o = { .language = language_of_environment() };
	int option;

	opterr = 0;
	while ((option = getopt_long(argc, argv, ":l:f:hV", longs, NULL)) != -1)
		switch (option) {
		case 'l':
			o.language = language_known(optarg);
			if (o.language == NULL)
				return complain(c, "no texts in the language",
				    optarg);
			break;
		case 'f':
			if (!read_format(c, optarg, &o))
				return complain(c, "unknown format", optarg);
			break;
		case 'h':
			return print_help(c);
		case 'V':
			return print_version();
		default:
			return complain(c, option == ':' ? "no value for"
			    : "unknown option", argv[optind - 1]);
		}
	if (optind == argc && *c->name == '\0') {
		fputs(help, stderr);
		return EXIT_USAGE;
	}
	return finish(c->run(argc - optind, argv + optind, &o));
}

/* Options may stand before the command's name, too: the place of the first
 * word that is neither an option nor its value. */
static int
first_word(int argc, char **argv)
{
	static const char *const with_value[] = { "-l", "-f", "--lang",
		"--format" };
	int i = 1;

	while (i < argc && argv[i][0] == '-' && strcmp(argv[i], "--") != 0) {
		bool value = false;

		for (size_t k = 0; k < sizeof with_value / sizeof *with_value;
		     k++)
			value = value || strcmp(argv[i], with_value[k]) == 0;
		i += value ? 2 : 1;
	}
	return i;
}

int
main(int argc, char **argv)
{
	const struct command *c = commands;
	int word = first_word(argc, argv);

	layout_begin();
	while (*c->name != '\0' &&
	    (word >= argc || strcmp(argv[word], c->name) != 0))
		c++;
	if (*c->name == '\0')
		return run(c, argc, argv);
	for (int i = word; i + 1 < argc; i++)
		argv[i] = argv[i + 1];
	return run(c, argc - 1, argv);
}
