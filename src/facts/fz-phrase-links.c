/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-phrase-links.h"

#include "fz-numerals-symbols.h"
#include "fz-phrase-words.h"
#include "fz-units.h"

#include <string.h>

/* What stands between a figure and the phrase that it belongs to: linking
 * words, times, light verbs, 每亩, 一座, 这笔, 由改造前的. */

#define MAX_LINKS 12
#define MAX_BRACKETED 16 /* characters */

static const FzTime *
time_ending (const FzReading *reading, const char *p)
{
  gsize at = (gsize) (p - reading->text);
  guint i = at == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->times, at - 1);

  if (i == FZ_NOT_FOUND || g_array_index (reading->times, FzTime, i).end != at)
    return NULL;
  return &g_array_index (reading->times, FzTime, i);
}

/**
 * fz_link_time:
 * @reading: a reading
 * @p: a place in it
 *
 * Returns: (transfer none) (nullable): the time expression that ends at @p, with
 *   前 or 后 behind it or not
 */
const FzTime *
fz_link_time (const FzReading *reading, const char *p)
{
  static const char behind[] = "前 之前 以前 后 之后 以后 後 之後 以後";
  static FzWords *words;
  const FzTime *time = time_ending (reading, p);
  gsize length = time == NULL ? fz_words_before (fz_words_of_list (&words, behind), reading->text, p, NULL) : 0;

  return length > 0 ? time_ending (reading, p - length) : time;
}

/**
 * fz_link_place:
 * @reading: a reading
 * @p: a place in it
 *
 * Returns: (transfer none) (nullable): the region that ends at @p
 */
const FzStretch *
fz_link_place (const FzReading *reading, const char *p)
{
  gsize at = (gsize) (p - reading->text);
  guint i = at == 0 ? FZ_NOT_FOUND : fz_reading_last (reading->places, at - 1);

  if (i == FZ_NOT_FOUND || g_array_index (reading->places, FzStretch, i).end != at)
    return NULL;
  return &g_array_index (reading->places, FzStretch, i);
}

static gsize
classifier_at (const char *p, const char *end)
{
  gsize length;
  const FzUnit *unit;

  if (fz_text_at (p, end, "些"))
    return 3;
  unit = fz_unit_at (p, end, &length);
  return unit != NULL && unit->kind != FZ_FIGURE_PERCENT && !(unit->flags & FZ_UNIT_ARABIC) ? length : 0;
}

/**
 * fz_link_each_at:
 * @p: a place in a text
 * @end: its end
 *
 * Returns: (nullable): one past 每亩 or the like at @p
 */
const char *
fz_link_each_at (const char *p, const char *end)
{
  /* What takes no classifier. */
  static const char nouns[] = "村 镇 鎮 乡 鄉 县 縣 校 班 车 車 站 社区 字 页 省 市";
  static FzWords *words;
  const char *q = p + strlen ("每");
  gsize length;

  if (!fz_text_at (p, end, "每"))
    return NULL;
  /* 每百户, 每千人 */
  q += fz_symbol_at (q, end).class == FZ_SYMBOL_POWER ? 3 : 0;
  length = classifier_at (q, end);
  if (length == 0)
    length = fz_words_at (fz_words_of_list (&words, nouns), q, end, NULL);
  return length > 0 ? q + length : NULL;
}

/**
 * fz_link_skip_article:
 * @p: where a phrase starts
 * @end: its end
 * @limit: how far back to look
 *
 * 一座老桥, and 老桥 behind 这座, whose 这 has cut the phrase already; 时间 of
 * 至北坡的时间, which 至 has cut.
 *
 * Returns: where the noun starts; @p where too little would be left
 */
const char *
fz_link_skip_article (const char *p, const char *end, const char *limit)
{
  static const char pointers[] = "这 這 那 该 該 此 各 某";
  static FzWords *words;
  const char *noun = p;
  gsize classifier;

  if (fz_text_at (p, end, "的") && end - p > 6)
    return p + strlen ("的");
  classifier = fz_text_at (p, end, "一") ? classifier_at (p + 3, end) : 0;
  if (classifier > 0 && end - p >= (gssize) classifier + 9)
    return p + 3 + classifier;
  if (fz_words_before (fz_words_of_list (&words, pointers), limit, p, NULL) > 0)
    noun = p + classifier_at (p, end);
  return end - noun >= 3 ? noun : p;
}

