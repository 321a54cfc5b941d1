#!/bin/sh
# SPDX-License-Identifier: MIT
# Names, places, locales, environments: the same bytes from all of them.
#
# usage: B=BUILD-FOLDER places.sh
. "$(dirname "$0")/common.sh"
two_states

top=$(cd ../.. && pwd)
same() { # same NAME: out2 is as it should be
	sums "$work/out2" | cmp -s - "$work/new.sums" && pass || fail "$1: other files"
	rm -rf "$work/out2"
}

# ---- names ----

newline=$(printf 'a\nb')
for name in "a b" "a'b" 'a"b' 'a#b' 'a$b' 'a%41b' 'a&b' 'a*b' 'a\b' '-x' '--help' 'ä' '日本' "$newline" \
    "$(printf 'a\377b')" "$(printf '%0200d' 0)"; do
	mkdir -p "$work/names"
	cp "$catalog" "$work/names/$name.xml"
	(cd "$work/names" && "$gen" build -o "$work/out2" -- "$name.xml" >/dev/null 2>&1)
	same "a catalog called $name"
	mkdir -p "$work/places"
	(cd "$work/places" && "$gen" build --output="$name" "$catalog" >/dev/null 2>&1)
	mv "$work/places/$name" "$work/out2"
	same "a folder called $name"
	# and a fault in it is told in one line
	sed 's/reason="mail-loop"/reason="mail-lopp"/' "$catalog" >"$work/names/$name.xml"
	for format in text json sarif; do
		(cd "$work/names" && "$gen" check --format=$format -- "$name.xml" >"$work/said" 2>&1)
		[ $? -eq 1 ] && grep -q mail-lopp "$work/said" && pass || fail "a fault in a catalog called $name, as $format"
		case $format in
		json | sarif) node -e 'JSON.parse(require("fs").readFileSync(0, "utf8"))' <"$work/said" >/dev/null 2>&1 && pass || fail "$format of a catalog called $name" ;;
		esac
	done
done

# make understands the names that it can: blank, #, $ and the like
for name in "a b" 'a#b' 'a$b' 'a&b' 'ä'; do
	mkdir "$work/make"
	cp "$catalog" "$work/make/$name.xml"
	(cd "$work/make" && "$gen" build --target c --depfile d -o out -- "$name.xml" >/dev/null 2>&1 &&
	    printf 'include d\nout/c/%%.c:\n\t@echo made again\n' >Makefile && make -q out/c/mailerr.c && touch "$name.xml" &&
	    make out/c/mailerr.c) >"$work/said" 2>&1
	grep -q 'made again' "$work/said" && pass || fail "dependencies on $name.xml: $(head -3 "$work/said")"
	rm -rf "$work/make"
done

# 200 folders deep, and deeper than one path may be long
deep=$work/deep n=0
while [ $n -lt 200 ]; do deep=$deep/d$n n=$((n + 1)); done
mkdir -p "$deep"
cp "$catalog" "$deep/x.xml"
(cd "$deep" && "$gen" build -o out2 x.xml >/dev/null 2>&1) && mv "$deep/out2" "$work/out2"
same "a folder 200 deep"
"$gen" build -o "$deep/out2" "$deep/x.xml" >/dev/null 2>&1 && mv "$deep/out2" "$work/out2"
same "a path 200 deep"

# ---- locales ----

# Whether a program asks or not what its locale is: the locales are there.
LOCPATH=$work/locales; export LOCPATH
mkdir "$LOCPATH"
for locale in tr_TR.UTF-8 tr_TR.ISO-8859-9 ja_JP.UTF-8 ja_JP.EUC-JP de_DE.UTF-8; do
	localedef -i "${locale%.*}" -f "${locale#*.}" "$LOCPATH/$locale" >"$work/said" 2>&1
	[ "$(LC_ALL=$locale locale charmap 2>/dev/null)" = "${locale#*.}" ] && pass || fail "no locale $locale: $(head -2 "$work/said")"
done
[ "$(LC_ALL=de_DE.UTF-8 env printf %.1f 1,5 2>/dev/null)" = 1,5 ] && pass || fail "de_DE has no comma"
for locale in C.UTF-8 tr_TR.UTF-8 tr_TR.ISO-8859-9 ja_JP.UTF-8 ja_JP.EUC-JP de_DE.UTF-8 nonsense; do
	LC_ALL=$locale LANGUAGE=ja TZ=Pacific/Kiritimati "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1
	same "locale $locale"
