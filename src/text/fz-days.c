/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-days.h"

#include <string.h>

/* The date in the head of a page, and what stands beside it: weekday, lunar
 * date, number of the issue. */

enum {
  CALENDAR_CHARS = 14,
  LUNAR_CHARS = 8,
  ROC_FIRST_YEAR = 1911,  /* 民國元年 is 1912 */
};

static gboolean
take_word (FzText     *text,
           const char *word)
{
  if (!fz_text_starts (*text, word))
    return FALSE;
  *text = fz_text_from (*text, strlen (word));

  return TRUE;
}

/* The value of a digit of any form, 10 for 十, -1 for none. */
static int
digit_value (gunichar c)
{
  switch (c)
    {
    case 0x3007: case 0x25CB: case 0x96F6:  /* 〇 ○ 零 */
      return 0;
    case 0x4E00:
      return 1;
    case 0x4E8C:
      return 2;
    case 0x4E09:
      return 3;
    case 0x56DB:
      return 4;
    case 0x4E94:
      return 5;
    case 0x516D:
      return 6;
    case 0x4E03:
      return 7;
    case 0x516B:
      return 8;
    case 0x4E5D:
      return 9;
    case 0x5341:
      return 10;
    default:
      return c < 0x80 ? g_ascii_digit_value ((char) c) : g_unichar_digit_value (c);
    }
}

/* 2023, ２０２３, 二〇二三, 二十三: moved behind it; -1 for none. */
static int
take_number (FzText *text)
{
  int value = 0;
  guint n = 0;

  for (; text->length > 0 && n < 4; n++)
    {
      const char *p = text->start;
      int digit = digit_value (fz_char_take (&p));
      FzText rest = { p, text->length - (gsize) (p - text->start) };
      int after = digit_value (fz_text_first (rest));

      if (digit < 0)
        break;
      if (digit < 10)
        value = value * 10 + digit;
      else if (after < 0)
        value = MAX (value, 1) * 10;
      else
        value = MAX (value, 1);
      *text = rest;
    }

  return n > 0 ? value : -1;
}

/* What stands between the parts of a date, and behind it. */
static const char * const parts[][3] = {
  { "年", "月", "日" }, { "-", "-", "" }, { ".", ".", "" }, { "/", "/", "" }, { "．", "．", "" }, { "－", "－", "" },
};

static FzText
behind_spaces (FzText text)
{
  while (text.length > 0 && fz_char_class (fz_text_first (text)) == FZ_CHAR_SPACE)
    text = fz_text_from (text, (gsize) (g_utf8_next_char (text.start) - text.start));

  return text;
}

/* 2024 年 2 月 1 日: scans and some papers put spaces around the numbers. */
static int
take_spaced_number (FzText *text)
{
  FzText rest = behind_spaces (*text);
  int value = take_number (&rest);
  FzText unit = behind_spaces (rest);

  *text = fz_text_starts (unit, "月") || fz_text_starts (unit, "日") ? unit : rest;

  return value;
}

static gboolean
take_rest (FzText  *text,
           FzDay   *day)
{
  if (fz_text_starts (behind_spaces (*text), "年"))
    *text = behind_spaces (*text);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      FzText rest = *text;

      if (!take_word (&rest, parts[i][0]))
        continue;
      day->month = take_spaced_number (&rest);
      if (day->month < 1 || day->month > 12 || !take_word (&rest, parts[i][1]))
        return FALSE;
      day->day = take_spaced_number (&rest);
      *text = rest;
      return day->day > 0 && day->day < 32 && take_word (text, parts[i][2]);
    }

  return FALSE;
}

/**
 * fz_day_read:
 * @text: a run
 * @day: (out): the day that it starts with
 *
 * Reads 2024年2月1日, 2024-02-01, 2024.2.1, 二〇二四年二月一日 and 民國113年2月1日,
 * digits of any width.
 *
 * Returns: the bytes of the date, 0 where @text starts with none
 */
gsize
fz_day_read (FzText  text,
             FzDay  *day)
{
  FzText rest = text;
  gboolean roc = take_word (&rest, "中華民國") || take_word (&rest, "中华民国") || take_word (&rest, "民國");

  day->year = take_number (&rest) + (roc ? ROC_FIRST_YEAR : 0);
  if (day->year < 1800 || !take_rest (&rest, day))
    return 0;
  if (!g_date_valid_dmy ((GDateDay) day->day, (GDateMonth) day->month, (GDateYear) day->year))
    return 0;

  return text.length - rest.length;
}

