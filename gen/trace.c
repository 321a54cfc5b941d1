/* SPDX-License-Identifier: MIT */
#include "trace.h"

#include <libxslt/xsltutils.h>

#include "xslt_ext.h"

#ifdef WITH_DEBUGGER /* libxslt may be built without; then no place is told */

static bool
is_blank(const xmlDoc *doc)
{
	for (const xmlNode *n = doc->children; n != NULL; n = n->next)
		if (!xmlIsBlankNode(n))
			return false;
	return true;
}

/* Called before each instruction. */
static void
on_step(xmlNode *inst, xmlNode *node, xsltTemplate *template,
    xsltTransformContext *ctxt)
{
	struct run *run = ctxt->_private;
	xmlDoc *output = ctxt->output;

	(void)node;
	(void)template;
	/* the value of a variable is no output either */
	if (!run->in_file && output != NULL &&
	    !XSLT_IS_RES_TREE_FRAG(output) && !is_blank(output))
		ctxt->state = XSLT_STATE_STOPPED;
	if (ctxt->state == XSLT_STATE_OK)
		run->step = inst;
}

/* libxslt has this struct, but no header of it. */
struct callbacks {
	void (*step)(xmlNode *inst, xmlNode *node, xsltTemplate *template,
	    xsltTransformContext *ctxt);
	int (*enter)(xsltTemplate *template, xmlNode *source);
	void (*leave)(void);
};

void
trace_on(xsltTransformContext *ctxt)
{
	struct callbacks stepping = { .step = on_step };

	xsltSetDebuggerCallbacks(3, &stepping);
	ctxt->debugStatus = XSLT_DEBUG_CONT;
}

void
trace_off(void)
{
	struct callbacks none = { 0 };

	xsltSetDebuggerCallbacks(3, &none);
}

#else

void
trace_on(xsltTransformContext *ctxt)
{
	(void)ctxt;
}

void
trace_off(void)
{
}

#endif
