#!/bin/sh
# SPDX-License-Identifier: MIT
# Faults from outside: hostile files, full disks, failing calls, signals,
# locales.  After each, the old files are whole, or the new ones are, and no
# temporary file is left.
#
# usage: B=BUILD-FOLDER run.sh
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")" || exit 2
gen=$B/mailerr-gen
catalog=$PWD/../golden/check/base.xml
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-faults.XXXXXX") || exit 2
trap 'umount "$work/small" 2>/dev/null; rm -rf "$work"' EXIT
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

# The content of a folder, one line a file.
sums() { (cd "$1" && find . -type f -exec sha256sum {} + | sort); }

# A fresh folder "out" that holds an older state.
old_state() {
	rm -rf "$work/out"
	cp -R "$work/old" "$work/out"
}

"$gen" build -o "$work/new" "$catalog" >/dev/null || exit 2
sed 's/goes round/goes round and round/; s/came round again/came round once more/' "$catalog" >"$work/changed.xml"
"$gen" build -o "$work/old" "$work/changed.xml" >/dev/null || exit 2
sums "$work/new" >"$work/new.sums"
sums "$work/old" >"$work/old.sums"
cmp -s "$work/new.sums" "$work/old.sums" && { echo "the two states are equal"; exit 2; }

# expect NAME STATUS PATTERN COMMAND...: exit status, the one message, and
# nothing written
expect() {
	name=$1 want=$2 pattern=$3
	shift 3
	old_state
	"$@" >"$work/said" 2>&1
	status=$?
	if [ "$status" -ne "$want" ]; then
		fail "$name: status $status, expected $want: $(head -3 "$work/said")"
	elif ! grep -qE "$pattern" "$work/said"; then
		fail "$name: said: $(head -3 "$work/said")"
	elif ! sums "$work/out" | cmp -s - "$work/old.sums"; then
		fail "$name: files were changed"
	else
		pass
	fi
}
build() { timeout 20 "$gen" build -o "$work/out" "$1"; }

# ---- hostile files ----

secret=$work/secret
echo TOP-SECRET-CONTENT >"$secret"
hostile() { # hostile NAME PATTERN: the file is $work/x.xml
	expect "$1" 1 "$2" build "$work/x.xml"
	grep -rq TOP-SECRET-CONTENT "$work/said" "$work/out" && fail "$1: the secret was read"
}
doctype() { sed "2i$1" "$catalog" >"$work/x.xml"; }

doctype "<!DOCTYPE catalog [<!ENTITY x SYSTEM \"file://$secret\">]>"
sed -i 's/came round again/came \&x; again/' "$work/x.xml"
hostile "entity of a file" 'DOCTYPE is not allowed \[doctype\]'
doctype "<!DOCTYPE catalog [<!ENTITY % p SYSTEM \"evil.dtd\"> %p;]>"
hostile "parameter entity" '\[doctype\]'
doctype '<!DOCTYPE catalog SYSTEM "http://127.0.0.1:9/x">'
hostile "external DTD" '\[doctype\]'
doctype '<!DOCTYPE catalog [<!ATTLIST reply standing CDATA "obsolete">]>'
hostile "default attribute" '\[doctype\]'
mkfifo "$work/fifo"
doctype "<!DOCTYPE catalog [<!ENTITY x SYSTEM \"file://$work/fifo\">]>"
hostile "entity of a FIFO" '\[doctype\]'
doctype '<!DOCTYPE c [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "\&a;\&a;\&a;\&a;\&a;\&a;\&a;\&a;\&a;">]>'
hostile "billion laughs" '\[doctype\]'
for encoding in UTF-16 UTF-16LE UTF-16BE UTF-32; do
	doctype "<!DOCTYPE catalog [<!ENTITY x SYSTEM \"file://$secret\">]>"
	iconv -f UTF-8 -t $encoding "$work/x.xml" >"$work/y.xml"
	mv "$work/y.xml" "$work/x.xml"
	hostile "DOCTYPE in $encoding" '\[not-utf8\]'
