#!/bin/sh
# SPDX-License-Identifier: MIT
# Signals at any time, and runs side by side.  calls.sh has a signal at each
# call; here the time is by chance, as it is outside, from a fixed seed.
#
# usage: B=BUILD-FOLDER signals.sh [SEED]
. "$(dirname "$0")/common.sh"
two_states
seed=${1:-1} runs=120

cc -std=c99 -Wall -Wextra -o "$work/hear" hear.c || exit 2

# How long does a run take, in microseconds?  The signals are spread over that.
span=0
for n in 1 2 3 4 5; do
	old_state
	start=$(date +%s%N)
	build "$catalog" >/dev/null 2>&1
	span=$((span + ($(date +%s%N) - start) / 5000))
done

clean=yes ended=0
for draw in $(awk -v seed="$seed" -v runs=$runs 'BEGIN { srand(seed); for (i = 0; i < runs; i++) print int(rand() * 1000) }'); do
	old_state
	case $((draw % 4)) in 0) signal=2 ;; 1) signal=15 ;; 2) signal=1 ;; 3) signal=9 ;; esac
	"$work/hear" heard $signal $((span * draw / 1000)) "$gen" build -o "$work/out" "$catalog" >/dev/null 2>&1
	status=$?
	case $status in
	0) ;;
	$((128 + signal))) ended=$((ended + 1)) ;;
	*) clean=no; echo "signal $signal, draw $draw: status $status" ;;
	esac
	is_whole || { clean=no; echo "after signal $signal, draw $draw: a file is neither old nor new"; }
	[ $signal -eq 9 ] || is_old || is_new ||
	    { clean=no; echo "after signal $signal, draw $draw: files of both kinds, or temporary ones"; }
	build "$catalog" >/dev/null 2>&1 || { clean=no; echo "the next run fails"; }
	is_new || { clean=no; echo "draw $draw: the next run does not repair"; }
done
echo "$ended of $runs runs were ended by a signal"
[ $clean = yes ] && pass || fail "signals"
[ $ended -ge 10 ] && pass || fail "only $ended of $runs runs were ended by a signal"

# a signal is heard where it was not ignored at the start; nohup is obeyed
for kind in heard ignored; do
	for signal in 1 2 15; do
		old_state
		"$work/hear" $kind $signal 2000 "$gen" build -o "$work/out" "$catalog" >"$work/said" 2>&1
		status=$?
		case $kind in
		heard) [ $status -eq $((128 + signal)) ] && { is_old || is_new; } ;;
		ignored) [ $status -eq 0 ] && is_new ;;
		esac && pass || fail "signal $signal $kind: status $status: $(head -2 "$work/said")"
	done
done

# nobody reads what it says: the files are there all the same
old_state
{ "$gen" build -o "$work/out" "$catalog"; echo $? >"$work/status"; } 2>/dev/null | sleep 0
is_new && no_temporaries && pass || fail "a broken pipe: status $(cat "$work/status")"

# ---- neighbours ----

# eight runs of one catalog, then eight of two
together() { # together CATALOG CATALOG: four runs of each
	pids= all=yes
	for n in 1 2 3 4; do
		for c in "$@"; do
			build "$c" >/dev/null 2>&1 &
			pids="$pids $!"
		done
	done
	for pid in $pids; do wait "$pid" || all=no; done
	[ $all = yes ] && no_temporaries
}
for round in 1 2 3; do
	old_state
	together "$catalog" "$catalog" && is_new && pass || fail "eight runs into one folder"
	old_state
	together "$catalog" "$work/changed.xml" && is_whole && pass || fail "eight runs of two catalogs into one folder"
	build "$catalog" >/dev/null 2>&1 && is_new && pass || fail "a run after that"
	rm -rf "$work/out"
	together "$catalog" "$catalog" && is_new && pass || fail "eight runs into no folder"
done

finish
