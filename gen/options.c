/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <string.h>

#include "nearest.h"
#include "pattern.h"

#define CHECK (1u << COMMAND_CHECK)
#define BUILD (1u << COMMAND_BUILD)
#define MERGE_PO (1u << COMMAND_MERGE_PO)
#define COMPARE (1u << COMMAND_COMPARE)
#define TARGETS (1u << COMMAND_TARGETS)
#define SCHEMA (1u << COMMAND_SCHEMA)
#define ALL (CHECK | BUILD | MERGE_PO | COMPARE | TARGETS | SCHEMA)

static const struct {
	const char *name, *arguments, *summary, *details;
} commands[COMMAND_COUNT] = {
	[COMMAND_CHECK] = { "check",
	    "[--format=FORMAT] [--overlay F]... [--baseline OLD] CATALOG",
	    "tell every fault of a catalog",
	    "Reads the catalog and reports each fault with file, line and column.\n"
	    "docs/diagnostics.md describes every rule.\n" },
	[COMMAND_BUILD] = { "build",
	    "[-o DIR] [--target T,...] [--lang L,...]\n"
	    "                         [--overlay F]... [--templates DIR] [--prefix NAME]\n"
	    "                         [--depfile F] [--depfile-target NAME] [--verify]\n"
	    "                         CATALOG",
	    "check a catalog and write what is made from it",
	    "Runs the stylesheets of the targets and writes the files that have changed.\n"
	    "Nothing is written unless the catalog is clean and everything was rendered.\n" },
	[COMMAND_MERGE_PO] = { "merge-po",
	    "[--format=FORMAT] CATALOG PO...",
	    "bring translations back into a catalog",
	    "Puts what the PO files translate into the catalog, marks and all, and touches\n"
	    "only the lines that change.  Fuzzy, untranslated and obsolete messages are\n"
	    "skipped.  Nothing is written unless the result passes all checks.\n" },
	[COMMAND_COMPARE] = { "compare",
	    "[--format=FORMAT] [--fail-on=break] OLD NEW",
	    "tell what differs between two catalogs",
	    "Lists what was broken, changed and added, and the version step that asks for.\n" },
	[COMMAND_TARGETS] = { "targets", "[--templates DIR]",
	    "list the targets", "" },
	[COMMAND_SCHEMA] = { "schema", "",
	    "print the RELAX NG schema of catalogs", "" },
};

enum option {
	OPTION_FORMAT, OPTION_OVERLAY, OPTION_BASELINE, OPTION_FAIL_ON,
	OPTION_OUTPUT, OPTION_TARGET, OPTION_LANG, OPTION_TEMPLATES,
	OPTION_PREFIX, OPTION_DEPFILE, OPTION_DEPFILE_TARGET, OPTION_VERIFY,
	OPTION_HELP, OPTION_VERSION,
	OPTION_COUNT
};

static const struct {
	const char *name, *value;   /* value: NULL where it takes none */
	char letter;
	unsigned commands;
	const char *help;
} options[OPTION_COUNT] = {
	[OPTION_FORMAT] = { "format", "FORMAT", 0,
	    CHECK | BUILD | MERGE_PO | COMPARE,
	    "text (default) or json; check and build also know sarif" },
	[OPTION_OVERLAY] = { "overlay", "F", 0, CHECK | BUILD,
	    "add the entries, phrases and translations of F; may be repeated" },
	[OPTION_BASELINE] = { "baseline", "OLD", 0, CHECK,
	    "hold it against an older catalog: nothing removed or renumbered" },
	[OPTION_FAIL_ON] = { "fail-on", "break", 0, COMPARE,
	    "status 1 if something was broken" },
	[OPTION_OUTPUT] = { "output", "DIR", 'o', BUILD,
	    "where to write (default: out)" },
	[OPTION_TARGET] = { "target", "T,...", 0, BUILD,
	    "only these targets (default: all; see \"mailerr-gen targets\")" },
	[OPTION_LANG] = { "lang", "L,...", 0, BUILD,
	    "only these languages (default: all of the catalog)" },
	[OPTION_TEMPLATES] = { "templates", "DIR", 0, BUILD | TARGETS,
	    "a folder of further targets, each a folder with a target.xsl" },
	[OPTION_PREFIX] = { "prefix", "NAME", 0, BUILD,
	    "begins the names in C (default: mailerr)" },
	[OPTION_DEPFILE] = { "depfile", "F", 0, BUILD,
	    "write what the files depend on, for make and ninja" },
	[OPTION_DEPFILE_TARGET] = { "depfile-target", "NAME", 0, BUILD,
	    "what depends on it in that file, such as a stamp (default: the files)" },
	[OPTION_VERIFY] = { "verify", NULL, 0, BUILD,
	    "write nothing; status 1 if a file is not what would be written" },
	[OPTION_HELP] = { "help", NULL, 'h', ALL, "print this help" },
	[OPTION_VERSION] = { "version", NULL, 'V', ALL, "print the version" },
};

