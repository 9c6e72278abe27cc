/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-qualifiers.h"

#include "fz-against.h"
#include "fz-numerals.h"
#include "fz-phrase-links.h"

#include <string.h>

#define MAX_OWNER 8 /* characters */

/* What the words around a figure say of it: about, over, under, each, planned.
 * Words right before and behind it, 每 in its clause, planning words in its
 * sentence.  A word of the tables with the value 0 only keeps a shorter one
 * that it contains off (签约 is no 约). */

#define CLAUSE_REACH 90

enum { CHANGE_UP = 1, CHANGE_DOWN = 2, CHANGE_LINK = 4 };

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
}, changes[] = {
  { "加幅 增长 增長 增加 增 增至 增到 上升 提高 提升 上涨 上漲 涨 升 攀升 增幅 增速 升至 增收 增产 多 扩大 新增 净增 提升至 提高到 提高至 增长到 增加到 成长 成長 增值 上调 上調 调高 調高 涨价 漲價 加价 加價 超产 偏高 偏多 增雨 扩大到 扩大至 擴大到 恢复到 恢復到 延长到 延长至 延長到 延長至 拓展到 上升到 上升至 攀升至 升到 涨至 涨到 漲至 增为 增為 调整到 加快 增效 提速 多收 多产 递增 遞增 净增长 反弹 增長到 上行 调升 調升 走高 收涨 收漲 收高 高开 高開 多出 恢复至 恢復至 成长至 成長至 年增 月增 回升 回升至 回升到 反弹至", CHANGE_UP },
  { "下降 减少 減少 降低 下跌 缩短 縮短 降 减 減 下滑 回落 压减 缩小 降至 降到 减至 缩短至 缩短到 下降到 降低到 跌 降幅 节省 收窄 同比降 下调 下調 调低 調低 降价 降價 减产 減產 偏低 偏少 压缩 壓縮 压缩到 压缩至 压减到 压减至 缩小到 缩小至 缩减 缩减到 降为 降為 减为 減為 缩短为 縮短為 跌至 跌到 少收 放缓 递减 減至 降成本 回落至 滑落 下行 调降 調降 走低 收跌 收低 低开 低開 压降到 压降至 壓降至", CHANGE_DOWN },
  { "了 至 到 达 達 约 約 近 超 超过 超過 逾 率 幅 为 為 近似 同比 在 零下 都 均", CHANGE_LINK },
  { "許多 许多 很多 更多 最多 大多 众多 至多 多达 多達 加减 加減 起降 升降 沉降 空降 爬升", 0 },
};

FZ_LEXICON (before_lexicon, before_words)
FZ_LEXICON (behind_lexicon, behind_words)
FZ_LEXICON (each_lexicon, each_words)
FZ_LEXICON (change_lexicon, changes)

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

/* 提高到去年的1.86万元, 提高到每小时32公里: of when or of what a value is stands
 * between the change word and it. */
static const char *
over_between (const FzReading *reading, const char *p)
{
  static const char each[] = "每百户 每百戶 每百人 每千人 每万人 每百亩 每小时 每小時 每天 每日 每月 每年 每人 每户 每戶 每亩 每畝 每吨 每噸 每公斤 每斤 每平方米 每立方米";
  static FzWords *words;
  const char *start = reading->text;
  const FzTime *time = fz_text_before (start, p, "的") ? fz_link_time (reading, p - strlen ("的")) : NULL;

  if (time != NULL)
    return start + time->start;
  p -= fz_link_same_span_before (start, p);
  return p - fz_words_before (fz_words_of_list (&words, each), start, p, NULL);
}

/* 比上年低0.3个百分点, 比去年同期高出8元: high and low are changes only where
 * two times are compared. */
