#!/bin/sh
# SPDX-License-Identifier: MIT
# What "make install" brings, used as a stranger would: programs, header,
# libraries, pkg-config, man pages, translations, pages, data, catalog.
#
# usage: B=BUILD-FOLDER run.sh
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-install.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }
try() { # try NAME COMMAND...
	name=$1
	shift
	"$@" >"$work/said" 2>&1 && pass || { fail "$name"; head -5 "$work/said"; }
}

prefix="$work/a prefix"
try "make install" make -s install PREFIX="$prefix"
for f in bin/mailerr bin/mailerr-gen include/mailerr.h lib/libmailerr.a \
    lib/libmailerr.so lib/libmailerr.so.0 lib/pkgconfig/mailerr.pc \
    share/mailerr/catalog.xml share/mailerr/catalog.rng share/mailerr/c/mailerr.c \
    share/mailerr/data/mailerr.json share/mailerr/data/mailerr.schema.json \
    share/man/man1/mailerr.1 share/man/man1/mailerr-gen.1 share/man/man3/mailerr.3 \
    share/man/man7/mailerr.7 share/man/man7/mailerr-replies.7 \
    share/man/ja/man7/mailerr.7 share/locale/ja/LC_MESSAGES/mailerr.mo \
    share/bash-completion/completions/mailerr share/bash-completion/completions/mailerr-gen \
    share/zsh/site-functions/_mailerr share/fish/vendor_completions.d/mailerr-gen.fish \
    share/doc/mailerr/html/index.html share/doc/mailerr/html/ja/index.html; do
	[ -s "$prefix/$f" ] && pass || fail "$f is missing"
done
[ "$(stat -c %a "$prefix/bin/mailerr" "$prefix/include/mailerr.h" | tr '\n' ' ')" = "755 644 " ] &&
    pass || fail "modes"

# what is built is not built again
try "make -q" make -q all

# a destination folder changes where, not what is said of where
try "make install with DESTDIR" make -s install PREFIX=/usr DESTDIR="$work/dest"
grep -q '^prefix=/usr$' "$work/dest/usr/lib/pkgconfig/mailerr.pc" && pass || fail "DESTDIR gets into mailerr.pc"
(cd "$prefix" && find . | sort) >"$work/a"
(cd "$work/dest/usr" && find . | sort) >"$work/b"
cmp -s "$work/a" "$work/b" && pass || fail "two installations differ"

# a stranger's program, linked both ways
plain=$work/plain
make -s install PREFIX="$plain" >/dev/null
PKG_CONFIG_PATH=$plain/lib/pkgconfig
export PKG_CONFIG_PATH
try "pkg-config --validate" pkg-config --validate mailerr
[ "$(pkg-config --variable=mailerr_gen mailerr)" = "$plain/bin/mailerr-gen" ] && pass || fail "the variable mailerr_gen"
[ "$(pkg-config --variable=mailerr_catalog mailerr)" = "$plain/share/mailerr/catalog.xml" ] && pass || fail "the variable mailerr_catalog"
awk '/^```c$/ { on = !done; next } /^```$/ { if (on) done = 1; on = 0 } on' docs/using.md >"$work/why.c"
# shellcheck disable=SC2046
try "the program of docs/using.md, shared" cc -Wall -Wextra -Werror -o "$work/why" "$work/why.c" $(pkg-config --cflags --libs mailerr)
# shellcheck disable=SC2046
try "the program of docs/using.md, static" cc -o "$work/why-static" "$work/why.c" $(pkg-config --cflags mailerr) "$plain/lib/libmailerr.a"
line='554 5.4.6 Too many hops 26 (25 max): from a@example.org'
for program in "env LD_LIBRARY_PATH=$plain/lib $work/why" "$work/why-static"; do
	echo "$line" | $program >"$work/said" 2>&1
	grep -q '^mail-loop  *中継回数の超過$' "$work/said" && pass || { fail "$program"; cat "$work/said"; }
done
# only the interface is exported
nm -D --defined-only "$plain/lib/libmailerr.so" | awk '{ print $3 }' | grep -v '^mailerr_\|^MAILERR_0' >"$work/said"
[ ! -s "$work/said" ] && pass || { fail "exported beside the interface:"; cat "$work/said"; }

# what is installed works from there
"$plain/bin/mailerr-gen" build -o "$work/out" --target=c "$plain/share/mailerr/catalog.xml" >/dev/null &&
    cmp -s "$work/out/c/mailerr.c" out/c/mailerr.c && pass || fail "the installed generator on the installed catalog"
"$plain/bin/mailerr" 550 | grep -q 550 && pass || fail "the installed command"
try "man -k 550" sh -c "mandb -q '$plain/share/man' 2>/dev/null; MANPATH='$plain/share/man' man -k 550 | grep mailerr"
MANPATH=$plain/share/man LANGUAGE=ja LC_ALL=C.UTF-8 man mailerr 2>/dev/null | grep -q 'メール' && pass || fail "the Japanese man page"
printf '#include <libintl.h>\n#include <locale.h>\n#include <stdio.h>\nint main(int c, char **v) { (void)c; setlocale(LC_ALL, ""); bindtextdomain("mailerr", v[1]); bind_textdomain_codeset("mailerr", "UTF-8"); puts(dgettext("mailerr", "Too many hops")); return 0; }\n' >"$work/gettext.c"
try "a program with gettext" cc -o "$work/gettext" "$work/gettext.c"
[ "$(LANGUAGE=ja LC_ALL=C.UTF-8 "$work/gettext" "$plain/share/locale")" = 中継回数の超過 ] && pass || fail "dgettext"

echo "install: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
