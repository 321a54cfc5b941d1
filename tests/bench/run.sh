#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures what docs/benchmarks.md holds.  Medians; what is compared is run in
# turn, round by round, in one go.
#
# usage: B=BUILD-FOLDER [CATALOG=FILE] run.sh [generate|lookup|match|size|compile|filter]...
set -eu
cd "$(dirname "$0")/../.."
B=${B:-$PWD/build}
LC_ALL=C; export LC_ALL
parts=${*:-generate lookup match size compile filter}
catalog=${CATALOG:-catalog.xml} # whose phrases are looked for
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
plain=tests/bench/plain

cc -O2 -o "$work/measure" tests/bench/measure.c

# The tables of HTML are a target's share; the pages of single entries are
# measured apart.
generate() {
	echo "== generating: milliseconds (memory in MB), median"
	for n in 300 3000 30000; do
		case $n in 300) rounds=15 ;; 3000) rounds=5 ;; *) rounds=3 ;; esac
		c=$work/c$n.xml
		tests/bench/make-catalog.sh $n catalog.xml >"$c"
		xslt="xmllint --noout $c"
		for t in c data; do
			xslt="$xslt && xsltproc -o $work/plain.out $plain/$t.xsl $c"
		done
		for t in man html po; do
			for l in en ja; do
				xslt="$xslt && xsltproc --stringparam language $l -o $work/plain.out $plain/$t.xsl $c"
			done
		done
		build="$B/mailerr-gen build --templates tests/bench/tables-only"
		$build -o "$work/again$n" "$c" >/dev/null
		{
			printf 'xmllint --noout\txmllint --noout %s\n' "$c"
			printf 'mailerr-gen check\t%s check %s >/dev/null\n' "$B/mailerr-gen" "$c"
			printf 'mailerr-gen build\trm -rf %s/out; %s -o %s/out %s >/dev/null\n' \
			    "$work" "$build" "$work" "$c"
			printf 'build, unchanged\t%s -o %s/again%s %s >/dev/null\n' \
			    "$build" "$work" "$n" "$c"
			[ "$n" = 30000 ] || printf 'with a page an entry\trm -rf %s/out; %s/mailerr-gen build -o %s/out %s >/dev/null\n' \
			    "$work" "$B" "$work" "$c"
			[ "$n" = 30000 ] && [ -z "${FULL-}" ] ||
			printf 'xmllint + xsltproc\t%s\n' "$xslt"
		} | "$work/measure" $rounds >"$work/r$n"
		echo "-- $n entries ($(wc -c <"$c") bytes)"
		awk -F'\t' 'NR == 1 { base = $2 }
		    { printf "%-22s %10.1f ms %8.1f MB  %6.1f x parsing\n", $1, $2, $3, $2 / base }' "$work/r$n"
		awk -F'\t' '{ t[$1] = $2 } END { if ("xmllint + xsltproc" in t)
		    printf "%-22s %10.1f x\n", "xsltproc way / build", t["xmllint + xsltproc"] / t["mailerr-gen build"] }' "$work/r$n"
	done
	echo "-- growth from 3,000 to 30,000"
	for what in "mailerr-gen check" "mailerr-gen build"; do
		a=$(awk -F'\t' -v w="$what" '$1 == w { print $2, $3 }' "$work/r3000")
		b=$(awk -F'\t' -v w="$what" '$1 == w { print $2, $3 }' "$work/r30000")
		echo "$a $b" | awk -v w="$what" '{ printf "%-22s time x %.1f, memory x %.1f\n", w, $3 / $1, $4 / $2 }'
	done
}

lookup() {
	echo "== lookups"
	for compiler in gcc clang; do
		echo "-- $compiler -O2"
		$compiler -O2 -Iout/c -o "$work/lookup" tests/bench/lookup.c out/c/mailerr.c
		"$work/lookup"
	done
}

