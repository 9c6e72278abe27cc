/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-decimal.h"

#include <math.h>
#include <string.h>

#define MAX_SCALE 12

static FzDecimal
trimmed (FzDecimal value)
{
  while (value.scale > 0 && value.digits % 10 == 0)
    {
      value.digits /= 10;
      value.scale--;
    }
  return value;
}

static gboolean
append_digit (FzDecimal *value, int digit, gboolean negative)
{
  return !__builtin_mul_overflow (value->digits, 10, &value->digits) &&
         !__builtin_add_overflow (value->digits, negative ? -digit : digit, &value->digits);
}

static gboolean
rescale (FzDecimal *value, guint8 scale)
{
  for (; value->scale < scale; value->scale++)
    if (__builtin_mul_overflow (value->digits, 10, &value->digits))
      return FALSE;
  return TRUE;
}

/**
 * fz_decimal_parse:
 * @text: ASCII digits, at most one point between them, a minus sign before them
 * @length: bytes of @text, or -1 if it ends with NUL
 * @out: (out): the number; not touched on failure
 *
 * Zeros at the end of the fraction are dropped, so equal numbers are equal
 * structs.
 *
 * Returns: whether @text is a number that fits
 */
gboolean
fz_decimal_parse (const char *text, gssize length, FzDecimal *out)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  gboolean negative = n > 0 && text[0] == '-';
  gboolean point = FALSE, digit_last = FALSE;
  FzDecimal value = { 0 };

  for (gsize i = negative; i < n; i++)
    {
      if (text[i] == '.' && digit_last && !point)
        {
          point = TRUE;
          digit_last = FALSE;
          continue;
        }
      if (!g_ascii_isdigit (text[i]) || (point && value.scale == MAX_SCALE) ||
          !append_digit (&value, text[i] - '0', negative))
        return FALSE;
      value.scale += point;
      digit_last = TRUE;
    }
  if (!digit_last)
    return FALSE;

  *out = trimmed (value);
  return TRUE;
}

/**
 * fz_decimal_multiply:
 * @a: a number
 * @b: a number
 * @out: (out): their exact product; not touched on failure
 *
 * Returns: whether the product fits
 */
gboolean
fz_decimal_multiply (FzDecimal a, FzDecimal b, FzDecimal *out)
{
  FzDecimal product;

  a = trimmed (a);
  b = trimmed (b);
  if (__builtin_mul_overflow (a.digits, b.digits, &product.digits))
    return FALSE;
  product.scale = a.scale + b.scale;
  product = trimmed (product);
  if (product.scale > MAX_SCALE)
    return FALSE;

  *out = product;
  return TRUE;
}

/**
 * fz_decimal_add:
 * @a: a number
 * @b: a number
 * @out: (out): their exact sum; not touched on failure
 *
 * Returns: whether the sum fits
 */
gboolean
fz_decimal_add (FzDecimal a, FzDecimal b, FzDecimal *out)
{
  FzDecimal sum;

  a = trimmed (a);
  b = trimmed (b);
  sum.scale = MAX (a.scale, b.scale);
  if (!rescale (&a, sum.scale) || !rescale (&b, sum.scale) ||
      __builtin_add_overflow (a.digits, b.digits, &sum.digits))
    return FALSE;

  *out = trimmed (sum);
  return TRUE;
}

/* Cut into the whole part and the fraction at full scale, each of which fits
 * whatever the other number is. */
static void
split (FzDecimal value, gint64 *whole, gint64 *fraction)
{
  gint64 power = 1;

  for (guint i = 0; i < value.scale; i++)
    power *= 10;
  *whole = value.digits / power;
  *fraction = value.digits % power;
  for (guint i = value.scale; i < MAX_SCALE; i++)
    *fraction *= 10;
}

/**
 * fz_decimal_compare:
 * @a: a number
 * @b: a number
 *
 * Returns: less than, equal to or greater than 0 as @a is to @b
 */
int
fz_decimal_compare (FzDecimal a, FzDecimal b)
{
  gint64 x, y, x_fraction, y_fraction;

  split (a, &x, &x_fraction);
  split (b, &y, &y_fraction);
  if (x != y)
    return x < y ? -1 : 1;
  return (x_fraction > y_fraction) - (x_fraction < y_fraction);
}

/**
 * fz_decimal_write:
 * @value: a number
 * @out: (out caller-allocates): where to
 *
 * Plain digits in any locale, no exponent, no zeros at the end of a fraction.
 *
 * Returns: how many bytes they are; no NUL ends them
 */
gsize
fz_decimal_write (FzDecimal value, char out[FZ_DECIMAL_MAX_BYTES])
{
  char *end = out + FZ_DECIMAL_MAX_BYTES, *p = end;
  guint64 rest;
  int left;

  value = trimmed (value);
  rest = value.digits < 0 ? -(guint64) value.digits : (guint64) value.digits;
  left = value.scale;
  for (; rest > 0 || left >= 0; rest /= 10, left--)
    {
      *--p = (char) ('0' + rest % 10);
      if (left == 1)
        *--p = '.';
    }
  if (value.digits < 0)
    *--p = '-';
  memmove (out, p, (gsize) (end - p));
  return (gsize) (end - p);
}

/**
 * fz_decimal_print:
 * @value: a number
 *
 * Returns: (transfer full): what fz_decimal_write() writes of it, a text that
 *   fz_decimal_parse() reads back
 */
char *
fz_decimal_print (FzDecimal value)
{
  char digits[FZ_DECIMAL_MAX_BYTES];
  gsize length = fz_decimal_write (value, digits);

  return g_strndup (digits, length);
}

/**
 * fz_decimal_to_double:
 * @value: a number
 *
 * Returns: the nearest binary fraction, for drawing and for sorting in SQL
 */
double
fz_decimal_to_double (FzDecimal value)
{
  return (double) value.digits / pow (10, value.scale);
}