done
for encoding in SHIFT_JIS EUC-JP ISO-2022-JP; do
	sed '/français/d; /xml:lang="fr"/d' "$catalog" | iconv -f UTF-8 -t $encoding >"$work/x.xml"
	hostile "$encoding" '\[(not-utf8|bad-byte)\]'
done
printf '\357\273\277' | cat - "$catalog" >"$work/x.xml"
hostile "byte order mark" 'byte order mark.* \[not-utf8\]'
sed 's/encoding="UTF-8"/encoding="IBM037"/' "$catalog" >"$work/x.xml"
hostile "declared EBCDIC" '\[not-utf8\]'
sed '2i<?xml-stylesheet href="pwn.xsl"?>' "$catalog" >"$work/x.xml"
hostile "xml-stylesheet" '\[processing-instruction\]'
sed "s|<emitters>|<emitters><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file://$secret\" parse=\"text\"/>|" "$catalog" >"$work/x.xml"
hostile "XInclude" 'not of the namespace.* \[unknown-element\]'
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<a>"; print "" }' >"$work/x.xml"
hostile "depth of 100,000" 'nested too deeply \[not-well-formed\]'
(ulimit -s 256; "$gen" check "$work/x.xml" >"$work/said" 2>&1; [ $? -eq 1 ]) && pass || fail "depth with a small stack"
awk 'BEGIN { printf "<a b=\""; for (i = 0; i < 1100000; i++) printf "0123456789"; print "\"/>" }' >"$work/x.xml"
hostile "a value of 11 MB" '\[(not-well-formed|wrong-namespace)\]'
awk 'BEGIN { printf "<catalog xmlns=\"urn:mailerr:catalog:1\" schema-version=\"1.0\" name=\"x\" version=\"0.1\" date=\"2026-12-01\" "; for (i = 0; i < 60000; i++) printf "a"; print "=\"\"/>" }' >"$work/x.xml"
hostile "a name of 60 KB" '\[(not-well-formed|unknown-attribute|missing-element)\]'
sed 's/id="too-many-hops"/id="..\/..\/x"/' "$catalog" >"$work/x.xml"
hostile "an id that climbs" '\[bad-value\]'
: >"$work/x.xml"
hostile "an empty file" '\[not-well-formed\]'

# cut at every 97th byte
bad=0 cuts=0 size=$(wc -c <"$catalog")
at=0
while [ $at -lt "$size" ]; do
	head -c $at "$catalog" >"$work/x.xml"
	"$gen" check "$work/x.xml" >"$work/said" 2>&1
	[ $? -eq 1 ] && [ "$(grep -c ': error: ' "$work/said")" -eq 1 ] || { bad=$((bad + 1)); echo "cut at $at: $(head -2 "$work/said")"; }
	cuts=$((cuts + 1)) at=$((at + 97))
done
[ $bad -eq 0 ] && [ $cuts -gt 50 ] && pass || fail "$bad of $cuts cuts"

# bits flipped: refused, or accepted and built
flips=0 bad=0
while [ $flips -lt 200 ]; do
	cp "$catalog" "$work/x.xml"
	at=$((flips * 7919 % size))
	byte=$(dd if="$catalog" bs=1 skip=$at count=1 2>/dev/null | od -An -tu1 | tr -d ' ')
	flipped=$((byte ^ (1 << (flips % 8))))
	# shellcheck disable=SC2059
	printf "\\$(printf %03o $flipped)" | dd of="$work/x.xml" bs=1 seek=$at conv=notrunc 2>/dev/null
	timeout 20 "$gen" build -o "$work/flip" "$work/x.xml" >"$work/said" 2>&1
	status=$?
	[ $status -le 1 ] || { bad=$((bad + 1)); echo "flip $flips at $at: status $status"; }
	flips=$((flips + 1))
done
[ $bad -eq 0 ] && pass || fail "$bad of $flips flips"

# ---- input and output that fail ----

