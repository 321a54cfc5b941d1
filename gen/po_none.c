/* SPDX-License-Identifier: MIT */
/* What stands for po.c in a build without libgettextpo (make WITHOUT_PO=1). */
#include "po.h"

struct po_file *
po_read(struct arena *arena, const char *path, struct diags *d,
    bool *unreadable)
{
	(void)arena;
	*unreadable = true;
	diag_error_in(d, "cannot-read", path, 0,
	    "cannot read: this mailerr-gen was built without merge-po; build it with libgettextpo, not with WITHOUT_PO=1");
	return NULL;
}
