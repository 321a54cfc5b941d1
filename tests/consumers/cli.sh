#!/bin/sh
# SPDX-License-Identifier: MIT
# The command: what it prints, in which language, and what it ends with.
#
# usage: B=BUILD-FOLDER cli.sh
set -u
unset LANGUAGE LANG LC_MESSAGES NO_COLOR
LC_ALL=C; export LC_ALL
mailerr=$B/mailerr
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-cli.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

# ends STATUS ARGUMENT...
ends() {
	want=$1; shift
	"$mailerr" "$@" >"$work/out" 2>"$work/err" </dev/null
	status=$?
	if [ "$status" -eq "$want" ]; then pass; else
		fail "mailerr $*: status $status, not $want"; fi
}

# has FILE PATTERN
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

# line INPUT WANT: the TSV of one line, from its first column on
line() {
	got=$(printf '%b' "$1" | "$mailerr" explain --format=tsv)
	case $got in
	"$2"*) pass ;;
	*) fail "\"$1\": $got" ;;
	esac
}

tab=$(printf '\t')

# ---- names ----

ends 0 550; has out '^Mailbox unavailable'; has out MAILBOX_UNAVAILABLE
ends 0 5.1.1; has out 'X.1.1'
ends 0 X.1.1; ends 0 4.1.1; ends 0 too-many-hops; ends 0 TOO-MANY-HOPS
ends 0 EX_NOUSER; has out ' = 67'
ends 0 67; has out EX_NOUSER; ends 1 99; has err "there is no"
ends 0 user-unknown
[ "$(grep -c ' user-unknown' "$work/out")" -ge 2 ] && pass || fail "not both kinds"
ends 0 notice:user-unknown; lacks out '^Reason user-unknown'
ends 0 550 5.1.1; has out MAILBOX_UNAVAILABLE; has out BAD_MAILBOX
ends 1 no-such-thing; has err 'no-such-thing'
ends 1 550 no-such-thing; has out MAILBOX_UNAVAILABLE
ends 1 too-many-hopps; has err 'did you mean "too-many-hops"'
ends 1 5.1.99; has err 'Permanent'; has err 'Addressing'
ends 1 ''; ends 1 : ; ends 1 'user unknown'; has err 'mailerr explain'

# ---- options ----

ends 2; has err '^Usage'
ends 0 --help; has out '^Usage'
ends 0 explain --help; has out 'retry_after'
ends 0 list --help; ends 0 --version; has out '^mailerr [0-9]'
ends 0 explain --version; ends 0 list -V
ends 2 --nonsense; has err 'nonsense'
ends 2 --lang; ends 2 --lang=xx 550; has err xx
ends 2 --format=json 550; ends 2 explain --format=xml x
ends 2 list nothing; has err replies
ends 0 --lang ja 550; has out 'メール'
ends 0 550 --lang=ja_JP.UTF-8; has out 'メール'
ends 0 --lang=en 550; lacks out 'メール'
ends 0 -- 550

LC_ALL=ja_JP.UTF-8 ends 0 550; has out 'メール'
LC_ALL= LANG=ja_JP.UTF-8 ends 0 550; has out 'メール'
LC_ALL= LC_MESSAGES=ja LANG=C ends 0 550; has out 'メール'
LC_ALL=C.UTF-8 LANGUAGE=ja ends 0 550; has out 'メール'
LC_ALL=C LANGUAGE=ja ends 0 550; lacks out 'メール'
LC_ALL=en_US.UTF-8 LANGUAGE=xx:ja:en ends 0 550; has out 'メール'
LC_ALL=xx_XX ends 0 550; lacks out 'メール'

# ---- lists ----

for kind in replies statuses notices reasons mistakes keywords commands emitters; do
	ends 0 list $kind
	[ "$(wc -l <"$work/out")" -ge 5 ] && pass || fail "list $kind is short"
done
ends 0 list --format=tsv replies
has out "^reply${tab}550${tab}MAILBOX_UNAVAILABLE${tab}Mailbox unavailable\$"

# ---- explain ----

line '550 5.1.1 User unknown\n' "550${tab}5.1.1${tab}user-unknown${tab}user-unknown${tab}permanent${tab}phrase${tab}-${tab}-${tab}hard${tab}no${tab}-${tab}confirm${tab}recipient${tab}sure"
line 'good morning' "-${tab}-${tab}-${tab}unknown${tab}-${tab}-${tab}-${tab}-${tab}none${tab}none${tab}-${tab}no${tab}none${tab}-"
line '450 User unknown' "450${tab}-${tab}user-unknown${tab}user-unknown${tab}transient"
line '@4000 delivery 15: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_<b@example.jp>:_User_unknown/' "550${tab}5.1.1${tab}user-unknown${tab}user-unknown${tab}permanent${tab}phrase"
line '@4000 delivery 16: deferral: 192.0.2.25_does_not_like_recipient./Remote_host_said:_450_4.2.2_Mailbox_full/' "450${tab}4.2.2${tab}mailbox-full${tab}mailbox-full${tab}transient${tab}phrase"
line 'a_delivery 16: 550_no' "-${tab}-${tab}-${tab}unknown"
line 'host mx said: 550 5.1.1 no (in reply to RCPT TO command)' "550${tab}5.1.1${tab}remote-answer-quoted${tab}user-unknown${tab}permanent${tab}status${tab}RCPT"
line '\r' "-${tab}-${tab}-${tab}unknown"
line '\n' "-${tab}-${tab}-${tab}unknown"
line 'a\0b Too many hops 26\0' "-${tab}-${tab}too-many-hops"
line '\377\376 Too many hops 26 \200' "-${tab}-${tab}too-many-hops"