expect "no such catalog" 3 'No such file' build "$work/nothing.xml"
expect "a folder as catalog" 3 'Is a directory' build "$work"
expect "a device as catalog" 3 'not a regular file' build /dev/zero
expect "a FIFO as catalog" 3 'not a regular file' build "$work/fifo"
expect "- as catalog" 3 'No such file' build -
expect "out is a file" 3 'cannot write' timeout 20 "$gen" build -o "$catalog" "$catalog"
expect "out is /dev/null" 3 'cannot write' timeout 20 "$gen" build -o /dev/null/x "$catalog"
[ "$(id -u)" -ne 0 ] || {
	# root may write anywhere: another user must be refused
	expect "a folder of another's" 3 'Permission denied' setpriv --reuid=65534 --regid=65534 --clear-groups \
	    "$gen" build -o "$work/out" "$catalog"
}
for limit in 1 2 8 32; do
	expect "files of $limit blocks at most" 3 'cannot write.*(File too large|Resource)|File too large' \
	    sh -c "ulimit -f $limit; '$gen' build -o '$work/out' '$catalog'"
done
expect "four file descriptors" 3 'cannot (write|read)|Too many open files' \
    sh -c "ulimit -n 4; exec '$gen' build -o '$work/out' '$catalog'"
for kb in 20000 30000 40000; do
	old_state
	(ulimit -v $kb; "$gen" build -o "$work/out" "$catalog") >"$work/said" 2>&1
	status=$?
	case $status in
	0) sums "$work/out" | cmp -s - "$work/new.sums" && pass || fail "memory of $kb KB: wrong files" ;;
	3 | 127) sums "$work/out" | cmp -s - "$work/old.sums" && pass || fail "memory of $kb KB: files were changed" ;;
	*) fail "memory of $kb KB: status $status: $(head -2 "$work/said")" ;;
	esac
done
"$gen" schema >/dev/full 2>"$work/said"
[ $? -eq 3 ] && pass || fail "standard output is full"

# a small disk
mkdir -p "$work/small"
if mount -t tmpfs -o size=4k tmpfs "$work/small" 2>/dev/null; then
	umount "$work/small"
	for kb in 4 16 64; do
		mount -t tmpfs -o size=${kb}k tmpfs "$work/small"
		"$gen" build -o "$work/small/out" "$catalog" >"$work/said" 2>&1
		status=$?
		left=$(find "$work/small" -type f | wc -l)
		if [ $status -eq 3 ] && [ "$left" -eq 0 ] && grep -q 'No space left' "$work/said"; then pass
		else fail "a disk of $kb KB: status $status, $left files left: $(head -2 "$work/said")"; fi
		umount "$work/small"
	done
fi

# ---- what stands in the way ----

old_state
echo victim >"$work/victim"
rm "$work/out/c/mailerr.h"
ln -s "$work/victim" "$work/out/c/mailerr.h"
build "$catalog" >"$work/said" 2>&1 && [ "$(cat "$work/victim")" = victim ] && [ ! -L "$work/out/c/mailerr.h" ] &&
    pass || fail "a link at a file's place is replaced, not followed"
old_state
mv "$work/out/c" "$work/elsewhere"
ln -s "$work/elsewhere" "$work/out/c"
build "$catalog" >"$work/said" 2>&1
[ $? -eq 3 ] && pass || fail "a link at a folder's place is refused"
rm -rf "$work/elsewhere"
old_state
rm "$work/out/c/mailerr.c"
mkdir "$work/out/c/mailerr.c"
build "$catalog" >"$work/said" 2>&1
[ $? -eq 3 ] && pass || fail "a folder at a file's place is refused"
old_state
chmod 444 "$work/out/c/mailerr.h"
build "$catalog" >"$work/said" 2>&1 && sums "$work/out" | cmp -s - "$work/new.sums" && pass || fail "a read-only file is replaced"

# ---- signals and neighbours ----

