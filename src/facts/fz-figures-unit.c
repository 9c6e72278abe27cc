/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-compound.h"
#include "fz-figures-rules.h"
#include "fz-numerals-symbols.h"

#include <string.h>

/* The unit behind a number, where the words around it decide:
 *
 *   points     2.5个和1.5个百分点: the second names the unit of both
 *   energy     百亿度 are no degrees
 *   distance   五里半, which are no wards
 *
 * Those of its table are in fz-figures-told.c. */

/* 其中七成为新房: a share, where 成为 would have no subject. */
static gboolean
is_share_of (const char *start, const char *number_at, const char *p, const char *end)
{
  static const char *const words[] = { "其中", "有", "约", "約", "近", "超", "逾" };

  if (!fz_text_at (p, end, "成为") && !fz_text_at (p, end, "成為"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, number_at, words[i]))
      return TRUE;
  return FALSE;
}

/* 一斤卖10块, but 奖牌10块. */
static gboolean
is_price (const char *start, const char *number_at, const FzNumber *number, const char *behind, const char *end)
{
  static const char *const words[] = { "卖", "卖到", "赚", "挣", "花", "花了", "花费", "花费我", "收", "付", "价", "贵", "便宜", "斤", "每斤", "要", "才" };
  static const char *const stops[] = { "，", "。", ",", "！", "”", "；", "、", "一斤", "一个", "？" };
  static const char pieces[] = "瓦 瓦片 砖 砖头 磚 石 石头 石板 碑 匾 牌 奖牌 板 木板 光伏板 田 地 玻璃 表 手表 屏 电池 积木 布 肉 糖 饼 豆腐 煤 冰";
  static FzWords *in_pieces;
  gboolean stop = behind == end;

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    stop = stop || fz_text_at (behind, end, stops[i]);
  /* 三五百块 are no bricks where nothing that comes in pieces stands around. */
  if (stop && number->power >= 2 && number->flags & FZ_NUMBER_CHINESE &&
      fz_words_before (fz_words_of_list (&in_pieces, pieces), start, number_at, NULL) == 0)
    return TRUE;
  for (gsize i = 0; stop && i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, number_at, words[i]))
      return TRUE;
  return FALSE;
}

/* 2.5个和1.5个百分点 */
static gboolean
shares_points (const char *p, const char *end)
{
  static const char *const joints[] = { "、", "和", "与", "及" };
  FzNumber second;

  if (!fz_text_at (p, end, "个"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (fz_text_at (p + 3, end, joints[i]))
      {
        const char *q = p + 3 + strlen (joints[i]);

        return q < end && fz_number_starts_at (q, end) && fz_number_read (q, end, &second) &&
               fz_text_at (q + second.length, end, "个百分点");
      }
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
  static const char roads[] = "路 山路 地 水路 土路 外 远";
  static FzWords *words;

  return fz_words_at (fz_words_of_list (&words, roads), p, end, NULL) > 0;
}

/* Units of which the next smaller one is a tenth. */
static const struct {
  const char *unit, *tenth;
} tenths[] = {
  { "斤", "两" }, { "斤", "兩" }, { "亩", "分" }, { "畝", "分" },
};

static gsize
tenths_behind (const char *p, const char *end, FzNumber *number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tenths); i++)
    if (fz_text_at (p, end, tenths[i].unit))
      {
        gsize length = fz_unit_with_tenth (p + strlen (tenths[i].unit), end, tenths[i].tenth, number);

        if (length > 0)
          return length;
      }
  return 0;
}

/* 12元5角, 2块8, 三角五分.  Returns: the bytes from the unit on, or 0. */
static gsize
coins_behind (const char *p, const char *end, FzNumber *number)
{
  if (fz_text_at (p, end, "块") || fz_text_at (p, end, "塊"))
    return fz_unit_with_coins (p, end, number, TRUE);
  if (fz_text_at (p, end, "元") || fz_text_at (p, end, "圆") || fz_text_at (p, end, "圓"))
    return fz_unit_with_coins (p, end, number, FALSE);
  return fz_text_at (p, end, "角") ? fz_unit_of_coins (p, end, number) : 0;
}

/* A unit with a number in it or behind it: 一个半月, 八成五, 1米86, 12元5角.  Returns: the
 * unit, or %NULL. */
static const FzUnit *
broken_unit (const FzReading *reading, const char *number_at, const char *p, FzNumber *number, gsize *length)
{
  const char *end = reading->text + reading->length;
  const FzUnit *unit = NULL;

  *length = fz_text_at (p, end, "个") || fz_text_at (p, end, "個") ? fz_unit_broken_unit (p, end, number, &unit) : 0;
  if (*length > 0)
    return unit;
  unit = fz_unit_compound_span (p, end, number, length);
  if (unit != NULL)
    return unit;
  *length = fz_text_at (p, end, "成") ? fz_unit_with_hundredth (p, end, number) : 0;
  if (*length == 0 && number->flags & FZ_NUMBER_SINGLE && is_share_of (reading->text, number_at, p, end))
    *length = 3;
  if (*length > 0)
    return row_of ("成");
  *length = fz_text_at (p, end, "米") || fz_text_at (p, end, "秒") ? fz_unit_with_decimals (p, end, number) : 0;
  if (*length > 0)
    return row_of (fz_text_at (p, end, "米") ? "米" : "秒");
  *length = coins_behind (p, end, number);
  return *length > 0 ? row_of ("元") : NULL;
}

/* What a unit of one character is besides, by what stands around it. */
static const FzUnit *
other_unit (const FzReading *reading, const char *number_at, const char *p, FzNumber *number, const FzUnit *unit, gsize *length)
{
  static const FzUnit li = { "里", FZ_FIGURE_LENGTH, "米", { 500, 0 }, 0 };
  const char *end = reading->text + reading->length;

  if (fz_text_at (p, end, "块") && *length == 3 && is_price (reading->text, number_at, number, p + 3, end))
    return row_of ("元");
  if (fz_text_at (p, end, "度") && *length == 3 && number->power >= 4)
    return row_of ("度电");
  if (fz_text_at (p, end, "里") && *length == 3 && (is_road (p + 3, end) || fz_text_at (p + 3, end, "半")))
    {
      *length += fz_unit_with_half (p, end, &li, 3, number);
      return &li;
    }
  return unit;
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
  static const FzUnit points = { "个", FZ_FIGURE_PERCENT, "个百分点", { 1, 0 }, 0 };
  const char *end = reading->text + reading->length, *number_at = p - number->length;
  const FzUnit *unit, *told;

  p += p < end && *p == ' ';
  p += p < end && g_ascii_isalpha (*p) ? fz_unit_suffix (p, end, number) : 0;
  *unit_at = p;
  unit = broken_unit (reading, number_at, p, number, length);
  if (unit != NULL)
    return unit;
  unit = fz_unit_at (p, end, length);
  if (*length == 3 && shares_points (p, end))
    return &points;
  if (*length <= 3 && (told = fz_unit_told (reading, number_at, p)) != NULL && strlen (told->words) >= *length)
    {
      *length = strlen (told->words);
      return told;
    }
  if (unit == NULL)
    return NULL;
  *length += fz_unit_with_half (p, end, unit, *length, number);
  if (*length == 3)
    *length += tenths_behind (p, end, number);
  return other_unit (reading, number_at, p, number, unit, length);
}
