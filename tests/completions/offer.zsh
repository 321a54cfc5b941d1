# SPDX-License-Identifier: MIT
# usage: zsh -f offer.zsh COMPLETION PROGRAM LINE: what is offered, a word a line.
# A second zsh, in a terminal of its own, completes the line; what compadd gets
# is printed between two marks.
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner "PROMPT=; unsetopt zle_bracketed_paste; stty -echo; autoload -Uz compinit; compinit -u -D; \
source ${(q)1} 2>/dev/null; autoload -Uz +X ${1:t} 2>/dev/null; \
fpath=(${(q)1:h} \$fpath); autoload -Uz ${1:t}; compdef ${1:t} $2"
zpty -w inner 'compadd() {
	local -a shown
	if [[ ${@[(I)-O]} -gt 0 || ${@[(I)-A]} -gt 0 || ${@[(I)-D]} -gt 0 ]]; then
		builtin compadd "$@"; return
	fi
	builtin compadd -O shown "$@"
	print -rl -- "${(@)shown/#/OFFER:}"
	builtin compadd "$@"
}'
zpty -w inner 'offer() { print BEGIN; _main_complete; print END; compstate[insert]=; compstate[list]= }; zle -C offer complete-word offer; bindkey "^X" offer; print READY'
local line
while zpty -r inner line; do [[ $line == *READY* && $line != *print* ]] && break; done
zpty -n -w inner "$3"$'\C-X'
while zpty -r inner line; do
	line=${line%%[[:space:]]#}
	[[ $line == *OFFER:* ]] && print -r -- ${${line##*OFFER:}%%$'\r'*}
	[[ $line == *END* ]] && break
done
zpty -d inner
