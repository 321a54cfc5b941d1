#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden tests of "mailerr-gen merge-po": each merge/NAME.sed changes ja.po as it
# is made of check/base.xml, NAME.fr.sed fr.po; NAME.catalog.sed changes the
# catalog after that.  NAME.args are the files, if not ja.po.  NAME.want is what
# is said, and what changes in the catalog.
#
# usage: merge.sh [-u] MAILERR-GEN        -u writes what is said into NAME.want
set -u
LC_ALL=C; export LC_ALL
update=
[ "${1-}" != -u ] || { update=yes; shift; }
gen=$(realpath "$1")
. "$(dirname "$0")/../gettextpo.sh"
cd "$(dirname "$0")/merge" || exit 2
root=$PWD/../../..
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

changed() { # changed SCRIPT FILE: the file, by the script where there is one
	if [ -e "$1" ]; then sed -f "$1" "$2"; else cat "$2"; fi
}

"$gen" build -o "$work/out" --target=po ../check/base.xml >/dev/null || exit 2

# a build without libgettextpo says so, touches nothing and does all else
says_so() { # says_so MAILERR-GEN
	cp ../check/base.xml "$work/c.xml"
	"$1" merge-po "$work/c.xml" "$work/out/po/ja.po" >"$work/got" 2>&1
	[ $? -eq 3 ] && grep -q '/ja.po: error: cannot read: this mailerr-gen was built without merge-po; build it with libgettextpo' "$work/got" &&
	    [ "$(wc -l <"$work/got")" -eq 1 ] && cmp -s "$work/c.xml" ../check/base.xml && "$1" check "$work/c.xml" >/dev/null 2>&1
}
if [ -s "${gen%/*}/without-po" ]; then
	echo "NOT RUN merge: a build with WITHOUT_PO=1"
	says_so "$gen" && pass || { cat "$work/got"; fail "a build without libgettextpo"; }
	echo "golden merge: $passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
fi

for script in *.sed; do
	name=${script%.sed}
	case $name in *.fr|*.catalog) continue ;; esac
	sed -f "$script" "$work/out/po/ja.po" >"$work/ja.po"
	changed "$name.fr.sed" "$work/out/po/fr.po" >"$work/fr.po"
	changed "$name.catalog.sed" ../check/base.xml >"$work/catalog.xml"
	cp "$work/catalog.xml" "$work/before.xml"
	args=$(cat "$name.args" 2>/dev/null || echo catalog.xml ja.po)
	# shellcheck disable=SC2086
	(cd "$work" && "$gen" merge-po $args; echo "status $?"; diff before.xml catalog.xml) >"$work/got" 2>&1
	if [ -n "$update" ]; then
		cp "$work/got" "$name.want"; pass
	else
		diff -u "$name.want" "$work/got" && pass || fail "merge/$name"
	fi
	# whatever was merged, the catalog is sound, and a second time changes nothing
	if grep -q '^catalog.xml: written' "$work/got"; then
		"$gen" check "$work/catalog.xml" >/dev/null 2>&1 && pass || fail "merge/$name: the result has faults"
		# shellcheck disable=SC2086
		(cd "$work" && "$gen" merge-po $args) 2>/dev/null | grep -q '^catalog.xml: unchanged' && pass || fail "merge/$name: a second merge changes more"
	fi
done

# the whole catalog: what build makes changes nothing, not even a time
cp "$root/catalog.xml" "$work/catalog.xml"
touch -d 2001-01-01 "$work/catalog.xml"
"$gen" build -o "$work/whole" --target=po "$work/catalog.xml" >/dev/null || exit 2
cp -p "$work/catalog.xml" "$work/before.xml"
unchanged() {
	"$gen" merge-po "$work/catalog.xml" "$1" >"$work/got" 2>&1 && grep -q ' 0 texts changed in 0 places' "$work/got" &&
	    cmp -s "$work/catalog.xml" "$work/before.xml" && [ ! "$work/catalog.xml" -nt "$work/before.xml" ]
}
unchanged "$work/whole/po/ja.po" && pass || { cat "$work/got"; fail "what build makes changes something"; }
msgcat --width=60 --sort-output "$work/whole/po/ja.po" >"$work/wrapped.po"
unchanged "$work/wrapped.po" && pass || { cat "$work/got"; fail "other lines in the PO file change something"; }

