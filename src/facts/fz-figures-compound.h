/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-numerals.h"
#include "fz-units.h"

G_BEGIN_DECLS

/* Each reads on from @p, where a unit stands behind @number, and adds what it
 * finds to @number.  They answer the bytes that it takes, or 0. */
gsize         fz_unit_broken_unit    (const char *p, const char *end, FzNumber *number, const FzUnit **unit);
gsize         fz_unit_with_decimals  (const char *p, const char *end, FzNumber *number);
gsize         fz_unit_with_hundredth (const char *p, const char *end, FzNumber *number);
gsize         fz_unit_with_half      (const char *p, const char *end, const FzUnit *unit, gsize length, FzNumber *number);
gsize         fz_unit_with_tenth (const char *p, const char *end, const char *tenth, FzNumber *number);
/* fz-figures-price.c */
gsize         fz_unit_with_coins     (const char *p, const char *end, FzNumber *number, gboolean spoken);
gsize         fz_unit_of_coins       (const char *p, const char *end, FzNumber *number);
gsize         fz_unit_suffix         (const char *p, const char *end, FzNumber *number);
/* Answers the smaller unit, or %NULL. */
const FzUnit *fz_unit_compound_span  (const char *p, const char *end, FzNumber *number, gsize *length);

G_END_DECLS
