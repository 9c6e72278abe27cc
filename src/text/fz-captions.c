/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-walk.h"

#include "fz-cues.h"

/* Running text that is the caption of a picture. */

enum {
  CAPTION_CHARS = 60,
};

/**
 * fz_caption_starts_with_date:
 * @text: a paragraph
 *
 * Returns: whether it starts as picture stories do, which say when they were
 *   taken: 3月10日，…; 近日，…
 */
gboolean
fz_caption_starts_with_date (FzText text)
{
  gsize n = 0;

  if (fz_cue_start (FZ_CUE_RECENT, text) > 0)
    return TRUE;

  while (n < 2 && n < text.length && g_ascii_isdigit (text.start[n]))
    n++;

  return n > 0 && fz_text_starts (fz_text_from (text, n), "月");
}

static gboolean
is_single_sentence (const FzLine *line)
{
  return line->chars <= CAPTION_CHARS && (line->marks & FZ_MARK_ENDS_PERIOD) && !(line->marks & FZ_MARK_HOLDS_PERIOD);
}

/* A text of its own with a credit below it: the caption of a picture. */
static gboolean
is_caption_of_credit (const FzWalk *self,
                      guint         i)
{
  const FzLine *line = fz_walk_line (self, i), *next = fz_walk_line (self, i + 1);
  FzText text = line->text;

  if (next == NULL || next->kind != FZ_KIND_CREDIT || (line->marks & FZ_MARK_RUNS_IN) || self->breaks_off)
    return FALSE;
  if (fz_caption_starts_with_date (text) || fz_text_find (text, "图为") != NULL || fz_walk_is_fresh (self))
    return TRUE;

  return is_single_sentence (line) && !(line->marks & FZ_MARK_COLUMN);
}

/* A single sentence that stands by itself among pictures, at the end of the
 * page or above a headline behind a wide gap, or between headline and byline. */
static gboolean
is_caption_by_place (const FzWalk *self,
                     guint         i)
{
  const FzLine *line = fz_walk_line (self, i), *next = fz_walk_line (self, i + 1);
  gboolean apart = (line->marks & FZ_MARK_WIDE_GAP) != 0;
  gboolean last = next == NULL || (next->marks & FZ_MARK_WIDE_GAP);
  gboolean before_headline = next != NULL && next->kind == FZ_KIND_HEAD;
  gboolean before_byline = next != NULL && (next->kind == FZ_KIND_BYLINE || next->kind == FZ_KIND_LEAD);

  if (!is_single_sentence (line) || (line->marks & FZ_MARK_COLUMN) || self->breaks_off)
    return FALSE;
  if (!self->texted)
    return apart && before_byline && fz_walk_awaits_text (self);

  return (last && (self->picture || apart)) || (apart && before_headline);
}

/* The text of a picture story may stand below the credit; a story of its own
 * would go on. */
static gboolean
is_caption_below_credit (const FzWalk *self,
                         guint         i)
{
  const FzLine *line = fz_walk_line (self, i), *next = fz_walk_line (self, i + 1);

  if (!self->photo || !self->picture || self->texted || !fz_caption_starts_with_date (line->text))
    return FALSE;

  return next == NULL || (next->kind != FZ_KIND_TEXT && next->kind != FZ_KIND_CREDIT);
}

/**
 * fz_caption_is:
 * @self: the walk
 * @i: a line of running text
 *
 * Returns: whether it is the caption of a picture
 */
gboolean
fz_caption_is (const FzWalk *self,
               guint         i)
{
  return is_caption_of_credit (self, i) || is_caption_by_place (self, i) || is_caption_below_credit (self, i);
}

/**
 * fz_caption_has_title_below:
 * @self: the walk
 * @i: a caption
 *
 * The title of a picture story stands below its credit, and by itself; where
 * the text says when it was taken, also directly above the next headline.
 *
 * Returns: whether the caption begins such a story
 */
gboolean
fz_caption_has_title_below (const FzWalk *self,
                            guint         i)
{
  const FzLine *credit = fz_walk_line (self, i + 1), *below = fz_walk_line (self, i + 2), *next = fz_walk_line (self, i + 3);

  if (credit == NULL || credit->kind != FZ_KIND_CREDIT)
    return FALSE;
  if (below == NULL || below->kind != FZ_KIND_HEAD || (below->marks & FZ_MARK_WIDE_GAP))
    return FALSE;
  if (next == NULL || (next->marks & FZ_MARK_WIDE_GAP) || next->kind == FZ_KIND_MASTHEAD)
    return TRUE;

  return next->kind == FZ_KIND_HEAD && fz_caption_starts_with_date (fz_walk_line (self, i)->text);
}
