# SPDX-License-Identifier: MIT
# Completion of mailerr(1) for fish.

function __mailerr_names
    mailerr list --format=tsv replies statuses notices reasons mistakes keywords commands emitters 2>/dev/null | cut -f2,4 |
        sed 's/^X\.\([0-9.]*\)\(.*\)/4.\1\2\n5.\1\2/'
end

set -l no_command 'not __fish_seen_subcommand_from explain list'
complete -c mailerr -f
complete -c mailerr -n $no_command -a explain -d 'say what a line of a bounce, a reply or a log means'
complete -c mailerr -n $no_command -a list -d 'list the entries'
complete -c mailerr -n $no_command -a '(__mailerr_names)'
complete -c mailerr -n '__fish_seen_subcommand_from list' -a 'replies statuses notices reasons mistakes keywords commands emitters'
complete -c mailerr -s l -l lang -x -a 'en ja' -d 'Language of titles and texts'
complete -c mailerr -n '__fish_seen_subcommand_from explain' -s f -l format -x -a 'text json tsv' -d Format
complete -c mailerr -n 'not __fish_seen_subcommand_from explain' -s f -l format -x -a 'text tsv' -d Format
complete -c mailerr -n '__fish_seen_subcommand_from explain' -s m -l message -F -d 'Read whole messages, mailboxes, folders'
complete -c mailerr -n '__fish_seen_subcommand_from explain' -s j -l jobs -x -d 'Threads'
complete -c mailerr -n '__fish_seen_subcommand_from explain' -s u -l unknown -d 'Count the lines that say nothing known'
complete -c mailerr -s h -l help -d 'Print the help'
complete -c mailerr -s V -l version -d 'Print the version'
