#!/bin/sh
# SPDX-License-Identifier: MIT
# The completions of bash, zsh and fish offer just the options that --help
# names, and the names that the programs know.
#
# usage: B=BUILD-FOLDER run.sh
set -u
LC_ALL=C; export LC_ALL
cd "$(dirname "$0")/../.." || exit 2
here=$PWD/tests/completions
folder=$PWD/packaging/completions
PATH=$B:$PATH; export PATH
work=$(mktemp -d "${TMPDIR:-/tmp}/mailerr-completions.XXXXXX") || exit 2
trap 'rm -rf "$work"' EXIT
HOME=$work XDG_CONFIG_HOME=$work XDG_DATA_HOME=$work; export HOME XDG_CONFIG_HOME XDG_DATA_HOME
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

# What each shell offers for a command line, a word a line.
offer() { # offer SHELL PROGRAM LINE
	case $1 in
	bash) bash --norc --noprofile "$here/offer.bash" "$folder/$2.bash" "$2" "$3" ;;
	zsh) zsh -f "$here/offer.zsh" "$folder/_$2" "$2" "$3" ;;
	fish) fish --no-config -c "source '$folder/$2.fish'; complete -C '$3'" | cut -f1 ;;
	esac 2>"$work/err"
	[ ! -s "$work/err" ] || { echo "said on standard error:"; cat "$work/err"; }
}

# The long options of the help, without "=VALUE".
options() { "$@" --help | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u; }

same() { # same WHAT: $work/got is $work/want
	if [ -s "$work/want" ] && cmp -s "$work/want" "$work/got"; then pass; else
		fail "$1"
		diff "$work/want" "$work/got" | head -5
	fi
}

for shell in bash zsh fish; do
	command -v $shell >/dev/null || { fail "no $shell"; continue; }
	# zsh completes in a terminal only
	if [ $shell = zsh ] && ! zsh -fc 'zmodload zsh/zpty && zpty inner true' 2>"$work/err"; then
		echo "NOT RUN completions: zsh, where there is no terminal: $(head -1 "$work/err")"
		for file in "$folder"/_mailerr*; do
			zsh -n "$file" && pass || fail "$file"
		done
		continue
	fi
	for line in "mailerr" "mailerr explain" "mailerr list" "mailerr-gen check" "mailerr-gen build" \
	    "mailerr-gen merge-po" "mailerr-gen compare" "mailerr-gen targets" "mailerr-gen schema"; do
		# shellcheck disable=SC2086
		options $line >"$work/want"
		offer $shell "${line%% *}" "$line --" | sed 's/=$//' | grep -v '^$' | sort -u >"$work/got"
		[ "$line" != mailerr ] || sed -i '/^--format$/d' "$work/want" "$work/got"
		same "$shell: options of $line"
	done
	mailerr-gen --help | sed -n '/^Commands:/,/^$/s/^  \([a-z-]*\) .*/\1/p' | sort >"$work/want"
	offer $shell mailerr-gen "mailerr-gen " | sort -u >"$work/got"
	same "$shell: commands of mailerr-gen"
	for case in "mailerr 5.1.1=5.1.1" "mailerr user-unkn=user-unknown" "mailerr EX_NOU=EX_NOUSER" "mailerr expl=explain" \
	    "mailerr list repl=replies" "mailerr explain --format js=json" "mailerr-gen compare --fail-on br=break" \
	    "mailerr-gen build --target dat=data" "mailerr-gen check --format sar=sarif"; do
		line=${case%=*}
		echo "${case##*=}" >"$work/want"
		offer $shell "${line%% *}" "$line" | grep -x -- "${case##*=}" | sort -u >"$work/got"
		same "$shell: \"$line\""
	done
done

# what this compares must be able to differ
sed 's/--verify//' "$folder/mailerr-gen.bash" >"$work/mailerr-gen.bash"
options mailerr-gen build >"$work/want"
(folder=$work; offer bash mailerr-gen "mailerr-gen build --" | sed 's/=$//' | sort -u) >"$work/got"
cmp -s "$work/want" "$work/got" && fail "a lost option is not seen" || pass

echo "completions: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
