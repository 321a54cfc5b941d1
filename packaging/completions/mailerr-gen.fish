# SPDX-License-Identifier: MIT
# Completion of mailerr-gen(1) for fish.

set -l commands check build merge-po compare targets schema
complete -c mailerr-gen -f
complete -c mailerr-gen -n "not __fish_seen_subcommand_from $commands" -a check -d 'Tell every fault of a catalog'
complete -c mailerr-gen -n "not __fish_seen_subcommand_from $commands" -a build -d 'Check a catalog and write what is made from it'
complete -c mailerr-gen -n "not __fish_seen_subcommand_from $commands" -a merge-po -d 'Bring translations back into the catalog'
complete -c mailerr-gen -n "not __fish_seen_subcommand_from $commands" -a compare -d 'Tell what differs between two catalogs'
complete -c mailerr-gen -n "not __fish_seen_subcommand_from $commands" -a targets -d 'List the targets'
complete -c mailerr-gen -n "not __fish_seen_subcommand_from $commands" -a schema -d 'Print the RELAX NG schema of catalogs'
complete -c mailerr-gen -n '__fish_seen_subcommand_from check build merge-po compare' -F
complete -c mailerr-gen -n '__fish_seen_subcommand_from check build merge-po' -l format -x -a 'text json sarif' -d Format
complete -c mailerr-gen -n '__fish_seen_subcommand_from compare' -l format -x -a 'text json' -d Format
complete -c mailerr-gen -n '__fish_seen_subcommand_from check build' -l overlay -r -F -d 'A file that adds to the catalog'
complete -c mailerr-gen -n '__fish_seen_subcommand_from check' -l baseline -r -F -d 'An older catalog to hold it against'
complete -c mailerr-gen -n '__fish_seen_subcommand_from compare' -l fail-on -x -a break -d 'Status 1 if something was broken'
complete -c mailerr-gen -n '__fish_seen_subcommand_from build' -s o -l output -x -a '(__fish_complete_directories)' -d 'Where to write'
complete -c mailerr-gen -n '__fish_seen_subcommand_from build' -l target -x -a "(mailerr-gen targets 2>/dev/null | string replace -r ' +' \t)" -d 'Only these targets'
complete -c mailerr-gen -n '__fish_seen_subcommand_from build' -l lang -x -a 'en ja' -d 'Only these languages'
complete -c mailerr-gen -n '__fish_seen_subcommand_from build targets' -l templates -x -a '(__fish_complete_directories)' -d 'A folder of further targets'
complete -c mailerr-gen -n '__fish_seen_subcommand_from build' -l prefix -x -d 'Begins the names in C'
complete -c mailerr-gen -n '__fish_seen_subcommand_from build' -l depfile -r -F -d 'Write what the files depend on'
complete -c mailerr-gen -n '__fish_seen_subcommand_from build' -l depfile-target -x -d 'What depends on it in that file'
complete -c mailerr-gen -n '__fish_seen_subcommand_from build' -l verify -d 'Write nothing, tell what would change'
complete -c mailerr-gen -s h -l help -d 'Print the help'
complete -c mailerr-gen -s V -l version -d 'Print the version'
