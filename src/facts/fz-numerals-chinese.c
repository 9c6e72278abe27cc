/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-numerals-symbols.h"

#include "fz-words.h"

typedef struct {
  gint64    total;   /* closed by 万 or 亿 */
  gint64    section; /* below 万 */
  gint64    digit;
} Sum;

typedef struct {
  Sum       low, high;
  gboolean  pending;   /* a digit waits for its power */
  guint     n_digits;  /* how many stand in a row */
  guint     last;      /* the power that stood last */
  guint     big;       /* the largest of 4 and 8 that was closed */
  gboolean  any;       /* something was read */
  gboolean  zero;      /* 零 stood after the last power */
  gboolean  digits;    /* a digit was read */
  gboolean  more;      /* 余 or 多 was read */
  gboolean  fits;
} Reader;

static gboolean
add_product (gint64 *sum, gint64 factor, gint64 power)
{
  gint64 product;

  return !__builtin_mul_overflow (factor, power, &product) && !__builtin_add_overflow (*sum, product, sum);
}

static gint64
ten_to (guint power)
{
  gint64 value = 1;

  while (power-- > 0)
    value *= 10;
  return value;
}

static gboolean
close_small (Sum *sum, guint power, gboolean pending)
{
  gboolean fits = add_product (&sum->section, pending ? sum->digit : 1, ten_to (power));

  sum->digit = 0;
  return fits;
}

static gboolean
close_big (Sum *sum, guint power, gboolean alone)
{
  gint64 value = sum->section + sum->digit;
  gboolean fits;

  if (alone && sum->total == 0)
    value = 1;
  if (power == 8)
    {
      fits = !__builtin_add_overflow (sum->total, value, &sum->total) &&
             !__builtin_mul_overflow (sum->total, ten_to (8), &sum->total);
    }
  else
    fits = add_product (&sum->total, value, ten_to (4));
  sum->section = sum->digit = 0;
  return fits;
}

static void
read_power (Reader *r, guint power)
{
  gboolean alone = !r->pending && r->low.section == 0;

  if (power < 4)
    {
      r->fits = r->fits && (r->last == 0 || r->last >= 4 || r->last > power) &&
                close_small (&r->low, power, r->pending) && close_small (&r->high, power, r->pending);
    }
  else
    {
      /* 三亿五千万 and 万亿 are read, 万万 and 亿亿 are not. */
      r->fits = r->fits && (r->big == 0 || (r->big == 8 && power == 4 && !alone) || (r->big == 4 && power == 8)) &&
                close_big (&r->low, power, alone) && close_big (&r->high, power, alone);
      r->big = power;
    }
  r->last = power;
  r->pending = r->zero = FALSE;
  r->n_digits = 0;
}

static void
read_digit (Reader *r, guint digit)
{
  if (digit == 0 && r->last > 0 && !r->pending)
    {
      r->zero = TRUE;
      return;
    }
  r->n_digits++;
  if (!r->pending)
    r->low.digit = digit;
  else if (r->n_digits > 2 || r->low.digit >= (gint64) digit || r->low.digit == 0)
    r->fits = FALSE;
  r->high.digit = digit;
  r->pending = TRUE;
}

/* 十几 has no more than its ten; 几十 counts as one ten. */
static void
read_several (Reader *r)
{
  if (r->pending)
    r->fits = FALSE;
  if (r->any)
    return;
  r->low.digit = r->high.digit = 1;
  r->pending = TRUE;
  r->n_digits = 1;
}

/* 两万五 is 25000. */
static void
close_digit (Reader *r)
{
  guint power = r->last >= 2 && !r->zero && r->n_digits == 1 ? r->last - 1 : 0;

  if (!r->pending)
    return;
  r->fits = r->fits && close_small (&r->low, power, TRUE) && close_small (&r->high, power, TRUE);
}

static gboolean
total_of (const Sum *sum, FzDecimal *out)
{
  out->scale = 0;
  return !__builtin_add_overflow (sum->total, sum->section, &out->digits);
}

/* 点五 behind 三, with 万 or 亿 behind it; the point of 三点五十分 is a clock's. */
static const char *
take_fraction (const char *p, const char *end, FzNumber *out, gboolean *fits)
{
  const char *q = p + 3;
  guint scale = 0;
  FzSymbol symbol;

  if (fz_symbol_at (p, end).class != FZ_SYMBOL_POINT || fz_symbol_at (q, end).class != FZ_SYMBOL_DIGIT)
    return p;
  for (; (symbol = fz_symbol_at (q, end)).class == FZ_SYMBOL_DIGIT; q += symbol.length)
    {
      FzDecimal part = { symbol.value, 0 };

      part.scale = (guint8) MIN (scale + 1, 12);
      *fits = *fits && ++scale <= 12 && fz_decimal_add (out->value, part, &out->value);
    }
  if (symbol.class == FZ_SYMBOL_POWER && symbol.value < 4)
    return p;
  out->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
  return fz_number_take_multipliers (q, end, out, fits);
}

