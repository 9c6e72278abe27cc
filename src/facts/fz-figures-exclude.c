/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-exclude.h"

#include "fz-times-parts.h"
#include "fz-times-republic.h"

#include <string.h>

/* Which numbers are no figures: dates, clock times, addresses, names, and Chinese
 * numerals that count nothing.  Codes and lists of ordinals are in
 * fz-figures-codes.c, fixed words and single ordinals in fz-figures-fixed.c. */

/* 永新路2段 and 环城路北四段 are addresses, 前三名 a place in a contest. */
static gboolean
in_address (const char *start, const char *p, const char *unit_at, const char *end)
{
  static const char *const roads[] = { "路", "街", "巷", "弄", "道" };
  static const char sides[] = "东 東 西 南 北 中";
  static FzWords *words;
  const char *road = p - fz_words_before (fz_words_of_list (&words, sides), start, p, NULL);

  if (fz_text_before (start, p, "前") &&
      (fz_text_at (unit_at, end, "名") || fz_text_at (unit_at, end, "位") || fz_text_at (unit_at, end, "強")))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (roads); i++)
    if (fz_text_before (start, road, roads[i]) && fz_text_at (unit_at, end, "段"))
      return TRUE;
  return FALSE;
}

static gboolean
clock_before (const char *start, const char *p)
{
  static const char *const words[] = { "点", "點", "时", "時", "分", ":", "：" };

  /* 用时20分 and 得分20分 have no digit there. */
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, p, words[i]))
      return fz_digit_before (start, p - strlen (words[i]));
  return FALSE;
}

/**
 * fz_year_is_date:
 * @number: a number before 年
 * @behind: one past 年
 * @end: the end of the text
 *
 * 2023年 is a date, 20年 a span; 111年 a year of Taiwan's unless it looks
 * back.
 *
 * Returns: whether it names a year and is no span
 */
gboolean
fz_year_is_date (const FzNumber *number, const char *behind, const char *end)
{
  static const char *const lasting[] = { "历史", "歷史", "以上", "的历史", "的歷史", "老", "来", "來", "前", "校庆", "传承", "的传承" };

  if (number->flags & FZ_NUMBER_DIGITS)
    return TRUE;
  if (!(number->flags & FZ_NUMBER_WHOLE))
    return FALSE;
  if (number->value.digits >= 1000 && number->value.digits < 3000)
    return TRUE;
  if (number->value.digits < 101 || number->value.digits > 130)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (lasting); i++)
    if (fz_text_at (behind, end, lasting[i]))
      return FALSE;
  return TRUE;
}

