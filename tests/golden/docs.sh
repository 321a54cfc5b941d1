#!/bin/sh
# SPDX-License-Identifier: MIT
# The documentation says what is so: every rule has a paragraph and a test, every
# element and attribute is described, the sample template runs.
#
# usage: docs.sh MAILERR-GEN
set -u
LC_ALL=C; export LC_ALL
gen=$(realpath "$1")
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

# rules: documented, tested in a golden or by another suite, and back
grep -oh '^\(\*\*[a-z-]*\*\*[, ]*\)*' docs/diagnostics.md | grep -o '[a-z][a-z-]*' | sort -u >"$work/documented"
{
	grep -hoE '\[[a-z-]+\]$' tests/golden/check/*.want tests/golden/compare/*.want tests/golden/overlay/*.want tests/golden/merge/*.want | tr -d '[]'
	# these need a file that cannot be read, a bad template or a full disk
	printf '%s\n' cannot-read template-failed output-failed output-outdated output-stray
} | sort -u >"$work/tested"
for rule in $(cat "$work/documented" "$work/tested" | sort -u); do
	grep -qx "$rule" "$work/documented" || { fail "rule $rule has no paragraph in docs/diagnostics.md"; continue; }
	grep -qx "$rule" "$work/tested" || { fail "rule $rule has no golden test"; continue; }
	grep -q "\"$rule\"" gen/*.[ch] && pass || fail "rule $rule is not in gen/"
done

# elements and attributes
"$gen" schema | grep -o '<\(element\|attribute\) name="[^"]*"' | sed 's/.*"\(.*\)"/\1/' | sort -u >"$work/names"
for name in $(cat "$work/names"); do
	grep -qF -e "\`$name\`" -e "<$name" -e " $name=\"" docs/catalog.md && pass || fail "$name is not described in docs/catalog.md"
done

# the sample template
mkdir -p "$work/mine/wiki"
awk '/^```xml$/ { on = !done; next } /^```$/ { if (on) done = 1; on = 0 } on' docs/templates.md >"$work/mine/wiki/target.xsl"
"$gen" build --templates "$work/mine" --target wiki -o "$work/out" catalog.xml >"$work/said" 2>&1 &&
    grep -q '^== 550 ' "$work/out/wiki/en.txt" && grep -q '^== 550 ' "$work/out/wiki/ja.txt" &&
    ! cmp -s "$work/out/wiki/en.txt" "$work/out/wiki/ja.txt" && pass ||
    fail "the sample template: $(head -3 "$work/said")"
"$gen" targets --templates "$work/mine" | grep -q '^wiki .*yours' && pass || fail "targets lists a template of one's own"

echo "docs: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 100 ]
