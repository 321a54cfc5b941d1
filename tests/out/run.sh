#!/bin/sh
# SPDX-License-Identifier: MIT
# What is generated beside C and HTML: man pages, gettext catalogs, data files,
# each through the tools that read it.  Each tool is shown once what it must
# refuse.
#
# usage: B=BUILD-FOLDER run.sh       build/npm has the npm packages
set -u
LC_ALL=C.UTF-8; export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
NODE_PATH=$PWD/build/npm/node_modules; export NODE_PATH
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-out.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; head -5 "$work/said"; }
# silent WHAT COMMAND...: it ends well and says nothing
silent() {
	what=$1
	shift
	timeout 60 "$@" >"$work/said" 2>&1 && [ ! -s "$work/said" ] && pass || fail "$what"
}
# refused WHAT COMMAND...: it fails, or says something
refused() {
	what=$1
	shift
	timeout 60 "$@" >"$work/said" 2>&1 && [ ! -s "$work/said" ] && fail "$what is accepted" || pass
}

# ---- man ----

pages=$(find out/man -type f | wc -l)
[ "$pages" -ge 20 ] && pass || fail "only $pages man pages"
printf '.TH x 7 2026-01-01\n.SH NAME\nx \\- y\n.xx undefined\n\\*[undefined]\n' >"$work/bad.7"
refused "a bad page by mandoc" mandoc -Tlint -Wwarning "$work/bad.7"
refused "a bad page by groff" groff -man -ww -z -Tutf8 -Kutf8 "$work/bad.7"
printf '.TH x 7\n' >"$work/nameless.7"
lexgrog "$work/nameless.7" >/dev/null 2>&1 && fail "lexgrog accepts a page without name" || pass
for page in $(find out/man -type f | sort); do
	silent "$page: mandoc" mandoc -Tlint -Wwarning "$page"
	silent "$page: groff" groff -man -ww -z -Tutf8 -Kutf8 "$page"
	lexgrog "$page" >"$work/said" 2>&1 && pass || fail "$page: lexgrog"
	silent "$page: man" sh -c "MANWIDTH=80 man --warnings -l '$page' >/dev/null"
done
for page in out/man/man*/*; do
	silent "$page: style" mandoc -Tlint -Wstyle "$page"
	ja=out/man/ja/${page#out/man/}
	[ -s "$ja" ] && grep -q 'の' "$ja" && pass || fail "$ja"
done
# every code, every title stands on its page
MANWIDTH=2000 man -l out/man/man7/mailerr-replies.7 2>/dev/null | col -bx | tr -s ' ' >"$work/text"
xmllint --xpath '//*[local-name()="reply"]/*[local-name()="title"]/*[@*[.="en"]]/text()' catalog.xml 2>/dev/null >"$work/titles"
[ "$(wc -l <"$work/titles")" -ge 45 ] && pass || fail "titles of replies"
while read -r title; do
	grep -qF "$title" "$work/text" && pass || fail "mailerr-replies.7 lacks: $title"
done <"$work/titles"

# ---- po ----

# The project has no public address yet that the two header fields could name.
inspected() {
	i18nspector "$1" 2>&1 | grep -v -e ': no-report-msgid-bugs-to-header-field$' \
	    -e ': invalid-last-translator ' >"$work/said"
	[ ! -s "$work/said" ] && pass || fail "$1: i18nspector"
}

# a template has no translator yet, so -c would speak of its header
silent "mailerr.pot" msgfmt --check-format -o /dev/null out/po/mailerr.pot
for po in out/po/*.po; do
	silent "$po: msgfmt" msgfmt -c -o /dev/null "$po"
	silent "$po is complete" msgcmp "$po" out/po/mailerr.pot
	inspected "$po"
done
inspected out/po/mailerr.pot
printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#, c-format\nmsgid "%%s a"\nmsgstr "%%d b"\n' >"$work/bad.po"
refused "a bad PO by msgfmt" msgfmt -c -o /dev/null "$work/bad.po"
i18nspector "$work/bad.po" >"$work/said" 2>&1
[ -s "$work/said" ] && pass || fail "i18nspector accepts a bad PO"
messages=$(msgattrib --translated --no-obsolete out/po/ja.po | grep -c '^msgid ')
[ "$messages" -gt 2000 ] && pass || fail "only $messages messages"

# ---- data ----

node tests/out/data.js out/data >"$work/said" 2>&1 && pass || fail "data.js"
passed=$((passed + $(grep -oE '[0-9]+ passed' "$work/said" | cut -d' ' -f1)))
LC_ALL=C grep -qP '[^\x00-\x7F]' out/c/mailerr.c out/c/mailerr.h && fail "C with bytes beyond ASCII" || pass

# ---- all ----

"$B/mailerr-gen" build --verify -o out catalog.xml >"$work/said" 2>&1 && pass || fail "out/ is not what would be written"
# direction controls hide in no file of ours
git ls-files 2>/dev/null | grep -v '^tests/golden/check/bad-character' | grep -v '\.gz$' | xargs grep -lP '[\x{202a}-\x{202e}\x{2066}-\x{2069}\x{200e}\x{200f}\x{061c}]' >"$work/said" 2>/dev/null
[ ! -s "$work/said" ] && pass || fail "bidirectional controls"
# every file says its licence
find out -type f ! -name '*.csv' ! -name '*.json' ! -name '*.js' | xargs grep -L 'SPDX-License-Identifier: 0BSD' >"$work/said"
[ ! -s "$work/said" ] && pass || fail "files without their licence"

echo "out: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
