/* SPDX-License-Identifier: MIT */
/* overlay.h - what overlays say becomes part of the catalog's tree */
#ifndef GEN_OVERLAY_H
#define GEN_OVERLAY_H

#include "catalog.h"
#include "diag.h"

/* Moves the entries of the catalog's overlays, which grammar_check() has marked
 * like the catalog, to their places among its own, then does what each extend
 * asks.  What an overlay may not is told to d; the rules see to the rest.  A
 * catalog without overlays stays as it is. */
void overlay_merge(struct catalog *c, struct diags *d);

#endif
