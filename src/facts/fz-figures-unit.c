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
 *   distance   走8里山路, which are no wards
 *   plot       五分菜地, which are no minutes
 *   course     训练班三期, while 三期 alone is the third
 *   cities     江南、江北两市, while 两市 alone may be a name
 *   channels   48路视频, while 48路 and 48路公交车 are one bus line
 *   lines      共有48路公交车 */

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
any_at (const char *p, const char *end, const char *const *words)
{
  for (; *words != NULL; words++)
    if (fz_text_at (p, end, *words))
      return TRUE;
  return FALSE;
}

static gboolean
any_before (const char *start, const char *p, const char *const *words)
{
  for (; *words != NULL; words++)
    if (fz_text_before (start, p, *words))
      return TRUE;
  return FALSE;
}

static gboolean
is_road (const char *p, const char *end)
{
  static const char *const words[] = { "路", "山路", "地", "水路", "土路", "外", "远", NULL };

  return any_at (p, end, words);
}

/* Units that only their neighbours tell. */
static const struct {
  const char *words;
  FzUnit      unit;
  const char *before[20]; /* one of these stands before the number, */
  const char *behind[14]; /* or one of these behind the unit; 。 stands for the end of the text, too */
} told_units[] = {
  { "分", { "分", FZ_FIGURE_AREA, "平方米", { 6666667, 5 }, 0 },
    { "耕地", "耕地只有", "耕地仅", "自留地", "自留地只有", "菜地", NULL },
    { "菜地", "耕地", "自留地", "水田", "旱地", "田", "荒地", "责任田", NULL } },
  { "期", { "期", FZ_FIGURE_COUNT, NULL, { 1, 0 }, 0 },
    { "训练班", "培训班", "学习班", "讲习班", "研修班", "夜校", "培训", "讲座", NULL },
    { "训练班", "培训班", "学习班", "讲习班", "研修班", "夜校", "讲座", NULL } },
  { "市", { "市", FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_NOUN }, { "等", NULL }, { NULL } },
  { "县", { "县", FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_NOUN }, { "等", NULL }, { NULL } },
  { "路", { "路", FZ_FIGURE_COUNT, NULL, { 1, 0 }, FZ_UNIT_ARABIC }, { "共有", "共开通", "共開通", "共设", "共開設", "共开行", NULL },
    { "视频", "高清", "信号", "画面", "监控", "摄像", "直播", NULL } },
  { "方", { "方", FZ_FIGURE_VOLUME, "立方米", { 1, 0 }, 0 },
    { "土方", "石方", "土石方", "混凝土", "砂石", "木材", "淤泥", "砼", "混凝土约", "土石方约", NULL },
    { "土", "石料", "混凝土", "木材", "水", NULL } },
  { "甲", { "甲", FZ_FIGURE_AREA, "平方米", { 969917, 2 }, 0 },
    { "面積", "面積約", "茶園", "農地", "耕地", NULL }, { "地", "土地", NULL } },
  { "里", { "里", FZ_FIGURE_LENGTH, "米", { 500, 0 }, 0 }, { "走了", "跑了", "相距", "方圆", "绵延", NULL },
    { "山路", "水路", "土路", "夜路", "长堤", NULL } },
  { "两", { "两", FZ_FIGURE_MASS, "千克", { 5, 2 }, 0 }, { "净重", "定量", "重", "白银", "黄金", "约重", NULL },
    { "。", "，", "、", "；", "白银", "黄金", "银", "酒", "油", "香油", "肉", "重", NULL } },
  { "打", { "打", FZ_FIGURE_COUNT, NULL, { 1, 0 }, 0 }, { NULL }, { "。", "，", "、", "铅笔", "啤酒", "毛巾", "袜子", "鸡蛋", NULL } },
  { "点", { "点", FZ_FIGURE_OTHER, NULL, { 1, 0 }, FZ_UNIT_ARABIC },
    { "指数为", "指数报", "指数达", "指数是", "，报", "收于", "收报", "报收", "涨", "跌", "升", "涨至", "跌至", "升至", "下挫", "上扬", "低开", "高开", NULL }, { NULL } },
  { "點", { "點", FZ_FIGURE_OTHER, NULL, { 1, 0 }, FZ_UNIT_ARABIC },
    { "指數為", "指數報", "指數達", "，報", "收報", "報收", "漲", "跌", "升", "漲至", "跌至", "升至", "下挫", "上揚", "低開", "高開", NULL }, { NULL } },
  { "日", { "日", FZ_FIGURE_DURATION, NULL, { 1, 0 }, FZ_UNIT_ARABIC }, { NULL }, { "内", "內", "之内", "之內", NULL } },
  { "G", { "G", FZ_FIGURE_OTHER, NULL, { 1, 0 }, FZ_UNIT_ARABIC }, { "流量", "内存", "存储", "硬盘", NULL },
    { "内存", "存储", "硬盘", "优盘", NULL } },
  { "度", { "度", FZ_FIGURE_ENERGY, "千瓦时", { 1, 0 }, 0 },
    { "节电", "用电", "省电", "耗电", "发电", "节电约", "用电约", "發電", "省電", "用電", NULL }, { NULL } },
};

