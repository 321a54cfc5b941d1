#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every suite and adds up what they count.  A suite prints, last, a line
# that ends in "N passed, N failed"; one that prints none, or counts nothing,
# has failed.
#
# usage: B=BUILD-FOLDER tests/run.sh [SUITE]...
set -u
cd "$(dirname "$0")/.."
B=${B:-$PWD/build}
export B
log=$B/tests.log
passed=0 failed=0

suites=${*:-$(sed -n 's/^\([a-z][a-z-]*\)[[:space:]].*/\1/p' tests/suites.txt)}

count() { # count LINE passed|failed
	echo "$1" | grep -oE "[0-9]+ $2" | tail -1 | cut -d' ' -f1
}

for suite in $suites; do
	command=$(sed -n "s/^$suite[[:space:]][[:space:]]*//p" tests/suites.txt)
	[ -n "$command" ] || { echo "no suite \"$suite\""; exit 2; }
	start=$(date +%s)
	sh -c "$command" >"$log" 2>&1
	status=$?
	line=$(grep -E '[0-9]+ passed, [0-9]+ failed' "$log" | tail -1)
	p=$(count "$line" passed) f=$(count "$line" failed)
	p=${p:-0} f=${f:-0}
	if [ "$status" -ne 0 ] || [ "$p" -eq 0 ] || [ "$f" -ne 0 ]; then
		cat "$log"
		[ "$f" -ne 0 ] || f=1
		echo "FAILED $suite (status $status)"
	else
		# what a machine does not let a suite test must be known, and
		# how far one went that could go on for ever
		grep -E '^(NOT RUN|NOTE) ' "$log"
	fi
	printf '%-12s %5d passed, %d failed  (%d s)\n' "$suite" "$p" "$f" \
	    $(($(date +%s) - start))
	passed=$((passed + p)) failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
