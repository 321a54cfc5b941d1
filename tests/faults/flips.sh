#!/bin/sh
# SPDX-License-Identifier: MIT
# Catalogs that are cut off, or have a bit flipped.  Each is refused with a
# place and a reason; or it is accepted, and then what is built from it passes
# the checks of its kind: C compiles without a warning, man pages lint, pages
# parse, JSON and PO are valid, tables have their columns.
#
# usage: B=BUILD-FOLDER flips.sh [COUNT [SEED]]
. "$(dirname "$0")/common.sh"
count=${1:-2000} seed=${2:-1}
# with sanitizers each takes ten times as long
[ -z "${SANITIZE:-}" ] || count=${1:-400}
size=$(wc -c <"$catalog")

# ---- cut at every 97th byte ----

bad=0 cuts=0 at=0
while [ $at -lt "$size" ]; do
	head -c $at "$catalog" >"$work/x.xml"
	timeout 20 "$gen" check "$work/x.xml" >"$work/said" 2>&1
	[ $? -eq 1 ] && [ "$(grep -c ': error: ' "$work/said")" -eq 1 ] || { bad=$((bad + 1)); echo "cut at $at: $(head -2 "$work/said")"; }
	cuts=$((cuts + 1)) at=$((at + 97))
done
[ $bad -eq 0 ] && [ $cuts -gt 50 ] && pass || fail "$bad of $cuts cuts"

# ---- flips ----

cc -std=c99 -Wall -Wextra -o "$work/flip" flip.c || exit 2
mkdir "$work/flips" "$work/json"
"$work/flip" "$catalog" "$work/flips" "$count" "$seed" >"$work/where" || exit 2

# What the base has, byte for byte, is sound.
"$gen" build -o "$work/base" "$catalog" >/dev/null || exit 2
changed() { # changed FOLDER: what it has beside or other than the base
	diff -rqN "$work/base" "$1" | sed 's/^Files .* and \(.*\) differ$/\1/' | while read -r file; do
		[ ! -f "$file" ] || echo "$file"
	done >"$work/changed"
}
# lint NAME PATTERN COMMAND...: over what has changed; nothing may be said
lint() {
	name=$1 pattern=$2
	shift 2
	grep "$pattern" "$work/changed" >"$work/list" || return 0
	xargs "$@" <"$work/list" >"$work/said" 2>&1 && [ ! -s "$work/said" ] && return 0
	why="$name: $(head -3 "$work/said")"
}
# The date of the sample lies ahead, and Japanese has long lines.
man_lint() {
	mandoc -Tlint -Wwarning "$@" | grep -v 'date in the future'
	return 0
}
columns() { # every line of a table has as many fields as the first
	node -e 'const fs = require("fs");
	for (const path of process.argv.slice(1)) {
		const rows = fs.readFileSync(path, "utf8").trimEnd().split("\r\n").map(row => {
			let n = 1, quoted = false;
			for (const c of row) { if (c === "\"") quoted = !quoted; else if (c === "," && !quoted) n++; }
			return quoted ? -1 : n;
		});
		if (new Set(rows).size !== 1 || rows[0] < 2) console.log(path + ": columns " + [...new Set(rows)]);
	}' "$@"
}
check_output() { # check_output FOLDER: sets $why
	why=
	changed "$1"
	lint C '\.c$' gcc -std=c99 -pedantic -Wall -Wextra -Werror -fsyntax-only
	if grep '/man/' "$work/changed" >"$work/list"; then
		man_lint $(cat "$work/list") >"$work/said" 2>&1
		[ ! -s "$work/said" ] || why="man: $(head -3 "$work/said")"
	fi
	lint HTML '\.html$' xmllint --nonet --noout
	lint PO '\.po$' -n 1 msgfmt -c -o /dev/null
	lint template '\.pot$' -n 1 msgfmt -o /dev/null
	grep -E '\.(json|csv)$' "$work/changed" | while read -r file; do
		cp "$file" "$work/json/$n.${file##*/}"
	done
}

ulimit -t 20 # seconds for each process: none hangs
accepted=0 refused=0 bad=0 n=1
while [ $n -le "$count" ]; do
	"$gen" check "$work/flips/$n.xml" >"$work/said" 2>&1
	status=$? why=
	if [ $status -eq 1 ]; then
		refused=$((refused + 1))
		line=
		read -r line <"$work/said"
		case $line in
		*.xml:[0-9]*:[0-9]*": error: "*" ["*"]") ;;
		*) why="refused, but: $line" ;;
		esac
	elif [ $status -eq 0 ]; then
		accepted=$((accepted + 1))
		if "$gen" build -o "$work/flip.out" "$work/flips/$n.xml" >"$work/said" 2>&1; then
			check_output "$work/flip.out"
		else
			why="accepted, but not built: $(head -2 "$work/said")"
		fi
	else
		why="status $status: $(head -2 "$work/said")"
	fi
	[ -z "$why" ] || { bad=$((bad + 1)); echo "flip $(sed -n ${n}p "$work/where"): $why"; }
	n=$((n + 1))
done
# one process for all of JSON, and one for all tables
node -e 'const fs = require("fs"), dir = process.argv[1];
	for (const f of fs.readdirSync(dir).filter(f => f.endsWith(".json")))
		try { JSON.parse(fs.readFileSync(dir + "/" + f, "utf8")); }
		catch (e) { console.log(f + ": " + e.message); }' "$work/json" >"$work/said"
find "$work/json" -name '*.csv' >"$work/list"
echo "flips: $count, $refused refused, $accepted accepted, $(ls "$work/json" | wc -l) data files"
[ $bad -eq 0 ] && pass || fail "$bad of $count flips"
[ "$(find "$work/json" -name '*.json' | wc -l)" -gt 0 ] && [ ! -s "$work/said" ] && pass || fail "JSON: $(head -3 "$work/said")"
columns $(cat "$work/list") >"$work/said" 2>&1
[ -s "$work/list" ] && [ ! -s "$work/said" ] && pass || fail "tables: $(head -3 "$work/said")"
[ $accepted -gt $((count / 20)) ] && [ $refused -gt $((count / 4)) ] && pass || fail "$accepted accepted and $refused refused of $count"

# what is broken would be seen
cp -R "$work/base" "$work/broken"
sed -i 's/^mailerr_explain(/mailerr_explain((/' "$work/broken/c/mailerr.c"
sed -i '/<\/p>/{s//<p>/;q;}' "$work/broken/html/en/index.html"
sed -i '/^msgstr/{s/"$//;q;}' "$work/broken/po/ja.po"
sed -i '3i.TH' "$work/broken/man/man7/mailerr.7"
changed "$work/broken"
[ "$(wc -l <"$work/changed")" -eq 4 ] && pass || fail "$(wc -l <"$work/changed") files were broken, not 4"
for kind in c html po man; do
	mkdir "$work/broken.$kind"
	cp -R "$work/base/." "$work/broken.$kind"
	cp -R "$work/broken/$kind" "$work/broken.$kind"
	check_output "$work/broken.$kind"
	[ -n "$why" ] && pass || fail "what is broken in $kind is not seen"
done

finish
