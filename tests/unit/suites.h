/* SPDX-License-Identifier: MIT */
/* suites.h - one suite a module; the main program only adds them */
#ifndef TESTS_SUITES_H
#define TESTS_SUITES_H

#include <check.h>

Suite *buffer_suite(void);
Suite *catalog_suite(void);
Suite *cli_suite(void);
Suite *diag_suite(void);
Suite *escape_suite(void);
Suite *grammar_suite(void);
Suite *html_suite(void);
Suite *lexer_suite(void);
Suite *marks_suite(void);
Suite *match_suite(void);
Suite *nearest_suite(void);
Suite *options_suite(void);
Suite *output_suite(void);
Suite *overlay_suite(void);
Suite *pattern_suite(void);
Suite *phrases_suite(void);
Suite *po_suite(void);
Suite *render_suite(void);
Suite *sequence_suite(void);
Suite *unicode_suite(void);
Suite *wrap_suite(void);

#endif