/* ---- help ---- */

static void
print_options(unsigned mask, FILE *out)
{
	fputs("\nOptions:\n", out);
	for (int i = 0; i < OPTION_COUNT; i++) {
		int width;

		if ((options[i].commands & mask) == 0)
			continue;
		width = options[i].letter != 0
		    ? fprintf(out, "  -%c, ", options[i].letter)
		    : fprintf(out, "      ");
		width += fprintf(out, "--%s%s%s", options[i].name,
		    options[i].value == NULL ? "" : "=",
		    options[i].value == NULL ? "" : options[i].value);
		fprintf(out, "%*s%s\n", width < 26 ? 26 - width : 1, "",
		    options[i].help);
	}
}

static void
print_overview(FILE *out)
{
	fputs("Usage: mailerr-gen COMMAND [OPTION]... [CATALOG]\n\n"
	    "Checks a catalog of e-mail errors and makes C, man pages, HTML, gettext and\n"
	    "data files of it.\n\nCommands:\n", out);
	for (int i = 0; i < COMMAND_COUNT; i++)
		fprintf(out, "  %-10s%s\n", commands[i].name,
		    commands[i].summary);
	fputs("\n\"mailerr-gen COMMAND --help\" tells more of each.\n\n"
	    "Exit status: 0 clean (there may be warnings); 1 faults in the catalog or a\n"
	    "template, or files out of date; 2 wrong usage; 3 input or output failed.\n",
	    out);
}

void
options_print_help(enum command command, FILE *out)
{
	if (command == COMMAND_COUNT) {
		print_overview(out);
		return;
	}
	fprintf(out, "Usage: mailerr-gen %s %s\n\n%c%s.\n", commands[command].name,
	    commands[command].arguments, commands[command].summary[0] - 32,
	    commands[command].summary + 1);
	fputs(commands[command].details, out);
	print_options(1u << command, out);
}

/* ---- reading ---- */

struct reader {
	struct arena *arena;
	struct options *o;
	FILE *err;
	int argc;
	const char *const *argv;
	int at;              /* the argument being read */
	bool only_operands;  /* after "--" */
	unsigned operands;   /* read so far */
};

static bool
complain(const struct reader *r, const char *what, const char *word,
    const char *meant)
{
	const char *name = r->o->command == COMMAND_COUNT ? NULL
	    : commands[r->o->command].name;

	fprintf(r->err, "mailerr-gen: %s \"%s\"", what, word);
	if (meant != NULL)
		fprintf(r->err, "; did you mean \"%s\"?", meant);
	fprintf(r->err, "\nSee \"mailerr-gen %s%s--help\".\n",
	    name == NULL ? "" : name, name == NULL ? "" : " ");
	return false;
}

/* "a,b" as a NULL-ended list. */
static const char *const *
split(struct arena *arena, const char *value)
{
	size_t count = 2, n = 0;
	const char **list;

	for (const char *p = value; *p != '\0'; p++)
		count += *p == ',';
	list = arena_alloc(arena, count, sizeof *list);
	for (const char *p = value; *p != '\0';) {
		size_t length = strcspn(p, ",");

		if (length > 0)
			list[n++] = arena_strndup(arena, p, length);
		p += length + (p[length] == ',');
	}
	return list;
}