clean=yes n=0
while [ $n -lt 40 ]; do
	old_state
	"$gen" build -o "$work/out" "$catalog" >/dev/null 2>&1 &
	pid=$!
	sleep "0.0$((n % 10))$((n * 7 % 10))"
	case $((n % 3)) in 0) signal=INT ;; 1) signal=TERM ;; 2) signal=KILL ;; esac
	kill -$signal $pid 2>/dev/null
	wait $pid 2>/dev/null
	# each file is the old or the new one
	sums "$work/out" | grep -v '\.mailerr-gen\.' >"$work/got"
	sort -u "$work/old.sums" "$work/new.sums" >"$work/both"
	[ -z "$(comm -23 "$work/got" "$work/both")" ] && [ "$(wc -l <"$work/got")" -eq "$(wc -l <"$work/old.sums")" ] ||
	    { clean=no; echo "after SIG$signal: a file is neither old nor new"; }
	[ $signal = KILL ] || [ -z "$(find "$work/out" -name '.mailerr-gen.*')" ] ||
	    { clean=no; echo "after SIG$signal: temporary files are left"; }
	build "$catalog" >/dev/null 2>&1 || { clean=no; echo "the next run fails"; }
	sums "$work/out" | cmp -s - "$work/new.sums" || { clean=no; echo "the next run does not repair"; }
	n=$((n + 1))
done
[ $clean = yes ] && pass || fail "signals"

old_state
pids=
for n in 1 2 3 4 5 6 7 8; do
	build "$catalog" >/dev/null 2>&1 &
	pids="$pids $!"
done
all=yes
for pid in $pids; do wait "$pid" || all=no; done
[ $all = yes ] && sums "$work/out" | cmp -s - "$work/new.sums" && pass || fail "eight runs into one folder"

# ---- names, places, locales ----

same() { # same NAME: out2 is as it should be
	sums "$work/out2" | cmp -s - "$work/new.sums" && pass || fail "$1: other files"
	rm -rf "$work/out2"
}
for name in "a b" "a'b" 'a"b' 'a#b' 'a%41b' 'a&b' '-x' 'ä' "$(printf 'a\nb')"; do
	mkdir -p "$work/names"
	cp "$catalog" "$work/names/$name.xml"
	(cd "$work/names" && "$gen" build -o "$work/out2" -- "$name.xml" >/dev/null 2>&1)
	same "a catalog called $name"
done
for locale in C.UTF-8 en_US.UTF-8 ja_JP.EUC-JP tr_TR.UTF-8 tr_TR.ISO-8859-9 de_DE nonsense; do
	LC_ALL=$locale TZ=Pacific/Kiritimati "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1
	same "locale $locale"
done
for zone in Asia/Tokyo Nowhere/Land; do
	TZ=$zone SOURCE_DATE_EPOCH=86400 XML_CATALOG_FILES=file:///nonexistent/evil SGML_CATALOG_FILES=x \
	    XMLLINT_INDENT=zz POSIXLY_CORRECT=1 TMPDIR=/nonexistent "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1
	same "zone $zone and a hostile environment"
done
env -i "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1
same "an empty environment"
(umask 077; "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1)
[ "$(stat -c %a "$work/out2/c/mailerr.h")" = 600 ] && pass || fail "umask 077"
same "umask 077"
(umask 022; "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1)
[ "$(stat -c %a "$work/out2/c/mailerr.h")" = 644 ] && pass || fail "umask 022"

# what has not changed keeps its time, and --verify tells
touch -d '2001-01-01' "$work/out2/c/mailerr.h"
"$gen" build -o "$work/out2" "$catalog" >"$work/said"
[ "$(stat -c %Y "$work/out2/c/mailerr.h")" -lt 1000000000 ] && grep -q ': 0 files written' "$work/said" &&
    pass || fail "an unchanged file keeps its time"
verify() { "$gen" build --verify -o "$work/out2" "$catalog" >"$work/said" 2>&1; }
verify && pass || fail "--verify of what was just built"
echo >>"$work/out2/c/mailerr.h"
verify; [ $? -eq 1 ] && grep -q 'mailerr.h' "$work/said" && pass || fail "--verify notices a changed file"
rm "$work/out2/c/mailerr.h"
verify; [ $? -eq 1 ] && grep -q 'mailerr.h.*missing' "$work/said" && pass || fail "--verify notices a missing file"
"$gen" build -o "$work/out2" "$catalog" >/dev/null
touch "$work/out2/c/stray.h"
verify; [ $? -eq 1 ] && grep -q 'stray.h' "$work/said" && pass || fail "--verify notices a stray file"

echo "faults: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
