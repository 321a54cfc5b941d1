#!/bin/sh
# SPDX-License-Identifier: MIT
# Inputs, disks and folders that fail, and what stands in the way.
#
# usage: B=BUILD-FOLDER disk.sh
. "$(dirname "$0")/common.sh"
two_states

# ---- no catalog ----

mkfifo "$work/fifo"
: >"$work/unreadable"
chmod 000 "$work/unreadable"
expect "no such catalog" 3 'No such file' build "$work/nothing.xml"
expect "a folder as catalog" 3 'Is a directory' build "$work"
expect "a device as catalog" 3 'not a regular file' build /dev/zero
expect "a FIFO as catalog" 3 'not a regular file' build "$work/fifo"
expect "- as catalog" 3 'No such file' build -
ln -s loop "$work/loop"
expect "a link to itself as catalog" 3 'symbolic links' build "$work/loop"
truncate -s 300M "$work/huge"
expect "a catalog of 300 MB" 3 'cannot read: .*larger|File too large' build "$work/huge"
rm "$work/huge"

# ---- another user's ----

# Root may write anywhere; so the run is another user's.
if [ "$(id -u)" -eq 0 ]; then
	nobody() { timeout 20 setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
	chmod 755 "$work"
	nobody "$gen" --version >/dev/null 2>&1 && [ -r "$catalog" ] || gen_hidden=yes
fi
if [ "$(id -u)" -ne 0 ] || [ "${gen_hidden:-no}" = yes ]; then
	not_run "folders of another user: only root can be another"
else
	expect "an unreadable catalog" 3 'cannot read: Permission denied' nobody "$gen" build -o "$work/out" "$work/unreadable"
	expect "a folder of another's" 3 'cannot write .*: Permission denied' nobody "$gen" build -o "$work/out" "$catalog"
	# its own, but may not be written to, or entered
	for mode in 555 444 000; do
		old_state
		chown -R 65534:65534 "$work/out"
		chmod $mode "$work/out/c"
		nobody "$gen" build -o "$work/out" "$catalog" >"$work/said" 2>&1
		status=$?
		chmod 755 "$work/out/c"
		[ $status -eq 3 ] && grep -q 'cannot write .*/out/c.*: Permission denied' "$work/said" && is_old && no_temporaries && pass ||
		    fail "a folder of mode $mode: status $status: $(head -2 "$work/said")"
	done
	# files of another's in its own folder are replaced
	old_state
	find "$work/out" -type d -exec chown 65534:65534 '{}' +
	find "$work/out" -type f -exec chmod 444 '{}' +
	nobody "$gen" build -o "$work/out" "$catalog" >"$work/said" 2>&1
	[ $? -eq 0 ] && is_new && pass || fail "read-only files of another's: $(head -2 "$work/said")"
fi

# ---- out is none ----

expect "out is a file" 3 'cannot write' timeout 20 "$gen" build -o "$catalog" "$catalog"
expect "out is /dev/null" 3 'cannot write' timeout 20 "$gen" build -o /dev/null/x "$catalog"
expect "out is a link to itself" 3 'cannot write .*symbolic links' timeout 20 "$gen" build -o "$work/loop" "$catalog"
expect "out has a name of 300 bytes" 3 'cannot write .*File name too long' timeout 20 "$gen" build -o "$work/$(printf '%0300d' 0)" "$catalog"
expect "out has a path of 5,000 bytes" 3 'cannot write .*File name too long' timeout 20 "$gen" build -o "$work/$(printf '%05000d' 0 | sed 's/0000/000\//g')" "$catalog"

# ---- limits of the process ----

for limit in 0 1 2 4 8 16 32 64; do
	old_state
	# what is said goes through a pipe: it must not meet the limit itself
	sh -c "ulimit -f $limit; '$gen' build -o '$work/out' '$catalog' 2>&1; echo status \$?" | cat >"$work/said"
	grep -q '^status 3$' "$work/said" && grep -q "error: cannot write $work/out/.*: File too large" "$work/said" &&
	    is_old && no_temporaries && pass || fail "files of $limit blocks at most: $(head -2 "$work/said")"
done
# enough files for anything: as without a limit; too few: refused.  Whether it
# is enough, is seen by the status.
loaded=no
for limit in 3 4 5 6 7 8 9 10 12 16; do
	old_state
	sh -c "ulimit -n $limit; exec '$gen' build -o '$work/out' '$catalog'" >"$work/said" 2>&1
	status=$?
	case $status in
	0) is_new && loaded=yes ;;
	3) is_old && no_temporaries && grep -q 'error: cannot .*: Too many open files' "$work/said" ;;
	127) is_old && grep -q 'shared libraries' "$work/said" ;; # not even loaded
	*) false ;;
	esac && pass || fail "$limit files: status $status: $(head -2 "$work/said")"
done
[ $loaded = yes ] && pass || fail "16 open files are not enough"

# ---- a full disk ----

full='No space left on device'
if [ -c /dev/full ]; then
	for command in schema targets --help "check $catalog" "build --target c -o $work/full $catalog"; do
		"$gen" $command >/dev/full 2>"$work/said"
		[ $? -eq 3 ] && grep -q 'cannot write to standard output' "$work/said" && pass || fail "$command: standard output is full"
	done
else
	not_run "standard output on a full disk: no /dev/full"
fi

