/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

#include <string.h>

#include "fz-words.h"

/* The words that tell whether an article is about a place that it names, or about
 * the whole country. */

/* What a headline says before the place where a thing has come to. */
static const char *const arrivals[] = { "落户", "落户到", "落户在", "落地", "落地到", "落戶", NULL };

/* A headline's first words that speak of the whole country, … */
static const char *const country_openings[] = { "全国", "我国", "全國", "我國", NULL };
/* … and what is said of one place or one person in it. */
static const char *const country_exceptions[] = {
  "全国首", "全国最", "全国第", "全国前", "全国唯一", "全国人大", "全国政协", "全国劳", "全国先进", "全国优秀", "全国模范", "全国道德",
  "全国文明", "全国重点", "全国示范", "全国百强", "全国知名", "全国闻名", "全国冠军", "我国首", "我国最", "我国第", "全國首", "全國最", "全國第", "全國冠軍",
  NULL
};

/* A headline that goes through many places. */
static const char *const many_places[] = { "各地", "多地", "各省", "多省", "大江南北", "神州", "长城内外", "南方地区", "北方地区", NULL };

/* 全市各地 are of one place, 世界各地 of none here. */
static const char *const one_place[] = {
  "全省", "全市", "全州", "全盟", "全区", "全县", "全旗", "全镇", "全乡", "我省", "我市", "我州", "我区", "我县", "本省", "本市", "本县",
  "省内", "市内", "区内", "县内", "世界", "全球", "全區", "全縣", "我縣", "本縣", "省內", "市內", NULL
};

static const char *const country_words[] = { "全国", "中国", "中华", "党中央", "全國", "中國", "中華", NULL };

/* Whose home a name before it is: 有个上海的|客人, 操着陕西|口音. */
static const char guests[] =
  "客人 客商 客户 顾客 游客 旅客 乘客 老板 买家 网友 粉丝 朋友 亲戚 亲家 同学 战友 女儿 儿子 媳妇 "
  "女婿 孙子 孙女 姑姑 舅舅 表哥 表弟 表姐 表妹 专家 教授 老师傅 口音 方言 商人 设计师 投资人 客戶 顧客 遊客 "
  "老闆 買家 親戚 專家 兒子 女兒";

/* What leads up to it: 来自|上海…, 从|上海来…. */
static const char *const comings[] = { "来自", "来自于", "远在", "远道从", "來自", "遠在", NULL };

/* What is no word for the country, but the year of a date: 中華民國一一一年. */
static const char *const not_country[] = { "中华民国", "中華民國", NULL };

static gboolean
opens_with (const char        *text,
            const char *const *table)
{
  for (; *table != NULL; table++)
    if (g_str_has_prefix (text, *table))
      return TRUE;
  return FALSE;
}

static gboolean
opens_with_guest (const char *text)
{
  static FzWords *words;
  const gsize longest = 31;

  return fz_words_at (fz_words_of_list (&words, guests), text, text + strnlen (text, longest), NULL) > 0;
}

static gboolean
ends_with (const char        *text,
           gsize              length,
           const char *const *table)
{
  for (; *table != NULL; table++)
    {
      gsize word = strlen (*table);

      if (word <= length && memcmp (text + length - word, *table, word) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * fz_cue_speaks_of_country:
 * @text: an article's text
 *
 * Returns: whether it is about the country, if about no region
 */
gboolean
fz_cue_speaks_of_country (const char *text)
{
  for (guint i = 0; country_words[i] != NULL; i++)
    for (const char *at = strstr (text, country_words[i]); at != NULL; at = strstr (at + strlen (country_words[i]), country_words[i]))
      if (!opens_with (at, not_country))
        return TRUE;
  return FALSE;
}

/**
 * fz_cue_opens_with_country:
 * @title: a headline
 *
 * Rule "national headline": 全国夏粮收购过半 is about no province that its text
 * names; 全国首个…启用 is about the place that has it.
 *
 * Returns: whether the whole country is what it speaks of
 */
gboolean
fz_cue_opens_with_country (const char *title)
{
  return opens_with (title, country_openings) && !opens_with (title, country_exceptions);
}

/**
 * fz_cue_says_many_places:
 * @title: a headline
 *
 * Returns: whether it says that the text goes through many places
 */
gboolean
fz_cue_says_many_places (const char *title)
{
  for (guint i = 0; many_places[i] != NULL; i++)
    {
      const char *at = strstr (title, many_places[i]);

      if (at != NULL && !ends_with (title, (gsize) (at - title), one_place))
        return TRUE;
    }
  return FALSE;
}

/**
 * fz_cue_arrives:
 * @text: the text before a name
 * @length: its bytes
 *
 * Rule "arrival": a headline's 苏州工厂落户|沭阳 is about 沭阳.
 *
 * Returns: whether what came before has come there
 */
gboolean
fz_cue_arrives (const char *text,
                gsize       length)
{
  return ends_with (text, length, arrivals);
}

/**
 * fz_cue_is_origin:
 * @text: a text
 * @start: where a name starts in it, in bytes
 * @end: where that ends
 * @is_short: whether it is a short name
 *
 * Rule "guest": 有个上海的客人, 上海游客 and 来自上海的 say where somebody is from, and not
 * what the article is about; 嘉模堂区游客最多 may.
 *
 * Returns: whether the name is only somebody's origin
 */
gboolean
fz_cue_is_origin (const char *text,
                  gsize       start,
                  gsize       end,
                  gboolean    is_short)
{
  const char *after = text + end;

  if (ends_with (text, start, comings))
    return TRUE;
  if (g_str_has_prefix (after, "的"))
    return opens_with_guest (after + strlen ("的"));
  return is_short && opens_with_guest (after);
}
