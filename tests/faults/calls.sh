#!/bin/sh
# SPDX-License-Identifier: MIT
# Each call to the system that writes, opens or makes something fails in turn,
# by a library that stands before the C library (calls.c).
#
# usage: B=BUILD-FOLDER calls.sh
. "$(dirname "$0")/common.sh"
two_states --target c,po,data
preloaded calls.c

run() { # run FAULT: into $work/out, status in $status
	timeout 20 env LD_PRELOAD="$work/calls.so" FAULT="$1" \
	    "$gen" build --target c,po,data -o "$work/out" "$catalog" \
	    >"$work/said" 2>&1
	status=$?
}

# How often is each called?
count_calls() {
	export FAULT_COUNT="$work/counts"
	run ''
	unset FAULT_COUNT
}
count() { sed -n "s/^$1 //p" "$work/counts"; }
old_state
export FAULT_OPENED="$work/opened"
count_calls
unset FAULT_OPENED
[ $status -eq 0 ] && is_new && pass || fail "no fault: status $status"
for call in write open close rename stat read; do
	[ "$(count $call)" -gt 0 ] && pass || fail "$call is never called"
done
# nothing is asked of the network, and nothing opened but the catalog and out
[ "$(count socket)" -eq 0 ] && pass || fail "a socket was opened"
# (not promised, and so no cost: see docs/design.md)
[ "$(count fsync)" -eq 0 ] && pass || fail "fsync is called: sweep it"
grep -vxF "$catalog" "$work/opened" | grep -vxF "$work/out" |
    grep -vE '^(c|po|data|README\.md|\.mailerr-gen\.[0-9.]+|(mailerr|sample|ja|fr)[a-z.]*|[a-z]+\.csv)$' >"$work/strange"
[ ! -s "$work/strange" ] && [ -s "$work/opened" ] && pass || fail "opened: $(head -3 "$work/strange")"

# sweep CALL ERROR MESSAGE [STATE]: every one of the calls fails once.  The
# run ends with status 3, one message, and all files old (STATE mixed: each
# old or new); or it can do without, and all are new.  MESSAGE "-": it must do
# without.
sweep() {
	call=$1 error=$2 message=$3 state=${4:-old} plus=${5:-}
	n=1 bad=0 refused=0 last=$(count "$call")
	old_state
	while [ $n -le "$last" ]; do
		run "$call:$n$plus:$error"
		why=
		if [ $status -eq 0 ]; then
			is_new || why="status 0, but not all files are new"
			no_temporaries || why="status 0, temporary files left"
			old_state
		elif [ $status -ne 3 ] || [ "$message" = - ]; then
			why="status $status"
		else
			refused=$((refused + 1))
			[ "$(grep -c 'error: ' "$work/said")" -eq 1 ] &&
			    grep -q "error: cannot .*: $message \[" "$work/said" ||
			    why="message: $(head -2 "$work/said")"
			if [ $state = old ]; then is_old; else is_whole; fi ||
			    why="status 3, files changed"
			no_temporaries || why="status 3, temporary files left"
			[ $state = old ] && [ -z "$why" ] || old_state
		fi
		[ -z "$why" ] || { bad=$((bad + 1)); echo "$call $n $error: $why"; }
		n=$((n + 1))
	done
	if [ $bad -gt 0 ]; then
		fail "$call, $error: $bad of $last"
	elif [ "$message" != - ] && [ $refused -eq 0 ]; then
		fail "$call, $error: nothing was refused, so nothing was tested"
	else
		passed=$((passed + last))
	fi
}

full='No space left on device'
sweep write ENOSPC "$full"
sweep write ENOSPC "$full" old +
sweep write EIO 'Input/output error'
sweep write EDQUOT 'Disk quota exceeded'
sweep write EINTR -
sweep write SHORT -
sweep close ENOSPC "$full"
sweep close EIO 'Input/output error'
sweep close EDQUOT 'Disk quota exceeded'
sweep rename EIO 'Input/output error' mixed
sweep rename ENOSPC "$full" mixed
sweep rename EACCES 'Permission denied' mixed +
sweep open EIO 'Input/output error' mixed
sweep open EMFILE 'Too many open files' mixed
sweep open EMFILE 'Too many open files' mixed +
sweep open EACCES 'Permission denied' mixed
sweep read EINTR -
sweep read SHORT -
sweep read EIO 'Input/output error'
sweep stat EIO 'Input/output error'
sweep dup EMFILE - # what a killed run has left then stays a while longer