/* 两, which is never one of several digits. */
static gboolean
is_pair_word (const char *p, const char *end)
{
  return fz_text_at (p, end, "两") || fz_text_at (p, end, "兩");
}

/* Digits one by one, as years are written; one or two are an ordinary number. */
static gsize
positional_length (const char *p, const char *end, FzDecimal *value)
{
  FzDecimal sum = { 0 };
  gboolean zero = FALSE, fits = TRUE;
  guint n = 0;
  const char *q = p;
  FzSymbol symbol;

  for (; (symbol = fz_symbol_at (q, end)).class == FZ_SYMBOL_DIGIT && !(n > 0 && is_pair_word (q, end)); q += symbol.length, n++)
    {
      FzDecimal digit = { symbol.value, 0 };

      zero = zero || (symbol.value == 0 && n > 0);
      fits = fits && fz_number_scale (&sum, 1) && fz_decimal_add (sum, digit, &sum);
    }
  if (symbol.class == FZ_SYMBOL_POWER || (n < 3 && !zero) || (symbol.class == FZ_SYMBOL_DIGIT && fz_symbol_at (q + 3, end).class == FZ_SYMBOL_POWER))
    return 0;
  *value = fits ? sum : (FzDecimal) { -1, 0 };
  return (gsize) (q - p);
}

/* 三两个人 are a few. */
static gboolean
is_a_few (const Reader *r, const char *p, const char *end)
{
  static const char *const behind[] = { "个", "個", "天", "人", "年", "家", "户", "只", "句" };

  for (gsize i = 0; i < G_N_ELEMENTS (behind) && r->pending && r->low.digit == 3 && r->last == 0; i++)
    if (fz_text_at (p + strlen ("两"), end, behind[i]) && !fz_symbol_ware_at (p + strlen ("两"), end))
      return TRUE;
  return FALSE;
}

/* 三千二百两, 四两: behind another numeral 两 is a weight, but in 一两个, 三两个 and
 * where a power follows. */
static gboolean
is_weight (const Reader *r, const char *p, const char *end)
{
  if (is_a_few (r, p, end))
    return FALSE;
  if (!r->any || !is_pair_word (p, end) || (r->pending && r->low.digit == 1))
    return FALSE;
  return fz_symbol_at (p + 3, end).class != FZ_SYMBOL_POWER;
}

static gboolean
goes_on (const Reader *r, FzSymbol symbol, const char *p, const char *end)
{
  switch (symbol.class)
    {
    case FZ_SYMBOL_DIGIT:
      return !r->more && !is_weight (r, p, end);
    case FZ_SYMBOL_TENS:
      return !r->any;
    case FZ_SYMBOL_POWER:
      return !r->any || symbol.value != 3 || !fz_symbol_begins_unit (p, end);
    case FZ_SYMBOL_SEVERAL:
      return !r->more && (symbol.value == 0 || !r->any);
    case FZ_SYMBOL_MORE:
      return r->any && !r->more;
    case FZ_SYMBOL_NONE:
    case FZ_SYMBOL_POINT:
    default:
      return FALSE;
    }
}

static void
take_symbol (Reader *r, FzSymbol symbol, FzNumber *out)
{
  switch (symbol.class)
    {
    case FZ_SYMBOL_DIGIT:
      read_digit (r, symbol.value);
      r->digits = TRUE;
      out->power = 0;
      break;
    case FZ_SYMBOL_TENS:
      read_digit (r, symbol.value);
      read_power (r, 1);
      r->digits = TRUE;
      out->power = 1;
      break;
    case FZ_SYMBOL_POWER:
      if (!r->any && symbol.value > 1)
        out->flags |= FZ_NUMBER_BARE;
      read_power (r, symbol.value);
      out->power = (guint8) MIN (out->power + symbol.value, 100u);
      break;
    case FZ_SYMBOL_SEVERAL:
      read_several (r);
      out->flags |= FZ_NUMBER_VAGUE;
      out->power = 0;
      break;
    case FZ_SYMBOL_MORE:
    case FZ_SYMBOL_NONE:
    case FZ_SYMBOL_POINT:
    default:
      out->flags |= FZ_NUMBER_MORE;
      r->more = TRUE;
      break;
    }
  r->any = TRUE;
}

