/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-private.h"

#include "fz-phrase-words.h"

#include <string.h>

/* On which side of a figure stands what it measures, where there are nouns on both,
 * and before or behind which 的. */

/**
 * fz_indicator_counts_owners:
 * @reading: a reading
 * @c: a count of it
 *
 * Rule "owners": of 9个乡镇的移民 and 百名乘客的列车 regions and people are counted,
 * not what is theirs.
 *
 * Returns: whether the noun before 的 is what @c counts
 */
gboolean
fz_indicator_counts_owners (const FzReading *reading, const FzCandidate *c)
{
  static const char nouns[] =
    "乡镇 鄉鎮 村 行政村 县 县区 区县 市县 县市 县市区 街道 社区 "
    "国家 國家 国家和地区 省份 省市 城市 地区 乡 镇 "
    "居民 村民 市民 群众 群眾 农民 農民 农户 農戶 学生 學生 乘客 旅客 游客 遊客 "
    "大项 大項 小项 小項 职工 職工 工人 员工 員工 老人 儿童 兒童 患者 考生 党员";
  static FzWords *words;
  const char *p = reading->text + c->end, *end = reading->text + reading->length;
  gsize length = fz_words_at (fz_words_of_list (&words, nouns), p, end, NULL);

  return length > 0 && fz_text_at (p + length, end, "的");
}

/**
 * fz_indicator_counts_what_has:
 * @reading: a reading
 * @c: a count of it
 * @right: the phrase behind it
 *
 * Rule "traits": of 3万条渠道的运行状态 the canals are counted; 3个突出的情况, with a
 * classifier of anything, are three of those.
 *
 * Returns: whether the noun before 的 is what @c counts
 */
gboolean
fz_indicator_counts_what_has (const FzReading *reading, const FzCandidate *c, const FzPhrase *right)
{
  static const char *const traits[] = { "状态", "狀態", "数据", "數據", "需求", "情况", "情況", "成绩", "成績", "要求", "信息", "資訊" };
  static const char *const general[] = { "个", "個", "项", "項", "种", "種", "类", "類", "大" };
  const char *unit = reading->text + c->unit_start, *p = reading->text + c->end;
  gboolean is_general = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (general); i++)
    is_general |= fz_text_at (unit, p, general[i]) && (gsize) (p - unit) == strlen (general[i]);
  return !is_general && right->end > right->start && fz_text_before (p, right->start, "的") &&
         fz_phrase_any_before (right->start, right->end, traits, G_N_ELEMENTS (traits));
}

/**
 * fz_indicator_is_threshold:
 * @reading: a reading
 * @c: a figure of it
 *
 * Rule "threshold": what is behind 亿元以上 is what that is set for.
 *
 * Returns: whether @c is one
 */
gboolean
fz_indicator_is_threshold (const FzReading *reading, const FzCandidate *c)
{
  static const char *const words[] = { "以上", "及以上", "以下", "及以下", "（含）以上", "（含）以下", "(含)以上", "(含)以下" };
  const char *end = reading->text + reading->length, *p = reading->text + c->end;

  for (gsize i = 0; i < G_N_ELEMENTS (words) && c->kind != FZ_FIGURE_PERCENT; i++)
    if (fz_text_at (p, end, words[i]))
      return TRUE;
  return FALSE;
}

/**
 * fz_indicator_is_owner:
 * @reading: a reading
 * @left: the phrase before a figure
 * @c: the figure
 *
 * Rule "owner": 江心公社三百亩菜地, 我国百万年的人类史.
 *
 * Returns: whether @left is only whose that is which @c measures
 */
gboolean
fz_indicator_is_owner (const FzReading *reading, const FzPhrase *left, const FzCandidate *c)
{
  static const char *const owners[] = { "公社", "合作社", "大队", "农场", "村", "镇", "乡", "县", "全市", "全省", "全国", "全國", "我国", "我國" };

  return left->end == reading->text + c->start && fz_phrase_any_before (left->start, left->end, owners, G_N_ELEMENTS (owners));
}

/**
 * fz_indicator_is_of_right:
 * @reading: a reading
 * @left: the phrase before a figure
 * @c: the figure, of a measure
 *
 * Rule "of-right": left of 一条长90米的石桥 stands only a dimension; what is behind
 * 86%的土地 is what the share is of, unless it is 利率3%的贷款.
 *
 * Returns: whether what stands behind @c goes before @left
 */
