# SPDX-License-Identifier: MIT
# What the parts of the suite share: sourced by each.  It gives
#
#	$gen $catalog $work    the generator, a small catalog, a scratch folder
#	$work/old $work/new    what two states of the catalog build
#	$work/out              where a test builds; old_state makes it old
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")" || exit 2
gen=$B/mailerr-gen
catalog=$PWD/../golden/check/base.xml
part=$(basename "$0" .sh)
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-faults.XXXXXX") || exit 2
trap 'umount "$work/small" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $part: $*"; }
# What this machine does not let us test is told, and does not count.
not_run() { echo "NOT RUN $part: $*"; }
finish() {
	echo "$part: $passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}

# The content of a folder, one line a file.
sums() { (cd "$1" && find . -type f -exec sha256sum {} + | sort); }

# A fresh folder "out" that holds an older state.
old_state() {
	rm -rf "$work/out"
	cp -R "$work/old" "$work/out"
}

# Builds both states, of all targets or of what "--target" is given.
two_states() {
	"$gen" build "$@" -o "$work/new" "$catalog" >/dev/null || exit 2
	sed 's/goes round/goes round and round/; s/came round again/came round once more/' \
	    "$catalog" >"$work/changed.xml"
	"$gen" build "$@" -o "$work/old" "$work/changed.xml" >/dev/null || exit 2
	sums "$work/new" >"$work/new.sums"
	sums "$work/old" >"$work/old.sums"
	if cmp -s "$work/new.sums" "$work/old.sums"; then
		echo "the two states are equal"
		exit 2
	fi
	sort -u "$work/old.sums" "$work/new.sums" >"$work/both.sums"
}

is_old() { diff -rq "$work/old" "$work/out" >/dev/null; }
is_new() { diff -rq "$work/new" "$work/out" >/dev/null; }
# Each file is there, and the old or the new one.
is_whole() {
	sums "$work/out" | grep -v '/\.mailerr-gen\.' >"$work/got.sums"
	[ -z "$(comm -23 "$work/got.sums" "$work/both.sums")" ] &&
	    [ "$(wc -l <"$work/got.sums")" -eq "$(wc -l <"$work/old.sums")" ]
}
no_temporaries() { [ -z "$(find "$work/out" -name '*.mailerr-gen.*')" ]; }

# expect NAME STATUS PATTERN COMMAND...: exit status, the one message, and
# nothing written
expect() {
	name=$1 want=$2 pattern=$3
	shift 3
	old_state
	"$@" >"$work/said" 2>&1
	status=$?
	if [ "$status" -ne "$want" ]; then
		fail "$name: status $status, expected $want: $(head -3 "$work/said")"
	elif ! grep -qE "$pattern" "$work/said"; then
		fail "$name: said: $(head -3 "$work/said")"
	elif ! is_old; then
		fail "$name: files were changed"
	else
		pass
	fi
}
build() { timeout 20 "$gen" build -o "$work/out" "$1"; }

# A library to be preloaded.  AddressSanitizer wants to be the first one, but
# does its work as the second.
preloaded() { # preloaded SOURCE
	cc -std=c11 -Wall -Wextra -O1 -fPIC -shared -o "$work/${1%.c}.so" "$1" -ldl ||
	    exit 2
}
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}verify_asan_link_order=0
export ASAN_OPTIONS
