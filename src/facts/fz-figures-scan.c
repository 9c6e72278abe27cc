/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-scan.h"

#include "fz-figures-exclude.h"

#include <string.h>

/* Which numbers of a text are figures.
 *
 * A figure is a number with a unit or classifier behind it, or a rank.  Rules,
 * by the names that figures carry:
 *
 *   arabic-unit      260件, 7.5亿元, 1.2万人次
 *   chinese-unit     四家, 五千多年, 数千万元; 一 alone says nothing
 *   range            3至6个月, 10%-20%
 *   rank             全省第二, 全国前三
 *   percent-words    百分之三十
 *   fraction         三分之一
 *   speed            时速60公里
 *
 * None are dates, clock times, ordinals, numbers in names and quoted slogans,
 * and the fixed words of fz-figures-exclude. */

static const char *
skip_space (const char *p, const char *end)
{
  return p < end && *p == ' ' ? p + 1 : p;
}

/* 时速60公里 */
static gboolean
speed_before (const char *start, const char *p)
{
  static const char *const words[] = { "时速", "時速", "车速", "車速" };
  static const char *const between[] = { "约", "約", "达", "達", "为", "為", "可达", "达到", "超过", "超", "近", "最高" };

  for (guint n = 0; n < 3; n++)
    for (gsize i = 0; i < G_N_ELEMENTS (between); i++)
      if (fz_text_before (start, p, between[i]))
        {
          p -= strlen (between[i]);
          break;
        }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, p, words[i]))
      return TRUE;
  return FALSE;
}

/* 一个半月, 3个多小时: the half or more stands inside the unit. */
static gsize
broken_unit (const char *p, const char *end, FzNumber *number, const FzUnit **unit)
{
  static const char *const wholes[] = { "月", "小时", "小時", "世纪", "世紀", "百分点", "學期", "学期", "星期" };
  gboolean half, more;
  gsize length;

  if (!fz_text_at (p, end, "个") && !fz_text_at (p, end, "個"))
    return 0;
  half = fz_text_at (p + 3, end, "半");
  more = fz_text_at (p + 3, end, "多");
  if (!half && !more)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (fz_text_at (p + 6, end, wholes[i]))
      {
        *unit = fz_unit_at ("个月", "个月" + 6, &length);
        if (more)
          number->flags |= FZ_NUMBER_MORE;
        else if (!fz_decimal_add (number->value, (FzDecimal) { 5, 1 }, &number->value))
          return 0;
        number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
        return 6 + strlen (wholes[i]);
      }
  return 0;
}

static const FzUnit *
unit_behind (const char *p, const char *end, FzNumber *number, const char **unit_at, gsize *length)
{
  const FzUnit *unit = NULL;

  *unit_at = skip_space (p, end);
  *length = broken_unit (*unit_at, end, number, &unit);
  if (*length > 0)
    return unit;
  return fz_unit_at (*unit_at, end, length);
}

static gsize
separator_at (const char *p, const char *end)
{
  static const char *const words[] = { "至", "到", "—", "–", "-", "~", "～", "－", "~" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_at (p, end, words[i]))
      return strlen (words[i]);
  return 0;
}

typedef struct {
  const char *start;      /* of the surface */
  const char *unit_at;
  const char *behind;     /* one past the surface */
  FzNumber    lower, upper;
  const FzUnit *unit;
} Range;

/* 3至5万: the lower end takes the multiplier of the upper one. */
static gboolean
share_power (FzNumber *lower, const FzNumber *upper, gboolean own_unit)
{
  FzDecimal scaled = lower->value;

  if (own_unit || lower->power > 0 || upper->power == 0)
    return TRUE;
  if (!fz_number_scale (&scaled, upper->power))
    return FALSE;
  if (fz_decimal_compare (scaled, upper->value) < 0)
    lower->value = scaled;
  return TRUE;
}

static gboolean
range_at (const FzReading *reading, const char *p, FzNumber lower, Range *out)
{
  const char *end = reading->text + reading->length, *q = p + lower.length, *own_at;
  gsize own_length, separator, length;
  const FzUnit *own = unit_behind (q, end, &lower, &own_at, &own_length);
  FzNumber upper;

  q = own != NULL ? own_at + own_length : q;
  separator = separator_at (q, end);
  if (separator == 0 || fz_text_before (reading->text, p, "从") || fz_text_before (reading->text, p, "由"))
    return FALSE;
  q += separator;
  if (!fz_number_starts_at (q, end) || !fz_number_read (q, end, &upper) ||
      (lower.flags ^ upper.flags) & FZ_NUMBER_CHINESE)
    return FALSE;
  out->unit = unit_behind (q + upper.length, end, &upper, &out->unit_at, &length);
  if (out->unit == NULL || (own != NULL && own != out->unit) ||
      !share_power (&lower, &upper, own != NULL) ||
      fz_decimal_compare (lower.value, upper.value) >= 0)
    return FALSE;

  out->start = p;
  out->behind = out->unit_at + length;
  out->lower = lower;
  out->upper = upper;
  return !(out->unit->flags & FZ_UNIT_YEAR && fz_year_is_date (&upper, out->behind, end));
}

