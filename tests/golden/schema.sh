#!/bin/sh
# SPDX-License-Identifier: MIT
# The printed schema and the built-in grammar agree on "valid or not" for every
# sample: jing against the faults that the grammar tells.
#
# usage: schema.sh MAILERR-GEN
set -u
LC_ALL=C; export LC_ALL
gen=$(realpath "$1")
cd "$(dirname "$0")" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

# what the grammar's tables decide; all else is a rule, or no XML at all
grammar='unknown-element|missing-element|repeated-element|misplaced-element|unexpected-text|unknown-attribute|missing-attribute|conflicting-attribute|bad-value|wrong-namespace'
unread='not-well-formed|not-utf8|bad-byte|doctype|processing-instruction'

"$gen" schema >"$work/catalog.rng" || exit 2
for script in check/*.sed; do
	name=$(basename "$script" .sed)
	grep -qE "\[($unread)\]$" "check/$name.want" && continue
	sed -f "$script" check/base.xml >"$work/$name.xml"
done
for script in overlay/*.sed; do
	name=$(basename "$script" .sed)
	case $name in *.other|*.catalog) continue ;; esac
	grep -qE "\[($unread)\]$" "overlay/$name.want" && continue
	sed -f "$script" overlay/site.xml >"$work/overlay-$name.xml"
done
cp ../../catalog.xml "$work/the-catalog.xml"
sed 's/<notice id=/<notice x="" id=/' ../../catalog.xml >"$work/the-bad-catalog.xml"

(cd "$work" && jing catalog.rng ./*.xml 2>&1) | grep -v '^\[warning\]' |
    sed 's|.*/\([^/:]*\)\.xml:.*|\1|' | sort -u >"$work/jing"
for file in "$work"/*.xml; do
	case $file in
	*/overlay-*) set -- --overlay "$file" check/base.xml ;;
	*) set -- "$file" ;;
	esac
	"$gen" check "$@" 2>&1 | grep -qE "\[($grammar)\]$" &&
	    basename "$file" .xml
done | sort -u >"$work/ours"
total=$(ls "$work"/*.xml | wc -l)
differ=$(diff "$work/jing" "$work/ours" | grep -c '^[<>]')
diff "$work/jing" "$work/ours"
# a jing that accepts everything, or nothing, proves nothing
grep -qx the-bad-catalog "$work/jing" || { echo "jing accepts a bad catalog"; differ=$((differ + 1)); }
grep -qx overlay-change-attribute "$work/jing" || { echo "jing accepts a bad overlay"; differ=$((differ + 1)); }
grep -qx the-catalog "$work/jing" && { echo "jing refuses the catalog"; differ=$((differ + 1)); }
echo "schema: $((total - differ)) passed, $differ failed"
[ "$differ" -eq 0 ] && [ "$total" -gt 150 ]
