/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-rules.h"
#include "fz-numerals-symbols.h"
#include "fz-phrase.h"

#include <string.h>

/* Units that only the words around them tell:
 *
 *   distance   走8里山路, which are no wards
 *   plot       五分菜地, which are no minutes
 *   coin       每只五分, which are no points
 *   course     训练班三期, 八期套袋班, while 三期 alone is the third
 *   cities     江南、江北两市, while 两市 alone may be a name
 *   channels   48路视频, while 48路 and 48路公交车 are one bus line
 *   lines      共有48路公交车 */

/* In characters: how far behind 期 班 may stand, and 每只 before a price. */
#define MAX_COURSE 8
#define MAX_PRICED 14

static const FzUnit coin = { "分", FZ_FIGURE_MONEY, "元", { 1, 2 }, 0 };

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
    { "路", "山路", "水路", "土路", "夜路", "长堤", NULL } },
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

/* Rule "course": 八期套袋班, 三期电商培训班: what is taught stands before the noun. */
static gboolean
is_of_course (const char *unit, const char *behind, const char *end)
{
  static const char courses[] = "班 培训 培訓 讲座 講座 课堂 研修 训练营 夏令营 冬令营";
  static FzWords *words;
  gsize length;

  if (!g_str_equal (unit, "期"))
    return FALSE;
  for (guint n = 0; n < MAX_COURSE && behind < end; n++, behind += fz_char_length_at (behind, end))
    {
      length = fz_words_at (fz_words_of_list (&words, courses), behind, end, NULL);
      if (length > 0)
        return !fz_text_at (behind, end, "班子") && !fz_text_at (behind, end, "班组") && !fz_text_at (behind, end, "班车");
      if (fz_phrase_breaks_at (behind, end) || fz_text_at (behind, end, "工程"))
        return FALSE;
    }
  return FALSE;
}

/* Whether 每 and a ware stand in the clause before @p: 每只工钱, 每斤收购价. */
static gboolean
is_per_ware (const char *start, const char *p)
{
  static const char wares[] = "每只 每隻 每斤 每公斤 每个 每個 每度 每枚 每张 每張 每盒 每包 每瓶 每袋 每棵 每株 每升 每吨 每支 每条 每份 每件 每本 每双 每担 每公里 每粒 每尺";
  static const char points[] = "， 。 ； 得 扣 记 加 打 评";
  static FzWords *each, *stops;

  for (guint n = 0; n < MAX_PRICED && p > start; n++, p -= fz_char_length_before (start, p))
    {
      if (fz_words_before (fz_words_of_list (&each, wares), start, p, NULL) > 0)
        return TRUE;
      if (fz_words_before (fz_words_of_list (&stops, points), start, p, NULL) > 0)
        return FALSE;
    }
  return FALSE;
}

/* Rule "coin": 每只工钱五分, 每斤收购价提高八分, where nothing else is behind 分. */
static gboolean
is_coin (const char *start, const char *number_at, const char *unit, const char *behind, const char *end)
{
  static const char marks[] = "， 。 ； 、 ： ！ ？ ” ） 到 至";
  static FzWords *words;

  return g_str_equal (unit, "分") && (behind >= end || fz_words_at (fz_words_of_list (&words, marks), behind, end, NULL) > 0) &&
         is_per_ware (start, number_at);
}

/**
 * fz_unit_told:
 * @reading: a reading
 * @number_at: where a number starts
 * @unit_at: one past it
 *
 * Returns: (transfer none) (nullable): the unit that the words around the number
 *   make of what stands behind it
 */
const FzUnit *
fz_unit_told (const FzReading *reading, const char *number_at, const char *unit_at)
{
  const char *end = reading->text + reading->length, *behind;
  guint row = 0;
  gsize length = fz_words_at (told_words (), unit_at, end, &row), i = row - 1;

  if (length == 0)
    return NULL;
  behind = unit_at + length;
  if (is_of_course (told_units[i].words, behind, end))
    return &told_units[i].unit;
  if (is_coin (reading->text, number_at, told_units[i].words, behind, end))
    return &coin;
  if (told_units[i].unit.kind == FZ_FIGURE_MASS && fz_symbol_ware_at (behind, end))
    return &told_units[i].unit;
  if (any_before (reading->text, number_at, told_units[i].before) || closes_unit (behind, end, told_units[i].behind) ||
      (told_units[i].unit.flags & FZ_UNIT_NOUN && closes_places (reading, number_at)))
    return &told_units[i].unit;
  return NULL;
}
