/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-compound.h"
#include "fz-figures-rules.h"
#include "fz-numerals-symbols.h"

#include <string.h>

/* Money that is told otherwise than by one number and 元:
 *
 *   coins      五元三角二分, 十二块六角七分钱: each coin behind the one before
 *   spoken     2块8, 四块八毛五: the last coin without a word
 *   small      三角五分: the smaller coins alone
 *   sign       ￥128, HK$680, USD 260万: the currency before the number
 *   currency   港币五百万元: which 元 it is
 *   suffix     8k元, 15w元 */

static const struct {
  const char *words;
  FzUnit      unit;
} signs[] = {
  { "￥ ¥ RMB CNY", { "元", FZ_FIGURE_MONEY, "元", { 1, 0 }, 0 } },
  { "HK$ HKD 港币 港幣", { "港元", FZ_FIGURE_MONEY, "港元", { 1, 0 }, 0 } },
  { "NT$ NTD TWD", { "新台币", FZ_FIGURE_MONEY, "新台币", { 1, 0 }, 0 } },
  { "US$ USD $ ＄", { "美元", FZ_FIGURE_MONEY, "美元", { 1, 0 }, 0 } },
  { "S$ SGD", { "新加坡元", FZ_FIGURE_MONEY, "新加坡元", { 1, 0 }, 0 } },
  { "A$ AUD", { "澳元", FZ_FIGURE_MONEY, "澳元", { 1, 0 }, 0 } },
  { "C$ CAD", { "加元", FZ_FIGURE_MONEY, "加元", { 1, 0 }, 0 } },
  { "€ EUR", { "欧元", FZ_FIGURE_MONEY, "欧元", { 1, 0 }, 0 } },
  { "£ ￡ GBP", { "英镑", FZ_FIGURE_MONEY, "英镑", { 1, 0 }, 0 } },
};

FZ_ROW_LEXICON (sign_words, signs)

/* Returns: (nullable): the unit of the currency whose sign or name stands before
 * the number at @p; @length are its bytes, with the space that may follow it */
static const FzUnit *
currency_before (const char *start, const char *p, gsize *length)
{
  const char *q = p > start && p[-1] == ' ' ? p - 1 : p;
  guint row = 0;
  gsize n = fz_words_before (sign_words (), start, q, &row);

  /* A letter before it makes it another word or dollar: MUSD, Z$. */
  if (n == 0 || (q - n > start && g_ascii_isalpha (*(q - n - 1))))
    return NULL;
  *length = n + (gsize) (p - q);
  return &signs[row - 1].unit;
}

/* Whether a sign and no name stands there: it belongs to the surface. */
static gboolean
is_sign (const char *p)
{
  return !fz_byte_is_han (*p);
}

/**
 * fz_take_currency:
 * @reading: a reading
 * @p: where a number starts
 * @number: the number
 * @out: (out): the sum
 *
 * Returns: whether a sign of currency stands before the number
 */
gboolean
fz_take_currency (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out)
{
  const char *end = reading->text + reading->length, *q = p + number.length;
  gsize length, behind = 0;
  /* A Han character is no sign. */
  gboolean han = p - reading->text >= 3 && fz_byte_is_han (p[-3]);
  const FzUnit *currency = han ? NULL : currency_before (reading->text, p, &length), *unit;

  if (currency == NULL || !is_sign (p - length))
    return FALSE;
  unit = fz_unit_at (q, end, &behind);
  if (unit == NULL || unit->kind != FZ_FIGURE_MONEY)
    behind = 0;
  *out = (FzCandidate) {
    .number = number, .unit = currency, .rule = "currency-sign", .value = number.value, .max = number.top,
    .qualifiers = fz_candidate_own_qualifiers (&number, reading->text, p),
  };
  return fz_candidate_finish (reading, out, p - length, q, q + behind);
}

/* 港币五百万元: Returns: the currency that 元 is of, or %NULL. */
const char *
fz_currency_of (const char *start, const char *p, const FzUnit *unit)
{
  gsize length;
  const FzUnit *currency;

  if (unit->kind != FZ_FIGURE_MONEY || unit->base == NULL || !g_str_equal (unit->base, "元"))
    return NULL;
  currency = currency_before (start, p, &length);
  return currency != NULL ? currency->base : NULL;
}

/* 伍 before a coin, where no name and no verb can stand. */
static gboolean
is_cheque_coin (const char *p, const char *end)
{
  guint entry = end - p > 3 && fz_byte_is_wide (*p) ? fz_symbols[fz_code_of_three (p) - FZ_SYMBOL_FIRST] : 0;

  return entry & FZ_SYMBOL_ON_CHEQUES && (entry & FZ_SYMBOL_CLASS) == FZ_SYMBOL_DIGIT && fz_text_at (p + 3, end, "分");
}

/* One numeral from 1 to 9.  Returns: its bytes, or 0. */
static gsize
digit_at (const char *p, const char *end, gint64 *digit)
{
  FzSymbol symbol = fz_symbol_at (p, end);
  char arabic, next;
  gsize length = fz_symbol_arabic_digit (p, end, &arabic);

  if (length > 0)
    {
      *digit = arabic - '0';
      return *digit > 0 && fz_symbol_arabic_digit (p + length, end, &next) == 0 ? length : 0;
    }
  if (is_cheque_coin (p, end))
    {
      *digit = (fz_symbols[fz_code_of_three (p) - FZ_SYMBOL_FIRST] & ~FZ_SYMBOL_ON_CHEQUES) >> FZ_SYMBOL_VALUE;
      return 3;
    }
  *digit = symbol.value;
  return symbol.class == FZ_SYMBOL_DIGIT && symbol.value > 0 ? symbol.length : 0;
}

