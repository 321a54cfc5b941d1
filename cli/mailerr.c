/* SPDX-License-Identifier: MIT */
/* mailerr.c - the command: options, and which of its parts is meant */
#include "cli.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* More threads than that are a slip of the finger. */
#define JOBS_MAX 256

#ifndef MAILERR_CLI_VERSION
#define MAILERR_CLI_VERSION "0"
#endif

static const char help[] =
"Usage: mailerr [--lang=LANG] NAME...\n"
"       mailerr explain [OPTION...] [TEXT...]\n"
"       mailerr explain --message [OPTION...] [FILE...]\n"
"       mailerr list [--lang=LANG] [--format=text|tsv] [KIND...]\n"
"\n"
"What mail systems say when they answer or bounce: meaning, causes, what to do.\n"
"\n"
"A NAME is a reply code (550), an enhanced status code (5.1.1), the name of an\n"
"error mail's text (too-many-hops), of a reason (user-unknown), of an exit status\n"
"(EX_NOUSER, 67), a command, a program.  Every entry that has the name is shown;\n"
"notice:user-unknown picks one kind: reply, status, notice, reason, mistake,\n"
"keyword, command, emitter.\n"
"\n"
"Commands:\n"
"  explain            say what a line of a bounce, a reply or a log means, or\n"
"                     whole messages\n"
"  list               list the entries\n"
"\n"
"Options:\n"
"  -l, --lang=LANG    language: en, ja, ja_JP.UTF-8 (default: the locale's)\n"
"  -h, --help         print this help; \"mailerr explain --help\" has more\n"
"  -V, --version      print the version\n"
"\n"
"Exit status: 0 found, 1 not found, 2 wrong use, 3 input or output failed.\n";

static const char help_explain[] =
"Usage: mailerr explain [OPTION...] [TEXT...]\n"
"       mailerr explain --unknown [OPTION...]\n"
"       mailerr explain --message [OPTION...] [FILE...]\n"
"\n"
"Says what a mail system means: a reply, a line of an error mail or a log, a\n"
"Subject.  TEXT, joined by blanks, is one line; without TEXT, each line of\n"
"standard input is answered by one line (of the first MiB of it).\n"
"\n"
"With --message it reads whole messages: a bounce as it lies in a mailbox, an\n"
"mbox, a Maildir or another folder; standard input for - or no FILE.  Every\n"
"recipient gets an answer.  One message is explained at length; of several\n"
"each recipient gets a line, and the reasons are counted in the end.\n"
"\n"
"Options:\n"
"  -m, --message        read whole messages\n"
"  -u, --unknown        print the lines that were not recognised instead, what\n"
"                       is special in them masked, counted, the most frequent\n"
"                       first\n"
"  -l, --lang=LANG      language of titles and texts\n"
"  -f, --format=FORMAT  text (default): for people\n"
"                       json: an object a line; keys reply, status, notice,\n"
"                       reason, class, decided_by, command, action, bounce,\n"
"                       retry, retry_after, suppress, about, certainty, args,\n"
"                       title, in this order, null where there is none; with\n"
"                       --message also recipient, message (its file), number\n"
"                       (in the file), message_id, host, text\n"
"                       tsv: the same up to certainty, - where there is none;\n"
"                       with --message then recipient, message, message_id\n"
"  -j, --jobs=N         work on N lines or messages at once (0: as many as there\n"
"                       are processors); the answers keep their order\n"
"  -h, --help           print this help\n"
"  -V, --version        print the version\n"
"\n"
"Exit status: 0 every line or message was answered, 1 some were not, 2 wrong\n"
"use, 3 input or output failed.\n";

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

#define GO_ON (-1)

/* A number of threads; 0 asks for all processors. */
static bool
read_jobs(const char *value, struct options *o)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(value, &end, 10);
	if (end == value || *end != '\0' || errno != 0 || n < 0 ||
	    n > JOBS_MAX)
		return false;
	if (n == 0)
		n = sysconf(_SC_NPROCESSORS_ONLN);
	o->jobs = n < 1 ? 1 : n > JOBS_MAX ? JOBS_MAX : (unsigned)n;
	return true;
}

/* Options that exist for this command alone, or exclude each other. */
static const char *
clash(const struct command *c, const struct options *o, int words)
{
	if (c->run != command_explain)
		return o->message ? "--message" : o->unknown ? "--unknown"
		    : o->jobs > 0 ? "--jobs" : NULL;
	if (o->unknown && o->message)
		return "--unknown with --message";
	return o->unknown && words > 0 ? "--unknown with a TEXT" : NULL;
}

/* Takes an option into o.  The result is an exit status where it ends the
 * program, or GO_ON. */
static int
take_option(const struct command *c, int option, const char *word,
    struct options *o)
{
	switch (option) {
	case 'l':
		o->language = language_known(optarg);
		return o->language != NULL ? GO_ON : complain(c,
		    "no texts in the language", optarg);
	case 'f':
		return read_format(c, optarg, o) ? GO_ON : complain(c,
		    "unknown format", optarg);
	case 'j':
		return read_jobs(optarg, o) ? GO_ON : complain(c,
		    "no number of jobs", optarg);
	case 'm':
		o->message = true;
		return GO_ON;
	case 'u':
		o->unknown = true;
		return GO_ON;
	case 'h':
		return print_help(c);
	case 'V':
		return print_version();
	default:
		return complain(c, option == ':' ? "no value for"
		    : "unknown option", word);
	}
}

static int
run(const struct command *c, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "lang", required_argument, NULL, 'l' },
		{ "format", required_argument, NULL, 'f' },
		{ "jobs", required_argument, NULL, 'j' },
		{ "message", no_argument, NULL, 'm' },
		{ "unknown", no_argument, NULL, 'u' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 },
	};
	struct options o = { .language = language_of_environment() };
	const char *wrong;
	int option, status;

	opterr = 0;
	while ((option = getopt_long(argc, argv, ":l:f:j:muhV", longs,
	    NULL)) != -1) {
		status = take_option(c, option, argv[optind - 1], &o);
		if (status != GO_ON)
			return status;
	}
	wrong = clash(c, &o, argc - optind);
	if (wrong != NULL)
		return complain(c, "there is no", wrong);
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
	static const char *const with_value[] = { "-l", "-f", "-j", "--lang",
		"--format", "--jobs" };
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
