#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the Check suites of the command and counts in the form that
# tests/run.sh reads.
set -u
"$B/unit-cli" >"$B/unit-cli.log" 2>&1
status=$?
cat "$B/unit-cli.log"
sed -n 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' \
    "$B/unit-cli.log" | {
	checks=0 bad=0
	while read -r c f e; do
		checks=$((checks + c)) bad=$((bad + f + e))
	done
	echo "unit-cli: $((checks - bad)) passed, $bad failed"
}
exit "$status"
