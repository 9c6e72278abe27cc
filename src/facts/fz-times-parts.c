/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-times-parts.h"
#include "fz-times-republic.h"

#include "fz-numerals.h"
#include "fz-numerals-symbols.h"

#include <string.h>

static gsize
any_at (const char *p, const char *end, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (fz_text_at (p, end, words[i]))
      return strlen (words[i]);
  return 0;
}

/* Digits of either width.  Returns: the bytes of the number at @p, or 0. */
static gsize
small_number (const char *p, const char *end, guint *value, guint *n_digits)
{
  gsize n = 0, length;
  char digit;

  *value = *n_digits = 0;
  while (*n_digits < 5 && (length = fz_symbol_arabic_digit (p + n, end, &digit)) > 0)
    {
      *value = *value * 10 + (guint) (digit - '0');
      *n_digits += 1;
      n += length;
    }
  return n;
}

/* 2023年; 111年 before a month is a year of Taiwan's. */
static gboolean
is_year (const FzTimeCursor *c, const char *p, const char *behind, guint n_digits, guint value)
{
  guint month, n_month;

  if (!fz_text_at (behind, c->end, "年") || fz_text_at (behind, c->end, "年代"))
    return FALSE;
  if (n_digits == 4)
    return value >= 1800 && value < 2200;
  if (c->republic)
    return value >= 1 && value < 150;
  if (n_digits == 3 && value < 150 && small_number (behind + 3, c->end, &month, &n_month) > 0)
    return TRUE;
  return (n_digits == 2 || n_digits == 3) && p + n_digits == behind && fz_times_is_of_republic (c->start, p, c->end);
}

static gboolean
take_date_unit (FzTimeCursor *c, const char *p, const char *behind, guint n_digits, guint value)
{
  if (is_year (c, p, behind, n_digits, value))
    return c->year = TRUE;
  if (fz_text_at (behind, c->end, "月") && n_digits <= 2 && value >= 1 && value <= 12)
    {
      c->months = c->months || c->month;
      return c->month = c->dated = TRUE;
    }
  /* 1号 is a house or a ship unless a month stands before it. */
  if ((fz_text_at (behind, c->end, "日") || (c->month && fz_text_at (behind, c->end, "号"))) && n_digits <= 2 &&
      value >= 1 && value <= 31)
    {
      c->month = FALSE;
      return TRUE;
    }
  return FALSE;
}

/* 1至9月: the first of two months has no unit of its own. */
static gsize
range_end (const char *p, const char *end)
{
  static const char *const joints[] = { "至", "到", "——", "—", "–", "-", "－", "~", "～" };
  gsize length = any_at (p, end, joints, G_N_ELEMENTS (joints)), n;
  guint value, n_digits = 0;

  n = length > 0 ? small_number (p + length, end, &value, &n_digits) : 0;
  if (n == 0 || n_digits > 2 || !(fz_text_at (p + length + n, end, "月") || fz_text_at (p + length + n, end, "日")))
    return 0;
  return length + n;
}

/* 一至五月: behind the first of two months.  Returns: the bytes of the rest, or 0. */
static gsize
chinese_months_at (FzTimeCursor *c, const char *p, gint64 first)
{
  static const char *const joints[] = { "至", "到", "—", "～" };
  gsize joint = any_at (p, c->end, joints, G_N_ELEMENTS (joints));
  const char *q = p + joint;
  FzNumber last;

  if (joint == 0 || q >= c->end || (guchar) *q < 0x80 || !fz_number_starts_at (q, c->end) || !fz_number_read (q, c->end, &last) ||
      !(last.flags & FZ_NUMBER_CHINESE) || last.flags & (FZ_NUMBER_PAIR | FZ_NUMBER_MORE | FZ_NUMBER_VAGUE) ||
      last.value.scale > 0 || last.value.digits <= first || last.value.digits > 12 || !fz_text_at (q + last.length, c->end, "月"))
    return 0;
  c->months = c->dated = TRUE;
  return joint + last.length + strlen ("月");
}

/* 八月, 三日 behind another time or with its part of the month: 今年八月, 八月底;
 * 三月 alone may be a name. */
static gsize
chinese_date_part_at (FzTimeCursor *c, const char *p, gboolean follows)
{
  static const char *const parts[] = { "月初", "月底", "月末", "月中旬", "月上旬", "月下旬", "月份" };
  FzNumber number;
  const char *q;
  gsize months;

  if (p >= c->end || !fz_number_starts_at (p, c->end) || !fz_number_read (p, c->end, &number) ||
      !(number.flags & FZ_NUMBER_CHINESE) || number.flags & (FZ_NUMBER_PAIR | FZ_NUMBER_MORE | FZ_NUMBER_VAGUE) ||
      number.value.scale > 0 || number.value.digits < 1 || number.value.digits > 31)
    return 0;
  q = p + number.length;
  months = chinese_months_at (c, q, number.value.digits);
  if (months > 0)
    return number.length + months;
  if (!follows && any_at (q, c->end, parts, G_N_ELEMENTS (parts)) == 0)
    return 0;
  return take_date_unit (c, p, q, 2, (guint) number.value.digits) ? (gsize) (q + 3 - p) : 0;
}

