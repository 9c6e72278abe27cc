/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-interval-point.h"

#include "fz-numerals.h"
#include "fz-words.h"

#include <string.h>

/* The days of one point of a time expression: 今年, 9月底, “十四五”, 近三年,
 *
 *   point := [year] [half | quarter | months | month [day | part]] | plan | span
 *
 * A month with no year is the last one that is not behind the page's. */

typedef struct {
  const char *word;
  int         a, b; /* what the word tells, by its table */
} Word;

static const Word years[] = {
  { "今年", 0, 0 }, { "本年度", 0, 0 }, { "本年", 0, 0 }, { "年内", 0, 0 }, { "年內", 0, 0 }, { "去年", -1, 0 }, { "上年", -1, 0 },
  { "前年", -2, 0 }, { "明年", 1, 0 }, { "后年", 2, 0 }, { "後年", 2, 0 }, { "全年", 0, 0 },
};

/* First and last month. */
static const Word parts[] = {
  { "上半年", 1, 6 }, { "下半年", 7, 12 }, { "前三季度", 1, 9 }, { "前两季度", 1, 6 }, { "第一季度", 1, 3 }, { "第二季度", 4, 6 },
  { "第三季度", 7, 9 }, { "第四季度", 10, 12 }, { "一季度", 1, 3 }, { "二季度", 4, 6 }, { "三季度", 7, 9 }, { "四季度", 10, 12 },
  { "年初", 1, 1 }, { "年底", 12, 12 }, { "年末", 12, 12 }, { "初", 1, 1 }, { "底", 12, 12 }, { "末", 12, 12 },
};

/* First and last day of the part of a month; 0 is the month's last. */
static const Word month_parts[] = {
  { "初", 1, 10 }, { "底", 0, 0 }, { "末", 0, 0 }, { "上旬", 1, 10 }, { "中旬", 11, 20 }, { "下旬", 21, 0 }, { "份", 1, 0 },
};

static const Word plans[] = {
  { "六五", 1981, 1985 }, { "七五", 1986, 1990 }, { "八五", 1991, 1995 }, { "九五", 1996, 2000 }, { "十五五", 2026, 2030 },
  { "十四五", 2021, 2025 }, { "十三五", 2016, 2020 }, { "十二五", 2011, 2015 }, { "十一五", 2006, 2010 }, { "十五", 2001, 2005 },
};

/* Days before and behind the page's. */
static const Word days[] = {
  { "今天", 0, 0 }, { "今日", 0, 0 }, { "当天", 0, 0 }, { "昨天", -1, -1 }, { "昨日", -1, -1 }, { "前天", -2, -2 }, { "明天", 1, 1 }, { "明日", 1, 1 },
  { "目前", 0, 0 }, { "眼下", 0, 0 }, { "如今", 0, 0 }, { "现在", 0, 0 }, { "当前", 0, 0 },
};

static const Word vague[] = {
  { "近日", -14, 0 }, { "日前", -14, 0 }, { "最近", -30, 0 }, { "近期", -60, 0 }, { "不久前", -60, 0 }, { "近年来", -1825, 0 }, { "近年", -1825, 0 },
};

gboolean
fz_day_take (FzDayReader *r, const char *word)
{
  if (!fz_text_at (r->p, r->end, word))
    return FALSE;
  r->p += strlen (word);
  return TRUE;
}

static const Word *
take_word (FzDayReader *r, const Word *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (fz_day_take (r, words[i].word))
      return &words[i];
  return NULL;
}

/* A whole number before @unit, which is stepped over too. */
static gboolean
take_number (FzDayReader *r, const char *unit, int *value)
{
  FzNumber number;

  if (r->p >= r->end || !fz_number_starts_at (r->p, r->end) || !fz_number_read (r->p, r->end, &number) ||
      number.value.scale > 0 || number.value.digits < 0 || number.value.digits > 2999 ||
      !fz_text_at (r->p + number.length, r->end, unit))
    return FALSE;
  r->p += number.length + strlen (unit);
  *value = (int) number.value.digits;
  return TRUE;
}

