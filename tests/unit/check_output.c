/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "output.h"
#include "suites.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define MANY 150 /* files, where a signal is to meet a run */

static struct arena arena;
static struct diags diags;
static char top[64]; /* a folder of the test's own */
static struct output *o;

static void
setup(void)
{
	arena = (struct arena){ 0 };
	diags = (struct diags){ .arena = &arena };
	strcpy(top, "/tmp/check_output.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(top));
	ck_assert_int_eq(chdir(top), 0);
	umask(022);
	o = output_new(&arena);
}

static void
teardown(void)
{
	char *command = arena_printf(&arena, "chmod -R u+rwX %s; rm -rf %s",
	    top, top);

	ck_assert_int_eq(chdir("/"), 0);
	ck_assert_int_eq(system(command), 0);
	arena_free(&arena);
}

/* ---- helpers ---- */

static void
add(const char *target, const char *path, const char *text)
{
	ck_assert_ptr_null(output_add(o, target, path, text, strlen(text)));
}

static void
put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	ck_assert_int_eq(fclose(f), 0);
}

static const char *
content(const char *path)
{
	static char text[4096];
	FILE *f = fopen(path, "r");
	size_t n;

	if (f == NULL)
		return "(none)";
	n = fread(text, 1, sizeof text - 1, f);
	text[n] = '\0';
	fclose(f);
	return text;
}

static struct stat
state(const char *path)
{
	struct stat st;

	ck_assert_int_eq(lstat(path, &st), 0);
	return st;
}

