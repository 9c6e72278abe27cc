/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-numerals.h"

#include "fz-words.h"

#include <string.h>

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

typedef enum {
  SYMBOL_NONE,
  SYMBOL_DIGIT,
  SYMBOL_POWER,
  SYMBOL_SEVERAL,
  SYMBOL_MORE,
  SYMBOL_POINT,
} SymbolClass;

typedef struct {
  SymbolClass  class;
  guint        value; /* a digit, or a power of ten */
  gsize        length;
} Symbol;

static SymbolClass
classify (gunichar character, guint *value)
{
  switch (character)
    {
    case 0x3007: case 0x96f6:              *value = 0; return SYMBOL_DIGIT;   /* 〇 零 */
    case 0x4e00:                           *value = 1; return SYMBOL_DIGIT;   /* 一 */
    case 0x4e8c: case 0x4e24: case 0x5169: *value = 2; return SYMBOL_DIGIT;   /* 二 两 兩 */
    case 0x4e09:                           *value = 3; return SYMBOL_DIGIT;   /* 三 */
    case 0x56db:                           *value = 4; return SYMBOL_DIGIT;   /* 四 */
    case 0x4e94:                           *value = 5; return SYMBOL_DIGIT;   /* 五 */
    case 0x516d:                           *value = 6; return SYMBOL_DIGIT;   /* 六 */
    case 0x4e03:                           *value = 7; return SYMBOL_DIGIT;   /* 七 */
    case 0x516b:                           *value = 8; return SYMBOL_DIGIT;   /* 八 */
    case 0x4e5d:                           *value = 9; return SYMBOL_DIGIT;   /* 九 */
    case 0x5341:                           *value = 1; return SYMBOL_POWER;   /* 十 */
    case 0x767e:                           *value = 2; return SYMBOL_POWER;   /* 百 */
    case 0x5343:                           *value = 3; return SYMBOL_POWER;   /* 千 */
    case 0x4e07: case 0x842c:              *value = 4; return SYMBOL_POWER;   /* 万 萬 */
    case 0x4ebf: case 0x5104:              *value = 8; return SYMBOL_POWER;   /* 亿 億 */
    case 0x51e0: case 0x5e7e:              *value = 0; return SYMBOL_SEVERAL; /* 几 幾 */
    case 0x6570: case 0x6578:              *value = 1; return SYMBOL_SEVERAL; /* 数 數 */
    case 0x4f59: case 0x9918: case 0x591a: *value = 0; return SYMBOL_MORE;    /* 余 餘 多 */
    case 0x70b9: case 0x9ede:              *value = 0; return SYMBOL_POINT;   /* 点 點 */
    default:                               *value = 0; return SYMBOL_NONE;
    }
}

static Symbol
symbol_at (const char *p, const char *end)
{
  const guchar *b = (const guchar *) p;
  Symbol symbol = { SYMBOL_NONE, 0, 3 };

  /* All of them have three bytes. */
  if (end - p < 3 || b[0] < 0xe3 || b[0] > 0xe9)
    return symbol;
  symbol.class = classify ((gunichar) ((b[0] & 0x0f) << 12 | (b[1] & 0x3f) << 6 | (b[2] & 0x3f)),
                           &symbol.value);
  return symbol;
}

/* 千瓦 is a unit; in 5千瓦 there is no multiplier. */
static gboolean
begins_unit (const char *p, const char *end)
{
  static const char *const units[] = {
    "千瓦", "千米", "千克", "千卡", "千赫", "千帕", "千伏", "千字节",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (fz_text_at (p, end, units[i]))
      return TRUE;
  return FALSE;
}

static Symbol
multiplier_at (const char *p, const char *end)
{
  Symbol symbol = symbol_at (p, end);

  if (symbol.class != SYMBOL_POWER || (symbol.value == 3 && begins_unit (p, end)))
    symbol.class = SYMBOL_NONE;
  return symbol;
}

static gsize
digit_at (const char *p, const char *end, char *digit)
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
  Symbol symbol;

  if (p < end && (guchar) *p < 0x80)
    return g_ascii_isdigit (*p);
  if (digit_at (p, end, &digit) > 0)
    return TRUE;
  symbol = symbol_at (p, end);
  return symbol.class >= SYMBOL_DIGIT && symbol.class <= SYMBOL_SEVERAL;
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

/* Arabic */

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

  while ((length = digit_at (p, end, &digit)) > 0)
    {
      if (digits->n + 1 < sizeof (digits->text))
        digits->text[digits->n++] = digit;
      else
        digits->fits = FALSE;
      p += length;
    }
  return p;
}

