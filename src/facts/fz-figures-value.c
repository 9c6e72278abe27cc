/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-rules.h"

#include "fz-figures-exclude.h"

#include <string.h>

/* What a number with its unit is worth in base units, and how exact it is. */

/* 时速60公里 */
static gboolean
speed_before (const char *start, const char *p)
{
  static const char *const words[] = { "时速", "時速", "车速", "車速", "每小时", "每小時" };
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

/**
 * fz_candidate_own_qualifiers:
 * @number: a number
 * @start: the start of the text
 * @p: where the number starts
 *
 * Returns: what the number itself says of how exact it is
 */
FzQualifiers
fz_candidate_own_qualifiers (const FzNumber *number, const char *start, const char *p)
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

/* 华氏101度, 摄氏36度, 零下12度: what stands before the number tells the scale. */
static void
temper (FzCandidate *c, const char *start, const char *p)
{
  static const struct {
    const char *word;
    const char *base;
  } scales[] = {
    { "华氏", "华氏度" }, { "華氏", "华氏度" }, { "华氏温度", "华氏度" }, { "摄氏", "℃" }, { "攝氏", "℃" }, { "摄氏温度", "℃" },
    { "零下", "℃" }, { "零上", "℃" },
  };

  if (!fz_text_at (start + c->unit_start, start + c->end, "度") || c->kind != FZ_FIGURE_OTHER || c->base != NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (fz_text_before (start, p, scales[i].word))
      c->base = scales[i].base;
}

/* What a rate is taken of where no unit of the table stands there. */
static gsize
divisor_at (const char *p, const char *end)
{
  static const char *const words[] = { "日", "月", "时", "時", "分", "秒", "升", "百公里", "百千米", "L", "h", "d", "a" };
  gsize length;

  if (fz_unit_at (p, end, &length) != NULL)
    return length;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_at (p, end, words[i]))
      return strlen (words[i]);
  return 0;
}

static gboolean
is_measure (const char *p, const char *end)
{
  gsize length;
  const FzUnit *unit = fz_unit_at (p, end, &length);

  return unit != NULL && (unit->kind == FZ_FIGURE_AREA || unit->kind == FZ_FIGURE_VOLUME || unit->kind == FZ_FIGURE_MASS ||
                          unit->kind == FZ_FIGURE_ENERGY || fz_text_at (p, end, "小时") || fz_text_at (p, end, "秒"));
}

static gboolean
ends_clause (const char *p, const char *end)
{
  static const char *const marks[] = { "，", "。", "；", "、", ",", ";", "）", ")", "！", "”", "的" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (fz_text_at (p, end, marks[i]))
      return TRUE;
  return p == end;
}

/* 元/吨, 元每平方米: Returns: the bytes behind the unit that make it a rate. */
static gsize
rate_length (const char *p, const char *end, gboolean is_count)
{
  gsize stroke = fz_text_at (p, end, "/") ? 1 : fz_text_at (p, end, "／") ? 3 : 0, length;

  if (stroke > 0)
    {
      length = divisor_at (p + stroke, end);
      /* 10名/月薪 are two things. */
      if (length > 0 && (is_count || length <= 3) && !ends_clause (p + stroke + length, end) && fz_unit_at (p + stroke, end, &length) == NULL)
        return 0;
      return length > 0 ? stroke + length : 0;
    }
  if (!fz_text_at (p, end, "每") || !is_measure (p + 3, end))
    return 0;
  length = divisor_at (p + 3, end);
  return ends_clause (p + 3 + length, end) ? 3 + length : 0;
}

static gboolean
take_rate (const FzReading *reading, FzCandidate *c)
{
  const char *end = reading->text + reading->length;
  gsize length = c->unit->kind == FZ_FIGURE_PERCENT ? 0 : rate_length (reading->text + c->end, end, c->kind == FZ_FIGURE_COUNT);

  if (length == 0)
    return FALSE;
  c->end += length;
  c->rate = TRUE;
  c->base = NULL;
  if (c->kind != FZ_FIGURE_MONEY && c->kind != FZ_FIGURE_COUNT && c->kind != FZ_FIGURE_SPEED)
    c->kind = FZ_FIGURE_OTHER;
  return TRUE;
}

/**
 * fz_candidate_finish:
 * @reading: a reading
 * @c: (inout): a candidate whose number and unit are set
 * @p: where its surface starts
 * @unit_at: where its unit starts
 * @behind: one past its surface
 *
 * Sets where the candidate stands and turns its values into base units.
 *
 * Returns: whether they fit
 */
gboolean
fz_candidate_finish (const FzReading *reading, FzCandidate *c, const char *p, const char *unit_at, const char *behind)
{
  c->start = (gsize) (p - reading->text);
  c->unit_start = (gsize) (unit_at - reading->text);
  c->end = (gsize) (behind - reading->text);
  if (c->unit == NULL)
    return TRUE;

  c->kind = c->unit->kind;
  c->base = c->unit->base;
  if (take_rate (reading, c))
    return TRUE;
  if (c->kind == FZ_FIGURE_LENGTH && speed_before (reading->text, p))
    {
      c->kind = FZ_FIGURE_SPEED;
      c->base = "公里/小时";
      c->rule = "speed";
      return TRUE;
    }
  if (fz_currency_of (reading->text, p, c->unit) != NULL)
    c->base = fz_currency_of (reading->text, p, c->unit);
  temper (c, reading->text, p);
  fz_candidate_sign (c, reading->text);
  return fz_decimal_multiply (c->value, c->unit->factor, &c->value) &&
         fz_decimal_multiply (c->max, c->unit->factor, &c->max);
}