static bool
exists(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

static size_t
temporaries_in(const char *path)
{
	DIR *dir = opendir(path);
	const struct dirent *entry;
	size_t n = 0;

	if (dir == NULL)
		return 0;
	while ((entry = readdir(dir)) != NULL)
		n += strncmp(entry->d_name, ".mailerr-gen.", 13) == 0;
	closedir(dir);
	return n;
}

static void
expect_message(const char *rule, const char *part)
{
	ck_assert_uint_ge(diags.count, 1);
	ck_assert_str_eq(diags.items[0]->rule, rule);
	ck_assert_msg(strstr(diags.items[0]->message, part) != NULL, "%s",
	    diags.items[0]->message);
}

static void
expect_failure(const char *part)
{
	struct output_result result = output_write(o, "out", &diags);

	ck_assert(result.failed);
	expect_message("output-failed", part);
	ck_assert_uint_eq(diags.count, 1);
}

static void
expect_written(size_t written, size_t unchanged)
{
	struct output_result result = output_write(o, "out", &diags);

	ck_assert_uint_eq(diags.count, 0);
	ck_assert(!result.failed);
	ck_assert_uint_eq(result.written, written);
	ck_assert_uint_eq(result.unchanged, unchanged);
}

/* ---- the set ---- */

static const struct {
	const char *path, *fault; /* NULL: fine */
} paths[] = {
	{ "a", NULL }, { "a.b/c-d/e_f+g", NULL }, { ".nojekyll", NULL },
	{ "a/...", NULL }, { "..a", NULL }, { "CON", NULL },
	{ "", "empty" }, { "/a", "absolute" }, { "//a", "absolute" },
	{ "../a", ". or .." }, { "a/../b", ". or .." }, { "a/..", ". or .." },
	{ ".", ". or .." }, { "./a", ". or .." }, { "a//b", "empty name" },
	{ "a/", "empty name" }, { "-rf", "begins with '-'" },
	{ "a/-b", "begins with '-'" }, { "a b", "character" },
	{ "a\\b", "character" }, { "a\nb", "character" }, { "é", "character" },
	{ "a:b", "character" }, { "~", "character" }, { "$x", "character" },
	{ ".mailerr-gen.1.1", "temporary" }, { "x/.mailerr-gen.x", "temporary" },
};

START_TEST(path_faults)
{
	const char *fault = output_path_fault(paths[_i].path);

	if (paths[_i].fault == NULL) {
		ck_assert_ptr_null(fault);
	} else {
		ck_assert_ptr_nonnull(fault);
		ck_assert_msg(strstr(fault, paths[_i].fault) != NULL, "%s",
		    fault);
	}
	ck_assert_int_eq(output_add(o, "t", paths[_i].path, "", 0) == NULL,
	    fault == NULL);
	ck_assert_uint_eq(output_count(o), fault == NULL);
}
END_TEST

START_TEST(long_names)
{
	char name[3000];

	memset(name, 'a', sizeof name);
	name[255] = '\0';
	ck_assert_ptr_null(output_path_fault(name));
	name[255] = 'a';
	name[256] = '\0';
	ck_assert_ptr_nonnull(output_path_fault(name));
	memset(name, 'a', sizeof name);
	for (size_t i = 100; i < sizeof name; i += 100)
		name[i] = '/';
	name[sizeof name - 1] = '\0';
	ck_assert_ptr_nonnull(output_path_fault(name));
}
END_TEST

START_TEST(one_path_one_file)
{
	add("t", "a", "1");
	add("u", "a", "2");
	add("t", "b/c", "3");
	ck_assert_ptr_nonnull(output_add(o, "t", "a", "1", 1));
	ck_assert_ptr_nonnull(output_add(o, "t", "b", "1", 1));
	ck_assert_ptr_nonnull(output_add(o, "t", "b/c/d", "1", 1));
	ck_assert_ptr_nonnull(output_add(o, "t", "a/x", "1", 1));
	ck_assert_ptr_nonnull(output_add(o, "..", "a", "1", 1));
	ck_assert_ptr_nonnull(output_add(o, "", "a", "1", 1));
	ck_assert_ptr_nonnull(output_add(o, "t t", "a", "1", 1));
	ck_assert_uint_eq(output_count(o), 3);
	ck_assert(output_has(o, "t/b/c"));
	ck_assert(!output_has(o, "t/b"));
	ck_assert(!output_has(o, "t/x"));
}
END_TEST

START_TEST(sorted_by_target_and_path)
{
	static const char *const expected[] = { "a/x", "a/y", "a-b/x", "b/a" };
	const char *target, *path, *bytes;
	size_t size;

	add("b", "a", "1");
	add("a", "y", "22");
	add("a-b", "x", "3");
	add("a", "x", "4");
	output_sort(o);
	for (size_t i = 0; i < COUNT(expected); i++) {
		output_get(o, i, &target, &path, NULL, NULL);
		ck_assert_str_eq(arena_printf(&arena, "%s/%s", target, path),
		    expected[i]);
	}
	output_get(o, 1, NULL, NULL, &bytes, &size);
	ck_assert_uint_eq(size, 2);
	ck_assert_int_eq(memcmp(bytes, "22", 2), 0);
}
END_TEST

START_TEST(many_files)
{
	for (int i = 0; i < 5000; i++)
		add("t", arena_printf(&arena, "d%d/f%d", i % 70, i), "x");
	for (int i = 0; i < 5000; i++) {
		ck_assert(output_has(o,
		    arena_printf(&arena, "t/d%d/f%d", i % 70, i)));
		ck_assert_ptr_nonnull(output_add(o, "t",
		    arena_printf(&arena, "d%d/f%d", i % 70, i), "", 0));
	}
	ck_assert_uint_eq(output_count(o), 5000);
}
END_TEST

/* ---- writing ---- */

START_TEST(writes_into_nothing)
{
	add("c", "mailerr.h", "header\n");
	add("man", "ja/man7/mailerr.7", "page\n");
	add("c", "empty", "");
	expect_written(3, 0);
	ck_assert_str_eq(content("out/c/mailerr.h"), "header\n");
	ck_assert_str_eq(content("out/man/ja/man7/mailerr.7"), "page\n");
	ck_assert_str_eq(content("out/c/empty"), "");
	ck_assert_uint_eq(state("out/c/mailerr.h").st_mode & 0777, 0644);
	ck_assert_uint_eq(state("out/man/ja").st_mode & 0777, 0755);
	ck_assert_uint_eq(temporaries_in("out/c"), 0);
}
END_TEST

START_TEST(umask_is_honoured)
{
	add("c", "a", "x");
	umask(077);
	expect_written(1, 0);
	ck_assert_uint_eq(state("out/c/a").st_mode & 0777, 0600);
}
END_TEST

START_TEST(deep_base_is_made)
{
	add("c", "a", "x");
	ck_assert(!output_write(o, "x/y/../y/z/", &diags).failed);
	ck_assert_str_eq(content("x/y/z/c/a"), "x");
}
END_TEST

START_TEST(unchanged_keeps_its_time)
{
	static const struct timespec old[2] = { { 1000000000, 0 },
		{ 1000000000, 0 } };

	add("c", "same", "same");
	add("c", "other", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	put("out/c/same", "same");
	put("out/c/other", "old");
	utimensat(AT_FDCWD, "out/c/same", old, 0);
	utimensat(AT_FDCWD, "out/c/other", old, 0);
	expect_written(1, 1);
	ck_assert_int_eq(state("out/c/same").st_mtime, 1000000000);
	ck_assert_int_ne(state("out/c/other").st_mtime, 1000000000);
	ck_assert_str_eq(content("out/c/other"), "new");
	expect_written(0, 2);
}
END_TEST

static const char *const near_misses[] = { "", "sam", "same!", "sbme", "SAME" };

START_TEST(any_difference_is_written)
{
	add("c", "f", "same");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	put("out/c/f", near_misses[_i]);
	expect_written(1, 0);
	ck_assert_str_eq(content("out/c/f"), "same");
}
END_TEST

START_TEST(large_files_are_compared_whole)
{
	char *bytes = arena_alloc(&arena, 100001, 1);

	memset(bytes, 'x', 100000);
	ck_assert_ptr_null(output_add(o, "c", "big", bytes, 100000));
	expect_written(1, 0);
	expect_written(0, 1);
	put("out/c/big", bytes);
	expect_written(0, 1);
	bytes[99999] = 'y';
	put("out/c/big", bytes);
	expect_written(1, 0);
}
END_TEST

START_TEST(read_only_file_is_replaced)
{
	add("c", "f", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	put("out/c/f", "old");
	chmod("out/c/f", 0444);
	expect_written(1, 0);
	ck_assert_str_eq(content("out/c/f"), "new");
}
END_TEST

/* ---- what stands in the way ---- */

START_TEST(link_is_replaced_not_followed)
{
	add("c", "f", "new");
	add("c", "g", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	put("victim", "victim");
	ck_assert_int_eq(symlink("../../victim", "out/c/f"), 0);
	ck_assert_int_eq(symlink("nowhere", "out/c/g"), 0);
	expect_written(2, 0);
	ck_assert_str_eq(content("victim"), "victim");
	ck_assert(S_ISREG(state("out/c/f").st_mode));
	ck_assert(S_ISREG(state("out/c/g").st_mode));
}
END_TEST

/* Even a link to a file with the same bytes. */
START_TEST(link_to_the_same_is_replaced)
{
	add("c", "f", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	put("victim", "new");
	ck_assert_int_eq(symlink("../../victim", "out/c/f"), 0);
	expect_written(1, 0);
	ck_assert(S_ISREG(state("out/c/f").st_mode));
}
END_TEST

START_TEST(fifo_is_replaced)
{
	add("c", "f", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	ck_assert_int_eq(mkfifo("out/c/f", 0644), 0);
	expect_written(1, 0);
	ck_assert_str_eq(content("out/c/f"), "new");
}
END_TEST

static const struct {
	const char *link, *message;
} linked[] = {
	{ "out/c", "cannot write out/c: a symbolic link" },
	{ "out/c/sub", "cannot write out/c/sub: a symbolic link" },
};

START_TEST(linked_folder_is_refused)
{
	add("c", "sub/f", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("elsewhere", 0755), 0);
	if (_i == 1)
		ck_assert_int_eq(mkdir("out/c", 0755), 0);
	ck_assert_int_eq(symlink(_i == 0 ? "../elsewhere" : "../../elsewhere",
	    linked[_i].link), 0);
	expect_failure(linked[_i].message);
	ck_assert(!exists("elsewhere/f"));
	ck_assert(!exists("elsewhere/sub"));
}
END_TEST

START_TEST(base_may_be_a_link)
{
	add("c", "f", "new");
	ck_assert_int_eq(mkdir("elsewhere", 0755), 0);
	ck_assert_int_eq(symlink("elsewhere", "out"), 0);
	expect_written(1, 0);
	ck_assert_str_eq(content("elsewhere/c/f"), "new");
}
END_TEST

START_TEST(folder_at_a_files_place)
{
	add("c", "a", "new");
	add("c", "f", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	ck_assert_int_eq(mkdir("out/c/f", 0755), 0);
	put("out/c/a", "old");
	expect_failure("cannot write out/c/f: Is a directory");
	ck_assert_str_eq(content("out/c/a"), "old");
	ck_assert_uint_eq(temporaries_in("out/c"), 0);
}
END_TEST

START_TEST(file_at_a_folders_place)
{
	add("c", "f", "new");
	if (_i == 0)
		ck_assert_int_eq(mkdir("out", 0755), 0);
	put(_i == 0 ? "out/c" : "out", "a file");
	expect_failure(_i == 0 ? "cannot write out/c: Not a directory"
	    : "cannot write out: Not a directory");
	ck_assert_str_eq(content(_i == 0 ? "out/c" : "out"), "a file");
}
END_TEST

START_TEST(base_cannot_be_made)
{
	struct output_result result;

	add("c", "f", "new");
	put("file", "");
	result = output_write(o, "file/out", &diags);
	ck_assert(result.failed);
	expect_message("output-failed", "cannot write file/out: Not a directory");
	diags.count = 0;
	result = output_write(o, "", &diags);
	ck_assert(result.failed);
	expect_message("output-failed", "No such file or directory");
}
END_TEST

/* Runs it as nobody, whom permissions stop; root they do not. */
static void
write_as_nobody(void)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (getuid() == 0 && setuid(65534) != 0)
			_exit(99);
		struct output_result r = output_write(o, "out", &diags);
		_exit(r.failed && diags.count == 1 && strstr(
		    diags.items[0]->message, "Permission denied") != NULL
		    ? 0 : 1);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
}

START_TEST(read_only_folder)
{
	add("c", "a/f", "new");
	add("c", "b/f", "new");
	chmod(top, 0755);
	expect_written(2, 0);
	put("out/c/a/f", "old");
	put("out/c/b/f", "old");
	if (getuid() == 0) /* a is theirs, b is not */
		ck_assert_int_eq(chown("out/c/a", 65534, (gid_t)-1), 0);
	chmod("out/c/b", 0555);
	write_as_nobody();
	ck_assert_str_eq(content("out/c/a/f"), "old");
	ck_assert_str_eq(content("out/c/b/f"), "old");
	ck_assert_uint_eq(temporaries_in("out/c/a"), 0);
}
END_TEST

START_TEST(read_only_base)
{
	add("c", "f", "new");
	chmod(top, 0555);
	write_as_nobody();
	chmod(top, 0755);
	ck_assert(!exists("out"));
}
END_TEST

/* ---- limits ---- */

/* A full disk, for a file of more than 4,000 bytes. */
START_TEST(file_size_limit)
{
	struct rlimit limit = { 4000, RLIM_INFINITY };
	char *bytes = arena_alloc(&arena, 10001, 1);

	memset(bytes, 'x', 10000);
	add("c", "a", "new");
	add("c", "b", bytes);
	add("c", "d", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	put("out/c/a", "old");
	put("out/c/b", "old");
	ck_assert(signal(SIGXFSZ, SIG_IGN) != SIG_ERR); /* as main() does */
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	expect_failure("cannot write out/c/b: File too large");
	limit.rlim_cur = RLIM_INFINITY;
	setrlimit(RLIMIT_FSIZE, &limit);
	ck_assert_str_eq(content("out/c/a"), "old");
	ck_assert_str_eq(content("out/c/b"), "old");
	ck_assert(!exists("out/c/d"));
	ck_assert_uint_eq(temporaries_in("out/c"), 0);
}
END_TEST

START_TEST(few_descriptors)
{
	struct rlimit old, few;
	int next = open("/dev/null", O_RDONLY);

	close(next);
	for (int i = 0; i < 50; i++)
		add("c", arena_printf(&arena, "%d/a/b/f", i), "x");
	getrlimit(RLIMIT_NOFILE, &old);
	few = old;
	few.rlim_cur = (rlim_t)next + 2;
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
	expect_written(50, 0);
	few.rlim_cur = (rlim_t)next + 1;
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
	expect_failure("Too many open files");
	setrlimit(RLIMIT_NOFILE, &old);
}
END_TEST

/* ---- what killed runs leave ---- */

static pid_t
dead_pid(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	waitpid(child, NULL, 0);
	return child;
}

START_TEST(left_overs_are_swept)
{
	const char *dead = arena_printf(&arena, "out/c/.mailerr-gen.%ld",
	    (long)dead_pid());
	const char *ours = arena_printf(&arena, "out/c/.mailerr-gen.%ld.7",
	    (long)getpid());
	const char *kept[] = {
		ours, "out/c/.mailerr-gen.1.1", "out/c/.mailerr-gen.x.1",
		"out/c/.mailerr-gen.1", "out/c/mailerr-gen.99999999.1",
		arena_printf(&arena, "%s.1x", dead),
		arena_printf(&arena, "%s.", dead),
		arena_printf(&arena, "%s.2", dead),
		"out/c/.mailerr-gen.-5.1", "out/c/.mailerr-gen.99999999999.1",
	};

	add("c", "f", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	for (size_t i = 0; i < COUNT(kept); i++)
		if (i != 7)
			put(kept[i], "x");
	ck_assert_int_eq(mkdir(kept[7], 0755), 0);
	put(arena_printf(&arena, "%s.1", dead), "left");
	put(arena_printf(&arena, "%s.12345", dead), "left");
	put("victim", "victim");
	ck_assert_int_eq(symlink("../../victim",
	    arena_printf(&arena, "%s.3", dead)), 0);
	expect_written(1, 0);
	for (size_t i = 0; i < COUNT(kept); i++)
		ck_assert_msg(exists(kept[i]), "%s", kept[i]);
	ck_assert(!exists(arena_printf(&arena, "%s.1", dead)));
	ck_assert(!exists(arena_printf(&arena, "%s.12345", dead)));
	ck_assert(exists(arena_printf(&arena, "%s.3", dead)));
	ck_assert_str_eq(content("victim"), "victim");
}
END_TEST

/* A file of a process that had our number is neither used nor removed. */
START_TEST(taken_name_is_left_alone)
{
	add("c", "a", "new");
	add("c", "b", "new");
	ck_assert_int_eq(mkdir("out", 0755), 0);
	ck_assert_int_eq(mkdir("out/c", 0755), 0);
	for (int i = 1; i < 4; i++)
		put(arena_printf(&arena, "out/c/.mailerr-gen.%ld.%d",
		    (long)getpid(), i), "theirs");
	expect_written(2, 0);
	ck_assert_uint_eq(temporaries_in("out/c"), 3);
	ck_assert_str_eq(content("out/c/b"), "new");
}
END_TEST

/* ---- signals ---- */

static void
add_many(const char *text)
{
	o = output_new(&arena);
	for (int i = 0; i < MANY; i++)
		add("c", arena_printf(&arena, "d%d/f%d", i % 3, i),
		    arena_printf(&arena, "%s %d %s\n", text, i, text));
}

/* How many are new; each must be old or new, and whole. */
static int
count_new(void)
{
	int n = 0;

	for (int i = 0; i < MANY; i++) {
		const char *text = content(arena_printf(&arena,
		    "out/c/d%d/f%d", i % 3, i));
		bool is_new = strcmp(text, arena_printf(&arena,
		    "new %d new\n", i)) == 0;

		ck_assert_msg(is_new || strcmp(text, arena_printf(&arena,
		    "old %d old\n", i)) == 0, "%s", text);
		n += is_new;
	}
	return n;
}

/* Sends a signal to a run after some time; its status. */
static int
kill_a_run(int number, unsigned microseconds)
{
	struct timespec wait = { 0, (long)microseconds * 1000 };
	sigset_t hold, old;
	pid_t child;
	int status;

	add_many("old");
	ck_assert(!output_write(o, "out", &diags).failed);
	add_many("new");
	/* Check has handlers of its own, which a child inherits */
	sigfillset(&hold);
	sigprocmask(SIG_BLOCK, &hold, &old);
	child = fork();
	if (child == 0) {
		signal(SIGINT, SIG_DFL);
		signal(SIGTERM, SIG_DFL);
		sigprocmask(SIG_SETMASK, &old, NULL);
		_exit(output_write(o, "out", &diags).failed ? 3 : 0);
	}
	sigprocmask(SIG_SETMASK, &old, NULL);
	nanosleep(&wait, NULL);
	kill(child, number);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	return status;
}

static size_t
all_temporaries(void)
{
	return temporaries_in("out/c/d0") + temporaries_in("out/c/d1") +
	    temporaries_in("out/c/d2");
}

static const int ending[] = { SIGINT, SIGTERM, SIGHUP };

START_TEST(signal_ends_cleanly)
{
	int number = ending[_i % 3];
	int status = kill_a_run(number, (unsigned)_i * 700);
	int n = count_new();

	/* all or nothing; it may have ended before the signal came */
	ck_assert(n == 0 || n == MANY);
	ck_assert_uint_eq(all_temporaries(), 0);
	if (WIFSIGNALED(status))
		ck_assert_int_eq(WTERMSIG(status), number);
	else
		ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0 &&
		    n == MANY);
}
END_TEST

START_TEST(kill_leaves_whole_files)
{
	kill_a_run(SIGKILL, (unsigned)_i * 700);
	count_new();
	/* the next run repairs */
	ck_assert(!output_write(o, "out", &diags).failed);
	ck_assert_int_eq(count_new(), MANY);
	ck_assert_uint_eq(all_temporaries(), 0);
}
END_TEST

START_TEST(ignored_signal_stays_ignored)
{
	struct sigaction now;

	signal(SIGHUP, SIG_IGN);
	ck_assert(WIFEXITED(kill_a_run(SIGHUP, 2000)));
	ck_assert_int_eq(count_new(), MANY);
	sigaction(SIGHUP, NULL, &now);
	ck_assert(now.sa_handler == SIG_IGN);
	signal(SIGHUP, SIG_DFL);
}
END_TEST

START_TEST(dispositions_come_back)
{
	static const int all[] = { SIGINT, SIGTERM, SIGHUP, SIGXFSZ };
	struct sigaction before[COUNT(all)], after;

	for (size_t i = 0; i < COUNT(all); i++)
		sigaction(all[i], NULL, &before[i]);
	add("c", "f", "x");
	expect_written(1, 0);
	for (size_t i = 0; i < COUNT(all); i++) {
		sigaction(all[i], NULL, &after);
		ck_assert(after.sa_handler == before[i].sa_handler);
	}
}
END_TEST

START_TEST(runs_at_once)
{
	pid_t children[6];
	int status;

	for (size_t i = 0; i < COUNT(children); i++) {
		children[i] = fork();
		if (children[i] != 0)
			continue;
		add_many(i % 2 == 0 ? "old" : "new");
		for (int k = 0; k < 3; k++)
			if (output_write(o, "out", &diags).failed)
				_exit(3);
		_exit(0);
	}
	for (size_t i = 0; i < COUNT(children); i++) {
		ck_assert_int_eq(waitpid(children[i], &status, 0), children[i]);
		ck_assert_int_eq(status, 0);
	}
	count_new();
	ck_assert_uint_eq(all_temporaries(), 0);
}
END_TEST

/* ---- verifying ---- */

static void
write_two_targets(void)
{
	add("c", "a", "a");
	add("c", "sub/b", "b");
	add("man", "m", "m");
	expect_written(3, 0);
}

/* ---- one file ---- */

/* How many names the folder holds. */
static int
count_names(const char *path)
{
	DIR *dir = opendir(path);
	int count = 0;

	ck_assert_ptr_nonnull(dir);
	while (readdir(dir) != NULL)
		count++;
	closedir(dir);
	return count - 2;
}

START_TEST(replaces_one_file)
{
	struct stat st;

	put("c.xml", "old");
	ck_assert_int_eq(chmod("c.xml", 0640), 0);
	ck_assert(output_replace("c.xml", "new!", 4, &diags));
	ck_assert_str_eq(content("c.xml"), "new!");
	ck_assert_int_eq(stat("c.xml", &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0640);
	ck_assert_int_eq(count_names("."), 1);
	ck_assert_uint_eq(diags.count, 0);
}
END_TEST

START_TEST(replaces_what_a_link_leads_to)
{
	struct stat st;

	ck_assert_int_eq(mkdir("there", 0755), 0);
	put("there/c.xml", "old");
	ck_assert_int_eq(symlink("there/c.xml", "link.xml"), 0);
	ck_assert(output_replace("link.xml", "new", 3, &diags));
	ck_assert_int_eq(lstat("link.xml", &st), 0);
	ck_assert(S_ISLNK(st.st_mode));
	ck_assert_str_eq(content("there/c.xml"), "new");
	ck_assert_int_eq(count_names("there"), 1);
}
END_TEST

START_TEST(replaces_nothing_that_is_not_there)
{
	ck_assert(!output_replace("nowhere/c.xml", "new", 3, &diags));
	ck_assert_uint_eq(diags.count, 1);
	ck_assert_str_eq(diags.items[0]->rule, "output-failed");
	ck_assert_str_eq(diags.items[0]->message,
	    "cannot write: No such file or directory");
	ck_assert_int_eq(count_names("."), 0);
}
END_TEST

START_TEST(keeps_the_old_file_on_a_fault)
{
	struct rlimit limit = { 4000, RLIM_INFINITY };
	char *bytes = arena_alloc(&arena, 10000, 1);

	put("c.xml", "old");
	ck_assert(signal(SIGXFSZ, SIG_IGN) != SIG_ERR); /* as main() does */
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert(!output_replace("c.xml", bytes, 10000, &diags));
	limit.rlim_cur = RLIM_INFINITY;
	setrlimit(RLIMIT_FSIZE, &limit);
	ck_assert_str_eq(diags.items[0]->message,
	    "cannot write: File too large");
	ck_assert_str_eq(content("c.xml"), "old");
	ck_assert_int_eq(count_names("."), 1);
}
END_TEST

START_TEST(verify_is_content)
{
	write_two_targets();
	put("out/other", "not ours");
	ck_assert_int_eq(mkdir("out/po", 0755), 0);
	put("out/po/x", "another target");
	put("out/c/.mailerr-gen.1.1", "being written");
	ck_assert(output_verify(o, "out", &diags));
	ck_assert_uint_eq(diags.count, 0);
}
END_TEST

static const struct {
	const char *command, *file, *rule, *message;
} differences[] = {
	{ "rm out/c/a", "out/c/a", "output-outdated", "missing" },
	{ "rm -r out/c/sub", "out/c/sub/b", "output-outdated", "missing" },
	{ "rm -r out/man", "out/man/m", "output-outdated", "missing" },
	{ "echo >> out/c/a", "out/c/a", "output-outdated", "is not what" },
	{ "printf x > out/c/a", "out/c/a", "output-outdated", "is not what" },
	{ "rm out/c/a; ln -s sub/b out/c/a", "out/c/a", "output-outdated",
	    "is not what" },
	{ "rm out/c/a; mkdir out/c/a", "out/c/a", "output-outdated",
	    "is not what" },
	{ "mv out/c/sub x; ln -s ../../x out/c/sub", "out/c/sub/b",
	    "output-outdated", "symbolic link" },
	{ "touch out/c/sub/new", "out/c/sub/new", "output-stray", "not made" },
	{ "ln -s nowhere out/man/x", "out/man/x", "output-stray", "not made" },
	{ "mkdir -p out/c/x/y; touch out/c/x/y/z", "out/c/x/y/z",
	    "output-stray", "not made" },
};

START_TEST(verify_finds)
{
	write_two_targets();
	ck_assert_int_eq(system(differences[_i].command), 0);
	ck_assert(!output_verify(o, "out", &diags));
	expect_message(differences[_i].rule, differences[_i].message);
	ck_assert_str_eq(diags.items[0]->file, differences[_i].file);
}
END_TEST

START_TEST(verify_writes_nothing)
{
	add("c", "a", "a");
	add("c", "b", "b");
	ck_assert(!output_verify(o, "out", &diags));
	ck_assert_uint_eq(diags.count, 2);
	ck_assert(!exists("out"));
}
END_TEST

START_TEST(strays_are_sorted)
{
	write_two_targets();
	put("out/c/z", "");
	put("out/c/b", "");
	put("out/c/sub/a", "");
	ck_assert(!output_verify(o, "out", &diags));
	ck_assert_uint_eq(diags.count, 3);
	ck_assert_str_eq(diags.items[0]->file, "out/c/b");
	ck_assert_str_eq(diags.items[1]->file, "out/c/sub/a");
	ck_assert_str_eq(diags.items[2]->file, "out/c/z");
}
END_TEST

static void
add_write_tests(TCase *tc)
{
	tcase_add_test(tc, writes_into_nothing);
	tcase_add_test(tc, umask_is_honoured);
	tcase_add_test(tc, deep_base_is_made);
	tcase_add_test(tc, unchanged_keeps_its_time);
	tcase_add_loop_test(tc, any_difference_is_written, 0,
	    COUNT(near_misses));
	tcase_add_test(tc, large_files_are_compared_whole);
	tcase_add_test(tc, read_only_file_is_replaced);
	tcase_add_test(tc, link_is_replaced_not_followed);
	tcase_add_test(tc, link_to_the_same_is_replaced);
	tcase_add_test(tc, fifo_is_replaced);
	tcase_add_loop_test(tc, linked_folder_is_refused, 0, COUNT(linked));
	tcase_add_test(tc, base_may_be_a_link);
	tcase_add_test(tc, folder_at_a_files_place);
	tcase_add_loop_test(tc, file_at_a_folders_place, 0, 2);
	tcase_add_test(tc, base_cannot_be_made);
	tcase_add_test(tc, read_only_folder);
	tcase_add_test(tc, read_only_base);
	tcase_add_test(tc, file_size_limit);
	tcase_add_test(tc, few_descriptors);
	tcase_add_test(tc, left_overs_are_swept);
	tcase_add_test(tc, taken_name_is_left_alone);
	tcase_add_test(tc, replaces_one_file);
	tcase_add_test(tc, replaces_what_a_link_leads_to);
	tcase_add_test(tc, replaces_nothing_that_is_not_there);
	tcase_add_test(tc, keeps_the_old_file_on_a_fault);
}

Suite *
output_suite(void)
{
	Suite *s = suite_create("output");
	TCase *set = tcase_create("set"), *write = tcase_create("write");
	TCase *signals = tcase_create("signals"), *verify =
	    tcase_create("verify");

	tcase_add_checked_fixture(set, setup, teardown);
	tcase_add_loop_test(set, path_faults, 0, COUNT(paths));
	tcase_add_test(set, long_names);
	tcase_add_test(set, one_path_one_file);
	tcase_add_test(set, sorted_by_target_and_path);
	tcase_add_test(set, many_files);
	tcase_add_checked_fixture(write, setup, teardown);
	add_write_tests(write);
	tcase_add_checked_fixture(signals, setup, teardown);
	tcase_set_timeout(signals, 60);
	tcase_add_loop_test(signals, signal_ends_cleanly, 0, 24);
	tcase_add_loop_test(signals, kill_leaves_whole_files, 0, 15);
	tcase_add_test(signals, ignored_signal_stays_ignored);
	tcase_add_test(signals, dispositions_come_back);
	tcase_add_test(signals, runs_at_once);
	tcase_add_checked_fixture(verify, setup, teardown);
	tcase_add_test(verify, verify_is_content);
	tcase_add_loop_test(verify, verify_finds, 0, COUNT(differences));
	tcase_add_test(verify, verify_writes_nothing);
	tcase_add_test(verify, strays_are_sorted);
	suite_add_tcase(s, set);
	suite_add_tcase(s, write);
	suite_add_tcase(s, signals);
	suite_add_tcase(s, verify);
	return s;
}
