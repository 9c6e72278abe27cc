/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-observed-matter.h"

#include "fz-observed-words.h"

/* Whether a short line and the running text around it speak of the same matter.
 *
 * Only the text next to the run of short lines is read, so that a page takes
 * time linear in its length. */

enum {
  LEAD_BYTES = 3 * 100,    /* of the text below, that a headline says in short */
  MATTER_BYTES = 3 * 120, /* of the text above and below */
  FEW_SHARED = 2,
  SOME_SHARED = 6,
  MANY_ECHOES = 3,
};

/* A part of a line. */
typedef struct {
  const gunichar *points;
  guint           n;
  gsize           bytes;
} Piece;

static Piece
whole (const FzLines *lines, const FzLine *line)
{
  return (Piece) { lines->points + line->first, line->chars, line->text.length };
}

/* What of the line stands in its first @most bytes. */
static Piece
first_of (const FzLines *lines, const FzLine *line, gsize most)
{
  FzText text = line->text;
  gsize length = most;

  if (text.length <= most)
    return whole (lines, line);
  while (((guchar) text.start[length] & 0xC0) == 0x80)
    length--;

  return (Piece) { lines->points + line->first, fz_text_chars ((FzText) { text.start, length }), most };
}

/* And in its last ones. */
static Piece
last_of (const FzLines *lines, const FzLine *line, gsize most)
{
  FzText text = line->text;
  gsize skip = text.length - MIN (text.length, most);
  guint n;

  if (skip == 0)
    return whole (lines, line);
  while (skip < text.length && ((guchar) text.start[skip] & 0xC0) == 0x80)
    skip++;
  n = fz_text_chars (fz_text_from (text, skip));

  return (Piece) { lines->points + line->first + line->chars - n, n, text.length - skip };
}

static void
add_above (const FzObserver *self, FzEchoes *echoes)
{
  guint i = self->run_first;

  for (gsize left = MATTER_BYTES; left > 0 && i > 0 && i > self->run_first - MIN (self->text_above, self->run_first);)
    {
      Piece piece = last_of (self->lines, fz_lines_at (self->lines, --i), left);

      fz_echoes_add (echoes, piece.points, piece.n);
      left -= piece.bytes;
    }
}

static guint
count_below (const FzObserver *self, const FzEchoes *echoes)
{
  guint n = 0, i = self->run_end;

  for (gsize left = MATTER_BYTES; left > 0 && i < self->text_end && n <= SOME_SHARED; i++)
    {
      Piece piece = first_of (self->lines, fz_lines_at (self->lines, i), left);

      n += fz_echoes_count (echoes, piece.points, piece.n, SOME_SHARED + 1 - n);
      left -= piece.bytes;
    }

  return n;
}

/* Whether the text below speaks of what the headlines above do. */
static gboolean
goes_on (const FzObserver *self)
{
  const FzLine *titles[] = { self->last_title, self->story == self->last_title ? NULL : self->story };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (titles[i] != NULL && fz_echoes_count (&self->lead, self->lines->points + titles[i]->first, titles[i]->chars, 1) > 0)
      return TRUE;

  return FALSE;
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
  guint i = self->run_end;

  self->shared = 0;
  if (self->text_end == self->run_end)
    return;
  if (self->text_above > 0)
    {
      fz_echoes_clear (&self->above);
      add_above (self, &self->above);
      self->shared = count_below (self, &self->above);
    }
  fz_echoes_clear (&self->lead);
  for (gsize left = LEAD_BYTES; left > 0 && i < self->text_end; i++)
    {
      Piece piece = first_of (self->lines, fz_lines_at (self->lines, i), left);

      fz_echoes_add (&self->lead, piece.points, piece.n);
      left -= piece.bytes;
    }
  self->story_goes_on = goes_on (self);
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
  n = fz_echoes_count (&self->lead, self->lines->points + line->first, line->chars, MANY_ECHOES);
  fz_see (observed, FZ_SEEN_ECHO_NONE + MIN (n, MANY_ECHOES));
  if (self->last_title != NULL)
    fz_see (observed, self->story_goes_on ? FZ_SEEN_STORY_GOES_ON : FZ_SEEN_STORY_LEFT);
  if (self->text_before == 0)
    return;
  n = fz_echoes_count (&self->above, self->lines->points + line->first, line->chars, FEW_SHARED);
  fz_see (observed, FZ_SEEN_ECHO_ABOVE_NONE + MIN (n, FEW_SHARED));
  fz_see (observed, self->shared == 0 ? FZ_SEEN_MATTER_NEW : self->shared <= FEW_SHARED ? FZ_SEEN_MATTER_NEAR : self->shared <= SOME_SHARED ? FZ_SEEN_MATTER_SAME : FZ_SEEN_MATTER_MUCH);
}
