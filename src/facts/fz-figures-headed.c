/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-rules.h"
#include "fz-phrase-words.h"

#include <string.h>

/* Rule "headed-unit": 参观人次超过50万, 价格指数为114.1: the noun before the number
 * says what is counted, so that no unit is behind it. */

/* A noun that ends in one of @words is counted in @unit. */
static const struct {
  const char *words;
  FzUnit      unit;
} headed_units[] = {
  { "人次 人次数 人次數", { "人次", FZ_FIGURE_COUNT, "人次", { 1, 0 }, 0 } },
  { "人数 人數 总人数 總人數 用户数 用戶數 会员数 會員數 粉丝数 粉絲數", { "人", FZ_FIGURE_COUNT, "人", { 1, 0 }, 0 } },
  { "户数 戶數 总户数", { "户", FZ_FIGURE_COUNT, "户", { 1, 0 }, 0 } },
  { "件数 件數 案件数", { "件", FZ_FIGURE_COUNT, "件", { 1, 0 }, 0 } },
  { "播放量 点击量 點擊量 阅读量 閱讀量 浏览量 瀏覽量 访问量 下载量 转发量 点赞数", { "次", FZ_FIGURE_COUNT, "次", { 1, 0 }, 0 } },
  { "指数 指數", { "点", FZ_FIGURE_OTHER, "点", { 1, 0 }, 0 } },
};

static const char links[] =
  "达 達 达到 達到 为 為 是 超 超过 超過 近 约 約 约为 突破 逾 已 已达 已達 共 累计 累計 均 将 將 将达 已超 已超过 已近 超出 仅 僅 不足 升至 降至 增至 报 報 收于 ： :";

FZ_ROW_LEXICON (heads, headed_units)

static const FzUnit *
headed_unit (const char *start, const char *p)
{
  guint row = 0;

  fz_words_before (heads (), start, p, &row);
  return row > 0 ? &headed_units[row - 1].unit : NULL;
}

/* Returns: where the noun before the words that link it to its number ends. */
static const char *
behind_noun (const char *start, const char *p)
{
  static FzWords *cache;
  gsize length;

  for (guint n = 0; n < 3 && (length = fz_words_before (fz_words_of_list (&cache, links), start, p, NULL)) > 0; n++)
    p -= length;
  return p;
}

/* 人数为100—200 and 5/6 go on. */
static gboolean
ends_here (const char *p, const char *end)
{
  static const char *const joints[] = { "：", ":", "/", "／" };
  gsize length;

  if (p >= end)
    return TRUE;
  if (fz_range_mark_at (p, end) > 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (fz_text_at (p, end, joints[i]))
      return FALSE;
  return fz_phrase_word_at (p, end, &length) & FZ_PHRASE_MARK;
}

/**
 * fz_take_headed:
 * @reading: a reading
 * @p: where a number starts that no unit is behind
 * @number: the number
 * @out: (out): the figure
 *
 * Rule "headed-unit".
 *
 * Returns: whether the noun before the number names what it counts
 */
gboolean
fz_take_headed (const FzReading *reading, const char *p, FzNumber number, FzCandidate *out)
{
  const char *start = reading->text, *behind = p + number.length, *noun;
  const FzUnit *unit;

  if (number.flags & FZ_NUMBER_CHINESE || p - start < 6 || !ends_here (behind, start + reading->length))
    return FALSE;
  noun = behind_noun (start, p);
  unit = headed_unit (start, noun);
  /* 指数5 is a list of indices, 人数3 a mark of a note; nobody counts 5.5 people. */
  if (unit == NULL || (noun == p && number.power == 0) ||
      (unit->kind == FZ_FIGURE_COUNT && number.power == 0 && number.value.scale > 0))
    return FALSE;
  *out = (FzCandidate) {
    .number = number, .unit = unit, .rule = "headed-unit", .value = number.value, .max = number.top,
    .qualifiers = fz_candidate_own_qualifiers (&number, start, p),
  };
  return fz_candidate_finish (reading, out, p, behind, behind);
}
