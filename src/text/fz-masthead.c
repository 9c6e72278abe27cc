/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-masthead.h"

#include "fz-cues.h"
#include "fz-editions.h"

#include <string.h>

/* The head of a page: name of the newspaper, date, edition (版次) and section
 * (版名), on one line or on several:
 *
 *   黔山晚报      2023年11月7日  星期二
 *   第2版  县域
 *
 * A line belongs to it where every word of it does: a date, a weekday, a lunar
 * date, an edition, the name of a newspaper; a section only beside one of these. */

enum {
  HEAD_CHARS = 60,
  SECTION_CHARS = 6,
};

typedef struct {
  FzText newspaper, edition, section;
  int    year, month, day;
  guint  known, unknown;
} Head;

/* A number of Arabic digits at @p, moved behind it; -1 for none. */
static int
take_number (const char **p,
             const char  *end)
{
  int value = -1;
  guint n = 0;

  for (; *p < end && g_ascii_isdigit (**p) && n < 4; (*p)++, n++)
    value = MAX (value, 0) * 10 + (**p - '0');

  return value;
}

static gboolean
take_word (const char **p,
           const char  *end,
           const char  *word)
{
  if (!fz_text_starts ((FzText) { *p, (gsize) (end - *p) }, word))
    return FALSE;
  *p += strlen (word);

  return TRUE;
}

/* 2024年2月1日; saved e-papers also write 2024-02-01. */
static gsize
take_date (FzText  text,
           Head   *head)
{
  const char *p = text.start, *end = text.start + text.length;
  int year, month, day;
  gboolean dashed;

  year = take_number (&p, end);
  dashed = take_word (&p, end, "-");
  if (year < 1800 || (!dashed && !take_word (&p, end, "年")))
    return 0;
  month = take_number (&p, end);
  if (!take_word (&p, end, dashed ? "-" : "月"))
    return 0;
  day = take_number (&p, end);
  if ((!dashed && !take_word (&p, end, "日")) || !g_date_valid_dmy ((GDateDay) CLAMP (day, 0, 99), (GDateMonth) CLAMP (month, 0, 99), (GDateYear) year))
    return 0;

  head->year = year;
  head->month = month;
  head->day = day;

  return (gsize) (p - text.start);
}

static FzText
without_book_marks (FzText word)
{
  if (!fz_text_starts (word, "《") || !fz_text_ends (word, "》"))
    return word;

  return (FzText) { word.start + strlen ("《"), word.length - 2 * strlen ("《") };
}

static gboolean
is_newspaper (FzText word)
{
  guint chars;

  word = without_book_marks (word);
  chars = fz_text_chars (word);

  return chars >= 3 && chars <= 9 && fz_text_all_han (word) && fz_cue_end (FZ_CUE_NEWSPAPER_END, word);
}

static gboolean
is_calendar (FzText word)
{
  static const char * const words[] = { "星期", "农历", "農曆", "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "总第", "第", "今日", "中华民国" };

  if (fz_text_chars (word) > 12)
    return FALSE;
  if (fz_text_starts (word, "第") && !fz_text_ends (word, "期") && !fz_text_ends (word, "号"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_starts (word, words[i]))
      return i < 4 || i >= 13 || fz_text_find (word, "年") != NULL;

  return FALSE;
}

/* 中共某某市委机关报, 某某日报社出版 */
static gboolean
is_publisher (FzText word)
{
  static const char * const ends[] = { "机关报", "報社出版", "报社出版", "报社主办", "报社主管", "报社编辑出版" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (fz_text_ends (word, ends[i]))
      return TRUE;

  return FALSE;
}

static void
read_word (Head   *head,
           FzText  word)
{
  FzText edition;
  gsize date = take_date (word, head);

  if (date > 0)
    {
      head->known++;
      word = fz_text_from (word, date);
      if (word.length > 0)
        read_word (head, word);
      return;
    }
  if (fz_edition_read (word, &edition) || fz_edition_is_lettered (word))
    {
      head->edition = fz_edition_is_lettered (word) ? word : edition;
      head->known++;
    }
  else if (is_newspaper (word))
    {
      head->newspaper = without_book_marks (word);
      head->known++;
    }
  else if (is_calendar (word) || is_publisher (word))
    head->known++;
  else if (head->section.start == NULL && fz_text_chars (word) <= SECTION_CHARS && fz_text_all_han (word))
    head->section = word;
  else
    head->unknown++;
}

static Head
read_head (FzText text)
{
  Head head = { 0 };

  for (text = fz_text_trim (text); text.length > 0; text = fz_text_trim (text))
    {
      FzText word = { text.start, fz_text_word_end (text, "：:|｜>›»") };

      if (word.length == 0)
        word.length = (gsize) (g_utf8_next_char (text.start) - text.start);
      else
        read_word (&head, word);
      text = fz_text_from (text, word.length);
    }

  return head;
}

/**
 * fz_masthead_is_date:
 * @text: a line
 *
 * Returns: whether it is a date and nothing else
 */
gboolean
fz_masthead_is_date (FzText text)
{
  Head head = { 0 };

  return text.length > 0 && take_date (text, &head) == text.length;
}

/* 导  读, with or without spaces. */
static gboolean
is_digest_head (FzText text)
{
  char word[40] = { 0 };
  gsize n = 0;

  if (text.length >= sizeof word)
    return FALSE;
  for (gsize i = 0; i < text.length; i++)
    if (text.start[i] != ' ' && text.start[i] != '\t')
      word[n++] = text.start[i];

  return n > 0 && fz_cue_start (FZ_CUE_DIGEST, (FzText) { word, n }) == n;
}

/* Most short lines have none of these, and need not be read. */
static gboolean
has_head_word (FzText text)
{
  static const char * const words[] = { "版", "日", "报", "報", "刊", "期" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_find (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * fz_masthead_is_line:
 * @text: a line
 * @chars: its code points
 *
 * Returns: whether it belongs to the head of a page
 */
gboolean
fz_masthead_is_line (FzText text,
                     guint  chars)
{
  Head head;

  if (chars > HEAD_CHARS)
    return FALSE;
  if (chars <= 10 && is_digest_head (text))
    return TRUE;
  if (!has_head_word (text))
    return FALSE;
  head = read_head (text);

  return head.known > 0 && head.unknown == 0;
}

static void
take_once (char   **field,
           FzText   text)
{
  if (*field == NULL && text.start != NULL)
    *field = g_strndup (text.start, text.length);
}

static void
read_masthead (FzPage *page,
               FzText  text)
{
  Head head = read_head (text);

  take_once (&page->newspaper, head.newspaper);
  if (page->edition == NULL && head.edition.start != NULL)
    {
      page->edition = fz_edition_digits (head.edition);
      take_once (&page->section, head.section);
    }
  else if (page->edition != NULL && head.edition.start == NULL)
    take_once (&page->section, head.section);
  if (page->date == NULL && head.year > 0)
    page->date = g_strdup_printf ("%04d-%02d-%02d", head.year, head.month, head.day);
}

/**
 * fz_masthead_read:
 * @page: the page to complete
 * @lines: its lines, their kinds known
 *
 * Takes newspaper, date, edition and section where the page first says them.
 */
void
fz_masthead_read (FzPage        *page,
                  const FzLines *lines)
{
  for (guint i = 0; i < lines->lines->len; i++)
    if (fz_lines_at (lines, i)->kind == FZ_KIND_MASTHEAD)
      read_masthead (page, fz_lines_at (lines, i)->text);
}
