#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds the catalog against the one of the last release, which is kept here
# packed: nothing that a program may rely on has gone or changed.
#
# usage: B=BUILD-FOLDER run.sh
#        B=BUILD-FOLDER run.sh -u    keeps the present catalog, at a release
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
gen=$B/mailerr-gen
kept=tests/release/catalog.xml.gz
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-release.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
if [ "${1-}" = -u ]; then
	gzip -9nc catalog.xml >"$work/new" && cp "$work/new" $kept
	exit
fi
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

gzip -dc $kept >"$work/old.xml" && pass || fail "$kept cannot be read"
"$gen" check --baseline="$work/old.xml" catalog.xml >"$work/said" 2>&1 && pass ||
    { fail "check --baseline"; head -20 "$work/said"; }
"$gen" compare --fail-on=break "$work/old.xml" catalog.xml >"$work/said" 2>&1 && pass ||
    { fail "compare --fail-on=break"; head -20 "$work/said"; }

# what must be seen: a renumbered, a renamed, a lost entry, another reason
breaks() { # breaks WHAT SED-SCRIPT
	sed "$2" catalog.xml >"$work/new.xml"
	cmp -s catalog.xml "$work/new.xml" && fail "nothing to break: $1"
	"$gen" compare --fail-on=break "$work/old.xml" "$work/new.xml" >"$work/said" 2>&1
	[ $? -eq 1 ] && pass || { fail "not seen: $1"; head -3 "$work/said"; }
}
breaks "a number" 's/\(<notice id="too-many-hops" number="\)[0-9]*/\132000/'
breaks "a symbol" 's/symbol="MAILBOX_UNAVAILABLE"/symbol="NO_MAILBOX"/'
breaks "a reason" 's/\(<notice id="too-many-hops" .*reason="\)mail-loop/\1expired/'
breaks "an entry" '/<notice id="too-many-hops"/,/<\/notice>/d'

echo "release: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
