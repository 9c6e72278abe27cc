/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-rules.h"
#include "fz-numerals-symbols.h"

#include <string.h>

/* Signs and shares of a price:
 *
 *   negative   -3.2%, 负二百三十万元, 零下5℃
 *   discount   八折 is 80 %, 九五折 95 %, 7.5折 75 % */

/* Before 负 it is no sign: 担负, 胜负; behind, a floor: 负二层. */
static const char before_words[] = "担 擔 肩 欺 胜 勝 辜 自 背 抱 正 不 减 減 增";

/* A dash is a sign only before what may be below nothing; 负 before what is
 * measured. */
static gboolean
may_be_negative (const FzCandidate *c, gboolean word)
{
  if (word && (c->kind == FZ_FIGURE_LENGTH || c->kind == FZ_FIGURE_MASS || c->kind == FZ_FIGURE_RATIO))
    return TRUE;
  if (c->kind == FZ_FIGURE_PERCENT || c->kind == FZ_FIGURE_MONEY)
    return TRUE;
  return c->kind == FZ_FIGURE_OTHER && c->base != NULL && (g_str_equal (c->base, "℃") || g_str_equal (c->base, "华氏度"));
}

/* Behind a digit, a letter or a unit it stands between two. */
static gboolean
is_dash_sign (const char *start, const char *dash)
{
  const char *q = dash - fz_char_length_before (start, dash);

  if (dash == start)
    return TRUE;
  return !g_ascii_isalnum (*q) && !fz_text_at (q, dash, "%") && !fz_text_at (q, dash, "％") && !fz_text_at (q, dash, "℃") &&
         !fz_text_at (q, dash, "元") && !fz_text_at (q, dash, "-") && !fz_text_at (q, dash, "—") && !fz_text_at (q, dash, "）") && *q != ')';
}

/* Returns: the bytes of the sign before @p, or 0. */
static gsize
sign_before (const char *start, const char *p, const FzCandidate *c)
{
  static const char *const dashes[] = { "-", "－", "−" };
  static FzWords *words;

  if (!may_be_negative (c, TRUE))
    return 0;
  for (gsize i = 0; may_be_negative (c, FALSE) && i < G_N_ELEMENTS (dashes); i++)
    if (fz_text_before (start, p, dashes[i]))
      return is_dash_sign (start, p - strlen (dashes[i])) ? strlen (dashes[i]) : 0;
  if ((fz_text_before (start, p, "负") || fz_text_before (start, p, "負")) &&
      fz_words_before (fz_words_of_list (&words, before_words), start, p - 3, NULL) == 0)
    return 3;
  return 0;
}

/**
 * fz_candidate_sign:
 * @c: (inout): a candidate whose values are set
 * @start: the start of the text
 *
 * Makes a figure negative that has a sign, which joins its surface, or 零下
 * before it.
 */
void
fz_candidate_sign (FzCandidate *c, const char *start)
{
  const char *p = start + c->start;
  gsize sign = sign_before (start, p, c);
  gboolean below = sign == 0 && may_be_negative (c, FALSE) && c->kind == FZ_FIGURE_OTHER && fz_text_before (start, p, "零下");

  if ((sign == 0 && !below) || c->qualifiers & FZ_QUALIFIER_RANGE)
    return;
  c->start -= sign;
  c->value.digits = -c->value.digits;
  c->max.digits = -c->max.digits;
}

/* 九五 before 折 are two digits, of which the number reader makes nothing. */
static gboolean
tenths_of (const char *p, const FzNumber *number, gboolean fits, FzDecimal *out)
{
  FzSymbol first = fz_symbol_at (p, p + number->length), second = fz_symbol_at (p + 3, p + number->length);

  if (number->length == 6 && first.class == FZ_SYMBOL_DIGIT && second.class == FZ_SYMBOL_DIGIT && first.value > 0)
    {
      *out = (FzDecimal) { first.value * 10 + second.value, 0 };
      return TRUE;
    }
  *out = number->value;
  if (!fits || number->power > 0 || number->flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR | FZ_NUMBER_BARE))
    return FALSE;
  if (fz_decimal_compare (*out, (FzDecimal) { 10, 0 }) < 0)
    return fz_decimal_multiply (*out, (FzDecimal) { 10, 0 }, out);
  return TRUE;
}

/**
 * fz_take_discount:
 * @reading: a reading
 * @p: where a number starts
 * @number: the number
 * @fits: whether it is one
 * @out: (out): the share of the price that is left
 *
 * Returns: whether 八折 or the like stands at @p
 */
gboolean
fz_take_discount (const FzReading *reading, const char *p, FzNumber number, gboolean fits, FzCandidate *out)
{
  static const char others[] = "折扣 折叠 折疊 折合 折旧 折页 折线 折射 折断 折返 折回 折桥 折子 折戏 折大戏 折屏 折算 折腾 折价 折纸 折磨 折服 折伞 折痕";
  static const FzUnit share = { "%", FZ_FIGURE_PERCENT, "%", { 1, 0 }, 0 };
  static FzWords *words;
  const char *end = reading->text + reading->length, *q = p + number.length;
  FzDecimal value;

  if (!fz_text_at (q, end, "折") || fz_words_at (fz_words_of_list (&words, others), q, end, NULL) > 0 ||
      !tenths_of (p, &number, fits, &value) || value.digits <= 0 || fz_decimal_compare (value, (FzDecimal) { 100, 0 }) >= 0)
    return FALSE;
  *out = (FzCandidate) { .number = number, .unit = &share, .rule = "discount", .value = value, .max = value };
  return fz_candidate_finish (reading, out, p, q, q + strlen ("折"));
}