static bool
read_list(struct reader *r, const char *const **list, const char *value)
{
	*list = split(r->arena, value);
	return (*list)[0] != NULL || complain(r, "no name in", value, NULL);
}

static bool
read_format(struct reader *r, const char *value)
{
	static const char *const names[] = {
		[DIAG_TEXT] = "text", [DIAG_JSON] = "json",
		[DIAG_SARIF] = "sarif",
	};
	struct nearest near = { .asked = value };

	/* SARIF is for faults; a comparison has none */
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (i == DIAG_SARIF && r->o->command == COMMAND_COMPARE)
			continue;
		if (strcmp(value, names[i]) == 0) {
			r->o->format = (enum diag_format)i;
			return true;
		}
		nearest_offer(&near, names[i]);
	}
	return complain(r, "unknown format", value, near.word);
}

static bool
read_fail_on(struct reader *r, const char *value)
{
	r->o->fail_on_break = strcmp(value, "break") == 0;
	return r->o->fail_on_break ||
	    complain(r, "--fail-on takes \"break\", not", value, NULL);
}

/* A prefix begins file names and, with an underscore, identifiers of C. */
static bool
read_prefix(struct reader *r, const char *value)
{
	if (strlen(value) > 32 || !pattern_matches("[a-z][a-z0-9]*(_[a-z0-9]+)*",
	    value))
		return complain(r, "no lower-case C identifier:", value, NULL);
	r->o->prefix = value;
	return true;
}

/* The list (NULL: an empty one) with one more at its end. */
static const char *const *
append(struct reader *r, const char *const *old, const char *path)
{
	size_t count = 0;
	const char **list;

	while (old != NULL && old[count] != NULL)
		count++;
	list = arena_alloc(r->arena, count + 2, sizeof *list);
	for (size_t i = 0; i < count; i++)
		list[i] = old[i];
	list[count] = path;
	return list;
}

static bool
apply(struct reader *r, enum option option, const char *value)
{
	switch (option) {
	case OPTION_FORMAT: return read_format(r, value);
	case OPTION_OVERLAY:
		r->o->overlays = append(r, r->o->overlays, value);
		break;
	case OPTION_BASELINE: r->o->baseline = value; break;
	case OPTION_FAIL_ON: return read_fail_on(r, value);
	case OPTION_OUTPUT: r->o->output = value; break;
	case OPTION_TARGET: return read_list(r, &r->o->targets, value);
	case OPTION_LANG: return read_list(r, &r->o->languages, value);
	case OPTION_TEMPLATES: r->o->templates = value; break;
	case OPTION_PREFIX: return read_prefix(r, value);
	case OPTION_DEPFILE: r->o->depfile = value; break;
	case OPTION_DEPFILE_TARGET: r->o->depfile_target = value; break;
	case OPTION_VERIFY: r->o->verify = true; break;
	case OPTION_HELP: r->o->help = true; break;
	case OPTION_VERSION: r->o->version = true; break;
	case OPTION_COUNT: break;
	}
	return true;
}

/* The value of an option: what follows "=", or the letter, or else the next
 * argument. */
static const char *
take_value(struct reader *r, const char *attached)
{
	if (attached != NULL)
		return attached;
	return r->at + 1 < r->argc ? r->argv[++r->at] : NULL;
}

static bool
read_option(struct reader *r, enum option option, const char *attached)
{
	const char *argument = r->argv[r->at], *value;

	if (options[option].value == NULL)
		return attached != NULL
		    ? complain(r, "no value is taken by", argument, NULL)
		    : apply(r, option, NULL);
	value = take_value(r, attached);
	if (value == NULL || *value == '\0')
		return complain(r, "a value is missing for", argument, NULL);
	return apply(r, option, value);
}

