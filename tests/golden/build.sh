#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden test of whole runs: what is made of check/base.xml.  Kept are all files
# that a person would read in a review; mailerr.c is held by the consumers, and
# the pages of the web reference by samples of each kind.
#
# usage: build.sh [-u] MAILERR-GEN       -u keeps what is made now
set -u
LC_ALL=C; export LC_ALL
update=
[ "${1-}" != -u ] || { update=yes; shift; }
gen=$(realpath "$1")
cd "$(dirname "$0")" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

(cd "$work" && cp "$OLDPWD/check/base.xml" catalog.xml && "$gen" build -o out catalog.xml; echo "status $?") \
    >"$work/said" 2>&1
for f in c/mailerr.h man po data html/index.html html/en/index.html \
    html/en/mail/replies/index.html html/en/mail/replies/554.html \
    html/ja/mail/notices/too-many-hops.html html/ja/mail/reasons/mail-loop.html; do
	[ -e "$work/out/$f" ] || { fail "$f is not made"; continue; }
	mkdir -p "$work/got/$(dirname "$f")"
	cp -R "$work/out/$f" "$work/got/$f"
done
cp "$work/said" "$work/got/said"
(cd "$work/out" && find . -type f | sort) >"$work/got/files"

if [ -n "$update" ]; then
	rm -rf build
	cp -R "$work/got" build
fi
for f in $(cd "$work/got" && find . -type f | sort); do
	diff -u "build/$f" "$work/got/$f" && pass || fail "build/$f"
done
diff -r build "$work/got" | grep '^Only in build' && fail "files that are not made any more"

# the same bytes from another folder, time zone and locale, and one target alone
(cd / && LC_ALL=ja_JP.UTF-8 TZ=Asia/Tokyo "$gen" build -o "$work/again" --target=data,c "$work/catalog.xml" >/dev/null)
for t in c data; do
	diff -r "$work/out/$t" "$work/again/$t" && pass || fail "$t made elsewhere differs"
done
"$gen" build -o "$work/ja" --target=man --lang=ja "$work/catalog.xml" >/dev/null &&
    diff -r "$work/out/man/ja" "$work/ja/man/ja" && [ ! -e "$work/ja/man/man7" ] && pass || fail "--lang=ja"
for wrong in --target=hmtl --lang=jp; do
	"$gen" build -o "$work/wrong" $wrong "$work/catalog.xml" >"$work/said" 2>&1
	[ $? -eq 2 ] && grep -q 'did you mean' "$work/said" && [ ! -e "$work/wrong" ] && pass || fail "$wrong"
done

echo "golden build: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 20 ]