/* 千把人 are about a thousand.  Returns: the bytes of 把, or 0. */
static gsize
about_at (const Reader *r, const char *p, const char *end)
{
  static const char *const counted[] = { "人", "个", "個", "块", "塊", "元", "斤", "里", "米", "户", "名", "亩", "岁", "家", "头", "公里", "吨" };

  for (gsize i = 0; i < G_N_ELEMENTS (counted) && !r->digits && fz_text_at (p, end, "把"); i++)
    if (fz_text_at (p + strlen ("把"), end, counted[i]))
      return strlen ("把");
  return 0;
}

/* 十来个, 二十来万, 千把人: behind a power of ten, and a larger one may follow. */
static const char *
take_come (const char *p, const char *end, Reader *r, FzNumber *out)
{
  gsize come = r->last > 0 && !r->pending && !r->more ? fz_symbol_come_at (p, end) : 0;
  FzSymbol symbol;

  if (come == 0 && r->last > 0 && !r->pending && !r->more)
    come = about_at (r, p, end);
  if (come == 0)
    return p;
  out->flags |= FZ_NUMBER_VAGUE;
  p += come;
  symbol = fz_symbol_multiplier (p, end);
  if (symbol.class != FZ_SYMBOL_POWER || symbol.value < 4)
    return p;
  take_symbol (r, symbol, out);
  return p + symbol.length;
}

static const char *
read_symbols (const char *p, const char *end, Reader *r, FzNumber *out)
{
  FzSymbol symbol;

  while (goes_on (r, symbol = fz_symbol_at (p, end), p, end))
    {
      take_symbol (r, symbol, out);
      p += symbol.length;
    }
  if (r->digits)
    out->flags &= ~(FzNumberFlags) FZ_NUMBER_BARE;
  return take_come (p, end, r, out);
}

/* 百八十户, 千八百块, 百十号: some hundred, and perhaps a few more.  Returns: the
 * bytes of it, or 0. */
static gsize
about_length (const char *p, const char *end, FzNumber *out)
{
  FzSymbol first = fz_symbol_at (p, end), next;
  const char *q = p + 3;

  if (first.class != FZ_SYMBOL_POWER || first.value < 2 || first.value > 4)
    return 0;
  q += fz_text_at (q, end, "八") ? 3 : 0;
  next = fz_symbol_at (q, end);
  if (next.class != FZ_SYMBOL_POWER || next.value != first.value - 1 || fz_symbol_at (q + 3, end).class != FZ_SYMBOL_NONE ||
      (q == p + 3 && first.value != 2))
    return 0;
  out->flags |= FZ_NUMBER_VAGUE | FZ_NUMBER_BARE;
  out->value = out->top = (FzDecimal) { ten_to (first.value), 0 };
  out->power = (guint8) first.value;
  return (gsize) (q + 3 - p);
}

/**
 * fz_number_read_chinese:
 * @p: where a Chinese numeral stands
 * @end: the end of the text
 * @out: (out): the number; its length is set on failure too
 *
 * Returns: whether it is one, and fits
 */
gboolean
fz_number_read_chinese (const char *p, const char *end, FzNumber *out)
{
  Reader r = { .fits = TRUE };
  const char *q;

  *out = (FzNumber) { .flags = FZ_NUMBER_CHINESE };
  out->length = about_length (p, end, out);
  if (out->length > 0)
    return TRUE;
  out->length = positional_length (p, end, &out->value);
  if (out->length > 0)
    {
      out->top = out->value;
      out->flags |= FZ_NUMBER_DIGITS;
      return out->value.digits >= 0;
    }

  q = read_symbols (p, end, &r, out);
  if (r.n_digits == 2 || r.low.total + r.low.section != r.high.total + r.high.section)
    out->flags |= FZ_NUMBER_PAIR;
  close_digit (&r);
  if (q - p == 3)
    out->flags |= FZ_NUMBER_SINGLE;
  out->length = (gsize) MAX (q - p, 3);
  r.fits = r.fits && total_of (&r.low, &out->value) && total_of (&r.high, &out->top);
  /* 几 alone says too little, 数 alone is a noun. */
  if (!r.fits || (out->flags & FZ_NUMBER_VAGUE && out->flags & FZ_NUMBER_SINGLE))
    return FALSE;

  q = take_fraction (q, end, out, &r.fits);
  out->length = (gsize) (q - p);
  if (!(out->flags & FZ_NUMBER_PAIR))
    out->top = out->value;
  return r.fits;
}