gboolean
fz_day_set (GDate *date, int year, int month, int day)
{
  if (year < 1000 || year > 2999 || month < 1 || month > 12)
    return FALSE;
  if (day == 0)
    day = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static gboolean
set_interval (FzInterval *out, int year, int month, int day, int last_month, int last_day)
{
  return fz_day_set (&out->since, year, month, day) && fz_day_set (&out->until, year, last_month, last_day);
}

static gboolean
around_page (const FzDayReader *r, FzInterval *out, int since, int until)
{
  if (r->page == NULL)
    return FALSE;
  g_date_set_julian (&out->since, (guint32) ((int) g_date_get_julian (r->page) + since));
  g_date_set_julian (&out->until, (guint32) ((int) g_date_get_julian (r->page) + until));
  return TRUE;
}

/* 112年 is one of the Republic; 120年来 and 120年间 are so many years. */
static gboolean
is_of_republic (const FzDayReader *r, int year)
{
  return year > 100 && year < 150 && !fz_text_at (r->p, r->end, "来") && !fz_text_at (r->p, r->end, "來") &&
         !fz_text_at (r->p, r->end, "间") && !fz_text_at (r->p, r->end, "間");
}

/* 去（112）年, 今(2024)年: the brackets tell which year that is. */
static gboolean
take_bracketed_year (FzDayReader *r, int *value)
{
  static const char *const names[] = { "今", "去", "前", "明" };
  const char *p = r->p;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && r->p == p; i++)
    fz_day_take (r, names[i]);
  if (r->p > p && (fz_day_take (r, "（") || fz_day_take (r, "(")) && (take_number (r, "）年", value) || take_number (r, ")年", value)))
    return TRUE;
  r->p = p;
  return FALSE;
}

/* 2023年, 二〇二三年, 去年, 民國112年, 去（112）年. */
static gboolean
take_year (FzDayReader *r)
{
  const Word *word = r->page != NULL ? take_word (r, years, G_N_ELEMENTS (years)) : NULL;
  gboolean republic = fz_day_take (r, "民国") || fz_day_take (r, "民國");
  const char *p = r->p;
  int value;

  if (word != NULL)
    {
      r->year = g_date_get_year (r->page) + word->a;
      return TRUE;
    }
  if (!take_bracketed_year (r, &value) && !take_number (r, "年", &value))
    return FALSE;
  if (republic || is_of_republic (r, value))
    value += 1911;
  if (value >= 1000)
    r->year = value;
  else
    r->p = p;
  return value >= 1000;
}

/* A month with no year is the page's or, if it were behind it, last year's;
 * where it is still to come, the next one's if it were before it. */
static gboolean
infer_year (FzDayReader *r, int month)
{
  if (r->year > 0)
    return TRUE;
  if (r->page == NULL)
    return FALSE;
  r->year = g_date_get_year (r->page);
  if (!r->ahead && month > (int) g_date_get_month (r->page))
    r->year--;
  if (r->ahead && month < (int) g_date_get_month (r->page))
    r->year++;
  return r->doubt = TRUE;
}

static gboolean
take_month (FzDayReader *r, FzInterval *out)
{
  int month, day;
  const Word *part;

  if (r->page != NULL && (fz_day_take (r, "本月") || fz_day_take (r, "上月")))
    {
      GDate first = *r->page;

      if (fz_text_at (r->p - 6, r->end, "上"))
        g_date_subtract_months (&first, 1);
      return set_interval (out, g_date_get_year (&first), g_date_get_month (&first), 1, g_date_get_month (&first), 0);
    }
  if (!take_number (r, "月", &month) || !infer_year (r, month))
    return FALSE;
  if (take_number (r, "日", &day))
    return set_interval (out, r->year, month, day, month, day);
  part = take_word (r, month_parts, G_N_ELEMENTS (month_parts));
  if (part == NULL)
    return set_interval (out, r->year, month, 1, month, 0);
  return set_interval (out, r->year, month, part->a, month, part->b);
}

/* 1至9月: the first has no unit of its own. */
static gboolean
take_months (FzDayReader *r, FzInterval *out)
{
  static const char *const joints[] = { "至", "到", "—", "–", "-", "～", "~" };
  const char *p = r->p;
  int first, last;

  for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
    if (take_number (r, joints[i], &first) && take_number (r, "月", &last))
      {
        fz_day_take (r, "份");
        return first < last && infer_year (r, last) && set_interval (out, r->year, first, 1, last, 0);
      }
    else
      r->p = p;
  return FALSE;
}

