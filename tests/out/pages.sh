#!/bin/sh
# SPDX-License-Identifier: MIT
# Whether what the manual pages say is so, whether man finds them, and whether
# gettext knows every string of the C tables.
#
# usage: B=BUILD-FOLDER CC=COMPILER pages.sh
set -u
LC_ALL=C.UTF-8; export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
B=${B:-$PWD/build} CC=${CC:-cc}
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-pages.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }
# equal WHAT A B: two sorted lists of words, neither of them empty
equal() {
	[ -s "$2" ] && [ -s "$3" ] || { fail "$1: nothing to compare"; return; }
	comm -3 "$2" "$3" >"$work/differ"
	[ ! -s "$work/differ" ] && pass || fail "$1: $(tr '\n' ' ' <"$work/differ")"
}
# said PAGE: its text on one line
said() { mandoc -Tutf8 -O width=200 "$1" | col -bx | tr -s ' \n' '  '; }

# ---- found ----

cp -R out/man "$work/man"
mandb -c -u -q "$work/man" >/dev/null 2>&1
found() { # found NAME PAGE
	case $(man -M "$work/man" -w "$1" 2>&1) in */$2.7) pass ;; *) fail "man $1 is not $2" ;; esac
	apropos -M "$work/man" "$1" 2>&1 | grep -q "^$2 (7)" && pass || fail "man -k $1 lacks $2"
}
found 550 mailerr-replies
found 571 mailerr-replies
found 5.1.1 mailerr-statuses
found 4.7.26 mailerr-statuses
found EX_NOUSER mailerr-keywords
man -M "$work/man" -w 999 >/dev/null 2>&1 && fail "man finds 999" || pass
case $(MANPATH=$work/man LANGUAGE=ja man -w 550) in */ja/man7/mailerr-replies.7) pass ;; *) fail "no Japanese man 550" ;; esac

# ---- mailerr.3 and the header ----

# those that come once a kind are one in the page: mailerr_reply_next
sed '/^[A-Za-z].*(/!d; /^#/d; s/.*\(mailerr_[a-z_]*\)(.*/\1/' out/c/mailerr.h |
    grep -v '_next$' | sort -u >"$work/declared"
for page in out/man/man3/mailerr.3 out/man/ja/man3/mailerr.3; do
	said "$page" | grep -oE 'mailerr_[a-z_]+\(' | tr -d '(' | grep -v '_next$' | sort -u >"$work/named"
	equal "$page and mailerr.h" "$work/declared" "$work/named"
	for name in $(said "$page" | grep -oE '(mailerr|MAILERR)_[a-zA-Z_]+' | sort -u); do
		case $name in *_kind_next | MAILERR_KIND_LIST | mailerr_ | MAILERR_) continue ;; esac
		grep -q "$name" out/c/mailerr.h && pass || fail "$page: there is no $name"
	done
	# the first example answers lines, the second one takes a context
	for n in 1 2; do
		awk -v n=$n '/^#include <stdio/ { at++ } /^\.fi/ { ended = at }
		at == n && ended < n && !/^\./' "$page" | sed 's/\\e/\\/g; s/\\-/-/g' >"$work/example.c"
		"$CC" -std=c99 -Wall -Wextra -Werror -Iout/c -o "$work/example$n" "$work/example.c" out/c/mailerr.c &&
		    pass || fail "$page: example $n"
	done
	[ "$(echo '550 5.1.1 <b@example.jp>: User unknown' | "$work/example1")" = 'user-unknown: User unknown' ] &&
	    pass || fail "$page: what the first example prints"
	"$work/example2" >"$work/printed"
	for line in 'MAIL, permanent, guess: Sender barred' 'RCPT, permanent, guess: Refused' \
	    'end of DATA, permanent, sure: Too many hops' '    hops is 26' '    ' 'Access denied' 'X.7.1 '; do
		grep -q "^$line" "$work/printed" && pass || fail "$page: the second example does not print \"$line\""
	done
done
grep -v mailerr_find "$work/named" >"$work/fewer"
failed_before=$failed
equal "(a page that lacks a function)" "$work/declared" "$work/fewer" >/dev/null
[ "$failed" -gt "$failed_before" ] && failed=$failed_before && pass || fail "a missing function is not seen"

# ---- the commands and their pages ----

options() { grep -oE -- '--[a-z][a-z-]*' | sort -u; }
{ "$B/mailerr" --help; "$B/mailerr" explain --help; "$B/mailerr" list --help; } | options >"$work/has"
for page in out/man/man1/mailerr.1 out/man/ja/man1/mailerr.1; do
	said "$page" | options >"$work/named"
	equal "$page and mailerr --help" "$work/has" "$work/named"
done
commands=$("$B/mailerr-gen" --help | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p')
for command in $commands; do "$B/mailerr-gen" "$command" --help; done | options >"$work/has"
for page in out/man/man1/mailerr-gen.1 out/man/ja/man1/mailerr-gen.1; do
	# pkg-config's own
	said "$page" | options | grep -v -- '^--variable$' >"$work/named"
	equal "$page and mailerr-gen --help" "$work/has" "$work/named"
	for command in $commands; do
		said "$page" | grep -q "mailerr-gen $command" && pass || fail "$page lacks $command"
	done
done

# ---- both languages ----

for page in $(cd out/man && find man? -type f | sort); do
	for macro in SH SS TP IP nf; do
		[ "$(grep -c "^\.$macro" "out/man/$page")" -eq "$(grep -c "^\.$macro" "out/man/ja/$page")" ] && pass ||
		    fail "$page has another number of .$macro in Japanese"
	done
done
# a label that is not in the catalog shows as its id
grep -ohE "(name=\"(id|label|class)\"|call-template name=\"label\")[^>]* select=\"'[a-z-]+'\"" templates/man/*.xsl |
    sed "s/.*'\(.*\)'.*/\1/" | sort -u >"$work/labels"
[ "$(wc -l <"$work/labels")" -gt 30 ] && pass || fail "no labels found in the templates"
for label in $(cat "$work/labels"); do
	grep -q "<label id=\"$label\">" catalog.xml && pass || fail "there is no label \"$label\""
done

# ---- gettext and the C tables ----

mkdir -p "$work/locale/ja/LC_MESSAGES"
msgfmt -o "$work/locale/ja/LC_MESSAGES/mailerr.mo" out/po/ja.po
"$CC" -std=c99 -D_XOPEN_SOURCE=700 -Wall -Wextra -Werror -Iout/c -o "$work/gettext" tests/out/gettext.c out/c/mailerr.c &&
    LANGUAGE=ja "$work/gettext" "$work/locale" >"$work/said" && pass || fail "gettext: $(grep FAIL "$work/said" | head -3)"
passed=$((passed + $(sed -n 's/gettext: \([0-9]*\) passed.*/\1/p' "$work/said")))
"$work/gettext" "$work/nowhere" >/dev/null && fail "gettext without a catalog is accepted" || pass

echo "pages: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