# ---- into a folder that is not there yet ----

rm -rf "$work/out"
count_calls
[ $status -eq 0 ] && is_new && [ "$(count mkdir)" -gt 3 ] && pass ||
    fail "no folder, no fault: status $status"
for error in ENOSPC EIO EDQUOT EACCES EROFS; do
	n=1 bad=0 refused=0
	while [ $n -le "$(count mkdir)" ]; do
		rm -rf "$work/out"
		run "mkdir:$n:$error"
		if [ $status -eq 0 ]; then # it was there already
			is_new
		else
			refused=$((refused + 1))
			[ $status -eq 3 ] && grep -q 'error: cannot write .*: .* \[output-failed' "$work/said" &&
			    [ -z "$(find "$work/out" -type f 2>/dev/null)" ]
		fi || { bad=$((bad + 1)); echo "mkdir $n $error: status $status: $(head -2 "$work/said")"; }
		n=$((n + 1))
	done
	# out, and a folder for each of the three targets
	[ $bad -eq 0 ] && [ $refused -ge 4 ] && pass || fail "mkdir, $error: $bad bad, $refused refused of $n"
done

# ---- a disk of so many bytes ----

needed=$(cd "$work/new" && find . -type f | while read -r file; do
	cmp -s "$file" "$work/old/$file" || cat "$file"; done | wc -c)
bytes=0 bad=0
old_state
while [ $bytes -lt "$needed" ]; do
	FAULT_BYTES=$bytes; export FAULT_BYTES
	run ''
	[ $status -eq 3 ] && grep -q "error: cannot write .*: $full \[" "$work/said" &&
	    is_old && no_temporaries ||
	    { bad=$((bad + 1)); echo "a disk of $bytes bytes: status $status: $(head -2 "$work/said")"; }
	bytes=$((bytes + 4999))
done
[ $bad -eq 0 ] && pass || fail "$bad disks"
FAULT_BYTES=$needed
run ''
[ $status -eq 0 ] && is_new && pass || fail "a disk that is just large enough"
unset FAULT_BYTES

# ---- a signal at each call ----

# Until the renames it undoes, during them it waits; then the process ends by it.
signals() { # signals SIGNAL NUMBER
	for call in write open close rename; do
		old_state
		count_calls
		n=1 bad=0 olds=0 news=0
		while [ $n -le "$(count $call)" ]; do
			old_state
			run "$call:$n:SIG$1"
			if [ $status -ne $((128 + $2)) ]; then
				bad=$((bad + 1)); echo "$call $n SIG$1: status $status"
			elif is_old; then olds=$((olds + 1))
			elif is_new; then news=$((news + 1))
			else
				bad=$((bad + 1)); echo "$call $n SIG$1: files of both kinds, or temporary ones"
			fi
			n=$((n + 1))
		done
		case $call in
		rename) [ $news -eq "$(count rename)" ] ;;
		open) [ $olds -gt 0 ] && [ $news -gt 0 ] ;;
		*) [ $olds -gt 0 ] ;;
		esac || fail "SIG$1 at $call: $olds times old, $news times new"
		if [ $bad -eq 0 ]; then passed=$((passed + n - 1)); else fail "SIG$1 at $call: $bad of $n"; fi
	done
}
signals INT 2
signals TERM 15
signals HUP 1

# A kill leaves each file old or new; the next run repairs and cleans.
for call in write rename; do
	n=1 bad=0
	while [ $n -le "$(count $call)" ]; do
		old_state
		run "$call:$n:SIGKILL"
		[ $status -eq 137 ] && is_whole || { bad=$((bad + 1)); echo "killed at $call $n: status $status"; }
		run ''
		[ $status -eq 0 ] && is_new || { bad=$((bad + 1)); echo "after a kill at $call $n: status $status, or not repaired"; }
		n=$((n + 1))
	done
	if [ $bad -eq 0 ]; then passed=$((passed + n - 1)); else fail "SIGKILL at $call: $bad"; fi
