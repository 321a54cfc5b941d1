/* SPDX-License-Identifier: MIT */
/* flip.c - copies of a file, each with one random bit flipped
 *
 * usage: flip FILE FOLDER COUNT SEED
 * Writes FOLDER/1.xml and so on, and prints where the flips are. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)1024 * 1024)

/* splitmix64: the same numbers on every machine */
static uint64_t
next(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static int
write_copy(const char *folder, int n, const char *bytes, size_t size)
{
	char path[4096];
	FILE *to;
	int ok;

	snprintf(path, sizeof path, "%s/%d.xml", folder, n);
	to = fopen(path, "wb");
	if (to == NULL)
		return 0;
	ok = fwrite(bytes, 1, size, to) == size;
	return fclose(to) == 0 && ok;
}

int
main(int argc, char **argv)
{
	static char bytes[FILE_MAX];
	FILE *from = argc == 5 ? fopen(argv[1], "rb") : NULL;
	size_t size = from == NULL ? 0 : fread(bytes, 1, FILE_MAX, from);
	uint64_t state = argc == 5 ? strtoul(argv[4], NULL, 10) : 0;

	if (size == 0 || size == FILE_MAX)
		return 2;
	fclose(from);
	for (int n = 1; n <= atoi(argv[3]); n++) {
		size_t at = next(&state) % size;
		char bit = (char)(1 << next(&state) % 8);

		bytes[at] ^= bit;
		if (!write_copy(argv[2], n, bytes, size))
			return 3;
		bytes[at] ^= bit;
		printf("%d: byte %zu, bit %d\n", n, at, bit & 0xff);
	}
	return 0;
}
