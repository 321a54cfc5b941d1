#!/bin/sh
# SPDX-License-Identifier: MIT
# What finds faults without running, over gen/, cli/ and out/c; and every
# compiler and target that can be had, over out/c: nothing may be said.  Each
# file with each tool is one test; they run as many at a time as there are
# processors.
#
# usage: B=BUILD-FOLDER run.sh [fanalyzer|tidy|cppcheck|standards|targets]...
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
tools=${*:-tidy fanalyzer cppcheck standards targets}
lib=out/c
consumers=tests/consumers
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-analyze.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
mkdir "$work/jobs"
jobs=0

# job NAME COMMAND...: to be run from here; it must end well and say nothing
job() {
	jobs=$((jobs + 1))
	file=$work/jobs/$(printf '%04d' $jobs)
	echo "$1" >"$file.name"
	shift
	for word; do
		printf "'%s' " "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")"
	done >"$file.sh"
}
# faulty NAME COMMAND...: the same, but it must not end well
faulty() {
	name=$1
	shift
	job "$name" sh -c '! "$@" >/dev/null 2>&1' sh "$@"
}

xml=$(pkg-config --cflags libxml-2.0 libxslt libutf8proc)
mime=$(pkg-config --cflags gmime-3.0 | sed 's/-I/-isystem /g')
warn="-Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes
    -Wcast-qual -Wwrite-strings -Wformat=2 -Wconversion -Wno-sign-conversion
    -Wvla -Wundef"