/* A comma groups only where it stands before exactly three digits. */
static gboolean
group_at (const char *p, const char *end)
{
  char digit;

  if (end - p < 4 || *p != ',')
    return FALSE;
  for (gsize i = 1; i <= 3; i++)
    if (!g_ascii_isdigit (p[i]))
      return FALSE;
  return digit_at (p + 4, end, &digit) == 0;
}

static const char *
take_mantissa (const char *p, const char *end, Digits *digits, gboolean *whole)
{
  gsize point = 0;
  char digit;

  p = take_digits (p, end, digits);
  if (digits->n <= 3 && digits->text[0] != '0')
    while (group_at (p, end))
      {
        p = take_digits (p + 1, end, digits);
        *whole = FALSE;
      }

  if (fz_text_at (p, end, "."))
    point = 1;
  else if (fz_text_at (p, end, "．"))
    point = 3;
  if (point > 0 && digit_at (p + point, end, &digit) > 0 && digits->n + 1 < sizeof (digits->text))
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
  Symbol symbol = symbol_at (p, end);

  if (symbol.class == SYMBOL_MORE)
    number->flags |= FZ_NUMBER_MORE;
  else if (symbol.class == SYMBOL_SEVERAL && symbol.value == 0)
    number->flags |= FZ_NUMBER_VAGUE;
  else
    return p;
  return p + symbol.length;
}

static const char *
take_multipliers (const char *p, const char *end, FzNumber *number, gboolean *fits)
{
  const char *q = p + (p < end && *p == ' ');
  Symbol symbol;

  if (multiplier_at (q, end).class == SYMBOL_NONE)
    return p;
  while ((symbol = multiplier_at (q, end)).class == SYMBOL_POWER)
    {
      *fits = *fits && fz_number_scale (&number->value, symbol.value);
      number->power = (guint8) MIN (number->power + symbol.value, 100u);
      q += symbol.length;
    }
  return q;
}

static gboolean read_arabic (const char *p, const char *end, FzNumber *out, guint below);

/* 3億2000萬: what follows must be of a lower order. */
static const char *
take_lower_order (const char *p, const char *end, FzNumber *number)
{
  FzNumber lower;
  FzDecimal limit = { 1, 0 };
  char digit;

  if (number->power < 4 || number->power > 16 || (number->flags & FZ_NUMBER_MORE) || digit_at (p, end, &digit) == 0)
    return p;
  if (!read_arabic (p, end, &lower, number->power) || !fz_number_scale (&limit, number->power) ||
      fz_decimal_compare (lower.value, limit) >= 0 ||
      !fz_decimal_add (number->value, lower.value, &number->value))
    return p;

  number->flags |= lower.flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE);
  number->power = lower.power;
  return p + lower.length;
}

/* @below: the order of the number that this one is the rest of, which bounds
 * the depth: 8, 4, 0. */
static gboolean
read_arabic (const char *p, const char *end, FzNumber *out, guint below)
{
  Digits digits = { .fits = TRUE };
  gboolean whole = TRUE, fits;
  const char *q = take_mantissa (p, end, &digits, &whole);

  *out = (FzNumber) { 0 };
  fits = digits.fits && fz_decimal_parse (digits.text, (gssize) digits.n, &out->value);
  q = take_more (q, end, out);
  q = take_multipliers (q, end, out, &fits);
  if (out->power < below)
    q = take_lower_order (q, end, out);
  if (!(out->flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE)))
    q = take_more (q, end, out);

  if (whole && out->power == 0 && out->flags == 0)
    out->flags = FZ_NUMBER_WHOLE;
  out->top = out->value;
  out->length = (gsize) (q - p);
  return fits;
}

