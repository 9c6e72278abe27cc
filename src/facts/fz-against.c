/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-against.h"

#include "fz-interval-point.h"
#include "fz-numerals.h"
#include "fz-times-parts.h"

#include <string.h>

/* With what a change is compared, and which days that is:
 *
 *   same-span   同比, 比上年同期, 比2019年同期: the figure's own days, in another year
 *   span-before 环比, 比上月: the month, quarter, half or year before
 *   year-before 比上年, 较去年
 *   year-start  比年初, 较上年末: the day from which a stock is counted
 *   named-time  比2012年, 比一九七八年
 *   years-ago   比三年前
 *
 * The days of the figure itself say from where it is counted; where they are not
 * known the page's date does, and a doubt stays. */

/* How far before the figure it may stand, in bytes. */
#define REACH 90

enum { ALONE = 1, BEFORE_TIME = 2, STOP = 3, AFTER_TIME = 4 };

static const struct {
  const char *words;
  guint       value;
} cues[] = {
  { "同比 环比 環比", ALONE },
  { "比 较 較 与 與 和 同 跟 相比于 相较于 相較於", BEFORE_TIME },
  { "， , 。 ； ; ： : ！ ？ ? !", STOP },
  /* What only looks like a comparison: 占比, 同时, 比例, 温和. */
  { "占比 佔比 对比度 同时 同時 同样 同樣 共同 比例 比率 比重 比赛 比賽 比分 总和 温和", 0 },
}, times[] = {
  /* Times that only a comparison names. */
  { "上年同期 去年同期 前年同期 上一年同期 前一年同期 历年同期 歷年同期 常年同期 往年同期 同期 上年末 上年底 去年末 去年底 去年年底 上年度 上年 去年 前年 上一年度 上一年 前一年 "
    "上半年 上季度 上一季度 上个季度 上个月 上個月 上月末 上月底 上月 上周 上週 年初 月初 期初 常年 往年 历年 歷年", AFTER_TIME },
};

FZ_LEXICON (cue_lexicon, cues)
FZ_LEXICON (time_lexicon, times)

/* 三年前, 5年前, 十年前.  Returns: its bytes, or 0. */
static gsize
years_ago_at (const char *p, const char *end, int *years)
{
  FzNumber number;

  if (p >= end || !fz_number_starts_at (p, end) || !fz_number_read (p, end, &number) || number.value.scale > 0 ||
      number.value.digits < 1 || number.value.digits > 200 || number.flags & (FZ_NUMBER_PAIR | FZ_NUMBER_VAGUE | FZ_NUMBER_MORE) ||
      !fz_text_at (p + number.length, end, "年前"))
    return 0;
  *years = (int) number.value.digits;
  return number.length + strlen ("年前");
}

/* 比同期增长 is said of a time, 比同期工业增速高 of another thing. */
static gboolean
changes_at (const char *p, const char *end)
{
  static const char words[] = "增 减 減 上 下 提 降 高 低 多 少 扩 擴 缩 縮 涨 漲 跌 相 翻 净";
  static FzWords *list;

  return p >= end || fz_words_at (fz_words_of_list (&list, words), p, end, NULL) > 0;
}

/* Returns: the bytes of the time at @p that something may be compared with. */
static gsize
time_at (const char *p, const char *end)
{
  FzTimeCursor cursor = { .start = p, .end = end };
  const char *behind = fz_times_take (&cursor, p);
  gsize named = fz_words_at (time_lexicon (), p, end, NULL), length = (gsize) (behind - p);
  int years;

  if (fz_text_at (p, end, "同期") && !changes_at (p + strlen ("同期"), end))
    return 0;
  if (length > 0 && length >= named)
    return length + (fz_text_at (behind, end, "同期") ? strlen ("同期") : 0);
  return named > 0 ? named : years_ago_at (p, end, &years);
}