/* 江南、江北两市: a place closes the list before the number. */
static gboolean
closes_places (const FzReading *reading, const char *number_at)
{
  gsize at = (gsize) (number_at - reading->text);
  guint i = at == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->places, at - 1);
  const FzStretch *place;

  if (i == FZ_NOT_FOUND || i == 0)
    return FALSE;
  place = &g_array_index (reading->places, FzStretch, i);
  return place->end == at && fz_text_before (reading->text, reading->text + place->start, "、");
}

static gboolean
closes_unit (const char *behind, const char *end, const char *const *words)
{
  return any_at (behind, end, words) || (behind >= end && words[0] != NULL && g_str_equal (words[0], "。"));
}

FZ_ROW_LEXICON (told_words, told_units)

static const FzUnit *
told_unit (const FzReading *reading, const char *number_at, const char *unit_at)
{
  const char *end = reading->text + reading->length;

  const char *behind;
  guint row = 0;
  gsize length = fz_words_at (told_words (), unit_at, end, &row), i = row - 1;

  if (length == 0)
    return NULL;
  behind = unit_at + length;
  if (told_units[i].unit.kind == FZ_FIGURE_MASS && fz_symbol_ware_at (behind, end))
    return &told_units[i].unit;
  if (any_before (reading->text, number_at, told_units[i].before) || closes_unit (behind, end, told_units[i].behind) ||
      (told_units[i].unit.flags & FZ_UNIT_NOUN && closes_places (reading, number_at)))
    return &told_units[i].unit;
  return NULL;
}

/**
 * fz_unit_is_told:
 * @reading: a reading
 * @number_at: where a number starts
 * @unit_at: one past it
 *
 * Returns: whether the words around it make a unit of what stands at @unit_at
 */
gboolean
fz_unit_is_told (const FzReading *reading, const char *number_at, const char *unit_at)
{
  return told_unit (reading, number_at, unit_at) != NULL;
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
  static const FzUnit points = { "个", FZ_FIGURE_PERCENT, "个百分点", { 1, 0 }, 0 };
  const char *end = reading->text + reading->length, *number_at = p - number->length;
  const FzUnit *unit = NULL, *told;

  p += p < end && *p == ' ';
  p += p < end && g_ascii_isalpha (*p) ? fz_unit_suffix (p, end, number) : 0;
  *unit_at = p;
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
  *length = fz_text_at (p, end, "块") || fz_text_at (p, end, "塊") ? fz_unit_with_coins (p, end, number, TRUE) : 0;
  if (*length == 0 && (fz_text_at (p, end, "元") || fz_text_at (p, end, "圆") || fz_text_at (p, end, "圓")))
    *length = fz_unit_with_coins (p, end, number, FALSE);
  if (*length == 0 && fz_text_at (p, end, "角"))
    *length = fz_unit_of_coins (p, end, number);
  if (*length > 0)
    return row_of ("元");
  unit = fz_unit_at (p, end, length);
  if (*length == 3 && shares_points (p, end))
    return &points;
  if (*length <= 3 && (told = told_unit (reading, number_at, p)) != NULL && strlen (told->words) >= *length)
    {
      *length = strlen (told->words);
      return told;
    }
  if (unit == NULL)
    return NULL;
  *length += fz_unit_with_half (p, end, unit, *length, number);
  if (*length == 3)
    *length += tenths_behind (p, end, number);
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