/* 一笔90万元: 一 and its classifier say nothing. */
static gboolean
article_before (const char *limit, const char *p)
{
  return p - limit >= 6 && fz_text_at (p - 6, p, "一") && fz_char_length_before (limit, p) == 3 &&
         !fz_text_before (limit, p - 6, "第") && !fz_text_before (limit, p - 6, "统");
}

/* 每亩, 每平方米 */
static gsize
each_before (const char *limit, const char *p)
{
  const char *q = p;

  for (guint n = 0; n < 4 && q > limit; n++)
    {
      q -= fz_char_length_before (limit, q);
      if (fz_link_each_at (q, p) == p)
        return (gsize) (p - q);
    }
  return 0;
}

/* 这座2000平方米的厂房: the thing pointed at stands behind its figure. */
static gsize
pointer_before (const char *limit, const char *p)
{
  static const char *const pointers[] = { "这", "這", "那", "该", "該" };

  if (p - limit < 6 || fz_char_length_before (limit, p) != 3 || classifier_at (p - 3, p) != 3)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (pointers); i++)
    if (fz_text_before (limit, p - 3, pointers[i]))
      return 6;
  return 0;
}

/* 由改造前的68%提高到95%: of when a value was stands between it and its thing. */
static gsize
origin_before (const char *limit, const char *p)
{
  static const char *const ends[] = { "前的", "初的", "时的", "時的", "年的", "期的", "月的", "底的", "日的", "来的", "來的", "去的" };
  const char *q = p;
  gboolean told = FALSE;
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    told = told || fz_text_before (limit, p, ends[i]);
  for (guint n = 0; told && n < 10 && q > limit; n++)
    {
      q -= fz_char_length_before (limit, q);
      if (fz_text_at (q, p, "由") || fz_text_at (q, p, "从") || fz_text_at (q, p, "從"))
        return (gsize) (p - q);
      if (fz_phrase_word_at (q, p, &length) & FZ_PHRASE_MARK)
        return 0;
    }
  return 0;
}

/**
 * fz_link_same_span_before:
 * @limit: how far back to look
 * @p: a place in a text
 *
 * Rule "same-span": 恢复到2019年同期的112%: of which days the measure is.
 *
 * Returns: the bytes of 2019年同期的 or the like before @p, or 0
 */
gsize
fz_link_same_span_before (const char *limit, const char *p)
{
  static const char years[] = "上年 去年 前年 上一年 前一年 常年 往年 历年 歷年";
  static FzWords *words;
  const char *q = p - strlen ("同期的");
  gsize length;

  if (!fz_text_before (limit, p, "同期的"))
    return 0;
  length = fz_words_before (fz_words_of_list (&words, years), limit, q, NULL);
  if (length == 0 && fz_text_before (limit, q, "年"))
    for (length = strlen ("年"); q - length > limit && g_ascii_isdigit (q[-(gssize) length - 1]);)
      length++;
  return (gsize) (p - q) + length;
}

/**
 * fz_link_brackets_before:
 * @limit: how far back to look
 * @p: a place in a text
 *
 * 票房（含预售）突破6亿元: what is put in brackets stands beside the thing.
 *
 * Returns: the bytes of the brackets that close at @p and of what is in them, or 0
 */
gsize
fz_link_brackets_before (const char *limit, const char *p)
{
  const char *q = p;

  if (!fz_text_before (limit, p, "）") && !fz_text_before (limit, p, ")"))
    return 0;
  for (guint n = 0; n < MAX_BRACKETED && q > limit; n++)
    {
      q -= fz_char_length_before (limit, q);
      if (fz_text_at (q, p, "（") || fz_text_at (q, p, "("))
        return (gsize) (p - q);
      if (fz_text_at (q, p, "。"))
        return 0;
    }
  return 0;
}

/* 依次为235，189，176吨: the items of a list that have no unit.  Returns: the bytes of
 * the one before @p with its comma, or 0. */