/* 三年来 and 30年前 tell when, not how long. */
static gboolean
tells_when (const char *start, const char *p, const char *behind, const char *end, const FzNumber *number)
{
  static const char *const clocks[] = { "小时", "小時", "个小时", "個小時", "分钟", "分鐘", "秒", "个多小时" };
  static const char *const passes[] = { "小时后", "小時後", "分钟后", "分鐘後", "小时之后", "分钟之后" };
  static const char *const after[] = { "来", "來", "以来", "以來", "多来", "多來", "多以来", "多以來", "前", "后", "後", "以前", "之前", "以后", "之后", "之後", "间", "間", "期间", "期間",
                                       "同期", "新高", "新低", "高位", "低位", "高点", "高點", "低点", "低點" };
  static const char *const before[] = { "过去", "過去", "未来", "未來", "今后", "今後", "最近", "过去的", "接下来的", "前", "首", "这", "這", "今明", "那" };

  /* 5小时后到站 tells how long the way was. */
  for (gsize i = 0; i < G_N_ELEMENTS (passes); i++)
    if (fz_text_at (p + number->length, end, passes[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    if (fz_text_at (behind, end, after[i]))
      return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    if (fz_text_before (start, p, before[i]) && !fz_text_before (start, p, "提前"))
      return TRUE;
  /* 压缩近两个小时 is nearly two. */
  for (gsize i = 0; i < G_N_ELEMENTS (clocks); i++)
    if (fz_text_at (p + number->length, end, clocks[i]))
      return FALSE;
  if (!fz_text_before (start, p, "近") || number->value.scale > 0)
    return FALSE;
  /* 近十年新高 tells when, 护林近十年 how long. */
  return number->value.digits <= 5 || (number->value.digits <= 10 && fz_text_at (p + number->length, end, "年") && fz_times_opens_clause (start, p - strlen ("近")));
}

static gboolean
follows_numeral (const char *start, const char *p)
{
  static const char numerals[] = "一 二 三 四 五 六 七 八 九 十";
  static FzWords *words;

  return fz_text_before (start, p, "、") && fz_words_before (fz_words_of_list (&words, numerals), start, p - 3, NULL) > 0;
}

/* 二斤 and 二成 are no names as 二期 is; 近一吨. */
static gboolean
is_measured (const FzUnit *unit)
{
  switch (unit->kind)
    {
    case FZ_FIGURE_MASS:
    case FZ_FIGURE_LENGTH:
    case FZ_FIGURE_AREA:
    case FZ_FIGURE_VOLUME:
    case FZ_FIGURE_PERCENT:
      return TRUE;
    case FZ_FIGURE_MONEY:
    case FZ_FIGURE_COUNT:
    case FZ_FIGURE_ENERGY:
    case FZ_FIGURE_DURATION:
    case FZ_FIGURE_SPEED:
    case FZ_FIGURE_RATIO:
    case FZ_FIGURE_RANK:
    case FZ_FIGURE_OTHER:
    default:
      return FALSE;
    }
}

/* 一美元 is a sum; 一元 begins 一元化 as well. */
static gboolean
is_foreign (const FzUnit *unit)
{
  return unit->kind == FZ_FIGURE_MONEY && unit->base == NULL;
}

static gboolean
says_too_little (const FzNumber *number, const FzReading *reading, const char *p, const FzUnit *unit, const char *behind)
{
  const char *start = reading->text, *end = start + reading->length;

  if (!(number->flags & FZ_NUMBER_CHINESE))
    return FALSE;
  /* 四、五类 are the fourth and the fifth. */
  if (number->flags & FZ_NUMBER_DIGITS || follows_numeral (start, p))
    return TRUE;
  /* 每百户 and 每千克 tell what a figure is taken of. */
  if (number->flags & FZ_NUMBER_BARE && number->flags & FZ_NUMBER_SINGLE && fz_text_before (start, p, "每"))
    return TRUE;
  /* 一两个 is hardly more than 几个. */
  if (number->flags & FZ_NUMBER_PAIR && number->value.digits <= 1)
    return TRUE;
  /* 一 is an article; 二 and 零 before a classifier are names: 二期, 零距离. */
  if (number->flags & FZ_NUMBER_SINGLE && !(number->flags & FZ_NUMBER_BARE))
    return (number->value.digits <= 1 && !(is_measured (unit) && fz_near_before (start, p)) && !is_foreign (unit)) ||
           (fz_text_at (p, p + 3, "二") && !is_measured (unit));
  /* 万亿级产业 is a class. */
  if (number->flags & FZ_NUMBER_BARE && (fz_text_at (p + number->length, end, "级") || fz_text_at (p + number->length, end, "級")))
    return TRUE;
  if (!(number->flags & FZ_NUMBER_BARE) || fz_near_before (start, p))
    return FALSE;
  /* 万元 and 亿元 head tables and stand in names, but tell a threshold: 亿元以上. */
  if (number->flags & FZ_NUMBER_SINGLE && !fz_text_at (behind, end, "以上"))
    return number->power >= 4 || unit->kind == FZ_FIGURE_DURATION;
  return FALSE;
}

static gboolean
letter_follows (const char *unit, const char *behind, const char *end)
{
  return behind < end && g_ascii_isalpha (behind[-1]) && g_ascii_isalnum (*behind) && behind > unit;
}

/* 提高0.4个: nothing is counted in fractions but what there is on average,
 * 每千人拥有4.6个. */
static gboolean
is_fraction (const char *start, const char *p, const FzNumber *number, const FzUnit *unit, const char *unit_at, const char *behind)
{
  const char *from = p - MIN (p - start, 90);

  if (unit->kind != FZ_FIGURE_COUNT || number->value.scale == 0 || number->power > 0 || behind - unit_at != 3)
    return FALSE;
  return (fz_text_at (unit_at, behind, "个") || fz_text_at (unit_at, behind, "個")) &&
         memmem (from, (gsize) (p - from), "每", strlen ("每")) == NULL;
}

/* 党的20大 is a congress. */
static gboolean
congress (const FzNumber *number, const FzUnit *unit, const char *start, const char *p)
{
  return unit->flags & FZ_UNIT_BIG && number->value.digits >= 17 && fz_text_before (start, p, "的");
}

/* 村民杨八斤: a name of a weight or a sum behind the family's, where it opens a
 * clause or stands behind what he is. */
static gboolean
is_given_name (const char *start, const char *p, const FzNumber *number, const char *unit, const char *behind)
{
  static const char families[] =
    "王 李 张 張 刘 劉 陈 陳 杨 楊 赵 趙 黄 黃 周 吴 吳 徐 孙 孫 胡 朱 林 何 郭 罗 羅 梁 宋 郑 鄭 谢 謝 韩 韓 唐 冯 馮 董 萧 程 曹 袁 邓 鄧 许 許 傅 沈 曾 彭 吕 呂 "
    "苏 蘇 卢 盧 蒋 蔣 蔡 贾 丁 魏 薛 叶 葉 阎 余 潘 杜 戴 夏 钟 鍾 汪 田 任 姜 范 谭 廖 邹 熊 陆 郝 孔 崔 康 毛 邱 秦 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 常 武 乔 贺 赖 龚";
  static const char opens[] = "， 。 ； ： “ 、 （ 民 员 員 长 長 人 记 任 工 机 师 師 生 户 兵 士 将 將 手 匠 农 農 妇 婦 者 叫 是 和";
  /* Families that are goods and words, too: 葱两斤、姜三斤; they want what he is. */
  static const char goods[] = "姜 汤 余 钱 毛 叶 葉 田 梁 万 段 石", marks[] = "， 。 ； ： “ 、 （ 和 是";
  static FzWords *wares, *stops;
  static const char *const things[] = { "斤", "两", "元", "升", "斗", "石", "担" };
  static FzWords *names, *openings;
  const char *family = p - MIN (p - start, 3);

  if (!(number->flags & FZ_NUMBER_CHINESE) || number->length != 3 || behind - unit != 3 ||
      fz_words_before (fz_words_of_list (&names, families), start, p, NULL) != 3 ||
      (family > start && fz_words_before (fz_words_of_list (&openings, opens), start, family, NULL) == 0))
    return FALSE;
  if (fz_words_before (fz_words_of_list (&wares, goods), start, p, NULL) > 0 &&
      (family == start || fz_words_before (fz_words_of_list (&stops, marks), start, family, NULL) > 0))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    if (fz_text_at (unit, behind, things[i]))
      return TRUE;
  return FALSE;
}

/* 4×100米 and 500米决赛 are contests, 20×30厘米 a sheet's size; 2×30万千瓦 is a
 * capacity. */
static gboolean
names_contest (const char *start, const char *p, const FzUnit *unit, const char *behind, const char *end)
{
  static const char contests[] =
    "决赛 決賽 半决赛 半決賽 预赛 預賽 复赛 接力 混合泳 自由泳 蛙泳 仰泳 蝶泳 赛跑 賽跑 短跑 长跑 長跑 跨栏 跨欄 速滑 短道 "
    "比赛 比賽 冠军 冠軍 亚军 亞軍 金牌 银牌 銀牌 铜牌 銅牌 划艇 皮艇";
  static const char entrants[] = "男子 女子 男女 男、女";
  static FzWords *words, *sexes;

  if (unit->kind != FZ_FIGURE_LENGTH)
    return FALSE;
  return fz_words_at (fz_words_of_list (&words, contests), behind, end, NULL) > 0 ||
         fz_words_before (fz_words_of_list (&sexes, entrants), start, p, NULL) > 0 ||
         (fz_text_before (start, p, "×") && fz_digit_before (start, p - strlen ("×")));
}

/* Rule "many": 三千多字 are counted, 三字经 and 千字文 are names. */
static gboolean
is_many (const FzNumber *number, const FzUnit *unit)
{
  return unit->flags & FZ_UNIT_MANY && !(number->flags & (FZ_NUMBER_BARE | FZ_NUMBER_DIGITS)) &&
         fz_decimal_compare (number->value, (FzDecimal) { 100, 0 }) >= 0;
}

/* Rule "temperature": 最低气温四度, 零下十二度; 四度 alone may be the fourth time. */
static gboolean
is_temperature (const char *start, const char *p, const char *unit_at, const char *behind)
{
  static const char words[] = "零下 零上 摄氏 攝氏 华氏 華氏 气温 氣溫 水温 水溫 体温 體溫 室温 室溫 温度 溫度";
  static FzWords *cache;

  return fz_words_before (fz_words_of_list (&cache, words), start, p, NULL) > 0 &&
         ((behind - unit_at == 3 && fz_text_at (unit_at, behind, "度")) || fz_text_before (start, p, "零下"));
}

/* Rule "box-score": 得到26分7篮板: what else a player did follows with its number. */
static gboolean
goes_on_in_game (const char *p, const char *end)
{
  static const char deeds[] = "助攻 篮板 籃板 次助攻 个篮板 個籃板 次抢断 抢断 盖帽 记三分 次盖帽 分钟";
  static FzWords *words;
  FzNumber number;

  return fz_number_read (p, end, &number) && fz_words_at (fz_words_of_list (&words, deeds), p + number.length, end, NULL) > 0;
}

/**
 * fz_is_quantity:
 * @reading: a reading
 * @p: where a number starts
 * @number: the number
 * @unit: the unit behind it
 * @unit_at: where that stands
 * @behind: one past it
 *
 * Returns: whether the two are a quantity and not a date, a name or a phrase
 */
gboolean
fz_is_quantity (const FzReading *reading, const char *p, const FzNumber *number, const FzUnit *unit,
                const char *unit_at, const char *behind)
{
  const char *start = reading->text, *end = start + reading->length;

  if (number->flags & FZ_NUMBER_CHINESE && unit->flags & FZ_UNIT_ARABIC && !is_many (number, unit) && !is_temperature (start, p, unit_at, behind))
    return FALSE;
  if (says_too_little (number, reading, p, unit, behind) || letter_follows (unit_at, behind, end) ||
      congress (number, unit, start, p) || is_given_name (start, p, number, unit_at, behind) ||
      names_contest (start, p, unit, behind, end) || is_fraction (start, p, number, unit, unit_at, behind))
    return FALSE;
  if (unit->flags & FZ_UNIT_YEAR && (fz_year_is_date (number, behind, end) || fz_times_is_of_republic (start, p, end)))
    return FALSE;
  if (unit->kind == FZ_FIGURE_DURATION && tells_when (start, p, behind, end, number))
    return FALSE;
  if (fz_text_at (unit_at, end, "分") && fz_digit_at (behind, end) && !goes_on_in_game (behind, end))
    return FALSE;
  /* 8时20分 is a clock's, 用时20分钟 a span. */
  if (clock_before (start, p) && behind - unit_at == 3 &&
      (fz_text_at (unit_at, end, "分") || fz_text_at (unit_at, end, "秒")))
    return FALSE;
  return !in_address (start, p, unit_at, end);
}