static FzQualifiers
own_qualifiers (const FzNumber *number, const char *start, const char *p)
{
  FzQualifiers qualifiers = 0;

  if (number->flags & FZ_NUMBER_MORE)
    qualifiers |= FZ_QUALIFIER_OVER;
  if (number->flags & (FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR))
    qualifiers |= FZ_QUALIFIER_APPROX;
  if (number->flags & FZ_NUMBER_BARE && !fz_near_before (start, p) && !(number->flags & FZ_NUMBER_MORE))
    qualifiers |= FZ_QUALIFIER_APPROX;
  return qualifiers;
}

/* 零下5℃, -5℃ */
static void
below_zero (FzCandidate *c, const char *start, const char *p)
{
  if (c->kind == FZ_FIGURE_OTHER && c->base != NULL && g_str_equal (c->base, "℃") &&
      (fz_text_before (start, p, "零下") || fz_text_before (start, p, "-") || fz_text_before (start, p, "－")))
    {
      c->value.digits = -c->value.digits;
      c->max.digits = -c->max.digits;
    }
}

static gboolean
finish (const FzReading *reading, FzCandidate *c, const char *p, const char *unit_at, const char *behind)
{
  c->start = (gsize) (p - reading->text);
  c->unit_start = (gsize) (unit_at - reading->text);
  c->end = (gsize) (behind - reading->text);
  if (c->unit == NULL)
    return TRUE;

  c->kind = c->unit->kind;
  c->base = c->unit->base;
  if (c->kind == FZ_FIGURE_LENGTH && speed_before (reading->text, p))
    {
      c->kind = FZ_FIGURE_SPEED;
      c->base = "公里/小时";
      c->rule = "speed";
      return TRUE;
    }
  below_zero (c, reading->text, p);
  return fz_decimal_multiply (c->value, c->unit->factor, &c->value) &&
         fz_decimal_multiply (c->max, c->unit->factor, &c->max);
}

static gboolean
take_range (const FzReading *reading, const Range *range, FzCandidate *out)
{
  if (!fz_is_quantity (reading, range->start, &range->upper, range->unit, range->unit_at, range->behind))
    return FALSE;
  *out = (FzCandidate) {
    .number = range->upper, .unit = range->unit, .rule = "range",
    .value = range->lower.value, .max = range->upper.value,
    .qualifiers = FZ_QUALIFIER_RANGE | own_qualifiers (&range->upper, reading->text, range->start),
  };
  return finish (reading, out, range->start, range->unit_at, range->behind);
}

/* 百亿度 are no degrees. */
static const FzUnit *
energy_of (const FzUnit *unit, const FzNumber *number)
{
  gsize length;

  if (unit == NULL || number->power < 4 || unit != fz_unit_at ("度", "度" + 3, &length))
    return unit;
  return fz_unit_at ("度电", "度电" + 6, &length);
}

static gboolean
take_single (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out)
{
  const char *end = reading->text + reading->length, *unit_at;
  gsize length;
  const FzUnit *unit = unit_behind (p + number.length, end, &number, &unit_at, &length);

  unit = energy_of (unit, &number);
  if (unit == NULL || !fz_is_quantity (reading, p, &number, unit, unit_at, unit_at + length))
    return FALSE;
  *out = (FzCandidate) {
    .number = number, .unit = unit,
    .rule = number.flags & FZ_NUMBER_CHINESE ? "chinese-unit" : "arabic-unit",
    .value = number.value, .max = number.top,
    .qualifiers = own_qualifiers (&number, reading->text, p),
  };
  if (number.flags & FZ_NUMBER_PAIR)
    out->qualifiers |= FZ_QUALIFIER_RANGE;
  return finish (reading, out, p, unit_at, unit_at + length);
}

/* 百分之三十 */
static gboolean
take_percent_words (const FzReading *reading, const char *p, FzCandidate *out)
{
  static const FzUnit percent = { "%", FZ_FIGURE_PERCENT, "%", { 1, 0 }, 0 };
  static const FzUnit permille = { "‰", FZ_FIGURE_PERCENT, "‰", { 1, 0 }, 0 };
  const char *end = reading->text + reading->length, *q = p + strlen ("百分之");
  FzNumber number;

  if ((!fz_text_at (p, end, "百分之") && !fz_text_at (p, end, "千分之")) ||
      !fz_number_starts_at (q, end) || !fz_number_read (q, end, &number))
    return FALSE;
  *out = (FzCandidate) {
    .number = number, .unit = fz_text_at (p, end, "百") ? &percent : &permille, .rule = "percent-words",
    .value = number.value, .max = number.top,
    .qualifiers = own_qualifiers (&number, reading->text, q),
  };
  return finish (reading, out, p, q + number.length, q + number.length);
}

