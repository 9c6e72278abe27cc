/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-rules.h"

#include "fz-figures-exclude.h"
#include "fz-numerals-symbols.h"
#include "fz-phrase.h"

#include <string.h>

/* Figures that need no unit behind their number: shares in words and ranks. */

/* 五百分之二 is no percentage. */
static gboolean
follows_numeral (const char *start, const char *p)
{
  const char *q = p - fz_char_length_before (start, p);
  FzSymbolClass class = fz_symbol_at (q, p).class;

  return p > start && (class == FZ_SYMBOL_DIGIT || class == FZ_SYMBOL_TENS);
}

/* 百分之六十到七十.  Returns: the bytes of the upper end, or 0. */
static gsize
take_upper_share (const FzReading *reading, const char *p, const FzNumber *lower, FzCandidate *out)
{
  const char *end = reading->text + reading->length;
  gsize joint = fz_range_mark_at (p, end), length;
  FzNumber upper;

  if (joint == 0 || lower->flags & FZ_NUMBER_SINGLE || !fz_number_starts_at (p + joint, end) || !fz_number_read (p + joint, end, &upper) ||
      (lower->flags ^ upper.flags) & FZ_NUMBER_CHINESE || upper.power > 2 || fz_unit_at (p + joint + upper.length, end, &length) != NULL ||
      fz_decimal_compare (lower->value, upper.value) >= 0)
    return 0;
  out->max = upper.value;
  out->qualifiers |= FZ_QUALIFIER_RANGE;
  return joint + upper.length;
}

/**
 * fz_take_percent_words:
 * @reading: a reading
 * @p: a place in it
 * @out: (out): the share
 *
 * Returns: whether 百分之三十 or the like stands at @p
 */
gboolean
fz_take_percent_words (const FzReading *reading, const char *p, FzCandidate *out)
{
  static const FzUnit percent = { "%", FZ_FIGURE_PERCENT, "%", { 1, 0 }, 0 };
  static const FzUnit permille = { "‰", FZ_FIGURE_PERCENT, "‰", { 1, 0 }, 0 };
  static const FzUnit permyriad = { "‱", FZ_FIGURE_PERCENT, "‱", { 1, 0 }, 0 };
  const char *end = reading->text + reading->length, *q = p + strlen ("百分之");
  gboolean negative = fz_text_at (q, end, "负") || fz_text_at (q, end, "負");
  FzNumber number;

  q += negative ? strlen ("负") : 0;
  if ((!fz_text_at (p, end, "百分之") && !fz_text_at (p, end, "千分之") && !fz_text_at (p, end, "万分之") &&
       !fz_text_at (p, end, "萬分之")) ||
      !fz_number_starts_at (q, end) || !fz_number_read (q, end, &number) || follows_numeral (reading->text, p))
    return FALSE;
  *out = (FzCandidate) {
    .number = number, .rule = "percent-words",
    .value = number.value, .max = number.top,
    .qualifiers = fz_candidate_own_qualifiers (&number, reading->text, q),
  };
  if (fz_text_at (p, end, "百"))
    out->unit = &percent;
  else
    out->unit = fz_text_at (p, end, "千") ? &permille : &permyriad;
  /* 百分之百 is a whole and no guess. */
  if (number.flags & FZ_NUMBER_SINGLE)
    out->qualifiers &= ~(FzQualifiers) FZ_QUALIFIER_APPROX;
  if (number.flags & FZ_NUMBER_PAIR && !negative)
    out->qualifiers |= FZ_QUALIFIER_RANGE;
  if (negative)
    out->value.digits = out->max.digits = -number.value.digits;
  q += number.length;
  return fz_candidate_finish (reading, out, p, q, q + (negative ? 0 : take_upper_share (reading, q, &number, out)));
}

/* To six places: a binary fraction would be no better. */
static gboolean
share_of (gint64 above, gint64 below, FzDecimal *out)
{
  if (__builtin_mul_overflow (above, 1000000, &out->digits))
    return FALSE;
  out->digits = (out->digits + below / 2) / below;
  out->scale = 6;
  return fz_decimal_multiply (*out, (FzDecimal) { 1, 0 }, out);
}

/**
 * fz_take_fraction:
 * @reading: a reading
 * @p: where a number starts
 * @below: the number
 * @out: (out): the share
 *
 * Returns: whether 三分之一 or the like stands at @p
 */