mkdir -p "$work/small"
# mounted OPTIONS: a disk in memory at $work/small, of one's own
mounted() { mount -t tmpfs -o "$1" tmpfs "$work/small" 2>/dev/null; }
if mounted size=4k; then
	umount "$work/small"
	for size in size=4k size=16k size=64k size=200k size=400k nr_inodes=5 nr_inodes=40 nr_inodes=100; do
		mounted $size
		"$gen" build -o "$work/small/out" "$catalog" >"$work/said" 2>&1
		status=$?
		left=$(find "$work/small" -type f | wc -l)
		if [ $status -eq 3 ] && [ "$left" -eq 0 ] && grep -q "cannot write .*: $full" "$work/said"; then pass
		else fail "a disk of $size: status $status, $left files left: $(head -2 "$work/said")"; fi
		umount "$work/small"
	done
	# the old files are there, and some room, but not for all of the new ones
	for more in 0 4 40 100; do
		mounted size=8m
		cp -R "$work/old" "$work/small/out"
		used=$(df -k "$work/small" | awk 'NR == 2 { print $3 }')
		mount -o remount,size=$((used + more))k "$work/small"
		"$gen" build -o "$work/small/out" "$catalog" >"$work/said" 2>&1
		status=$?
		[ $status -eq 3 ] && grep -q "cannot write .*: $full" "$work/said" && diff -rq "$work/old" "$work/small/out" >"$work/differ" && pass ||
		    fail "a disk with $more KB left: status $status: $(head -2 "$work/said" "$work/differ")"
		umount "$work/small"
	done
	mounted size=8m
	cp -R "$work/old" "$work/small/out"
	mount -o remount,ro "$work/small"
	"$gen" build -o "$work/small/out" "$catalog" >"$work/said" 2>&1
	[ $? -eq 3 ] && grep -q 'cannot write .*: Read-only file system' "$work/said" && pass || fail "a read-only disk: $(head -2 "$work/said")"
	umount "$work/small"
else
	not_run "small disks: mounting is not permitted (calls.sh has a disk of so many bytes)"
fi

# ---- what stands in the way ----

old_state
echo victim >"$work/victim"
rm "$work/out/c/mailerr.h"
ln -s "$work/victim" "$work/out/c/mailerr.h"
build "$catalog" >"$work/said" 2>&1 && [ "$(cat "$work/victim")" = victim ] && [ ! -L "$work/out/c/mailerr.h" ] &&
    pass || fail "a link at a file's place is replaced, not followed"
for to in nowhere mailerr.h /dev/null; do
	old_state
	ln -sf "$to" "$work/out/c/mailerr.h"
	build "$catalog" >"$work/said" 2>&1 && is_new && [ ! -L "$work/out/c/mailerr.h" ] && [ -c /dev/null ] &&
	    pass || fail "a link to $to at a file's place is replaced"
done
old_state
mv "$work/out/c" "$work/elsewhere"
ln -s "$work/elsewhere" "$work/out/c"
build "$catalog" >"$work/said" 2>&1
[ $? -eq 3 ] && grep -q 'out/c: a symbolic link' "$work/said" && diff -rq "$work/old/c" "$work/elsewhere" >/dev/null && pass ||
    fail "a link at a folder's place is refused"
rm -rf "$work/elsewhere"
# the folder that the user names may be a link: that is the user's will
old_state
ln -s "$work/out" "$work/link"
"$gen" build -o "$work/link" "$catalog" >"$work/said" 2>&1 && is_new && [ -L "$work/link" ] && pass || fail "out is a link to a folder"
old_state
rm "$work/out/c/mailerr.c"
mkdir "$work/out/c/mailerr.c"
build "$catalog" >"$work/said" 2>&1
[ $? -eq 3 ] && grep -q 'mailerr.c: Is a directory' "$work/said" && pass || fail "a folder at a file's place is refused"
old_state
rm -r "$work/out/po"
echo mine >"$work/out/po"
build "$catalog" >"$work/said" 2>&1
[ $? -eq 3 ] && grep -q 'out/po: Not a directory' "$work/said" && [ "$(cat "$work/out/po")" = mine ] && pass || fail "a file at a folder's place is refused"
old_state
rm "$work/out/c/mailerr.c"
mkfifo "$work/out/c/mailerr.c"
build "$catalog" >"$work/said" 2>&1 && is_new && pass || fail "a FIFO at a file's place is replaced"
old_state
chmod 444 "$work/out/c/mailerr.h"
build "$catalog" >"$work/said" 2>&1 && is_new && pass || fail "a read-only file is replaced"

# names of temporary files that are taken, as a link, as a file, as a folder
old_state
sh -c 'cd "$1/c" && ln -s "$2" .mailerr-gen.$$.1 && : >.mailerr-gen.$$.2 && mkdir .mailerr-gen.$$.3 && exec "$3" build -o "$1" "$4"' \
    sh "$work/out" "$work/victim" "$gen" "$catalog" >"$work/said" 2>&1
status=$?
[ $status -eq 0 ] && [ "$(cat "$work/victim")" = victim ] && [ "$(find "$work/out" -name '.mailerr-gen.*' | wc -l)" -eq 3 ] &&
    rm -r "$work/out/c"/.mailerr-gen.* && is_new && pass || fail "taken names: status $status: $(ls -a "$work/out/c")"

finish
