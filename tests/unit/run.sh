#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the Check suites and counts in the form that tests/run.sh reads.  What
# uses libgettextpo runs by itself: only there what that loses is passed over.
set -u
CK_EXCLUDE_TAGS=gettextpo "$B/unit" >"$B/unit.log" 2>&1
status=$?
if [ -s "$B/without-po" ]; then
	echo "NOT RUN unit: PO files, in a build with WITHOUT_PO=1" >>"$B/unit.log"
else
	. "$(dirname "$0")/../gettextpo.sh"
	CK_INCLUDE_TAGS=gettextpo "$B/unit" >>"$B/unit.log" 2>&1 || status=1
fi
cat "$B/unit.log"
sed -n 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' \
    "$B/unit.log" | {
	checks=0 bad=0
	while read -r c f e; do
		checks=$((checks + c)) bad=$((bad + f + e))
	done
	echo "unit: $((checks - bad)) passed, $bad failed"
}
exit "$status"
