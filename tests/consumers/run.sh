#!/bin/sh
# SPDX-License-Identifier: MIT
# Uses out/c as a stranger would: compiles it in every way that is promised,
# looks into the object, runs programs against it, and holds its tables against
# the catalog.  A compiler that is not there is an error.
#
# usage: B=BUILD-FOLDER run.sh
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")" || exit 2
here=$PWD
top=$(cd ../.. && pwd)
lib=$top/out/c
catalog=$top/catalog.xml
gen=$B/mailerr-gen
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-consumers.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

# try WHAT COMMAND...: it must end well and say nothing.
try() {
	what=$1; shift
	if "$@" >"$work/said" 2>&1 && [ ! -s "$work/said" ]; then
		pass
	else
		fail "$what: $*"
		head -20 "$work/said"
	fi
}

# refuse WHAT COMMAND...: it must fail.
refuse() {
	what=$1; shift
	if "$@" >/dev/null 2>&1; then fail "$what: $*"; else pass; fi
}

# program WHAT COMMAND...: prints "N passed, M failed" last.
program() {
	what=$1; shift
	"$@" >"$work/said" 2>&1
	status=$?
	line=$(tail -1 "$work/said")
	p=$(echo "$line" | sed -n 's/.* \([0-9]*\) passed, [0-9]* failed$/\1/p')
	f=$(echo "$line" | sed -n 's/.* passed, \([0-9]*\) failed$/\1/p')
	if [ "$status" -ne 0 ] || [ "${p:-0}" -eq 0 ] || [ "${f:-1}" -ne 0 ]; then
		fail "$what (status $status)"
		head -20 "$work/said"
	else
		passed=$((passed + p))
	fi
}

for command in gcc g++ clang clang++ xsltproc nm readelf size; do
	if command -v $command >/dev/null; then pass; else fail "no $command"; fi
done
if [ -s "$lib/mailerr.c" ] && [ -s "$lib/mailerr.h" ]; then pass; else
	fail "no $lib/mailerr.c"; fi
[ "$failed" -eq 0 ] || { echo "consumers: $passed passed, $failed failed"; exit 1; }

# ---- compilers and standards ----

strict="-Werror -pedantic -Wall -Wextra -Wconversion -Wsign-conversion -Wshadow
    -Wcast-qual -Wundef -Wwrite-strings"
strict_c="-Wstrict-prototypes -Wmissing-prototypes -Wc++-compat"
cuts="-DNO_CUT -DMAILERR_NO_TEXT -DMAILERR_NO_PHRASES -DMAILERR_NO_JA
    -DMAILERR_NO_EN -DMAILERR_NO_EN,-DMAILERR_NO_JA
    -DMAILERR_NO_TEXT,-DMAILERR_NO_PHRASES"

for cut in $cuts; do
	flags=$(echo "$cut" | tr , ' ')
	for std in c99 c11 c2x; do
		for cc in gcc clang; do
			try "$cc $std" $cc -std=$std $strict $strict_c $flags \
			    -fsyntax-only "$lib/mailerr.c"
		done
	done
	for std in c++11 c++20; do
		# clang takes NULL itself for such a zero
		try "g++ $std" g++ -std=$std $strict $flags -fsyntax-only \
		    -Wzero-as-null-pointer-constant -x c++ "$lib/mailerr.c"
		try "clang++ $std" clang++ -std=$std $strict $flags \
		    -fsyntax-only -x c++ "$lib/mailerr.c"
	done
	# some warnings need the optimizer
	try "gcc -O2" gcc -O2 $strict $strict_c $flags -c -o "$work/x.o" \
	    "$lib/mailerr.c"
done
# the flags do see a fault
{ cat "$lib/mailerr.c"; echo 'char narrow(int);'; echo 'char narrow(int a) { return a; }'; } >"$work/fault.c"
refuse "a fault is seen" gcc -std=c99 $strict -I"$lib" -fsyntax-only \
    "$work/fault.c"

# ---- the header ----

printf '#include "mailerr.h"\n#include "mailerr.h"\n' >"$work/alone.c"
printf '#include "hostile.h"\n#include "mailerr.h"\nint main(void) { return 0; }\n' \
    >"$work/hostile.c"
for file in alone hostile; do
	for cc in gcc clang; do
		try "$file" $cc -std=c99 $strict $strict_c -I"$lib" -I"$here" \
		    -fsyntax-only "$work/$file.c"
		try "$file" $cc -std=c++11 $strict -I"$lib" -I"$here" \
		    -fsyntax-only -x c++ "$work/$file.c"
	done
done
try "the header in C++ has no zero for NULL" g++ -std=c++11 $strict -I"$lib" \
    -Wzero-as-null-pointer-constant -fsyntax-only -x c++ "$work/alone.c"
for file in mailerr.h mailerr.c; do
	if LC_ALL=C grep -n '[^ -~	]' "$lib/$file" | head -3 | grep .; then
		fail "$file: a byte that is not ASCII"
	else
		pass
	fi
	case $(head -1 "$lib/$file") in
	*SPDX-License-Identifier:\ 0BSD*) pass ;;
	*) fail "$file: no licence in its first line" ;;
	esac
done
if grep -E 'include *[<"]' "$lib"/mailerr.[ch] |
    grep -vE '<std(bool|def|int)\.h>|"mailerr\.h"'; then
	fail "an include that is not freestanding"
else
	pass
fi

# ---- the object ----

try "an object" gcc -std=c99 -O1 -fPIC -ffreestanding -c -o "$work/mailerr.o" \
    "$lib/mailerr.c"
# only what every compiler takes for granted
if nm -u "$work/mailerr.o" | grep -vE ' U (mem(cpy|move|set|cmp)|_GLOBAL_OFFSET_TABLE_)$'; then
	fail "calls something"