/* 2023年, 5月, 3日; behind another time (13)日 as well. */
static gsize
date_part_at (FzTimeCursor *c, const char *p, gboolean follows)
{
  gboolean bracket = follows && (fz_text_at (p, c->end, "（") || fz_text_at (p, c->end, "("));
  const char *q = p + (bracket ? fz_char_length_at (p, c->end) : 0);
  guint value, n_digits;
  gsize n = small_number (q, c->end, &value, &n_digits);

  if (n == 0)
    return chinese_date_part_at (c, p, follows);
  q += n;
  if (n_digits <= 2 && value >= 1 && value <= 31 && range_end (q, c->end) > 0)
    {
      q += range_end (q, c->end);
      c->months = c->months || fz_text_at (q, c->end, "月");
      return (gsize) (q + 3 - p);
    }
  if (bracket && (fz_text_at (q, c->end, "）") || fz_text_at (q, c->end, ")")))
    q += fz_char_length_at (q, c->end);
  return take_date_unit (c, p, q, n_digits, value) ? (gsize) (q + 3 - p) : 0;
}

static gsize
chinese_year_at (FzTimeCursor *c, const char *p)
{
  FzNumber number;

  if (p >= c->end || g_ascii_isdigit (*p) || !fz_number_starts_at (p, c->end) ||
      !fz_number_read (p, c->end, &number) || !(number.flags & FZ_NUMBER_DIGITS) ||
      number.length != 12 || !fz_text_at (p + number.length, c->end, "年"))
    return 0;
  c->year = TRUE;
  return number.length + 3;
}

/* Rule "school-year": 一一三年度, 113學年度, counted from the founding of the Republic. */
static gsize
school_year_at (FzTimeCursor *c, const char *p)
{
  static const char *const names[] = { "學年度", "学年度", "會計年度" };
  gsize length;
  FzNumber number;

  if (p >= c->end || !fz_number_starts_at (p, c->end) || !fz_number_read (p, c->end, &number) ||
      number.value.scale > 0 || number.value.digits < 80 || number.value.digits > 150 ||
      !(number.flags & (FZ_NUMBER_DIGITS | FZ_NUMBER_WHOLE)) || number.flags & (FZ_NUMBER_MORE | FZ_NUMBER_VAGUE))
    return 0;
  length = any_at (p + number.length, c->end, names, G_N_ELEMENTS (names));
  if (length == 0 && number.flags & FZ_NUMBER_DIGITS && fz_text_at (p + number.length, c->end, "年度"))
    length = strlen ("年度");
  c->year = c->year || length > 0;
  return length > 0 ? number.length + length : 0;
}

/* 近三年, 过去五年, 未来十年; 今年头五个月; 三年来 without a word before it. */
static gsize
span_at (FzTimeCursor *c, const char *p)
{
  static const char *const units[] = { "年", "个月", "個月", "天", "周" };
  static const char *const ends[] = { "以来", "以來", "来", "來", "间", "間" };
  guint class = 0;
  gsize lead = fz_words_at (fz_time_words (), p, c->end, &class), length;
  const char *q;
  FzNumber number;

  lead = class & FZ_TIME_WORD_SPAN ? lead : 0;
  if (lead == 0 && (fz_text_at (p, c->end, "头") || fz_text_at (p, c->end, "頭")) && fz_text_before (c->start, p, "年"))
    lead = strlen ("头");
  q = p + lead;
  if (q >= c->end || !fz_number_starts_at (q, c->end) || !fz_number_read (q, c->end, &number))
    return 0;
  if (number.value.scale > 0 || number.value.digits > (fz_text_at (p, c->end, "近") ? 10 : 99))
    return 0;
  q += number.length;
  length = any_at (q, c->end, units, G_N_ELEMENTS (units));
  if (length == 0)
    return 0;
  q += length;
  q += fz_text_at (q, c->end, "多") ? 3 : 0;
  length = any_at (q, c->end, ends, G_N_ELEMENTS (ends));
  if (length == 0 && lead == 0)
    return 0;
  if (length == 0 && (fz_text_at (p, c->end, "未") || fz_text_at (p, c->end, "今")))
    c->classes |= FZ_TIME_WORD_AHEAD;
  return (gsize) (q + length - p);
}

/**
 * fz_time_word_at:
 * @c: what has been read of the expression
 * @p: a place in it
 * @wanted: bits of #FzTimeWord, one of which the word must have
 *
 * Returns: the bytes of the word at @p, or 0
 */
gsize
fz_time_word_at (FzTimeCursor *c, const char *p, guint wanted)
{
  guint class = 0;
  gsize length = fz_words_at (fz_time_words (), p, c->end, &class);

  if (length == 0 || !(class & wanted))
    return 0;
  c->classes |= class & (FZ_TIME_WORD_AHEAD | FZ_TIME_WORD_LASTING);
  return length;
}