/* 比上年同期, 与2012年相比.  Returns: the bytes of the comparison at @p, or 0. */
static gsize
comparison_at (const char *p, const char *end)
{
  static const char *const closes[] = { "相比", "比较", "比較", "相较" };
  guint value = 0;
  gsize length = fz_words_at (cue_lexicon (), p, end, &value), time;
  const char *behind;

  if (length == 0 || (value != ALONE && value != BEFORE_TIME))
    return 0;
  if (value == ALONE)
    return length;
  time = time_at (p + length, end);
  behind = p + length + time;
  if (time == 0)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (closes); i++)
    if (fz_text_at (behind, end, closes[i]))
      return length + time + strlen (closes[i]);
  /* 与去年 and 和去年 are comparisons only where they are closed. */
  return fz_text_at (p, end, "比") || fz_text_at (p, end, "较") || fz_text_at (p, end, "較") || fz_text_at (p, end, "相") ? length + time : 0;
}

/* 与上年同期相比，: the comparison opens the clause before. */
static gboolean
is_closed_before (const char *start, const char *mark)
{
  return fz_text_before (start, mark, "相比") || fz_text_before (start, mark, "比较") || fz_text_before (start, mark, "比較");
}

/**
 * fz_against_before:
 * @start: the start of a text
 * @p: where a figure starts that tells a change, or the end of @start
 *
 * Finds what the change is compared with: the nearest comparison in the clause
 * before it, or one that closes the clause before that.
 *
 * Returns: (transfer full) (nullable): the comparison as printed
 */
char *
fz_against_before (const char *start, const char *p)
{
  const char *limit = p - MIN (p - start, REACH), *end = p;
  gboolean passed = FALSE;

  while (p > limit)
    {
      guint value = 0;
      gsize length;

      p -= fz_char_length_before (limit, p);
      length = comparison_at (p, end);
      if (length > 0)
        return g_strndup (p, length);
      fz_words_at (cue_lexicon (), p, end, &value);
      if (value == STOP && (passed || !is_closed_before (start, p)))
        return NULL;
      passed = passed || value == STOP;
    }
  return NULL;
}

static void
shift (GDate *day, int months)
{
  gboolean last = g_date_is_last_of_month (day);

  if (months < 0)
    g_date_subtract_months (day, (guint) -months);
  else
    g_date_add_months (day, (guint) months);
  if (last)
    g_date_set_day (day, g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day)));
}

/* Keeps the years within what fz_interval_set_day() reads back. */
static gboolean
shifted (const FzInterval *own, int months, FzInterval *out)
{
  int year = (int) g_date_get_year (&own->since) + months / 12;

  if (year < 1001 || year > 2998)
    return FALSE;
  *out = *own;
  shift (&out->since, months);
  shift (&out->until, months);
  return TRUE;
}

/* Returns: how many whole months @own has, 0 where it cuts one. */
static int
whole_months (const FzInterval *own)
{
  if (g_date_get_day (&own->since) != 1 || !g_date_is_last_of_month (&own->until))
    return 0;
  return ((int) g_date_get_year (&own->until) - (int) g_date_get_year (&own->since)) * 12 +
         (int) g_date_get_month (&own->until) - (int) g_date_get_month (&own->since) + 1;
}

static gboolean
ends_in (const char *text, const char *word)
{
  return g_str_has_suffix (text, word);
}

/* 比2019年同期: years from the figure's own; 同比 alone is one. */
static gboolean
same_span (const char *time, const FzInterval *own, const GDate *page, FzInterval *out)
{
  g_autofree char *year = g_strndup (time, strlen (time) - strlen ("同期"));
  FzInterval named;

  if (!fz_interval_is_known (own))
    return FALSE;
  if (g_str_equal (year, "上年") || g_str_equal (year, "去年") || g_str_equal (year, "上一年") || g_str_equal (year, "前一年") || *year == '\0')
    return shifted (own, -12, out);
  if (g_str_equal (year, "前年"))
    return shifted (own, -24, out);
  if (!fz_interval_resolve (year, page, &named))
    return FALSE;
  return shifted (own, 12 * ((int) g_date_get_year (&named.since) - (int) g_date_get_year (&own->since)), out);
}

/* 环比 of a month is the month before, of a quarter the quarter before. */
static gboolean
span_before (const FzInterval *own, int wanted, FzInterval *out)
{
  int months = fz_interval_is_known (own) ? whole_months (own) : 0;

  if (months != 1 && months != 3 && months != 6 && months != 12)
    return FALSE;
  return (wanted == 0 || wanted == months) && shifted (own, -months, out);
}

