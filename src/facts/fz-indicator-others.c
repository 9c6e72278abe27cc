/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-private.h"

#include "fz-phrase-links.h"
#include "fz-phrase-words.h"

#include <string.h>

/* What a figure measures that another figure or another clause names. */

#define MAX_PARTED 24 /* characters from one figure to a part of it */

/**
 * fz_indicator_of_which:
 * @look: a count
 *
 * Rule "of-which": 15个乡镇中已有11个参与, 28名学生里有21人获奖: those of the count before
 * are counted; 有7名是留守儿童 says itself who they are.
 *
 * Returns: (transfer full) (nullable): what they are
 */
char *
fz_indicator_of_which (const FzIndicatorLook *look)
{
  static const char within[] = "中 里 裡 内 內 当中 當中 之中 中， 里，", having[] = "有 已有 已经有 已經有 就有 现有 仅有 只有 还有 便有 约有";
  static FzWords *places, *verbs;
  const FzFound *previous = look->previous;
  const char *text = look->reading->text, *p = text + look->c->start, *limit;
  gsize length;

  if (previous == NULL || previous->candidate.kind != FZ_FIGURE_COUNT || previous->indicator == NULL ||
      !fz_indicator_same_sentence (look->reading, previous, look->c) || fz_text_at (text + look->c->end, text + look->reading->length, "是"))
    return NULL;
  limit = text + previous->candidate.end;
  length = fz_words_before (fz_words_of_list (&verbs, having), limit, p, NULL);
  p -= length;
  if (length == 0 || g_utf8_strlen (limit, p - limit) > MAX_PARTED || fz_words_before (fz_words_of_list (&places, within), limit, p, NULL) == 0)
    return NULL;
  return g_strdup (previous->indicator);
}

/**
 * fz_indicator_where:
 * @look: a figure with nothing but a link before it in its clause
 *
 * Rule "where": 平均雨量62毫米，最大点雨量在石门镇，达187毫米: the clause before says what
 * was most, and where.
 *
 * Returns: (transfer full) (nullable): it
 */
char *
fz_indicator_where (const FzIndicatorLook *look)
{
  static const char openings[] = "最 其中最 单站 單站", places[] = "出现在 出現在 在 位于 位於 为 為 是";
  static FzWords *superlatives, *verbs;
  const char *text = look->reading->text, *limit = text + (look->previous != NULL ? look->previous->candidate.end : 0), *end = text + look->c->start, *p = end, *q;

  while (p > limit && !fz_text_before (limit, p, "，"))
    p -= fz_char_length_before (limit, p);
  if (p <= limit || end - p > 9)
    return NULL;
  end = p - strlen ("，");
  for (p = end; p > limit && !fz_text_before (limit, p, "，") && !fz_text_before (limit, p, "；"); p -= fz_char_length_before (limit, p))
    ;
  if (fz_words_at (fz_words_of_list (&superlatives, openings), p, end, NULL) == 0)
    return NULL;
  for (q = p; q < end && fz_words_at (fz_words_of_list (&verbs, places), q, end, NULL) == 0; q += fz_char_length_at (q, end))
    ;
  return q < end && q - p >= 9 ? g_strndup (p, (gsize) (q - p)) : NULL;
}

/**
 * fz_indicator_of_feast:
 * @look: a span of time
 *
 * Rule "feast": 国庆假期八天, 今年春節假期長達9天: the feast itself is what lasts.
 *
 * Returns: (transfer full) (nullable): it
 */
char *
fz_indicator_of_feast (const FzIndicatorLook *look)
{
  static const char links[] = "长达 長達 为 為 达 達 共 为期 為期 有 共有", ends[] = "假期 假日 长假 長假 连假 連假 黄金周 春运 春運";
  static FzWords *words, *feasts;
  const char *text = look->reading->text, *p = text + look->c->start;
  const FzTime *time;

  p -= fz_words_before (fz_words_of_list (&words, links), text, p, NULL);
  time = fz_link_time (look->reading, p);
  if (time == NULL || fz_words_before (fz_words_of_list (&feasts, ends), text + time->start, text + time->end, NULL) == 0)
    return NULL;
  return g_strndup (text + time->start, time->end - time->start);
}