/**
 * fz_day_read_month:
 * @text: a run
 * @month: (out): 1 to 12, as it was where there is none
 *
 * Returns: the bytes of 9月 or 九月 at the start of @text, 0 for none
 */
gsize
fz_day_read_month (FzText  text,
                   int    *month)
{
  FzText rest = text;
  int value = take_number (&rest);

  if (value < 1 || value > 12 || !take_word (&rest, "月"))
    return 0;
  *month = value;

  return text.length - rest.length;
}

/**
 * fz_day_read_month_day:
 * @text: a run
 * @day: (out): the month and day that it starts with; the year is left alone
 *
 * Returns: the bytes of 1月31日, 0 where @text starts with none
 */
gsize
fz_day_read_month_day (FzText  text,
                       FzDay  *day)
{
  gsize month = fz_day_read_month (text, &day->month);
  FzText rest = fz_text_from (text, month);

  if (month == 0)
    return 0;
  day->day = take_number (&rest);
  if (day->day < 1 || day->day > 31 || !(take_word (&rest, "日") || take_word (&rest, "号") || take_word (&rest, "號")))
    return 0;

  return text.length - rest.length;
}

/**
 * fz_day_read_civil:
 * @text: a run in which a year of up to three digits counts from 1912
 * @day: (out): the day that it starts with
 *
 * Reads what fz_day_read() reads, and 112年11月18日 as offices in Taiwan write it.
 *
 * Returns: the bytes of the date, 0 where @text starts with none
 */
gsize
fz_day_read_civil (FzText  text,
                   FzDay  *day)
{
  FzText rest = text;

  day->year = take_number (&rest);
  if (day->year < 1 || day->year > 999)
    return fz_day_read (text, day);
  day->year += ROC_FIRST_YEAR;
  if (!take_rest (&rest, day) || !g_date_valid_dmy ((GDateDay) day->day, (GDateMonth) day->month, (GDateYear) day->year))
    return 0;

  return text.length - rest.length;
}

/* 三月十九, 闰二月, 廿六: of the characters of lunar dates alone. */
static gboolean
is_lunar (FzText word)
{
  static const char chars[] = "正一二三四五六七八九十冬腊臘闰閏廿卅初月";

  if (fz_text_chars (word) > LUNAR_CHARS || (fz_text_find (word, "月") == NULL && fz_text_find (word, "廿") == NULL))
    return FALSE;
  for (const char *p = word.start; p < word.start + word.length; p = g_utf8_next_char (p))
    if (g_utf8_strchr (chars, -1, g_utf8_get_char (p)) == NULL)
      return FALSE;

  return TRUE;
}

/* 周二, but not 周三畏 nor 周边 */
static gboolean
is_weekday (FzText word)
{
  static const char * const starts[] = { "周", "週", "礼拜", "禮拜" };
  static const char days[] = "一二三四五六日天";

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      FzText rest = word;

      if (take_word (&rest, starts[i]))
        return fz_text_chars (rest) == 1 && g_utf8_strchr (days, -1, fz_text_first (rest)) != NULL;
    }

  return FALSE;
}

/**
 * fz_day_is_calendar:
 * @word: a word
 *
 * Returns: whether it stands beside the date in the head of a page: 星期二,
 *   农历十月廿六, 癸卯年九月初五, 总第318期, 今日8版
 */
gboolean
fz_day_is_calendar (FzText word)
{
  static const char * const starts[] = { "星期", "农历", "農曆", "总第", "總第", "今日", "中华民国" };
  static const char * const stems[] = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" };

  if (fz_text_chars (word) > CALENDAR_CHARS)
    return FALSE;
  if (fz_text_starts (word, "第"))
    return fz_text_ends (word, "期") || fz_text_ends (word, "号") || fz_text_ends (word, "號");
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (fz_text_starts (word, starts[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    if (fz_text_starts (word, stems[i]) && fz_text_find (word, "年") != NULL)
      return TRUE;

  return is_weekday (word) || is_lunar (word);
}
