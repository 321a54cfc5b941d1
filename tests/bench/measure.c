/* SPDX-License-Identifier: MIT */
/* Runs commands in turn, several rounds, and prints of each the median of its
 * wall-clock time in milliseconds and its largest memory in MB.
 *
 * usage: measure ROUNDS < LINES      a line: NAME, a tab, a shell command */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define COMMANDS 64
#define ROUNDS 101

struct command {
	char name[64];
	char *line;
	double ms[ROUNDS];
	long memory; /* KB */
};

static void
die(const char *what)
{
	perror(what);
	exit(EXIT_FAILURE);
}

static double
now(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
		die("clock_gettime");
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* A command that fails ends the measurement: its time would mean nothing. */
static void
run(struct command *c, int round)
{
	double start = now();
	struct rusage usage;
	int status;
	pid_t pid = fork();

	if (pid < 0)
		die("fork");
	if (pid == 0) {
		execl("/bin/sh", "sh", "-c", c->line, (char *)NULL);
		_exit(127);
	}
	if (wait4(pid, &status, 0, &usage) != pid)
		die("wait4");
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		fprintf(stderr, "measure: failed: %s\n", c->line);
		exit(EXIT_FAILURE);
	}
	c->ms[round] = now() - start;
	if (usage.ru_maxrss > c->memory)
		c->memory = usage.ru_maxrss;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static size_t
read_commands(struct command *commands)
{
	char line[4096];
	size_t n = 0;

	while (n < COMMANDS && fgets(line, sizeof line, stdin) != NULL) {
		char *tab = strchr(line, '\t');

		line[strcspn(line, "\n")] = '\0';
		if (tab == NULL || tab - line >= (long)sizeof commands->name)
			continue;
		*tab = '\0';
		strcpy(commands[n].name, line);
		commands[n].line = strdup(tab + 1);
		if (commands[n++].line == NULL)
			die("strdup");
	}
	return n;
}

int
main(int argc, char **argv)
{
	static struct command commands[COMMANDS];
	int rounds = argc > 1 ? atoi(argv[1]) : 0;
	size_t n = read_commands(commands);

	if (rounds < 1 || rounds > ROUNDS || n == 0) {
		fputs("usage: measure ROUNDS < LINES\n", stderr);
		return 2;
	}
	for (int round = 0; round < rounds; round++)
		for (size_t i = 0; i < n; i++)
			run(&commands[i], round);
	for (size_t i = 0; i < n; i++) {
		qsort(commands[i].ms, (size_t)rounds, sizeof(double), compare);
		printf("%s\t%.2f\t%.1f\n", commands[i].name,
		    commands[i].ms[rounds / 2],
		    (double)commands[i].memory / 1024);
		free(commands[i].line);
	}
	return 0;
}
