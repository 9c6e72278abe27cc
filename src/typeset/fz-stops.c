/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-stops.h"

static FzStop
make_stop (const FzParagraph *self, guint first, guint cell, FzCellBreak distress)
{
  guint visible = fz_cells_visible (self, first, cell);
  const FzGlue *left = &self->sums[cell], *right = &self->sums[visible];
  const FzTrim *head = &self->head[cell], *tail = &self->tail[visible];

  return (FzStop) {
    .cell = cell,
    .distress = distress,
    .start = { left->width + head->width, left->stretch + head->stretch, left->shrink + head->shrink },
    .edge = visible > first ? fz_cell_edge (self, visible - 1) : 0,
    .end = { right->width - tail->width, right->stretch - tail->stretch, right->shrink - tail->shrink },
  };
}

static gboolean
is_too_long (const FzBreaker *self, const FzStop *from, const FzStop *to)
{
  FzGlue line = fz_stops_between (from, to);

  return line.width - line.shrink - to->edge > fz_breaker_room (self, from);
}

/* Stops up to @end where lines may break in distress of @rank.  Where a line finds
 * none, it takes one of the next rank: of three ranks each cell is looked at once in
 * each, so that this is linear. */
static void
collect (FzBreaker *self, guint end, FzCellBreak rank)
{
  const FzParagraph *paragraph = self->paragraph;
  guint first = g_array_index (self->stops, FzStop, self->stops->len - 1).cell;

  for (guint i = first + 1; i <= end; i++)
    if (i == end || paragraph->cells[i].breaks <= rank)
      {
        FzCellBreak distress = i < paragraph->n_cells ? paragraph->cells[i].breaks : FZ_BREAK_FREE;
        const FzStop *last = &g_array_index (self->stops, FzStop, self->stops->len - 1);
        FzStop stop = make_stop (paragraph, last->cell, i, distress);

        if (rank < FZ_BREAK_BARRED && i > last->cell + 1 && is_too_long (self, last, &stop))
          collect (self, i, rank + 1);
        else
          g_array_append_val (self->stops, stop);
      }
}

/**
 * fz_stops_collect:
 *
 * Collects the places where lines may end: the free ones, and within what is longer
 * than a line those in a word, and then any.
 */
void
fz_stops_collect (FzBreaker *self)
{
  FzStop start = make_stop (self->paragraph, 0, 0, FZ_BREAK_FREE);

  self->stops = g_array_sized_new (FALSE, FALSE, sizeof (FzStop), self->paragraph->n_cells + 1);
  g_array_append_val (self->stops, start);
  collect (self, self->paragraph->n_cells, FZ_BREAK_FREE);
}
