/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-qualifiers.h"

#include "fz-numerals.h"

#include <string.h>

/* What the words around a figure say of it: about, over, under, each, planned.
 * Words right before and behind it, 每 in its clause, planning words in its
 * sentence.  A word of the tables with the value 0 only keeps a shorter one
 * that it contains off (签约 is no 约). */

#define CLAUSE_REACH 90

static const struct {
  const char *words;
  guint       value;
} before_words[] = {
  { "约占 約占 約佔 约佔 大约占 约 約 约合 大约 大約 约为 約為 约有 約有 大概 大致 左右", FZ_QUALIFIER_APPROX },
  { "超 超过 超過 超出 逾 突破 高于 高於 不得低于 不得少于 不得小于 至少 不少于 不低于 不少於 不低於 上 破 已超 大于 多于 起码 冲破", FZ_QUALIFIER_OVER },
  { "近 将近 將近 接近 不足 不到 未满 未滿 不满 低于 低於 少于 少於 不得超过 不得超過 不得高于 不得大于 不得多于 不高於 不大於 至多 最多 不超过 不超過 不高于 不大于 小于", FZ_QUALIFIER_UNDER },
  { "签约 簽約 合约 合約 节约 節約 预约 預約 履约 条约 契约 违约 制约 相约 邀约 公约 大众约 附近 最近 靠近 新近 邻近 就近 临近 "
    "马上 馬上 以上 网上 網上 线上 線上 路上 村上 会上 會上 身上 街上 山上 海上 手上 墙上 早上 晚上 地上 晋上 赶上 加上 用上 种上 送上 搬上 走上 "
    "打破 爆破 识破 高超 赶超 反超 市上 县上 镇上 社会上 桌上 船上 车上 台上 场上 "
    "增上 之上 基础上 事实上 总体上 历史上 世界上 国际上", 0 },
}, behind_words[] = {
  { "以上 及以上 之多 以上的", FZ_QUALIFIER_OVER },
  { "以下 及以下 以内 以內 之内 之內", FZ_QUALIFIER_UNDER },
  { "左右 上下", FZ_QUALIFIER_APPROX },
}, each_words[] = {
  { "每", 1 },
  { "生均 师均 株均 床均 队均 户均 戶均 人均 亩均 畝均 年均 日均 月均 户平均 亩平均 场均 村均 校均 单均 次均 均每 人平均 每场均", 3 },
  { "月平均 日平均 年平均", 4 },
  { "， , 。 ； ; ： : ！ ？ ? ! …", 2 },
};

FZ_LEXICON (before_lexicon, before_words)
FZ_LEXICON (behind_lexicon, behind_words)
FZ_LEXICON (each_lexicon, each_words)

/* 约占全镇的七成: the hedge stands before what the share is taken of. */
static FzQualifiers
hedged_share (const char *start, const char *p)
{
  static const char *const hedges[] = { "约占", "約占", "約佔", "约佔", "大约占", "大約佔" };

  if (!fz_text_before (start, p, "的"))
    return 0;
  for (guint n = 0; n < 16 && p > start; n++)
    {
      guint value = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (hedges); i++)
        if (fz_text_before (start, p, hedges[i]))
          return FZ_QUALIFIER_APPROX;
      if (fz_words_before (each_lexicon (), start, p, &value) > 0 && value == 2)
        return 0;
      p -= fz_char_length_before (start, p);
    }
  return 0;
}

/* 約新台幣250萬元: the currency stands between. */
static const char *
over_currency (const char *start, const char *p)
{
  static const char *const words[] = { "新台幣", "新臺幣", "新台币", "人民币", "人民幣", "港币", "港幣" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_before (start, p, words[i]))
      return p - strlen (words[i]);
  return p;
}

static FzQualifiers
before (const FzReading *reading, const FzCandidate *c)
{
  const char *p = over_currency (reading->text, reading->text + c->start);
  guint value = 0;

  if (p > reading->text && p[-1] == ' ')
    p--;
  if (fz_words_before (before_lexicon (), reading->text, p, &value) == 0)
    return c->kind == FZ_FIGURE_PERCENT || c->kind == FZ_FIGURE_RATIO ? hedged_share (reading->text, p) : 0;
  /* 上 says something before 百 千 万 alone. */
  if (fz_text_before (reading->text, p, "上") && !(c->number.flags & FZ_NUMBER_BARE))
    return 0;
  return (FzQualifiers) value;
}

/* 六成多, 一倍多, 三斤多; but 3亿元多方筹集. */
static gboolean
more_behind (const FzCandidate *c, const char *p, const char *end)
{
  static const char *const words[] = { "多方", "多元", "多种", "多项", "多渠道", "多次", "多地", "多家", "多个", "多名", "多人", "多样", "多式", "多点" };

  if (c->kind == FZ_FIGURE_COUNT || !fz_text_at (p, end, "多"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_at (p, end, words[i]))
      return FALSE;
  return TRUE;
}

static FzQualifiers
behind (const FzReading *reading, const FzCandidate *c, gboolean *threshold)
{
  const char *end = reading->text + reading->length, *p = reading->text + c->end;
  static const char *const included[] = { "（含）", "(含)" };
  guint value = 0;
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (included); i++)
    p += fz_text_at (p, end, included[i]) ? strlen (included[i]) : 0;
  length = fz_words_at (behind_lexicon (), p, end, &value);

  p += length;
  /* 50万元以上的项目: a class of things, whatever is planned with them. */
  *threshold = length > 0 && value != FZ_QUALIFIER_APPROX && p < end && fz_byte_is_han (*p);
  if (length == 0 && more_behind (c, p, end))
    return FZ_QUALIFIER_OVER;
  if (length == 0 && c->kind == FZ_FIGURE_DURATION && fz_text_at (p, end, "内") && !fz_text_at (p, end, "内部"))
    return FZ_QUALIFIER_UNDER;
  return (FzQualifiers) value;
}

