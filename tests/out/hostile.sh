#!/bin/sh
# SPDX-License-Identifier: MIT
# Hostile texts through man, HTML, gettext and data, compared after reading them
# back, and the pages linted; C is held by the consumers.
#
# usage: B=BUILD-FOLDER hostile.sh
set -u
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-hostile.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; head -5 "$work/said"; }

node tests/out/hostile.js make tests/golden/check/base.xml >"$work/catalog.xml"
"$B/mailerr-gen" build -o "$work/out" "$work/catalog.xml" >"$work/said" 2>&1 || fail "the catalog is not built"
node tests/out/hostile.js check "$work/out" >"$work/said" 2>&1 && pass || fail "texts came back changed"
passed=$((passed + $(grep -oE '[0-9]+ passed' "$work/said" | cut -d' ' -f1)))
mandoc -Tlint -Wwarning "$work"/out/man/man7/* "$work"/out/man/ja/man7/* >"$work/said" 2>&1
[ ! -s "$work/said" ] && pass || fail "mandoc"
for page in "$work"/out/man/man7/* "$work"/out/man/ja/man7/*; do
	timeout 60 groff -man -ww -z -Tutf8 -Kutf8 "$page" >"$work/said" 2>&1
	[ ! -s "$work/said" ] && pass || fail "groff: $page"
done
msgfmt -c -o /dev/null "$work/out/po/ja.po" >"$work/said" 2>&1 && pass || fail "msgfmt"
for compiler in "gcc -std=c99" "gcc -std=c2x" "clang -std=c11" "g++ -x c++ -std=c++11"; do
	$compiler -Wall -Wextra -Wtrigraphs -Werror -fsyntax-only "$work/out/c/mailerr.c" >"$work/said" 2>&1 && pass || fail "$compiler"
done
# a text that was lost must be noticed
sed -i 's/Trigraphs/Bigraphs/' "$work/out/data/mailerr.json" "$work/out/po/ja.po"
node tests/out/hostile.js check "$work/out" | grep -q '^hostile: [0-9]* passed, 3 failed$' && pass || fail "a lost text passes"
echo "hostile: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
