/* SPDX-License-Identifier: 0BSD */
/* Two files, C99 or C++11 and later, nothing but freestanding headers: add them
 * to a project and compile the .c with the rest.  No allocation, no writable
 * data, no locale; every function may be called from any thread.
 *
 *	mailerr_verdict v;
 *
 *	mailerr_explain(line, strlen(line), &v);
 *	if (v.suppress == MAILERR_SUPPRESS_YES)
 *		...
 *	puts(mailerr_text(v.entry, MAILERR_FIELD_TITLE, 0, "ja"));
 *
 * Cuts, for the .c file alone:
 *	MAILERR_NO_TEXT     no titles, meanings, causes, actions, sources
 *	MAILERR_NO_PHRASES  explain reads codes, not texts; with NO_TEXT, too,
 *	                    there are no notices at all: codes alone
 *	MAILERR_NO_EN, MAILERR_NO_JA and so on: no texts in that language
 *
 * A name that ends with an underscore is not for use. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
