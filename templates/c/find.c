/* SPDX-License-Identifier: 0BSD */
/* ---- By direct index ----------------------------------------------------- */

#ifndef MAILERR_CODES_ALONE_
static const mailerr_reply *
reply_in(const mailerr_reply *table, const uint16_t *at, int code)
{
	unsigned place;

	if (code < REPLY_MIN || code > REPLY_MAX)
		return NULL;
	place = at[code - REPLY_MIN];
	return place == 0 ? NULL : &table[place - 1];
}
#else
/* The same, where size counts. */
static const mailerr_reply *
reply_in(const mailerr_reply *table, const uint16_t *at, int code)
{
	(void)at;
	while (table->code != 0 && (int)table->code != code)
		table++;
	return table->code == 0 ? NULL : table;
}
#endif

static const mailerr_status *
status_in(const mailerr_status *table, const uint16_t *at,
    const uint16_t *row, int subject, int detail)
{
	unsigned place;

	if (subject < 0 || subject >= SUBJECTS || detail < 0 ||
	    detail >= (int)row[subject + 1] - (int)row[subject])
		return NULL;
	place = at[row[subject] + detail];
	return place == 0 ? NULL : &table[place - 1];
}

/* The place + 1 of a number in its table, 0 where it has none. */
static unsigned
place_in(const uint16_t *at, uint32_t low, uint32_t high, uint32_t number)
{
	if (number < low)
		return at[number];
	if (number >= OVERLAY_MIN && number - OVERLAY_MIN < high)
		return at[low + number - OVERLAY_MIN];
	return 0;
}

/* The reason of a number, or NULL. */
#ifndef MAILERR_CODES_ALONE_
static const mailerr_reason *
reason_in(const mailerr_reason *table, const uint16_t *at, uint32_t low,
    uint32_t high, uint32_t number)
{
	unsigned place = place_in(at, low, high, number);

	return place == 0 ? NULL : &table[place - 1];
}
#else
/* The same, where size counts. */
static const mailerr_reason *
reason_in(const mailerr_reason *table, const uint16_t *at, uint32_t low,
    uint32_t high, uint32_t number)
{
	(void)at;
	(void)low;
	(void)high;
	while (table->entry.kind != MAILERR_KIND_NONE &&
	    table->entry.number != number)
		table++;
	return table->entry.kind == MAILERR_KIND_NONE ? NULL : table;
}
#endif

static const char *
name_of(const struct tables *t, const mailerr_entry *entry)
{
	return t->names + t->facts[entry->first_text];
}
