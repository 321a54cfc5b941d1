#!/bin/sh
# SPDX-License-Identifier: MIT
# What "--format=sarif" prints, held against the published structure of SARIF
# 2.1.0 (the types of @types/sarif, checked by the TypeScript compiler, which
# refuses members that the standard does not have), and against the same
# diagnostics as text and as JSON.
#
# usage: B=BUILD-FOLDER run.sh       build/npm has the npm packages
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
npm=$PWD/build/npm/node_modules
here=$PWD/tests/sarif
golden=$PWD/tests/golden/check
gen=$B/mailerr-gen
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-sarif.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

# one log a golden fault, each a constant of the type Log
mkdir "$work/ts" && cd "$work" || exit 2
count=0
for script in "$golden"/*.sed; do
	name=$(basename "$script" .sed)
	sed -f "$script" "$golden/base.xml" >catalog.xml
	"$gen" check --format=sarif catalog.xml >"$name.sarif" 2>"$name.err"
	"$gen" check --format=json catalog.xml >"$name.json" 2>/dev/null
	[ -s "$name.err" ] && fail "$name: said on standard error" && head -3 "$name.err"
	{ echo 'import type { Log } from "sarif";'
	  printf 'export const log: Log = '; cat "$name.sarif"; echo ';'; } >"ts/$name.ts"
	count=$((count + 1))
done
[ "$count" -gt 50 ] && pass || fail "only $count logs"
"$gen" check --format=sarif "$golden/base.xml" >clean.sarif && pass || fail "a clean catalog"
"$gen" check --format=sarif "no such file.xml" >missing.sarif
[ $? -eq 3 ] && pass || fail "a missing catalog"
for name in clean missing; do
	{ echo 'import type { Log } from "sarif";'
	  printf 'export const log: Log = '; cat "$name.sarif"; echo ';'; } >"ts/$name.ts"
done
cp "$here/tsconfig.json" ts/
mkdir -p ts/node_modules && ln -s "$npm/@types" ts/node_modules/@types
types() { node "$npm/typescript/bin/tsc" -p ts/tsconfig.json >types.said 2>&1; }
types && pass || { fail "the structure"; head -10 types.said; }

# what the compiler must refuse: a wrong word, a member too many, one missing
for bad in 's/"level":"error"/"level":"fatal"/' 's/"ruleId":/"rule_id":/' \
    's/"version":"2\.1\.0",//' 's/"startLine":\([0-9]*\)/"startLine":"\1"/'; do
	sed "$bad" ts/dangling-reference.ts >ts/bad.ts
	cmp -s ts/bad.ts ts/dangling-reference.ts && fail "nothing to refuse: $bad"
	types && fail "the compiler accepts $bad" || pass
done

# the places and words are those of the other two formats
node "$here/same.js" "$golden" "$work" >same.said 2>&1
status=$?
[ $status -eq 0 ] || cat same.said
p=$(sed -n 's/^same: \([0-9]*\) passed.*/\1/p' same.said)
[ $status -eq 0 ] && [ "${p:-0}" -gt 100 ] && passed=$((passed + p)) || fail "the formats differ"

echo "sarif: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
