/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-kinds-mend.h"

#include "fz-cues.h"
#include "fz-editions.h"
#include "fz-masthead.h"

/* Where the neighbours of a line show that its shape misled: a headline as wide
 * as the column, a paragraph's part as short as a heading. */

enum {
  HEADLINE_CHARS = 120,
  PAGE_HEAD_LINES = 4,
};

static gboolean
is_text_kind (const FzLine *line)
{
  return line->kind == FZ_KIND_TEXT || line->kind == FZ_KIND_LEAD || line->kind == FZ_KIND_CONTINUED;
}

/* What stands directly below headlines. */
static gboolean
is_below_headline (const FzLine *line)
{
  return line->kind == FZ_KIND_LEAD || line->kind == FZ_KIND_BYLINE ||
         (line->kind == FZ_KIND_HEAD && (line->marks & FZ_MARK_NAMES));
}

/* A line without an end mark above a dateline or byline is a headline, however
 * long, and though it fills a column: a paragraph would have ended. */
static void
mark_long_headlines (FzLines *lines)
{
  const FzLineMarks textual = FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_LIST | FZ_MARK_ENDS_PAUSE | FZ_MARK_HOLDS_PERIOD;

  for (guint i = 0; i + 1 < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);
      const FzLine *before = i > 0 ? fz_lines_at (lines, i - 1) : NULL;

      if (line->kind != FZ_KIND_TEXT || !is_below_headline (fz_lines_at (lines, i + 1)))
        continue;
      if ((line->marks & textual) || line->chars > HEADLINE_CHARS)
        continue;
      if (before == NULL || !is_text_kind (before) ||
          (fz_lines_at (lines, i + 1)->kind == FZ_KIND_LEAD && (before->marks & FZ_MARK_ENDS_STOP)))
        line->kind = FZ_KIND_HEAD;
    }
}

/* A part of a sentence between two parts that break off: a caption would seldom
 * have a comma, and would stand apart. */
static gboolean
is_middle_part (const FzLine *before,
                const FzLine *line)
{
  const FzLineMarks ends = FZ_MARK_ENDS_STOP | FZ_MARK_ENDS_LIST;

  return (line->marks & FZ_MARK_HOLDS_PAUSE) && !(before->marks & ends) && !(line->marks & (FZ_MARK_GAP | FZ_MARK_COLUMN));
}

/* Set closer to the text below than is usual, and no headline: the first line
 * of a paragraph. */
static gboolean
is_tight_part (const FzLines *lines,
               const FzLine  *line,
               const FzLine  *next)
{
  return (line->marks & FZ_MARK_HOLDS_PAUSE) && lines->usual_gap > 0 && next->blanks == 0;
}

/* Between two paragraphs a line of several clauses that just ends is no
 * heading, but the first part of a paragraph that a column broke. */
static void
mark_broken_paragraphs (FzLines *lines)
{
  const FzLineMarks clauses = FZ_MARK_HOLDS_PAUSES | FZ_MARK_MEDIUM;
  const FzLineMarks headlines = FZ_MARK_HALVES | FZ_MARK_HASH | FZ_MARK_SUBHASH | FZ_MARK_NUMBERED | FZ_MARK_ENDS_STOP;

  for (guint i = 1; i + 1 < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);
      const FzLine *before = fz_lines_at (lines, i - 1), *next = fz_lines_at (lines, i + 1);

      if (line->kind != FZ_KIND_HEAD || (line->marks & headlines))
        continue;
      if ((line->marks & clauses) != clauses && !is_middle_part (before, line) && !is_tight_part (lines, line, next))
        continue;
      if (is_text_kind (before) && next->kind == FZ_KIND_TEXT)
        line->kind = FZ_KIND_TEXT;
    }
}

/* In a column the last line of a paragraph may be as short as a heading, but
 * it ends what the line above it began. */
static void
mark_tails (FzLines *lines)
{
  for (guint i = 1; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);
      const FzLine *before = fz_lines_at (lines, i - 1);

      if (line->kind != FZ_KIND_HEAD || line->blanks > 0 || !(line->marks & FZ_MARK_ENDS_STOP))
        continue;
      if (is_text_kind (before) && (before->marks & FZ_MARK_FULL) && !(before->marks & FZ_MARK_ENDS_STOP))
        line->kind = FZ_KIND_TEXT;
    }
}

/* 通江县公安局 / 2023年9月10日: a date below text, away from other lines of a
 * page's head, signs it, and so does the office above the date. */
static void
mark_signatures (FzLines *lines)
{
  for (guint i = 1; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i), *before = fz_lines_at (lines, i - 1);
      const FzLine *next = i + 1 < lines->lines->len ? fz_lines_at (lines, i + 1) : NULL;
      gboolean office = before->kind == FZ_KIND_HEAD && fz_cue_end (FZ_CUE_NAME_END, before->text);

      if (line->kind != FZ_KIND_MASTHEAD || (line->marks & (FZ_MARK_WIDE_GAP | FZ_MARK_PAGE_BREAK)))
        continue;
      if (!fz_masthead_is_date (line->text) || (next != NULL && next->kind == FZ_KIND_MASTHEAD))
        continue;
      if (i < 2 || !(office || is_text_kind (before) || before->kind == FZ_KIND_APART))
        continue;
      line->kind = FZ_KIND_APART;
      if (office)
        before->kind = FZ_KIND_APART;
    }
}

/* A03 城事 above the date, 编辑 … below it: what is close to a line of a page's
 * head, at the top of the page, belongs to it. */
static void
mark_page_head (FzLines *lines)
{
  guint end = MIN (lines->lines->len, PAGE_HEAD_LINES);

  for (guint i = 0; i < end; i++)
    {
      FzLine *line = fz_lines_at (lines, i);
      gboolean below = i > 0 && line->blanks == 0 && fz_lines_at (lines, i - 1)->kind == FZ_KIND_MASTHEAD;
      gboolean above = i + 1 < end && fz_lines_at (lines, i + 1)->blanks == 0 && fz_lines_at (lines, i + 1)->kind == FZ_KIND_MASTHEAD;

      if (line->kind == FZ_KIND_HEAD && (below || above) && fz_masthead_is_beside (line->text))
        line->kind = FZ_KIND_MASTHEAD;
    }
}

/* Several pointers below one another, or below 导读, are a digest and no story. */
static void
mark_digests (FzLines *lines)
{
  gboolean digest = FALSE;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      FzLine *line = fz_lines_at (lines, i);
      const FzLine *next = i + 1 < lines->lines->len ? fz_lines_at (lines, i + 1) : NULL;

      if (line->kind == FZ_KIND_STUB && (digest || (next != NULL && next->kind == FZ_KIND_STUB)))
        {
          line->kind = FZ_KIND_NOISE;
          digest = TRUE;
        }
      else
        digest = fz_masthead_is_digest (line->text) || (line->kind == FZ_KIND_NOISE && fz_edition_is_pointer (line->text));
    }
}

/**
 * fz_kinds_mend:
 * @lines: the lines of a page, each with a kind by its cues and shape
 *
 * Corrects the kinds of lines whose neighbours say otherwise.
 */
void
fz_kinds_mend (FzLines *lines)
{
  mark_long_headlines (lines);
  mark_broken_paragraphs (lines);
  mark_tails (lines);
  mark_signatures (lines);
  mark_page_head (lines);
  mark_digests (lines);
}
