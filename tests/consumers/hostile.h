/* SPDX-License-Identifier: MIT */
/* hostile.h - macros that other headers are known to define */
#define min(a, b) broken
#define max(a, b) broken
#define ERROR broken
#define DELETE broken
#define DOMAIN broken
#define OVERFLOW broken
#define NONE broken
#define UNKNOWN broken
#define SENDER broken
#define HOST broken
#define STATUS broken
#define REPLY broken
#define TEXT broken
#define IP broken
#define NO broken
#define YES broken
#define S broken
#define X broken