gboolean
fz_indicator_is_of_right (const FzReading *reading, const FzPhrase *left, const FzCandidate *c)
{
  static const char *const dimensions[] = { "长", "長", "宽", "寬", "高", "深", "厚", "重" };
  static const char *const rates[] = { "率", "比", "比例", "比重", "度", "幅", "价", "價", "值", "量", "额", "額", "数", "數", "息", "利", "面", "折", "增长", "下降" };
  static const char *const limits[] = { "以上", "以下", "左右" };
  const char *end = reading->text + reading->length;
  const char *behind = reading->text + c->end;
  gboolean joined;
  gsize length;

  /* 99%以上的县 */
  for (gsize i = 0; i < G_N_ELEMENTS (limits) && c->kind == FZ_FIGURE_PERCENT; i++)
    if (fz_text_at (behind, end, limits[i]))
      {
        behind += strlen (limits[i]);
        break;
      }
  joined = fz_text_at (behind, end, "的");

  if (c->kind == FZ_FIGURE_PERCENT || c->kind == FZ_FIGURE_RATIO)
    return joined && !fz_phrase_any_before (left->start, left->end, rates, G_N_ELEMENTS (rates)) &&
           !(fz_phrase_word_at (left->start, left->end, &length) & FZ_PHRASE_CHANGE);
  if (c->kind != FZ_FIGURE_LENGTH && c->kind != FZ_FIGURE_AREA && c->kind != FZ_FIGURE_MASS)
    return FALSE;
  for (gsize i = 0; joined && i < G_N_ELEMENTS (dimensions) && left->end - left->start <= 9; i++)
    if (fz_text_before (left->start, left->end, dimensions[i]) &&
        (left->end - left->start == 3 || fz_text_at (left->start, left->end, "一")))
      return TRUE;
  return fz_indicator_is_owner (reading, left, c);
}

/**
 * fz_indicator_is_deal:
 * @reading: a reading
 * @c: a figure of it
 *
 * Rule "deal": 山水长卷以920万元成交: what is sold for a sum stands before it.
 *
 * Returns: whether @c is the sum of a deal
 */
gboolean
fz_indicator_is_deal (const FzReading *reading, const FzCandidate *c)
{
  static const char *const deals[] = { "成交", "落槌", "落锤", "落槌成交", "拍出", "售出", "卖出", "賣出", "转手", "中标", "得標", "竞得", "拍得", "拿下", "摘得" };
  const char *end = reading->text + reading->length;

  for (gsize i = 0; i < G_N_ELEMENTS (deals) && c->kind == FZ_FIGURE_MONEY; i++)
    if (fz_text_at (reading->text + c->end, end, deals[i]))
      return TRUE;
  return FALSE;
}

/* 减少约8%的柴油用量. Returns: the bytes of the hedge before @c. */
static gsize
hedge_before (const FzReading *reading, const FzCandidate *c)
{
  static const char hedges[] = "约 約 近 超 逾 超过 超過 大约 大約 了 至少";
  static FzWords *words;

  return fz_words_before (fz_words_of_list (&words, hedges), reading->text, reading->text + c->start, NULL);
}

/**
 * fz_indicator_share_saved:
 * @reading: a reading
 * @left: the phrase before a figure
 * @c: the figure
 * @right: the phrase behind it
 *
 * Rule "share-saved": 减少渔船6%的柴油用量 is told of 渔船柴油用量.
 *
 * Returns: (transfer full) (nullable): what a share of is more or less, where the
 *   change word stands before it and the thing behind
 */
char *
fz_indicator_share_saved (const FzReading *reading, const FzPhrase *left, const FzCandidate *c, const FzPhrase *right)
{
  const char *end = reading->text + reading->length, *owner = left->start;
  gsize length;

  if ((c->kind != FZ_FIGURE_PERCENT && c->kind != FZ_FIGURE_RATIO) || !fz_text_at (reading->text + c->end, end, "的") ||
      fz_phrase_is_empty (right) || left->end <= left->start || left->end != reading->text + c->start - hedge_before (reading, c))
    return NULL;
  while (owner < left->end && (!(fz_phrase_word_at (owner, left->end, &length) & FZ_PHRASE_CHANGE) || length < 6))
    owner += fz_char_length_at (owner, left->end);
  if (owner == left->end)
    return NULL;
  owner += length;
  return left->end - owner > 18 ? NULL
                                : g_strdup_printf ("%.*s%.*s", (int) (left->end - owner), owner, (int) (right->end - right->start), right->start);
}

/**
 * fz_indicator_counts_deeds:
 * @reading: a reading
 * @c: a count of it
 *
 * Rule "deeds": 他三次前往海南, 两次宣布延长: what is done so many times follows.
 *
 * Returns: whether @c counts how often what is behind it was done
 */
gboolean
fz_indicator_counts_deeds (const FzReading *reading, const FzCandidate *c)
{
  static const char *const times[] = { "次", "趟", "度" };
  const char *unit = reading->text + c->unit_start, *p = reading->text + c->end, *end = reading->text + reading->length;
  static const char *const changes[] = { "降", "增", "升", "提高", "减", "減", "上升", "下降", "至", "到" };
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    if (fz_text_at (p, end, changes[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    if (fz_text_at (unit, p, times[i]) && (gsize) (p - unit) == strlen (times[i]))
      return fz_phrase_word_at (p, end, &length) & (FZ_PHRASE_CUT | FZ_PHRASE_DOES | FZ_PHRASE_ACTS | FZ_PHRASE_VERB) && length >= 6;
  return FALSE;
}
