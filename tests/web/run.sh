#!/bin/sh
# SPDX-License-Identifier: MIT
# The web reference: valid HTML (the Nu checker), whole (pages.js), equal to the
# catalog as a browser reads it (dom.js), without barriers (axe in Chromium).
# Each checker is shown once what it must refuse.
#
# usage: B=BUILD-FOLDER run.sh       build/npm has the npm packages
set -u
cd "$(dirname "$0")/../.." || exit 2
npm=$PWD/build/npm/node_modules
NODE_PATH=$npm; export NODE_PATH
vnu=$npm/vnu-jar/build/dist/vnu.jar
html=out/html
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-web.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

# add COMMAND...: runs what ends in "NAME: N passed, M failed", and adds that
add() {
	"$@" >"$work/said" 2>&1
	status=$?
	p=$(grep -oE '[0-9]+ passed' "$work/said" | tail -1 | cut -d' ' -f1)
	f=$(grep -oE '[0-9]+ failed' "$work/said" | tail -1 | cut -d' ' -f1)
	[ "$status" -eq 0 ] || cat "$work/said"
	[ "$status" -eq 0 ] || [ "${f:-0}" -gt 0 ] || f=1
	[ "${p:-0}" -gt 0 ] || f=$((${f:-0} + 1))
	passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0}))
}

pages=$(find $html -name '*.html' | wc -l)
[ "$pages" -gt 500 ] && pass || fail "only $pages pages"

# the Nu checker says nothing of an empty folder, so the count above matters
java -jar "$vnu" --skip-non-html --Werror --filterpattern '.*Trailing slash on void.*' $html >"$work/said" 2>&1 && pass || { fail "the Nu checker"; head -20 "$work/said"; }
mkdir "$work/bad"
sed 's|</h1>|</h1><table><p>no</p></table>|' $html/en/index.html >"$work/bad/index.html"
java -jar "$vnu" --skip-non-html --Werror --filterpattern '.*Trailing slash on void.*' "$work/bad" >/dev/null 2>&1 && fail "the Nu checker accepts a bad page" || pass
java -jar "$vnu" --css --Werror $html/style.css >"$work/said" 2>&1 && pass || { fail "the style sheet"; head -5 "$work/said"; }

add node tests/web/pages.js $html out/data/mailerr.json
# a site with a broken link, a double id and a missing page
cp -R $html "$work/broken"
sed -i 's|href="../../../style.css"|href="../../../gone.css"|; s|<h1|<p id="x"/><p id="x"/><h1|' "$work/broken/en/mail/replies/550.html"
rm "$work/broken/ja/mail/replies/551.html"
node tests/web/pages.js "$work/broken" out/data/mailerr.json >"$work/said" 2>&1
[ $? -eq 1 ] && grep -q 'gone.css' "$work/said" && grep -q 'id "x" 2 times' "$work/said" && grep -q '551' "$work/said" &&
    pass || { fail "pages.js accepts a broken site"; head -5 "$work/said"; }

add node tests/web/dom.js $html catalog.xml
add node tests/web/dom.js --bad $html catalog.xml

add node tests/web/axe.js $html
node tests/web/axe.js --bad >"$work/said" 2>&1
[ $? -eq 1 ] && grep -q 'image-alt' "$work/said" && pass || { fail "axe accepts a bad page"; head -5 "$work/said"; }

echo "web: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