/* 前10个月: of the year, from its first. */
static gboolean
take_first_months (FzDayReader *r, FzInterval *out)
{
  int last;

  return fz_day_take (r, "前") && (take_number (r, "个月", &last) || take_number (r, "個月", &last)) && infer_year (r, last) &&
         set_interval (out, r->year, 1, 1, last, 0);
}

/* How long a span is, in months: 三年, 五个月, 半年. */
static gboolean
take_length (FzDayReader *r, int *months)
{
  static const Word units[] = { { "年", 12, 0 }, { "个月", 1, 0 }, { "個月", 1, 0 } };
  int n;

  if (fz_day_take (r, "半年"))
    {
      *months = 6;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (take_number (r, units[i].word, &n))
      {
        *months = n * units[i].a;
        return n > 0 && n <= 99;
      }
  return FALSE;
}

/* 近三年, 3年来, 五个月来, 过去五年, 未来十年. */
static gboolean
take_span (FzDayReader *r, FzInterval *out)
{
  gboolean ahead = fz_day_take (r, "未来") || fz_day_take (r, "今后") || fz_day_take (r, "未來") || fz_day_take (r, "今後");
  gboolean back = !ahead && (fz_day_take (r, "近") || fz_day_take (r, "过去") || fz_day_take (r, "過去") || fz_day_take (r, "最近"));
  GDate other;
  int months;

  if (r->page == NULL || !take_length (r, &months))
    return FALSE;
  if (!ahead && !back && !fz_text_at (r->p, r->end, "来") && !fz_text_at (r->p, r->end, "來") && !fz_text_at (r->p, r->end, "间"))
    return FALSE;
  other = *r->page;
  if (ahead)
    g_date_add_months (&other, (guint) months);
  else
    g_date_subtract_months (&other, (guint) months);
  out->since = ahead ? *r->page : other;
  out->until = ahead ? other : *r->page;
  return r->doubt = TRUE;
}

/* What stands behind a plan that has no quotes; 十五年来 and 十五日 are numbers. */
static gboolean
is_behind_plan (const FzDayReader *r)
{
  static const char *const words[] = { "期间", "期間", "时期", "時期", "规划", "規劃", "计划", "計劃", "以来", "以來", "末" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_at (r->p, r->end, words[i]))
      return TRUE;
  return r->p >= r->end;
}

static gboolean
take_plan (FzDayReader *r, FzInterval *out)
{
  gboolean quoted = fz_day_take (r, "“");
  const Word *plan = take_word (r, plans, G_N_ELEMENTS (plans));

  if (plan == NULL || !(quoted || is_behind_plan (r)))
    return FALSE;
  if (quoted)
    fz_day_take (r, "”");
  if (fz_day_take (r, "末"))
    return set_interval (out, plan->b, 12, 1, 12, 0);
  return fz_day_set (&out->since, plan->a, 1, 1) && fz_day_set (&out->until, plan->b, 12, 0);
}

static gboolean
take_relative (FzDayReader *r, FzInterval *out)
{
  const Word *word = take_word (r, days, G_N_ELEMENTS (days));

  if (word != NULL)
    return around_page (r, out, word->a, word->b);
  word = take_word (r, vague, G_N_ELEMENTS (vague));
  r->doubt = r->doubt || word != NULL;
  return word != NULL && around_page (r, out, word->a, word->b);
}

gboolean
fz_day_take_point (FzDayReader *r, FzInterval *out)
{
  const char *p = r->p;
  gboolean year = FALSE;
  const Word *part;

  if (take_plan (r, out))
    return TRUE;
  r->p = p;
  if (take_span (r, out))
    return TRUE;
  r->p = p;
  if (take_relative (r, out))
    return TRUE;
  year = take_year (r);
  p = r->p;
  if (take_months (r, out) || take_month (r, out))
    return TRUE;
  /* 2月30日 is no day. */
  if (r->p != p)
    return FALSE;
  part = take_word (r, parts, G_N_ELEMENTS (parts));
  if (part == NULL && fz_text_at (r->p, r->end, "前"))
    return take_first_months (r, out);
  if (part != NULL)
    return infer_year (r, part->a) && set_interval (out, r->year, part->a, 1, part->b, 0);
  return year && set_interval (out, r->year, 1, 1, 12, 0);
}
