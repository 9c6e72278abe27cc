/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-numerals.h"
#include "fz-reading.h"
#include "fz-units.h"

G_BEGIN_DECLS

/* fz-figures-codes.c */
gboolean fz_digit_before (const char *start, const char *p);
gboolean fz_digit_at (const char *p, const char *end);
gboolean fz_in_code (const char *start, const char *p, const char *behind, const char *end);
gboolean fz_in_ordinals (const char *start, const char *p, const char *behind, const char *end);

/* fz-figures-fixed.c */
gsize    fz_fixed_word_at (const char *p, const char *end);
gboolean fz_ordinal_before (const char *start, const char *p, const FzNumber *number, const char *end);
gboolean fz_near_before (const char *start, const char *p);
gsize    fz_scope_before (const char *start, const char *p);
gboolean fz_counting_noun_before (const char *start, const char *behind);

/* fz-figures-exclude.c */
gboolean fz_is_quantity (const FzReading *reading, const char *p, const FzNumber *number,
                          const FzUnit *unit, const char *unit_at, const char *behind);
gboolean fz_year_is_date (const FzNumber *number, const char *behind, const char *end);

G_END_DECLS
