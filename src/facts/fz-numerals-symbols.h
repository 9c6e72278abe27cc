/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-numerals.h"
#include "fz-words.h"

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

/* Returned in a register: nearly every number is asked several times. */
typedef struct {
  FzSymbolClass  class : 8;
  guint          value : 8; /* a digit, or a power of ten */
  guint          length : 8;
} FzSymbol;

/* What each character from FZ_SYMBOL_FIRST to FZ_SYMBOL_LAST is, where all of them
 * stand: its class in the lower bits, its value from FZ_SYMBOL_VALUE on. */
#define FZ_SYMBOL_FIRST      0x3000
#define FZ_SYMBOL_LAST       0x9fff
#define FZ_SYMBOL_CLASS      0x07
#define FZ_SYMBOL_VALUE      3
#define FZ_SYMBOL_ON_CHEQUES 0x80

extern const guint8 fz_symbols[FZ_SYMBOL_LAST + 1 - FZ_SYMBOL_FIRST];

gboolean fz_symbol_goes_on_as_cheque (const char *p, const char *end);
FzSymbol fz_symbol_multiplier   (const char *p, const char *end);
gboolean fz_symbol_begins_unit  (const char *p, const char *end);
gsize    fz_symbol_come_at      (const char *p, const char *end);
gboolean fz_symbol_ware_at      (const char *p, const char *end);

const char *fz_number_take_multipliers (const char *p, const char *end, FzNumber *number, gboolean *fits);
gboolean    fz_number_read_arabic      (const char *p, const char *end, FzNumber *out);
gboolean    fz_number_read_chinese     (const char *p, const char *end, FzNumber *out);

/**
 * fz_symbol_at:
 * @p: a place in a text
 * @end: the end of the text
 *
 * Returns: the numeral character at @p, or one of class %FZ_SYMBOL_NONE
 */
static inline FzSymbol
fz_symbol_at (const char *p, const char *end)
{
  const FzSymbol none = { FZ_SYMBOL_NONE, 0, 3 };
  guint8 entry;

  if (end - p < 3 || !fz_byte_is_wide (*p))
    return none;
  entry = fz_symbols[fz_code_of_three (p) - FZ_SYMBOL_FIRST];
  if (entry == 0 || (entry & FZ_SYMBOL_ON_CHEQUES && !fz_symbol_goes_on_as_cheque (p + 3, end)))
    return none;
  return (FzSymbol) { entry & FZ_SYMBOL_CLASS, (guint8) (entry & ~FZ_SYMBOL_ON_CHEQUES) >> FZ_SYMBOL_VALUE, 3 };
}

/**
 * fz_symbol_arabic_digit:
 * @p: a place in a text
 * @end: the end of the text
 * @digit: (out): the digit in ASCII
 *
 * Returns: the bytes of the Arabic digit at @p, of half or full width, or 0
 */
static inline gsize
fz_symbol_arabic_digit (const char *p, const char *end, char *digit)
{
  if (p < end && g_ascii_isdigit (*p))
    {
      *digit = *p;
      return 1;
    }
  if (end - p >= 3 && memcmp (p, "\xef\xbc", 2) == 0 && (guchar) p[2] >= 0x90 && (guchar) p[2] <= 0x99)
    {
      *digit = (char) ('0' + ((guchar) p[2] - 0x90));
      return 3;
    }
  return 0;
}

G_END_DECLS
