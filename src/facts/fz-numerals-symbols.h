/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-numerals.h"

G_BEGIN_DECLS

/* The characters that Chinese numbers are written with, and the two ways to
 * write a number, each with a file of its own. */

typedef enum {
  FZ_SYMBOL_NONE,
  FZ_SYMBOL_DIGIT,
  FZ_SYMBOL_POWER,
  FZ_SYMBOL_TENS, /* 廿 卅 */
  FZ_SYMBOL_SEVERAL,
  FZ_SYMBOL_MORE,
  FZ_SYMBOL_POINT,
} FzSymbolClass;

typedef struct {
  FzSymbolClass  class;
  guint        value; /* a digit, or a power of ten */
  gsize        length;
} FzSymbol;

FzSymbol fz_symbol_at           (const char *p, const char *end);
FzSymbol fz_symbol_multiplier   (const char *p, const char *end);
gboolean fz_symbol_begins_unit  (const char *p, const char *end);
gsize    fz_symbol_come_at      (const char *p, const char *end);
gsize    fz_symbol_arabic_digit (const char *p, const char *end, char *digit);

const char *fz_number_take_multipliers (const char *p, const char *end, FzNumber *number, gboolean *fits);
gboolean    fz_number_read_arabic      (const char *p, const char *end, FzNumber *out);
gboolean    fz_number_read_chinese     (const char *p, const char *end, FzNumber *out);

G_END_DECLS
