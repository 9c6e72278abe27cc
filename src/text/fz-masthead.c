/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-masthead.h"

#include "fz-cues.h"
#include "fz-days.h"
#include "fz-editions.h"

#include "fz-vectors.h"

#include <string.h>

/* The head of a page: name of the newspaper, date, edition (版次), section
 * (版名) and who made the page, in any order, on one line or on several:
 *
 *   黔山晚报      2023年11月7日  星期二
 *   第2版·县域    责任编辑：田禾 美编：阿月
 *
 * A line belongs to it where every word of it does: a date, a weekday, a lunar
 * date, an edition, the name of a newspaper, an editor or address behind the
 * word for it; a section only beside one of these. */

enum {
  HEAD_CHARS = 80,
  SECTION_CHARS = 6,
  ADDRESS_CHARS = 40,
  STEP = 8,  /* characters that are looked at together */
};

G_STATIC_ASSERT ((int) STEP < FZ_LINES_SLACK);

typedef struct {
  FzText   newspaper, edition, section;
  FzDay    day;
  guint    known;   /* words that only the head of a page has */
  guint    weak;    /* words that belong to it beside others: A3, 边城报 */
  guint    unknown;
  gboolean staff;   /* behind the word for an editor or address */
  gboolean named;   /* and behind the first name there */
} Head;

static FzText
without_book_marks (FzText word)
{
  if (!fz_text_starts (word, "《") || !fz_text_ends (word, "》"))
    return word;

  return (FzText) { word.start + strlen ("《"), word.length - 2 * strlen ("《") };
}