/* 16元/公斤 and 120吨/日 are taken each; 29微克/立方米 is a density. */
static gboolean
is_rate_each (const FzReading *reading, const FzCandidate *c)
{
  static const char *const times[] = { "日", "天", "年", "月", "小时", "小時", "时", "時", "分钟", "分鐘", "秒", "人", "户", "戶" };

  if (c->kind == FZ_FIGURE_MONEY)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    if (fz_text_before (reading->text + c->unit_start, reading->text + c->end, times[i]))
      return TRUE;
  return FALSE;
}

/* 每 or a 均 of its own in the clause before the figure; 六年一次 behind it. */
static gboolean
is_each (const FzReading *reading, const FzCandidate *c)
{
  const char *start = reading->text, *end = start + reading->length;
  const char *p = start + c->start, *q = start + c->end;
  const char *limit = p - MIN (c->start, (gsize) CLAUSE_REACH);

  if (c->kind == FZ_FIGURE_DURATION && fz_text_at (q, end, "一"))
    return !fz_text_at (q, end, "一直") && !fz_text_at (q, end, "一到");
  if (c->rate && is_rate_each (reading, c))
    return TRUE;
  if ((c->kind == FZ_FIGURE_PERCENT && fz_text_at (q, end, "/")) || (fz_text_at (q, end, "每") && !fz_text_at (q, end, "每年")))
    return TRUE;
  if (c->kind == FZ_FIGURE_RANK)
    return FALSE;
  for (; p > limit; p -= fz_char_length_before (limit, p))
    {
      guint value = 0;

      /* 以每亩600元的价格流转1350亩: 的 closes what is each. */
      if (fz_text_before (limit, p, "元的"))
        return FALSE;
      /* Temperatures have a 月平均, too. */
      if (fz_words_before (each_lexicon (), limit, p, &value) > 0 && (value != 4 || c->kind == FZ_FIGURE_MONEY))
        return value >= 3 || (value == 1 && c->kind != FZ_FIGURE_PERCENT);
    }
  return FALSE;
}

/* 超千亿元的园区 */
static gboolean
is_class (const FzReading *reading, const FzCandidate *c, FzQualifiers before_it)
{
  const char *end = reading->text + reading->length;

  return before_it & FZ_QUALIFIER_OVER && fz_text_at (reading->text + c->end, end, "的");
}

/* 到2024年末有诊所86个，比上年增加2个: what is held against the year before has been. */
static gboolean
is_compared (const FzReading *reading, const FzCandidate *c)
{
  static const char *const words[] = { "比上年", "较上年", "較上年", "比去年", "较去年", "較去年", "同比" };
  const gsize reach = 42;
  gsize from = c->start - MIN (c->start, reach), until = MIN (c->end + reach, reading->length);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (memmem (reading->text + from, until - from, words[i], strlen (words[i])) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_planned (const FzReading *reading, const FzCandidate *c)
{
  guint s = fz_reading_last (reading->sentences, c->start);
  guint plan = c->start == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->plans, c->start - 1);
  guint time = c->start == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->times, c->start - 1);
  gsize from = g_array_index (reading->sentences, FzStretch, s).start;

  if (plan != FZ_NOT_FOUND && g_array_index (reading->plans, FzStretch, plan).start >= from)
    return TRUE;
  for (guint n = 0; time != FZ_NOT_FOUND && n < 16; n++, time--)
    {
      const FzTime *at = &g_array_index (reading->times, FzTime, time);

      if (at->start < from)
        return FALSE;
      if (at->flags & FZ_TIME_PLAN)
        return !is_compared (reading, c);
      if (time == 0)
        break;
    }
  return FALSE;
}

/**
 * fz_qualifiers_of:
 * @reading: a reading
 * @candidate: a figure of it
 *
 * Returns: what the text says of the figure; none is an exact one
 */
FzQualifiers
fz_qualifiers_of (const FzReading *reading, const FzCandidate *candidate)
{
  gboolean threshold = FALSE;
  FzQualifiers left = before (reading, candidate);
  FzQualifiers right = behind (reading, candidate, &threshold);
  FzQualifiers all = candidate->qualifiers | left | right;

  /* 亿元以上 is no guess at 亿元. */
  if (right & (FZ_QUALIFIER_OVER | FZ_QUALIFIER_UNDER) && candidate->number.flags & FZ_NUMBER_BARE &&
      !(candidate->number.flags & FZ_NUMBER_VAGUE))
    all &= ~(FzQualifiers) FZ_QUALIFIER_APPROX;

  if (is_each (reading, candidate))
    all |= FZ_QUALIFIER_EACH;
  if (!threshold && !is_class (reading, candidate, left) && is_planned (reading, candidate))
    all |= FZ_QUALIFIER_TARGET;
  return all;
}
