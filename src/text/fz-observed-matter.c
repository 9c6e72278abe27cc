/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observed-matter.h"

#include "fz-observed-words.h"

/* Whether a short line and the running text around it speak of the same matter.
 *
 * Only the text next to the run of short lines is read, so that a page takes
 * time linear in its length. */

enum {
  LEAD_BYTES = 3 * 64,    /* of the text below, that a headline says in short */
  MATTER_BYTES = 3 * 120, /* of the text above and below */
  FEW_SHARED = 2,
};

static FzText
first_of (FzText text, gsize most)
{
  return (FzText) { text.start, MIN (text.length, most) };
}

static FzText
last_of (FzText text, gsize most)
{
  gsize skip = text.length > most ? text.length - most : 0;

  while (skip < text.length && ((guchar) text.start[skip] & 0xC0) == 0x80)
    skip++;

  return fz_text_from (text, skip);
}

static void
add_above (const FzObserver *self, FzEchoes *echoes)
{
  guint i = self->run_first;

  for (gsize left = MATTER_BYTES; left > 0 && i > 0 && i > self->run_first - MIN (self->text_above, self->run_first);)
    {
      FzText piece = last_of (fz_lines_at (self->lines, --i)->text, left);

      fz_echoes_add (echoes, piece);
      left -= piece.length;
    }
}

static guint
count_below (const FzObserver *self, const FzEchoes *echoes)
{
  guint n = 0, i = self->run_end;

  for (gsize left = MATTER_BYTES; left > 0 && i < self->text_end && n <= FEW_SHARED; i++)
    {
      FzText piece = first_of (fz_lines_at (self->lines, i)->text, left);

      n += fz_echoes_count (echoes, piece);
      left -= piece.length;
    }

  return n;
}

/**
 * fz_matter_find:
 * @self: an observer that has just found a run of short lines
 *
 * Reads the text above and below the run.
 */
void
fz_matter_find (FzObserver *self)
{
  FzEchoes above = { 0 };
  guint i = self->run_end;

  self->shared = 0;
  if (self->text_above > 0 && self->text_end > self->run_end)
    {
      add_above (self, &above);
      self->shared = count_below (self, &above);
    }
  fz_echoes_clear (&self->lead);
  for (gsize left = LEAD_BYTES; left > 0 && i < self->text_end; i++)
    {
      FzText piece = first_of (fz_lines_at (self->lines, i)->text, left);

      fz_echoes_add (&self->lead, piece);
      left -= piece.length;
    }
}

/**
 * fz_matter_look:
 * @self: an observer
 * @line: a line of the run that it found last
 * @observed: what is seen of it so far
 *
 * Adds whether the text below the run begins with words of @line, and whether
 * it speaks of what the text above does.
 */
void
fz_matter_look (const FzObserver *self, const FzLine *line, FzObserved *observed)
{
  guint n;

  if (self->text_end == self->run_end)
    return;
  n = fz_echoes_count (&self->lead, line->text);
  fz_see (observed, FZ_SEEN_ECHO_NONE + MIN (n, 3));
  if (self->text_before > 0)
    fz_see (observed, self->shared == 0 ? FZ_SEEN_MATTER_NEW : self->shared <= FEW_SHARED ? FZ_SEEN_MATTER_NEAR : FZ_SEEN_MATTER_SAME);
}