/* 三分之一, to six places: a binary fraction would be no better. */
static gboolean
take_fraction (const FzReading *reading, const char *p, FzNumber below, FzCandidate *out)
{
  const char *end = reading->text + reading->length, *q = p + below.length;
  FzNumber above;

  if (!fz_text_at (q, end, "分之") || below.value.scale > 0 || below.value.digits < 2)
    return FALSE;
  q += strlen ("分之");
  if (!fz_number_starts_at (q, end) || !fz_number_read (q, end, &above) ||
      above.value.scale > 0 || above.value.digits >= below.value.digits)
    return FALSE;
  *out = (FzCandidate) { .number = above, .kind = FZ_FIGURE_RATIO, .rule = "fraction" };
  if (__builtin_mul_overflow (above.value.digits, 1000000, &out->value.digits))
    return FALSE;
  out->value.digits = (out->value.digits + below.value.digits / 2) / below.value.digits;
  out->value.scale = 6;
  if (!fz_decimal_multiply (out->value, (FzDecimal) { 1, 0 }, &out->value))
    return FALSE;
  return finish (reading, out, p, q + above.length, q + above.length);
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

/* 全省第二, 居全国前三: a scope before 第 or 前, no noun that is numbered behind. */
static gboolean
take_rank (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out)
{
  const char *start = reading->text, *end = start + reading->length, *q = p + number.length, *from = p - 3;
  gsize scope;
  guint place;

  if (!fz_text_before (start, p, "第") && !fz_text_before (start, p, "前"))
    return FALSE;
  scope = fz_scope_before (start, from);
  place = fz_reading_last (reading->places, (gsize) (from - start));
  if (scope == 0 && from > start && place != FZ_NOT_FOUND &&
      g_array_index (reading->places, FzStretch, place).end == (gsize) (from - start))
    scope = (gsize) (from - start) - g_array_index (reading->places, FzStretch, place).start;
  if (scope == 0)
    return FALSE;
  if (fz_text_at (q, end, "位") || fz_text_at (q, end, "名"))
    q += 3;
  if (!rank_ends (q, end) || number.flags & (FZ_NUMBER_DIGITS | FZ_NUMBER_BARE))
    return FALSE;

  *out = (FzCandidate) {
    .number = number, .kind = FZ_FIGURE_RANK, .rule = "rank", .value = number.value, .max = number.value,
  };
  return finish (reading, out, from - scope, q, q);
}

/* Returns: whether a figure stands at @p; @behind is where to go on. */
static gboolean
take_at (const FzReading *reading, const char *p, FzCandidate *out, const char **behind)
{
  const char *start = reading->text, *end = start + reading->length;
  gsize fixed;
  FzNumber number;
  Range range;
  gboolean fits;

  if (take_percent_words (reading, p, out))
    return TRUE;
  fits = fz_number_read (p, end, &number);
  *behind = p + number.length;
  if (fits && take_rank (reading, p, number, out))
    return TRUE;
  if (fits && number.flags & FZ_NUMBER_CHINESE && take_fraction (reading, p, number, out))
    return TRUE;
  fixed = fz_fixed_word_at (p, end);
  if (fixed > 0 && !fz_near_before (start, p) && fixed >= number.length)
    {
      *behind = p + MAX (fixed, number.length);
      return FALSE;
    }
  if (!fits || fz_ordinal_before (start, p))
    return FALSE;
  if (!(number.flags & FZ_NUMBER_CHINESE) && (fz_in_code (start, p, *behind, end) || fz_in_ordinals (start, p)))
    return FALSE;
  if (range_at (reading, p, number, &range))
    {
      *behind = range.behind;
      return take_range (reading, &range, out);
    }
  return take_single (reading, p, number, out);
}

/**
 * fz_candidate_next:
 * @reading: a reading
 * @position: (inout): where to look on from; 0 at first
 * @out: (out): the figure found
 *
 * Finds the next figure of the block.  Each place is read at most a few times,
 * however long a number is.
 *
 * Returns: whether there was one
 */
gboolean
fz_candidate_next (const FzReading *reading, gsize *position, FzCandidate *out)
{
  const char *end = reading->text + reading->length;
  const char *p = reading->text + *position;

  while (p < end)
    {
      const char *behind = p;
      gboolean found;

      if (!fz_number_starts_at (p, end) ||
          ((fz_text_at (p, end, "数") || fz_text_at (p, end, "數")) && fz_counting_noun_before (reading->text, p + 3)))
        {
          p += fz_char_length_at (p, end);
          continue;
        }
      found = take_at (reading, p, out, &behind);
      if (found)
        behind = reading->text + out->end;
      p = MAX (behind, p + fz_char_length_at (p, end));
      if (found && !fz_reading_in_name (reading, out->start) &&
          !fz_reading_in_place (reading, out->unit_start, out->end) &&
          (out->kind == FZ_FIGURE_RANK || !fz_reading_in_place (reading, out->start, out->end)))
        {
          *position = (gsize) (p - reading->text);
          return TRUE;
        }
    }
  *position = reading->length;
  return FALSE;
}
