#!/bin/sh
# SPDX-License-Identifier: MIT
# Files that want to be something else than a catalog.
#
# usage: B=BUILD-FOLDER hostile.sh
. "$(dirname "$0")/common.sh"
two_states

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
sed 's/xmlns="[^"]*"/xmlns="urn:evil"/' "$catalog" >"$work/x.xml"
hostile "another namespace" 'urn:mailerr:catalog:1.* \[wrong-namespace\]'
sed 's/schema-version="[^"]*"/schema-version="99.0"/' "$catalog" >"$work/x.xml"
hostile "a schema to come" '\[schema-version\]'

# a fault behind 70,000 lines, which libxml2 cannot count
awk '/<emitters>/ { for (i = 0; i < 70000; i++) print "" } { print }' "$catalog" |
    sed 's/reason="mail-loop"/reason="mail-lopp"/' >"$work/x.xml"
line=$(grep -n -m1 mail-lopp "$work/x.xml" | cut -d: -f1)
[ "$line" -gt 70000 ] && pass || fail "no 70,000 lines"
hostile "a fault in line $line" "x.xml:$line:[0-9]+: error: .*mail-lopp"

# twice as many entries take twice the time, not four times
many() { # many COUNT: keywords, each with its texts
	awk -v count="$1" '/<keyword name="EX_CONFIG"/ && !done { inside = 1 }
	inside { block = block $0 "\n" } !inside { print }
	inside && /<\/keyword>/ {
		inside = 0; done = 1
		for (i = 0; i < count; i++) {
			one = block
			sub(/name="EX_CONFIG" value="78"/, "name=\"EX_A" i "\"", one)
			printf "%s", one
		}
	}' "$catalog" >"$work/x.xml"
}
# Of the processor, of all that was run so far: a machine may be busy.
cpu() {
	times >"$work/times"
	awk 'NR == 2 { split($1, t, /[ms]/); printf "%d\n", (t[1] * 60 + t[2]) * 1000 }' "$work/times"
}
time_of() { # time_of COUNT: a check of so many; milliseconds in $ms, $status
	many "$1"
	cpu >"$work/before"
	timeout 60 "$gen" check "$work/x.xml" >"$work/said" 2>&1
	status=$?
	cpu >"$work/after"
	ms=$(($(cat "$work/after") - $(cat "$work/before")))
}
time_of 10000
few=$ms grown=$status
[ "$few" -gt 20 ] && pass || fail "no time was measured: $few ms"
[ "$grown" -eq 0 ] && [ "$(grep -c '<keyword name="EX_A' "$work/x.xml")" -eq 10000 ] && pass || fail "10,000 entries: status $grown: $(head -2 "$work/said")"
time_of 20000
[ "$status" -eq 0 ] && [ "$ms" -lt $((few * 3 + 50)) ] && pass ||
    fail "20,000 entries: status $status, $ms ms; 10,000: $few ms"

finish
