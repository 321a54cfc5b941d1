# SPDX-License-Identifier: MIT
# Completion of mailerr-gen(1) for bash.

_mailerr_gen_words() {
	mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
	[ ${#COMPREPLY[@]} -ne 1 ] || [ "${COMPREPLY[0]: -1}" != = ] || compopt -o nospace
}

_mailerr_gen_options() {
	case $1 in
	check) echo --format= --overlay= --baseline= ;;
	build) echo --format= --overlay= --output= --target= --lang= --templates= --prefix= --depfile= \
	    --depfile-target= --verify ;;
	merge-po) echo --format= ;;
	compare) echo --format= --fail-on= ;;
	targets) echo --templates= ;;
	esac
	echo --help --version
}

_mailerr_gen() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= i
	COMPREPLY=()
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-*) ;;
		*) command=${COMP_WORDS[i]}; break ;;
		esac
	done
	if [ "$word" = = ]; then word=
	elif [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi
	case $before in
	--format)
		if [ "$command" = compare ]; then _mailerr_gen_words "$word" "text json"
		else _mailerr_gen_words "$word" "text json sarif"; fi
		return ;;
	--fail-on) _mailerr_gen_words "$word" break; return ;;
	--lang) _mailerr_gen_words "$word" "en ja"; return ;;
	--target)
		_mailerr_gen_words "$word" "$("${COMP_WORDS[0]}" targets 2>/dev/null | cut -d' ' -f1)"
		return ;;
	--prefix | --depfile-target) return ;;
	-o | --output | --templates) compopt -o dirnames; return ;;
	--overlay | --baseline | --depfile) compopt -o default; return ;;
	esac
	case $command,$word in
	*,-*) _mailerr_gen_words "$word" "$(_mailerr_gen_options "$command")" ;;
	,*) _mailerr_gen_words "$word" "check build merge-po compare targets schema" ;;
	check,* | build,* | compare,* | merge-po,*) compopt -o default ;;
	esac
}

complete -F _mailerr_gen mailerr-gen
