#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds that make mailerr.c themselves, under make and ninja: what is touched
# or changed is made again, and nothing else is; -j is safe; the generator runs
# on the build machine when the compiler is for another one.
#
# usage: B=BUILD-FOLDER run.sh
set -u
LC_ALL=C; export LC_ALL
unset MAKEFLAGS MAKELEVEL
cd "$(dirname "$0")" || exit 2
top=$(cd ../.. && pwd)
gen=$B/mailerr-gen
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-builds.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; head -5 "$work/said"; }

# A fresh folder with the build of that kind and inputs of its own.
setup() { # setup KIND
	at=$work/$1
	rm -rf "$at"
	mkdir -p "$at" || exit 2
	cp "$1"/* app.c "$at/" && cp ../consumers/small.xml "$at/catalog.xml" &&
	    cp "$gen" "$at/mailerr-gen" || exit 2
	printf 'cc = %s\ncflags = -O0\nmailerr_gen = ./mailerr-gen\ncatalog = catalog.xml\ngen_flags = %s\n' \
	    "${CC:-cc}" "${flags-}" >"$at/config.ninja"
}

# One run of the build.  What it did, a word each: gen, app, mailerr, link.
run_make() {
	(cd "$at" && make "$@" app CFLAGS=-O0 MAILERR_GEN=./mailerr-gen \
	    MAILERR_CATALOG=catalog.xml GEN_FLAGS="--target=c ${flags-}") >"$work/said" 2>&1
}
run_ninja() {
	(cd "$at" && ninja -v "$@" app) >"$work/said" 2>&1
}
did() {
	sed -n -e 's/.*mailerr-gen build .*/gen/p' -e 's/.* -c.*mailerr\.c.*/mailerr/p' \
	    -e 's/.* -c.*app\.c.*/app/p' -e 's/.* -o app .*/link/p' "$work/said" |
	    sort -u | tr '\n' ' '
}

# expect WHAT "WORDS " RUNNER: the run must end well and do just that.
expect() {
	"$3" || { fail "$1: the build failed"; return; }
	got=$(did)
	if [ "$got" = "$2" ]; then pass; else fail "$1: did \"$got\", not \"$2\""; fi
}

later() { sleep 0.02; touch "$@"; } # the clock of files ticks in 4 ms

everything='app gen link mailerr '
for kind in make ninja; do
	command -v $kind >/dev/null || { fail "no $kind"; continue; }
	run=run_$kind
	setup $kind
	expect "$kind: first" "$everything" $run
	expect "$kind: again" "" $run
	[ "$("$at/app" '550 5.1.1 User unknown')" = user-unknown ] && pass || fail "$kind: the program"

	# touched: the generator looks, and finds that nothing is to be written
	later "$at/catalog.xml"
	expect "$kind: catalog touched" "gen " $run
	expect "$kind: and again" "" $run
	later "$at/mailerr-gen"
	expect "$kind: generator touched" "gen " $run
	expect "$kind: and again" "" $run
	later "$at/app.c"
	expect "$kind: own file touched" "app link " $run

	# changed: a text of the tables only, then a name in the header
	sed -i 's/The cause of bad mailbox\./Another cause./' "$at/catalog.xml"; later "$at/catalog.xml"
	expect "$kind: text changed" "gen link mailerr " $run
	sed -i 's/symbol="BAD_MAILBOX"/symbol="MAILBOX_BAD"/' "$at/catalog.xml"; later "$at/catalog.xml"
	expect "$kind: name changed" "$everything" $run
	expect "$kind: and again" "" $run

	# a fault stops the build and leaves what was there
	sum=$(cat "$at/gen/c/mailerr.c" "$at/gen/c/mailerr.h" | cksum)
	cp "$at/catalog.xml" "$at/good.xml"
	sed -i 's/symbol="MAILBOX_BAD"/symbol="int"/' "$at/catalog.xml"; later "$at/catalog.xml"
	if $run; then fail "$kind: a fault passed"; else pass; fi
	grep -q '^catalog.xml:[0-9]*:[0-9]*: error: ' "$work/said" && pass || fail "$kind: the fault is not told"
	if $run; then fail "$kind: a fault passed at the second run"; else pass; fi
	[ "$sum" = "$(cat "$at/gen/c/mailerr.c" "$at/gen/c/mailerr.h" | cksum)" ] && pass || fail "$kind: a fault changed the files"
	cp "$at/good.xml" "$at/catalog.xml"; later "$at/catalog.xml"
	expect "$kind: fault mended" "gen " $run

	# a lost file comes back, many at once do no harm
	rm -rf "$at/gen" "$at"/*.o
	expect "$kind: outputs lost" "$everything" $run
	rm -rf "$at/gen" "$at"/*.o "$at/app" "$at/.ninja_log" "$at/.ninja_deps"
	run_j() { run_$kind -j8; }
	expect "$kind: -j8" "$everything" run_j
	expect "$kind: -j8 again" "" run_j

	# further templates are inputs too
	flags='--templates=my.templates'
	setup $kind
	mkdir -p "$at/my.templates"
	cp -R "$top/templates/c" "$at/my.templates/c"
	expect "$kind: own templates" "$everything" $run
	expect "$kind: and again" "" $run
	later "$at/my.templates/c/explain.c"
	expect "$kind: template touched" "gen " $run
	printf '/* the end */\n' >>"$at/my.templates/c/explain.c"
	later "$at/my.templates/c/explain.c"
	expect "$kind: template changed" "gen link mailerr " $run
	expect "$kind: and again" "" $run
	unset flags
done

# The generator is for this machine, the program for another one.
cross=$work/cross
mkdir -p "$cross"
cat >"$cross/cc" <<-'END'
	#!/bin/sh
	echo cross >>"$LOG"
	exec gcc "$@"
END
chmod +x "$cross/cc"
LOG=$cross/log; export LOG
if make -s -C "$top" B="$cross/build" CC="$cross/cc" CC_FOR_BUILD=gcc "$cross/build/mailerr-gen" >"$work/said" 2>&1; then
	pass
	[ ! -s "$LOG" ] && pass || fail "cross: the generator is built with CC ($(wc -l <"$LOG") times)"
else
	fail "cross: the generator"
fi
if make -s -C "$top" B="$cross/build" CC="$cross/cc" CC_FOR_BUILD=gcc "$cross/build/mailerr" >"$work/said" 2>&1; then
	[ -s "$LOG" ] && pass || fail "cross: the command is not built with CC"
else
	fail "cross: the command"
fi

echo "builds: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