gboolean
fz_take_fraction (const FzReading *reading, const char *p, FzNumber below, FzCandidate *out)
{
  const char *end = reading->text + reading->length, *q = p + below.length;
  FzNumber above;

  if (!fz_text_at (q, end, "分之") || below.value.scale > 0 || below.value.digits < 2)
    return FALSE;
  q += strlen ("分之");
  if (!fz_number_starts_at (q, end) || !fz_number_read (q, end, &above) ||
      above.value.scale > 0 || above.value.digits >= below.value.digits)
    return FALSE;
  /* Rule "round": 四分之一决赛 is the name of one. */
  if (fz_text_at (q + above.length, end, "决赛") || fz_text_at (q + above.length, end, "決賽"))
    return FALSE;
  *out = (FzCandidate) { .number = above, .kind = FZ_FIGURE_RATIO, .rule = "fraction" };
  if (!share_of (above.value.digits, below.value.digits, &out->value))
    return FALSE;
  return fz_candidate_finish (reading, out, p, q + above.length, q + above.length);
}

/* 城乡收入比由1.9:1, 占1/5: as a scale to one, or a share with a stroke; scores,
 * clock times and dates have no such word before them. */
static gboolean
opens_proportion (const char *start, const char *p, gboolean stroke)
{
  static const char *const scales[] = { "比", "比例", "比值", "由", "从", "至", "到", "为", "為", "达", "達", "比为", "比為" };
  static const char *const shares[] = { "的", "占", "约", "近", "超", "过" };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (!stroke && fz_text_before (start, p, scales[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    if (stroke && fz_text_before (start, p, shares[i]))
      return TRUE;
  return FALSE;
}

/* 配比为1:4; 比分 and 以1:4 are scores. */
static gboolean
one_to_many (const char *start, const char *p, const FzNumber *number, const FzNumber *second)
{
  static const char *const words[] = { "比例", "比例为", "比例為", "比例约为", "配比", "配比为", "配比達", "配比达", "之比", "之比为", "之比為", "师生比", "师生比为" };

  if (number->value.digits != 1 || number->value.scale > 0 || second->value.digits > 1000)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, p, words[i]))
      return TRUE;
  return FALSE;
}

/* 1/3的职工, 3/4以上, 1:500的比例: what stands behind makes it a share. */
static gboolean
closes_proportion (const char *q, const char *end, gboolean stroke)
{
  static const char *const shares[] = { "的", "以上", "以下", "左右" }, *const scales[] = { "的比例", "的比率", "的配比", "比例", "配比" };

  for (gsize i = 0; stroke && i < G_N_ELEMENTS (shares); i++)
    if (fz_text_at (q, end, shares[i]))
      return TRUE;
  for (gsize i = 0; !stroke && i < G_N_ELEMENTS (scales); i++)
    if (fz_text_at (q, end, scales[i]))
      return TRUE;
  return FALSE;
}

/* 2023/1/3 and A1/3 are no shares, and 於3/5的 is a day in Taiwan. */
static gboolean
follows_code (const char *start, const char *p)
{
  static const char *const of_days[] = { "於", "于", "在", "到", "至", "從", "从", "自", "日", "月", "、", "～", "及" };

  for (gsize i = 0; i < G_N_ELEMENTS (of_days); i++)
    if (fz_text_before (start, p, of_days[i]))
      return TRUE;
  return p > start && (g_ascii_isalnum (p[-1]) || p[-1] == '/' || p[-1] == '-' || p[-1] == '.' || p[-1] == ':');
}

static gsize
proportion_mark_at (const char *p, const char *end, gboolean *stroke)
{
  static const char *const marks[] = { ":", "：", "∶", "/" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (fz_text_at (p, end, marks[i]))
      {
        *stroke = i == 3;
        return strlen (marks[i]);
      }
  return 0;
}

/**
 * fz_take_proportion:
 * @reading: a reading
 * @p: where a number starts
 * @number: the number
 * @out: (out): the proportion
 *
 * Returns: whether 1.9:1 or 1/5 stands at @p, said to be a proportion
 */
gboolean
fz_take_proportion (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out)
{
  const char *end = reading->text + reading->length, *q = p + number.length;
  gboolean stroke = FALSE, closed;
  gsize mark = proportion_mark_at (q, end, &stroke);
  FzNumber second;

  if (mark == 0 || !fz_number_starts_at (q + mark, end) || !fz_number_read (q + mark, end, &second) ||
      !(second.flags & FZ_NUMBER_WHOLE))
    return FALSE;
  q += mark + second.length;
  closed = closes_proportion (q, end, stroke) && (!stroke || second.value.digits <= 5) && !follows_code (reading->text, p);
  if (!closed && !opens_proportion (reading->text, p, stroke))
    return FALSE;
  if (stroke ? !(number.flags & FZ_NUMBER_WHOLE) || second.value.digits < 2 || second.value.digits > 99 ||
                 number.value.digits >= second.value.digits || fz_text_at (q, end, "/")
             : second.value.digits != 1 && !(closed && number.value.digits == 1 && number.value.scale == 0) && !one_to_many (reading->text, p, &number, &second))
    return FALSE;
  *out = (FzCandidate) { .number = number, .kind = FZ_FIGURE_RATIO, .rule = "proportion", .value = number.value };
  if ((stroke || second.value.digits > 1) && !share_of (number.value.digits, second.value.digits, &out->value))
    return FALSE;
  out->max = out->value;
  return fz_candidate_finish (reading, out, p, q, q);
}

static gboolean
rank_ends (const char *p, const char *end)
{
  static const char *const words[] = {
    "，", "。", "；", "、", "：", "！", "？", ",", ";", ".", "”", "’", "」", ")", "）", "(", "（", "的", "和", "与", "…", "!", "?",
    "方阵", "梯队", "行列", "水平", "强",
  };

  if (p == end || *p == ' ')
    return TRUE;
  if (fz_text_at (p, end, "、第") || fz_text_at (p, end, "和第"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_at (p, end, words[i]))
      return TRUE;
  return FALSE;
}

/* 全国陶瓷行业第一: what is ranked may stand behind the scope. */
static gsize
wide_scope_length (const char *start, const char *from)
{
  static const char *const scopes[] = { "全国", "全國", "全省", "全市", "全县", "全縣", "全球", "世界", "亚洲" };
  const char *end = from, *q = from;

  for (guint n = 0; n < 8 && q > start; n++)
    {
      q -= fz_char_length_before (start, q);
      for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
        if (fz_text_at (q, end, scopes[i]))
          return (gsize) (end - q);
      if (fz_phrase_breaks_at (q, end) || fz_text_at (q, end, "的") || fz_text_at (q, end, "和") ||
          fz_text_at (q, end, "第") || g_ascii_isdigit (*q))
        return 0;
    }
  return 0;
}

/* Returns: the bytes before 第 or 前 that a rank is taken in: 全省, or a place. */
static gsize
scope_length (const FzReading *reading, const char *from)
{
  gsize scope = fz_scope_before (reading->text, from), at = (gsize) (from - reading->text);
  guint i = fz_reading_last (reading->places, at);
  const FzStretch *place = i != FZ_NOT_FOUND ? &g_array_index (reading->places, FzStretch, i) : NULL;

  if (scope == 0 && (place == NULL || place->end != at))
    return wide_scope_length (reading->text, from);
  if (scope > 0)
    return scope;
  return at - place->start;
}

/**
 * fz_take_rank:
 * @reading: a reading
 * @p: where a number starts
 * @number: the number
 * @out: (out): the rank
 *
 * 全省第二, 居全国前三: a scope before 第 or 前, no noun that is numbered behind.
 *
 * Returns: whether it is one
 */
gboolean
fz_take_rank (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out)
{
  const char *start = reading->text, *end = start + reading->length, *q = p + number.length;
  gsize scope;

  if (!fz_text_before (start, p, "第") && !fz_text_before (start, p, "前"))
    return FALSE;
  scope = scope_length (reading, p - 3);
  if (fz_text_at (q, end, "位") || fz_text_at (q, end, "名"))
    q += 3;
  if (scope == 0 || !rank_ends (q, end) || number.flags & (FZ_NUMBER_DIGITS | FZ_NUMBER_BARE))
    return FALSE;

  *out = (FzCandidate) {
    .number = number, .kind = FZ_FIGURE_RANK, .rule = "rank", .value = number.value, .max = number.value,
  };
  return fz_candidate_finish (reading, out, p - 3 - scope, q, q);
}
