/* SPDX-License-Identifier: MIT */
/* address.h - mail addresses in plain text */
#ifndef CLI_ADDRESS_H
#define CLI_ADDRESS_H

#include "text.h"

/* The first address at or after *at; *at moves behind it.  False: none. */
bool address_next(struct slice s, size_t *at, struct slice *address);

/* The address of a field like "rfc822; <a@example.org>" or "A <a@b>": without
 * type and brackets; the whole value where it holds no address. */
struct slice address_of_field(struct slice value);

/* Whether they are equal; case does not matter. */
bool address_same(struct slice a, struct slice b);

/* Whether it is a role that sends or answers for bounces, like postmaster. */
bool address_is_role(struct slice a);

#endif
