# SPDX-License-Identifier: MIT
# Sourced by what runs libgettextpo: what that itself loses is no fault of ours
# (gettextpo.supp).  The library keeps no frame pointers.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}fast_unwind_on_malloc=0
LSAN_OPTIONS=suppressions=$(realpath "$(dirname "$0")/../gettextpo.supp"):print_suppressions=0
export ASAN_OPTIONS LSAN_OPTIONS