/* 六角, 七分钱: a coin of 10^-@scale; 毛巾 and 分之 are none.  Returns: its bytes,
 * or 0. */
static gsize
coin_at (const char *p, const char *end, const char *const *names, guint8 scale, FzNumber *number)
{
  FzDecimal part = { .scale = scale };
  gsize length = digit_at (p, end, &part.digits), unit_length;
  const FzUnit *unit = length > 0 ? fz_unit_at (p + length, end, &unit_length) : NULL;

  for (gsize i = 0; unit != NULL && names[i] != NULL; i++)
    if (fz_text_at (p + length, end, names[i]) && (unit_length == strlen (names[i]) || fz_text_at (p + length + unit_length - 3, end, "钱")))
      return fz_decimal_add (number->value, part, &number->value) ? length + strlen (names[i]) : 0;
  return 0;
}

/* 五元八分 is a sum; in 五元一分不退 nothing is. */
static gboolean
closes_sum (const char *p, const char *end)
{
  gint64 digit;
  gsize length = digit_at (p, end, &digit);
  const char *q = p + length + strlen ("分");

  if (length == 0 || q > end)
    return FALSE;
  return q == end || fz_text_at (q, end, "钱") || fz_text_at (q, end, "錢") || !fz_byte_is_han (*q);
}

static gboolean
takes_coins (const FzNumber *number)
{
  return number->value.scale == 0 && number->power < 4 && !(number->flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR));
}

/* 2块8, 四块八毛五; in 2块3米长的 a number with its own unit follows, in 四块二一斤
 * another number. */
static gsize
spoken_part (const char *p, const char *end, guint8 scale, FzNumber *number)
{
  FzDecimal part = { .scale = scale };
  gsize length = digit_at (p, end, &part.digits), unit_length;

  if (length == 0 || fz_symbol_at (p + length, end).class == FZ_SYMBOL_POWER || fz_text_at (p + length, end, "点") ||
      fz_unit_at (p + length, end, &unit_length) != NULL || !fz_decimal_add (number->value, part, &number->value))
    return 0;
  return length;
}

/* Behind 元 or 块: the coins, whatever of them there is.  @spoken: whether tenths
 * may stand without a word.  Returns: the bytes from the unit on, or 0. */
gsize
fz_unit_with_coins (const char *p, const char *end, FzNumber *number, gboolean spoken)
{
  static const char *const tenths[] = { "角", "毛", NULL }, *const hundredths[] = { "分", NULL };
  const char *q = p + strlen ("元");
  gsize length;

  if (!takes_coins (number))
    return 0;
  length = coin_at (q, end, tenths, 1, number);
  q += length;
  if (length > 0 || closes_sum (q, end))
    {
      gsize hundredth = coin_at (q, end, hundredths, 2, number);

      q += hundredth > 0 || !spoken || length == 0 ? hundredth : spoken_part (q, end, 2, number);
    }
  if (q == p + strlen ("元") && spoken)
    q += spoken_part (q, end, 1, number);
  if (q == p + strlen ("元"))
    return 0;
  number->top = number->value;
  return (gsize) (q - p) + (fz_text_at (q, end, "钱") || fz_text_at (q, end, "錢") ? strlen ("钱") : 0);
}

/**
 * fz_unit_of_coins:
 * @p: where 角 may stand
 * @end: the end of the text
 * @number: (inout): the number before it, to which the smaller coins are added
 *
 * 三角五分: the smaller coins alone; 三角 is a shape.
 *
 * Returns: the bytes from 角 on, or 0
 */
gsize
fz_unit_of_coins (const char *p, const char *end, FzNumber *number)
{
  static const char *const hundredths[] = { "分", NULL };
  FzNumber sum = *number;
  gsize length;

  if (!takes_coins (number) || number->value.digits <= 0 || number->value.digits > 9)
    return 0;
  sum.value.scale = 1;
  length = coin_at (p + strlen ("角"), end, hundredths, 2, &sum);
  if (length == 0)
    return 0;
  sum.top = sum.value;
  *number = sum;
  length += strlen ("角");
  return length + (fz_text_at (p + length, end, "钱") || fz_text_at (p + length, end, "錢") ? strlen ("钱") : 0);
}

/* 8k元, 15w元.  Returns: the bytes of the letter, which scales @number. */
gsize
fz_unit_suffix (const char *p, const char *end, FzNumber *number)
{
  static const struct {
    char  letter;
    guint power;
  } suffixes[] = { { 'k', 3 }, { 'K', 3 }, { 'w', 4 }, { 'W', 4 } };
  gsize length;
  const FzUnit *unit = end - p > 1 ? fz_unit_at (p + 1, end, &length) : NULL;

  if (unit == NULL || unit->kind != FZ_FIGURE_MONEY || number->power > 0 || number->flags & FZ_NUMBER_CHINESE)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (*p == suffixes[i].letter)
      {
        if (!fz_number_scale (&number->value, suffixes[i].power))
          return 0;
        number->top = number->value;
        number->flags &= ~(FzNumberFlags) FZ_NUMBER_WHOLE;
        return 1;
      }
  return 0;
}
