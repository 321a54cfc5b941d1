#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden tests of "mailerr-gen compare" and "check --baseline": each
# compare/NAME.sed makes the new catalog of check/base.xml.
#
# usage: compare.sh [-u] MAILERR-GEN
set -u
LC_ALL=C; export LC_ALL
update=
[ "${1-}" != -u ] || { update=yes; shift; }
gen=$(realpath "$1")
cd "$(dirname "$0")/compare" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cp ../check/base.xml "$work/old.xml"
passed=0 failed=0
for script in *.sed; do
	name=${script%.sed}
	sed -f "$script" ../check/base.xml >"$work/new.xml"
	(
		cd "$work" || exit 2
		"$gen" compare old.xml new.xml; echo "status $?"
		"$gen" compare --fail-on=break --format=json old.xml new.xml; echo "status $?"
		"$gen" check --baseline old.xml new.xml; echo "status $?"
	) >"$work/got" 2>&1
	if [ -n "$update" ]; then
		cp "$work/got" "$name.want"
		passed=$((passed + 1))
	elif diff -u "$name.want" "$work/got"; then
		passed=$((passed + 1))
	else
		echo "FAIL compare/$name"
		failed=$((failed + 1))
	fi
done
echo "golden compare: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
