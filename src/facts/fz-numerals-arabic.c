/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-numerals-symbols.h"

#include "fz-words.h"

#include <string.h>

typedef struct {
  char      text[24];
  gsize     n;
  gboolean  fits;
} Digits;

static const char *
take_digits (const char *p, const char *end, Digits *digits)
{
  char digit;
  gsize length;

  while ((length = fz_symbol_arabic_digit (p, end, &digit)) > 0)
    {
      if (digits->n + 1 < sizeof (digits->text))
        digits->text[digits->n++] = digit;
      else
        digits->fits = FALSE;
      p += length;
    }
  return p;
}

/* １２，４５０: of full width throughout. */
static gboolean
wide_group_at (const char *p, const char *end)
{
  char digit;

  if (end - p < 12 || memcmp (p, "，", 3) != 0)
    return FALSE;
  for (gsize i = 1; i <= 3; i++)
    if (fz_symbol_arabic_digit (p + 3 * i, end, &digit) != 3)
      return FALSE;
  return fz_symbol_arabic_digit (p + 12, end, &digit) == 0;
}

/* A comma groups only where it stands before exactly three digits. */
static gboolean
group_at (const char *p, const char *end, const char *comma)
{
  gsize length;
  char digit;

  /* Behind most numbers stands none. */
  if (p >= end || *p != *comma)
    return FALSE;
  length = strlen (comma);
  if (end - p < (gssize) length + 3 || !fz_text_at (p, end, comma))
    return FALSE;
  for (gsize i = 0; i < 3; i++)
    if (!g_ascii_isdigit (p[length + i]))
      return FALSE;
  return fz_symbol_arabic_digit (p + length + 3, end, &digit) == 0;
}

/* 1，234，567人: one such group may as well be the next item of a list, and so may
 * each of 235，189，176, which are of one shape; two behind a shorter one are none. */
static const char *
comma_at (const char *p, const char *end, gsize n_first)
{
  const gsize group = strlen ("，234");

  return n_first < 3 && group_at (p, end, "，") && group_at (p + group, end, "，") ? "，" : ",";
}

static const char *
take_mantissa (const char *p, const char *end, Digits *digits, gboolean *whole)
{
  const char *start = p;
  const char *comma;
  gsize point = 0;
  char digit;

  p = take_digits (p, end, digits);
  comma = comma_at (p, end, digits->n);
  if (digits->n <= 3 && digits->text[0] != '0')
    while (group_at (p, end, comma) || ((guchar) *start >= 0x80 && wide_group_at (p, end)))
      {
        p = take_digits (p + fz_char_length_at (p, end), end, digits);
        *whole = FALSE;
      }

  if (fz_text_at (p, end, "."))
    point = 1;
  else if (fz_text_at (p, end, "．"))
    point = 3;
  if (point > 0 && fz_symbol_arabic_digit (p + point, end, &digit) > 0 && digits->n + 1 < sizeof (digits->text))
    {
      digits->text[digits->n++] = '.';
      p = take_digits (p + point, end, digits);
      *whole = FALSE;
    }
  return p;
}

static const char *
take_more (const char *p, const char *end, FzNumber *number)
{
  FzSymbol symbol = fz_symbol_at (p, end);
  gsize come = number->value.scale == 0 && number->value.digits % 10 == 0 ? fz_symbol_come_at (p, end) : 0;

  if (come > 0)
    {
      number->flags |= FZ_NUMBER_VAGUE;
      return p + come;
    }
  if (symbol.class == FZ_SYMBOL_MORE)
    number->flags |= FZ_NUMBER_MORE;
  else if (symbol.class == FZ_SYMBOL_SEVERAL && symbol.value == 0)
    number->flags |= FZ_NUMBER_VAGUE;
  else
    return p;
  return p + symbol.length;
}

/* 2.4兆元, 1兆949億元: in Taiwan a million millions; 500兆 alone is of data. */
static gboolean
is_trillion (const char *p, const char *end)
{
  static const char *const behind[] = { "元", "美元", "多元", "餘元", "余元", "日圓", "日元" };
  char digit;

  if (!fz_text_at (p, end, "兆"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (behind); i++)
    if (fz_text_at (p + 3, end, behind[i]))
      return TRUE;
  return fz_symbol_arabic_digit (p + 3, end, &digit) > 0;
}

/**
 * fz_number_take_multipliers:
 * @p: a place right behind digits
 * @end: the end of the text
 * @number: the number so far, which is scaled
 * @fits: (inout): cleared where the product is too large
 *
 * Returns: one past the multipliers, @p where there are none
 */
const char *
fz_number_take_multipliers (const char *p, const char *end, FzNumber *number, gboolean *fits)
{
  const char *q = p + (p < end && *p == ' ');
  FzSymbol symbol;

  if (is_trillion (q, end))
    {
      *fits = *fits && fz_number_scale (&number->value, 12);
      number->power = 12;
      return q + strlen ("兆");
    }
  if (fz_symbol_multiplier (q, end).class == FZ_SYMBOL_NONE)
    return p;
  while ((symbol = fz_symbol_multiplier (q, end)).class == FZ_SYMBOL_POWER)
    {
      *fits = *fits && fz_number_scale (&number->value, symbol.value);
      number->power = (guint8) MIN (number->power + symbol.value, 100u);
      q += symbol.length;
    }
  return q;
}

/* ×10⁴, ×10^4 */
static const char *
take_exponent (const char *p, const char *end, FzNumber *number, gboolean *fits)
{
  static const char *const signs[] = { "×10", "x10", "*10" };
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  const char *q = p;

  for (gsize i = 0; i < G_N_ELEMENTS (signs) && q == p; i++)
    if (fz_text_at (p, end, signs[i]))
      q += strlen (signs[i]);
  if (q == p)
    return p;
  for (guint i = 0; i < G_N_ELEMENTS (raised); i++)
    if (fz_text_at (q, end, raised[i]) || (end - q >= 2 && q[0] == '^' && q[1] == (char) ('0' + i)))
      {
        *fits = *fits && fz_number_scale (&number->value, i);
        number->power = (guint8) i;
        return q + strlen (*q == '^' ? "^0" : raised[i]);
      }
  return p;
}

static gboolean read_arabic (const char *p, const char *end, FzNumber *out, guint below);

static gboolean
big_multiplier_at (const char *p, const char *end)
{
  FzSymbol symbol = fz_symbol_multiplier (p, end);

  return symbol.class == FZ_SYMBOL_POWER && symbol.value >= 4;
}

/* 3億2000萬, 5万4千6百: what follows must be of a lower order; below 万 it has a
 * multiplier of its own, or 万 or 亿 is behind both: 3千500万. */
static const char *
take_lower_order (const char *p, const char *end, FzNumber *number)
{
  FzNumber lower;
  FzDecimal limit = { 1, 0 };
  char digit;

  if (number->power < 2 || number->power > 16 || (number->flags & FZ_NUMBER_MORE) || fz_symbol_arabic_digit (p, end, &digit) == 0)
    return p;
  if (!read_arabic (p, end, &lower, number->power) || !fz_number_scale (&limit, number->power) ||
      fz_decimal_compare (lower.value, limit) >= 0 ||
      (number->power < 4 && lower.power == 0 && !big_multiplier_at (p + lower.length, end)) ||
      !fz_decimal_add (number->value, lower.value, &number->value))
    return p;

  number->flags |= lower.flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE);
  number->power = lower.power;
  return p + lower.length;
}

