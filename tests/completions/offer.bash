# SPDX-License-Identifier: MIT
# usage: bash offer.bash COMPLETION PROGRAM LINE: what is offered, a word a line
compopt() { :; }
. "$1"
read -ra COMP_WORDS <<<"$3"
case $3 in *' ') COMP_WORDS+=('') ;; esac
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMP_LINE=$3 COMP_POINT=${#3}
name=$(complete -p "$2" | sed 's/.*-F \([a-z_]*\) .*/\1/')
"$name" "$2" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
