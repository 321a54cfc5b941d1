#!/bin/sh
# SPDX-License-Identifier: MIT
# Golden tests of overlays: each overlay/NAME.sed turns overlay/site.xml, which is
# clean over check/base.xml, into one with a fault; NAME.want is what is said.
# NAME.args are other arguments, with other.xml as a second overlay; NAME.other.sed
# and NAME.catalog.sed change that one and the catalog.
#
# usage: overlay.sh [-u] MAILERR-GEN        -u writes what is said into NAME.want
set -u
LC_ALL=C; export LC_ALL
update=
[ "${1-}" != -u ] || { update=yes; shift; }
gen=$(realpath "$1")
cd "$(dirname "$0")/overlay" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

changed() { # changed SCRIPT FILE: the file, by the script where there is one
	if [ -e "$1" ]; then sed -f "$1" "$2"; else cat "$2"; fi
}

for script in *.sed; do
	name=${script%.sed}
	case $name in *.other|*.catalog) continue ;; esac
	sed -f "$script" site.xml >"$work/site.xml"
	changed "$name.other.sed" other.xml >"$work/other.xml"
	changed "$name.catalog.sed" ../check/base.xml >"$work/catalog.xml"
	args=$(cat "$name.args" 2>/dev/null || echo --overlay site.xml catalog.xml)
	# shellcheck disable=SC2086
	(cd "$work" && "$gen" check $args; echo "status $?") >"$work/got" 2>&1
	if [ -n "$update" ]; then
		cp "$work/got" "$name.want"; pass
	else
		diff -u "$name.want" "$work/got" && pass || fail "overlay/$name"
	fi
done

# all targets see what the overlays bring, and the files depend on them
cp site.xml other.xml "$work"; cp ../check/base.xml "$work/catalog.xml"
build() { (cd "$work" && "$gen" build --overlay site.xml --overlay other.xml "$@" catalog.xml) >"$work/said" 2>&1; }
build --depfile d || { cat "$work/said"; fail "build"; }
holds() { grep -q "$2" "$work/out/$1" && pass || fail "$1 does not hold $2"; }
holds c/mailerr.h 'MAILERR_NOTICE_SITE_ACCOUNT_CLOSED = 32768,'
holds c/mailerr.h 'MAILERR_REASON_SITE_CLOSED = 32768,'
holds man/man7/mailerr-notices.7 'Account closed at Example'
holds man/de/man7/mailerr-notices.7 'Zu viele Stationen'
holds html/de/mail/notices/too-many-hops.html '<h1>Zu viele Stationen</h1>'
holds html/en/mail/notices/too-many-hops.html 'Too many hops <var>count</var>'
holds po/de.po 'msgstr "Zu viele Stationen"'
holds data/sample.json '"id": "site-account-closed"'
holds data/sample.json 'this message has been here {hops} times'
holds data/sample.json '"id": "other-site"'
holds data/notices.csv '^too-many-hops,5,cause,mail-loop,554,5.4.6,permanent,hard,fixed,no,recipient,'
grep -q 'Too many hops <var>hops</var>' "$work/out/html/en/mail/notices/too-many-hops.html" && fail "a retired phrase in html" || pass
for input in catalog.xml site.xml other.xml; do
	grep -qx "$input:" "$work/d" && pass || fail "depfile: $input"
done
build --verify && pass || fail "--verify"
sed -i 's/Zu viele Stationen/Zu viele Relais/' "$work/site.xml"
build --verify; [ $? -eq 1 ] && grep -q 'output-outdated' "$work/said" && pass || fail "--verify after a change"

# the tables of C answer for the overlay's phrases
cat >"$work/explain.c" <<'EOF'
#include <stdio.h>
#include <string.h>
#include "mailerr.h"

int
main(void)
{
	char line[1000];

	while (fgets(line, sizeof line, stdin) != NULL) {
		mailerr_verdict v;

		mailerr_explain(line, strcspn(line, "\n"), &v);
		printf("%d %d %d %s\n", (int)v.notice, (int)v.reason,
		    (int)v.bounce, mailerr_text(v.entry,
		    MAILERR_FIELD_TITLE, 0, "de"));
	}
	return 0;
}
EOF
${CC:-cc} -Wall -Wextra -Werror -I"$work/out/c" -o "$work/explain" "$work/explain.c" "$work/out/c/mailerr.c" &&
    printf '%s\n' '554 5.4.6 account closed, ticket A-17' 'this message has been here 9 times, sorry' \
	'554 5.4.6 Too many hops 26 (25 max): from a@example.org' '554 other site says no' |
    "$work/explain" >"$work/got"
printf '%s\n' '32768 32768 1 Account closed at Example' '5 1 1 Zu viele Stationen' '5 1 1 Zu viele Stationen' \
    '40000 1 2 Other site' | diff -u - "$work/got" && pass || fail "explain"