/* Rule "feast": 春运首日, 国庆、中秋假期: feasts in a row, and what days of theirs. */
static gsize
feast_at (FzTimeCursor *c, const char *p)
{
  static const char *const joints[] = { "、", "和" };
  const char *q = p;
  guint class = 0;
  gsize length;

  while ((length = fz_words_at (fz_time_words (), q, c->end, &class)) > 0 && class & FZ_TIME_WORD_FEAST)
    {
      q += length;
      q += any_at (q, c->end, joints, G_N_ELEMENTS (joints));
    }
  return q > p && length > 0 && class & FZ_TIME_WORD_DAYS ? (gsize) (q + length - p) : 0;
}

/* Rule "year-in-brackets": 去（112）年, 今(2024)年.  Returns: the bytes of the
 * brackets at @p with 年, or 0. */
static gsize
bracketed_year_at (FzTimeCursor *c, const char *p)
{
  static const char *const opens[] = { "（", "(" }, *const closes[] = { "）", ")" };
  gsize open = any_at (p, c->end, opens, G_N_ELEMENTS (opens)), n, close;
  guint value, n_digits;

  n = open > 0 ? small_number (p + open, c->end, &value, &n_digits) : 0;
  close = n > 0 ? any_at (p + open + n, c->end, closes, G_N_ELEMENTS (closes)) : 0;
  if (close == 0 || n_digits < 2 || n_digits > 4 || !fz_text_at (p + open + n + close, c->end, "年"))
    return 0;
  c->year = TRUE;
  return open + n + close + strlen ("年");
}

/* 今（13）日, 去（112）年.  Returns: the bytes of it, or 0. */
static gsize
bracketed_at (FzTimeCursor *c, const char *p)
{
  guint class = 0;
  gsize day = fz_words_at (fz_time_words (), p, c->end, &class), length;

  if (!(class & FZ_TIME_WORD_DAY) || !(fz_text_at (p + day, c->end, "（") || fz_text_at (p + day, c->end, "(")))
    return 0;
  length = bracketed_year_at (c, p + day);
  if (length == 0)
    length = date_part_at (c, p + day, TRUE);
  return length > 0 ? day + length : 0;
}

static gsize
time_at (FzTimeCursor *c, const char *p, gboolean follows)
{
  gsize length = date_part_at (c, p, follows);

  if (length == 0 && !follows)
    length = bracketed_at (c, p);
  if (length == 0)
    length = chinese_year_at (c, p);
  if (length == 0)
    length = school_year_at (c, p);
  if (length == 0)
    length = span_at (c, p);
  if (length == 0)
    length = feast_at (c, p);
  if (length == 0)
    length = fz_time_word_at (c, p, follows ? FZ_TIME_WORD_TIME | FZ_TIME_WORD_PART : FZ_TIME_WORD_TIME);
  return length;
}

/**
 * fz_times_leads_to_this:
 * @p: a place in a text
 * @end: its end
 *
 * Returns: whether 至今（112）年 stands at @p, where 至今 is no word
 */
gboolean
fz_times_leads_to_this (const char *p, const char *end)
{
  return fz_text_at (p, end, "至今（") || fz_text_at (p, end, "至今(");
}

/**
 * fz_times_take:
 * @c: what has been read of the expression
 * @p: a place in it
 *
 * Returns: one past the times that stand in a row at @p (2023年5月底), @p
 *   where there are none
 */
const char *
fz_times_take (FzTimeCursor *c, const char *p)
{
  gsize length;
  const char *q = p;

  /* 民国 counts its own years. */
  c->republic = fz_text_at (q, c->end, "民國") || fz_text_at (q, c->end, "民国");
  q += c->republic ? strlen ("民國") : 0;
  length = time_at (c, q, FALSE);
  if (length == 0)
    return p;
  q += length;
  for (guint i = 0; i < 5 && !fz_times_leads_to_this (q, c->end) && (length = time_at (c, q, TRUE)) > 0; i++)
    q += length;
  return q;
}

/**
 * fz_times_take_clock:
 * @c: what has been read of the expression
 * @p: one past a date
 *
 * Returns: one past a clock time at @p (22时, 8点30分), @p where there is none
 */
const char *
fz_times_take_clock (const FzTimeCursor *c, const char *p)
{
  static const char *const hours[] = { "时", "時", "点", "點" };
  guint value, n_digits;
  gsize n = small_number (p, c->end, &value, &n_digits), length;

  length = n > 0 && value <= 24 ? any_at (p + n, c->end, hours, G_N_ELEMENTS (hours)) : 0;
  if (length == 0)
    return p;
  p += n + length;
  n = small_number (p, c->end, &value, &n_digits);
  return n > 0 && value < 60 && fz_text_at (p + n, c->end, "分") ? p + n + 3 : p;
}
