/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-indicator-private.h"

#include "fz-phrase-links.h"
#include "fz-phrase-words.h"

#include <string.h>

/* Figures whose name stands in a form of its own: in the brackets of a form, and
 * with an anniversary. */

/* 采购金额 is what a form may ask for, 本报讯 and 记者 are not. */
static gboolean
is_label (const char *start, const char *end)
{
  static const char *const heads[] = {
    "金额", "金額", "费", "費", "总计", "總計", "合计", "合計", "比", "比率", "比例", "价", "價", "价格", "價格", "额", "額", "额度", "額度", "预算", "預算",
    "面积", "面積", "数量", "數量", "人数", "人數", "重量", "长度", "長度", "产量", "產量", "产值", "產值",
  };

  end -= fz_link_brackets_before (start, end);
  while (end > start && g_ascii_isdigit (end[-1]))
    end--;
  return end - start >= 6 && fz_phrase_any_before (start, end, heads, G_N_ELEMENTS (heads));
}

/**
 * fz_indicator_label:
 * @reading: a reading
 * @c: a figure of it
 *
 * Rule "label": [采购金额]83万元: in a form what is measured stands in brackets of
 * its own.
 *
 * Returns: (transfer full) (nullable): it
 */
char *
fz_indicator_label (const FzReading *reading, const FzCandidate *c)
{
  static const char *const opens[] = { "[", "【", "［" }, *const closes[] = { "]", "】", "］" };
  static const char *const hedges[] = { "新台幣", "新臺幣", "新台币", "人民币", "人民幣", "港幣", "約", "约" };
  const char *p = reading->text + c->start, *q;
  guint kind = 0;

  if (c->kind == FZ_FIGURE_COUNT)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (hedges); i++)
    if (fz_text_before (reading->text, p, hedges[i]))
      p -= strlen (hedges[i]);
  q = p;
  while (kind < G_N_ELEMENTS (closes) && !fz_text_before (reading->text, p, closes[kind]))
    kind++;
  for (guint n = 0; kind < G_N_ELEMENTS (closes) && n < FZ_PHRASE_MAX_CHARACTERS && q > reading->text; n++)
    {
      q -= fz_char_length_before (reading->text, q);
      if (fz_text_at (q, p, opens[kind]))
        {
          const char *start = q + strlen (opens[kind]), *end = p - strlen (closes[kind]);

          return is_label (start, end) ? g_strndup (start, (gsize) (end - start)) : NULL;
        }
    }
  return NULL;
}

/**
 * fz_indicator_anniversary:
 * @reading: a reading
 * @left: the phrase before a figure
 * @c: the figure, a span of time
 *
 * Rule "anniversary": 茶厂成立75周年: what an anniversary is of did something, where
 * 茶厂迎来20周年 tells nothing of that.
 *
 * Returns: what it is of, or an empty phrase
 */
FzPhrase
fz_indicator_anniversary (const FzReading *reading, const FzPhrase *left, const FzCandidate *c)
{
  const char *figure = reading->text + c->start, *unit = reading->text + c->unit_start, *end = reading->text + c->end;
  static const char *const founded[] = { "创刊", "創刊", "成立", "建交", "建校", "建厂", "建院", "建国", "建军", "建党", "诞生", "誕生", "诞辰", "誕辰", "逝世", "创建", "創建", "创立", "創立", "开通", "回归", "回歸" };
  FzPhrase phrase = { 0 };

  if ((fz_text_at (unit, end, "周年") || fz_text_at (unit, end, "週年")) && !fz_phrase_is_empty (left) && !left->borrowed &&
      left->end == figure && fz_phrase_any_before (left->start, left->end, founded, G_N_ELEMENTS (founded)))
    return *left;
  if ((fz_text_at (unit, end, "周年") || fz_text_at (unit, end, "週年")) && !fz_phrase_is_empty (left) && !left->borrowed &&
      left->end == left->verb.start && left->verb.end == figure && !fz_text_at (left->end, figure, "迎"))
    phrase = (FzPhrase) { .start = left->start, .end = left->verb.end };
  return phrase;
}