# a line out for each line in, with or without the last line feed
for input in 'a\nb\nc\n' 'a\nb\nc' '\n\n\n' '\n\nc' 'a\0\nb\n\377'; do
	n=$(printf '%b' "$input" | "$mailerr" explain --format=tsv | wc -l)
	[ "$n" -eq 3 ] && pass || fail "$n lines out for \"$input\""
	n=$(printf '%b' "$input" | "$mailerr" explain --format=json | wc -l)
	[ "$n" -eq 3 ] && pass || fail "$n objects for \"$input\""
	n=$(printf '%b' "$input" | "$mailerr" explain | wc -l)
	[ "$n" -eq 3 ] && pass || fail "$n answers for \"$input\""
done
[ -z "$("$mailerr" explain --format=tsv </dev/null)" ] && pass ||
    fail "an answer to nothing"

want='{"reply":550,"status":"5.1.1","notice":"user-unknown","reason":"user-unknown","class":"permanent","decided_by":"phrase","command":null,"action":null,"bounce":"hard","retry":"no","retry_after":null,"suppress":"confirm","about":"recipient","certainty":"sure","args":{},"title":"User unknown"}'
got=$("$mailerr" explain --format=json 550 5.1.1 User unknown)
[ "$got" = "$want" ] && pass || fail "JSON: $got"
want='{"reply":null,"status":null,"notice":null,"reason":"unknown","class":null,"decided_by":null,"command":null,"action":null,"bounce":"none","retry":"none","retry_after":null,"suppress":"no","about":"none","certainty":null,"args":{},"title":null}'
got=$("$mailerr" explain --format=json good morning)
[ "$got" = "$want" ] && pass || fail "JSON: $got"
got=$(printf 'Too many hops 26' | "$mailerr" explain --format=json)
case $got in
*'"args":{"hops":"26"},"title":'*) pass ;;
*) fail "no arguments: $got" ;;
esac
ends 0 explain 550 5.1.1 User unknown; has out 'user-unknown'
ends 1 explain good morning; has out '^Not recognised'
printf '550 no\nhello\n' | "$mailerr" explain >/dev/null
[ $? -eq 1 ] && pass || fail "one line unanswered is status 1"
printf '550 no\n250 yes\n' | "$mailerr" explain >/dev/null
[ $? -eq 0 ] && pass || fail "all lines answered is status 0"

# ---- size, and what goes wrong outside ----

# 64 MB in one line, in little memory and time
head -c 67108864 /dev/zero | tr '\0' 'x' >"$work/long"
{ echo; echo '550 5.1.1 User unknown'; } >>"$work/long"
limit=200000
[ -z "${SANITIZE:-}" ] || limit=unlimited # its shadow is large
n=$( (ulimit -v $limit; timeout 60 "$mailerr" explain --format=tsv) \
    <"$work/long" | tail -1 | cut -f4)
[ "$n" = user-unknown ] && pass || fail "a long line: $n"
rm -f "$work/long"
if [ -w /dev/full ]; then
	for command in 550 list 'explain x' --help --version; do
		"$mailerr" $command >/dev/full 2>"$work/err"
		[ $? -eq 3 ] && pass || fail "$command: a full disk is status 3"
		has err 'standard output'
	done
	yes '550 no' | head -100000 | "$mailerr" explain >/dev/full 2>/dev/null
	[ $? -eq 3 ] && pass || fail "explain: a full disk is status 3"
fi
"$mailerr" explain <"$work" >/dev/null 2>"$work/err"
[ $? -eq 3 ] && pass || fail "a folder as input is status 3"
"$mailerr" 550 >&- 2>"$work/err"
[ $? -eq 3 ] && pass || fail "no standard output is status 3"
# who asks and waits gets the answer, before the input ends
mkfifo "$work/ask"
"$mailerr" explain --format=tsv <"$work/ask" >"$work/answers" &
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

# no line is wider than 80 columns where its words are not
ends 0 550; ends 0 too-many-hops
awk 'length > 80 && !/https?:/' "$work/out" | grep . && fail "wide lines" || pass
lacks out "$(printf '\033')"

echo "cli: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