done

# ---- the file of dependencies ----

depend() { # depend FAULT
	timeout 20 env LD_PRELOAD="$work/calls.so" FAULT="$1" "$gen" build \
	    --target c --depfile "$work/depend/d" -o "$work/depend/out" \
	    "$catalog" >"$work/said" 2>&1
	status=$?
}
mkdir "$work/depend"
depend ''
cp "$work/depend/d" "$work/d"
for fault in open close rename; do
	# the last of its kind is the dependency file's: all else is unchanged
	export FAULT_COUNT="$work/counts"
	depend ''
	unset FAULT_COUNT
	echo old >"$work/depend/d"
	depend "$fault:$(count $fault):EIO"
	[ $status -eq 3 ] && grep -q 'depend/d: error: cannot write: Input/output error' "$work/said" &&
	    [ "$(cat "$work/depend/d")" = old ] && [ "$(ls "$work/depend")" = "$(printf 'd\nout')" ] && pass ||
	    fail "dependencies, $fault: status $status: $(cat "$work/said"; ls "$work/depend")"
done
echo old >"$work/depend/d"
(ulimit -f 0; exec "$gen" build --target c --depfile "$work/depend/d" -o "$work/depend/out" "$catalog") 2>&1 |
    cat >"$work/said"
grep -q 'depend/d: error: cannot write: File too large' "$work/said" && [ "$(cat "$work/depend/d")" = old ] && pass ||
    fail "dependencies, file size: $(cat "$work/said")"
rm "$work/depend/d"
mkfifo "$work/depend/d"
timeout 20 cat "$work/depend/d" >"$work/read" &
depend ''
wait
[ $status -eq 0 ] && [ -p "$work/depend/d" ] && cmp -s "$work/read" "$work/d" && pass ||
    fail "dependencies into a pipe: status $status"

# ---- --verify ----

# It may do without, or find fault; it must not find all well where it has not
# looked, and must not write.
cp -R "$work/new" "$work/stray"
touch "$work/stray/c/stray"
verify() {
	timeout 20 env LD_PRELOAD="$work/calls.so" FAULT="$1" "$gen" build --verify \
	    --target c,po,data -o "$work/stray" "$catalog" >"$work/said" 2>&1
	status=$?
}
export FAULT_COUNT="$work/counts"
verify ''
unset FAULT_COUNT
for call in open read stat; do
	n=1 bad=0
	while [ $n -le "$(count $call)" ]; do
		verify "$call:$n:EIO"
		[ $status -eq 1 ] || [ $status -eq 3 ] || { bad=$((bad + 1)); echo "$call $n: status $status"; }
		n=$((n + 1))
	done
	[ $bad -eq 0 ] && pass || fail "--verify, $call: $bad of $n"
done

# ---- two processes ----

# A large catalog is shared with a second process; without it, or with one that
# fails, the first does all.
awk '/<notices>/ { print "<!-- "; for (i = 0; i < 1200; i++) print "this line makes the catalog a large one, as it is told by its bytes alone, of which there are many"; print "-->" } { print }' \
    "$catalog" >"$work/large.xml"
catalog=$work/large.xml
"$gen" build --target c,po,data -o "$work/large" "$catalog" >/dev/null || exit 2
sums "$work/large" >"$work/large.sums"
rm -rf "$work/out"
count_calls
[ "$(count fork)" -eq 1 ] && [ "$(count pipe)" -eq 2 ] && pass || fail "no second process"
for fault in fork:1:EAGAIN pipe:1:EMFILE pipe:2:EMFILE write:1:EIO write:2:EIO read:2:EINTR read:3:EINTR read:2:EIO read:3:EIO; do
	rm -rf "$work/out"
	run "$fault"
	[ $status -eq 0 ] && sums "$work/out" | cmp -s - "$work/large.sums" && pass ||
	    fail "two processes, $fault: status $status: $(head -2 "$work/said")"
done

finish