else
	pass
fi
if nm -g --defined-only "$work/mailerr.o" | grep -v ' T mailerr_'; then
	fail "exports something else than mailerr_"
else
	pass
fi
if size -A "$work/mailerr.o" | grep -E '^\.(data|bss|tdata|tbss)' |
    grep -vE ' 0 +0$'; then
	fail "has data that is written, or needs relocation"
else
	pass
fi
for target in arm-none-eabi riscv32 msp430 x86_64-pc-windows-msvc; do
	try "freestanding $target" clang --target=$target -std=c99 \
	    -ffreestanding -nostdlibinc -Wall -Wextra -Werror -fsyntax-only \
	    "$lib/mailerr.c"
done
gcc -std=c99 -Os -DMAILERR_NO_TEXT -DMAILERR_NO_PHRASES -c -o "$work/codes.o" \
    "$lib/mailerr.c"
bytes=$(size -A "$work/codes.o" | awk '/^\.(text|rodata|data)/ { n += $2 }
    END { print n + 0 }')
if [ "$bytes" -gt 4096 ] && [ "$bytes" -le 16384 ]; then pass; else
	fail "codes alone take $bytes bytes"; fi

# ---- programs ----

try "the small catalog" sh -c "'$gen' build --target c -o '$work/small' \
    '$here/small.xml' >/dev/null"
try "the small catalog, named site" sh -c "'$gen' build --target c \
    --prefix site -o '$work/site' '$here/small.xml' >/dev/null"

# compile OUT FOLDER SOURCE FLAGS...
compile() {
	out=$1 folder=$2 source=$3; shift 3
	try "$source" "$@" -Werror -Wall -Wextra -I"$folder" -I"$here" \
	    -o "$work/$out" "$here/$source" "$folder/mailerr.c"
}

sanitize="-g -fsanitize=address,undefined -fno-sanitize-recover=all"
for cc in "gcc -std=c99 -O2" "clang -std=c11 -O2" "gcc -std=c99 $sanitize" \
    "clang -std=c99 $sanitize -fsanitize=unsigned-shift-base"; do
	for test in decide parse api context; do
		folder=$lib
		[ $test != decide ] || folder=$work/small/c
		compile $test "$folder" $test.c $cc
		program "$test ($cc)" "$work/$test"
	done
done
compile parse-alone "$lib" parse.c gcc -std=c99 -DMAILERR_NO_TEXT \
    -DMAILERR_NO_PHRASES
program "parse, codes alone" "$work/parse-alone"
try "two" gcc -std=c99 -Wall -Wextra -Werror -I"$lib" -I"$work/site/c" \
    -o "$work/two" two.c "$lib/mailerr.c" "$work/site/c/site.c"
program "two" "$work/two"

# steps are counted in the library, not in the program that counts them
try "a library that counts" gcc -std=c99 -O2 -fsanitize-coverage=trace-pc -c \
    -o "$work/counting.o" "$lib/mailerr.c"
try "linear" gcc -std=c99 -O1 -Wall -Wextra -Werror -I"$lib" \
    -o "$work/linear" linear.c "$work/counting.o"
program "linear" "$work/linear"

cat >"$work/consumer.want" <<'TEXT'
user-unknown: count, remove at the second
mailbox-full: count
mail-loop: keep
unknown: keep
550 5.1.1 No such mailbox
211 SYSTEM_STATUS
TEXT
for cc in "gcc -std=c99" "clang -std=c99" "gcc -std=c2x" "g++ -std=c++11 -x c++"; do
	compile consumer "$lib" consumer.c $cc -I"$lib"
	"$work/consumer" >"$work/consumer.got"
	try "consumer ($cc)" sh -c "head -6 '$work/consumer.got' |
	    diff '$work/consumer.want' -"
	try "two titles ($cc)" sh -c "[ \$(tail -n +7 '$work/consumer.got' |
	    sort -u | wc -l) -eq 2 ]"
done
for cxx in g++ clang++; do
	compile consumer-cc "$lib" consumer.cc $cxx -std=c++11 -x c++
	try "an object of C" gcc -std=c99 -c -o "$work/c.o" "$lib/mailerr.c"
	try "C++ with C" $cxx -std=c++11 -I"$lib" -o "$work/mixed" \
	    consumer.cc "$work/c.o"
	for p in consumer-cc mixed; do
		case $("$work/$p" | tr '\n' '|') in
		"user-unknown|mail-loop|5|"*) pass ;;
		*) fail "$p ($cxx): $("$work/$p" | head -3)" ;;
		esac
	done
done

# ---- the tables and the catalog ----

# roundtrip WHAT FOLDER CATALOG
roundtrip() {
	compile roundtrip "$2" roundtrip.c gcc -std=c99 -O1
	"$work/roundtrip" | sort >"$work/tables"
	xsltproc --nonet roundtrip.xsl "$3" | sort >"$work/facts"
	lines=$(wc -l <"$work/facts")
	if [ "$lines" -gt 500 ] && diff "$work/tables" "$work/facts" \
	    >"$work/said"; then
		passed=$((passed + lines))
	else
		fail "$1: the tables are not the catalog ($lines lines)"
		head -10 "$work/said"
	fi
}
roundtrip "small.xml" "$work/small/c" "$here/small.xml"
roundtrip "catalog.xml" "$lib" "$catalog"
sed 's/Sequence/Order/; s/hops/steps/' "$catalog" >"$work/other.xml"
refuse "another catalog is seen" sh -c "xsltproc --nonet roundtrip.xsl \
    '$work/other.xml' | sort | diff '$work/tables' -"

echo "consumers: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
