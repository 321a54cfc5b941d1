#!/bin/sh
# SPDX-License-Identifier: MIT
# explain for messages and as a filter.  Every messages/NAME.eml is explained
# as messages/NAME.want has it: a line a recipient, its address and the reason.
#
# usage: B=BUILD-FOLDER run.sh [-u]     -u rewrites what is wanted
set -u
unset LANGUAGE LANG LC_MESSAGES NO_COLOR
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")" || exit 2
mailerr=$B/mailerr
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-messages.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

# same WHAT WANT GOT
same() {
	if [ "$2" = "$3" ]; then pass; else
		fail "$1"
		printf 'want: %s\ngot:  %s\n' "$2" "$3" | head -20
	fi
}

# ends STATUS ARGUMENT...: on what stands in $work/in
ends() {
	want=$1; shift
	"$mailerr" "$@" <"$work/in" >"$work/out" 2>"$work/err"
	same "mailerr $*: its status" "$want" "$?"
}

has() {
	if grep -q -e "$2" "$work/$1"; then pass; else
		fail "no \"$2\" in what was printed ($1)"
		head -5 "$work/$1"
	fi
}

lacks() {
	if grep -q -e "$2" "$work/$1"; then fail "\"$2\" was printed ($1)"; else
		pass; fi
}

# reasons: the recipients and reasons of the TSV on standard input
reasons() {
	awk -F'\t' '{ print $15, $4 }'
}

: >"$work/in"

# ---- messages ----

