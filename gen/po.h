/* SPDX-License-Identifier: MIT */
/* po.h - a PO file as its translations and where they stand */
#ifndef GEN_PO_H
#define GEN_PO_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "diag.h"
#include "source.h"

/* All strings are UTF-8 and live in the arena. */
struct po_message {
	const char *msgid, *msgstr;
	bool foreign;           /* has a context or a plural: none of ours has */
	struct place id_place, place; /* of the words msgid and msgstr */
	size_t string;          /* offset of what stands behind msgstr; 0: not known,
	                         * and then place is id_place */
};

struct po_file {
	const struct source *source;
	const char *language;    /* of the header, as in a catalog: "pt-BR" */
	struct place header;
	struct po_message *messages; /* translated ones, in the file's order */
	size_t count;
	size_t fuzzy, untranslated, obsolete; /* these are not among them */
};

/* Reads and parses.  NULL after telling d the first fault; *unreadable is then
 * true where the file could not be read at all.  In a build without libgettextpo
 * no file can be (po_none.c). */
struct po_file *po_read(struct arena *arena, const char *path, struct diags *d,
    bool *unreadable);

#endif
