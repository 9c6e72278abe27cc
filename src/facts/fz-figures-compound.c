/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-compound.h"

#include "fz-numerals-symbols.h"

#include "fz-words.h"

#include <string.h>

/* Units in two parts, with a number in each or one within the other:
 *
 *   broken     一个半月, 3个多小时: the half or more stands inside the unit
 *   spans      3小时25分, 三年六个月
 *   heights    1米86
 *   weights    一斤二两
 *   tenths     八成五
 *   halves     三斤半, 两天半, 七成半: half of the unit stands behind it */

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

/* One or two digits, Arabic or Chinese as @number is.  Returns: their bytes. */
static gsize
decimals_at (const char *p, const char *end, const FzNumber *number, FzDecimal *part)
{
  gsize n = 0;

  *part = (FzDecimal) { 0 };
  while (part->scale < 2)
    {
      FzSymbol symbol = fz_symbol_at (p + n, end);
      gboolean arabic = p + n < end && g_ascii_isdigit (p[n]);

      if (number->flags & FZ_NUMBER_CHINESE ? symbol.class != FZ_SYMBOL_DIGIT : !arabic)
        break;
      *part = (FzDecimal) { part->digits * 10 + (arabic ? p[n] - '0' : (gint64) symbol.value), (guint8) (part->scale + 1) };
      n += arabic ? 1 : symbol.length;
    }
  return p + n < end && (g_ascii_isdigit (p[n]) || p[n] == '.' || fz_symbol_at (p + n, end).class == FZ_SYMBOL_POWER) ? 0 : n;
}

/* 3分30秒47: hundredths behind the seconds. */
static void
with_fraction (const char *p, const char *end, FzNumber *number, gsize *length)
{
  FzNumber digits = { .flags = FZ_NUMBER_WHOLE };
  FzDecimal part;
  gsize n = decimals_at (p + *length, end, &digits, &part);

  if (n == 0 || !fz_text_before (p, p + *length, "秒") || !fz_decimal_add (number->value, part, &number->value))
    return;
  number->top = number->value;
  *length += n;
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
  with_fraction (p, end, number, length);
  return &seconds;
}

/* Whether so many of the smaller unit stand at @q, fewer than make one of the larger. */
static gboolean
part_at (const char *q, const char *end, const char *unit, gint64 parts, FzNumber *part)
{
  return fz_number_starts_at (q, end) && fz_number_read (q, end, part) && part->value.scale == 0 && part->value.digits >= 1 &&
         part->value.digits < parts && !(part->flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR)) && fz_text_at (q + part->length, end, unit);
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

        if (!fz_text_at (p, end, spans[i].whole[k]) || !part_at (q, end, spans[i].part, spans[i].parts, &part))
          continue;
        number->value.digits = number->value.digits * spans[i].parts + part.value.digits;
        number->top = number->value;
        number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
        *length = (gsize) (q + part.length - p) + strlen (spans[i].part);
        with_fraction (p, end, number, length);
        return with_seconds (p, end, number, length, &spans[i].unit);
      }
  return NULL;
}

/* What may stand behind decimals: with 28秒76 anything but a unit, which would make
 * another figure of the digits. */
static gboolean
ends_decimals (const char *p, const char *end, gboolean seconds)
{
  static const char *const behind[] = { "的", "，", "。", "、", "；", "高", "长", "宽", "左右", "以上", "以下", "夺", "获", "）" };
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (behind); i++)
    if (fz_text_at (p, end, behind[i]))
      return TRUE;
  return p == end || (seconds && fz_unit_at (p, end, &length) == NULL);
}

/* 1米86, 一米七八, 10秒87: the decimals of a height or a time stand behind the
 * unit. */
gsize
fz_unit_with_decimals (const char *p, const char *end, FzNumber *number)
{
  gboolean seconds = fz_text_at (p, end, "秒");
  FzDecimal part;
  gsize n;

  if (!(number->flags & (FZ_NUMBER_WHOLE | FZ_NUMBER_SINGLE)) || number->value.digits > (seconds ? 59 : 99))
    return 0;
  n = 3 + decimals_at (p + 3, end, number, &part);
  /* 19米87 was thrown; of 20米5 a unit may have been lost. */
  if (n == 3 || (!seconds && number->value.digits > 9 && part.scale < 2) || !ends_decimals (p + n, end, seconds) || !fz_decimal_add (number->value, part, &number->value))
    return 0;
  number->top = number->value;
  number->flags &= ~(FzNumberFlags) FZ_NUMBER_SINGLE;
  return n;
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

/* 三斤半, 两天半; 半价 and 半径 are words of their own. */
gsize
fz_unit_with_half (const char *p, const char *end, const FzUnit *unit, gsize length, FzNumber *number)
{
  static const char others[] =
    "半径 半年 半天 半价 半數 半数 半个 半個 半月 半夜 半山 半岛 半導 半导 半成 半决 半程 半自 半脱 半封 半米 半斤 半亩 半公 半里 半小 半身 半百 半空 半开 半途 半生 半截 半边 半坡 半球 半壁 半音 半场 半场 半数 半额 半辈 半分 半点";
  static FzWords *words;

  if (unit->kind == FZ_FIGURE_COUNT || unit->kind == FZ_FIGURE_OTHER || unit->kind == FZ_FIGURE_MONEY ||
      !fz_text_at (p + length, end, "半") || fz_words_at (fz_words_of_list (&words, others), p + length, end, NULL) > 0 ||
      number->value.scale > 0 || number->flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR) ||
      !fz_decimal_add (number->value, (FzDecimal) { 5, 1 }, &number->value))
    return 0;
  number->top = number->value;
  number->flags &= ~(FzNumberFlags) (FZ_NUMBER_SINGLE | FZ_NUMBER_WHOLE);
  return strlen ("半");
}

/* 一斤二两, 三亩二分地: tenths of it stand behind the unit. */
gsize
fz_unit_with_tenth (const char *p, const char *end, const char *tenth, FzNumber *number)
{
  FzDecimal part = { .scale = 1 };
  FzSymbol symbol = fz_symbol_at (p, end);
  gsize length = symbol.class == FZ_SYMBOL_DIGIT ? symbol.length : p < end && g_ascii_isdigit (*p) ? 1 : 0;

  part.digits = symbol.class == FZ_SYMBOL_DIGIT ? (gint64) symbol.value : length == 1 ? (gint64) *p - '0' : 0;
  if (part.digits < 1 || number->value.scale > 0 || number->flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE | FZ_NUMBER_PAIR) ||
      !fz_text_at (p + length, end, tenth) || !fz_decimal_add (number->value, part, &number->value))
    return 0;
  number->top = number->value;
  number->flags &= ~(FzNumberFlags) (FZ_NUMBER_SINGLE | FZ_NUMBER_WHOLE);
  return length + strlen (tenth);
}
