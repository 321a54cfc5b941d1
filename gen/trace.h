/* SPDX-License-Identifier: MIT */
/* trace.h - which instruction prints where nothing must be printed?  A result
 * tree does not know who made its nodes; only stepping through a run shows it,
 * as a debugger does. */
#ifndef GEN_TRACE_H
#define GEN_TRACE_H

#include <libxslt/xsltInternals.h>

/* Prepares a context whose run (xslt_ext.h) is not silent: it stops at the
 * first output outside of gen:file, which run->step has made. */
void trace_on(xsltTransformContext *ctxt);
void trace_off(void);

#endif