/* Chinese */

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
  Symbol symbol;

  if (symbol_at (p, end).class != SYMBOL_POINT || symbol_at (q, end).class != SYMBOL_DIGIT)
    return p;
  for (; (symbol = symbol_at (q, end)).class == SYMBOL_DIGIT; q += symbol.length)
    {
      FzDecimal part = { symbol.value, 0 };

      part.scale = (guint8) MIN (scale + 1, 12);
      *fits = *fits && ++scale <= 12 && fz_decimal_add (out->value, part, &out->value);
    }
  if (symbol.class == SYMBOL_POWER && symbol.value < 4)
    return p;
  out->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
  return take_multipliers (q, end, out, fits);
}

/* Digits one by one, as years are written; one or two are an ordinary number. */
static gsize
positional_length (const char *p, const char *end, FzDecimal *value)
{
  FzDecimal sum = { 0 };
  gboolean zero = FALSE, fits = TRUE;
  guint n = 0;
  const char *q = p;
  Symbol symbol;

  for (; (symbol = symbol_at (q, end)).class == SYMBOL_DIGIT; q += symbol.length, n++)
    {
      FzDecimal digit = { symbol.value, 0 };

      zero = zero || (symbol.value == 0 && n > 0);
      fits = fits && fz_number_scale (&sum, 1) && fz_decimal_add (sum, digit, &sum);
    }
  if (symbol.class == SYMBOL_POWER || (n < 3 && !zero))
    return 0;
  *value = fits ? sum : (FzDecimal) { -1, 0 };
  return (gsize) (q - p);
}

static const char *
read_symbols (const char *p, const char *end, Reader *r, FzNumber *out)
{
  gboolean digits_seen = FALSE;

  for (;;)
    {
      Symbol symbol = symbol_at (p, end);

      if (symbol.class == SYMBOL_NONE || symbol.class == SYMBOL_POINT ||
          (symbol.class == SYMBOL_POWER && r->any && symbol.value == 3 && begins_unit (p, end)))
        break;
      if (out->flags & FZ_NUMBER_MORE && symbol.class != SYMBOL_POWER)
        break;
      if (symbol.class == SYMBOL_MORE && !r->any)
        break;

      switch (symbol.class)
        {
        case SYMBOL_DIGIT:
          read_digit (r, symbol.value);
          digits_seen = TRUE;
          break;
        case SYMBOL_POWER:
          if (!r->any && symbol.value > 1)
            out->flags |= FZ_NUMBER_BARE;
          read_power (r, symbol.value);
          out->power = (guint8) MIN (out->power + symbol.value, 100u);
          break;
        case SYMBOL_SEVERAL:
          if (symbol.value == 1 && r->any)
            return p;
          read_several (r);
          out->flags |= FZ_NUMBER_VAGUE;
          break;
        default:
          out->flags |= FZ_NUMBER_MORE;
          break;
        }
      if (symbol.class != SYMBOL_POWER && symbol.class != SYMBOL_MORE)
        out->power = 0;
      r->any = TRUE;
      p += symbol.length;
    }
  if (digits_seen)
    out->flags &= ~(FzNumberFlags) FZ_NUMBER_BARE;
  return p;
}

static gboolean
read_chinese (const char *p, const char *end, FzNumber *out)
{
  Reader r = { .fits = TRUE };
  const char *q;

  *out = (FzNumber) { .flags = FZ_NUMBER_CHINESE };
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

  if (digit_at (p, end, &digit) > 0)
    return read_arabic (p, end, out, 100);
  return read_chinese (p, end, out);
}
