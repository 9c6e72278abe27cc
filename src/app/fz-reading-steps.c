/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-steps.h"

/* Steps through a manuscript, all in code points: segments lie within a passage, and
 * from its end one step leads into the next. */

typedef struct {
  const FzPassage *passage;
  guint            index;
  const char      *text;
  gsize            length;
  gsize            byte; /* of the position, in the passage */
} Spot;

static Spot
spot_at (const FzManuscript *text, guint position)
{
  Spot spot = { .index = fz_manuscript_passage_at (text, position) };
  gsize length;

  spot.passage = fz_manuscript_get_passage (text, spot.index);
  spot.text = fz_manuscript_get_text (text, &length) + spot.passage->byte;
  spot.length = spot.passage->byte_end - spot.passage->byte;
  spot.byte = MIN (fz_manuscript_byte_at (text, position) - spot.passage->byte, spot.length);
  return spot;
}

static guint
position_in (const FzManuscript *text, const Spot *spot, gsize byte)
{
  return fz_manuscript_position_at (text, spot->passage->byte + byte);
}

static guint
last_position (const FzManuscript *text)
{
  return fz_manuscript_get_passage (text, fz_manuscript_n_passages (text) - 1)->end;
}

/**
 * fz_reading_step:
 * @text: with a passage at least
 * @position: a code point
 *
 * Returns: the end of the segment behind @position, or the start of that before it; at
 *   the end of a paragraph the start of the next, and so back
 */
guint
fz_reading_step (const FzManuscript *text, FzSegmentKind kind, guint position, gboolean forward)
{
  Spot spot = spot_at (text, position);

  if (forward)
    return position >= spot.passage->end ? MIN (position + 1, last_position (text))
                                         : position_in (text, &spot, fz_segment_next (kind, spot.text, spot.length, spot.byte));
  if (spot.byte > 0)
    return position_in (text, &spot, fz_segment_back (kind, spot.text, spot.length, spot.byte));
  if (spot.index == 0)
    return 0;
  if (!spot.passage->goes_on)
    return spot.passage->start - 1;
  spot = spot_at (text, position - 1);
  return position_in (text, &spot, fz_segment_back (kind, spot.text, spot.length, spot.length));
}

/**
 * fz_reading_paragraph:
 * @position: a code point
 * @start: (out): where its paragraph starts
 * @end: (out): where it ends, without its line end
 */
void
fz_reading_paragraph (const FzManuscript *text, guint position, guint *start, guint *end)
{
  guint first = fz_manuscript_passage_at (text, position), last = first, n = fz_manuscript_n_passages (text);

  while (first > 0 && fz_manuscript_get_passage (text, first)->goes_on)
    first--;
  while (last + 1 < n && fz_manuscript_get_passage (text, last + 1)->goes_on)
    last++;
  *start = fz_manuscript_get_passage (text, first)->start;
  *end = fz_manuscript_get_passage (text, last)->end;
}

/**
 * fz_reading_step_paragraph:
 *
 * Returns: the start of the next paragraph, or the end of the last; back, the start of
 *   this one, and from there of the one before
 */
guint
fz_reading_step_paragraph (const FzManuscript *text, guint position, gboolean forward)
{
  guint start, end;

  fz_reading_paragraph (text, position, &start, &end);
  if (forward)
    return MIN (end + 1, last_position (text));
  if (position == start && start > 0)
    fz_reading_paragraph (text, start - 1, &start, &end);
  return start;
}

/**
 * fz_reading_segment:
 * @position: a code point
 * @start: (out): where the segment starts that holds it
 * @end: (out): one past its last; a line end is a segment of its own, empty but for it
 */
void
fz_reading_segment (const FzManuscript *text, FzSegmentKind kind, guint position, guint *start, guint *end)
{
  Spot spot = spot_at (text, position);

  if (position >= spot.passage->end)
    {
      *start = MIN (position, fz_manuscript_get_length (text));
      *end = MIN (position + 1, fz_manuscript_get_length (text));
      return;
    }
  *start = position_in (text, &spot, fz_segment_start (kind, spot.text, spot.length, spot.byte));
  *end = position_in (text, &spot, fz_segment_end (kind, spot.text, spot.length, spot.byte));
}