samples=0
for message in messages/*.eml; do
	wanted=${message%.eml}.want
	got=$("$mailerr" explain -m -f tsv "$message" | reasons)
	[ "${1:-}" != -u ] || echo "$got" >"$wanted"
	same "$message" "$(cat "$wanted" 2>&1)" "$got"
	samples=$((samples + 1))
done
[ "$samples" -ge 25 ] && pass || fail "only $samples samples"

tab=$(printf '\t')
ends 0 explain -m -f tsv messages/exim.eml
same "columns of tsv" \
    "550${tab}5.1.1${tab}user-unknown${tab}user-unknown${tab}permanent${tab}phrase${tab}RCPT${tab}-${tab}hard${tab}no${tab}-${tab}confirm${tab}recipient${tab}sure${tab}nobody@example.org${tab}messages/exim.eml${tab}E1pABcd-0001Ab-2C@mail.example.com" \
    "$(head -1 "$work/out")"
ends 0 explain --message --format=json messages/dsn-postfix.eml
same "a recipient, an object" 2 "$(wc -l <"$work/out")"
has out '^{"reply":550,"status":"5.1.1",.*,"action":"failed",.*,"title":"[^"]*","recipient":"one@example.org","message":"messages/dsn-postfix.eml","number":1,"message_id":"20260203011214.4BC1D2E3F@mail.example.com","host":"mx.example.org","text":"[^"]*User unknown[^"]*"}$'
ends 1 explain -m -f json messages/person.eml
has out '"reason":"unknown".*"recipient":null'

# for people: a page a recipient, in their language
ends 0 explain -m messages/qmail.eml
has out '^gone@example.org$'; has out '^full@example.net$'
has out 'User unknown'; has out '^What to do'
lacks out 'is spam'
ends 0 explain -m -l ja messages/qmail.eml
has out '（恒久的）'; has out '（差出人）'; lacks out '(恒久的'; lacks out '(差出人'
printf '550 5.1.1 User unknown\n' >"$work/in"
ends 0 explain -l ja
has out '（恒久的、550 5.1.1）$'
ends 0 -l ja notice:user-unknown
sed 2q "$work/out" >"$work/head"
lacks head ', '; has head '、'
ends 0 explain -l en
has out '(permanent, 550 5.1.1)$'

# standard input, with and without a name
cp messages/qmail.eml "$work/in"
"$mailerr" explain -m -f tsv <"$work/in" | reasons >"$work/out"
same "standard input" "$(cat messages/qmail.want)" "$(cat "$work/out")"
ends 0 explain -m -f tsv -
same "- is standard input" 2 "$(cut -f16 "$work/out" | grep -c '^-$')"
: >"$work/in"
ends 1 explain -m; has err 'no message'

# CRLF, a last line without a line feed
sed 's/$/\r/' messages/dsn-postfix.eml | "$mailerr" explain -m -f tsv |
    reasons >"$work/out"
same "CRLF" "$(cat messages/dsn-postfix.want)" "$(cat "$work/out")"
printf '%s' "$(cat messages/qmail.eml)" | "$mailerr" explain -m -f tsv |
    reasons >"$work/out"
same "no last line feed" "$(cat messages/qmail.want)" "$(cat "$work/out")"

# an mbox, a Maildir, several files: a table and a summary
mkdir -p "$work/box/new" "$work/box/cur" "$work/box/tmp"
cp messages/qmail.eml "$work/box/new/1"
cp messages/exim.eml "$work/box/cur/2:2,S"
for message in qmail exim person; do
	echo 'From MAILER-DAEMON Tue Feb  3 10:12:14 2026'
	cat messages/$message.eml
	echo
done >"$work/mbox"
ends 0 explain -m "$work/box"
same "a line a recipient" 4 "$(grep -c "$work/box/" "$work/out")"
has out '^Messages: 2, Recipients: 4$'
has out '^ *2  user-unknown '
ends 0 explain -m -l ja "$work/box"; has out '^メール: 2、宛先: 4$'
ends 1 explain -m "$work/mbox"
has out "(3)$"; has out '^Messages: 3, Recipients: 5$'; has out '^ *1  unknown '
ends 1 explain -m -f tsv "$work/mbox" messages/mdn.eml
same "rows of several files" 6 "$(wc -l <"$work/out")"
lacks out '^Messages'
sort -u "$work/out" >"$work/sorted"
head -5 "$work/mbox" >"$work/in"
ends 0 explain -m -f tsv messages/mdn.eml messages/arf.eml
for jobs in 1 2 3 8; do
	for n in 1 2 3 4 5 6 7 8 9 10; do cat "$work/mbox"; done |
	    "$mailerr" explain -m -f json -j $jobs >"$work/out.$jobs"
	same "order with $jobs jobs" "$(cksum <"$work/out.1")" \
	    "$(cksum <"$work/out.$jobs")"
done

# what cannot be read is told, the rest is explained
ends 3 explain -m -f tsv "$work/missing" messages/mdn.eml
has err 'missing: No such file'; has out receipt
ends 3 explain -m "$work/missing"; lacks err 'no message'
mkdir "$work/empty"; : >"$work/empty/nothing"
ends 1 explain -m "$work/empty"; has err 'no message'
if [ -w /dev/full ]; then
	for format in text json tsv; do
		"$mailerr" explain -m -f $format "$work/mbox" >/dev/full \
		    2>"$work/err"
		same "a full disk is status 3" 3 $?
		has err 'standard output'
	done
fi

# a charset that nobody knows is told once
sed 's/charset=us-ascii/charset=x-nobody/' messages/dsn-postfix.eml \
    >"$work/in"
ends 0 explain -m -f tsv - "$work/in" messages/qmail.eml
same "told once" 1 "$(grep -c 'x-nobody' "$work/err")"
same "and explained all the same" 3 "$(grep -c user-unknown "$work/out")"

# ---- a filter ----

i=0
while [ $i -lt 3000 ]; do
	i=$((i + 1))
	echo "550 5.1.1 <u$i@example.org>: User unknown"
	echo "good morning $i from mx$i.example.org"
	printf 'a\0b\r\n\n'
done >"$work/in"
for jobs in 1 2 5; do
	"$mailerr" explain -f tsv --jobs=$jobs <"$work/in" >"$work/out.$jobs"
	same "status with $jobs jobs" 1 $?
	same "lines in order with $jobs jobs" "$(cksum <"$work/out.1")" \
	    "$(cksum <"$work/out.$jobs")"
done
same "a line for each" 12000 "$(wc -l <"$work/out.2")"
ends 1 explain -f tsv -j 0; same "all processors" "$(cksum <"$work/out.1")" \
    "$(cksum <"$work/out")"

ends 1 explain --unknown
same "masked and counted" "    3000  a b
    3000  good morning {number} from {host}" "$(cat "$work/out")"
ends 1 explain -u -f tsv -j 2
same "as tsv" "3000${tab}a b" "$(head -1 "$work/out")"
ends 1 explain -u -f json
same "as JSON" '{"count":3000,"line":"a b"}' "$(head -1 "$work/out")"
echo '550 5.1.1 User unknown' >"$work/in"
ends 0 explain -u; same "nothing unknown" "" "$(cat "$work/out")"
echo '550 5.9.9 the {thing}' >"$work/in"
ends 1 explain -u; has out '1  550 5.9.9 the {{thing}}$'

# more kinds of lines than are kept: told, and the frequent one is right
i=0
awk 'BEGIN { for (i = 0; i < 150000; i++) {
	n = i; s = ""
	while (n > 0) { s = s sprintf("%c", 97 + n % 26); n = int(n / 26) }
	print "odd " s "q"
	if (i % 3 == 0) print "the same" } }' >"$work/in"
ends 1 explain -u
has err 'kinds of lines'
same "the most frequent" "   50000  the same" "$(head -1 "$work/out")"

# a reader that goes away ends it quietly
for jobs in 1 2; do
	(yes '550 5.1.1 User unknown' | "$mailerr" explain -j $jobs 2>"$work/err"
	    echo $? >"$work/status") | head -1 >/dev/null
	same "status when the reader left" 3 "$(cat "$work/status")"
	same "no word about it" "" "$(cat "$work/err")"
done
if [ -w /dev/full ]; then
	yes '550 no' | head -300000 | "$mailerr" explain -j 2 >/dev/full \
	    2>"$work/err"
	same "a full disk is status 3" 3 $?
	same "told once" 1 "$(grep -c 'standard output' "$work/err")"
fi

# whoever waits for an answer gets it, with several jobs, too
mkfifo "$work/ask"
"$mailerr" explain -j 2 -f tsv <"$work/ask" >"$work/answers" &
{
	echo '550 5.1.1 User unknown'
	for i in 1 2 3 4 5 6 7 8 9 10; do
		[ -s "$work/answers" ] && break
		sleep 0.2
	done
	[ -s "$work/answers" ] && echo yes >"$work/prompt"
} >"$work/ask"
wait
[ -s "$work/prompt" ] && pass || fail "the answer came only at the end"

# progress: on a terminal, after a second, and wiped away; else never
slow() {
	i=0
	while [ $i -lt 8 ]; do
		echo '550 no'; sleep 0.25
		i=$((i + 1))
	done
}
slow >"$work/slow.out" &
slow | script -qec "$mailerr explain -f tsv >/dev/null" /dev/null \
    >"$work/out" 2>&1
if grep -q 'failed to create pseudo-terminal' "$work/out"; then
	echo "NOT RUN messages: progress, where there is no terminal"
else
	has out 'MB, '
fi
wait
slow | "$mailerr" explain -f tsv 2>"$work/err" >/dev/null
same "no progress in a file" "" "$(cat "$work/err")"

# ---- memory ----

# 100 MB in no more than the program itself and some batches need
if [ -z "${SANITIZE:-}" ]; then
	line='550 5.1.1 <a@example.org>: Recipient address rejected: User unknown'
	yes "$line" | head -c 100000000 >"$work/large"
	for jobs in 1 2; do
		(ulimit -v $((120000 + jobs * 80000))
		    "$mailerr" explain -f tsv -j $jobs <"$work/large" |
		    tail -1 | cut -f4) >"$work/out"
		has out 'unknown'
	done
	rm -f "$work/large"
fi

# ---- a build without what it needs ----

cat >"$work/pkg-config" <<'SH'
#!/bin/sh
case "$*" in *gmime*) exit 1 ;; esac
exec pkg-config "$@"
SH
chmod +x "$work/pkg-config"
make -C ../.. -n B="$work/none" PKG_CONFIG="$work/pkg-config" \
    PKG_CONFIG_FOR_BUILD=pkg-config "$work/none/mailerr" >"$work/out" 2>"$work/err"
[ $? -ne 0 ] && pass || fail "a build without GMime ends well"
has err 'know gmime-3.0.*packaging/packages.txt'

# ---- wrong use ----

: >"$work/in"
for wrong in 'explain -j x' 'explain -j -1' 'explain -j' 'explain -j 9999' \
    'explain -u -m' 'explain -u text' '-m 550' '-u 550' '-j 2 550' 'list -m'
do
	# shellcheck disable=SC2086
	ends 2 $wrong
	has err 'mailerr: '
done
ends 0 explain --help
for option in message unknown jobs format lang; do has out "--$option"; done

echo "messages: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
