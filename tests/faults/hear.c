/* SPDX-License-Identifier: MIT */
/* hear.c - runs a command that hears a signal, or is deaf to it, and sends it
 * after a while: a shell makes what it runs in the background deaf to SIGINT
 *
 * usage: hear heard|ignored SIGNAL MICROSECONDS COMMAND...
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
	struct timespec pause;
	int number, status;
	long wait;
	pid_t pid;

	if (argc < 5)
		return 2;
	number = atoi(argv[2]);
	wait = atol(argv[3]);
	pause = (struct timespec){ wait / 1000000, wait % 1000000 * 1000 };
	signal(number, strcmp(argv[1], "ignored") == 0 ? SIG_IGN : SIG_DFL);
	pid = fork();
	if (pid == 0) {
		execvp(argv[4], argv + 4);
		_exit(127);
	}
	nanosleep(&pause, NULL);
	if (pid < 0 || kill(pid, number) != 0 || waitpid(pid, &status, 0) < 0)
		return 126;
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status)
	    : WEXITSTATUS(status);
}