static gsize
item_before (const char *limit, const char *p)
{
  const char *q = p - strlen ("，");

  if (!fz_text_before (limit, p, "，") || q - limit < 3)
    return 0;
  return g_ascii_isdigit (q[-1]) && g_ascii_isdigit (q[-2]) && g_ascii_isdigit (q[-3]) ? (gsize) (p - q) + 3 : 0;
}

static void
note_light (FzPhrase *phrase, const char *start, const char *end, guint class)
{
  phrase->light = TRUE;
  phrase->telling = (class & FZ_PHRASE_VERB) != 0;
  phrase->verb = (FzRun) { start, end };
}

/* 有8亩茶园, 以每年9万元的租金, 给6亩菜地浇水, 她家的9亩茶园: the thing stands behind. */
static gboolean
points_right (const char *limit, const char *p)
{
  static const char words[] = "有 首台 首条 首個 首个 首座 首款 首艘 首套 首架 靠 凭 凭借 以 用 给 給 把 为 為 为期 為期 历时 歷時 家的 人的 社的 村的 场的 場的";
  static FzWords *lexicon;

  return fz_words_before (fz_words_of_list (&lexicon, words), limit, p, NULL) > 0;
}

/* Returns: the bytes of the linking word before @p, or 0. */
static gsize
word_before (const char *limit, const char *p, FzPhrase *phrase)
{
  gsize length;
  guint class = fz_phrase_word_before (limit, p, &length);

  if (p[-1] == ' ')
    return 1;
  if (fz_text_before (limit, p, "　"))
    return 3;
  if (!(class & (FZ_PHRASE_TAIL | FZ_PHRASE_LIGHT)))
    return 0;
  if (class & FZ_PHRASE_LIGHT)
    note_light (phrase, p - length, p, class);
  phrase->points_right = phrase->points_right || points_right (limit, p);
  phrase->changed_from = phrase->changed_from || length > 6 || (length == 6 && fz_text_before (limit, p, "至"));
  return length;
}

static gsize
link_before (const FzReading *reading, const char *limit, const char *p, FzPhrase *phrase)
{
  const FzTime *time = fz_link_time (reading, p);
  gsize length;

  if (time != NULL)
    {
      /* 从去年六成至今年八成 */
      const char *start = reading->text + time->start;

      phrase->changed_from = phrase->changed_from || (start > limit && (fz_text_before (limit, start, "至") || fz_text_before (limit, start, "到")));
      return (gsize) (p - start);
    }
  /* 增长到目前的1.16亿户 */
  time = fz_text_before (limit, p, "的") ? fz_link_time (reading, p - 3) : NULL;
  if (time != NULL)
    return (gsize) (p - reading->text) - time->start;
  length = origin_before (limit, p);
  if (length == 0)
    length = fz_link_same_span_before (limit, p);
  if (length > 0)
    return length;
  length = pointer_before (limit, p);
  if (length > 0)
    {
      phrase->points_right = TRUE;
      return length;
    }
  if (article_before (limit, p))
    {
      /* 铺了一条六百米的管道: what was done to is behind the figure. */
      phrase->points_right = phrase->points_right || fz_text_before (limit, p - 6, "了");
      return 6;
    }
  length = fz_link_brackets_before (limit, p);
  if (length > 0 && !fz_text_at (p, reading->text + reading->length, "的"))
    return length;
  length = each_before (limit, p);
  length = length > 0 ? length : item_before (limit, p);
  return length > 0 ? length : word_before (limit, p, phrase);
}

/**
 * fz_links_skip:
 * @reading: a reading
 * @p: where a figure starts
 * @limit: how far back to go
 * @phrase: (inout): what the words passed over tell is noted in it
 *
 * Steps back over what links a thing and its figure.
 *
 * Returns: where the thing ends
 */
const char *
fz_links_skip (const FzReading *reading, const char *p, const char *limit, FzPhrase *phrase)
{
  for (guint n = 0; n < MAX_LINKS && p > limit; n++)
    {
      gsize length = link_before (reading, limit, p, phrase);

      if (length == 0)
        break;
      p -= length;
    }
  return MAX (p, limit);
}
