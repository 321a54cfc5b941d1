#!/bin/sh
# SPDX-License-Identifier: MIT
# Faults from outside: hostile files, full disks, failing calls, no memory,
# signals, locales.  After each, the old files are whole, or the new ones are,
# and no temporary file is left.  The parts run two at a time.
#
# usage: B=BUILD-FOLDER run.sh [PART]...
set -u
cd "$(dirname "$0")" || exit 2
mkdir -p "$B/faults" || exit 2
# the long ones first
parts=${*:-flips calls memory signals disk places hostile}

printf '%s\n' $parts | xargs -P 2 -I '{}' \
    sh -c './{}.sh >"$B/faults/{}.log" 2>&1; echo "status $?" >>"$B/faults/{}.log"'
passed=0 failed=0
for part in $parts; do
	log=$B/faults/$part.log
	grep -v '^status 0$' "$log"
	p=$(sed -n "s/^$part: \([0-9]*\) passed, [0-9]* failed$/\1/p" "$log")
	f=$(sed -n "s/^$part: [0-9]* passed, \([0-9]*\) failed$/\1/p" "$log")
	# a part that ends early, or counts nothing, has failed
	if [ "${p:-0}" -eq 0 ] || { [ "${f:-0}" -eq 0 ] && ! grep -q '^status 0$' "$log"; }; then
		f=$((${f:-0} + 1))
	fi
	passed=$((passed + ${p:-0})) failed=$((failed + f))
done
echo "faults: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
