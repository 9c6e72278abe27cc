/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-rules.h"

#include <string.h>

/* The unit behind a number, where the words around it decide:
 *
 *   broken     一个半月, 3个多小时: the half or more stands inside the unit
 *   spoken     2块8, 3元5角: prices as people say them
 *   energy     百亿度 are no degrees
 *   distance   走8里山路, which are no wards */

/* 一个半月 is told in months. */
static gsize
broken_unit (const char *p, const char *end, FzNumber *number, const FzUnit **unit)
{
  static const struct {
    const char *words;
    FzUnit      unit;
  } wholes[] = {
    { "月", { "个月", FZ_FIGURE_DURATION, "个月", { 1, 0 }, 0 } },
    { "小时", { "个小时", FZ_FIGURE_DURATION, "个小时", { 1, 0 }, 0 } },
    { "小時", { "個小時", FZ_FIGURE_DURATION, "個小時", { 1, 0 }, 0 } },
    { "世纪", { "个世纪", FZ_FIGURE_DURATION, "个世纪", { 1, 0 }, 0 } },
    { "世紀", { "個世紀", FZ_FIGURE_DURATION, "個世紀", { 1, 0 }, 0 } },
    { "星期", { "个星期", FZ_FIGURE_DURATION, "个星期", { 1, 0 }, 0 } },
    { "学期", { "个学期", FZ_FIGURE_DURATION, "个学期", { 1, 0 }, 0 } },
    { "百分点", { "个百分点", FZ_FIGURE_PERCENT, "个百分点", { 1, 0 }, 0 } },
  };
  gboolean half = fz_text_at (p + 3, end, "半"), more = fz_text_at (p + 3, end, "多");

  if (!half && !more)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (fz_text_at (p + 6, end, wholes[i].words))
      {
        *unit = &wholes[i].unit;
        if (more)
          number->flags |= FZ_NUMBER_MORE;
        else if (!fz_decimal_add (number->value, (FzDecimal) { 5, 1 }, &number->value))
          return 0;
        number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
        return 6 + strlen (wholes[i].words);
      }
  return 0;
}

/* 3元5角: the tenths have a unit of their own. */
static gsize
with_tenths (const char *p, const char *end, FzNumber *number)
{
  FzNumber tenths;

  if (number->power > 0 || number->flags & FZ_NUMBER_MORE || !fz_number_starts_at (p + 3, end) ||
      !fz_number_read (p + 3, end, &tenths) || tenths.value.scale > 0 || tenths.value.digits < 1 ||
      tenths.value.digits > 9 || tenths.power > 0 || !fz_text_at (p + 3 + tenths.length, end, "角"))
    return 0;
  tenths.value.scale = 1;
  if (!fz_decimal_add (number->value, tenths.value, &number->value))
    return 0;
  number->top = number->value;
  return 3 + tenths.length + 3;
}

/* 2块8 is 2.8元; in 2块3米长的 a number with its own unit follows. */
static gsize
spoken_price (const char *p, const char *end, FzNumber *number)
{
  gsize length, unit_length;
  FzNumber tenths;

  if (!fz_number_starts_at (p + 3, end) || !fz_number_read (p + 3, end, &tenths) || tenths.value.scale > 0 ||
      tenths.value.digits < 1 || tenths.value.digits > 9 || tenths.power > 0)
    return 0;
  length = 3 + tenths.length;
  if (fz_text_at (p + length, end, "毛"))
    length += 3;
  else if (fz_unit_at (p + length, end, &unit_length) != NULL)
    return 0;
  tenths.value.scale = 1;
  if (!fz_decimal_add (number->value, tenths.value, &number->value))
    return 0;
  number->top = number->value;
  return length;
}

/* 一斤卖10块, but 奖牌10块. */
static gboolean
is_price (const char *start, const char *number_at, const char *behind, const char *end)
{
  static const char *const words[] = { "卖", "卖到", "赚", "挣", "花", "花了", "收", "付", "价", "贵", "便宜", "斤", "每斤", "要", "才" };
  static const char *const stops[] = { "，", "。", ",", "！", "”", "；", "、", "一斤", "一个", "？" };
  gboolean stop = behind == end;

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    stop = stop || fz_text_at (behind, end, stops[i]);
  for (gsize i = 0; stop && i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, number_at, words[i]))
      return TRUE;
  return FALSE;
}

static const FzUnit *
row_of (const char *word)
{
  gsize length;

  return fz_unit_at (word, word + strlen (word), &length);
}

static gboolean
is_road (const char *p, const char *end)
{
  static const char *const words[] = { "路", "山路", "地", "水路", "土路", "外", "远" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_at (p, end, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * fz_unit_behind:
 * @reading: a reading
 * @p: one past a number
 * @number: (inout): the number, to which 半 多 and the tenths of a price are added
 * @unit_at: (out): where the unit starts
 * @length: (out): its bytes
 *
 * Returns: (transfer none) (nullable): the unit
 */
const FzUnit *
fz_unit_behind (const FzReading *reading, const char *p, FzNumber *number, const char **unit_at, gsize *length)
{
  static const FzUnit li = { "里", FZ_FIGURE_LENGTH, "米", { 500, 0 }, 0 };
  const char *end = reading->text + reading->length, *number_at = p - number->length;
  const FzUnit *unit = NULL;

  p += p < end && *p == ' ';
  *unit_at = p;
  *length = fz_text_at (p, end, "个") || fz_text_at (p, end, "個") ? broken_unit (p, end, number, &unit) : 0;
  if (*length > 0)
    return unit;
  *length = fz_text_at (p, end, "块") || fz_text_at (p, end, "塊") ? spoken_price (p, end, number) : 0;
  if (*length == 0 && fz_text_at (p, end, "元"))
    *length = with_tenths (p, end, number);
  if (*length > 0)
    return row_of ("元");
  unit = fz_unit_at (p, end, length);
  if (unit == NULL)
    return NULL;
  if (fz_text_at (p, end, "块") && *length == 3 && is_price (reading->text, number_at, p + 3, end))
    return row_of ("元");
  if (fz_text_at (p, end, "度") && *length == 3 && number->power >= 4)
    return row_of ("度电");
  return fz_text_at (p, end, "里") && *length == 3 && is_road (p + 3, end) ? &li : unit;
}