static bool
read_long(struct reader *r, const char *argument)
{
	size_t length = strcspn(argument, "=");
	const char *name = arena_strndup(r->arena, argument, length);
	struct nearest near = { .asked = name };
	unsigned mask = 1u << r->o->command;

	for (int i = 0; i < OPTION_COUNT; i++) {
		if ((options[i].commands & mask) == 0)
			continue;
		if (strcmp(options[i].name, name) == 0)
			return read_option(r, (enum option)i,
			    argument[length] == '=' ? argument + length + 1
			    : NULL);
		nearest_offer(&near, options[i].name);
	}
	return complain(r, "unknown option", r->argv[r->at], near.word == NULL
	    ? NULL : arena_printf(r->arena, "--%s", near.word));
}

static bool
read_short(struct reader *r, const char *argument)
{
	unsigned mask = 1u << r->o->command;

	for (int i = 0; i < OPTION_COUNT; i++)
		if (options[i].letter == argument[1] &&
		    (options[i].commands & mask) != 0)
			return read_option(r, (enum option)i,
			    argument[2] != '\0' ? argument + 2 : NULL);
	return complain(r, "unknown option", argument, NULL);
}

/* At least so many; of merge-po any number more. */
static unsigned
operands_of(enum command command)
{
	return command == COMMAND_COMPARE || command == COMMAND_MERGE_PO ? 2 :
	    command == COMMAND_CHECK || command == COMMAND_BUILD ? 1 : 0;
}

static bool
read_po_file(struct reader *r, const char *argument)
{
	r->operands++;
	r->o->po_files = append(r, r->o->po_files, argument);
	return true;
}

static bool
read_operand(struct reader *r, const char *argument)
{
	if (r->o->command == COMMAND_MERGE_PO && r->operands > 0)
		return read_po_file(r, argument);
	if (r->operands == operands_of(r->o->command))
		return complain(r, "one argument too many:", argument, NULL);
	if (r->operands++ == 1)
		r->o->old_catalog = r->o->catalog;
	r->o->catalog = argument;
	return true;
}

static bool
read_argument(struct reader *r)
{
	const char *argument = r->argv[r->at];

	if (r->only_operands || argument[0] != '-' || argument[1] == '\0')
		return read_operand(r, argument);
	if (strcmp(argument, "--") == 0) {
		r->only_operands = true;
		return true;
	}
	return argument[1] == '-' ? read_long(r, argument + 2)
	    : read_short(r, argument);
}

static bool
read_command(struct reader *r)
{
	const char *word = r->argc > 1 ? r->argv[1] : "--help";
	struct nearest near = { .asked = word };

	r->o->command = COMMAND_COUNT;
	r->o->help = strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 ||
	    strcmp(word, "help") == 0;
	r->o->version = strcmp(word, "--version") == 0 ||
	    strcmp(word, "-V") == 0;
	if (r->o->help || r->o->version)
		return r->argc > 1 || complain(r, "a command is missing behind",
		    "mailerr-gen", NULL);
	for (int i = 0; i < COMMAND_COUNT; i++) {
		if (strcmp(commands[i].name, word) == 0) {
			r->o->command = (enum command)i;
			return true;
		}
		nearest_offer(&near, commands[i].name);
	}
	return complain(r, "unknown command", word, near.word);
}

bool
options_read(struct arena *arena, int argc, const char *const *argv,
    struct options *o, FILE *err)
{
	struct reader r = { .arena = arena, .o = o, .err = err, .argc = argc,
		.argv = argv };

	*o = (struct options){ .output = "out", .prefix = "mailerr" };
	if (!read_command(&r))
		return false;
	if (o->help || o->version)
		return true;
	for (r.at = 2; r.at < argc; r.at++) {
		if (!read_argument(&r))
			return false;
		if (o->help || o->version)
			return true;
	}
	if (r.operands < operands_of(o->command))
		return complain(&r, o->command == COMMAND_MERGE_PO &&
		    r.operands > 0 ? "a PO file is missing behind"
		    : "a catalog is missing behind",
		    r.operands > 0 ? o->catalog : commands[o->command].name,
		    NULL);
	if (o->depfile_target != NULL && o->depfile == NULL)
		return complain(&r, "--depfile is missing beside",
		    "--depfile-target", NULL);
	return true;
}
