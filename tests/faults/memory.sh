#!/bin/sh
# SPDX-License-Identifier: MIT
# Requests for memory that fail, each in turn or by a limit; small stacks.
#
# usage: B=BUILD-FOLDER memory.sh
. "$(dirname "$0")/common.sh"
# Sanitizers bring a malloc of their own, and more memory than any limit here.
if [ -n "${SANITIZE:-}" ]; then
	B=$PWD/../../build
	gen=$B/mailerr-gen
fi
two_states --target c,po,data
preloaded memory.c

# points FIRST LAST COUNT: numbers from a dense start to an end, not regular
points() {
	awk -v from="$1" -v to="$2" -v count="$3" 'BEGIN {
		dense = count / 3
		for (i = from; i < from + dense && i <= to; i++)
			print i
		step = (to - from - dense) / (count - dense)
		if (step < 1)
			step = 1
		for (x = from + dense; x <= to; x += step)
			print int(x)
		print to
	}' | uniq
}

# The N-th request for memory is refused.  The run ends with one line and status
# 3, and nothing is written; or it can do without, and all is written.
starve() { # starve NAME POINTS LOOK COMMAND...: LOOK after success
	name=$1 count=$2 look=$3
	shift 3
	env LD_PRELOAD="$work/memory.so" FAULT_COUNT="$work/counts" "$@" >/dev/null 2>&1
	last=$(sed -n 's/^memory //p' "$work/counts")
	bad=0 died=0 tried=0
	old_state
	for n in $(points 1 "$last" "$count"); do
		tried=$((tried + 1))
		timeout 20 env LD_PRELOAD="$work/memory.so" FAULT_MEMORY="$n" "$@" >"$work/printed" 2>"$work/said"
		status=$?
		why=
		if [ $status -eq 3 ]; then
			died=$((died + 1))
			grep -qE '^mailerr(-gen)?: (out of memory|no memory)' "$work/said" &&
			    [ "$(wc -l <"$work/said")" -eq 1 ] || why="said: $(head -2 "$work/said")"
			is_old || why="files were changed"
		else
			"$look" || why="status $status"
			is_old || old_state
		fi
		[ -z "$why" ] || { bad=$((bad + 1)); echo "request $n of $last: $why"; }
	done
	if [ $bad -gt 0 ]; then
		fail "$name: $bad of $tried"
		old_state
	elif [ $died -lt $((tried / 2)) ]; then
		fail "$name: only $died of $tried requests were refused"
	else
		passed=$((passed + tried))
	fi
}

found_clean() { [ $status -eq 0 ] && grep -q 'no errors' "$work/printed"; }
found_faults() { [ $status -eq 1 ] && grep -q 'error: ' "$work/said"; }
built() { [ $status -eq 0 ] && is_new; }
built_large() { [ $status -eq 0 ] && sums "$work/out" | cmp -s - "$work/large.sums"; }

sed 's/reason="mail-loop"/reason="mail-lopp"/' "$catalog" >"$work/faulty.xml"
starve "check" 250 found_clean "$gen" check "$catalog"
starve "check, faults" 120 found_faults "$gen" check "$work/faulty.xml"
starve "build" 250 built "$gen" build --target c,po,data -o "$work/out" "$catalog"

# ---- limits ----

# what this generator needs, and what is too little to load it
for kb in $(seq 8000 2000 60000); do
	old_state
	(ulimit -v "$kb"; exec "$gen" build --target c,po,data -o "$work/out" "$catalog") >"$work/said" 2>&1
	status=$?
	case $status in
	0) is_new && pass || fail "memory of $kb KB: wrong files" ;;
	3) is_old && grep -q 'out of memory' "$work/said" && pass || fail "memory of $kb KB: $(head -2 "$work/said")" ;;
	127) is_old && grep -q 'shared libraries' "$work/said" && pass || fail "memory of $kb KB: $(head -2 "$work/said")" ;;
	*) fail "memory of $kb KB: status $status: $(head -2 "$work/said")" ;;
	esac
done
[ $status -eq 0 ] && pass || fail "60 MB are not enough"
for kb in 96 128 192 256 1024; do
	old_state
	(ulimit -s "$kb"; exec "$gen" build --target c,po,data -o "$work/out" "$catalog") >"$work/said" 2>&1
	status=$?
	echo "stack $kb: $status"
	[ $status -eq 0 ] && is_new && pass || fail "a stack of $kb KB: status $status"
done

finish
