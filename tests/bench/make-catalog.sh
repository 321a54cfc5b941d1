#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints a catalog with N entries for the measurements: the small parts of
# catalog.xml, one reason, and notices of about 2 KB each.
#
# usage: make-catalog.sh N CATALOG
set -eu
LC_ALL=C; export LC_ALL
awk -v n="$1" '
/^  <reasons>/ { in_reasons = 1; print; next }
!in_reasons { print; next }
END {
	print "    <reason id=\"mail-loop\" number=\"1\" group=\"way\" bounce=\"soft\" retry=\"fixed\" suppress=\"no\" about=\"route\" since=\"0.1\">"
	field("title", "", "Mail loop", "メールのループ")
	field("meaning", "", "The message came round again.", "同じメールが戻ってきました。")
	field("cause", "", "Two servers forward to each other.", "2台のサーバーが互いに転送しています。")
	field("action", " for=\"postmaster\"", "Break the circle.", "循環を断ってください。")
	print "      <see reference=\"rfc5321\" section=\"6.3\"/>\n    </reason>"
	print "  </reasons>"
	print "  <notices>"
	for (i = 1; i < n; i++) entry(i)
	print "  </notices>"
	print "</catalog>"
}
function field(name, attributes, en, ja) {
	printf "      <%s%s>\n        <text xml:lang=\"en\">%s</text>\n", name, attributes, en
	printf "        <text xml:lang=\"ja\">%s</text>\n      </%s>\n", ja, name
}
function entry(i) {
	printf "    <notice id=\"notice-%05d\" number=\"%d\" rank=\"cause\" reason=\"mail-loop\" since=\"0.1\">\n", i, i
	field("title", "", "Notice number " i, "通知の番号" i)
	field("meaning", "", "The message met the server number " i " twice, so that server <code>mx" i ".example.org</code> refused to carry it any further.", "メールが同じサーバー（番号" i "）を2回通ったため、<code>mx" i ".example.org</code>がそれ以上の中継を拒否しました。")
	field("cause", "", "The forwarding of mailbox " i " leads back to the address that it came from.", "メールボックス" i "の転送先が、転送元のアドレスに戻る設定になっています。")
	field("cause", "", "An administrator pointed the record of domain " i " at a server that does not know it.", "ドメイン" i "のレコードが、そのドメインを知らないサーバーを指しています。")
	field("action", " for=\"sender\"", "Tell the owner of mailbox " i " by another way that mail does not arrive.", "メールボックス" i "の持ち主に、メールが届かないことを別の方法で知らせてください。")
	field("action", " for=\"postmaster\"", "Read the Received headers of message " i " and break the circle where it begins.", "メール" i "のReceivedヘッダーを読み、ループの始まりで経路を断ってください。")
	printf "      <phrase emitter=\"sendmail\" where=\"body diagnostic\" source=\"sample %d\">\n", i
	printf "        <match>loop of kind %05d: <arg name=\"hops\" type=\"number\"/> hops</match>\n", i
	printf "        <example>554 5.4.6 loop of kind %05d: 26 hops</example>\n      </phrase>\n", i
	print "      <see reference=\"rfc5321\" section=\"6.3\"/>\n    </notice>"
}' "$2"