/* 1万2千米 are 12000: the single digit behind 万 has 千 for its own, where 千米 would
 * be a unit. */
static gboolean
goes_on_in_thousands (const char *p, const char *end, const FzNumber *number, guint below)
{
  return below == 4 && fz_text_at (p, end, "千") && number->value.scale == 0 && number->value.digits > 0 && number->value.digits < 10;
}

/* The 万 of 3千5百万 is behind both, so within what is below a thousand it is
 * not taken: only 百 and 十 are. */
static const char *
take_multipliers_below (const char *p, const char *end, FzNumber *number, gboolean *fits, guint below)
{
  FzSymbol symbol;

  if (below >= 4 && !goes_on_in_thousands (p, end, number, below))
    return fz_number_take_multipliers (p, end, number, fits);
  symbol = below == 4 ? fz_symbol_at (p, end) : fz_symbol_multiplier (p, end);
  if (symbol.class != FZ_SYMBOL_POWER || symbol.value >= below)
    return p;
  *fits = *fits && fz_number_scale (&number->value, symbol.value);
  number->power = (guint8) symbol.value;
  return p + symbol.length;
}

/* 3千5万 and 1千八百 are written by nobody who counts: they are no numbers, to
 * their ends. */
static const char *
take_muddle (const char *p, const char *end, FzNumber *number, gboolean *fits)
{
  FzDecimal tenth = { 1, 0 };
  FzNumber rest;
  char digit;

  if (number->power == 0 || number->power >= 4 || number->flags & FZ_NUMBER_MORE)
    return p;
  if (fz_symbol_at (p, end).class == FZ_SYMBOL_DIGIT && fz_number_read_chinese (p, end, &rest) && rest.power > 0)
    {
      *fits = FALSE;
      return p + rest.length;
    }
  if (fz_symbol_arabic_digit (p, end, &digit) == 0 || !read_arabic (p, end, &rest, number->power) || rest.power > 0 ||
      !big_multiplier_at (p + rest.length, end) || !fz_number_scale (&tenth, number->power - 1) ||
      fz_decimal_compare (rest.value, tenth) >= 0)
    return p;
  *fits = FALSE;
  return fz_number_take_multipliers (p + rest.length, end, &rest, fits);
}

/* What is of a lower order, and the 万 or 亿 behind both. */
static const char *
take_rest (const char *p, const char *end, FzNumber *number, gboolean *fits, guint below)
{
  gboolean small = number->power < 4;
  const char *q = take_muddle (p, end, number, fits);

  if (q > p)
    return q;
  q = number->power < below ? take_lower_order (p, end, number) : p;
  return q > p && small && below > 4 && big_multiplier_at (q, end) ? fz_number_take_multipliers (q, end, number, fits) : q;
}

/* @below: the order of the number that this one is the rest of, which bounds
 * the depth: 8, 4, 3, 2. */
static gboolean
read_arabic (const char *p, const char *end, FzNumber *out, guint below)
{
  Digits digits = { .fits = TRUE };
  gboolean whole = TRUE, fits;
  const char *q = take_mantissa (p, end, &digits, &whole);

  *out = (FzNumber) { 0 };
  fits = digits.fits && fz_decimal_parse (digits.text, (gssize) digits.n, &out->value);
  q = take_exponent (q, end, out, &fits);
  q = take_more (q, end, out);
  q = take_multipliers_below (q, end, out, &fits, below);
  q = take_rest (q, end, out, &fits, below);
  if (!(out->flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE)))
    q = take_more (q, end, out);

  if (whole && out->power == 0 && out->flags == 0)
    out->flags = FZ_NUMBER_WHOLE;
  out->top = out->value;
  out->length = (gsize) (q - p);
  return fits;
}

/**
 * fz_number_read_arabic:
 * @p: where an Arabic digit stands
 * @end: the end of the text
 * @out: (out): the number; its length is set on failure too
 *
 * Returns: whether it fits
 */
gboolean
fz_number_read_arabic (const char *p, const char *end, FzNumber *out)
{
  return read_arabic (p, end, out, 100);
}
