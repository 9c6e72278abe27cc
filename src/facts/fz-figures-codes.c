/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-exclude.h"

#include <string.h>

/* Which numbers are parts of something longer: a code, a model, a date, a score or
 * a list of ordinals. */

/** fz_digit_before: */
gboolean
fz_digit_before (const char *start, const char *p)
{
  return p > start && g_ascii_isdigit (p[-1]);
}

/** fz_digit_at: */
gboolean
fz_digit_at (const char *p, const char *end)
{
  return p < end && g_ascii_isdigit (*p);
}

/* 歼-20 */
static gboolean
in_model (const char *start, const char *p)
{
  static const char *const makes[] = { "歼-", "轰-", "运-", "直-", "苏-", "米-", "东风-", "长征-", "神舟-", "教-", "新舟-" };

  if (!fz_text_before (start, p, "-"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (makes); i++)
    if (fz_text_before (start, p, makes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
three_digits_before (const char *start, const char *p)
{
  return p - start >= 3 && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[-2]) && g_ascii_isdigit (p[-3]) && !fz_digit_before (start, p - 3);
}

/* Rule "one shape": 235，189，176吨 may be a list or one number that was set with
 * full commas; it is read where a word before it says that it is a list. */
static gboolean
in_doubtful_groups (const char *start, const char *p, const char *behind)
{
  static const char lists[] = "分别 分別 分别为 分別為 分别是 分別是 分别达 依次 依次为 依次為 依次是 各为 各為";
  static FzWords *words;
  const gsize group = strlen ("235，");
  guint n = 0;

  if (behind - p < 3 || !three_digits_before (start, p + 3))
    return FALSE;
  while (fz_text_before (start, p, "，") && three_digits_before (start, p - strlen ("，")))
    {
      p -= group;
      n++;
    }
  return n > 1 && fz_words_before (fz_words_of_list (&words, lists), start, p, NULL) == 0;
}

/* Rule "devices": 新投放AED150台: what the letters call is counted. */
static gboolean
counts_devices (const char *start, const char *p, const char *behind, const char *end)
{
  static const char devices[] = "AED ATM CT LED MRI POS GPS ETC DR UPS MR PET APP VR ECMO";
  static const char counted[] = "台 臺 套 盏 盞 部 个 個 辆 款 处";
  static FzWords *names, *units;
  gsize length = fz_words_before (fz_words_of_list (&names, devices), start, p, NULL);

  return length > 0 && (p - length == start || !g_ascii_isalnum (p[-(gssize) length - 1])) &&
         fz_words_at (fz_words_of_list (&units, counted), behind, end, NULL) > 0;
}

/**
 * fz_in_code:
 * @start: the start of a text
 * @p: where an Arabic number starts
 * @behind: one past it
 * @end: the end of the text
 *
 * Arabic figures in a name, a code, a date or a score: A3, 415X, COVID-19,
 * 2023-01-05, 8:30, 9·15.
 *
 * Returns: whether it is a part of a name, a code, a date or a score
 */
gboolean
fz_in_code (const char *start, const char *p, const char *behind, const char *end)
{
  static const char joints[] = "/ : ： · # - .";
  static FzWords *words;
  gsize n;

  if (in_model (start, p))
    return TRUE;
  if (p > start && (g_ascii_isalnum (p[-1]) || p[-1] == '_' || p[-1] == '@'))
    return !counts_devices (start, p, behind, end);
  if ((*p == '0' && fz_digit_at (p + 1, end)) || in_doubtful_groups (start, p, behind))
    return TRUE;
  n = fz_words_before (fz_words_of_list (&words, joints), start, p, NULL);
  if (n > 0 && (fz_digit_before (start, p - n) || (p - n > start && g_ascii_isalpha (p[-(gssize) n - 1]))))
    return TRUE;
  n = fz_words_at (fz_words_of_list (&words, joints), behind, end, NULL);
  return n > 0 && *behind != '-' && fz_digit_at (behind + n, end);
}

/**
 * fz_in_ordinals:
 * @start: the start of a text
 * @p: where a number starts
 * @behind: one past it
 * @end: the end of the text
 *
 * 第1、2、3次, 第104条或105条: what stands in a list behind 第 is an ordinal too.
 *
 * Returns: whether it stands in a list that opens with 第
 */
gboolean
fz_in_ordinals (const char *start, const char *p, const char *behind, const char *end)
{
  static const char *const joints[] = { "、", "和", "及", "或", "至", "与", " ", "-", "到" };
  static const char divisions[] = "条 條 款 项 項 目 章 节 節 回 集 卷 页 頁 号 號 届 屆";
  static FzWords *words;
  gsize n_unit = fz_words_at (fz_words_of_list (&words, divisions), behind, end, NULL);
  gboolean joined = TRUE;

  for (guint n = 0; n < 12 && p > start; n++)
    {
      const char *q = p;

      if (fz_text_before (start, p, "第"))
        return TRUE;
      for (gsize i = 0; i < G_N_ELEMENTS (joints); i++)
        if (fz_text_before (start, q, joints[i]))
          q -= strlen (joints[i]);
      joined = joined && q < p;
      if (n_unit > 0 && q - start >= (gssize) n_unit && memcmp (q - n_unit, behind, n_unit) == 0)
        q -= n_unit;
      while (fz_digit_before (start, q))
        q--;
      if (q == p || !joined)
        return FALSE;
      p = q;
    }
  return FALSE;
}
