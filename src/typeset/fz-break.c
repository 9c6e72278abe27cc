/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "fz-stops.h"

/* Above so many cells a paragraph is no paragraph of a newspaper, and its lines are
 * chosen one by one. */
#define FZ_OPTIMAL_MAX_CELLS (1 << 18)

static inline FzStop *
stop_at (FzBreaker *self, guint i)
{
  return &g_array_index (self->stops, FzStop, i);
}

static gboolean
is_too_long (const FzBreaker *self, const FzStop *from, const FzStop *to)
{
  FzGlue line = fz_stops_between (from, to);

  return line.width - line.shrink - to->edge > fz_breaker_room (self, from);
}

/* @least is the least cost of all starts from @low on: once a line is too short, later
 * starts make it worse, and when it alone costs too much, all that follow do. */
static void
reach (FzBreaker *self, guint low, guint i, double least)
{
  FzStop *to = stop_at (self, i);

  to->cost = INFINITY;
  for (guint n = low; n < i; n++)
    {
      FzStop *from = stop_at (self, n);
      gint64 room;
      double cost = fz_badness (self, from, to, &room);

      if (room > 0 && least + cost >= to->cost)
        return;
      if (from->cost + cost < to->cost)
        {
          to->cost = from->cost + cost;
          to->from = n;
        }
    }
}

/**
 * fz_break_optimal:
 *
 * Chooses lines so that all together cost least.  A line can start only in a window
 * about as long as its gaps can give, which moves on with its end, so that this is
 * linear.  The starts in the window that are cheaper than all behind them stand in a
 * row, the cheapest first.
 */
void
fz_break_optimal (FzBreaker *self)
{
  g_autofree guint *row = g_new (guint, self->stops->len);
  guint low = 0, first = 0, end = 0;

  stop_at (self, 0)->cost = 0;
  for (guint i = 1; i < self->stops->len; i++)
    {
      while (end > first && stop_at (self, row[end - 1])->cost >= stop_at (self, i - 1)->cost)
        end--;
      row[end++] = i - 1;
      while (low + 1 < i && is_too_long (self, stop_at (self, low), stop_at (self, i)))
        low++;
      while (row[first] < low)
        first++;
      reach (self, low, i, stop_at (self, row[first])->cost);
    }
}

static guint
furthest (FzBreaker *self, guint from)
{
  guint to = from + 1;

  while (to + 1 < self->stops->len && !is_too_long (self, stop_at (self, from), stop_at (self, to + 1)))
    to++;
  return to;
}

/* Of the ends that a line can have, the least bad one. */
static guint
best_end (FzBreaker *self, guint from)
{
  guint to = furthest (self, from), best = to;
  double least = INFINITY;

  for (guint i = to; i > from; i--)
    {
      gint64 room;
      double cost = fz_badness (self, stop_at (self, from), stop_at (self, i), &room);

      if (cost < least)
        {
          least = cost;
          best = i;
        }
      if (room > 0)
        break;
    }
  return best;
}

/**
 * fz_break_greedy:
 *
 * Chooses each line by itself.
 */
void
fz_break_greedy (FzBreaker *self)
{
  for (guint from = 0, to; from + 1 < self->stops->len; from = to)
    {
      to = best_end (self, from);
      stop_at (self, to)->from = from;
    }
}

static FzSetLine
make_line (const FzBreaker *self, const FzStop *from, const FzStop *to)
{
  const FzParagraph *paragraph = self->paragraph;
  FzGlue glue = fz_stops_between (from, to);
  FzSetLine line = {
    .first = from->cell,
    .end = to->cell,
    .visible = fz_cells_visible (paragraph, from->cell, to->cell),
    .start = paragraph->cells[from->cell].start,
    .stop = paragraph->cells[to->cell].start,
    .byte = paragraph->cells[from->cell].byte,
    .byte_end = paragraph->cells[to->cell].byte,
    .measure = self->measure,
    .indent = self->measure - fz_breaker_room (self, from),
    .last = to->cell == paragraph->n_cells,
    .broken = to->distress != FZ_BREAK_FREE,
  };
  gint64 need = self->measure - line.indent - glue.width;
  gboolean widened = need > 0 && !line.last && paragraph->setting.justify;

  line.natural = line.indent + glue.width;
  line.loose = widened && need > glue.stretch;
  line.width = line.natural + (widened ? (glue.stretch > 0 ? need : 0) : need < 0 ? MAX (need, -glue.shrink - to->edge) : 0);
  return line;
}

static GArray *
take_lines (FzBreaker *self)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (FzSetLine));
  guint next = 0;

  /* The way back, turned round. */
  for (guint i = self->stops->len - 1; i > 0;)
    {
      guint from = stop_at (self, i)->from;

      stop_at (self, i)->from = next;
      next = i;
      i = from;
    }
  for (guint from = 0, to = next; to > from; from = to, to = stop_at (self, from)->from)
    {
      FzSetLine line = make_line (self, stop_at (self, from), stop_at (self, to));

      g_array_append_val (lines, line);
    }
  return lines;
}

/**
 * fz_paragraph_break:
 * @measure: in ems; 4 at least
 * @breaking: how lines are chosen
 *
 * Breaks a paragraph into lines of a measure; linear in the paragraph's length.
 *
 * Returns: (transfer full) (element-type FzSetLine): its lines, of which an empty
 *   paragraph has none
 */
GArray *
fz_paragraph_break (const FzParagraph *self, double measure, FzBreaking breaking)
{
  FzBreaker breaker = { .paragraph = self, .measure = MAX (measure, 4) * self->em };
  GArray *lines;

  breaker.indent = MIN (self->setting.indent * self->em, breaker.measure / 4);
  fz_stops_collect (&breaker);
  if (breaking == FZ_BREAKING_GREEDY || (breaking == FZ_BREAKING_AUTO && self->n_cells > FZ_OPTIMAL_MAX_CELLS))
    fz_break_greedy (&breaker);
  else
    fz_break_optimal (&breaker);
  lines = take_lines (&breaker);
  g_array_unref (breaker.stops);
  return lines;
}