/* 比上年 of a part of a year is taken of the same part, most likely. */
static gboolean
year_before (const FzInterval *own, const GDate *page, int years, FzInterval *out)
{
  FzInterval whole = { .doubt = TRUE };

  if (fz_interval_is_known (own))
    {
      if (!shifted (own, -12 * years, out))
        return FALSE;
      out->doubt = own->doubt || whole_months (own) != 12 || g_date_get_month (&own->since) != 1;
      return TRUE;
    }
  if (page == NULL || !fz_day_set (&whole.since, g_date_get_year (page), 1, 1) || !fz_day_set (&whole.until, g_date_get_year (page), 12, 0))
    return FALSE;
  return shifted (&whole, -12 * years, out);
}

/* 年初: the first day of the year; 上年末: the last of the year before. */
static gboolean
year_start (const FzInterval *own, const GDate *page, gboolean before, FzInterval *out)
{
  gboolean known = fz_interval_is_known (own);
  int year;

  if (!known && page == NULL)
    return FALSE;
  year = g_date_get_year (known ? &own->until : page);
  if (!fz_day_set (&out->since, before ? year - 1 : year, before ? 12 : 1, before ? 31 : 1))
    return FALSE;
  out->until = out->since;
  out->doubt = known ? own->doubt : TRUE;
  return TRUE;
}

static gboolean
named_time (const char *time, const FzInterval *own, const GDate *page, FzInterval *out)
{
  if (!fz_interval_resolve (time, page, out))
    return FALSE;
  /* A part of a year against a whole one is not told to be like with like. */
  if (fz_interval_is_known (own) && whole_months (own) != whole_months (out))
    out->doubt = TRUE;
  return TRUE;
}

static gboolean
is_any (const char *time, const char *const *words)
{
  return g_strv_contains (words, time);
}

static gboolean
resolve_time (const char *time, const FzInterval *own, const GDate *page, FzInterval *out)
{
  static const char *const years[] = { "上年", "去年", "上年度", "上一年", "上一年度", "前一年", NULL };
  static const char *const ends[] = { "上年末", "上年底", "去年末", "去年底", "去年年底", NULL };
  static const char *const months[] = { "上月", "上个月", "上個月", NULL };
  static const char *const quarters[] = { "上季度", "上一季度", "上个季度", NULL };
  int ago;

  if (ends_in (time, "同期"))
    return same_span (time, own, page, out);
  if (is_any (time, years))
    return year_before (own, page, 1, out);
  if (g_str_equal (time, "前年"))
    return year_before (own, page, 2, out);
  if (is_any (time, ends) || g_str_equal (time, "年初"))
    return year_start (own, page, !g_str_equal (time, "年初"), out);
  if (is_any (time, months))
    return span_before (own, 1, out);
  if (is_any (time, quarters))
    return span_before (own, 3, out);
  if (years_ago_at (time, time + strlen (time), &ago) > 0)
    return year_before (own, page, ago, out) && (out->doubt = TRUE);
  return named_time (time, own, page, out);
}

/**
 * fz_against_resolve:
 * @against: a comparison as fz_against_before() gives it
 * @own: the days of the figure, which may be unknown
 * @page: (nullable): the day of its page
 * @out: (out): the days that it is compared with, cleared where they cannot be
 *   told
 *
 * Returns: whether they could be told
 */
gboolean
fz_against_resolve (const char *against, const FzInterval *own, const GDate *page, FzInterval *out)
{
  const char *end = against + strlen (against), *p = against;
  g_autofree char *time = NULL;
  guint value = 0;
  gboolean told;

  *out = (FzInterval) { 0 };
  p += fz_words_at (cue_lexicon (), p, end, &value);
  time = g_strndup (p, time_at (p, end));
  if (value == ALONE)
    told = g_str_has_prefix (against, "同比") ? fz_interval_is_known (own) && shifted (own, -12, out) : span_before (own, 0, out);
  else
    told = resolve_time (time, own, page, out);
  if (!told)
    *out = (FzInterval) { 0 };
  else
    out->doubt = out->doubt || own->doubt;
  return told;
}