# without its Japanese texts it is given every one of them back, marks and all
sed '/<text xml:lang="ja">/d; s/\(code="ja".*complete=\)"yes"/\1"no"/' "$work/before.xml" >"$work/bare.xml"
sed 's/\(code="ja".*complete=\)"yes"/\1"no"/' "$work/before.xml" >"$work/full.xml"
[ "$(grep -c 'xml:lang="ja"' "$work/bare.xml")" -eq 0 ] && [ "$(grep -c 'xml:lang="ja"' "$work/full.xml")" -gt 1000 ] && pass || fail "the bare catalog"
"$gen" merge-po "$work/bare.xml" "$work/whole/po/ja.po" >"$work/got" 2>&1 && cmp "$work/bare.xml" "$work/full.xml" && pass || { head -20 "$work/got"; fail "texts that were taken away"; }

# permissions stay, a link is followed, nothing is left behind
mkdir "$work/real"
sed 's/中継回数の超過/超過/' ../check/base.xml >"$work/real/c.xml"
chmod 640 "$work/real/c.xml"
ln -s real/c.xml "$work/link.xml"
"$gen" merge-po "$work/link.xml" "$work/out/po/ja.po" >"$work/got" 2>&1
[ -L "$work/link.xml" ] && [ "$(stat -c %a "$work/real/c.xml")" = 640 ] && grep -q '中継回数の超過</text>' "$work/real/c.xml" &&
    [ "$(ls -A "$work/real")" = c.xml ] && pass || { cat "$work/got"; fail "a catalog behind a link"; }

# a file that cannot be read a second time, by libgettextpo: opened, then read
"${CC:-cc}" -std=c11 -Wall -Wextra -O1 -fPIC -shared -o "$work/again.so" ../../faults/again.c -ldl || exit 2
for fault in fopen ferror; do
	cp ../check/base.xml "$work/c.xml"
	(cd "$work" && ASAN_OPTIONS=$ASAN_OPTIONS:verify_asan_link_order=0:detect_leaks=0 AGAIN=$fault LD_PRELOAD=$work/again.so \
	    "$gen" merge-po c.xml out/po/ja.po) >"$work/got" 2>&1
	[ $? -eq 3 ] && grep -q '^out/po/ja.po: error: cannot read: .*Input/output error.* \[cannot-read\]$' "$work/got" &&
	    [ "$(wc -l <"$work/got")" -eq 1 ] && cmp -s "$work/c.xml" ../check/base.xml && pass || { cat "$work/got"; fail "a fault of $fault"; }
done

# without libgettextpo: told, or built without it when that is asked for
unset MAKEFLAGS MAKELEVEL SANITIZE
make -C "$root" -n CPPFLAGS_FOR_BUILD=-nostdinc B="$work/none" "$work/none/mailerr-gen" >"$work/got" 2>&1
[ $? -eq 2 ] && grep -q 'gettext-po.h of libgettextpo is not there.*make WITHOUT_PO=1' "$work/got" && pass || { head -3 "$work/got"; fail "a build that lacks libgettextpo"; }
make -C "$root" WITHOUT_PO=1 CFLAGS_FOR_BUILD=-O0 B="$work/none" "$work/none/mailerr-gen" >"$work/made" 2>&1 && says_so "$work/none/mailerr-gen" &&
    ! grep -q gettextpo "$work/made" && pass || { tail -3 "$work/made"; cat "$work/got"; fail "a build with WITHOUT_PO=1"; }

echo "golden merge: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 40 ]
