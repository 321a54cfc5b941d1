/* SPDX-License-Identifier: MIT */
/* evidence.h - what kind of message it is, where no report says so */
#ifndef CLI_EVIDENCE_H
#define CLI_EVIDENCE_H

#include "message.h"
#include "prose.h"

/* Whether it is an error mail: who sends it, its subject and its first words
 * have to agree.  `words` is its text without the returned message. */
bool evidence_bounce(const struct message *m, struct slice words,
    bool returns_message);

/* Whether a program answered for a person: a vacation notice and the like. */
bool evidence_auto_reply(const struct message *m);

/* Whether it tells of a delay, not of a failure. */
bool evidence_delay(const struct message *m, struct slice words);

/* The catalog's name of the program that wrote it; NULL: not known. */
const char *evidence_emitter(const struct message *m, struct slice words);

#endif
