/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-walk.h"

#include "fz-cues.h"

/* Running text that is the caption of a picture. */

enum {
  CAPTION_CHARS = 60,
};

/* 3月10日，… */
gboolean
fz_caption_starts_with_date (FzText text)
{
  gsize n = 0;

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

/* A single sentence that stands by itself among pictures, or at the end of the
 * page behind a wide gap. */
static gboolean
is_caption_by_place (const FzWalk *self,
                     guint         i)
{
  const FzLine *line = fz_walk_line (self, i), *next = fz_walk_line (self, i + 1);
  gboolean apart = (line->marks & FZ_MARK_WIDE_GAP) != 0;
  gboolean last = next == NULL || (next->marks & FZ_MARK_WIDE_GAP);

  if (!is_single_sentence (line) || (line->marks & FZ_MARK_COLUMN) || !self->texted || self->breaks_off)
    return FALSE;

  return last && (self->picture || apart);
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
  return is_caption_of_credit (self, i) || is_caption_by_place (self, i);
}

/* The title of a picture story stands below its credit, and by itself. */
gboolean
fz_caption_has_title_below (const FzWalk *self,
                            guint         i)
{
  const FzLine *below = fz_walk_line (self, i), *next = fz_walk_line (self, i + 1);

  if (below == NULL || below->kind != FZ_KIND_HEAD || (below->marks & FZ_MARK_WIDE_GAP))
    return FALSE;

  return next == NULL || (next->marks & FZ_MARK_WIDE_GAP) || next->kind == FZ_KIND_MASTHEAD;
}
