/* SPDX-License-Identifier: MIT */
/* mailbox.h - the messages of files, mboxes and folders, one after another */
#ifndef CLI_MAILBOX_H
#define CLI_MAILBOX_H

#include "text.h"

struct mailbox;

/* The messages of the files in their order.  A file that begins with a "From "
 * line is an mbox.  Of a folder all messages are taken by name: those in its
 * new and cur where it is a Maildir.  "-" is standard input.  The names must
 * live as long as it does. */
struct mailbox *mailbox_open(int count, char **names);

/* Puts the next message into `message`, of a large one the first 32 MiB;
 * *name is its file's, for as long as the mailbox is open, *number counts the
 * file's messages from 1.  A file that cannot be read is told on standard error
 * and passed over.  False at the end. */
bool mailbox_next(struct mailbox *m, struct text *message, const char **name,
    size_t *number);

/* Whether some file could not be read. */
bool mailbox_failed(const struct mailbox *m);

/* The bytes read so far. */
size_t mailbox_bytes(const struct mailbox *m);

void mailbox_close(struct mailbox *m);

#endif
