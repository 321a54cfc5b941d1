/* SPDX-License-Identifier: 0BSD */
/* ---- What may stand in a placeholder ------------------------------------- */

/* Each looks at the whole of s. */

static bool
is_number(const char *s, size_t size)
{
	size_t n;

	for (n = 0; n < size; n++)
		if (!is_digit(s[n]))
			return false;
	return size > 0;
}

static bool
is_ipv4(const char *s, size_t size)
{
	size_t n = 0, part, digits;
	unsigned value;

	for (part = 0; part < 4; part++) {
		value = 0;
		for (digits = 0; n < size && is_digit(s[n]) && digits < 4; n++) {
			value = value * 10 + (unsigned)(s[n] - '0');
			digits++;
		}
		if (digits == 0 || digits > 3 || value > 255)
			return false;
		if (part < 3 && (n >= size || s[n++] != '.'))
			return false;
	}
	return n == size;
}

static bool
is_hex(char c)
{
	return is_digit(c) || (fold(c) >= 'a' && fold(c) <= 'f');
}

/* Eight groups, or fewer and one "::"; the last two may be an IPv4 address. */
static bool
is_ipv6(const char *s, size_t size)
{
	size_t n = 0, digits;
	unsigned groups = 0;
	bool gap = false;

	if (begins(s, size, "ipv6:"))
		n = 5;
	while (n < size) {
		if (size - n >= 2 && s[n] == ':' && s[n + 1] == ':') {
			if (gap)
				return false;
			gap = true;
			n += 2;
			continue;
		}
		if (groups > 0 && s[n - 1] != ':') {
			if (s[n] != ':')
				return false;
			n++;
		}
		if (groups <= 6 && is_ipv4(s + n, size - n))
			return groups == 6 ? !gap : gap;
		for (digits = 0; n < size && is_hex(s[n]); n++)
			digits++;
		if (digits == 0 || digits > 4 || ++groups > 8)
			return false;
	}
	return groups == 8 ? !gap : gap && groups < 8;
}

static bool
is_ip(const char *s, size_t size)
{
	return is_ipv4(s, size) || is_ipv6(s, size);
}

/* Labels of letters, digits, '_' (met in practice), UTF-8, and '-' inside; or
 * an address literal. */
static bool
is_host(const char *s, size_t size)
{
	size_t n, label = 0;

	if (size > 2 && s[0] == '[' && s[size - 1] == ']')
		return is_ip(s + 1, size - 2);
	if (size == 0 || size > 255)
		return false;
	for (n = 0; n < size; n++) {
		if (s[n] == '.') {
			if (label == 0 || label > 63 || s[n - 1] == '-')
				return false;
			label = 0;
		} else if (is_alnum(s[n]) || s[n] == '_' ||
		    (unsigned char)s[n] >= 0x80 || (s[n] == '-' && label > 0)) {
			label++;
		} else {
			return false;
		}
	}
	return label > 0 && label <= 63 && s[size - 1] != '-';
}

/* The length of the local part before the '@': a Dot-string whose dots are not
 * looked at, since mailboxes such as "a..b@example.jp" exist; or quoted. */
static size_t
local_length(const char *s, size_t size)
{
	static const char special[] = "!#$%&'*+-/=?^_`{|}~.";
	size_t n = 0, k;

	if (size > 0 && s[0] == '"') {
		for (n = 1; n < size && s[n] != '"'; n++)
			if (s[n] == '\\')
				n++;
		return n < size ? n + 1 : 0;
	}
	for (; n < size && s[n] != '@'; n++) {
		if (is_alnum(s[n]) || (unsigned char)s[n] >= 0x80)
			continue;
		for (k = 0; special[k] != '\0' && special[k] != s[n]; k++)
			continue;
		if (special[k] == '\0')
			return 0;
	}
	return n;
}

static bool
is_address(const char *s, size_t size)
{
	size_t n = local_length(s, size);

	return n > 0 && n < size && s[n] == '@' &&
	    is_host(s + n + 1, size - n - 1);
}

struct unit {
	char name[8];
	uint32_t seconds;
};

static const struct unit units[] = {
	{ "seconds", 1 }, { "second", 1 }, { "secs", 1 }, { "sec", 1 },
	{ "minutes", 60 }, { "minute", 60 }, { "mins", 60 }, { "min", 60 },
	{ "hours", 3600 }, { "hour", 3600 }, { "hrs", 3600 }, { "hr", 3600 },
	{ "days", 86400 }, { "day", 86400 },
	{ "weeks", 604800 }, { "week", 604800 },
	{ "s", 1 }, { "m", 60 }, { "h", 3600 }, { "d", 86400 }, { "w", 604800 }
};

