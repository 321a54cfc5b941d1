/* SPDX-License-Identifier: MIT */
/* hear.c - runs a command that hears a signal, or is deaf to it, and sends it
 *
 * usage: hear heard|ignored SIGNAL COMMAND...
 * Ends with the command's status, 128 + N where signal N has ended it. */
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	const struct timespec while_it_runs = { 0, 5 * 1000 * 1000 };
	int number, status;
	pid_t pid;

	if (argc < 4)
		return 2;
	number = atoi(argv[2]);
	signal(number, strcmp(argv[1], "ignored") == 0 ? SIG_IGN : SIG_DFL);
	pid = fork();
	if (pid == 0) {
		execvp(argv[3], argv + 3);
		_exit(127);
	}
	nanosleep(&while_it_runs, NULL);
	if (pid < 0 || kill(pid, number) != 0 || waitpid(pid, &status, 0) < 0)
		return 126;
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status)
	    : WEXITSTATUS(status);
}