match() {
	echo "== phrases, gcc -O2, nanoseconds a line, median"
	# what must be the whole line has no like in Hyperscan's terms
	sed '/<phrase .* anchor="line"/s/ anchor/ retired="0.1" anchor/' "$catalog" >"$work/phrases.xml"
	"$B/mailerr-gen" build --target c -o "$work/match" "$work/phrases.xml" >/dev/null
	xsltproc tests/bench/phrases.xsl "$work/phrases.xml" >"$work/phrases"
	gcc -O2 -c -I"$work/match/c" -o "$work/match.o" "$work/match/c/mailerr.c"
	# shellcheck disable=SC2046
	gcc -O2 -I"$work/match/c" $(pkg-config --cflags libhs) -o "$work/matcher" \
	    tests/bench/match.c "$work/match.o" $(pkg-config --libs libhs)
	nm -S "$work/match.o" | grep -E ' r (phrases|tokens|conditions|literals|arguments|marks|grams|entries|slots)$' |
	    { all=0
	      while read -r _ bytes _ name; do
		bytes=$((0x$bytes)) all=$((all + bytes))
		printf '%s %d, ' "$name" $bytes
	      done
	      echo "together $all bytes"; }
	"$work/matcher" "$work/phrases" "${LINES_OF_MAIL:-200000}"
}

size() {
	echo "== object code of out/c/mailerr.c, gcc -Os, bytes (text and constants)"
	for cut in "" "-DMAILERR_NO_JA" "-DMAILERR_NO_TEXT" "-DMAILERR_NO_PHRASES" \
	    "-DMAILERR_NO_TEXT -DMAILERR_NO_PHRASES"; do
		# shellcheck disable=SC2086
		gcc -Os -c $cut -Iout/c -o "$work/cut.o" out/c/mailerr.c
		size=$(command size "$work/cut.o" | awk 'NR == 2 { print $1 + $2 }')
		printf '%-45s %9d\n' "${cut:-everything}" "$size"
	done
}

compile() {
	echo "== compiling, milliseconds, median"
	echo 'int x;' >"$work/empty.c"
	printf '#include "mailerr.h"\nint x;\n' >"$work/header.c"
	cp "$work/header.c" "$work/header.cc"
	cp "$work/empty.c" "$work/empty.cc"
	{
		printf 'mailerr.c, gcc -O2\tgcc -O2 -c -Iout/c -o %s/m.o out/c/mailerr.c\n' "$work"
		printf 'mailerr.c, clang -O2\tclang -O2 -c -Iout/c -o %s/m.o out/c/mailerr.c\n' "$work"
		for x in c cc; do
			printf 'empty .%s, gcc\tgcc -c -o %s/e.o %s/empty.%s\n' $x "$work" "$work" $x
			printf 'mailerr.h in .%s, gcc\tgcc -c -Iout/c -o %s/e.o %s/header.%s\n' $x "$work" "$work" $x
		done
	} | "$work/measure" 9 |
	    awk -F'\t' '{ printf "%-30s %8.1f ms\n", $1, $2 }'
}

# The command as a filter: with an answer that costs nothing in the library's
# place, and as it is.
filter() {
	echo "== filter, nanoseconds a line (memory in MB), median of 3 million lines"
	cc -O2 -Iout/c -c -o "$work/stub.o" tests/bench/stub.c
	# shellcheck disable=SC2046
	cc -pthread -Wl,--wrap=mailerr_explain -o "$work/stub" "$B"/cli/*.o \
	    "$B/out/mailerr.o" "$work/stub.o" $(pkg-config --libs gmime-3.0)
	awk 'BEGIN { for (i = 0; i < 1000000; i++) {
		print "550 5.1.1 <u" i "@example.org>: Recipient address rejected: User unknown in local recipient table"
		print "host mx" i ".example.org[192.0.2.25] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)"
		print "Feb  3 10:12:14 mail postfix/qmgr[" i "]: 4BC1D2E3F: from=<a@example.com>, size=1234, nrcpt=1 (queue active)"
	} }' >"$work/lines"
	for format in tsv json text; do
		printf 'reading and formatting: %s\t%s explain -f %s <%s >/dev/null\n' \
		    $format "$work/stub" $format "$work/lines"
	done >"$work/f"
	for jobs in 1 2; do
		printf 'all of it: tsv, %s jobs\t%s explain -f tsv -j %s <%s >/dev/null\n' \
		    $jobs "$B/mailerr" $jobs "$work/lines"
	done >>"$work/f"
	sed 's/$/; true/' "$work/f" | "$work/measure" 5 |
	    awk -F'\t' '{ printf "%-34s %6.0f ns %8.1f MB\n", $1, $2 / 3, $3 }'
}

for part in $parts; do
	$part
done
