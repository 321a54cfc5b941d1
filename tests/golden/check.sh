#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden tests of "mailerr-gen check": each NAME.sed turns check/base.xml into a
# catalog with one fault; NAME.want is what is said of it, and the exit status.
#
# usage: check.sh [-u] MAILERR-GEN        -u writes what is said into NAME.want
set -u
LC_ALL=C; export LC_ALL
update=
[ "${1-}" != -u ] || { update=yes; shift; }
gen=$(realpath "$1")
cd "$(dirname "$0")/check" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for script in *.sed; do
	name=${script%.sed}
	sed -f "$script" base.xml >"$work/catalog.xml"
	(cd "$work" && "$gen" check catalog.xml; echo "status $?") \
	    >"$work/got" 2>&1
	if [ -n "$update" ]; then
		cp "$work/got" "$name.want"
		passed=$((passed + 1))
	elif diff -u "$name.want" "$work/got"; then
		passed=$((passed + 1))
	else
		echo "FAIL check/$name"
		failed=$((failed + 1))
	fi
done
echo "golden check: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
