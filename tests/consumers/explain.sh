#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/explain.md says what is so: every line in it is explained and held
# against what stands below it, every rule has lines that differ, the program
# runs.
#
# usage: B=BUILD-FOLDER explain.sh
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
page=${1:-docs/explain.md}
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-explain.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

# ---- the lines: in blocks marked "explain", a line and, indented, its wants ----

awk -v lines="$work/lines" -v wants="$work/wants" '
/^```explain$/ { on = 1; next }
/^```/ { on = 0; next }
on && /^    / { print NR "\t" $0 >wants; next }
on { print >lines }' "$page"
touch "$work/lines" "$work/wants"
"$B/mailerr" explain --format=tsv <"$work/lines" >"$work/answers" 2>&1

# Of each line: its wants with their number, the answer.
paste "$work/wants" "$work/answers" | awk -F'\t' -v page="$page" '
BEGIN { count = split("reply status notice reason class decided_by command" \
	" action bounce retry retry_after suppress about certainty", names, " ")
	for (i = 1; i <= count; i++) column[names[i]] = i + 2 }
{
	wanted = split($2, want, " ")
	if (wanted == 0 || NF != count + 2) {
		print "FAIL " page ":" $1 ": wants and answers do not pair"
		failed++
	}
	for (i = 1; i <= wanted; i++) {
		at = index(want[i], "=")
		key = substr(want[i], 1, at - 1)
		value = substr(want[i], at + 1)
		if (!(key in column)) {
			print "FAIL " page ":" $1 ": no key " key
			failed++
		} else if ($column[key] != value) {
			print "FAIL " page ":" $1 ": " key " is " \
			    $column[key] ", not " value
			failed++
		} else
			passed++
	}
}
END { print passed + 0, failed + 0 }' >"$work/said"
grep '^FAIL' "$work/said"
held=$(tail -1 "$work/said" | cut -d' ' -f1)
passed=$((passed + held))
failed=$((failed + $(tail -1 "$work/said" | cut -d' ' -f2)))
[ "$(wc -l <"$work/lines")" -eq "$(wc -l <"$work/wants")" ] && pass ||
    fail "$page: not a line of wants for each line"
[ "$held" -gt 150 ] && pass || fail "$page: only $held wants"

# ---- every rule has lines that differ in what is wanted of them ----

awk '
function close_rule() {
	if (rule != "" && !differs)
		print "FAIL no two lines that differ: " rule
}
/^##/ { close_rule(); rule = /^### [0-9]+\. / ? $0 : ""; differs = 0
	rules += rule != "" }
/^```explain$/ { on = 1; split("", seen); next }
/^```/ { on = 0 }
on && /^    / {
	n = split($0, want, " ")
	for (i = 1; i <= n; i++) {
		key = want[i]; sub(/=.*/, "", key)
		if (key in seen && seen[key] != want[i])
			differs = 1
		seen[key] = want[i]
	}
}
END { close_rule(); print rules }' "$page" >"$work/said"
grep '^FAIL' "$work/said"
failed=$((failed + $(grep -c '^FAIL' "$work/said")))
rules=$(tail -1 "$work/said")
[ "$rules" -ge 15 ] && passed=$((passed + rules)) || fail "only $rules rules"

# ---- what the table of commands says is the catalog's ----

sed -n 's/^| \(`[A-Z`-]*.*\) | \([a-z–]*\) | `\([a-z-]*\)` |$/\1|\2|\3/p' "$page" |
while IFS='|' read -r names about reason; do
	[ "$about" = – ] && about='' || about=" about=\"$about\""
	for name in $(echo "$names" | tr -d '`'); do
		grep -qF "<command name=\"$name\"$about reason=\"$reason\">" \
		    catalog.xml && echo pass || echo "FAIL the table: $name"
	done
done >"$work/said"
grep '^FAIL' "$work/said"
passed=$((passed + $(grep -c '^pass' "$work/said")))
failed=$((failed + $(grep -c '^FAIL' "$work/said")))
[ "$(grep -c '^pass' "$work/said")" -ge 10 ] && pass ||
    fail "the table of commands is not there"

# ---- the program ----

block() { # block MARK: the first one so marked
	awk -v mark="\`\`\`$1" '$0 == mark && !done { on = 1; next }
	/^```/ { if (on) done = 1; on = 0 } on' "$page"
}
block c >"$work/sample.c"
block output >"$work/want"
if ${CC:-cc} -std=c99 -Wall -Wextra -Werror -Iout/c -o "$work/sample" \
    "$work/sample.c" out/c/mailerr.c 2>"$work/said" &&
    "$work/sample" >"$work/got" && [ -s "$work/want" ] &&
    diff "$work/want" "$work/got" >"$work/said"; then
	pass
else
	fail "the program: $(head -5 "$work/said")"
fi

echo "explain: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 150 ]
