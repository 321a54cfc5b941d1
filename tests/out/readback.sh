#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes man pages, gettext catalogs and data of a catalog whose texts try to
# break out of each, and reads all of them back with the tools of others.
#
# usage: B=BUILD-FOLDER readback.sh
set -u
LC_ALL=C.UTF-8; export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
B=${B:-$PWD/build}
catalog=tests/hostile/catalog.xml
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-readback.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; head -5 "$work/said"; }
silent() { # silent WHAT COMMAND...: it ends well and says nothing
	what=$1
	shift
	timeout 60 "$@" >"$work/said" 2>&1 && [ ! -s "$work/said" ] && pass || fail "$what"
}
add() { # add what a script has counted in $work/said
	set -- "$(sed -n 's/.*: \([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$work/said")"
	p=${1% *} f=${1#* }
	passed=$((passed + ${p:-0})) failed=$((failed + ${f:-1}))
	grep '^FAIL' "$work/said" | head -20
}

"$B/mailerr-gen" check "$catalog" >"$work/said" 2>&1 && pass || fail "the catalog is not clean"
"$B/mailerr-gen" build -o "$work/out" --target=man,po,data "$catalog" >"$work/said" 2>&1 && pass ||
    fail "the catalog cannot be built"
[ "$(find "$work/out/man" -type f | wc -l)" -eq 20 ] && pass || fail "not 20 man pages"

msgfmt -c -o "$work/ja.mo" "$work/out/po/ja.po" >"$work/said" 2>&1 && [ ! -s "$work/said" ] && pass || fail "ja.po"
silent "hostile.pot" msgfmt --check-format -o /dev/null "$work/out/po/hostile.pot"

for page in $(cd "$work/out/man" && find . -name '*.7' | sort); do
	page=${page#./}
	case $page in ja/*) code=ja ;; *) code=en ;; esac
	page=$work/out/man/$page
	silent "$page: mandoc" mandoc -Tlint -Wwarning "$page"
	silent "$page: groff" groff -man -ww -z -Tutf8 -Kutf8 "$page"
	mandoc -Tutf8 -O width=200 "$page" 2>&1 | col -b >>"$work/$code.mandoc"
	# man gives groff less to fear than groff alone: it allows .so
	MANWIDTH=200 timeout 60 man -P cat -l "$page" 2>&1 | col -b >>"$work/$code.groff"
done

node tests/out/readback.js "$catalog" "$work/out" "$work" >"$work/said" 2>&1
add

# the same, shown what it must refuse: a text that lost a byte on its way
cp -R "$work/out" "$work/bad"
for f in en.mandoc en.groff ja.mandoc ja.groff ja.mo; do cp "$work/$f" "$work/bad/$f"; done
sed 's/passwd/passwt/' "$work/out/data/hostile.json" >"$work/bad/data/hostile.json"
node tests/out/readback.js "$catalog" "$work/bad" "$work" >/dev/null 2>&1 && fail "JSON that differs is accepted" || pass
cp "$work/out/data/hostile.json" "$work/bad/data/hostile.json"
sed 's/passwd/passwt/' "$work/out/data/notices.csv" >"$work/bad/data/notices.csv"
node tests/out/readback.js "$catalog" "$work/bad" "$work" >/dev/null 2>&1 && fail "CSV that differs is accepted" || pass
for f in en.mandoc ja.groff; do
	sed 's/passwd/passwt/' "$work/$f" >"$work/bad/$f"
	node tests/out/readback.js "$catalog" "$work/out" "$work/bad" >/dev/null 2>&1 && fail "$f that differs is accepted" || pass
	cp "$work/$f" "$work/bad/$f"
done
sed 's/passwd/passwt/' "$work/out/po/ja.po" | msgfmt -o "$work/bad/ja.mo" -
node tests/out/readback.js "$catalog" "$work/out" "$work/bad" >/dev/null 2>&1 && fail "PO that differs is accepted" || pass

echo "readback: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