# Flags of a file, as the Makefile has them.
flags_of() {
	case $1 in
	gen/*) echo "-std=c11 -D_XOPEN_SOURCE=700 -DMAILERR_GEN_VERSION=\"0\" -Igen -Itemplates/c $xml" ;;
	cli/*) echo "-std=c11 -D_XOPEN_SOURCE=700 -DMAILERR_CLI_VERSION=\"0\" -pthread -I$lib -Icli $mime" ;;
	*) echo "-std=c99" ;;
	esac
}
# The long ones first, so that no processor waits at the end.
sources=$(ls -S gen/*.c cli/*.c $lib/*.c)

# A fault that each of the tools must find: what was not asked of memory for
# sure is written to.
cat >"$work/fault.c" <<'C'
#include <stdlib.h>
int *fault(int n);
int *fault(int n)
{
	int *p = n > 3 ? malloc(sizeof *p) : NULL;

	*p = n;
	return p;
}
C

fanalyzer() {
	for file in $sources; do
		job "gcc -fanalyzer $file" gcc $(flags_of "$file") $warn -Werror -O1 \
		    -fanalyzer -c -o /dev/null "$file"
	done
	faulty "gcc -fanalyzer, a fault" gcc -Werror -O1 -fanalyzer -c -o /dev/null "$work/fault.c"
}
tidy() {
	# a fifth of the usual depth: it takes a quarter of the time
	depth="-Xclang -analyzer-config -Xclang max-nodes=40000"
	for file in $sources; do
		# how many warnings there were in the system's headers is of no use
		job "clang-tidy $file" sh -c '"$@" 2>/dev/null' sh clang-tidy --quiet \
		    --config-file=.clang-tidy "$file" -- $depth $(flags_of "$file") $warn
	done
	faulty "clang-tidy, a fault" clang-tidy --quiet --config-file=.clang-tidy "$work/fault.c" -- $depth -std=c11
}
# Its "style" is left out: where variables stand, and "continue" in an empty
# loop, is for us to say.
cppcheck_() {
	job "cppcheck $1" cppcheck -q --error-exitcode=1 --std=$2 --inline-suppr \
	    --enable=warning,performance,portability \
	    --library=tests/analyze/cppcheck.cfg -D_XOPEN_SOURCE=700 '-DMAILERR_GEN_VERSION="0"' '-DMAILERR_CLI_VERSION="0"' \
	    -Igen -Icli -Itemplates/c -I$lib "$1"
}
cppcheck() {
	cppcheck_ $lib c99
	cppcheck_ gen c11
	cppcheck_ cli c99
	faulty "cppcheck, a fault" cppcheck -q --error-exitcode=1 --enable=warning "$work/fault.c"
}

# The standards that tests/consumers has not.
standards() {
	strict="-Werror -pedantic -Wall -Wextra -Wconversion -Wsign-conversion -Wshadow -Wcast-qual -Wundef"
	for std in c17 gnu99 gnu11 gnu17 gnu2x; do
		for cc in gcc clang; do
			job "$cc -std=$std" $cc -std=$std $strict -fsyntax-only $lib/mailerr.c
		done
	done
	for std in c++14 c++17 c++2b gnu++11 gnu++20; do
		for cxx in g++ clang++; do
			job "$cxx -std=$std" $cxx -std=$std $strict -fsyntax-only -x c++ $lib/mailerr.c
		done
	done
	# bidirectional and other controls, trigraphs, comments in comments
	job "gcc -Wbidi-chars" gcc -std=c99 -Werror -Wbidi-chars=any -Wtrigraphs -Wcomment -Woverlength-strings \
	    -Wno-overlength-strings -fsyntax-only $lib/mailerr.c
}

# program NAME CC...: compiles the consumers' tests with it, and runs them
program() {
	name=$1
	shift
	for test in parse api; do
		job "$name: $test" sh -c 'out=$1 test=$2 lib=$3; shift 3
			"$@" -I"$lib" -Itests/consumers -o "$out" "tests/consumers/$test.c" "$lib/mailerr.c" || exit 1
			line=$("$out" | tail -1)
			case $line in
			*" 0 passed"*) echo "$line"; exit 1 ;;
			*" passed, 0 failed") ;;
			*) echo "$line"; exit 1 ;;
			esac' sh "$work/$(echo "$name" | tr -c 'a-z0-9\n' _).$test" $test $lib "$@"
	done
}
targets() {
	c="-std=c99 -Wall -Wextra -Werror"
	program "tcc" tcc -std=c99 -Wall -Werror
	program "musl" musl-gcc $c -static
	program "32 bits" gcc $c -m32
	program "unsigned char" gcc $c -funsigned-char -Wconversion
	program "signed char, clang" clang $c -fsigned-char
	program "optimized for size" gcc $c -Os
	program "traps on overflow" clang $c -O2 -ftrapv
	# These make programs for other machines, which cannot run here.
	for cc in arm-linux-gnueabihf-gcc x86_64-w64-mingw32-gcc; do
		for test in parse api; do
			job "$cc: $test" $cc $c -O2 -I$lib -I$consumers -o "$work/$cc.$test" $consumers/$test.c $lib/mailerr.c
		done
	done
	job "arm-none-eabi-gcc" arm-none-eabi-gcc $c -O2 -ffreestanding -mcpu=cortex-m0 -mthumb -c -o "$work/arm.o" $lib/mailerr.c
	# big and little ends, 16, 32 and 64 bits, char signed or not
	for target in i386-linux aarch64-linux powerpc64-linux s390x-linux mips-linux riscv64 sparc-linux wasm32 hexagon; do
		job "clang --target=$target" clang --target=$target $c -ffreestanding -nostdlibinc -fsyntax-only $lib/mailerr.c
	done
	faulty "32 bits, a fault" gcc -m32 -Werror -Wconversion -fsyntax-only "$work/narrow.c"
}
printf 'unsigned long f(unsigned long long n);\nunsigned long f(unsigned long long n) { return n; }\n' >"$work/narrow.c"

for command in gcc g++ clang clang++ clang-tidy cppcheck tcc musl-gcc arm-none-eabi-gcc \
    arm-linux-gnueabihf-gcc x86_64-w64-mingw32-gcc; do
	job "there is $command" sh -c 'command -v "$1" >/dev/null' sh $command
done
for tool in $tools; do $tool; done

ls "$work/jobs" | sed -n 's/\.sh$//p' | xargs -P "$(nproc)" -I '{}' sh -c \
    'sh "$1/{}.sh" >"$1/{}.said" 2>&1; echo $? >"$1/{}.status"' sh "$work/jobs"
passed=0 failed=0
for name in "$work/jobs"/*.name; do
	file=${name%.name}
	if [ "$(cat "$file.status")" = 0 ] && [ ! -s "$file.said" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $(cat "$name") (status $(cat "$file.status"))"
		head -20 "$file.said"
	fi
done
echo "analyze: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
