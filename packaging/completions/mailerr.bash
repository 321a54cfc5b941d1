# SPDX-License-Identifier: MIT
# Completion of mailerr(1) for bash.

# What a word that begins with $1 may be, of the words of $2.
_mailerr_words() {
	mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
	[ ${#COMPREPLY[@]} -ne 1 ] || [ "${COMPREPLY[0]: -1}" != = ] || compopt -o nospace
}

_mailerr_options() {
	case $1 in
	explain) echo --lang= --format= --message --jobs= --unknown --help --version ;;
	*) echo --lang= --format= --help --version ;;
	esac
}

# The names of entries, as the program lists them: "reply<TAB>550<TAB>…".
_mailerr_names() {
	"${COMP_WORDS[0]}" list --format=tsv replies statuses notices reasons mistakes keywords commands emitters \
	    2>/dev/null | cut -f2 | sed 's/^X\.\(.*\)/4.\1\n5.\1/'
}

_mailerr() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= i
	COMPREPLY=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-*) ;;
		explain | list) command=${COMP_WORDS[i]}; break ;;
		esac
	done
	if [ "$word" = = ]; then word=
	elif [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi
	case $before in
	-l | --lang) _mailerr_words "$word" "en ja"; return ;;
	-f | --format)
		if [ "$command" = explain ]; then _mailerr_words "$word" "text json tsv"
		else _mailerr_words "$word" "text tsv"; fi
		return ;;
	-j | --jobs) return ;;
	esac
	case $command,$word in
	*,-*) _mailerr_words "$word" "$(_mailerr_options "$command")" ;;
	explain,*)
		case " ${COMP_WORDS[*]} " in
		*\ --message\ * | *\ -m\ *) compopt -o default ;;
		esac ;;
	list,*) _mailerr_words "$word" "replies statuses notices reasons mistakes keywords commands emitters" ;;
	*) _mailerr_words "$word" "explain list $(_mailerr_names)" ;;
	esac
}

complete -F _mailerr mailerr