static FzChange
compared_level (const char *start, const char *p)
{
  static const struct {
    const char *word;
    FzChange    change;
  } levels[] = {
    { "高", FZ_CHANGE_UP }, { "高出", FZ_CHANGE_UP }, { "高了", FZ_CHANGE_UP }, { "低", FZ_CHANGE_DOWN }, { "低了", FZ_CHANGE_DOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (fz_text_before (start, p, levels[i].word))
      {
        g_autofree char *against = fz_against_before (start, p);

        return against != NULL ? levels[i].change : FZ_CHANGE_NONE;
      }
  return FZ_CHANGE_NONE;
}

/**
 * fz_change_of:
 * @reading: a reading
 * @candidate: a figure of it
 *
 * Reads the change word right before the figure: 增长9.2%, 缩短至6天.
 *
 * Returns: the direction of the change that the figure tells
 */
FzChange
fz_change_of (const FzReading *reading, const FzCandidate *candidate)
{
  const char *p = over_between (reading, reading->text + candidate->start);

  for (guint n = 0; n < 4; n++)
    {
      guint value = 0;
      gsize length = fz_words_before (change_lexicon (), reading->text, p, &value);

      if (length == 0 && n == 0)
        return compared_level (reading->text, p);
      if (length == 0 || value == 0)
        return FZ_CHANGE_NONE;
      if (value & CHANGE_UP)
        return FZ_CHANGE_UP;
      if (value & CHANGE_DOWN)
        return FZ_CHANGE_DOWN;
      p -= length;
    }
  return FZ_CHANGE_NONE;
}

/* What a change word of these has between it and the figure. */
static const struct {
  const char *words;
  guint       value;
} object_words[] = {
  { "新增 净增 新增加 增加", CHANGE_UP },
  { "节省 節省 减少 減少 降低 缩减 压减", CHANGE_DOWN },
  { "增加值 增加额 增加量 增加数 減少量 减少量", 0 },
};

FZ_LEXICON (object_lexicon, object_words)

/* Rule "share-saved": 减少渔船6%的柴油用量: the change word stands before whose it is, in
 * the clause. */
static FzChange
change_of_share (const FzReading *reading, const FzCandidate *candidate)
{
  const char *start = reading->text, *p = start + candidate->start;

  if ((candidate->kind != FZ_FIGURE_PERCENT && candidate->kind != FZ_FIGURE_RATIO) ||
      !fz_text_at (start + candidate->end, start + reading->length, "的"))
    return FZ_CHANGE_NONE;
  for (guint n = 0, value = 0, mark = 0; n < MAX_OWNER && p > start; n++, value = 0)
    {
      if (fz_words_before (object_lexicon (), start, p, &value) > 0)
        return value & CHANGE_UP ? FZ_CHANGE_UP : value & CHANGE_DOWN ? FZ_CHANGE_DOWN : FZ_CHANGE_NONE;
      if ((fz_words_before (each_lexicon (), start, p, &mark) > 0 && mark == 2) || fz_text_before (start, p, "的"))
        break;
      p -= fz_char_length_before (start, p);
    }
  return FZ_CHANGE_NONE;
}

/* 节省药费约1200万元. */
static const char *
before_hedge (const char *start, const char *p)
{
  static const char hedges[] = "约 約 近 超 逾 超过 超過 达 達 了 大约 大約";
  static FzWords *words;

  return p - fz_words_before (fz_words_of_list (&words, hedges), start, p, NULL);
}

/**
 * fz_change_of_object:
 * @reading: a reading
 * @candidate: a figure
 * @indicator: what it measures
 *
 * 新增学位1.5万个, 节省药费1200万元: the thing stands between the change word and
 * the figure; 减少渔船6%的柴油用量 has it behind the figure.
 *
 * Returns: the change, where @indicator stands right before the figure, with the
 *   change word before it or in it
 */
FzChange
fz_change_of_object (const FzReading *reading, const FzCandidate *candidate, const char *indicator)
{
  const char *start = reading->text, *p = before_hedge (start, start + candidate->start), *q = p - strlen (indicator);
  guint value = 0;
  gsize length;

  if (!fz_text_before (start, p, indicator))
    return change_of_share (reading, candidate);
  length = fz_words_before (object_lexicon (), start, q, &value);
  for (; length == 0 && q < p; q += fz_char_length_at (q, p))
    length = fz_words_at (object_lexicon (), q, p, &value);
  if (length == 0)
    return FZ_CHANGE_NONE;
  if (value & CHANGE_UP)
    return FZ_CHANGE_UP;
  return value & CHANGE_DOWN ? FZ_CHANGE_DOWN : FZ_CHANGE_NONE;
}
