/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-flow.h"

/* From positions to places of the column and back. */

static const FzPassage *
passage_of (FzFlow *self, guint index)
{
  return fz_manuscript_get_passage (fz_flow_get_manuscript (self), index);
}

/* The line that a position of the passage stands in: that which starts with it, or with
 * @back that which ends with it. */
static guint
line_at (const GArray *lines, guint offset, gboolean back)
{
  guint low = 0, high = lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2, start = g_array_index (lines, FzSetLine, middle).start;

      if (start < offset || (start == offset && !back))
        low = middle;
      else
        high = middle;
    }
  return low;
}

static double
x_in_line (const FzSetPassage *set, const FzSetLine *line, guint offset)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (set->paragraph, line);
  g_autoptr (GArray) positions = fz_set_line_positions (set->paragraph, line, adjustments);
  guint index = MIN (offset - MIN (offset, line->start), positions->len - 1);

  return g_array_index (positions, gint64, index) / (double) PANGO_SCALE;
}

/**
 * fz_flow_locate:
 * @position: a code point of the manuscript, which must have a passage
 * @back: whether the end of a line is meant where it ends there
 * @place: (out): where it stands
 */
void
fz_flow_locate (FzFlow *self, guint position, gboolean back, FzFlowPlace *place)
{
  guint index = fz_manuscript_passage_at (fz_flow_get_manuscript (self), position);
  const FzPassage *passage;
  const FzSetPassage *set;
  FzFlowMetrics metrics;

  if (back && index > 0 && position == passage_of (self, index)->start && passage_of (self, index)->goes_on)
    index--;
  passage = passage_of (self, index);
  set = fz_flow_set_passage (self, index);
  fz_flow_get_metrics (self, index, &metrics);
  position = MIN (position, passage->end) - passage->start;
  place->passage = index;
  place->line = set->lines->len > 0 ? line_at (set->lines, position, back) : 0;
  place->x = set->lines->len > 0 ? x_in_line (set, &g_array_index (set->lines, FzSetLine, place->line), position) : 0;
  place->y = fz_flow_get_top (self, index) + metrics.above + (gint64) place->line * metrics.pitch;
  place->height = metrics.pitch;
}

static void
hit_in_line (const FzSetPassage *set, const FzSetLine *line, double x, FzFlowHit *hit)
{
  g_autoptr (GArray) adjustments = fz_set_line_adjust (set->paragraph, line);
  g_autoptr (GArray) positions = fz_set_line_positions (set->paragraph, line, adjustments);
  const gint64 *at = (const gint64 *) positions->data;
  gint64 pen = x * PANGO_SCALE;
  guint n = positions->len - 1, i = 0, next;

  /* The code points of one cluster stand at one place: the first is meant. */
  for (guint k = 0; k < n && at[k] <= pen; k++)
    if (at[k] != at[i])
      i = k;
  for (next = i + 1; next < n && at[next] == at[i]; next++)
    ;
  hit->inside = n > 0 && pen >= at[0] && pen < at[n];
  hit->position = line->start + i;
  hit->caret = line->start + (n > 0 && pen > (at[i] + at[next]) / 2 ? next : i);
  hit->back = hit->caret == line->stop && !line->last;
}

/**
 * fz_flow_hit:
 * @x: in the column
 * @y: in the column
 * @hit: (out): what stands there, or nearest to it; there must be a passage
 */
void
fz_flow_hit (FzFlow *self, double x, gint64 y, FzFlowHit *hit)
{
  guint index = fz_flow_passage_at (self, y);
  const FzSetPassage *set = fz_flow_set_passage (self, index);
  FzFlowMetrics metrics;
  gint64 line;

  fz_flow_get_metrics (self, index, &metrics);
  *hit = (FzFlowHit) { 0 };
  y -= fz_flow_get_top (self, index) + metrics.above;
  line = y < 0 ? -1 : y / metrics.pitch;
  if (set->lines->len > 0)
    hit_in_line (set, &g_array_index (set->lines, FzSetLine, CLAMP (line, 0, set->lines->len - 1)), x, hit);
  hit->inside = hit->inside && line >= 0 && line < set->lines->len;
  hit->position += passage_of (self, index)->start;
  hit->caret += passage_of (self, index)->start;
}

/**
 * fz_flow_line_bounds:
 * @place: a place
 * @start: (out): the first code point of its line
 * @end: (out): one past its last
 */
void
fz_flow_line_bounds (FzFlow *self, const FzFlowPlace *place, guint *start, guint *end)
{
  const FzPassage *passage = passage_of (self, place->passage);
  const FzSetPassage *set = fz_flow_set_passage (self, place->passage);

  *start = *end = passage->start;
  if (place->line >= set->lines->len)
    return;
  *start += g_array_index (set->lines, FzSetLine, place->line).start;
  *end += g_array_index (set->lines, FzSetLine, place->line).stop;
}
