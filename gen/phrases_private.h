/* SPDX-License-Identifier: MIT */
/* phrases_private.h - the tables, for phrases.c and phrases_windows.c, which
 * build them, and phrases_print.c; phrases.c runs the matcher */
#ifndef GEN_PHRASES_PRIVATE_H
#define GEN_PHRASES_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "phrases.h"

/* mailerr.h has the catalog's own enums before these types; here the catalog
 * is not known yet, and numbers do. */
enum mailerr_reason_id { MAILERR_REASON_UNKNOWN, MAILERR_REASON_MAX_ = 0x7fffffff };
enum mailerr_notice_id { MAILERR_NOTICE_NONE, MAILERR_NOTICE_MAX_ = 0x7fffffff };
enum mailerr_command_id { MAILERR_COMMAND_NONE, MAILERR_COMMAND_MAX_ = 0x7fffffff };
enum mailerr_emitter_id { MAILERR_EMITTER_NONE, MAILERR_EMITTER_MAX_ = 0x7fffffff };
enum mailerr_label_id { MAILERR_LABEL_NONE, MAILERR_LABEL_MAX_ = 0x7fffffff };

#include "../templates/c/types.h"
#include "../templates/c/tables.h"

/* Places by number, as place_in() reads them. */
struct places {
	uint16_t *at;
	uint32_t low, high;
};

#define MARKS_MAX 256

struct phrases {
	const struct catalog *catalog;
	struct tables t;
	struct places reasons, notices;
	const xmlNode **matches; /* the match element of each phrase */
	struct mark marks[MARKS_MAX];
	const char *mark_texts[MARKS_MAX];
	size_t reply_count, status_count, phrase_count, token_count;
	size_t condition_count, arguments_size, mark_count, entry_count;
};

/* phrases_windows.c: chooses a window for each phrase and mark, and builds the
 * tables by which they are found.  The rest is there already. */
void windows_build(struct arena *arena, struct phrases *p,
    int (*skip)(const xmlNode *element, void *user), void *user);

/* How many slots there are; one more number stands behind them. */
size_t windows_slots(const struct tables *t);

/* phrases_texts.c: the texts of all languages as C tables, each language
 * between a "Texts in ja" and an "End of texts", so that a stylesheet can take
 * those that it wants. */
void phrases_print_texts(struct arena *arena, struct buffer *out,
    const struct catalog *c);

#endif
