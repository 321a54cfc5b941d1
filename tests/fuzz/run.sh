#!/bin/sh
# SPDX-License-Identifier: MIT
# Fuzzing: the bytes of a catalog, the escapers, and what reads a line of mail,
# each with the sanitizers.  First all inputs that were once findings, then new
# ones for a while, all targets side by side.  An input that breaks something is
# kept and told: it belongs into tests/fuzz/corpus/TARGET.
#
# usage: B=BUILD-FOLDER [FUZZ_SECONDS=60] [FUZZ_SEED=1] run.sh [TARGET]...
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")" || exit 2
top=$(cd ../.. && pwd)
seconds=${FUZZ_SECONDS:-60} seed=${FUZZ_SEED:-1}
targets=${*:-catalog explain escape}
# an instrumented build of its own, whatever else is being built
[ -z "${SANITIZE:-}" ] || B=${B%/sanitize}
f=$B/fuzz
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

mkdir -p "$f"
(cd "$top" && env -u MAKEFLAGS -u SANITIZE make -s -j"$(nproc)" CC=clang B="$f" \
    CFLAGS='-O1 -g' SANITIZE=fuzzer-no-link,address,undefined \
    $(for t in $targets; do echo "$f/fuzz-$t"; done)) >"$f/make.log" 2>&1 ||
    { tail -20 "$f/make.log"; echo "fuzz: 0 passed, 1 failed"; exit 1; }

# ---- what they start from ----

# In the form that libFuzzer reads: quoted, ASCII alone.
dictionary() {
	sort -u | awk 'BEGIN { for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i }
	{
		line = ""
		for (i = 1; i <= length($0); i++) {
			c = substr($0, i, 1)
			if (c == "\\" || c == "\"")
				c = "\\" c
			else if (code[c] < 32 || code[c] > 126)
				c = sprintf("\\x%02x", code[c])
			line = line c
		}
		print "\"" line "\""
	}'
}

seeds_of_catalog() {
	golden=$top/tests/golden/check
	for script in "$golden"/*.sed; do
		sed -f "$script" "$golden/base.xml" >"$1/$(basename "$script" .sed)"
	done
	cp "$top/tests/consumers/small.xml" "$top/tests/hostile/catalog.xml" "$1"
	# all names of elements and attributes, and what XML has beside
	{
		"$B/mailerr-gen" schema | sed -n 's/.*<\(element\|attribute\) name="\([^"]*\)".*/\2/p'
		"$B/mailerr-gen" schema | sed -n 's/.*<value>\([^<]*\)<.*/\1/p'
		printf '%s\n' '<!--' '-->' '<![CDATA[' ']]>' '<!DOCTYPE' '<?xml ' '?>' '&#x' '&#' \
		    '&amp;' '&lt;' '&gt;' '&quot;' '&apos;' '/>' '</' '="' 'xml:lang="ja"' 'xmlns:'
	} | dictionary >"$2"
}
seeds_of_explain() {
	n=0
	sed -n 's/.*<example[^>]*>\(.*\)<\/example>.*/\1/p' "$top/catalog.xml" |
	    sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | while read -r line; do
		n=$((n + 1))
		printf '\0%s' "$line" >"$1/example$n"
		printf '\001550 5.1.1 %s (in reply to RCPT TO command)' "$line" >"$1/answer$n"
	done
	{
		# what the phrases say between their placeholders
		sed -n 's/.*<match[^>]*>\(.*\)<\/match>.*/\1/p' "$top/catalog.xml" |
		    sed 's/<[^>]*>/\n/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | grep '..' | cut -c1-60
		printf '%s\n' '550 ' '550-' '5.1.1' '4.2.2 ' 'smtp; ' 'said: ' 'Action: failed' 'Status: ' \
		    'Diagnostic-Code: ' 'in reply to RCPT TO command' '192.0.2.1' '2001:db8::1' '<a@example.org>' \
		    '5 days' '1 week, 2 days' 'mx.example.org' 'postfix' '(<421 '
	} | dictionary >"$2"
}
seeds_of_escape() {
	n=0
	sed -n 's/.*<text[^>]*>\(.*\)<\/text>.*/\1/p' "$top/tests/hostile/catalog.xml" | while read -r line; do
		n=$((n + 1))
		printf '%s' "$line" >"$1/text$n"
	done
	printf '%s\n' '*/' '/*' '//' '\\' '"' '""' '??/' '??' '<!--' '-->' '</script>' ']]>' '&amp;' '.so' '\(aq' '\n' "'" '=' ',' \
	    '日本' '。' '、a' ' ' "$(printf '\342\200\250')" "$(printf '\342\200\251')" "$(printf '\302\240')" | dictionary >"$2"
}

# ---- the findings of before ----

for target in $targets; do
	corpus=corpus/$target
	count=$(find "$corpus" -type f | wc -l)
	if "$f/fuzz-$target" -runs=0 -artifact_prefix="$f/$target-" "$corpus" >"$f/$target.log" 2>&1 &&
	    "$f/fuzz-$target" -artifact_prefix="$f/$target-" $(find "$corpus" -type f | sort) >>"$f/$target.log" 2>&1; then
		[ "$count" -gt 0 ] && passed=$((passed + count)) || fail "$corpus is empty"
	else
		fail "$target: an input of $corpus"
		tail -20 "$f/$target.log"
	fi
done

# ---- new ones ----

for target in $targets; do
	rm -rf "$f/$target.seeds" "$f/$target.found"
	mkdir -p "$f/$target.seeds" "$f/$target.found"
	seeds_of_$target "$f/$target.seeds" "$f/$target.dict"
done
for target in $targets; do
	(
		# what is new to it goes to the first folder, and away
		"$f/fuzz-$target" -seed="$seed" -max_total_time="$seconds" -timeout=20 \
		    -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 \
		    -dict="$f/$target.dict" -artifact_prefix="$f/$target-" \
		    "$f/$target.found" "$f/$target.seeds" "corpus/$target" >"$f/$target.log" 2>&1
		echo $? >"$f/$target.status"
	) &
done
wait
for target in $targets; do
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$f/$target.log")
	if [ "$(cat "$f/$target.status")" -eq 0 ] && [ "${runs:-0}" -gt 1000 ]; then
		pass
		echo "NOTE fuzz: $target, $runs runs, $(find "$f/$target.seeds" -type f | wc -l) seeds, seed $seed"
	else
		fail "$target: ${runs:-0} runs, status $(cat "$f/$target.status")"
		grep -E 'broken:|ERROR: |runtime error|Test unit written' "$f/$target.log"
		tail -30 "$f/$target.log"
	fi
done

echo "fuzz: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