# an overlay with an entry of every kind, and an extend of every kind
cp all.xml "$work"; cp ../check/base.xml "$work/catalog.xml"
(cd "$work" && "$gen" build --overlay all.xml -o all catalog.xml) >"$work/said" 2>&1 && pass || { cat "$work/said"; fail "an entry of every kind"; }
${CC:-cc} -Wall -Wextra -Werror -c -o "$work/all.o" "$work/all/c/mailerr.c" && pass || fail "C of an entry of every kind"
[ "$(grep -c 'msgstr "[^"]' "$work/all/po/pt_BR.po")" -eq 9 ] && pass || fail "po of an extend of every kind"
for f in $(find "$work/all/html" -name '*.html'); do
	xmllint --noout --nonet "$f" 2>/dev/null || fail "$f"
done
[ -e "$work/all/html/pt-BR/mail/notices/a-site-notice.html" ] && pass || fail "html of an entry of every kind"

# a stylesheet that speaks of an overlay's node is answered with that file
mkdir -p "$work/mine/complain"
cat >"$work/mine/complain/target.xsl" <<'EOF'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:gen="urn:mailerr:gen:1" xmlns:m="urn:mailerr:catalog:1" extension-element-prefixes="gen">
  <gen:target name="complain" runs="once" description="complains"/>
  <xsl:template match="/">
    <xsl:message terminate="yes"><xsl:value-of select="concat('@', gen:line(//m:notice[@id = 'other-site']), ' not this one')"/></xsl:message>
  </xsl:template>
</xsl:stylesheet>
EOF
cp site.xml "$work"; cp ../check/base.xml "$work/catalog.xml"
build --templates mine --target complain -o mine.out
printf '%s\n' 'other.xml:4:5: error: not this one [template-failed]' \
    '    4 |     <notice id="other-site" number="40000" rank="generic" reason="mail-loop"…' \
    '      |     ^~~~~~~' | diff -u - "$work/said" && pass || fail "a message about an overlay"

# the examples of the manual, over the catalog itself
doc() { # doc N FILE: the N-th XML file of docs/overlays.md
	awk -v n="$1" '/^```xml$/ { i++; on = i == n; next } /^```$/ { on = 0 } on' ../../../docs/overlays.md >"$work/$2"
}
doc 1 provider.xml; doc 2 german.xml
cp ../../../catalog.xml "$work"
(cd "$work" && "$gen" check --overlay provider.xml catalog.xml) >"$work/got" 2>&1 && pass || { cat "$work/got"; fail "provider.xml of the manual"; }
(cd "$work" && "$gen" check --overlay provider.xml --overlay german.xml catalog.xml) >"$work/got" 2>&1 &&
    grep -q '^de: 2 of ' "$work/got" && pass || { cat "$work/got"; fail "german.xml of the manual"; }
(cd "$work" && "$gen" build --overlay provider.xml --overlay german.xml --target=c,po -o doc catalog.xml) >"$work/got" 2>&1 || cat "$work/got"
cat >"$work/manual.c" <<'EOF'
#include <stdio.h>
#include <string.h>
#include "mailerr.h"

int
main(void)
{
	const char *line = "550 5.2.1 mailbox on hold, account N-1704";
	mailerr_verdict v;
	mailerr_hit hit;

	mailerr_explain(line, strlen(line), &v);
	if (v.notice != MAILERR_NOTICE_NIMBUS_UNPAID ||
	    v.reason != MAILERR_REASON_USER_DISABLED ||
	    v.emitter != MAILERR_EMITTER_NIMBUS)
		return 1;
	if (!mailerr_best_phrase(line, strlen(line), &hit) ||
	    hit.argument_count != 1 || hit.arguments[0].length != 6 ||
	    memcmp(hit.arguments[0].value, "N-1704", 6) != 0 ||
	    strcmp(hit.arguments[0].name, "account") != 0)
		return 2;
	line = "554 5.4.6 this letter has been here 9 times";
	mailerr_explain(line, strlen(line), &v);
	if (v.notice != MAILERR_NOTICE_TOO_MANY_HOPS ||
	    v.retry != MAILERR_RETRY_NO)
		return 3;
	return strcmp(mailerr_text(v.entry, MAILERR_FIELD_TITLE, 0, "de"),
	    "Zu viele Stationen") == 0 ? 0 : 4;
}
EOF
${CC:-cc} -Wall -Wextra -Werror -I"$work/doc/c" -o "$work/manual" "$work/manual.c" "$work/doc/c/mailerr.c" &&
    "$work/manual" && pass || fail "what the manual says of provider.xml"
digits() { sed 's/[0-9][0-9]*/N/g'; }
digits <../../../docs/overlays.md | grep -qF "$(cd "$work" && "$gen" check --overlay provider.xml catalog.xml | digits)" && pass || fail "the summary in the manual"

echo "golden overlay: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 30 ]