/* The length of the unit of time at s; its seconds go to *seconds. */
static size_t
unit_length(const char *s, size_t size, uint32_t *seconds)
{
	size_t n, length;

	for (n = 0; n < sizeof units / sizeof units[0]; n++) {
		length = size_of(units[n].name);
		if (!begins(s, size, units[n].name))
			continue;
		if (begins(s + length, size - length, "(s)"))
			length += 3;
		if (length < size && is_alnum(s[length]) &&
		    !is_digit(s[length]))
			continue;
		*seconds = units[n].seconds;
		return length;
	}
	return 0;
}

/* Number and unit, repeated: "5 days", "1 week, 2 days", "2h30m", "4.0 hours";
 * or the "too long" of a sendmail whose time-out is "now".  "zero seconds" is
 * a text of its own.  *total, in seconds, stays below 2^32. */
static bool
is_duration(const char *s, size_t size, uint32_t *total)
{
	size_t n = 0, length;
	uint64_t sum = 0, number;
	uint32_t seconds = 0;

	*total = 0;
	if (same_word(s, size, "too long"))
		return true;
	while (n < size) {
		if (!is_digit(s[n]))
			return false;
		for (number = 0; n < size && is_digit(s[n]); n++)
			if (number < 1000000)
				number = number * 10 + (unsigned)(s[n] - '0');
		if (size - n >= 2 && s[n] == '.' && is_digit(s[n + 1]))
			for (n++; n < size && is_digit(s[n]); n++)
				continue;
		if (n < size && (is_blank(s[n]) || s[n] == '-'))
			n++;
		length = unit_length(s + n, size - n, &seconds);
		if (length == 0)
			return false;
		sum += number * seconds;
		n += length;
		if (n == size)
			break;
		if (s[n] == ',')
			n++;
		if (begins(s + n, size - n, " and "))
			n += 4;
		if (n < size && is_blank(s[n]))
			n++;
		if (n == size)
			return false;
	}
	*total = sum > 0xffffffff ? 0xffffffff : (uint32_t)sum;
	return size > 0;
}

static bool
is_argument(unsigned type, const char *s, size_t size)
{
	uint32_t seconds;

	switch (type) {
	case MAILERR_ARGUMENT_NUMBER: return is_number(s, size);
	case MAILERR_ARGUMENT_DURATION: return is_duration(s, size, &seconds);
	case MAILERR_ARGUMENT_ADDRESS: return is_address(s, size);
	case MAILERR_ARGUMENT_HOST: return is_host(s, size);
	case MAILERR_ARGUMENT_IP: return is_ip(s, size);
	default: return size > 0;
	}
}

/* The bytes that may stand in an argument of a type: a first sieve. */
struct sieve {
	uint64_t low, high;
	bool others; /* those that are not ASCII */
};

#define LOW_VISIBLE (~(IN_LOW('!') - 1))

static struct sieve
sieve_of(unsigned type)
{
	struct sieve sieve = { LOW_DIGITS, HIGH_LETTERS, false };

	switch (type) {
	case MAILERR_ARGUMENT_NUMBER:
		sieve.high = 0;
		break;
	case MAILERR_ARGUMENT_DURATION:
		sieve.low |= LOW_BLANKS | IN_LOW(',') | IN_LOW('.') |
		    IN_LOW('-') | IN_LOW('(') | IN_LOW(')');
		break;
	case MAILERR_ARGUMENT_HOST:
		sieve.low |= IN_LOW('.') | IN_LOW('-') | IN_LOW(':');
		sieve.high |= IN_HIGH('_') | IN_HIGH('[') | IN_HIGH(']');
		sieve.others = true;
		break;
	case MAILERR_ARGUMENT_IP:
		sieve.low |= IN_LOW('.') | IN_LOW(':');
		break;
	default:
		sieve.low = LOW_VISIBLE;
		sieve.high = ~UINT64_C(0);
		sieve.others = true;
		if (type == MAILERR_ARGUMENT_ADDRESS)
			sieve.low &= ~(IN_LOW('<') | IN_LOW('>') |
			    IN_LOW(',') | IN_LOW(';') | IN_LOW('(') |
			    IN_LOW(')'));
	}
	return sieve;
}

static bool
may_hold(const struct sieve *sieve, char c)
{
	return (unsigned char)c >= 0x80 ? sieve->others :
	    is_in(c, sieve->low, sieve->high);
}
