/* SPDX-License-Identifier: MIT */
#include "fields.h"

/* The size of the name that a line begins with; 0: it is no field. */
static size_t
name_size(struct slice line)
{
	size_t n = 0;

	while (n < line.size && n < 76 && (is_alpha(line.s[n]) ||
	    is_digit(line.s[n]) || line.s[n] == '-' || line.s[n] == '_'))
		n++;
	return n > 0 && n < line.size && line.s[n] == ':' ? n : 0;
}

bool
fields_is_header(struct slice line)
{
	return name_size(line) > 0;
}

static bool
continues(struct slice rest)
{
	struct slice line;

	return rest.size > 0 && (*rest.s == ' ' || *rest.s == '\t') &&
	    slice_line(&rest, &line) && slice_trim(line).size > 0;
}

bool
fields_next(struct slice *s, struct slice *name, struct text *value, bool *gap)
{
	struct slice line;
	bool empty = false;

	text_clear(value);
	while (slice_line(s, &line)) {
		size_t size = name_size(line);

		empty = empty || slice_trim(line).size == 0;
		if (size == 0)
			continue;
		*name = (struct slice){ line.s, size };
		text_slice(value, slice_trim(slice_from(line, size + 1)));
		while (continues(*s) && slice_line(s, &line)) {
			if (value->size > 0)
				text_byte(value, ' ');
			text_slice(value, slice_trim(line));
		}
		if (gap != NULL)
			*gap = empty;
		return true;
	}
	return false;
}

struct slice
fields_find(struct slice lines, const char *name)
{
	struct slice line;

	while (slice_line(&lines, &line)) {
		size_t size = name_size(line);

		if (size > 0 && slice_is((struct slice){ line.s, size }, name))
			return slice_trim(slice_from(line, size + 1));
	}
	return (struct slice){ "", 0 };
}
