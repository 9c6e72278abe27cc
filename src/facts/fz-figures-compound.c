/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-compound.h"

#include "fz-words.h"

#include <string.h>

/* Units in two parts, with a number in each or one within the other:
 *
 *   broken     一个半月, 3个多小时: the half or more stands inside the unit
 *   spoken     2块8, 3元5角: prices as people say them
 *   spans      3小时25分, 三年六个月
 *   heights    1米86
 *   tenths     八成五 */

/* 一个半月 is told in months. */
gsize
fz_unit_broken_unit (const char *p, const char *end, FzNumber *number, const FzUnit **unit)
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
gsize
fz_unit_with_tenths (const char *p, const char *end, FzNumber *number)
{
  FzNumber tenths;

  if (number->power >= 4 || number->flags & FZ_NUMBER_MORE || !fz_number_starts_at (p + 3, end) ||
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
gsize
fz_unit_spoken_price (const char *p, const char *end, FzNumber *number)
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

/* 2小时13分02秒: the seconds stand behind the minutes. */
static const FzUnit *
with_seconds (const char *p, const char *end, FzNumber *number, gsize *length, const FzUnit *unit)
{
  static const FzUnit seconds = { "秒", FZ_FIGURE_DURATION, "秒", { 1, 0 }, 0 };
  const char *q = p + *length;
  FzNumber part;

  if (!fz_text_before (p, q, "分") || !fz_number_starts_at (q, end) || !fz_number_read (q, end, &part) ||
      part.value.scale > 0 || part.value.digits < 0 || part.value.digits > 59 || !fz_text_at (q + part.length, end, "秒"))
    return unit;
  number->value.digits = number->value.digits * 60 + part.value.digits;
  number->top = number->value;
  *length += part.length + 3;
  return &seconds;
}

/* 3小时25分, 三年六个月: told in the smaller unit. */
const FzUnit *
fz_unit_compound_span (const char *p, const char *end, FzNumber *number, gsize *length)
{
  static const struct {
    const char *whole[4];
    const char *part;
    gint64      parts;
    FzUnit      unit;
  } spans[] = {
    { { "小时", "小時", "个小时", NULL }, "分钟", 60, { "分钟", FZ_FIGURE_DURATION, "分钟", { 1, 0 }, 0 } },
    { { "小时", "小時", NULL }, "分鐘", 60, { "分鐘", FZ_FIGURE_DURATION, "分鐘", { 1, 0 }, 0 } },
    { { "小时", "小時", NULL }, "分", 60, { "分", FZ_FIGURE_DURATION, "分", { 1, 0 }, 0 } },
    { { "分钟", "分鐘", "分", NULL }, "秒", 60, { "秒", FZ_FIGURE_DURATION, "秒", { 1, 0 }, 0 } },
    { { "年零", "年", NULL }, "个月", 12, { "个月", FZ_FIGURE_DURATION, "个月", { 1, 0 }, 0 } },
    { { "年", NULL }, "個月", 12, { "個月", FZ_FIGURE_DURATION, "個月", { 1, 0 }, 0 } },
    { { "天", NULL }, "小时", 24, { "小时", FZ_FIGURE_DURATION, "小时", { 1, 0 }, 0 } },
  };

  if (number->value.scale > 0 || number->power > 0 || number->value.digits > 100 || number->flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE))
    return NULL;
  /* How all of them begin. */
  if (!fz_text_at (p, end, "小") && !fz_text_at (p, end, "个") && !fz_text_at (p, end, "分") && !fz_text_at (p, end, "年") &&
      !fz_text_at (p, end, "天"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    for (gsize k = 0; spans[i].whole[k] != NULL; k++)
      {
        const char *q = p + strlen (spans[i].whole[k]);
        FzNumber part;

        if (!fz_text_at (p, end, spans[i].whole[k]) || !fz_number_starts_at (q, end) || !fz_number_read (q, end, &part) ||
            part.value.scale > 0 || part.value.digits < 1 || part.value.digits >= spans[i].parts ||
            part.flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR) || !fz_text_at (q + part.length, end, spans[i].part))
          continue;
        number->value.digits = number->value.digits * spans[i].parts + part.value.digits;
        number->top = number->value;
        number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
        *length = (gsize) (q + part.length - p) + strlen (spans[i].part);
        return with_seconds (p, end, number, length, &spans[i].unit);
      }
  return NULL;
}

/* 1米86, 1米8: the decimals of a height stand behind its unit. */
gsize
fz_unit_with_decimals (const char *p, const char *end, FzNumber *number)
{
  static const char *const behind[] = { "的", "，", "。", "、", "；", "高", "长", "宽", "左右", "以上", "以下" };
  FzDecimal part = { 0 };
  gsize n = 3;

  if (!(number->flags & FZ_NUMBER_WHOLE) || number->value.digits > 9)
    return 0;
  for (; n < 5 && p + n < end && g_ascii_isdigit (p[n]); n++)
    part = (FzDecimal) { part.digits * 10 + p[n] - '0', (guint8) (n - 2) };
  if (part.scale == 0 || (p + n < end && (g_ascii_isdigit (p[n]) || p[n] == '.')))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (behind); i++)
    if (fz_text_at (p + n, end, behind[i]) || p + n == end)
      {
        if (!fz_decimal_add (number->value, part, &number->value))
          return 0;
        number->top = number->value;
        return n;
      }
  return 0;
}

/* 八成五: a tenth of a tenth stands behind. */
gsize
fz_unit_with_hundredth (const char *p, const char *end, FzNumber *number)
{
  FzNumber part;
  gsize length;

  if (!(number->flags & FZ_NUMBER_CHINESE) || !fz_number_starts_at (p + 3, end) || !fz_number_read (p + 3, end, &part) ||
      part.length != 3 || !(part.flags & FZ_NUMBER_CHINESE) || part.value.digits < 1 || part.value.digits > 9 || part.value.scale > 0 ||
      fz_unit_at (p + 6, end, &length) != NULL)
    return 0;
  part.value.scale = 1;
  if (!fz_decimal_add (number->value, part.value, &number->value))
    return 0;
  number->top = number->value;
  number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
  return 6;
}
