/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-stops.h"

/* How bad a line is, for choosing all lines together as Knuth and Plass do (Breaking
 * Paragraphs into Lines, 1981): next to nothing where it fits; then the square of how
 * far its gaps go to their bounds, so that what cannot be helped is shared; and so much
 * beyond them that any number of lines within bounds is better.  Marks that give way
 * are seen less than gaps that open, and CLREQ has lines pushed in before they are
 * pushed out (6.1.1): on three newspaper pages at 24 em the mean extra a gap is .0055
 * of an em with this weight, .0090 where both count alike. */
#define BAD_LINE 1.0
#define BAD_AT_BOUND 1e4
#define BAD_BEYOND 1e6
#define BAD_OVERFULL 1e10
/* A stop over the edge is better than any line beyond bounds, and worse than some within. */
#define BAD_EDGE 5e5
#define REDUCTION_WEIGHT 0.3

/* What a break in distress adds: within a word, against a prohibition. */
static const double distress_cost[] = {
  [FZ_BREAK_FREE] = 0, [FZ_BREAK_WORD] = 1e7, [FZ_BREAK_BARRED] = 1e9, [FZ_BREAK_NONE] = 1e9,
};

/**
 * fz_stops_between:
 *
 * Returns: the line between two stops, as it is by itself
 */
FzGlue
fz_stops_between (const FzStop *from, const FzStop *to)
{
  return (FzGlue) {
    to->end.width - from->start.width,
    to->end.stretch - from->start.stretch,
    to->end.shrink - from->start.shrink,
  };
}

/**
 * fz_breaker_room:
 *
 * Returns: how long a line that starts at @from may be
 */
gint64
fz_breaker_room (const FzBreaker *self, const FzStop *from)
{
  return self->measure - (from->cell == 0 ? self->indent : 0);
}

static inline double
cost_of_ratio (double ratio)
{
  return BAD_LINE + BAD_AT_BOUND * ratio * ratio;
}

static double
cost_of_stretch (const FzBreaker *self, gint64 need, gint64 stretch)
{
  double ratio = (double) need / MAX (stretch, self->paragraph->em / 64);

  return ratio <= 1 ? cost_of_ratio (ratio) : BAD_BEYOND * (1 + ratio);
}

static double
cost_of_shrink (gint64 need, gint64 shrink, int edge)
{
  if (need > shrink && need <= shrink + edge)
    return BAD_EDGE;
  return need <= shrink ? REDUCTION_WEIGHT * cost_of_ratio ((double) need / shrink) : BAD_OVERFULL * (1 + need - shrink);
}

/**
 * fz_badness:
 * @room: (out): what is left of the measure with all gaps at their widest: where it is
 *   more than nothing, no later start makes a better line
 *
 * Returns: what the line between two stops costs
 */
double
fz_badness (const FzBreaker *self, const FzStop *from, const FzStop *to, gint64 *room)
{
  FzGlue line = fz_stops_between (from, to);
  gint64 need = fz_breaker_room (self, from) - line.width;
  gboolean last = to->cell == self->paragraph->n_cells;
  double cost = distress_cost[to->distress];

  *room = need - line.stretch;
  if (need < 0)
    return cost + cost_of_shrink (-need, line.shrink, to->edge);
  if (last || !self->paragraph->setting.justify)
    return cost + cost_of_ratio (last ? 0 : (double) need / self->measure);
  return cost + cost_of_stretch (self, need, line.stretch);
}
