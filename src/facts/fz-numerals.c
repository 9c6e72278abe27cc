/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-numerals-symbols.h"

/* Numbers as newspapers print them.
 *
 *   arabic  := digits [more] multiplier* [arabic of a lower order] [more]
 *   digits  := 1234 | 1,234 | 12.5, half or full width
 *   chinese := [数|几] (digit | 十百千万亿 | 几 | more)+ [点 digits 万亿*]
 *   more    := 余 | 多
 *
 * What reads as a number but is none that can be told (三二, 万万, more digits
 * than fit) is refused whole: the length is set all the same, so that a caller
 * steps over it once. */

/**
 * fz_number_starts_at:
 * @p: a place in a text
 * @end: the end of the text
 *
 * Returns: whether a number may begin at @p
 */
gboolean
fz_number_starts_at (const char *p, const char *end)
{
  char digit;
  FzSymbol symbol;

  if (p < end && (guchar) *p < 0x80)
    return g_ascii_isdigit (*p);
  if (fz_symbol_arabic_digit (p, end, &digit) > 0)
    return TRUE;
  symbol = fz_symbol_at (p, end);
  return symbol.class >= FZ_SYMBOL_DIGIT && symbol.class <= FZ_SYMBOL_SEVERAL;
}

/**
 * fz_number_scale:
 * @value: (inout): a number
 * @power: a power of ten
 *
 * Multiplies @value by 10^@power.
 *
 * Returns: whether the product fits
 */
gboolean
fz_number_scale (FzDecimal *value, guint power)
{
  FzDecimal factor = { 1, 0 };

  if (power > 18)
    return FALSE;
  while (power-- > 0)
    factor.digits *= 10;
  return fz_decimal_multiply (*value, factor, value);
}

/**
 * fz_number_read:
 * @p: a place where fz_number_starts_at() holds
 * @end: the end of the text
 * @out: (out): the number; its length is set on failure too
 *
 * Reads the longest number at @p.
 *
 * Returns: whether it is one, and fits
 */
gboolean
fz_number_read (const char *p, const char *end, FzNumber *out)
{
  char digit;

  if (fz_symbol_arabic_digit (p, end, &digit) > 0)
    return fz_number_read_arabic (p, end, out);
  return fz_number_read_chinese (p, end, out);
}