done
# the library and the command: "I" is no dotless i, and 1.5 not 1,5
sed -n 's/.*<example[^>]*>\(.*\)<\/example>.*/\1/p' "$top/catalog.xml" | sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' >"$work/examples"
tr a-z A-Z <"$work/examples" >>"$work/examples.upper"
cat "$work/examples.upper" >>"$work/examples"
[ "$(wc -l <"$work/examples")" -gt 100 ] && pass || fail "only $(wc -l <"$work/examples") examples"
cc -std=c99 -Wall -Wextra -O1 -I"$top/out/c" -o "$work/locale" locale.c "$top/out/c/mailerr.c" || exit 2
"$work/locale" C <"$work/examples" >"$work/want" || fail "the locale C"
"$B/mailerr" --lang=en explain --format=json <"$work/examples" >"$work/want.json"
for locale in tr_TR.UTF-8 tr_TR.ISO-8859-9 ja_JP.UTF-8 ja_JP.EUC-JP de_DE.UTF-8; do
	"$work/locale" $locale <"$work/examples" >"$work/got" 2>"$work/said" && cmp -s "$work/want" "$work/got" && pass ||
	    fail "the library in $locale: $(head -1 "$work/said"; diff "$work/want" "$work/got" | head -3)"
	LC_ALL=$locale "$B/mailerr" --lang=en explain --format=json <"$work/examples" >"$work/got"
	cmp -s "$work/want.json" "$work/got" && pass || fail "mailerr explain in $locale"
done
# tr_TR is what it is feared for
"$work/locale" tr_TR.ISO-8859-9 --check </dev/null && pass || fail "tolower('I') is i in tr_TR"
unset LOCPATH

# ---- environments ----

for zone in Asia/Tokyo Nowhere/Land; do
	TZ=$zone SOURCE_DATE_EPOCH=86400 XML_CATALOG_FILES=file:///nonexistent/evil SGML_CATALOG_FILES=x \
	    XMLLINT_INDENT=zz POSIXLY_CORRECT=1 TMPDIR=/nonexistent HOME= IFS=x CDPATH=/ ENV=/nonexistent BASH_ENV=/nonexistent \
	    LIBXML_TRACE=1 MALLOC_PERTURB_=165 MALLOC_ARENA_MAX=1 TERM= NO_COLOR=1 LINES=1 COLUMNS=1 \
	    "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1
	same "zone $zone and a hostile environment"
done
for epoch in 0 -1 8589934592 nonsense; do
	SOURCE_DATE_EPOCH=$epoch "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1
	same "SOURCE_DATE_EPOCH=$epoch"
done
env -i ASAN_OPTIONS="$ASAN_OPTIONS" "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1
same "an empty environment"
env "BIG=$(head -c 100000 /dev/zero | tr '\0' x)" "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1
same "an environment of 100 KB"
# at another time
preloaded clock.c
for time in 0 2147483648 253402300799; do
	[ "$(LD_PRELOAD=$work/clock.so CLOCK=$time date +%s)" = $time ] && pass || fail "the clock does not stand at $time"
	LD_PRELOAD=$work/clock.so CLOCK=$time "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1
	same "at $time seconds"
done
# what standard streams are closed: files must not take their place
for closed in '<&-' '>&-' '2>&-' '<&- >&-' '<&- >&- 2>&-'; do
	sh -c "'$gen' build -o '$work/out2' '$catalog' >'$work/said' 2>&1 $closed"
	status=$?
	case $closed in
	'<&-' | '2>&-') [ $status -eq 0 ] ;;
	*) [ $status -eq 3 ] ;; # it could not say what it has done
	esac && pass || fail "closed $closed: status $status"
	same "closed $closed"
done
# a fault is not told into a file that took the place of standard error
sh -c "'$gen' build -o '$work/out2' '$work/names/a b.xml' >&- 2>&-"
[ $? -ne 0 ] && [ ! -e "$work/out2" ] && pass || fail "a fault with no standard error"
(umask 077; "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1)
[ "$(stat -c %a "$work/out2/c/mailerr.h")" = 600 ] && pass || fail "umask 077"
same "umask 077"
(umask 022; "$gen" build -o "$work/out2" "$catalog" >/dev/null 2>&1)
[ "$(stat -c %a "$work/out2/c/mailerr.h")" = 644 ] && pass || fail "umask 022"

# ---- times, and --verify ----

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

finish
