/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-dated-private.h"

#include <string.h>

#include "fz-datelines.h"
#include "fz-days.h"
#include "fz-stop.h"

/* What a whole line tells of its day: datelines, 發稿時間, 今年是建党100周年. */

enum {
  HEAD_BLOCKS = 6,     /* head and lead of a story */
  CLAUSE_BYTES = 150,
};

/* 今年是建党100周年: the year that is counted from. */
static const struct {
  const char *event;
  int         year;
} anniversaries[] = {
  { "建党", 1921 },   { "中国共产党成立", 1921 }, { "新中国成立", 1949 },   { "中华人民共和国成立", 1949 }, { "建国", 1949 },
  { "改革开放", 1978 }, { "香港回归", 1997 },      { "澳门回归", 1999 },     { "红军长征胜利", 1936 },       { "长征胜利", 1936 },
  { "建军", 1927 },   { "五四运动", 1919 },      { "抗日战争胜利", 1945 }, { "抗战胜利", 1945 },           { "辛亥革命", 1911 },
};

/* 今年是“十四五”开局之年: the first and the last year of a plan. */
static const struct {
  const char *plan;
  int         first;
} plans[] = {
  { "十一五", 2006 }, { "十二五", 2011 }, { "十三五", 2016 }, { "十四五", 2021 }, { "十五五", 2026 },
};
static const struct {
  const char *words;
  int         years;
} plan_years[] = {
  { "开局之年", 0 }, { "收官之年", 4 },
};

/* Before the date on which an office handed the text out. */
static const char * const handed_out[] = { "发稿时间", "發稿時間", "发布时间", "發布日期", "發布時間", "发布日期" };

/* The digits directly behind the first @event of @clause, 0 for none; @behind is
 * moved behind them. */
static int
number_behind (FzText       clause,
               const char  *event,
               const char **behind)
{
  const char *p = fz_text_find (clause, event), *end = clause.start + clause.length;
  int value = 0;

  for (p = p != NULL ? p + strlen (event) : end; p < end && g_ascii_isdigit (*p) && value < 1000; p++)
    value = value * 10 + (*p - '0');
  *behind = p;

  return value;
}

static int
anniversary (FzText       clause,
             const char **end)
{
  for (guint i = 0; i < G_N_ELEMENTS (anniversaries); i++)
    {
      int years = number_behind (clause, anniversaries[i].event, end);
      FzText rest = { *end, (gsize) (clause.start + clause.length - *end) };

      if (years > 0 && (fz_text_starts (rest, "周年") || fz_text_starts (rest, "週年")))
        {
          *end += strlen ("周年");
          return anniversaries[i].year + years;
        }
    }

  return 0;
}

static int
plan_year (FzText       clause,
           const char **end)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint y = 0; y < G_N_ELEMENTS (plan_years); y++)
      {
        const char *words = fz_text_find (clause, plan_years[y].words);

        if (words != NULL && fz_text_find (clause, plans[i].plan) != NULL)
          {
            *end = words + strlen (plan_years[y].words);
            return plans[i].first + plan_years[y].years;
          }
      }

  return 0;
}

/* 本报嘉兴1月31日电 at the start of a block. */
static void
find_wire (const FzDater *self)
{
  FzText line = { self->text.start, fz_dateline_length (self->text) };
  FzDay day;

  for (const char *p = line.start; p < line.start + line.length; p++)
    {
      FzText rest = { p, (gsize) (line.start + line.length - p) };

      if (!g_ascii_isdigit (*p))
        continue;
      if (fz_day_read (rest, &day) > 0)
        {
          gint64 at = fz_dater_julian (day.year, day.month, day.day);

          fz_dater_add (self, (FzDated) { .kind = FZ_DATED_WINDOW, .since = at, .until = at + FZ_DATED_WIRE_DAYS }, line.start, line.start + line.length);
        }
      else if (fz_day_read_month_day (rest, &day) > 0)
        fz_dater_add (self, (FzDated) { .kind = FZ_DATED_DAY, .month = day.month, .day = day.day, .last = FZ_DATED_WIRE_DAYS },
             line.start, line.start + line.length);
      return;
    }
}

/* 發稿時間：112年11月18日 */
static void
find_handed_out (const FzDater *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (handed_out); i++)
    if (fz_text_starts (self->text, handed_out[i]))
      {
        FzText rest = fz_text_from (self->text, strlen (handed_out[i]));
        FzDay day;
        gsize length;
        gint64 at;

        if (fz_char_class (fz_text_first (rest)) == FZ_CHAR_COLON)
          rest = fz_text_trim (fz_text_from (rest, (gsize) (g_utf8_next_char (rest.start) - rest.start)));
        length = fz_day_read_civil (rest, &day);
        at = length > 0 ? fz_dater_julian (day.year, day.month, day.day) : 0;
        if (at > 0)
          fz_dater_add (self, (FzDated) { .kind = FZ_DATED_WINDOW, .since = at, .until = at + FZ_DATED_WIRE_DAYS }, self->text.start, rest.start + length);
        return;
      }
}

/* The clause that starts at @p, as far as it is looked at. */
static FzText
clause_from (const FzDater *self,
             const char    *p)
{
  FzText clause = fz_dater_rest (self, p);
  const char *end = p + MIN (clause.length, CLAUSE_BYTES);

  while (end < p + clause.length && ((guchar) *end & 0xC0) == 0x80)
    end--;
  clause.length = (gsize) (end - p);
  clause.length = fz_text_word_end (clause, "，。；！,;");

  return clause;
}

/**
 * fz_dater_this_year:
 * @self: a block
 * @p: where 今 stands in it
 *
 * Finds 今年是建党100周年 and 今年是“十四五”开局之年 there.
 *
 * Returns: where to look on
 */
const char *
fz_dater_this_year (const FzDater *self,
                    const char    *p)
{
  const char *behind = p + strlen ("今年是"), *end = behind;
  FzText clause;
  int year;

  if (!fz_text_starts (fz_dater_rest (self, p), "今年是"))
    return p + strlen ("今");
  clause = clause_from (self, behind);
  year = anniversary (clause, &end);
  if (year == 0)
    year = plan_year (clause, &end);
  if (year > 0)
    fz_dater_add_years (self, FZ_DATED_WINDOW, year, p, end);

  return behind;
}

/**
 * fz_dated_find:
 * @article: an article
 * @found: (element-type FzDated): what is found is added to it
 *
 * Finds what the article's text tells of the day that it was printed.  Takes
 * time linear in the text.
 */
void
fz_dated_find (const FzArticle *article,
               GArray          *found)
{
  for (guint i = 0; i < article->blocks->len && !fz_stop_asked_after (1); i++)
    {
      const FzBlock *block = fz_article_block (article, i);
      FzText text = { article->text + block->byte_start, block->byte_end - block->byte_start };
      const FzDater dater = { block, text, found };

      find_wire (&dater);
      find_handed_out (&dater);
      fz_dater_scan (&dater, i < HEAD_BLOCKS);
    }
}