static gboolean
is_newspaper (FzText   word,
              FzCueSet ends)
{
  guint chars;

  word = without_book_marks (word);
  chars = fz_text_chars (word);

  return chars >= 3 && chars <= 9 && fz_text_all_han (word) && fz_cue_end (ends, word);
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

/* Behind 责任编辑 stands a name, whatever it is, and more where they have a
 * surname; behind 电话 or 信箱 something without Han characters. */
static gboolean
is_staff_word (Head   *head,
               FzText  word)
{
  guint chars = fz_text_chars (word);
  gboolean latin = fz_char_class (fz_text_first (word)) != FZ_CHAR_HAN;

  if (!head->staff)
    return FALSE;
  if (latin)
    return chars <= ADDRESS_CHARS;
  if (!fz_text_all_han (word) || chars > 4 || (head->named && chars > 1 && !fz_cue_surname (word)))
    return FALSE;
  head->named = TRUE;

  return TRUE;
}

static gboolean
take_staff_cue (Head   *head,
                FzText  word)
{
  gsize cue = fz_cue_start (FZ_CUE_PAGE_STAFF, word);

  if (cue == 0)
    return FALSE;
  head->staff = TRUE;
  head->named = FALSE;
  if (cue < word.length && !is_staff_word (head, fz_text_from (word, cue)))
    head->unknown++;

  return TRUE;
}

/* 要闻, or 要闻·综合 in two words that stand next to each other; 发文日期： is
 * the label of a date, and what is tied to a date its clause. */
static gboolean
take_section (Head     *head,
              FzText    word,
              gboolean  labels)
{
  if (fz_text_chars (word) > SECTION_CHARS || !fz_text_all_han (word) || labels)
    return FALSE;
  if (head->section.start == NULL)
    head->section = word;
  else if (word.start - (head->section.start + head->section.length) <= (gssize) strlen ("　"))
    head->section.length = (gsize) (word.start + word.length - head->section.start);
  else
    return FALSE;

  return TRUE;
}

static gboolean
take_edition (Head   *head,
              FzText  word)
{
  FzText edition = word;
  gboolean bare = fz_edition_is_bare (word);

  if (!bare && !fz_edition_read (word, &edition))
    return FALSE;
  if (head->edition.start == NULL)
    head->edition = edition;
  head->weak += bare;
  head->known += !bare;

  return TRUE;
}

static void
read_word (Head     *head,
           FzText    word,
           gboolean  labels)
{
  if (take_staff_cue (head, word))
    return;
  if (!(head->staff && !head->named) && take_edition (head, word))
    head->staff = FALSE;
  else if (fz_day_is_calendar (word) || is_publisher (word))
    head->known++;
  else if (is_newspaper (word, FZ_CUE_NEWSPAPER_END) || (head->newspaper.start == NULL && is_newspaper (word, FZ_CUE_PAPER_END)))
    {
      head->known += is_newspaper (word, FZ_CUE_NEWSPAPER_END);
      head->weak += !is_newspaper (word, FZ_CUE_NEWSPAPER_END);
      head->newspaper = without_book_marks (word);
      head->staff = FALSE;
    }
  else if (!is_staff_word (head, word) && !take_section (head, word, labels))
    head->unknown++;
}

static void
take_spaced_edition (Head   *head,
                     FzText  edition)
{
  if (head->edition.start == NULL)
    head->edition = edition;
  head->known++;
  head->staff = FALSE;
}

static Head
read_head (FzText text)
{
  Head head = { 0 };
  const char *date_end = NULL;

  for (text = fz_text_trim (text); text.length > 0; text = fz_text_trim (text))
    {
      FzDay day;
      FzText edition;
      gsize date = fz_day_read (text, &day);
      gsize spaced = date == 0 ? fz_edition_spaced (text, &edition) : 0;
      FzText word = { text.start, fz_text_word_end (text, "：:|｜>›»·•・/／,，") };
      gboolean labels = fz_char_class (fz_text_first (fz_text_from (text, word.length))) == FZ_CHAR_COLON;

      if (date > 0)
        {
          head.day = day;
          head.known++;
          head.staff = FALSE;
          word.length = date;
          date_end = word.start + date;
        }
      else if (spaced > 0)
        {
          take_spaced_edition (&head, edition);
          word.length = spaced;
        }
      else if (word.length == 0)
        word.length = (gsize) (g_utf8_next_char (text.start) - text.start);
      else
        read_word (&head, word, labels || word.start == date_end);
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
  FzDay day;

  return text.length > 0 && fz_day_read (text, &day) == text.length;
}

/**
 * fz_masthead_is_digest:
 * @text: a line
 *
 * Returns: whether it heads a digest: 导  读, with or without spaces
 */
gboolean
fz_masthead_is_digest (FzText text)
{
  char word[40];
  gsize n = 0;

  /* No space stands within the first character, so that the word begins with it. */
  if (text.length >= sizeof word || text.length < 3 || (fz_char_has_three (text.start) && !fz_cue_may_start (FZ_CUE_DIGEST, text)))
    return FALSE;
  for (gsize i = 0; i < text.length; i++)
    if (text.start[i] != ' ' && text.start[i] != '\t')
      word[n++] = text.start[i];

  return n > 0 && fz_cue_start (FZ_CUE_DIGEST, (FzText) { word, n }) == n;
}

/* Most short lines have none of 版日报報刊期, 20 and ２０, and need not be read.  There
 * are always as many characters, behind the end of a line too, so that the compiler looks
 * at many at once. */
FZ_VECTORS static gboolean
has_head_word (const gunichar *points,
               guint           n)
{
  guint found = 0;

  for (guint from = 0; from < n; from += STEP)
    for (guint i = from; i < from + STEP; i++)
      {
        const gunichar c = points[i], next = points[i + 1];
        guint word = (c == 0x7248) | (c == 0x65E5) | (c == 0x62A5) | (c == 0x5831) | (c == 0x520A) | (c == 0x671F);
        guint year = ((c == '2') & (next == '0')) | ((c == 0xFF12) & (next == 0xFF10));

        found |= (word & (i < n)) | (year & (i + 1 < n));
      }

  return found != 0;
}

/**
 * fz_masthead_is_line:
 * @text: a line
 * @points: (array length=chars): its code points, with room behind them as #FzLines has
 * @chars: how many
 *
 * Returns: whether it belongs to the head of a page
 */
gboolean
fz_masthead_is_line (FzText          text,
                     const gunichar *points,
                     guint           chars)
{
  Head head;

  if (chars > HEAD_CHARS)
    return FALSE;
  if (chars <= 10 && fz_masthead_is_digest (text))
    return TRUE;
  if (!has_head_word (points, chars))
    return FALSE;
  head = read_head (text);

  return head.known > 0 && head.unknown == 0;
}

/**
 * fz_masthead_is_beside:
 * @text: a short line directly above or below a line of a page's head
 *
 * Returns: whether it belongs to it though nothing in it is of heads alone: A03
 *   城事; the name of a newspaper that other names end like
 */
gboolean
fz_masthead_is_beside (FzText text)
{
  Head head = read_head (text);

  return (head.weak > 0 || head.staff) && head.unknown == 0;
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
  if (page->date == NULL && head.day.year > 0)
    page->date = g_strdup_printf ("%04d-%02d-%02d", head.day.year, head.day.month, head.day.day);
}

static gboolean
is_story (const FzLine *line)
{
  return line->kind == FZ_KIND_TEXT || line->kind == FZ_KIND_LEAD || line->kind == FZ_KIND_CONTINUED;
}

static gboolean
is_masthead_at (const FzLines *lines,
                guint          index)
{
  return index < lines->lines->len && fz_lines_at (lines, index)->kind == FZ_KIND_MASTHEAD;
}

/* Behind the text of a notice its date stands alone, below who signed it. */
static gboolean
is_lone_date (const FzLines *lines,
              guint          index)
{
  if (!fz_masthead_is_date (fz_lines_at (lines, index)->text))
    return FALSE;

  return !is_masthead_at (lines, index + 1) && (index == 0 || !is_masthead_at (lines, index - 1));
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
  gboolean begun = FALSE;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      const FzLine *line = fz_lines_at (lines, i);

      begun = is_story (line) || (begun && (line->marks & FZ_MARK_PAGE_BREAK) == 0);
      if (line->kind == FZ_KIND_MASTHEAD && !(begun && is_lone_date (lines, i)))
        read_masthead (page, line->text);
    }
}
