/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-qualifiers.h"

#include "fz-against.h"
#include "fz-phrase-links.h"

#include <string.h>

/* In what direction a figure tells a change: the change word right before it, or
 * before its thing.  A word of the tables with the value 0 only keeps a shorter one
 * that it contains off. */

#define MAX_OWNER 8 /* characters */

enum { CHANGE_UP = 1, CHANGE_DOWN = 2, CHANGE_LINK = 4 };

static const struct {
  const char *words;
  guint       value;
} changes[] = {
  { "加幅 增长 增長 增加 增 增至 增到 上升 提高 提升 上涨 上漲 涨 升 攀升 增幅 增速 升至 增收 增产 多 扩大 新增 净增 提升至 提高到 提高至 增长到 增加到 成长 成長 增值 上调 上調 调高 調高 涨价 漲價 加价 加價 超产 偏高 偏多 增雨 扩大到 扩大至 擴大到 恢复到 恢復到 延长到 延长至 延長到 延長至 拓展到 上升到 上升至 攀升至 升到 涨至 涨到 漲至 增为 增為 调整到 加快 增效 提速 多收 多产 递增 遞增 净增长 反弹 增長到 上行 调升 調升 走高 收涨 收漲 收高 高开 高開 多出 恢复至 恢復至 成长至 成長至 年增 月增 回升 回升至 回升到 反弹至", CHANGE_UP },
  { "下降 减少 減少 降低 下跌 缩短 縮短 降 减 減 下滑 回落 压减 缩小 降至 降到 减至 缩短至 缩短到 下降到 降低到 跌 降幅 节省 收窄 同比降 下调 下調 调低 調低 降价 降價 减产 減產 偏低 偏少 压缩 壓縮 压缩到 压缩至 压减到 压减至 缩小到 缩小至 缩减 缩减到 降为 降為 减为 減為 缩短为 縮短為 跌至 跌到 少收 放缓 递减 減至 降成本 回落至 滑落 下行 调降 調降 走低 收跌 收低 低开 低開 压降到 压降至 壓降至", CHANGE_DOWN },
  { "了 至 到 达 達 约 約 近 超 超过 超過 逾 率 幅 为 為 近似 同比 在 零下 都 均", CHANGE_LINK },
  { "許多 许多 很多 更多 最多 大多 众多 至多 多达 多達 加减 加減 起降 升降 沉降 空降 爬升", 0 },
};

FZ_LEXICON (change_lexicon, changes)

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
  static const char marks[] = "， , 。 ； ; ： : ？ ? ! …";
  static FzWords *stops;
  const char *start = reading->text, *p = start + candidate->start;

  if ((candidate->kind != FZ_FIGURE_PERCENT && candidate->kind != FZ_FIGURE_RATIO) ||
      !fz_text_at (start + candidate->end, start + reading->length, "的"))
    return FZ_CHANGE_NONE;
  for (guint n = 0, value = 0; n < MAX_OWNER && p > start; n++, value = 0)
    {
      if (fz_words_before (object_lexicon (), start, p, &value) > 0)
        return value & CHANGE_UP ? FZ_CHANGE_UP : value & CHANGE_DOWN ? FZ_CHANGE_DOWN : FZ_CHANGE_NONE;
      if (fz_words_before (fz_words_of_list (&stops, marks), start, p, NULL) > 0 || fz_text_before (start, p, "的"))
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
