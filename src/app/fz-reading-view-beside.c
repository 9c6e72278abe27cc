/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* The lines of the page beside the text that was mended from them.
 *
 * They are a strip of their own, set small and ragged; each stands with the passage that
 * has its first character, to the right of it, or below it where the view is narrow.  A
 * passage whose lines need more room than its text gets it.  Nothing of the text moves
 * along its lines, and no position is another. */

static const FzFlowStyle styles[] = { { .72, PANGO_WEIGHT_NORMAL, 1.5, 0, 0, TRUE } };

/* In ems of the body: between both, what is kept for each, and how wide the lines of a
 * newspaper's column are. */
#define GAP 2
#define TEXT_LEAST 14
#define BESIDE_LEAST 9
#define BESIDE_MOST 16

/* The first line of the page that starts at or behind a position. */
static guint
line_from (FzReadingView *self, guint position)
{
  guint low = 0, high = self->printed->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->printed, guint, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Which passages of the strip stand with one of the text. */
void
fz_reading_view_beside_of (FzReadingView *self, guint passage, guint *first, guint *end)
{
  FzManuscript *text = fz_flow_get_manuscript (self->flow);
  gboolean last = passage + 1 == fz_manuscript_n_passages (text);

  *first = line_from (self, fz_manuscript_get_passage (text, passage)->start);
  *end = last ? self->printed->len : line_from (self, fz_manuscript_get_passage (text, passage + 1)->start);
}

static int
room_of (guint passage, int lines, gboolean exact, gpointer user_data)
{
  FzReadingView *self = user_data;
  FzFlowMetrics text, beside;
  guint first, end;
  int height;

  fz_reading_view_beside_of (self, passage, &first, &end);
  if (first == end)
    return lines;
  for (guint i = first; exact && i < end; i++)
    fz_flow_set_passage (self->beside, i);
  height = fz_flow_get_top (self->beside, end) - fz_flow_get_top (self->beside, first);
  if (self->beside_x < 0)
    return lines + height + self->size / 2;
  fz_flow_get_metrics (self->flow, passage, &text);
  fz_flow_get_metrics (self->beside, first, &beside);
  return height + MAX (0, text.baseline - beside.baseline);
}

/* Cuts the room for the lines of the page off that for the text; answers how much that
 * is, with the gap, or 0 where they stand below. */
double
fz_reading_view_cut_beside (FzReadingView *self, double room)
{
  double most = room - (TEXT_LEAST + GAP) * self->size, aside = MIN (most, BESIDE_MOST * self->size);
  gboolean below = aside < BESIDE_LEAST * self->size;
  int width = below ? MIN (room, self->measure * self->size) - GAP * self->size : aside;

  if (self->printed == NULL)
    return 0;
  self->beside_x = below ? -1 : 0;
  if (width != fz_flow_get_width (self->beside))
    {
      fz_flow_set_width (self->beside, width);
      fz_flow_set_room (self->flow, room_of, self);
    }
  return below ? 0 : width + GAP * self->size;
}

/* They are set as the text is, in its size, but for what makes paragraphs of it. */
void
fz_reading_view_set_beside_look (FzReadingView *self, const FzFlowLook *look)
{
  FzFlowLook own = *look;

  own.setting.indent = 0;
  own.setting.justify = FALSE;
  fz_flow_set_look (self->beside, &own);
}

FzFlow *
fz_reading_view_new_beside (PangoFontMap *map)
{
  return fz_flow_new (map, styles, G_N_ELEMENTS (styles));
}

/**
 * fz_reading_view_set_printed:
 * @lines: (nullable): the lines of the page, a paragraph each
 * @starts: (nullable) (element-type guint): of each of its passages, the position of the
 *   text that it starts with, in order
 *
 * Shows the lines that the text was mended from beside it, or with %NULL no more.
 */
void
fz_reading_view_set_printed (FzReadingView *self, FzManuscript *lines, GArray *starts)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));
  g_return_if_fail (lines == NULL || fz_manuscript_n_passages (lines) == starts->len);

  if (lines == NULL && self->printed == NULL)
    return;
  fz_reading_view_hold (self);
  fz_reading_view_stop_settling (self);
  g_clear_pointer (&self->printed, g_array_unref);
  self->printed = starts != NULL ? g_array_ref (starts) : NULL;
  fz_flow_set_manuscript (self->beside, lines);
  fz_flow_set_room (self->flow, lines != NULL ? room_of : NULL, self);
  fz_reading_view_lay_out_anew (self);
}
